// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#include "models/mail/contentscan.h"

#include <algorithm>

namespace reserve {

namespace {

constexpr qsizetype longestUsualLine = 998;

// Headers are looked through for Received fields this far; a hundred of them take a tenth of it.
constexpr qsizetype headerOctetsScanned = 1 << 20;

struct OctetMarks
{
    uchar bareLineFeed = 0;
    uchar bareReturn = 0;
    uchar nul = 0;
    uchar high = 0;
};

// Takes `count` octets and the one in front of them. Without branches, so that compilers make vector
// instructions of it and the cost is the same for any content.
inline void markOctets(const char* octets, qsizetype count, OctetMarks& marks)
{
    OctetMarks found;
    for (qsizetype i = 0; i < count; ++i) {
        const auto before = uchar(octets[i - 1]);
        const auto octet = uchar(octets[i]);
        found.bareLineFeed |= uchar(octet == '\n') & uchar(before != '\r');
        found.bareReturn |= uchar(before == '\r') & uchar(octet != '\n');
        found.nul |= uchar(octet == 0);
        found.high |= octet;
    }
    marks.bareLineFeed |= found.bareLineFeed;
    marks.bareReturn |= found.bareReturn;
    marks.nul |= found.nul;
    marks.high |= found.high;
}

ContentFindings findOctets(QByteArrayView content)
{
    constexpr qsizetype block = 64;
    if (content.isEmpty())
        return {};
    OctetMarks marks;
    marks.bareLineFeed = content.front() == '\n';
    marks.bareReturn = content.back() == '\r';
    marks.nul = content.front() == '\0';
    marks.high = uchar(content.front());
    qsizetype at = 1;
    for (; content.size() - at >= block; at += block)
        markOctets(content.data() + at, block, marks);
    markOctets(content.data() + at, content.size() - at, marks);

    ContentFindings findings;
    findings.setFlag(ContentFinding::BareLineFeed, marks.bareLineFeed);
    findings.setFlag(ContentFinding::BareCarriageReturn, marks.bareReturn);
    findings.setFlag(ContentFinding::Nul, marks.nul);
    findings.setFlag(ContentFinding::UndeclaredEightBit, marks.high & 0x80);
    return findings;
}

// The longest line, where one is longer than usual; the usual limit where none is. Steps over as many short
// lines at once as fit into a long one.
qsizetype longestLine(QByteArrayView content)
{
    qsizetype longest = std::min(content.size(), longestUsualLine);
    qsizetype start = 0;
    while (content.size() - start > longestUsualLine) {
        const qsizetype shortEnd = content.sliced(start, longestUsualLine + 1).lastIndexOf('\n');
        if (shortEnd >= 0) {
            start += shortEnd + 1;
            continue;
        }
        const qsizetype lineFeed = content.indexOf('\n', start);
        const qsizetype end = lineFeed < 0 ? content.size() : lineFeed;
        const bool endsWithReturn = content[end - 1] == '\r';
        longest = std::max(longest, end - start - (endsWithReturn ? 1 : 0));
        start = end + 1;
    }
    return longest;
}

int countReceivedFields(QByteArrayView content)
{
    constexpr QByteArrayView name = "received:";
    const QByteArrayView header = content.first(std::min(content.size(), headerOctetsScanned));
    int count = 0;
    qsizetype start = 0;
    while (start < header.size() && header[start] != '\r' && header[start] != '\n') {
        const QByteArrayView rest = header.sliced(start);
        const bool isReceived = (rest[0] == 'R' || rest[0] == 'r') && rest.size() >= name.size()
            && rest.first(name.size()).compare(name, Qt::CaseInsensitive) == 0;
        count += isReceived ? 1 : 0;
        const qsizetype lineFeed = header.indexOf('\n', start);
        start = lineFeed < 0 ? header.size() : lineFeed + 1;
    }
    return count;
}

} // namespace

ContentScan scanContent(QByteArrayView content)
{
    ContentScan scan;
    scan.findings = findOctets(content);
    scan.longestLine = longestLine(content);
    scan.receivedFields = countReceivedFields(content);
    scan.findings.setFlag(ContentFinding::LongLine, scan.longestLine > longestUsualLine);
    return scan;
}

} // namespace reserve
