// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#pragma once

#include "models/booking/meetingrequest.h"
#include "models/entities/bookingpolicy.h"

namespace reserve {

// What the space's calendar keeps as the subject: AddOrganizerToSubject puts the organizer's name in its
// place, DeleteSubject leaves none. What is told to the requester keeps the subject as sent.
QString keptSubject(const QString& subject, const MeetingRequest& request, const ContentPolicy& policy);

// RemovePrivateProperty, and the policy that the rows of this request are written by.
void applyContent(MeetingRequest& request, const ContentPolicy& policy);

} // namespace reserve
