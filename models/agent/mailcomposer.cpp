// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#include "models/agent/mailcomposer.h"

#include "models/agent/notice.h"
#include "models/composing/answermail.h"
#include "models/composing/approvalmail.h"
#include "models/composing/confirmationmail.h"
#include "models/composing/noticemail.h"
#include "models/wording/wording.h"

namespace reserve {

namespace {

const QString spaceKey = QStringLiteral("space");
const QString subjectKey = QStringLiteral("subject");
const QString whenKey = QStringLiteral("when");

Reader readerFor(const QByteArray& zone)
{
    const QTimeZone known(zone);
    return {QLocale(), known.isValid() ? known : QTimeZone::utc()};
}

QString bracketed(const QString& id)
{
    return QLatin1Char('<') + id + QLatin1Char('>');
}

MailThread threadOf(const Announcement& a)
{
    if (a.requestMessageId.isEmpty())
        return {};
    return {bracketed(a.requestMessageId), {bracketed(a.requestMessageId)}};
}

bool isHeld(ReservationStatus status)
{
    return status == ReservationStatus::Tentative || status == ReservationStatus::Pending;
}

Participation participationOf(ReservationStatus status)
{
    if (status == ReservationStatus::Accepted)
        return Participation::Accepted;
    return isHeld(status) ? Participation::Tentative : Participation::Declined;
}

const char* subjectCode(ReservationStatus status)
{
    if (status == ReservationStatus::Accepted)
        return "mail.answer.subject-accepted";
    return isHeld(status) ? "mail.answer.subject-tentative" : "mail.answer.subject-declined";
}

const char* openingCode(const Announcement& a)
{
    if (a.status == ReservationStatus::Accepted)
        return a.moved ? "mail.answer.moved" : "mail.answer.accepted";
    return isHeld(a.status) ? "mail.answer.tentative" : "mail.answer.declined";
}

QString whenText(const Announcement& a, const Reader& reader)
{
    return a.time.isEmpty() ? QString() : rangeText(a.time, a.allDay, reader);
}

// What is to be said of a series beyond its first date.
QStringList seriesLines(const Announcement& a, const Reader& reader)
{
    QStringList lines;
    if (a.occurrences > 0)
        lines.append(sentence(Reason{"mail.answer.series-dates", {{QStringLiteral("count"), QString::number(a.occurrences)}}}, reader));
    if (a.until)
        lines.append(sentence(Reason{"mail.answer.series-until", {{QStringLiteral("until"), toIso(*a.until)}}}, reader));
    if (!a.declined.isEmpty())
        lines.append(QLatin1Char('\n') + sentence(Reason{"mail.answer.series-declined", {}}, reader));
    for (const DeclinedOccurrence& occurrence : a.declined) {
        lines.append(sentence(Reason{"mail.answer.series-declined-date",
                                     {{whenKey, rangeText(occurrence.time, a.allDay, reader)},
                                      {QStringLiteral("why"), sentence(occurrence.reason, reader)}}},
                              reader));
        for (const Alternative& other : occurrence.alternatives) {
            lines.append(sentence(Reason{"mail.answer.series-alternative",
                                         {{spaceKey, other.spaceName}, {whenKey, rangeText(other.time, a.allDay, reader)}}},
                                  reader));
        }
    }
    return lines;
}

QString answerText(const Announcement& a, const Reader& reader)
{
    QStringList lines{sentence(
        Reason{openingCode(a), {{spaceKey, a.spaceName}, {subjectKey, a.subject}, {whenKey, whenText(a, reader)}}}, reader)};
    if (a.status == ReservationStatus::Declined && !a.reason.isEmpty())
        lines.append(sentence(a.reason, reader));
    else
        lines.append(seriesLines(a, reader));
    if (a.freedOldSlot)
        lines.append(sentence(Reason{"mail.answer.freed-old-slot", {{spaceKey, a.spaceName}}}, reader));
    if (!a.alternatives.isEmpty())
        lines.append(QLatin1Char('\n') + sentence(Reason{"mail.answer.alternatives", {}}, reader));
    for (const Alternative& alternative : a.alternatives) {
        lines.append(sentence(Reason{"mail.answer.alternative",
                                     {{spaceKey, alternative.spaceName},
                                      {whenKey, rangeText(alternative.time, a.allDay, reader)}}},
                              reader));
    }
    return lines.join(QLatin1Char('\n'));
}

ItipReply replyOf(const Announcement& a, const QString& comment, Instant now)
{
    ItipReply reply;
    reply.uid = a.uid;
    reply.sequence = a.sequence;
    reply.recurrenceId = recurrenceIdFromKey(a.recurrenceId);
    if (reply.recurrenceId)
        reply.recurrenceId->thisAndFuture = a.thisAndFuture;
    reply.participation = participationOf(a.status);
    reply.organizerLine = a.organizerLine;
    reply.attendeeLine = a.attendeeLine;
    reply.mailbox = a.roomAddress;
    reply.spaceName = a.spaceName;
    reply.range = a.time;
    if (a.allDay) {
        const QTimeZone zone = readerFor(a.timeZone).zone;
        reply.allDayFrom = toDateTime(a.time.start).toTimeZone(zone).date();
        reply.allDayTo = toDateTime(a.time.end).toTimeZone(zone).date();
    }
    reply.summary = a.subject;
    reply.comment = comment;
    reply.stamp = now;
    return reply;
}

QList<ConfirmationMail::Fact> factsOf(const Announcement& a, const Reader& reader)
{
    QList<ConfirmationMail::Fact> facts;
    const auto add = [&](const char* code, const QString& value) {
        if (!value.isEmpty())
            facts.append({sentence(Reason{code, {}}, reader), value});
    };
    add("mail.confirmation.label-space", a.spaceName);
    add("mail.confirmation.label-building", a.building);
    add("mail.confirmation.label-meeting", a.subject);
    add("mail.confirmation.label-when", whenText(a, reader));
    add("mail.confirmation.label-organizer", a.organizerName.isEmpty() ? a.organizer : a.organizerName);
    // R-CONFIRM: external contacts see no other people's names.
    if (!a.requesterIsExternal)
        add("mail.confirmation.label-person", a.personName);
    return facts;
}

// What others than the requester read of a meeting.
QString subjectForOthers(const Announcement& a, const Reader& reader)
{
    return a.isPrivate ? sentence(Reason{"mail.private-subject", {}}, reader) : a.subject;
}

} // namespace

MailComposer::MailComposer(Settings settings, const QString& mailbox)
    : m_settings(std::move(settings))
    , m_mailbox(mailbox)
{
}

QString MailComposer::answerText(const Announcement& announcement) const
{
    return reserve::answerText(announcement, readerFor(announcement.timeZone));
}

QString MailComposer::senderFor(const QString& roomAddress) const
{
    if (!m_mailbox.isEmpty())
        return m_mailbox;
    return m_settings.outgoingFrom().isEmpty() ? roomAddress : m_settings.outgoingFrom();
}

Result<MailToSend> MailComposer::compose(const OutboxEntry& entry, Instant now) const
{
    if (entry.kind == OutboxKind::Notice)
        return notice(entry, now);
    if (entry.kind == OutboxKind::ApprovalRequest) {
        const std::optional<ApprovalRequest> request = approvalRequestFromJson(entry.payload);
        return request ? Result<MailToSend>(approval(entry, *request, now)) : failure("outbox.payload-unreadable");
    }
    const std::optional<Announcement> announcement = announcementFromJson(entry.payload);
    if (!announcement)
        return failure("outbox.payload-unreadable");
    if (entry.kind == OutboxKind::Refresh)
        return refresh(entry, *announcement, now);
    return entry.kind == OutboxKind::Answer ? answer(entry, *announcement, now) : confirmation(entry, *announcement, now);
}

MailToSend MailComposer::answer(const OutboxEntry& entry, const Announcement& a, Instant now) const
{
    const Reader reader = readerFor(a.timeZone);
    AnswerMail mail;
    mail.identity = {bracketed(entry.messageId), now};
    mail.thread = threadOf(a);
    mail.text = reserve::answerText(a, reader);
    mail.reply = replyOf(a, a.status == ReservationStatus::Declined ? sentence(a.reason, reader) : QString(), now);
    mail.organizer = {a.organizer, a.organizerName};
    mail.subject = sentence(Reason{subjectCode(a.status), {{subjectKey, a.subject}}}, reader);
    const ComposedMail composed = composeAnswer(mail);
    return {senderFor(a.roomAddress), composed.recipients, composed.bytes};
}

MailToSend MailComposer::refresh(const OutboxEntry& entry, const Announcement& a, Instant now) const
{
    const Reader reader = readerFor(a.timeZone);
    AnswerMail mail;
    mail.identity = {bracketed(entry.messageId), now};
    mail.thread = threadOf(a);
    mail.text = sentence(Reason{"mail.refresh.text", {{spaceKey, a.spaceName}}}, reader);
    mail.reply = replyOf(a, mail.text, now);
    mail.organizer = {a.organizer, a.organizerName};
    mail.subject = sentence(Reason{"mail.refresh.subject", {{subjectKey, a.subject}}}, reader);
    const ComposedMail composed = composeRefresh(mail);
    return {senderFor(a.roomAddress), composed.recipients, composed.bytes};
}

MailToSend MailComposer::confirmation(const OutboxEntry& entry, const Announcement& a, Instant now) const
{
    const Reader reader = readerFor(a.timeZone);
    const char* subject = a.moved ? "mail.confirmation.subject-moved" : "mail.confirmation.subject-accepted";
    const char* opening = a.moved ? "mail.confirmation.opening-moved" : "mail.confirmation.opening-accepted";
    ConfirmationMail mail;
    mail.identity = {bracketed(entry.messageId), now};
    mail.thread = threadOf(a);
    mail.from = {senderFor(a.roomAddress), {}};
    // As they stand in the entry: a person may have corrected them.
    const QStringList told = entry.recipient.split(QLatin1Char(','), Qt::SkipEmptyParts);
    mail.requester = {told.value(0, a.requester), {}};
    mail.sentBy = told.value(1);
    mail.subject = sentence(Reason{subject, {{spaceKey, a.spaceName}, {subjectKey, a.subject}}}, reader);
    mail.opening = sentence(Reason{opening, {{spaceKey, a.spaceName}}}, reader);
    mail.facts = factsOf(a, reader);
    const QStringList series = seriesLines(a, reader);
    mail.closing = (series + QStringList{{}} + QStringList{sentence(Reason{"mail.confirmation.closing", {}}, reader)})
                       .mid(series.isEmpty() ? 1 : 0)
                       .join(QLatin1Char('\n'));
    const ComposedMail composed = composeConfirmation(mail);
    return {senderFor(a.roomAddress), composed.recipients, composed.bytes};
}

MailToSend MailComposer::approval(const OutboxEntry& entry, const ApprovalRequest& request, Instant now) const
{
    Announcement a = request.about;
    const Reader reader = readerFor(a.timeZone);
    a.subject = subjectForOthers(a, reader);
    ApprovalMail mail;
    mail.identity = {bracketed(entry.messageId), now};
    mail.from = {senderFor(a.roomAddress), {}};
    mail.approvers = entry.recipient.split(QLatin1Char(','), Qt::SkipEmptyParts);
    mail.replyTo = {request.replyTo, a.spaceName};
    const Arguments about{{spaceKey, a.spaceName}, {subjectKey, a.subject}, {QStringLiteral("token"), request.token},
                          {QStringLiteral("requester"), a.requester}};
    mail.subject = sentence(Reason{"mail.approval.subject", about}, reader);
    mail.opening = sentence(Reason{"mail.approval.opening", about}, reader);
    mail.facts = factsOf(a, reader);
    if (!request.broken.isEmpty())
        mail.facts.append({sentence(Reason{"mail.approval.label-broken", {}}, reader), sentence(request.broken, reader)});
    const QStringList series = seriesLines(a, reader);
    const QStringList how{sentence(Reason{"mail.approval.closing", {}}, reader)};
    mail.closing = (series.isEmpty() ? how : series + QStringList{{}} + how).join(QLatin1Char('\n'));
    const ComposedMail composed = composeApproval(mail);
    return {senderFor(a.roomAddress), composed.recipients, composed.bytes};
}

Result<MailToSend> MailComposer::notice(const OutboxEntry& entry, Instant now) const
{
    const std::optional<Notice> notice = noticeFromJson(entry.payload);
    if (!notice)
        return failure("outbox.payload-unreadable");
    if (m_settings.noticesTo().isEmpty())
        return failure("outbox.notices-to-missing");
    const Reader reader = readerFor(m_settings.timeZone());
    const auto counted = [](const char* code, int count) {
        return Reason{code, {{QStringLiteral("count"), QString::number(count)}}};
    };
    NoticeMail mail;
    mail.identity = {bracketed(entry.messageId), now};
    mail.from = {senderFor(m_settings.noticesTo().first()), {}};
    mail.to = m_settings.noticesTo();
    mail.subject = sentence(counted("mail.notice.subject", notice->total), reader);
    mail.opening = sentence(Reason{"mail.notice.opening", {}}, reader);
    for (const NoticeItem& item : notice->items)
        mail.items.append({sentence(item.what, reader), sentence(item.why, reader)});
    const int more = notice->total - int(notice->items.size());
    if (more > 0)
        mail.items.append({sentence(counted("mail.notice.more", more), reader), {}});
    mail.closing = sentence(Reason{"mail.notice.closing", {}}, reader);
    const ComposedMail composed = composeNotice(mail);
    return MailToSend{mail.from.address, composed.recipients, composed.bytes};
}

} // namespace reserve
