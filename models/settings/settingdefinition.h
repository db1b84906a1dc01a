// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#pragma once

#include "models/base/result.h"

#include <QList>
#include <QString>

namespace reserve {

enum class SettingType {
    Text,
    Boolean,
    Integer,
    Email,
    EmailList,
    DomainList,
    PeerList, // addresses or CIDR
    Address,  // an IP address to listen on
    HostName,
    Folder,
    TimeZone,
    Security, // "none", "starttls" or "tls"
    Language  // a code such as "de"; which of them the product has, models/wording knows
};

// One setting: its key (the name that scripts rely on), type, default and, for integers, range.
struct SettingDefinition
{
    QString key;
    SettingType type;
    QString defaultValue;
    qint64 minimum = 0;
    qint64 maximum = 0;
};

// Every setting there is, in the order of a listing.
const QList<SettingDefinition>& settingDefinitions();

// nullptr for an unknown key.
const SettingDefinition* findSetting(const QString& key);

// The value as it is stored: trimmed, lists without blanks, booleans "true" or "false". An empty value clears and is
// always fine. Errors: setting.unknown (key, nearest), setting.not-boolean, setting.not-integer, setting.out-of-range
// (minimum, maximum), setting.not-email, setting.not-domain, setting.not-peer, setting.not-address,
// setting.not-host-name, setting.not-zone, setting.not-security, setting.not-language; each with key and value.
Result<QString> normalised(const QString& key, const QString& value);

} // namespace reserve
