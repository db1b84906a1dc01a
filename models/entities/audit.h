// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#pragma once

#include "models/base/instant.h"
#include "models/entities/ids.h"

#include <QByteArray>
#include <QString>

namespace reserve {

// Who changed what, when, from what, to what. Rows are only ever added.
struct AuditEntry
{
    AuditId id;
    Instant at;
    QString actor;      // "maria on desk-12 (console)", "root on mail1 (reserve-agent)"
    QByteArray subject; // "space", "person", "setting", "server-profile", "closure", "outbox", "reservation", "policy",
                        // "approval", "notice"
    QString key;        // "CR2@reserve.mycompany.com", "smtp.port"
    QByteArray before;  // JSON object, empty for something new
    QByteArray after;   // JSON object, empty for something removed

    friend bool operator==(const AuditEntry&, const AuditEntry&) = default;
};

} // namespace reserve
