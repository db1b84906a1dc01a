// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QByteArray>
#include <QStringList>

namespace reserve {

// The plain addresses in one field of a message's head ("To"), in their order, each once: for an envelope that nobody
// gave. Comments and quoted names are passed over.
QStringList addressesOfField(const QByteArray& message, const QByteArray& field);

} // namespace reserve
