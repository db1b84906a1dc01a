// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#include "models/composing/noticesamples.h"

#include <algorithm>

namespace reserve {

namespace {

using std::chrono::hours;

const QString requester = QStringLiteral("maria.keller@mycompany.example");
const QString sampleToken = QStringLiteral("RC-7KQ2");

ReservationStatus statusOf(NoticeKind kind)
{
    if (kind == NoticeKind::Declined)
        return ReservationStatus::Declined;
    if (kind == NoticeKind::Cancelled)
        return ReservationStatus::Cancelled;
    return kind == NoticeKind::ApprovalAsked ? ReservationStatus::Pending : ReservationStatus::Accepted;
}

Reason conflictIn(const QString& space, const TimeRange& time)
{
    return {"decision.conflict",
            {{QStringLiteral("space"), space},
             {QStringLiteral("start"), toIso(time.start)},
             {QStringLiteral("end"), toIso(time.end)}}};
}

// What such a mail says beyond the reservation itself.
void addOutcome(Announcement& a, NoticeKind kind)
{
    a.status = statusOf(kind);
    a.moved = kind == NoticeKind::Moved;
    a.byConsole = kind == NoticeKind::Changed || kind == NoticeKind::Cancelled;
    if (a.byConsole)
        a.sequence = std::max(a.sequence, 1);
    if (kind != NoticeKind::Declined)
        return;
    if (a.reason.isEmpty())
        a.reason = conflictIn(a.spaceName, a.time);
    const TimeRange later{a.time.end, a.time.end + (a.time.end - a.time.start)};
    a.alternatives = {{SpaceId{}, QStringLiteral("CR9 Lyra"), a.time}, {SpaceId{}, a.spaceName, later}};
}

QString digestItems(const Announcement& a, const Reader& reader)
{
    const Reason held{"mail.notice.item-message",
                      {{QStringLiteral("subject"), a.subject},
                       {QStringLiteral("requester"), a.requester},
                       {QStringLiteral("recipient"), a.roomAddress}}};
    const Reason failed{"mail.notice.item-outbox", {{QStringLiteral("recipient"), a.requester}}};
    const QString indent(4, QLatin1Char(' '));
    return QStringList{sentence(held, reader),
                       indent
                           + sentence(Reason{"rcpt.differs-in-case",
                                             {{QStringLiteral("recipient"), a.roomAddress.toLower()},
                                              {QStringLiteral("here"), a.roomAddress}}},
                                      reader),
                       sentence(failed, reader), indent + sentence(Reason{"outbox.no-outgoing-server", {}}, reader)}
        .join(QLatin1Char('\n'));
}

} // namespace

Announcement sampleAnnouncement(NoticeKind kind, const QByteArray& zone)
{
    Announcement a;
    a.uid = QStringLiteral("040000008200E00074C5B7101A82E008");
    a.subject = QStringLiteral("Product review");
    a.timeZone = zone;
    const QDateTime start(QDate(2026, 11, 18), QTime(9, 30), zoneOrUtc(zone));
    a.time = {fromDateTime(start), fromDateTime(start) + hours(2)};
    a.organizer = requester;
    a.organizerName = QStringLiteral("Maria Keller");
    a.roomAddress = QStringLiteral("CR2@reserve.mycompany.example");
    a.spaceName = QStringLiteral("CR2 Aurora");
    a.building = QStringLiteral("Northgate");
    a.requester = requester;
    a.personName = QStringLiteral("Maria Keller");
    addOutcome(a, kind);
    return a;
}

Announcement sampleSeries(NoticeKind kind, const QByteArray& zone)
{
    Announcement a = sampleAnnouncement(kind, zone);
    a.occurrences = 8;
    a.recurrence = QByteArrayLiteral("RRULE:FREQ=WEEKLY;COUNT=8");
    if (kind == NoticeKind::Declined)
        return a;
    const TimeRange taken{a.time.start + hours(24 * 14), a.time.end + hours(24 * 14)};
    a.declined = {{{}, taken, conflictIn(a.spaceName, taken), {{SpaceId{}, QStringLiteral("CR9 Lyra"), taken}}}};
    return a;
}

Announcement announcementAbout(NoticeKind kind, const Reservation& reservation, const Space& space,
                               const std::optional<Person>& person, const QByteArray& zone)
{
    Announcement a;
    a.uid = reservation.uid;
    a.sequence = reservation.version.sequence;
    a.recurrenceId = reservation.recurrenceId;
    a.subject = reservation.subject;
    a.time = reservation.time;
    a.allDay = reservation.allDay;
    a.isPrivate = reservation.isPrivate;
    a.timeZone = zone;
    a.organizer = reservation.organizer;
    a.sentBy = reservation.sentBy;
    a.roomAddress = reservation.roomAddress.isEmpty() ? space.mailbox : reservation.roomAddress;
    a.spaceName = space.name;
    a.building = space.building;
    a.requester = reservation.requesterEmail;
    a.requesterIsExternal = person && person->kind == PersonKind::ExternalContact;
    a.personName = person ? person->displayName() : QString();
    a.reason = reservation.status == ReservationStatus::Declined ? reservation.reason : Reason();
    addOutcome(a, kind);
    a.byConsole = a.byConsole || reservation.origin == ReservationOrigin::Console;
    return a;
}

NoticeFacts sampleFacts(NoticeKind kind, const Announcement& about, const Reader& reader, const QString& site)
{
    if (kind == NoticeKind::Digest)
        return {{QStringLiteral("count"), QStringLiteral("2")},
                {QStringLiteral("items"), digestItems(about, reader)},
                {QStringLiteral("site"), site}};
    if (kind != NoticeKind::ApprovalAsked)
        return factsOf(about, reader, site);
    ApprovalRequest request;
    request.about = about;
    request.broken = {"decision.policy-capacity",
                      {{QStringLiteral("space"), about.spaceName},
                       {QStringLiteral("seats"), QStringLiteral("14")},
                       {QStringLiteral("capacity"), QStringLiteral("10")},
                       {QStringLiteral("policy"), QStringLiteral("EnforceCapacity")}}};
    request.token = sampleToken;
    return factsOf(request, reader, site);
}

NoticePreview previewOf(NoticeKind kind, const NoticeText& text, const Announcement& about, const QString& language,
                        const QString& site)
{
    const Reader reader = readerOf(about, language);
    NoticePreview preview{filledNotice(text, sampleFacts(kind, about, reader, site)), false};
    if (kind == NoticeKind::ApprovalAsked)
        preview.text.subject = withToken(preview.text.subject, sampleToken);
    const bool isConfirmation
        = kind != NoticeKind::Digest && kind != NoticeKind::ApprovalAsked && kind != NoticeKind::Declined;
    preview.hasCalendarFile = isConfirmation && about.byConsole;
    return preview;
}

} // namespace reserve
