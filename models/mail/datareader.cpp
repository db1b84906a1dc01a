// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#include "models/mail/datareader.h"

#include <algorithm>
#include <cstring>
#include <utility>

namespace reserve {

namespace {

constexpr qsizetype firstReserve = 8 * 1024;

} // namespace

void DataReader::start(qint64 limit)
{
    m_content = QByteArray();
    m_limit = limit;
    m_state = State::LineStart;
    m_overLimit = false;
}

qsizetype DataReader::feed(QByteArrayView input)
{
    qsizetype at = 0;
    while (at < input.size() && m_state != State::Complete) {
        const char c = input[at];
        switch (m_state) {
        case State::LineStart:
            m_state = c == '.' ? State::Dot : State::Inside;
            at += c == '.' ? 1 : 0;
            break;
        case State::Dot:
            m_state = c == '\r' ? State::DotCr : State::Inside;
            at += c == '\r' ? 1 : 0;
            break;
        case State::DotCr:
            if (c == '\n') {
                m_state = State::Complete;
                ++at;
            } else {
                keep("\r");
                m_state = State::Inside;
            }
            break;
        case State::Cr:
            if (c == '\n') {
                keep("\n");
                m_state = State::LineStart;
                ++at;
            } else {
                m_state = State::Inside;
            }
            break;
        case State::Inside:
            at += feedInside(input.sliced(at));
            break;
        case State::Complete:
            break;
        }
    }
    return at;
}

// Takes a run up to the CRLF that stands in front of a dot or at the end of the input: the only places where
// more than copying has to be done.
qsizetype DataReader::feedInside(QByteArrayView input)
{
    const char* const begin = input.data();
    const char* const end = begin + input.size();
    const char* from = begin;
    while (from < end) {
        const auto* lineFeed = static_cast<const char*>(std::memchr(from, '\n', size_t(end - from)));
        if (!lineFeed)
            break;
        const char* const next = lineFeed + 1;
        const bool endsLine = lineFeed > begin && lineFeed[-1] == '\r';
        if (endsLine && (next == end || *next == '.')) {
            keep(input.first(next - begin));
            m_state = State::LineStart;
            return next - begin;
        }
        from = next;
    }
    keep(input);
    m_state = end[-1] == '\r' ? State::Cr : State::Inside;
    return input.size();
}

void DataReader::keep(QByteArrayView octets)
{
    if (m_overLimit)
        return;
    if (m_content.size() + octets.size() > m_limit) {
        m_overLimit = true;
        m_content = QByteArray();
        return;
    }
    if (m_content.capacity() == 0)
        m_content.reserve(std::max(firstReserve, octets.size()));
    m_content.append(octets);
}

QByteArray DataReader::takeContent()
{
    return std::exchange(m_content, QByteArray());
}

} // namespace reserve
