// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#pragma once

#include "models/itip/recurrencerule.h"

#include <QList>

namespace reserve::test {

// The oracle of the recurrence tests: looks at every day from DTSTART on and asks of each whether the words of RFC 5545
// 3.3.10 hold, with QDate alone and without a thought for speed. Wall times in order, up to and including `last`.
QList<QDateTime> plainRecurrence(const RecurrenceRule& rule, const QDateTime& start, QDate last);

} // namespace reserve::test
