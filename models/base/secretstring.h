// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QByteArray>

#include <memory>

namespace reserve {

// A password or key in memory, UTF-8. It has no way into a log, a QDebug stream or a QString by accident, and its
// bytes are overwritten when the last copy goes.
class SecretString
{
public:
    SecretString() = default;
    explicit SecretString(QByteArrayView utf8);

    bool isEmpty() const;

    // The only door out: the caller hands the bytes to the library that needs them and keeps no copy.
    QByteArrayView reveal() const;

private:
    struct Bytes;
    std::shared_ptr<const Bytes> m_bytes;
};

} // namespace reserve
