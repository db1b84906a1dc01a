// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#include "models/mail/mailkind.h"

#include <algorithm>
#include <optional>
#include <utility>

namespace reserve {

namespace {

MailClass classOf(MailKind kind, QByteArray code, Arguments arguments = {})
{
    return {kind, {std::move(code), std::move(arguments)}};
}

std::optional<MailClass> reportClass(const MessageContent& content)
{
    if (!content.report)
        return std::nullopt;
    switch (content.report->kind) {
    case MessageReport::Kind::DeliveryStatus:
        return classOf(
            MailKind::Bounce, QByteArrayLiteral("mail.kind.bounce"),
            {{QStringLiteral("status"), content.report->status}, {QStringLiteral("text"), content.report->diagnostic}});
    case MessageReport::Kind::Disposition:
        return classOf(MailKind::Receipt, QByteArrayLiteral("mail.kind.receipt"),
                       {{QStringLiteral("disposition"), content.report->action}});
    case MessageReport::Kind::Other:
        break;
    }
    return std::nullopt;
}

// A mail system that writes reports of its own making: qmail, old gateways.
bool isFromMailer(const MessageContent& content)
{
    const QString name = content.from.address.section(QLatin1Char('@'), 0, 0).toLower();
    return name == QLatin1String("mailer-daemon") || name == QLatin1String("postmaster");
}

// RFC 3834 section 2, and the words that were used before it.
bool saysAutomatic(const MessageContent& content)
{
    const bool isAutoSubmitted = !content.autoSubmitted.isEmpty() && content.autoSubmitted != "no";
    return isAutoSubmitted || content.precedence == "auto_reply" || content.precedence == "bulk"
        || content.precedence == "junk";
}

// Neither head nor body.
bool isEmpty(const MessageContent& content)
{
    const bool hasHead = !content.from.isEmpty() || !content.sender.isEmpty() || !content.subject.isEmpty()
        || !content.messageId.isEmpty() || content.receivedCount > 0;
    return !hasHead && std::all_of(content.parts.begin(), content.parts.end(), [](const MessagePart& part) {
        return part.size == 0;
    });
}

std::optional<MailClass> unreadableClass(const MessageContent& content)
{
    if (content.isOpaqueSmime)
        return classOf(MailKind::Unreadable, QByteArrayLiteral("mail.kind.encrypted"));
    for (const QByteArrayView code : {QByteArrayView("mail.calendar-too-large"), QByteArrayView("mail.too-deep"),
                                      QByteArrayView("mail.too-many-parts"), QByteArrayView("mail.headers-too-large"),
                                      QByteArrayView("mail.too-many-boundary-lines")}) {
        if (content.hasProblem(code)) {
            return classOf(MailKind::Unreadable, QByteArrayLiteral("mail.kind.beyond-limits"),
                           {{QStringLiteral("problem"), QString::fromLatin1(code)}});
        }
    }
    return std::nullopt;
}

} // namespace

MailClass classify(const MessageContent& content, bool reversePathIsNull)
{
    if (!content.ownMark.isEmpty())
        return classOf(MailKind::OwnMail, QByteArrayLiteral("mail.kind.own"),
                       {{QStringLiteral("mark"), QString::fromUtf8(content.ownMark)}});
    if (const std::optional<MailClass> report = reportClass(content))
        return *report;
    if (content.calendar && !content.calendar->method().isEmpty()) {
        return classOf(MailKind::MeetingMail, QByteArrayLiteral("mail.kind.meeting"),
                       {{QStringLiteral("method"), QString::fromUtf8(content.calendar->method())},
                        {QStringLiteral("part"), QString::fromLatin1(content.calendar->where)}});
    }
    if (content.hasTnef)
        return classOf(MailKind::TnefOnly, QByteArrayLiteral("mail.kind.tnef"));
    if (reversePathIsNull && isFromMailer(content))
        return classOf(MailKind::Bounce, QByteArrayLiteral("mail.kind.bounce-unstructured"));
    if (saysAutomatic(content))
        return classOf(MailKind::AutoReply, QByteArrayLiteral("mail.kind.auto-reply"));
    if (isEmpty(content))
        return classOf(MailKind::PlainMail, QByteArrayLiteral("mail.kind.empty"));
    if (reversePathIsNull)
        return classOf(MailKind::PlainMail, QByteArrayLiteral("mail.kind.null-sender"));
    if (const std::optional<MailClass> unreadable = unreadableClass(content))
        return *unreadable;
    return classOf(MailKind::PlainMail,
                   content.calendar ? QByteArrayLiteral("mail.kind.calendar-without-method")
                                    : QByteArrayLiteral("mail.kind.plain"));
}

QByteArray kindName(MailKind kind)
{
    switch (kind) {
    case MailKind::MeetingMail:
        return QByteArrayLiteral("meeting");
    case MailKind::Bounce:
        return QByteArrayLiteral("bounce");
    case MailKind::Receipt:
        return QByteArrayLiteral("receipt");
    case MailKind::AutoReply:
        return QByteArrayLiteral("auto-reply");
    case MailKind::OwnMail:
        return QByteArrayLiteral("own");
    case MailKind::TnefOnly:
        return QByteArrayLiteral("tnef");
    case MailKind::Unreadable:
        return QByteArrayLiteral("unreadable");
    case MailKind::PlainMail:
        break;
    }
    return QByteArrayLiteral("plain");
}

} // namespace reserve
