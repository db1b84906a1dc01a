// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#pragma once

#include "models/composing/noticerendering.h"
#include "models/entities/announcement.h"
#include "models/entities/approval.h"
#include "models/wording/wording.h"

#include <QStringList>

namespace reserve {

// Makes the facts that a text of a mail can name out of what the outbox holds, in the words of the mail's
// language and in the time zone of the announcement. Pure functions.

// Which mail tells it: of a reservation that is declined the answer, else a confirmation.
NoticeKind noticeKindOf(const Announcement& announcement);

// UTC where the id names none: an empty one would be this machine's.
QTimeZone zoneOrUtc(const QByteArray& id);

// The zone in which its times are said; UTC where none is known.
Reader readerOf(const Announcement& announcement, const QString& language);

// R-CONFIRM: an external contact reads no other people's names.
NoticeFacts factsOf(const Announcement& announcement, const Reader& reader, const QString& site);

// For those who approve: a private meeting's subject is not for them.
NoticeFacts factsOf(const ApprovalRequest& request, const Reader& reader, const QString& site);

// The approvers' replies are known by the token in the subject, whatever the text of the subject is.
QString withToken(const QString& subject, const QString& token);

// What is to be said of a series beyond its first date, a line each.
QStringList seriesLines(const Announcement& announcement, const Reader& reader);

// "Free instead", a line each.
QStringList alternativeLines(const Announcement& announcement, const Reader& reader);

QString whenText(const Announcement& announcement, const Reader& reader);

} // namespace reserve
