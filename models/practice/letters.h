// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#pragma once

#include "models/practice/practiceitem.h"
#include "models/practice/responding.h"

namespace reserve::practice {

// Mails as Exchange itself writes them: nothing marks them as ours, since they stand for somebody else's.

// A REPLY, without ORGANIZER as Exchange leaves it out.
QByteArray composeResponse(const Item& meeting, const Response& response, const MailPerson& from, Instant now);

// A REQUEST or CANCEL to the attendees of an item; a series with its rule, one date with its RECURRENCE-ID.
QByteArray composeInvitation(const Item& item, ItipMethod method, const MailPerson& organizer, const QString& comment,
                             Instant now);

// RRULE (RFC 5545 3.3.10).
QByteArray ruleText(const RecurrenceRule& rule);

} // namespace reserve::practice
