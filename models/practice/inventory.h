// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#pragma once

#include "models/practice/site.h"

namespace reserve::practice {

// What the Practice Exchange holds, for people and scripts: arrays of JSON objects, one line each.
QByteArray mailboxesJson(const Site& site);
// Error: practice.mailbox-unknown (mailbox).
Result<QByteArray> mailboxJson(Site& site, const QString& address);
// What lies in the Inboxes of people, oldest first.
QByteArray mailsJson(const Site& site);

} // namespace reserve::practice
