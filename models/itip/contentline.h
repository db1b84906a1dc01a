// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QByteArray>
#include <QByteArrayView>
#include <QString>

namespace reserve {

// NAME;PARAMETERS:VALUE, as views into the line.
struct ContentLine
{
    QByteArrayView text;
    QByteArrayView name;
    QByteArrayView parameters; // without the leading semicolon
    QByteArrayView value;

    bool is(QByteArrayView other) const { return name.compare(other, Qt::CaseInsensitive) == 0; }
};

// A line without a colon has an empty value.
ContentLine splitLine(QByteArrayView text);
// For properties whose value holds no colon: what stands after the last one, so that an unquoted TZID such as
// "(UTC+01:00) Berlin" stays whole.
ContentLine splitTimeLine(QByteArrayView text);

// Unquoted and decoded (RFC 6868); empty when absent.
QByteArray parameter(const ContentLine& line, QByteArrayView name);
// "\," and its like made plain, as in the TZID of a VTIMEZONE.
QByteArray unescaped(QByteArrayView value);
// Without "mailto:", and without white space or quotes around it.
QString plainAddress(QByteArrayView value);

// Walks the logical lines of a calendar (RFC 5545 3.1) as they are met in mail: CRLF or bare LF, folds by
// space or TAB, a byte order mark, empty lines in between. Bytes that are no UTF-8 are taken for Latin-1.
// Copies a line only when it must be joined or mended.
class ContentLines final
{
public:
    explicit ContentLines(QByteArrayView text);

    // False at the end. The line is valid until the next call.
    bool next();
    const ContentLine& line() const { return m_line; }

    bool sawForeignCharset() const { return m_sawForeignCharset; }
    // Of the longest line that is kept whole; the rest of a longer one is dropped.
    static constexpr qsizetype longestLine = 1024 * 1024;

private:
    QByteArrayView takePhysicalLine();
    bool continues();

    QByteArrayView m_text;
    qsizetype m_position = 0;
    QByteArray m_joined;
    ContentLine m_line;
    bool m_sawForeignCharset = false;
};

} // namespace reserve
