// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QString>

namespace reserve {

// Whether the organizer of an item can be the one of a request. The same UID of another organizer is another meeting
// (R-MEETING), whose item is not answered in its place. Exchange may know somebody by another domain than the request
// says (hybrid), or by a name of its directory ("/O=..."), which tells nothing against it. Pure.
bool canBeOrganizer(const QString& ofItem, const QString& ofRequest);

} // namespace reserve
