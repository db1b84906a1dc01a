// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#include "models/mail/headerscanner.h"

#include <algorithm>
#include <utility>

namespace reserve {

namespace {

QByteArrayView withoutLineEnd(QByteArrayView line)
{
    if (line.endsWith('\n'))
        line.chop(1);
    if (line.endsWith('\r'))
        line.chop(1);
    return line;
}

// Length of the name in front of the colon, -1 for a line that is no field.
qsizetype nameLength(QByteArrayView line)
{
    const qsizetype colon = line.indexOf(':');
    if (colon <= 0)
        return -1;
    const auto isNameLetter = [](char c) { return c > 0x20 && c < 0x7f; };
    QByteArrayView name = line.first(colon);
    while (name.endsWith(' ') || name.endsWith('\t')) // obsolete, but it occurs
        name.chop(1);
    return !name.isEmpty() && std::all_of(name.begin(), name.end(), isNameLetter) ? name.size() : -1;
}

} // namespace

bool equalsIgnoringCase(QByteArrayView left, QByteArrayView right)
{
    return left.size() == right.size() && left.compare(right, Qt::CaseInsensitive) == 0;
}

bool HeaderField::is(QByteArrayView wanted) const
{
    return equalsIgnoringCase(name, wanted);
}

HeaderScanner::HeaderScanner(QByteArrayView entity)
    : m_entity(entity)
{
    if (m_entity.startsWith("From ") || m_entity.startsWith(">From ")) // a line of a mail box file
        m_at = lineEnd(0);
}

qsizetype HeaderScanner::lineEnd(qsizetype from) const
{
    const qsizetype lineFeed = m_entity.indexOf('\n', from);
    return lineFeed < 0 ? m_entity.size() : lineFeed + 1;
}

bool HeaderScanner::next(HeaderField& field)
{
    while (m_at < m_entity.size()) {
        qsizetype end = lineEnd(m_at);
        const QByteArrayView firstLine = withoutLineEnd(m_entity.sliced(m_at, end - m_at));
        if (firstLine.isEmpty()) {
            m_at = end;
            return false;
        }
        const qsizetype length = nameLength(firstLine);
        if (length < 0 && !m_sawField)
            return false;
        while (end < m_entity.size() && (m_entity[end] == ' ' || m_entity[end] == '\t'))
            end = lineEnd(end);
        const qsizetype start = std::exchange(m_at, end);
        if (length < 0) {
            m_hasMalformedLines = true;
            continue;
        }
        m_sawField = true;
        const QByteArrayView whole = withoutLineEnd(m_entity.sliced(start, end - start));
        field.name = whole.first(length);
        field.value = whole.sliced(whole.indexOf(':') + 1).trimmed();
        return true;
    }
    return false;
}

} // namespace reserve
