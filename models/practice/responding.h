// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#pragma once

#include "models/practice/site.h"

namespace reserve::practice {

struct Response
{
    Answer kind = Answer::Accepted; // Accepted, Tentative or Declined
    QString comment;
    bool tells = true;     // the organizer is sent the response
    bool keepsCopy = true; // of the response, in Sent Items
};

// The mailbox answers a meeting, named by its calendar item or by the request: the calendar item takes the answer, one
// that is declined goes to Deleted Items, and so does the request; the organizer gets the response, whose copy lies in
// Sent Items. Answers the id of the calendar item. Errors: practice.not-attendee, practice.no-item,
// practice.not-answerable (neither a request nor in the calendar), practice.cancelled, practice.out-of-date.
Result<QString> respond(Site& site, Mailbox& mailbox, const Item& item, const Response& response);

// Whether the mailbox knows a newer version of what a request asks for.
bool isOutOfDate(const Item& request, const Mailbox& mailbox, const ItipReader& reader);

// The organizer's mailbox tells the attendees of a meeting: the request in its present version, or that it is
// cancelled.
void tellAttendees(Site& site, Mailbox& mailbox, const Item& item, ItipMethod method, const QString& comment);

} // namespace reserve::practice
