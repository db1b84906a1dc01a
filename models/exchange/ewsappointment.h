// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#pragma once

#include "models/base/result.h"
#include "models/exchange/calendaritem.h"
#include "models/exchange/ewsitem.h"

#include <QList>
#include <QString>

#include <optional>

namespace reserve {

class EwsWriter;

// The properties that we write of a calendar item, in the order that the schema demands of them.
enum class EwsField {
    Subject,
    Sensitivity,
    Body,
    Start,
    End,
    AllDay,
    Busy,
    Location,
    Attendees,
    Recurrence,
    StartZone,
    EndZone
};

// A draft in the words of Exchange. Times are written as moments; the zone beside them is what a series keeps its
// wall time in and an all-day item its midnights.
class EwsAppointment final
{
public:
    // Errors: exchange.recurrence-not-supported (rule), exchange.zone-not-supported (zone: Exchange has none that goes
    // like it, and a series or a whole day needs one).
    static Result<EwsAppointment> of(const ItemDraft& draft);

    const ItemDraft& draft() const { return m_draft; }
    // Whether there is anything to write; what is empty is left out of a new item and deleted from an old one.
    bool has(EwsField field) const;
    void write(EwsWriter& writer, EwsField field) const;
    // What of the item is not as the draft says. For one date of a series the recurrence stays the series' own.
    QList<EwsField> differencesOf(const EwsItem& item) const;

private:
    bool differs(const EwsItem& item, EwsField field) const;

    ItemDraft m_draft;
    QString m_zone; // Windows id
    std::optional<EwsRecurrence> m_recurrence;
};

QList<EwsField> allEwsFields();
const char* fieldUri(EwsField field);

} // namespace reserve
