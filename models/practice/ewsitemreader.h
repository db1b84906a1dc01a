// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#pragma once

#include "models/practice/ewscall.h"

namespace reserve::practice {

// Takes what a CalendarItem element says over into an item: all of it on creation, one property at a time in an update.
// Times without a zone are wall time of StartTimeZone, else of the item, else of the request. Errors: ErrorTimeZone,
// ErrorCalendarEndDateIsEarlierThanStartDate, ErrorInvalidExtendedProperty, ErrorInvalidPropertySet,
// ErrorCalendarInvalidRecurrence, ErrorRecurrenceHasNoOccurrence.
class EwsItemReader final
{
public:
    EwsItemReader(const EwsCall& call, Item& item);

    EwsResult<void> apply(const XmlElement& itemElement);
    // After the last one: whether it all fits together.
    EwsResult<void> finish();
    // AppendToItemField: a body and lists of attendees grow. Error ErrorInvalidPropertyAppend: nothing else does.
    EwsResult<void> append(const XmlElement& property);
    // DeleteItemField.
    EwsResult<void> clear(const XmlElement& path);

private:
    EwsResult<void> applyZone(const XmlElement& itemElement);
    EwsResult<void> applyOne(const XmlElement& property);
    EwsResult<void> applyExtended(const XmlElement& property);
    bool applyText(const XmlElement& property);
    bool applyFlag(const XmlElement& property);
    void applyAttendees(const XmlElement& property);
    void addAttendees(const XmlElement& list);
    Instant instantFrom(const QString& text) const;

    const EwsCall& m_call;
    Item& m_item;
    bool m_timesChanged = false;
};

} // namespace reserve::practice
