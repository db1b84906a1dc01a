// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#pragma once

#include "models/base/result.h"

#include <QString>

namespace reserve {

struct HostAndPort
{
    QString host;
    quint16 port = 0;

    QString text() const; // "127.0.0.1:8025", "[::1]:8025"
};

// "127.0.0.1:8025", "mail.example.com:25", "[::1]:8025". usage.value-invalid names `option`.
Result<HostAndPort> hostAndPortFromInput(const QString& text, const QString& option);

} // namespace reserve
