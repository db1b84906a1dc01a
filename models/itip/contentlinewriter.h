// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#pragma once

#include "models/base/instant.h"

#include <QByteArray>
#include <QDate>
#include <QString>

namespace reserve {

// Writes the lines of a calendar (RFC 5545 3.1): CRLF, folded at 75 octets and never inside a UTF-8 sequence.
// Whatever a value holds, it stays in its line.
class ContentLineWriter final
{
public:
    void begin(const QByteArray& component);
    void end(const QByteArray& component);

    // A name, or a name with parameters, and a value in iCalendar's own form.
    void raw(const QByteArray& nameAndParameters, const QByteArray& value);
    // TEXT, escaped (RFC 5545 3.3.11); not written when empty.
    void text(const QByteArray& name, const QString& value);
    void number(const QByteArray& name, int value);
    void instant(const QByteArray& name, Instant value); // in UTC
    void date(const QByteArray& name, QDate value);

    QByteArray take();

private:
    void line(QByteArray content);

    QByteArray m_lines;
};

// Inside quotes where that is needed; a quote itself, which no parameter may hold, becomes an apostrophe.
QByteArray parameterText(const QString& value);
// "mailto:" and the address without white space and control characters.
QByteArray mailtoUri(const QString& address);
QByteArray utcText(Instant instant); // "20261118T093000Z"

} // namespace reserve
