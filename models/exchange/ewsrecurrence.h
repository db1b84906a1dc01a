// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#pragma once

#include "models/base/result.h"
#include "models/exchange/boundedxml.h"
#include "models/itip/exchangepattern.h"
#include "models/itip/itipmessage.h"

#include <QDate>
#include <QDateTime>
#include <QString>
#include <QStringList>
#include <QTimeZone>

#include <chrono>
#include <optional>

namespace reserve {

class EwsWriter;

// How a series repeats in the words of Exchange (MS-OXWSCDATA RecurrenceType): one of six patterns and one of three
// ranges. RFC 5545 can say more; what has no exact counterpart is refused, never approximated.
struct EwsRecurrence
{
    using Pattern = ExchangePattern::Kind;

    Pattern pattern = Pattern::Daily;
    int interval = 1;
    QStringList days;                                     // "Monday"; Relative: also "Day", "Weekday", "WeekendDay"
    QString position;                                     // Relative: "First" to "Fourth", "Last"
    int dayOfMonth = 0;                                   // Absolute
    int month = 0;                                        // Yearly
    std::chrono::weekday weekStart = std::chrono::Monday; // counts only where weeks are left out
    QDate start;                                          // on the wall of the series, as `end`
    std::optional<QDate> end;
    int count = 0; // 0: `end` says, or it is endless

    friend bool operator==(const EwsRecurrence& left, const EwsRecurrence& right);
};

// Of a series that begins at `start` on the wall of its zone. Errors: exchange.recurrence-not-supported (rule: the part
// that Exchange cannot say). EXDATE is no part of it: those dates are taken out of the series afterwards.
Result<EwsRecurrence> ewsRecurrenceOf(const ItipRecurrence& recurrence, const QDateTime& start, const QTimeZone& zone);

void writeRecurrence(EwsWriter& writer, const EwsRecurrence& recurrence);
// Of <t:Recurrence>; nothing for a pattern that is none of a calendar item.
std::optional<EwsRecurrence> readRecurrence(const XmlElement& recurrence);

} // namespace reserve
