// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#pragma once

#include "models/base/result.h"
#include "models/base/secretstring.h"
#include "models/settings/settings.h"

#include <QByteArray>
#include <QFuture>
#include <QList>
#include <QString>
#include <QStringList>

#include <chrono>
#include <memory>
#include <optional>

namespace reserve {

// The server that takes our mail. STARTTLS and TLS are demanded, never fallen back from; certificates are always
// verified against the system's authorities.
struct OutgoingServer
{
    QString host;
    quint16 port = 25;
    OutgoingSecurity security = OutgoingSecurity::StartTls;
    QString user; // empty: no authentication
    SecretString password;
    QString helloName; // name said in EHLO; empty: the machine's own

    static OutgoingServer fromSettings(const Settings& settings, const SecretString& password);
};

struct MailToSend
{
    QString envelopeSender; // empty: the null reverse-path
    QStringList recipients; // plain addresses
    QByteArray content;     // a whole message; bare line feeds are sent as CRLF
};

// What the server said to one recipient of a mail that it took for at least one.
struct RecipientOutcome
{
    QString address;
    std::optional<Error> refusal; // send.recipient-refused or send.recipient-deferred (recipient, reply, remote)

    bool isTaken() const { return !refusal.has_value(); }
};

struct SendReport
{
    QList<RecipientOutcome> recipients; // in the order of MailToSend
    QString remoteText;                 // the server's last words, "250 2.0.0 queued as 4711"

    bool everybodyTaken() const;
};

// What a failure of send() means for whoever must try again (R-RETRY).
enum class SendProblem {
    Temporary,   // network, time limit, 4xx: try again
    Permanent,   // 5xx: trying again would be refused again
    Credentials, // user name or password: pause until a person changed them
    Security,    // certificate or missing STARTTLS: a person must look, then it may work unchanged
    Setup,       // what was asked cannot be sent at all
};

SendProblem problemOf(const Error& error);

struct MailTimeLimits
{
    std::chrono::milliseconds connect{30000};
    std::chrono::milliseconds reply{120000}; // silence of the server
    std::chrono::milliseconds whole{600000};
};

struct MailTransportOptions
{
    MailTimeLimits limits;
    // A PEM file of authorities that are trusted in place of the system's; empty: the system's.
    QString authoritiesFile;
};

// Sends mail over SMTP (RFC 5321, STARTTLS RFC 3207, AUTH RFC 4954) on threads of its own, a few at once, reusing
// connections for some seconds. Thread-safe. On destruction what is under way is cut off and answered send.cancelled.
//
// The future always has one result, on a thread of the transport: continue with a QFutureWatcher. Errors, with host,
// port and, where the server spoke, `reply` (its code) and `remote` (its words). Retryable: send.host-unknown,
// send.no-connection (detail), send.time-limit (detail), send.connection-lost (detail), send.deferred, send.not-served,
// send.recipient-deferred (recipient), send.certificate (detail), send.starttls-missing, send.protocol (detail),
// send.cancelled. Not: send.refused, send.sender-refused (sender), send.recipient-refused (recipient),
// send.credentials-refused (user), send.credentials-needed, send.password-in-clear, send.no-server, send.no-recipient,
// send.address-invalid (address).
class MailTransport final
{
public:
    explicit MailTransport(MailTransportOptions options = {});
    ~MailTransport();
    MailTransport(const MailTransport&) = delete;
    MailTransport& operator=(const MailTransport&) = delete;

    QFuture<Result<SendReport>> send(const OutgoingServer& server, const MailToSend& mail);

private:
    class Engine;
    std::unique_ptr<Engine> m_engine;
};

} // namespace reserve
