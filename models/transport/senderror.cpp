// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#include "models/transport/senderror.h"

#include "models/base/address.h"

#include <QHostAddress>

#include <algorithm>

namespace reserve {

namespace {

Arguments about(const OutgoingServer& server)
{
    return {{QStringLiteral("host"), server.host}, {QStringLiteral("port"), QString::number(server.port)}};
}

Arguments about(const OutgoingServer& server, const ServerReply& reply)
{
    Arguments arguments = about(server);
    arguments.insert(QStringLiteral("reply"), QString::number(reply.code));
    arguments.insert(QStringLiteral("remote"), reply.text);
    return arguments;
}

bool isTemporary(const ServerReply& reply)
{
    return reply.code >= 400 && reply.code < 500;
}

Error recipientError(const QString& recipient, const ServerReply& reply)
{
    const bool temporary = isTemporary(reply);
    return Error(temporary ? "send.recipient-deferred" : "send.recipient-refused",
                 {{QStringLiteral("recipient"), recipient},
                  {QStringLiteral("reply"), QString::number(reply.code)},
                  {QStringLiteral("remote"), reply.text}},
                 temporary);
}

// Every recipient was refused. One that may be taken later makes the mail worth trying again.
Error recipientsError(const SmtpDialogue& dialogue, const MailToSend& mail)
{
    const QList<ServerReply>& replies = dialogue.recipientReplies();
    const auto deferred = std::find_if(replies.begin(), replies.end(), isTemporary);
    const qsizetype index = deferred == replies.end() ? 0 : std::distance(replies.begin(), deferred);
    return recipientError(mail.recipients.value(index), replies.value(index));
}

Error refusal(const SmtpDialogue& dialogue, const OutgoingServer& server, const MailToSend& mail)
{
    const ServerReply& reply = dialogue.lastReply();
    const QByteArray& verb = dialogue.lastVerb();
    Arguments arguments = about(server, reply);
    if (isTemporary(reply) && verb != "RCPT")
        return Error("send.deferred", arguments, true);
    if (verb == "AUTH") {
        arguments.insert(QStringLiteral("user"), server.user);
        return Error("send.credentials-refused", arguments);
    }
    if (reply.code == 530)
        return Error("send.credentials-needed", arguments);
    if (verb == "MAIL") {
        arguments.insert(QStringLiteral("sender"), mail.envelopeSender);
        return Error("send.sender-refused", arguments);
    }
    if (verb == "RCPT")
        return recipientsError(dialogue, mail);
    if (verb == "DATA")
        return Error("send.refused", arguments);
    // At the greeting or EHLO a refusal says nothing about this mail.
    return Error("send.not-served", arguments, true);
}

Error withDetail(const char* code, const OutgoingServer& server, const QString& detail, bool retryable)
{
    Arguments arguments = about(server);
    arguments.insert(QStringLiteral("detail"), detail);
    return Error(code, arguments, retryable);
}

bool isThisMachine(const QString& host)
{
    return host.compare(QLatin1String("localhost"), Qt::CaseInsensitive) == 0 || QHostAddress(host).isLoopback();
}

bool isSendable(const QString& address)
{
    return looksLikeAddress(address) && std::none_of(address.begin(), address.end(), [](QChar c) {
               return c == QLatin1Char('<') || c == QLatin1Char('>');
           });
}

} // namespace

Error sendError(LinkEnd end, const QString& detail, const SmtpDialogue& dialogue, const OutgoingServer& server,
                const MailToSend& mail)
{
    switch (end) {
    case LinkEnd::HostUnknown:
        return withDetail("send.host-unknown", server, detail, true);
    case LinkEnd::NoConnection:
        return withDetail("send.no-connection", server, detail, true);
    case LinkEnd::TimeLimit:
        return withDetail("send.time-limit", server, detail, true);
    case LinkEnd::Certificate:
        return withDetail("send.certificate", server, detail, true);
    case LinkEnd::NoStartTls:
        return withDetail("send.starttls-missing", server, detail, true);
    case LinkEnd::Lost:
    case LinkEnd::Refused:
        if (dialogue.lastReply().code >= 400)
            return refusal(dialogue, server, mail);
        return withDetail("send.connection-lost", server, detail, true);
    case LinkEnd::Good:
    case LinkEnd::Other:
        break;
    }
    return withDetail("send.protocol", server, detail, true);
}

SendReport sendReport(const SmtpDialogue& dialogue, const MailToSend& mail)
{
    SendReport report;
    report.remoteText = dialogue.lastReply().text;
    for (qsizetype i = 0; i < mail.recipients.size(); ++i) {
        RecipientOutcome outcome{mail.recipients.at(i), std::nullopt};
        const ServerReply reply = dialogue.recipientReplies().value(i);
        if (reply.code >= 400)
            outcome.refusal = recipientError(outcome.address, reply);
        report.recipients.append(outcome);
    }
    return report;
}

Result<void> checkSendable(const OutgoingServer& server, const MailToSend& mail)
{
    if (server.host.isEmpty())
        return failure("send.no-server");
    if (mail.recipients.isEmpty())
        return failure("send.no-recipient");
    if (!server.user.isEmpty() && server.security == OutgoingSecurity::None && !isThisMachine(server.host))
        return failure("send.password-in-clear", about(server));
    QStringList addresses = mail.recipients;
    if (!mail.envelopeSender.isEmpty())
        addresses.append(mail.envelopeSender);
    const auto wrong = std::find_if_not(addresses.begin(), addresses.end(), isSendable);
    if (wrong != addresses.end())
        return failure("send.address-invalid", {{QStringLiteral("address"), *wrong}});
    return {};
}

SendProblem problemOf(const Error& error)
{
    const QByteArray& code = error.code();
    if (code == "send.credentials-refused" || code == "send.credentials-needed")
        return SendProblem::Credentials;
    if (code == "send.certificate" || code == "send.starttls-missing" || code == "send.password-in-clear")
        return SendProblem::Security;
    if (code == "send.no-server")
        return SendProblem::Setup;
    return error.isRetryable() ? SendProblem::Temporary : SendProblem::Permanent;
}

bool SendReport::everybodyTaken() const
{
    return std::all_of(recipients.begin(), recipients.end(), [](const RecipientOutcome& r) { return r.isTaken(); });
}

OutgoingServer OutgoingServer::fromSettings(const Settings& settings, const SecretString& password)
{
    return {settings.outgoingHost(),
            settings.outgoingPort(),
            settings.outgoingSecurity(),
            settings.outgoingUser(),
            password,
            settings.smtpHostName()};
}

} // namespace reserve
