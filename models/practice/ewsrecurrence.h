// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#pragma once

#include "models/practice/ewsxml.h"
#include "models/practice/xmltree.h"

namespace reserve::practice {

// Recurrence of a series as EWS writes it; nothing for a rule that EWS has no pattern for.
void writeRecurrence(EwsXml& xml, const Item& item);
void writeModifiedDates(EwsXml& xml, const Item& item);
void writeDeletedDates(EwsXml& xml, const Item& item);

// The pattern and range of a Recurrence element. ErrorCalendarInvalidRecurrence where numbers make no sense.
tl::expected<RecurrenceRule, EwsFault> ruleFromEws(const XmlElement& recurrence);

} // namespace reserve::practice
