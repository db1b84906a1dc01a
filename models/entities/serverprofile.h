// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#pragma once

#include "models/entities/ids.h"

#include <QString>
#include <QStringList>

namespace reserve {

enum class ServerKind { Ews, Graph, MailOnly };

// One Exchange server or tenant and the mail domains it handles (R-SERVERS).
struct ServerProfile
{
    ServerProfileId id;
    QString name;
    ServerKind kind = ServerKind::MailOnly;
    QString url;
    QStringList mailDomains;
    QString authentication; // "anonymous", "basic", "ntlm", "oauth"
    QString userName;
    QString ntlmDomain;

    friend bool operator==(const ServerProfile&, const ServerProfile&) = default;
};

} // namespace reserve
