// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#include "models/exchange/graphfailure.h"

#include "models/exchange/httpfailure.h"
#include "models/exchange/jsonresponse.h"
#include "models/exchange/remotetext.h"

#include <QHash>

namespace reserve {

namespace {

struct Meaning
{
    QByteArray code;
    bool retryable = false;
};

// learn.microsoft.com, "Microsoft Graph error responses", and the codes of Exchange behind it.
std::optional<Meaning> meaningOf(const QString& graphCode)
{
    static const Meaning away{"exchange.server-error", true};
    static const Meaning throttled{"exchange.throttled", true};
    static const Meaning noMailbox{"exchange.mailbox-unknown"};
    static const Meaning noConsent{"exchange.consent-missing"};
    static const Meaning gone{"exchange.item-gone"};
    static const Meaning changed{"exchange.item-changed", true};
    static const QHash<QString, Meaning> meanings{
        {QStringLiteral("errornonexistentmailbox"), noMailbox},
        {QStringLiteral("errorinvaliduser"), noMailbox},
        {QStringLiteral("erroruserdoesnotexist"), noMailbox},
        {QStringLiteral("mailboxnotenabledforrestapi"), noMailbox},
        {QStringLiteral("mailboxnotsupportedforrestapi"), noMailbox},
        {QStringLiteral("request_resourcenotfound"), noMailbox},
        {QStringLiteral("resourcenotfound"), noMailbox},
        {QStringLiteral("authorization_requestdenied"), noConsent},
        {QStringLiteral("nopermissionsinaccesstoken"), noConsent},
        {QStringLiteral("authorization_identitynotfound"), noConsent},
        {QStringLiteral("erroraccessdenied"), {"exchange.mailbox-out-of-scope"}},
        {QStringLiteral("erroritemnotfound"), gone},
        {QStringLiteral("erroritemnotfoundinmailbox"), gone},
        {QStringLiteral("errorirresolvableconflict"), changed},
        {QStringLiteral("errorinvalidchangekey"), changed},
        {QStringLiteral("errorstaleobject"), changed},
        {QStringLiteral("errorduplicatetransactionid"), changed},
        {QStringLiteral("applicationthrottled"), throttled},
        {QStringLiteral("toomanyrequests"), throttled},
        {QStringLiteral("activitylimitreached"), throttled},
        {QStringLiteral("errorserverbusy"), throttled},
        {QStringLiteral("errorexceededconnectioncount"), throttled},
        {QStringLiteral("errormailboxmoveinprogress"), away},
        {QStringLiteral("errormailboxstoreunavailable"), away},
        {QStringLiteral("errorinternalservererror"), away},
        {QStringLiteral("errorinternalservertransienterror"), away},
        {QStringLiteral("errortimeoutexpired"), away},
        {QStringLiteral("errortoomanyobjectsopened"), away},
        {QStringLiteral("servicenotavailable"), away},
    };
    const auto meaning = meanings.constFind(graphCode.toLower());
    return meaning == meanings.cend() ? std::nullopt : std::optional(*meaning);
}

Meaning meaningOfStatus(int status)
{
    switch (status) {
    case 401:
        return {"exchange.token-not-accepted"};
    case 403:
        return {"exchange.mailbox-out-of-scope"};
    case 404:
    case 410:
        return {"exchange.item-gone"};
    case 409:
    case 412:
        return {"exchange.item-changed", true};
    default:
        return {"exchange.refused"};
    }
}

Meaning meaningOf(const HttpResponse& response, const GraphRefusal& refusal, const std::optional<Error>& byStatus)
{
    // How long to wait, and a token that is no good, are the status' to say.
    const bool statusDecides = byStatus && (response.status == 401 || byStatus->code() == "exchange.throttled");
    if (const auto meaning = meaningOf(refusal.code);
        meaning && (!statusDecides || meaning->code == "exchange.consent-missing"))
        return *meaning;
    if (!byStatus || response.status == 401 || response.status == 403)
        return meaningOfStatus(response.status);
    return {byStatus->code(), byStatus->isRetryable()};
}

void put(Arguments& arguments, const QString& name, const QString& value)
{
    if (!value.isEmpty())
        arguments.insert(name, value);
}

} // namespace

GraphRefusal graphRefusalOf(const HttpResponse& response)
{
    const Result<QJsonObject> body = jsonObjectOf(response);
    if (!body)
        return {};
    const QJsonObject error = body->value(QLatin1String("error")).toObject();
    return {error.value(QLatin1String("code")).toString(), error.value(QLatin1String("message")).toString()};
}

Error graphError(const HttpResponse& response, const QString& mailbox, const QString& clientId, Instant now)
{
    const GraphRefusal refusal = graphRefusalOf(response);
    const std::optional<Error> byStatus = statusError(response, now);
    const bool isForeign = refusal.code.isEmpty() && !byStatus;
    if (isForeign && (response.status < 400 || (!response.body.isEmpty() && !jsonObjectOf(response)))) {
        const Failure foreign = unreadable(response, QStringLiteral("not from Graph"));
        return foreign.value();
    }
    const Meaning meaning = meaningOf(response, refusal, byStatus);
    Arguments arguments
        = byStatus ? byStatus->arguments() : Arguments{{QStringLiteral("status"), QString::number(response.status)}};
    put(arguments, QStringLiteral("mailbox"), mailbox);
    put(arguments, QStringLiteral("user"), clientId);
    const QString separator = refusal.code.isEmpty() || refusal.message.isEmpty() ? QString() : QStringLiteral(": ");
    put(arguments, QStringLiteral("remote"), remoteText(refusal.code + separator + refusal.message));
    put(arguments, QStringLiteral("request"), remoteText(QString::fromLatin1(response.header("request-id"))));
    return Error(meaning.code, arguments, meaning.retryable);
}

} // namespace reserve
