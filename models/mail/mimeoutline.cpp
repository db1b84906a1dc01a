// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#include "models/mail/mimeoutline.h"

#include "models/mail/headerscanner.h"

#include <algorithm>
#include <optional>
#include <utility>

namespace reserve {

namespace {

struct BoundaryLine
{
    qsizetype start = 0; // of the CRLF in front, which belongs to it (RFC 2046 5.1.1)
    qsizetype end = 0;
    int level = 0; // which of the open multiparts
    bool isClosing = false;
};

// Where "--" begins a line at or behind `from`, -1 at the end.
qsizetype findDashes(QByteArrayView text, qsizetype from)
{
    const auto lineAfter = [text](qsizetype at) {
        const qsizetype lineFeed = text.indexOf('\n', at);
        return lineFeed < 0 ? text.size() : lineFeed + 1;
    };
    qsizetype line = from == 0 || text[from - 1] == '\n' ? from : lineAfter(from);
    while (line + 1 < text.size() && !(text[line] == '-' && text[line + 1] == '-'))
        line = lineAfter(line);
    return line + 1 < text.size() ? line : -1;
}

class OutlineWalk final
{
public:
    OutlineWalk(QByteArrayView raw, const ReaderLimits& limits)
        : m_raw(raw)
        , m_limits(limits)
        , m_boundaryTestsLeft(limits.boundaryTests)
    {
    }

    MimeOutline walk()
    {
        qsizetype at = openEntity(0, -1);
        while (at >= 0) {
            const std::optional<BoundaryLine> boundary = findBoundary(at);
            if (!boundary)
                break;
            closeDownTo(*boundary);
            if (boundary->isClosing) {
                closeMultipart(*boundary);
                at = boundary->end;
            } else {
                at = openEntity(boundary->end, m_multiparts[boundary->level].node);
            }
        }
        for (const int node : std::as_const(m_open))
            endBody(node, m_raw.size());
        return std::move(m_outline);
    }

private:
    struct OpenMultipart
    {
        int node;
        qsizetype openIndex; // of the node in m_open
        QByteArray boundary;
        int children;
    };

    // Takes the entity that begins at `at`, and those that begin with it inside message/rfc822. Returns where
    // to look for the next boundary, -1 at a limit.
    qsizetype openEntity(qsizetype at, int parent)
    {
        while (true) {
            if (m_outline.nodes.size() >= m_limits.parts)
                return stop(QByteArrayLiteral("mail.too-many-parts"), m_limits.parts);
            const int index = int(m_outline.nodes.size());
            at = appendNode(at, parent);
            if (m_headerOctets > m_limits.headerOctets)
                return stop(QByteArrayLiteral("mail.headers-too-large"), m_limits.headerOctets);
            if (!canOpen(m_outline.nodes[index]))
                return at;
            m_outline.nodes[index].isContainer = true;
            if (m_outline.nodes[index].isMultipart()) {
                m_multiparts.append({index, m_open.size() - 1, m_outline.nodes[index].type.parameter("boundary"), 0});
                return at;
            }
            parent = index;
        }
    }

    qsizetype appendNode(qsizetype at, int parent)
    {
        MimeNode node;
        node.parent = parent;
        if (parent >= 0) {
            const MimeNode& around = m_outline.nodes[parent];
            node.depth = around.depth + 1;
            node.messageLevel = around.messageLevel + (around.isMessage() ? 1 : 0);
            if (around.isMultipart())
                node.ordinal = ++m_multiparts.last().children;
        }
        const bool isInDigest = parent >= 0 && m_outline.nodes[parent].type.value == "multipart/digest";
        node.type.value = isInDigest ? QByteArrayLiteral("message/rfc822") : QByteArrayLiteral("text/plain");

        const qsizetype room = std::max<qsizetype>(0, m_limits.headerOctets - m_headerOctets) + 1;
        const QByteArrayView rest = m_raw.sliced(at);
        HeaderScanner scanner(rest.first(std::min(rest.size(), room)));
        for (HeaderField field; scanner.next(field);)
            applyField(node, field);
        m_headerOctets += scanner.bodyStart();
        node.header = m_raw.sliced(at, scanner.bodyStart());
        node.body = m_raw.sliced(at + scanner.bodyStart(), 0);
        if (scanner.hasMalformedLines() && parent < 0)
            m_outline.problems.append({QByteArrayLiteral("mail.header-malformed"), {}});
        m_open.append(int(m_outline.nodes.size()));
        m_outline.nodes.append(std::move(node));
        return at + scanner.bodyStart();
    }

