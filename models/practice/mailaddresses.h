// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QByteArray>
#include <QStringList>

namespace reserve::practice {

// The plain addresses of To, Cc and Bcc of a message.
QStringList recipientsOf(const QByteArray& message);

// Its Message-ID with the brackets; empty where it has none.
QString messageIdOf(const QByteArray& message);

} // namespace reserve::practice
