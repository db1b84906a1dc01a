// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#include "models/base/error.h"

#include <QStringList>

namespace reserve {

Error::Error(QByteArray code, Arguments arguments, bool retryable)
    : m_reason{std::move(code), std::move(arguments)}
    , m_retryable(retryable)
{
}

QString Error::logLine() const
{
    QStringList words{QString::fromLatin1(m_reason.code)};
    for (auto it = m_reason.arguments.cbegin(); it != m_reason.arguments.cend(); ++it)
        words.append(it.key() + QLatin1Char('=') + it.value());
    return words.join(QLatin1Char(' '));
}

Arguments causedBy(const Error& error, const Arguments& arguments)
{
    Arguments all = error.arguments();
    for (auto it = arguments.cbegin(); it != arguments.cend(); ++it)
        all.insert(it.key(), it.value());
    all.insert(QStringLiteral("cause"), QString::fromLatin1(error.code()));
    return all;
}

} // namespace reserve
