// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QByteArray>
#include <QComboBox>

namespace reserve {

// Every time zone this machine knows, by IANA id; typing finds one. May offer "none".
class ZoneChoice final : public QComboBox
{
    Q_OBJECT

public:
    enum class Empty { Offered, NotOffered };

    explicit ZoneChoice(Empty empty, QWidget* parent = nullptr);

    QByteArray zone() const;
    void setZone(const QByteArray& zone);
};

} // namespace reserve
