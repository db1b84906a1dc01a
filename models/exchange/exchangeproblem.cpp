// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#include "models/exchange/exchangeproblem.h"

#include "models/transport/mailtransport.h"

#include <QHash>
#include <QSet>

namespace reserve {

namespace {

constexpr QLatin1String pauses("pauses");
constexpr QLatin1String everyMailbox("every-mailbox");
constexpr QLatin1String told("told");

// Where the room answers by mail.
ExchangeProblem problemOfMail(const Error& error)
{
    switch (problemOf(error)) {
    case SendProblem::Temporary:
    case SendProblem::Security: // a person must look, then it works unchanged: as exchange.certificate
        return ExchangeProblem::Temporary;
    case SendProblem::Credentials:
        return ExchangeProblem::Credentials;
    case SendProblem::Permanent:
    case SendProblem::Setup:
        return ExchangeProblem::Permanent;
    }
    Q_UNREACHABLE();
}

Error unproven(const QByteArray& code, const Error& why, const QString& permission)
{
    Arguments arguments;
    for (const QString& name : {QStringLiteral("mailbox"), QStringLiteral("remote")}) {
        if (const QString value = why.arguments().value(name); !value.isEmpty())
            arguments.insert(name, value);
    }
    if (!permission.isEmpty())
        arguments.insert(QStringLiteral("permission"), permission);
    return Error(code, arguments);
}

} // namespace

ExchangeProblem exchangeProblemOf(const Error& error)
{
    static const QHash<QByteArray, ExchangeProblem> problems{
        {"exchange.unreachable", ExchangeProblem::Temporary},
        {"exchange.time-limit", ExchangeProblem::Temporary},
        {"exchange.connection-lost", ExchangeProblem::Temporary},
        {"exchange.server-error", ExchangeProblem::Temporary},
        {"exchange.response-unreadable", ExchangeProblem::Temporary},
        {"exchange.redirected", ExchangeProblem::Temporary},
        {"exchange.no-tokens-there", ExchangeProblem::Temporary},
        {"exchange.certificate", ExchangeProblem::Temporary},
        {"exchange.autodiscover-nothing", ExchangeProblem::Temporary},
        {"exchange.autodiscover-elsewhere", ExchangeProblem::Temporary},
        {"exchange.autodiscover-in-clear", ExchangeProblem::Temporary},
        {"exchange.cancelled", ExchangeProblem::Temporary},
        {"exchange.throttled", ExchangeProblem::Throttled},
        {"exchange.credentials-refused", ExchangeProblem::Credentials},
        {"exchange.consent-missing", ExchangeProblem::Credentials},
        {"exchange.secret-expired", ExchangeProblem::Credentials},
        {"exchange.secret-missing", ExchangeProblem::Credentials},
        {"exchange.application-refused", ExchangeProblem::Credentials},
        {"exchange.client-secret-refused", ExchangeProblem::Credentials},
        {"exchange.token-not-accepted", ExchangeProblem::Credentials},
        {"exchange.certificate-refused", ExchangeProblem::Credentials},
        {"exchange.certificate-ended", ExchangeProblem::Credentials},
        {"exchange.certificate-unreadable", ExchangeProblem::Credentials},
        {"exchange.key-encrypted", ExchangeProblem::Credentials},
        {"exchange.key-kind", ExchangeProblem::Credentials},
        {"exchange.key-mismatch", ExchangeProblem::Credentials},
        {"exchange.key-unreadable", ExchangeProblem::Credentials},
        {"exchange.signing-failed", ExchangeProblem::Credentials},
        {"exchange.clock-refused", ExchangeProblem::Credentials},
        {"exchange.application-unknown", ExchangeProblem::Credentials},
        {"exchange.tenant-unknown", ExchangeProblem::Credentials},
        {"exchange.scope-refused", ExchangeProblem::Credentials},
        {"exchange.authority-invalid", ExchangeProblem::Credentials},
        {"exchange.oauth-incomplete", ExchangeProblem::Credentials},
        {"exchange.graph-address", ExchangeProblem::Credentials},
        {"exchange.graph-without-oauth", ExchangeProblem::Credentials},
        {"exchange.message-not-found", ExchangeProblem::Missing},
        {"exchange.item-gone", ExchangeProblem::Missing},
        {"exchange.answer-unproven", ExchangeProblem::Missing},
        {"exchange.item-changed", ExchangeProblem::Conflict},
        {"exchange.copy-awaited", ExchangeProblem::Conflict},
        {"exchange.newer-awaited", ExchangeProblem::Conflict},
    };
    if (error.code().startsWith("send."))
        return problemOfMail(error);
    return problems.value(error.code(), ExchangeProblem::Permanent);
}

std::optional<Milliseconds> serverHint(const Error& error)
{
    bool isNumber = false;
    const qint64 hint = error.arguments().value(QStringLiteral("hint")).toLongLong(&isNumber);
    return isNumber ? std::optional(Milliseconds(hint)) : std::nullopt;
}

Error ofEveryMailbox(const Error& throttled)
{
    Arguments arguments = throttled.arguments();
    arguments.insert(pauses, everyMailbox);
    return Error(throttled.code(), arguments, throttled.isRetryable());
}

bool concernsEveryMailbox(const Error& throttled)
{
    return throttled.arguments().value(pauses) == everyMailbox;
}

Error ofTelling(const Error& error)
{
    static const QSet<QByteArray> lost{"exchange.time-limit", "exchange.connection-lost", "exchange.server-error",
                                       "exchange.response-unreadable"};
    Arguments arguments = error.arguments();
    // Nobody was there to do it (RFC 9110 15.6.4).
    const bool isUnavailable = arguments.value(QStringLiteral("status")) == QLatin1String("503");
    if (!lost.contains(error.code()) || isUnavailable)
        return error;
    arguments.insert(told, QStringLiteral("perhaps"));
    return Error(error.code(), arguments, error.isRetryable());
}

bool mayBeDone(const Error& error)
{
    return error.arguments().contains(told) || error.code() == "exchange.cancelled";
}

bool keepsShut(const Error& error)
{
    if (error.code() == "exchange.consent-missing" || error.code() == "exchange.item-gone")
        return true;
    return exchangeProblemOf(error) == ExchangeProblem::Permanent && !concernsServer(error)
        && error.code() != "exchange.mailbox-unknown";
}

Error sentUnproven(const Error& why, const QString& permission)
{
    return unproven("exchange.sent-unproven", why, permission);
}

Error answerUnproven(const Error& why, const QString& permission)
{
    return unproven("exchange.answer-unproven", why, permission);
}

bool concernsServer(const Error& error)
{
    switch (exchangeProblemOf(error)) {
    case ExchangeProblem::Temporary:
    case ExchangeProblem::Throttled:
    case ExchangeProblem::Credentials:
        return true;
    case ExchangeProblem::Missing:
    case ExchangeProblem::Conflict:
    case ExchangeProblem::Permanent:
        return error.code() == "exchange.ews-blocked" || error.code() == "exchange.setup";
    }
    Q_UNREACHABLE();
}

} // namespace reserve
