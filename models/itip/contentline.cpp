// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#include "models/itip/contentline.h"

#include <QUtf8StringView>

#include <algorithm>
#include <cstring>

namespace reserve {

namespace {

// The first of two separators outside quotes. A quote that never ends is no quote.
qsizetype separatorIn(QByteArrayView text, char first, char second)
{
    bool quoted = false;
    for (qsizetype i = 0; i < text.size(); ++i) {
        const char c = text[i];
        if (c == '"')
            quoted = !quoted;
        else if (!quoted && (c == first || c == second))
            return i;
    }
    if (!quoted)
        return -1;
    for (qsizetype i = 0; i < text.size(); ++i) {
        if (text[i] == first || text[i] == second)
            return i;
    }
    return -1;
}

QByteArray decodedParameter(QByteArrayView value)
{
    if (value.size() >= 2 && value.front() == '"' && value.back() == '"')
        value = value.sliced(1, value.size() - 2);
    QByteArray plain = value.toByteArray();
    if (plain.contains('^'))
        plain.replace("^n", "\n").replace("^'", "\"").replace("^^", "^");
    return plain;
}

} // namespace

ContentLine splitLine(QByteArrayView text)
{
    ContentLine line;
    line.text = text;
    const qsizetype nameEnd = separatorIn(text, ';', ':');
    line.name = nameEnd < 0 ? text : text.first(nameEnd);
    if (nameEnd < 0)
        return line;
    if (text[nameEnd] == ':') {
        line.value = text.sliced(nameEnd + 1);
        return line;
    }
    const QByteArrayView rest = text.sliced(nameEnd + 1);
    const qsizetype colon = separatorIn(rest, ':', ':');
    line.parameters = colon < 0 ? rest : rest.first(colon);
    if (colon >= 0)
        line.value = rest.sliced(colon + 1);
    return line;
}

ContentLine splitTimeLine(QByteArrayView text)
{
    ContentLine line = splitLine(text);
    const qsizetype colon = text.lastIndexOf(':');
    if (colon < 0 || line.parameters.isEmpty())
        return line;
    line.value = text.sliced(colon + 1);
    line.parameters = text.sliced(line.name.size() + 1, colon - line.name.size() - 1);
    return line;
}

QByteArray parameter(const ContentLine& line, QByteArrayView name)
{
    QByteArrayView rest = line.parameters;
    while (!rest.isEmpty()) {
        const qsizetype end = separatorIn(rest, ';', ';');
        const QByteArrayView one = end < 0 ? rest : rest.first(end);
        const qsizetype equals = one.indexOf('=');
        if (equals > 0 && one.first(equals).trimmed().compare(name, Qt::CaseInsensitive) == 0)
            return decodedParameter(one.sliced(equals + 1).trimmed());
        rest = end < 0 ? QByteArrayView() : rest.sliced(end + 1);
    }
    return {};
}

QByteArray unescaped(QByteArrayView value)
{
    if (value.indexOf('\\') < 0)
        return value.toByteArray();
    QByteArray plain;
    plain.reserve(value.size());
    for (qsizetype i = 0; i < value.size(); ++i) {
        if (value[i] != '\\' || i + 1 == value.size()) {
            plain.append(value[i]);
            continue;
        }
        ++i;
        plain.append(value[i] == 'n' || value[i] == 'N' ? '\n' : value[i]);
    }
    return plain;
}

QString plainAddress(QByteArrayView value)
{
    constexpr QByteArrayView scheme = "mailto:";
    QByteArrayView address = value.trimmed();
    // Some quote the value as if it were a parameter's.
    if (address.size() >= 2 && address.startsWith('"') && address.endsWith('"'))
        address = address.sliced(1).chopped(1).trimmed();
    if (address.size() >= scheme.size() && address.first(scheme.size()).compare(scheme, Qt::CaseInsensitive) == 0)
        address = address.sliced(scheme.size()).trimmed();
    return QString::fromUtf8(address);
}

ContentLines::ContentLines(QByteArrayView text)
    : m_text(text)
{
    constexpr QByteArrayView byteOrderMark = "\xEF\xBB\xBF";
    if (m_text.startsWith(byteOrderMark))
        m_position = byteOrderMark.size();
}

QByteArrayView ContentLines::takePhysicalLine()
{
    const char* start = m_text.data() + m_position;
    const qsizetype left = m_text.size() - m_position;
    const void* found = std::memchr(start, '\n', std::size_t(left));
    const qsizetype length = found ? static_cast<const char*>(found) - start : left;
    m_position += found ? length + 1 : length;
    return QByteArrayView(start, length > 0 && start[length - 1] == '\r' ? length - 1 : length);
}

// Skips empty lines; true when what follows belongs to the line before.
bool ContentLines::continues()
{
    while (m_position < m_text.size()) {
        const char c = m_text[m_position];
        const bool empty = c == '\n' || (c == '\r' && m_position + 1 < m_text.size() && m_text[m_position + 1] == '\n');
        if (!empty)
            return c == ' ' || c == '\t';
        m_position += c == '\n' ? 1 : 2;
    }
    return false;
}

bool ContentLines::next()
{
    QByteArrayView line;
    while (line.isEmpty()) {
        if (m_position >= m_text.size())
            return false;
        line = takePhysicalLine();
    }
    if (continues()) {
        m_joined = line.toByteArray();
        do {
            const QByteArrayView more = takePhysicalLine().sliced(1);
            m_joined.append(more.first(std::min(more.size(), std::max<qsizetype>(0, longestLine - m_joined.size()))));
        } while (continues());
        line = m_joined;
    }
    line = line.first(std::min(line.size(), longestLine));
    if (!QUtf8StringView(line.data(), line.size()).isValidUtf8()) {
        m_sawForeignCharset = true;
        m_joined = QString::fromLatin1(line).toUtf8();
        line = m_joined;
    }
    if (line.contains('\0')) {
        m_joined = line.toByteArray().replace('\0', ' ');
        line = m_joined;
    }
    m_line = splitLine(line);
    return true;
}

} // namespace reserve
