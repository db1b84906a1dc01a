// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#include "models/composing/noticefacts.h"

#include "models/base/address.h"

namespace reserve {

namespace {

const QString spaceKey = QStringLiteral("space");
const QString whenKey = QStringLiteral("when");

// Some reasons say whose reservation holds the space, or which approver decided.
Reason reasonFor(const Announcement& a, const Reason& reason)
{
    Reason shown = reason;
    if (a.requesterIsExternal) {
        shown.arguments.remove(QStringLiteral("holder"));
        shown.arguments.remove(QStringLiteral("by"));
    }
    return shown;
}

QString organizerFor(const Announcement& a)
{
    const bool isOther = !a.organizer.isEmpty() && !sameAddress(a.organizer, a.requester);
    if (a.requesterIsExternal && isOther)
        return {};
    return a.organizerName.isEmpty() ? a.organizer : a.organizerName;
}

QString momentOf(const Announcement& a, Instant instant, const Reader& reader)
{
    if (a.time.isEmpty())
        return {};
    return a.allDay ? reader.locale.toString(toDateTime(instant).toTimeZone(reader.zone).date(), QLocale::LongFormat)
                    : momentText(instant, reader);
}

const char* howToChange(const Announcement& a)
{
    if (!a.byConsole)
        return "mail.change.by-meeting";
    return a.status == ReservationStatus::Cancelled ? "mail.change.cancelled-in-console" : "mail.change.in-console";
}

} // namespace

NoticeKind noticeKindOf(const Announcement& a)
{
    if (a.status == ReservationStatus::Declined)
        return NoticeKind::Declined;
    if (a.status == ReservationStatus::Cancelled)
        return NoticeKind::Cancelled;
    if (a.moved)
        return NoticeKind::Moved;
    return a.byConsole && a.sequence > 0 ? NoticeKind::Changed : NoticeKind::Accepted;
}

QTimeZone zoneOrUtc(const QByteArray& id)
{
    const QTimeZone zone(id);
    return !id.isEmpty() && zone.isValid() ? zone : QTimeZone::utc();
}

Reader readerOf(const Announcement& announcement, const QString& language)
{
    return Reader::ofLanguage(language, zoneOrUtc(announcement.timeZone));
}

QString whenText(const Announcement& a, const Reader& reader)
{
    return a.time.isEmpty() ? QString() : rangeText(a.time, a.allDay, reader);
}

QStringList seriesLines(const Announcement& a, const Reader& reader)
{
    QStringList lines;
    const char* dates = a.goesOn ? "mail.answer.series-dates-so-far" : "mail.answer.series-dates";
    if (a.occurrences > 0)
        lines.append(sentence(Reason{dates, {{QStringLiteral("count"), QString::number(a.occurrences)}}}, reader));
    if (a.until)
        lines.append(
            sentence(Reason{"mail.answer.series-until", {{QStringLiteral("until"), toIso(*a.until)}}}, reader));
    if (!a.declined.isEmpty())
        lines.append(QLatin1Char('\n') + sentence(Reason{"mail.answer.series-declined", {}}, reader));
    for (const DeclinedOccurrence& occurrence : a.declined) {
        lines.append(sentence(Reason{"mail.answer.series-declined-date",
                                     {{whenKey, rangeText(occurrence.time, a.allDay, reader)},
                                      {QStringLiteral("why"), sentence(reasonFor(a, occurrence.reason), reader)}}},
                              reader));
        for (const Alternative& other : occurrence.alternatives) {
            lines.append(
                sentence(Reason{"mail.answer.series-alternative",
                                {{spaceKey, other.spaceName}, {whenKey, rangeText(other.time, a.allDay, reader)}}},
                         reader));
        }
    }
    return lines;
}

QStringList alternativeLines(const Announcement& a, const Reader& reader)
{
    QStringList lines;
    for (const Alternative& alternative : a.alternatives) {
        lines.append(sentence(
            Reason{"mail.answer.alternative",
                   {{spaceKey, alternative.spaceName}, {whenKey, rangeText(alternative.time, a.allDay, reader)}}},
            reader));
    }
    return lines;
}

NoticeFacts factsOf(const Announcement& a, const Reader& reader, const QString& site)
{
    NoticeFacts facts{
        {spaceKey, a.spaceName},
        {QStringLiteral("building"), a.building},
        {QStringLiteral("subject"), a.subject},
        {whenKey, whenText(a, reader)},
        {QStringLiteral("start"), momentOf(a, a.time.start, reader)},
        {QStringLiteral("end"), momentOf(a, a.allDay ? a.time.end - Milliseconds(1) : a.time.end, reader)},
        {QStringLiteral("zone"), QString::fromUtf8(reader.zone.id())},
        {QStringLiteral("dates"), seriesLines(a, reader).join(QLatin1Char('\n'))},
        {QStringLiteral("organizer"), organizerFor(a)},
        {QStringLiteral("requester"), a.requester},
        {QStringLiteral("reason"), sentence(reasonFor(a, a.reason), reader)},
        {QStringLiteral("alternatives"), alternativeLines(a, reader).join(QLatin1Char('\n'))},
        {QStringLiteral("how-to-change"), sentence(Reason{howToChange(a), {}}, reader)},
        {QStringLiteral("site"), site}};
    if (!a.requesterIsExternal)
        facts.insert(QStringLiteral("person"), a.personName);
    if (a.freedOldSlot)
        facts.insert(QStringLiteral("freed"),
                     sentence(Reason{"mail.answer.freed-old-slot", {{spaceKey, a.spaceName}}}, reader));
    return facts;
}

NoticeFacts factsOf(const ApprovalRequest& request, const Reader& reader, const QString& site)
{
    NoticeFacts facts = factsOf(request.about, reader, site);
    if (request.about.isPrivate)
        facts.insert(QStringLiteral("subject"), sentence(Reason{"mail.private-subject", {}}, reader));
    facts.insert(QStringLiteral("policy"), sentence(request.broken, reader));
    facts.insert(QStringLiteral("token"), request.token);
    return facts;
}

QString withToken(const QString& subject, const QString& token)
{
    if (token.isEmpty() || subject.contains(token, Qt::CaseInsensitive))
        return subject;
    return subject + QLatin1String(" [") + token + QLatin1Char(']');
}

} // namespace reserve
