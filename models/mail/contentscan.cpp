// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#include "models/mail/contentscan.h"

#include <algorithm>
#include <cstring>

namespace reserve {

namespace {

constexpr qsizetype longestUsualLine = 998;

bool hasEightBit(QByteArrayView content)
{
    constexpr quint64 highBits = 0x8080808080808080ULL;
    constexpr qsizetype run = 64;
    const char* at = content.data();
    const char* const end = at + content.size();
    for (; end - at >= run; at += run) {
        quint64 words[run / sizeof(quint64)];
        std::memcpy(words, at, run);
        quint64 all = 0;
        for (const quint64 word : words)
            all |= word;
        if (all & highBits)
            return true;
    }
    return std::any_of(at, end, [](char c) { return (uchar(c) & 0x80) != 0; });
}

bool startsReceivedField(QByteArrayView line)
{
    constexpr QByteArrayView name = "received:";
    return line.size() >= name.size() && (line[0] == 'R' || line[0] == 'r') &&
           line.first(name.size()).compare(name, Qt::CaseInsensitive) == 0;
}

bool hasBareCarriageReturn(QByteArrayView line)
{
    const auto* found = static_cast<const char*>(std::memchr(line.data(), '\r', size_t(line.size())));
    return found && found != line.data() + line.size() - 1;
}

} // namespace

ContentScan scanContent(QByteArrayView content)
{
    ContentScan scan;
    scan.findings.setFlag(ContentFinding::UndeclaredEightBit, hasEightBit(content));
    scan.findings.setFlag(ContentFinding::Nul, content.contains('\0'));

    bool inHeader = true;
    qsizetype start = 0;
    while (start < content.size()) {
        const qsizetype lineFeed = content.indexOf('\n', start);
        const bool isEnded = lineFeed >= 0;
        QByteArrayView line = content.sliced(start, (isEnded ? lineFeed : content.size()) - start);
        start += line.size() + 1;

        if (!line.isEmpty() && hasBareCarriageReturn(line))
            scan.findings |= ContentFinding::BareCarriageReturn;
        const bool endsWithReturn = line.endsWith('\r');
        if (endsWithReturn)
            line.chop(1);
        if (isEnded && !endsWithReturn)
            scan.findings |= ContentFinding::BareLineFeed;
        if (!isEnded && endsWithReturn)
            scan.findings |= ContentFinding::BareCarriageReturn;

        scan.longestLine = std::max(scan.longestLine, line.size());
        inHeader = inHeader && !line.isEmpty();
        if (inHeader && startsReceivedField(line))
            ++scan.receivedFields;
    }
    scan.findings.setFlag(ContentFinding::LongLine, scan.longestLine > longestUsualLine);
    return scan;
}

} // namespace reserve
