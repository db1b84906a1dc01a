// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#pragma once

#include "models/itip/itipmessage.h"

#include <QLocale>
#include <QString>

namespace reserve {

// How an event repeats, in plain words: "Every 2 weeks on Monday and Friday; until 18 December 2026; except
// on 1 date". Every part of the rule is said, also those that nobody writes by hand.
QString recurrenceWords(const ItipRecurrence& recurrence, const ItipTime& start, const QLocale& locale);

} // namespace reserve
