// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#include "models/transport/onewaybody.h"

#include <algorithm>
#include <utility>

namespace reserve {

OneWayBody::OneWayBody(QByteArray content, QObject* parent)
    : QIODevice(parent)
    , m_content(std::move(content))
{
    open(ReadOnly | Unbuffered);
}

bool OneWayBody::seek(qint64 position)
{
    if (position < 0 || position > m_content.size())
        return false;
    if (position < m_read && !std::exchange(m_mayRewind, false))
        return false;
    m_read = position;
    return QIODevice::seek(position);
}

qint64 OneWayBody::readData(char* data, qint64 most)
{
    const qint64 count = std::min(most, m_content.size() - m_read);
    std::copy_n(m_content.constData() + m_read, count, data);
    m_read += count;
    return count;
}

} // namespace reserve