    void applyField(MimeNode& node, const HeaderField& field) const
    {
        constexpr QByteArrayView prefix = "Content-";
        if (field.name.size() <= prefix.size() || !equalsIgnoringCase(field.name.first(prefix.size()), prefix))
            return;
        const QByteArrayView value = field.value.first(std::min(field.value.size(), m_limits.fieldOctets));
        if (field.is("Content-Type")) {
            ParameterizedValue type = parseParameterized(value);
            if (type.value.contains('/'))
                node.type = std::move(type);
        } else if (field.is("Content-Disposition")) {
            node.disposition = parseParameterized(value);
        } else if (field.is("Content-Transfer-Encoding")) {
            node.encoding = parseParameterized(value).value;
        }
    }

    bool canOpen(const MimeNode& node)
    {
        const bool isEncoded = node.encoding == "base64" || node.encoding == "quoted-printable";
        const bool hasParts
            = (node.isMultipart() && !node.type.parameter("boundary").isEmpty()) || (node.isMessage() && !isEncoded);
        if (!hasParts)
            return false;
        if (node.depth + 1 < m_limits.depth)
            return true;
        if (!std::exchange(m_isTooDeep, true)) {
            m_outline.problems.append(
                {QByteArrayLiteral("mail.too-deep"), {{QStringLiteral("limit"), QString::number(m_limits.depth)}}});
        }
        return false;
    }

    std::optional<BoundaryLine> findBoundary(qsizetype from)
    {
        while (!m_multiparts.isEmpty()) {
            const qsizetype dashes = findDashes(m_raw, from);
            if (dashes < 0)
                return std::nullopt;
            const qsizetype lineFeed = m_raw.indexOf('\n', dashes);
            from = lineFeed < 0 ? m_raw.size() : lineFeed + 1;
            m_boundaryTestsLeft -= m_multiparts.size();
            if (m_boundaryTestsLeft < 0) {
                stop(QByteArrayLiteral("mail.too-many-boundary-lines"), m_limits.boundaryTests);
                return std::nullopt;
            }
            if (const auto line = matchBoundary(dashes, from))
                return line;
        }
        return std::nullopt;
    }

    std::optional<BoundaryLine> matchBoundary(qsizetype dashes, qsizetype lineEnd) const
    {
        QByteArrayView text = m_raw.sliced(dashes + 2, lineEnd - dashes - 2);
        while (!text.isEmpty()
               && (text.back() == ' ' || text.back() == '\t' || text.back() == '\r' || text.back() == '\n'))
            text.chop(1);
        for (int level = int(m_multiparts.size()) - 1; level >= 0; --level) {
            const QByteArray& boundary = m_multiparts[level].boundary;
            const qsizetype more = text.size() - boundary.size();
            const bool isClosing = more == 2 && text.endsWith("--");
            if ((more == 0 || isClosing) && text.startsWith(boundary))
                return BoundaryLine{startWithLineEnd(dashes), lineEnd, level, isClosing};
        }
        return std::nullopt;
    }

    qsizetype startWithLineEnd(qsizetype dashes) const
    {
        qsizetype start = dashes;
        if (start > 0 && m_raw[start - 1] == '\n')
            --start;
        if (start > 0 && start < dashes && m_raw[start - 1] == '\r')
            --start;
        return start;
    }

    // Everything inside the multipart of the boundary ends there; the multipart itself goes on.
    void closeDownTo(const BoundaryLine& boundary)
    {
        const qsizetype stay = m_multiparts[boundary.level].openIndex + 1;
        while (m_open.size() > stay)
            endBody(m_open.takeLast(), boundary.start);
        m_multiparts.resize(boundary.level + 1);
    }

    void closeMultipart(const BoundaryLine& boundary)
    {
        endBody(m_open.takeLast(), boundary.end);
        m_multiparts.removeLast();
    }

    void endBody(int index, qsizetype end)
    {
        QByteArrayView& body = m_outline.nodes[index].body;
        const qsizetype start = body.data() - m_raw.data();
        body = m_raw.sliced(start, std::max(start, end) - start);
    }

    qsizetype stop(QByteArray code, qsizetype limit)
    {
        m_outline.problems.append({std::move(code), {{QStringLiteral("limit"), QString::number(limit)}}});
        return -1;
    }

    QByteArrayView m_raw;
    const ReaderLimits& m_limits;
    MimeOutline m_outline;
    QList<OpenMultipart> m_multiparts;
    QList<int> m_open; // nodes whose end is not known yet, from the outside in
    qsizetype m_headerOctets = 0;
    qsizetype m_boundaryTestsLeft;
    bool m_isTooDeep = false;
};

} // namespace

QByteArray MimeOutline::where(int node) const
{
    QByteArray path;
    for (; node >= 0; node = nodes[node].parent)
        path.prepend('.' + QByteArray::number(nodes[node].ordinal));
    return path.sliced(1);
}

bool MimeOutline::isInside(int node, int ancestor) const
{
    for (node = nodes[node].parent; node >= 0; node = nodes[node].parent) {
        if (node == ancestor)
            return true;
    }
    return false;
}

MimeOutline outlineMessage(QByteArrayView raw, const ReaderLimits& limits)
{
    return OutlineWalk(raw, limits).walk();
}

} // namespace reserve
