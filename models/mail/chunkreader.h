// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QByteArray>
#include <QByteArrayView>

namespace reserve {

// Counts the octets of BDAT chunks off the wire and puts the chunks of one message together (RFC 3030).
// Nothing in a chunk means anything: no dots, no line ends, no commands.
class ChunkReader final
{
public:
    // keep = false: the octets are read and dropped, the command was refused already. Of a message above the limit so
    // much is kept.
    void startChunk(qint64 octets, bool last, bool keep, qint64 limit);

    // How many octets of the input belonged to the chunk.
    qsizetype feed(QByteArrayView input);

    bool isComplete() const { return m_missing == 0; }
    bool isLast() const { return m_last; }
    bool isKept() const { return m_keep; }
    bool isOverLimit() const { return m_octets > m_limit; }
    qint64 chunkOctets() const { return m_chunkOctets; }
    // Of the whole message so far, kept or not.
    qint64 octets() const { return m_octets; }

    // Whether a chunk of the message at hand was taken: DATA, MAIL and RCPT are out of order then.
    bool hasChunks() const { return m_hasChunks; }
    QByteArray takeContent();
    void reset();

private:
    QByteArray m_content;
    qint64 m_chunkOctets = 0;
    qint64 m_missing = 0;
    qint64 m_octets = 0;
    qint64 m_limit = 0;
    bool m_last = false;
    bool m_keep = false;
    bool m_hasChunks = false;
};

} // namespace reserve
