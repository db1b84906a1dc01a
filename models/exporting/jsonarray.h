// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#pragma once

#include "models/base/instant.h"

#include <QJsonObject>
#include <QJsonValue>

QT_BEGIN_NAMESPACE
class QIODevice;
QT_END_NAMESPACE

namespace reserve {

// One JSON array, written object by object, one a line, so that a listing of a million rows needs no memory.
class JsonArray final
{
public:
    explicit JsonArray(QIODevice& device);

    void add(const QJsonObject& object);
    void end();

private:
    QIODevice& m_device;
    bool m_isEmpty = true;
};

// ISO 8601 with Z; null for the epoch, which stands for "not yet".
QJsonValue jsonInstant(Instant instant);

} // namespace reserve
