// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#pragma once

#include "models/base/result.h"
#include "models/entities/serverprofile.h"
#include "models/exporting/rowproblem.h"

#include <QByteArray>
#include <QList>

namespace reserve {

class WriteUnit;

// What a JSON file of servers would change. Servers are known by name without regard to case; what an object does not
// name keeps its value, servers that the file does not name stay. A problem's line is the number of the server in the
// file, its column the field; 0 is the file as a whole.
//
// Problems: those of profilefields.h, servers.json-unreadable (detail, offset), servers.json-no-list,
// servers.entry-no-object, servers.field-unknown (field), servers.secret-inside (field), servers.value-unreadable,
// servers.twice (name).
struct ServersPlan
{
    QList<ServerProfile> toSave;
    ImportReport report;
};

ServersPlan planServers(const QByteArray& json, const QList<ServerProfile>& existing);

// All of it in the caller's unit of work or, with a problem, nothing.
Result<ImportReport> importServers(WriteUnit& unit, const QByteArray& json, const QString& actor);

} // namespace reserve
