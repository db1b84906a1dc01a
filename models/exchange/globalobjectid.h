// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QByteArray>
#include <QDate>
#include <QList>
#include <QString>

#include <optional>

namespace reserve {

// PidLidCleanGlobalObjectId of a meeting (MS-OXOCAL 2.2.1.28): the name by which Exchange finds it, the same for a
// series and all of its dates. From an iCalendar UID there are two ways to it (MS-OXCICAL 2.1.3.1.1.20.26):
//
// - the UID is the id in hexadecimal digits, as Exchange itself writes it; the date of an occurrence is cleared;
// - the UID is anybody's: it is wrapped, behind the mark "vCal-Uid".
//
// Some clients wrap even the first kind. So there are one or two candidates, the likelier first; both are asked for.
// Empty for an empty UID. Pure; any thread.
QList<QByteArray> cleanGlobalObjectIds(const QString& uid);

// The date of one occurrence that a PidLidGlobalObjectId (MS-OXOCAL 2.2.1.27) holds, on the wall of the series; nothing
// for that of the whole.
std::optional<QDate> dateInGlobalObjectId(const QByteArray& id);

// The same meeting, as Exchange says its UID: hexadecimal ids without regard to case, others to the letter.
bool sameUid(const QString& left, const QString& right);

} // namespace reserve
