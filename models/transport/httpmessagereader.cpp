// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#include "models/transport/httpmessagereader.h"

#include <QList>

#include <algorithm>
#include <utility>

namespace reserve {

namespace {

constexpr qint64 mostHeadBytes = 64 * 1024;
constexpr qsizetype mostFields = 200;
// Chunks of one octet cost six octets of their own each: enough for any body that means well.
constexpr qint64 mostChunkLineBytes = 8 * 1024 * 1024;
constexpr qsizetype mostLineBytes = 32 * 1024;
constexpr qsizetype mostSizeDigits = 15;

bool isDigit(char c)
{
    return c >= '0' && c <= '9';
}

bool isVisible(char c)
{
    return c > ' ' && c != '\x7f';
}

QByteArrayView trimmed(QByteArrayView text)
{
    const auto isBlank = [](char c) { return c == ' ' || c == '\t'; };
    while (!text.isEmpty() && isBlank(text.front()))
        text = text.sliced(1);
    while (!text.isEmpty() && isBlank(text.back()))
        text.chop(1);
    return text;
}

bool hasToken(const QByteArray& list, const QByteArray& token)
{
    const QList<QByteArray> elements = list.toLower().split(',');
    return std::any_of(elements.cbegin(), elements.cend(),
                       [&](const QByteArray& element) { return element.trimmed() == token; });
}

// -1: no length, or several that differ.
qint64 contentLength(const QList<QByteArray>& values)
{
    const QByteArray& first = values.first();
    const bool isOne
        = std::all_of(values.cbegin(), values.cend(), [&](const QByteArray& value) { return value == first; });
    const bool isNumber
        = !first.isEmpty() && first.size() <= mostSizeDigits && std::all_of(first.cbegin(), first.cend(), isDigit);
    return isOne && isNumber ? first.toLongLong() : -1;
}

} // namespace

HttpMessageReader::HttpMessageReader(Kind kind, qint64 mostBodyBytes)
    : m_kind(kind)
    , m_mostBodyBytes(mostBodyBytes)
{
}

qsizetype HttpMessageReader::read(QByteArrayView octets)
{
    qsizetype taken = 0;
    while (taken < octets.size() && m_state != State::Complete && m_state != State::Failed) {
        const QByteArrayView rest = octets.sliced(taken);
        const bool isOctets = m_part == Part::Fixed || m_part == Part::ChunkOctets || m_part == Part::UntilEnd;
        taken += isOctets ? readOctets(rest) : readLine(rest);
    }
    return taken;
}

void HttpMessageReader::readEnd()
{
    if (m_state == State::Body && m_part == Part::UntilEnd)
        complete();
    else if (m_state != State::Complete && m_state != State::Failed)
        fail(Problem::Cut);
}

bool HttpMessageReader::keepsOpen() const
{
    const QByteArray connection = headerValue(m_headers, "connection");
    if (!m_isDelimited || hasToken(connection, "close"))
        return false;
    return !m_isVersion10 || hasToken(connection, "keep-alive");
}

bool HttpMessageReader::wantsContinue() const
{
    return !m_isVersion10 && hasToken(headerValue(m_headers, "expect"), "100-continue");
}

qsizetype HttpMessageReader::readLine(QByteArrayView octets)
{
    const qsizetype end = octets.indexOf('\n');
    const qsizetype taken = end < 0 ? octets.size() : end + 1;
    m_headBytes += taken;
    m_line.append(octets.data(), end < 0 ? taken : end);
    const bool isHead = m_state == State::Head;
    if (m_line.size() > mostLineBytes || m_headBytes > (isHead ? mostHeadBytes : mostHeadBytes + mostChunkLineBytes)) {
        fail(Problem::HeadTooLarge);
        return taken;
    }
    if (end < 0)
        return taken;
    // RFC 9112 2.2: a single line feed may end a line.
    if (m_line.endsWith('\r'))
        m_line.chop(1);
    const QByteArray line = std::exchange(m_line, {});
    takeLine(line);
    return taken;
}

qsizetype HttpMessageReader::readOctets(QByteArrayView octets)
{
    const qsizetype count
        = m_part == Part::UntilEnd ? octets.size() : qsizetype(std::min<qint64>(m_left, octets.size()));
    if (m_body.size() + count > m_mostBodyBytes) {
        fail(Problem::BodyTooLarge);
        return count;
    }
    m_body.append(octets.data(), count);
    m_left -= count;
    if (m_left > 0 || m_part == Part::UntilEnd)
        return count;
    if (m_part == Part::Fixed)
        complete();
    else
        m_part = Part::ChunkEnd;
    return count;
}

void HttpMessageReader::takeLine(QByteArrayView line)
{
    if (line.contains('\r') || line.contains('\0'))
        return fail(Problem::Malformed);
    switch (m_part) {
    case Part::StartLine:
        // RFC 9112 2.2: empty lines before a request are passed over.
        if (line.isEmpty() && m_kind == Kind::Request)
            return;
        return takeStartLine(line);
    case Part::Field:
        return line.isEmpty() ? endHead() : takeField(line);
    case Part::ChunkSize:
        return takeChunkSize(line);
    case Part::ChunkEnd:
        if (!line.isEmpty())
            return fail(Problem::Malformed);
        m_part = Part::ChunkSize;
        return;
    case Part::Trailer:
        if (line.isEmpty())
            complete();
        return;
    case Part::Fixed:
    case Part::ChunkOctets:
    case Part::UntilEnd:
        Q_UNREACHABLE();
    }
}

void HttpMessageReader::takeStartLine(QByteArrayView line)
{
    const bool isGood = m_kind == Kind::Request ? takeRequestLine(line) : takeStatusLine(line);
    if (!isGood)
        return fail(Problem::Malformed);
    m_part = Part::Field;
}

bool HttpMessageReader::takeRequestLine(QByteArrayView line)
{
    const QList<QByteArray> words = line.toByteArray().split(' ');
    if (words.size() != 3 || !isHeaderName(words.at(0)) || words.at(1).isEmpty())
        return false;
    m_method = words.at(0);
    m_target = words.at(1);
    return std::all_of(m_target.cbegin(), m_target.cend(), isVisible) && takeVersion(words.at(2));
}

bool HttpMessageReader::takeStatusLine(QByteArrayView line)
{
    // "HTTP/1.1 200", and a reason that may be missing with its blank.
    if (line.size() < 12 || line.at(8) != ' ' || (line.size() > 12 && line.at(12) != ' '))
        return false;
    const QByteArrayView digits = line.sliced(9, 3);
    m_status = digits.toInt();
    return std::all_of(digits.cbegin(), digits.cend(), isDigit) && m_status >= 100 && takeVersion(line.first(8));
}

bool HttpMessageReader::takeVersion(QByteArrayView version)
{
    if (version.size() != 8 || !version.startsWith("HTTP/1.") || !isDigit(version.at(7)))
        return false;
    m_isVersion10 = version.at(7) == '0';
    return true;
}

void HttpMessageReader::takeField(QByteArrayView line)
{
    const qsizetype colon = line.indexOf(':');
    if (colon < 1 || !isHeaderName(line.first(colon)))
        return fail(Problem::Malformed);
    if (m_headers.size() >= mostFields)
        return fail(Problem::HeadTooLarge);
    m_headers.append({line.first(colon).toByteArray().toLower(), trimmed(line.sliced(colon + 1)).toByteArray()});
}

void HttpMessageReader::endHead()
{
    if (m_kind == Kind::Response && m_status < 200) {
        if (m_status == 101)
            return fail(Problem::NotSupported);
        m_headers.clear();
        m_part = Part::StartLine;
        return;
    }
    frame();
}

// RFC 9112 6.3.
void HttpMessageReader::frame()
{
    m_state = State::Body;
    const bool isResponse = m_kind == Kind::Response;
    if (isResponse && (m_isBodiless || m_status == 204 || m_status == 304))
        return complete();
    const QList<QByteArray> codings = headerValues(m_headers, "transfer-encoding");
    const QList<QByteArray> lengths = headerValues(m_headers, "content-length");
    if (!codings.isEmpty()) {
        // Both at once is how one request is smuggled behind another.
        if (!lengths.isEmpty() || m_isVersion10)
            return fail(Problem::Malformed);
        if (codings.size() != 1 || codings.first().toLower() != "chunked")
            return fail(Problem::NotSupported);
        m_part = Part::ChunkSize;
        return;
    }
    if (!lengths.isEmpty())
        return beginFixed(contentLength(lengths));
    if (!isResponse)
        return complete();
    m_isDelimited = false;
    m_left = 0;
    m_part = Part::UntilEnd;
}

void HttpMessageReader::beginFixed(qint64 length)
{
    if (length < 0)
        return fail(Problem::Malformed);
    if (length > m_mostBodyBytes)
        return fail(Problem::BodyTooLarge);
    m_left = length;
    m_part = Part::Fixed;
    if (length == 0)
        complete();
}

void HttpMessageReader::takeChunkSize(QByteArrayView line)
{
    const qsizetype extension = line.indexOf(';');
    const QByteArray size = trimmed(extension < 0 ? line : line.first(extension)).toByteArray();
    const auto isHexDigit = [](char c) { return isDigit(c) || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F'); };
    if (size.isEmpty() || size.size() > mostSizeDigits || !std::all_of(size.cbegin(), size.cend(), isHexDigit))
        return fail(Problem::Malformed);
    m_left = size.toLongLong(nullptr, 16);
    if (m_left > m_mostBodyBytes - m_body.size())
        return fail(Problem::BodyTooLarge);
    m_part = m_left > 0 ? Part::ChunkOctets : Part::Trailer;
}

void HttpMessageReader::fail(Problem problem)
{
    m_state = State::Failed;
    m_problem = problem;
}

} // namespace reserve
