// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QByteArray>
#include <QByteArrayView>

namespace reserve {

// Takes the content of DATA off the wire: ends only at CRLF.CRLF and removes the dot in front of a line that
// has one (RFC 5321 4.5.2). A line begins after CRLF alone; bare LF and CR are content like any octet, so
// that no other spelling of the end is ever believed. Works in runs of octets, wherever the segments were
// cut.
class DataReader final
{
public:
    // Of content above the limit so much is kept; the rest is counted and dropped until the end is found.
    void start(qint64 limit);

    // How many octets of the input belonged to the content or its end. Less than all of them: the end was
    // found.
    qsizetype feed(QByteArrayView input);

    bool isComplete() const { return m_state == State::Complete; }
    // Of the whole content, kept or not.
    qint64 octets() const { return m_octets; }
    QByteArray takeContent();

private:
    enum class State { LineStart, Dot, DotCr, Inside, Cr, Complete };

    qsizetype feedInside(QByteArrayView input);
    void keep(QByteArrayView octets);

    QByteArray m_content;
    qint64 m_limit = 0;
    qint64 m_octets = 0;
    State m_state = State::Complete;
};

} // namespace reserve
