// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#include "models/itip/contentlinewriter.h"

#include <QDateTime>

#include <algorithm>

namespace reserve {

namespace {

constexpr qsizetype longestLine = 75;

bool isControl(QChar c)
{
    return c.unicode() < 0x20 || c.unicode() == 0x7F;
}

} // namespace

void ContentLineWriter::begin(const QByteArray& component)
{
    raw("BEGIN", component);
}

void ContentLineWriter::end(const QByteArray& component)
{
    raw("END", component);
}

void ContentLineWriter::raw(const QByteArray& nameAndParameters, const QByteArray& value)
{
    line(nameAndParameters + ':' + value);
}

void ContentLineWriter::text(const QByteArray& name, const QString& value)
{
    if (value.isEmpty())
        return;
    QString escaped;
    escaped.reserve(value.size() + 16);
    for (qsizetype i = 0; i < value.size(); ++i) {
        const QChar c = value[i];
        if (c == u'\r' && i + 1 < value.size() && value[i + 1] == u'\n')
            continue;
        if (c == u'\n' || c == u'\r')
            escaped.append(u"\\n");
        else if (c == u'\\' || c == u';' || c == u',')
            escaped.append(u'\\').append(c);
        else if (!isControl(c) || c == u'\t')
            escaped.append(c);
    }
    raw(name, escaped.toUtf8());
}

void ContentLineWriter::number(const QByteArray& name, int value)
{
    raw(name, QByteArray::number(value));
}

void ContentLineWriter::instant(const QByteArray& name, Instant value)
{
    raw(name, utcText(value));
}

void ContentLineWriter::date(const QByteArray& name, QDate value)
{
    raw(name + ";VALUE=DATE", value.toString(u"yyyyMMdd").toLatin1());
}

QByteArray ContentLineWriter::take()
{
    return std::exchange(m_lines, {});
}

// The only place where a line is made, so that no value from a message can break out of its own.
void ContentLineWriter::line(QByteArray content)
{
    const auto isBreak = [](char c) { return c == '\r' || c == '\n' || c == '\0'; };
    std::replace_if(content.begin(), content.end(), isBreak, ' ');
    QByteArrayView rest = content;
    qsizetype room = longestLine;
    while (rest.size() > room) {
        qsizetype end = room;
        while (end > 1 && (uchar(rest[end]) & 0xC0) == 0x80)
            --end;
        m_lines.append(rest.first(end)).append("\r\n ");
        rest = rest.sliced(end);
        room = longestLine - 1;
    }
    m_lines.append(rest).append("\r\n");
}

QByteArray parameterText(const QString& value)
{
    QString plain = value.simplified();
    plain.replace(u'"', u'\'');
    plain.removeIf(isControl);
    static constexpr QStringView separators = u":;,";
    const bool quoted = std::any_of(plain.begin(), plain.end(), [](QChar c) { return separators.contains(c); });
    const QByteArray utf8 = plain.toUtf8();
    return quoted ? '"' + utf8 + '"' : utf8;
}

QByteArray mailtoUri(const QString& address)
{
    QString plain = address;
    plain.removeIf([](QChar c) { return isControl(c) || c.isSpace(); });
    return "mailto:" + plain.toUtf8();
}

QByteArray utcText(Instant instant)
{
    return toDateTime(instant).toString(u"yyyyMMdd'T'HHmmss'Z'").toLatin1();
}

} // namespace reserve
