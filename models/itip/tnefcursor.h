// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QByteArrayView>
#include <QtEndian>

namespace reserve {

// Reads little-endian numbers and stretches out of a block, never past its end. A read that does not fit
// breaks the cursor: that read and all later ones give zero or nothing, so that a caller may read a whole
// structure and ask isWhole() once, before it believes any of it. A view: the block outlives it.
class TnefCursor final
{
public:
    explicit TnefCursor(QByteArrayView block)
        : m_block(block)
    {
    }

    bool isWhole() const { return m_whole; }
    bool atEnd() const { return m_position == m_block.size(); }
    qsizetype left() const { return m_block.size() - m_position; }

    quint8 u8() { return number<quint8>(); }
    quint16 u16() { return number<quint16>(); }
    quint32 u32() { return number<quint32>(); }
    qint32 i32() { return qint32(number<quint32>()); }
    quint64 u64() { return number<quint64>(); }

    QByteArrayView take(quint64 count)
    {
        if (!m_whole || count > quint64(left())) {
            m_whole = false;
            return {};
        }
        const QByteArrayView taken = m_block.sliced(m_position, qsizetype(count));
        m_position += qsizetype(count);
        return taken;
    }

    // Takes what belongs to a value padded to four octets; the padding of the last one may be missing.
    QByteArrayView takePadded(quint64 count)
    {
        const QByteArrayView taken = take(count);
        if (m_whole)
            m_position += std::min<qsizetype>(left(), qsizetype((4 - count % 4) % 4));
        return taken;
    }

private:
    template<typename Number>
    Number number()
    {
        const QByteArrayView octets = take(sizeof(Number));
        return m_whole ? qFromLittleEndian<Number>(octets.data()) : Number(0);
    }

    QByteArrayView m_block;
    qsizetype m_position = 0;
    bool m_whole = true;
};

} // namespace reserve
