// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QByteArray>
#include <QList>
#include <QStringList>

namespace reserve {

// Lines in aligned columns, for people; scripts ask for JSON. Text from mail stays on its line.
class TextTable final
{
public:
    explicit TextTable(QStringList titles);

    void add(const QStringList& fields);
    QByteArray text() const;

private:
    QList<QStringList> m_rows; // titles first
};

} // namespace reserve
