// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#pragma once

#include "models/composing/noticefacts.h"
#include "models/entities/person.h"
#include "models/entities/space.h"

#include <optional>

namespace reserve {

// With what a text is shown before any mail is sent: facts of a made-up meeting, or those of a reservation
// that is there. Pure functions.

// The meeting that the sample building knows, as such a mail would be about it.
Announcement sampleAnnouncement(NoticeKind kind, const QByteArray& zone);

// A weekly meeting, of which one date is not reserved.
Announcement sampleSeries(NoticeKind kind, const QByteArray& zone);

// The same of a reservation; what it does not tell (free times, an earlier time) is the sample's. `zone` is
// the space's.
Announcement announcementAbout(NoticeKind kind, const Reservation& reservation, const Space& space,
                               const std::optional<Person>& person, const QByteArray& zone);

// The facts as the agent makes them for such a mail.
NoticeFacts sampleFacts(NoticeKind kind, const Announcement& about, const Reader& reader, const QString& site);

// The mail as its reader would have it.
struct NoticePreview
{
    NoticeText text;
    bool hasCalendarFile = false;
};

NoticePreview previewOf(NoticeKind kind, const NoticeText& text, const Announcement& about, const QString& language,
                        const QString& site);

} // namespace reserve
