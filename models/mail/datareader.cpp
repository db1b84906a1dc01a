// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#include "models/mail/datareader.h"

#include <algorithm>
#include <utility>

namespace reserve {

namespace {

constexpr qsizetype firstReserve = 8 * 1024;

// Where a dot follows a line feed, at or behind `from`; the place of the line feed, -1 for none. Whole blocks
// are looked at without branches, which compilers turn into vector instructions: the cost is the same for any
// content.
qsizetype findDotLine(QByteArrayView text, qsizetype from)
{
    constexpr qsizetype block = 64;
    const char* const octets = text.data();
    const qsizetype last = text.size() - 1;
    while (from < last) {
        if (last - from >= block) {
            const char* const run = octets + from;
            uchar found = 0;
            for (qsizetype i = 0; i < block; ++i)
                found |= uchar(run[i] == '\n') & uchar(run[i + 1] == '.');
            if (!found) {
                from += block;
                continue;
            }
        }
        const qsizetype end = std::min(from + block, last);
        for (; from < end; ++from) {
            if (octets[from] == '\n' && octets[from + 1] == '.')
                return from;
        }
    }
    return -1;
}

} // namespace

void DataReader::start(qint64 limit)
{
    m_content = QByteArray();
    m_limit = limit;
    m_octets = 0;
    m_state = State::LineStart;
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

// Takes a run up to the CRLF in front of the next dot, or all of the input: the only places where more than
// copying has to be done.
qsizetype DataReader::feedInside(QByteArrayView input)
{
    for (qsizetype at = findDotLine(input, 0); at >= 0; at = findDotLine(input, at + 1)) {
        if (at == 0 || input[at - 1] != '\r')
            continue;
        keep(input.first(at + 1));
        m_state = State::LineStart;
        return at + 1;
    }
    keep(input);
    if (input.endsWith("\r\n"))
        m_state = State::LineStart;
    else if (input.endsWith('\r'))
        m_state = State::Cr;
    return input.size();
}

void DataReader::keep(QByteArrayView octets)
{
    m_octets += octets.size();
    const qint64 room = m_limit - m_content.size();
    if (room < octets.size())
        octets = octets.first(qsizetype(room));
    if (m_content.capacity() == 0)
        m_content.reserve(std::max(firstReserve, octets.size()));
    m_content.append(octets);
}

QByteArray DataReader::takeContent()
{
    return std::exchange(m_content, QByteArray());
}

} // namespace reserve
