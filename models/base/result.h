// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#pragma once

#include "models/base/error.h"

#include <tl/expected.hpp>

namespace reserve {

// A value or an Error. Result<void> says only whether something worked.
template<typename T>
using Result = tl::expected<T, Error>;

using Failure = tl::unexpected<Error>;

inline Failure failure(QByteArray code, Arguments arguments = {}, bool retryable = false)
{
    return Failure(Error(std::move(code), std::move(arguments), retryable));
}

inline Failure failure(Error error)
{
    return Failure(std::move(error));
}

} // namespace reserve
