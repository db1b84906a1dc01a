// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#pragma once

#include "models/base/result.h"

#include <QMap>
#include <QString>

namespace reserve {

class Connection;

// Settings as stored: key to text. models/settings knows types, defaults and ranges.
class SettingsRepository final
{
public:
    explicit SettingsRepository(Connection& connection);

    Result<QMap<QString, QString>> all() const;
    // An empty value removes the row, so that the default holds again.
    Result<void> set(const QString& key, const QString& value, const QString& actor);

private:
    Connection& m_connection;
};

} // namespace reserve
