// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#pragma once

#include "models/base/error.h"
#include "models/base/instant.h"
#include "models/entities/agentstatus.h"
#include "models/entities/approval.h"
#include "models/entities/inbox.h"
#include "models/entities/outbox.h"
#include "models/entities/person.h"
#include "models/entities/policybook.h"
#include "models/entities/reservation.h"
#include "models/entities/trace.h"

#include <QLocale>
#include <QString>
#include <QTimeZone>

namespace reserve {

// For whom a sentence is written: dates and numbers follow the locale, times the zone, and words the language, a code
// of productLanguages(); without one they follow the installed translator.
struct Reader
{
    QLocale locale;
    QTimeZone zone;
    QString language = {};

    // The person at this machine: system locale and zone.
    static Reader ofThisMachine();
    // Words and dates of this language, with the customs of this machine's country; no language: as ofThisMachine().
    static Reader ofLanguage(const QString& language, const QTimeZone& zone);
};

// The one place that turns codes and named arguments into sentences (design section 3, "wording"). Pure functions,
// callable from any thread. A code without a sentence gives the code and its arguments, so that nothing is ever hidden.
QString sentence(const Reason& reason, const Reader& reader = Reader::ofThisMachine());
QString sentence(const Error& error, const Reader& reader = Reader::ofThisMachine());

// Whether a sentence is written for this code.
bool knows(QByteArrayView code);

// States in the words of the visual language (section 4.2) and of the design's lists.
QString word(ReservationStatus value);
QString word(ReservationOrigin value);
QString word(ExchangeState value);
QString word(PersonKind value);
QString word(PersonStatus value);
QString word(PolicySource value);
QString word(Verdict value);
QString word(TraceState value);
QString word(MessageKind value);
QString word(OutboxKind value);
QString word(OutboxState value);
QString word(AgentState value);
QString word(ApprovalState value);
QString word(Station value);

// "18 November 2026, 09:30 (Europe/Berlin)": the zone is always said, because a mail's reader may sit elsewhere.
QString momentText(Instant instant, const Reader& reader);
// "09:30 to 11:30" on one day, else both moments. The day is said first, the zone last.
QString rangeText(const TimeRange& range, bool allDay, const Reader& reader);

} // namespace reserve
