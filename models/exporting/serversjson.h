// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#pragma once

#include "models/entities/serverprofile.h"

#include <QByteArray>
#include <QJsonObject>
#include <QList>

namespace reserve {

// A server profile by the names of its fields, with domains as an array, flags as booleans, a date that is not known as
// null. No secret is in it.
QJsonObject toJsonObject(const ServerProfile& profile);

// The file that an import takes: one array, one server a line.
QByteArray serversToJson(const QList<ServerProfile>& profiles);

} // namespace reserve
