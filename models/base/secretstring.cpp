// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#include "models/base/secretstring.h"

#include <vector>

namespace reserve {

struct SecretString::Bytes
{
    explicit Bytes(QByteArrayView utf8)
        : content(utf8.begin(), utf8.end())
    {
    }
    Bytes(const Bytes&) = delete;
    Bytes& operator=(const Bytes&) = delete;

    ~Bytes()
    {
        // volatile keeps the compiler from dropping writes to memory that nobody reads again.
        volatile char* byte = content.data();
        for (std::size_t i = 0; i < content.size(); ++i)
            byte[i] = 0;
    }

    std::vector<char> content;
};

SecretString::SecretString(QByteArrayView utf8)
    : m_bytes(std::make_shared<const Bytes>(utf8))
{
}

bool SecretString::isEmpty() const
{
    return !m_bytes || m_bytes->content.empty();
}

QByteArrayView SecretString::reveal() const
{
    if (!m_bytes)
        return {};
    return QByteArrayView(m_bytes->content.data(), qsizetype(m_bytes->content.size()));
}

} // namespace reserve
