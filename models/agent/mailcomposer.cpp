// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#include "models/agent/mailcomposer.h"

#include "models/agent/notice.h"
#include "models/composing/answermail.h"
#include "models/composing/approvalmail.h"
#include "models/composing/confirmationmail.h"
#include "models/composing/noticefacts.h"
#include "models/composing/noticemail.h"
#include "models/composing/publishedcalendar.h"
#include "models/wording/languages.h"
#include "models/wording/wording.h"

namespace reserve {

namespace {

const QString spaceKey = QStringLiteral("space");
const QString subjectKey = QStringLiteral("subject");
const QString whenKey = QStringLiteral("when");

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

bool declines(const Announcement& a)
{
    return participationOf(a.status) == Participation::Declined;
}

const char* subjectCode(ReservationStatus status)
{
    return status == ReservationStatus::Accepted ? "mail.answer.subject-accepted" : "mail.answer.subject-tentative";
}

const char* openingCode(const Announcement& a)
{
    if (a.status == ReservationStatus::Accepted)
        return a.moved ? "mail.answer.moved" : "mail.answer.accepted";
    return "mail.answer.tentative";
}

// The answer that gives the room; one that declines is a notice.
NoticeText givingAnswer(const Announcement& a, const Reader& reader)
{
    QStringList lines{sentence(
        Reason{openingCode(a), {{spaceKey, a.spaceName}, {subjectKey, a.subject}, {whenKey, whenText(a, reader)}}},
        reader)};
    lines.append(seriesLines(a, reader));
    return {sentence(Reason{subjectCode(a.status), {{subjectKey, a.subject}}}, reader), lines.join(QLatin1Char('\n'))};
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
    if (a.isTimeKnown())
        reply.range = a.begins.value_or(a.time);
    else
        reply.sentTimes = {a.timesAsSent, a.zonesAsSent};
    if (a.allDay && reply.range) {
        const QTimeZone zone = zoneOrUtc(a.timeZone);
        reply.allDayFrom = toDateTime(reply.range->start).toTimeZone(zone).date();
        reply.allDayTo = toDateTime(reply.range->end).toTimeZone(zone).date();
    }
    reply.summary = a.subject;
    reply.comment = comment;
    reply.stamp = now;
    return reply;
}

// The items of a digest, each with what to do.
QString itemLines(const Notice& notice, const Reader& reader)
{
    QStringList lines;
    for (const NoticeItem& item : notice.items) {
        lines.append(sentence(item.what, reader));
        if (!item.why.isEmpty())
            lines.append(QLatin1String("    ") + sentence(item.why, reader));
    }
    const int more = notice.total - int(notice.items.size());
    if (more > 0)
        lines.append(sentence(Reason{"mail.notice.more", {{QStringLiteral("count"), QString::number(more)}}}, reader));
    return lines.join(QLatin1Char('\n'));
}

} // namespace

MailComposer::MailComposer(Settings settings, const QString& mailbox, NoticeBook notices)
    : m_settings(std::move(settings))
    , m_mailbox(mailbox)
    , m_notices(std::move(notices))
    , m_language(languageOrThisMachines(m_settings.noticesLanguage()))
    , m_readerLanguage(m_language == m_settings.noticesLanguage() ? m_language : QString())
{
}

QString MailComposer::senderFor(const QString& roomAddress) const
{
    if (!m_mailbox.isEmpty())
        return m_mailbox;
    return m_settings.outgoingFrom().isEmpty() ? roomAddress : m_settings.outgoingFrom();
}

NoticeText MailComposer::rendered(NoticeKind kind, const NoticeFacts& facts) const
{
    return filledNotice(noticeText(m_notices, kind, m_language), facts);
}

NoticeText MailComposer::answerOf(const Announcement& a) const
{
    const Reader reader = readerOf(a, m_readerLanguage);
    return declines(a) ? rendered(NoticeKind::Declined, factsOf(a, reader, m_settings.siteName()))
                       : givingAnswer(a, reader);
}

QString MailComposer::answerText(const Announcement& announcement) const
{
    return answerOf(announcement).body;
}

Result<MailToSend> MailComposer::compose(const OutboxEntry& entry) const
{
    if (entry.kind == OutboxKind::Notice)
        return notice(entry);
    if (entry.kind == OutboxKind::ApprovalRequest) {
        const std::optional<ApprovalRequest> request = approvalRequestFromJson(entry.payload);
        return request ? Result<MailToSend>(approval(entry, *request)) : failure("outbox.payload-unreadable");
    }
    const std::optional<Announcement> announcement = announcementFromJson(entry.payload);
    if (!announcement)
        return failure("outbox.payload-unreadable");
    if (entry.kind == OutboxKind::Refresh)
        return refresh(entry, *announcement);
    return entry.kind == OutboxKind::Answer ? answer(entry, *announcement) : confirmation(entry, *announcement);
}

MailToSend MailComposer::answer(const OutboxEntry& entry, const Announcement& a) const
{
    const Reader reader = readerOf(a, m_readerLanguage);
    const NoticeText text = answerOf(a);
    AnswerMail mail;
    mail.identity = {bracketed(entry.messageId), entry.createdAt};
    mail.thread = threadOf(a);
    mail.language = m_language.toLatin1();
    mail.subject = text.subject;
    mail.text = text.body;
    mail.reply = replyOf(a, declines(a) ? sentence(a.reason, reader) : QString(), entry.createdAt);
    mail.organizer = {a.organizer, a.organizerName};
    const ComposedMail composed = composeAnswer(mail);
    return {senderFor(a.roomAddress), composed.recipients, composed.bytes};
}

MailToSend MailComposer::refresh(const OutboxEntry& entry, const Announcement& a) const
{
    const Reader reader = readerOf(a, m_readerLanguage);
    AnswerMail mail;
    mail.identity = {bracketed(entry.messageId), entry.createdAt};
    mail.thread = threadOf(a);
    mail.language = m_language.toLatin1();
    mail.text = sentence(Reason{"mail.refresh.text", {{spaceKey, a.spaceName}}}, reader);
    mail.reply = replyOf(a, mail.text, entry.createdAt);
    mail.organizer = {a.organizer, a.organizerName};
    mail.subject = sentence(Reason{"mail.refresh.subject", {{subjectKey, a.subject}}}, reader);
    const ComposedMail composed = composeRefresh(mail);
    return {senderFor(a.roomAddress), composed.recipients, composed.bytes};
}

MailToSend MailComposer::confirmation(const OutboxEntry& entry, const Announcement& a) const
{
    const Reader reader = readerOf(a, m_readerLanguage);
    // What an approver answered tentatively is not reserved yet.
    const NoticeText text = isHeld(a.status) ? givingAnswer(a, reader)
                                             : rendered(noticeKindOf(a), factsOf(a, reader, m_settings.siteName()));
    ConfirmationMail mail;
    mail.identity = {bracketed(entry.messageId), entry.createdAt};
    mail.thread = threadOf(a);
    mail.from = {senderFor(a.roomAddress), {}};
    // As they stand in the entry: a person may have corrected them.
    const QStringList told = entry.recipient.split(QLatin1Char(','), Qt::SkipEmptyParts);
    mail.requester = {told.value(0, a.requester), {}};
    mail.sentBy = told.value(1);
    mail.language = m_language.toLatin1();
    mail.subject = text.subject;
    mail.text = text.body;
    if (a.byConsole && a.status != ReservationStatus::Declined)
        mail.calendar = publishedCalendar(a, entry.createdAt);
    const ComposedMail composed = composeConfirmation(mail);
    return {senderFor(a.roomAddress), composed.recipients, composed.bytes};
}

MailToSend MailComposer::approval(const OutboxEntry& entry, const ApprovalRequest& request) const
{
    const Announcement& a = request.about;
    const Reader reader = readerOf(a, m_readerLanguage);
    const NoticeText text = rendered(NoticeKind::ApprovalAsked, factsOf(request, reader, m_settings.siteName()));
    ApprovalMail mail;
    mail.identity = {bracketed(entry.messageId), entry.createdAt};
    mail.from = {senderFor(a.roomAddress), {}};
    mail.approvers = entry.recipient.split(QLatin1Char(','), Qt::SkipEmptyParts);
    mail.replyTo = {request.replyTo, a.spaceName};
    mail.language = m_language.toLatin1();
    mail.subject = withToken(text.subject, request.token);
    mail.text = text.body;
    const ComposedMail composed = composeApproval(mail);
    return {senderFor(a.roomAddress), composed.recipients, composed.bytes};
}

Result<MailToSend> MailComposer::notice(const OutboxEntry& entry) const
{
    const std::optional<Notice> notice = noticeFromJson(entry.payload);
    if (!notice)
        return failure("outbox.payload-unreadable");
    if (m_settings.noticesTo().isEmpty())
        return failure("outbox.notices-to-missing");
    const Reader reader = Reader::ofLanguage(m_readerLanguage, zoneOrUtc(m_settings.timeZone()));
    const NoticeText text = rendered(NoticeKind::Digest,
                                     {{QStringLiteral("count"), QString::number(notice->total)},
                                      {QStringLiteral("items"), itemLines(*notice, reader)},
                                      {QStringLiteral("site"), m_settings.siteName()}});
    NoticeMail mail;
    mail.identity = {bracketed(entry.messageId), entry.createdAt};
    mail.from = {senderFor(m_settings.noticesTo().first()), {}};
    mail.to = m_settings.noticesTo();
    mail.language = m_language.toLatin1();
    mail.subject = text.subject;
    mail.text = text.body;
    const ComposedMail composed = composeNotice(mail);
    return MailToSend{mail.from.address, composed.recipients, composed.bytes};
}

} // namespace reserve
