// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#include "models/mail/chunkreader.h"

#include <algorithm>
#include <utility>

namespace reserve {

void ChunkReader::startChunk(qint64 octets, bool last, bool keep, qint64 limit)
{
    m_chunkOctets = octets;
    m_missing = octets;
    m_last = last;
    m_keep = keep;
    m_hasChunks = m_hasChunks || keep;
    m_limit = limit;
}

qsizetype ChunkReader::feed(QByteArrayView input)
{
    const auto taken = qsizetype(std::min<qint64>(m_missing, input.size()));
    if (m_keep) {
        const auto room = qsizetype(std::min<qint64>(m_limit - m_content.size(), taken));
        m_content.append(input.first(room));
        m_octets += taken;
    }
    m_missing -= taken;
    return taken;
}

QByteArray ChunkReader::takeContent()
{
    return std::exchange(m_content, QByteArray());
}

void ChunkReader::reset()
{
    *this = ChunkReader();
}

} // namespace reserve
