// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#pragma once

#include "models/base/reason.h"

namespace reserve {

// What went wrong, as a value. It crosses floors inside Result<T>; no exception does.
// `retryable` says that the same call may succeed later without anybody changing anything.
class [[nodiscard]] Error
{
public:
    explicit Error(QByteArray code, Arguments arguments = {}, bool retryable = false);

    const QByteArray& code() const { return m_reason.code; }
    const Arguments& arguments() const { return m_reason.arguments; }
    const Reason& reason() const { return m_reason; }
    bool isRetryable() const { return m_retryable; }

    // Code and arguments in one line for a log; never for a person.
    QString logLine() const;

    friend bool operator==(const Error&, const Error&) = default;

private:
    Reason m_reason;
    bool m_retryable = false;
};

// Arguments of what follows from an error: its own, overlaid by `arguments`, with its code as "cause". In a sentence
// "{cause}" is the sentence of that code.
Arguments causedBy(const Error& error, const Arguments& arguments = {});

} // namespace reserve
