// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#include "models/exchange/tokenrefusal.h"

#include "models/exchange/exchangeproblem.h"
#include "models/exchange/httpfailure.h"
#include "models/exchange/jsonresponse.h"
#include "models/exchange/remotetext.h"

#include <QHash>
#include <QJsonArray>
#include <QRegularExpression>

namespace reserve {

namespace {

// learn.microsoft.com, "Microsoft Entra authentication and authorization error codes".
QByteArray codeOfEntra(int number)
{
    static const QHash<int, QByteArray> codes{
        {7000215, "exchange.client-secret-refused"},
        {7000222, "exchange.secret-expired"},
        {700024, "exchange.clock-refused"}, // assertion outside of its time
        {700027,
         "exchange.certificate-refused"}, // assertion's signature, or its certificate is not registered or ended
        {7000214, "exchange.certificate-refused"},
        {700016, "exchange.application-unknown"},  // not in this tenant
        {7000112, "exchange.application-unknown"}, // disabled
        {90002, "exchange.tenant-unknown"},
        {900021, "exchange.tenant-unknown"},
        {900023, "exchange.tenant-unknown"},
        {65001, "exchange.consent-missing"},
        {650051, "exchange.consent-missing"},
        {650052, "exchange.consent-missing"},
        {650056, "exchange.consent-missing"},
        {50105, "exchange.consent-missing"}, // not assigned to a role
        {501051, "exchange.consent-missing"},
        {70011, "exchange.scope-refused"},
        {1002012, "exchange.scope-refused"}, // not .default
        {500011, "exchange.scope-refused"},  // no such resource in the tenant
        {90033, "exchange.server-error"},
        {90055, "exchange.throttled"},
        {50196, "exchange.throttled"}, // the same request over and over
    };
    return codes.value(number);
}

QByteArray codeOfStandard(const QString& error)
{
    static const QHash<QString, QByteArray> codes{
        {QStringLiteral("unauthorized_client"), "exchange.consent-missing"},
        {QStringLiteral("access_denied"), "exchange.consent-missing"},
        {QStringLiteral("invalid_scope"), "exchange.scope-refused"},
        {QStringLiteral("invalid_resource"), "exchange.scope-refused"},
        {QStringLiteral("temporarily_unavailable"), "exchange.server-error"},
        {QStringLiteral("server_error"), "exchange.server-error"},
    };
    return codes.value(error, "exchange.application-refused");
}

QByteArray codeOf(const QJsonObject& refusal, const QString& description)
{
    for (const QJsonValue& number : refusal.value(QLatin1String("error_codes")).toArray()) {
        if (const QByteArray code = codeOfEntra(number.toInt()); !code.isEmpty())
            return code;
    }
    static const QRegularExpression numberInText(QStringLiteral("AADSTS([0-9]{4,9})"));
    if (const QByteArray code = codeOfEntra(numberInText.match(description).captured(1).toInt()); !code.isEmpty())
        return code;
    return codeOfStandard(refusal.value(QLatin1String("error")).toString());
}

// As it is, and as it stands in a form.
QString withoutSecret(QString text, const SecretString& secret)
{
    if (secret.isEmpty())
        return text;
    const QByteArray plain = secret.reveal().toByteArray();
    const QString hidden(QChar(0x2026));
    text.replace(QString::fromUtf8(plain), hidden);
    return text.replace(QString::fromLatin1(plain.toPercentEncoding()), hidden);
}

Error withoutWords(const HttpResponse& response, const OAuthClient& client, Instant now)
{
    if (const std::optional<Error> error = statusError(response, now)) {
        Arguments arguments = error->arguments();
        arguments.insert(QStringLiteral("user"), client.clientId);
        const bool isRefusal = response.status == 401 || response.status == 403;
        return Error(isRefusal ? "exchange.application-refused" : error->code(), arguments, error->isRetryable());
    }
    // Nothing that gives tokens is there: a page in place of a server that is away, or an address mistyped. Only time
    // tells them apart, so that it is asked again, and the address is said.
    if (response.status >= 300 && response.status != 400)
        return Error("exchange.no-tokens-there",
                     {{QStringLiteral("url"), client.endpoint.toString()},
                      {QStringLiteral("status"), QString::number(response.status)}},
                     true);
    return unreadable(response, QStringLiteral("no token")).value();
}

} // namespace

Error tokenRefusal(const HttpResponse& response, const OAuthClient& client, Instant now)
{
    const Result<QJsonObject> refusal = jsonObjectOf(response);
    if (!refusal || !refusal->value(QLatin1String("error")).isString())
        return withoutWords(response, client, now);
    const std::optional<Error> byStatus = statusError(response, now);
    if (byStatus && exchangeProblemOf(*byStatus) == ExchangeProblem::Throttled)
        return *byStatus;
    const QString said = refusal->value(QLatin1String("error_description"))
                             .toString(refusal->value(QLatin1String("error")).toString());
    const QByteArray code = codeOf(*refusal, said);
    Arguments arguments{{QStringLiteral("user"), client.clientId},
                        {QStringLiteral("tenant"), client.tenant},
                        {QStringLiteral("scope"), client.scope},
                        {QStringLiteral("status"), QString::number(response.status)},
                        {QStringLiteral("remote"), remoteText(withoutSecret(said, client.secret))}};
    return Error(code, arguments, code == "exchange.server-error" || code == "exchange.throttled");
}

} // namespace reserve
