// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#pragma once

#include "models/entities/trace.h"

#include <QJsonObject>
#include <QString>

namespace reserve {

// "Private", a fixed word, in place of what the meeting is about where its organizer wants that.
QString shownSubject(const Trace& trace);

// One object of `trace`: the names of design section 4. `reason` and each step's `text` are sentences; `reason_code`
// and each step's `code` are what scripts compare.
QJsonObject toJsonObject(const Trace& trace, const QString& spaceName);

} // namespace reserve
