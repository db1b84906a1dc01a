// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QString>

namespace reserve {

// What another server said, for a person: on one line, at most some 500 characters. Whatever of it goes into an error
// goes through here, for it is stored with each attempt.
QString remoteText(const QString& said);

} // namespace reserve
