// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#include "models/explaining/calendarfile.h"

#include "models/itip/itipidentity.h"

#include <algorithm>

namespace reserve {

namespace {

constexpr QByteArrayView byteOrderMark("\xef\xbb\xbf");

QByteArrayView withoutMark(QByteArrayView content)
{
    return (content.startsWith(byteOrderMark) ? content.sliced(byteOrderMark.size()) : content).trimmed();
}

// What a calendar says goes into the head of a mail: one line, whatever it is.
QByteArray onOneLine(const QString& address)
{
    QByteArray line = address.toUtf8();
    line.removeIf([](char c) { return static_cast<unsigned char>(c) < 0x20 || c == '<' || c == '>'; });
    return line;
}

} // namespace

bool isCalendarFile(QByteArrayView content)
{
    constexpr QByteArrayView opening("BEGIN:VCALENDAR");
    const QByteArrayView text = withoutMark(content);
    return text.size() >= opening.size() && text.first(opening.size()).compare(opening, Qt::CaseInsensitive) == 0;
}

QByteArray mailAround(const QByteArray& calendar, const QString& sender)
{
    const auto identity = identify(calendar);
    QString from = sender;
    if (from.isEmpty() && identity)
        from = identity->sentBy.isEmpty() ? identity->organizer : identity->sentBy;
    QByteArray mail
        = "From: <" + onOneLine(from) + ">\r\nMIME-Version: 1.0\r\nContent-Type: text/calendar; charset=utf-8";
    if (identity && !methodName(identity->method).isEmpty())
        mail += "; method=" + methodName(identity->method);
    return mail + "\r\nContent-Transfer-Encoding: 8bit\r\n\r\n" + withoutMark(calendar).toByteArray() + "\r\n";
}

} // namespace reserve
