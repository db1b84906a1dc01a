// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#include "models/exchange/ewsreply.h"

#include "models/base/address.h"
#include "models/exchange/ewsresponsecode.h"
#include "models/exchange/exchangeproblem.h"
#include "models/exchange/httpfailure.h"

#include <QRegularExpression>

#include <algorithm>

namespace reserve {

namespace {

constexpr QLatin1String responseCodeName("ResponseCode");
constexpr QLatin1String messageTextName("MessageText");
constexpr QLatin1String messageXmlName("MessageXml");

// As many characters of an answer as are worth looking through for a reason.
constexpr qsizetype mostText = 4096;

Failure unreadable(const QString& detail)
{
    return failure("exchange.response-unreadable", {{QStringLiteral("detail"), detail}}, true);
}

bool isExchangeOnline(const QUrl& url)
{
    static const QStringList hosts{QStringLiteral("outlook.office365.com"), QStringLiteral("outlook.office.com"),
                                   QStringLiteral("outlook.office365.us"), QStringLiteral("outlook-dod.office365.us"),
                                   QStringLiteral("partner.outlook.cn")};
    return std::any_of(hosts.begin(), hosts.end(),
                       [&](const QString& host) { return domainMatches(url.host(), host); });
}

// The words with which EWS is switched off for a tenant, an application or everybody. "Not currently available" alone
// is not among them: so speaks a server that looks for another one.
bool saysBlocked(const QString& text)
{
    static const QRegularExpression words(
        QStringLiteral("EWSEnabled|EwsAllowedAppIDs|EwsApplicationAccessPolicy|Allow/Block polic"
                       "|\\b(EWS|Exchange Web Services)\\b[^.]{0,60}\\b(blocked|disabled|retired|not enabled"
                       "|turned off|no longer (available|supported))"),
        QRegularExpression::CaseInsensitiveOption);
    return words.match(text).hasMatch();
}

Failure blocked(const QString& remote)
{
    Arguments arguments;
    if (!remote.isEmpty())
        arguments.insert(QStringLiteral("remote"), remote);
    return failure("exchange.ews-blocked", arguments);
}

// detail/ResponseCode stands in a namespace of its own; the code of an older server only in faultcode.
EwsRefusal refusalOf(const XmlElement& fault)
{
    const XmlElement& detail = fault[QLatin1String("detail")];
    EwsRefusal refusal;
    refusal.responseCode = detail[responseCodeName].text.trimmed();
    if (refusal.responseCode.isEmpty())
        refusal.responseCode = fault[QLatin1String("faultcode")].text.section(u':', -1).trimmed();
    refusal.text = detail[QLatin1String("Message")].text.trimmed();
    if (refusal.text.isEmpty())
        refusal.text = fault[QLatin1String("faultstring")].text.trimmed();
    readMessageXml(detail[messageXmlName], refusal);
    return refusal;
}

Failure faultError(const XmlElement& fault, const HttpResponse& response, const QUrl& url, Instant now)
{
    const EwsRefusal refusal = refusalOf(fault);
    Error error = errorOf(refusal);
    const bool denies = error.code() == "exchange.access-denied";
    const bool namesUs = refusal.responseCode.startsWith(QLatin1String("ErrorImpersonat"));
    if (saysBlocked(refusal.text) || (denies && !namesUs && isExchangeOnline(url)))
        return blocked(error.arguments().value(QStringLiteral("remote")));
    const std::optional<Milliseconds> pause = retryAfter(response.header("retry-after"), now);
    if (pause && *pause > serverHint(error).value_or(Milliseconds(0))) {
        Arguments arguments = error.arguments();
        arguments.insert(QStringLiteral("hint"), QString::number(pause->count()));
        error = Error(error.code(), arguments, error.isRetryable());
    }
    return failure(error);
}

// What a status means whose body is not EWS.
Failure refusedBy(const HttpResponse& response, const QUrl& url, Instant now)
{
    const QString status = QString::number(response.status);
    const QString text = QString::fromUtf8(response.body.first(std::min(response.body.size(), mostText)));
    const bool shutsOut = response.status == 403 || response.status == 404 || response.status == 410;
    if ((shutsOut && isExchangeOnline(url)) || (response.status >= 400 && saysBlocked(text)))
        return blocked(QStringLiteral("HTTP %1").arg(status));
    if (const std::optional<Error> error = statusError(response, now))
        return failure(*error);
    // Redirected, 404 or 440: a page that wants a person to log in, or nothing. The server may be under repair, so that
    // it is no verdict on the request.
    return failure(
        "exchange.response-unreadable",
        {{QStringLiteral("status"), status}, {QStringLiteral("url"), url.toDisplayString(QUrl::RemoveUserInfo)}}, true);
}

bool mayBeXml(const HttpResponse& response)
{
    QByteArrayView body(response.body);
    if (body.startsWith("\xEF\xBB\xBF"))
        body = body.sliced(3);
    return body.trimmed().startsWith('<') && !response.header("content-type").toLower().contains("html");
}

// Moved out: a long answer is not held twice.
XmlElement takeBody(XmlElement& envelope)
{
    for (XmlElement& element : envelope.children) {
        if (element.name == QLatin1String("Body"))
            return std::move(element);
    }
    return {};
}

EwsServerVersion versionOf(const XmlElement& header)
{
    const XmlElement& info = header[QLatin1String("ServerVersionInfo")];
    const auto number = [&](const char* name) { return info.attribute(QLatin1String(name)).toInt(); };
    return {number("MajorVersion"), number("MinorVersion"), number("MajorBuildNumber"), number("MinorBuildNumber")};
}

} // namespace

QString EwsServerVersion::text() const
{
    if (!isKnown())
        return QStringLiteral("EWS");
    QString product = QStringLiteral("Exchange");
    if (major == 15 && minor == 0)
        product += QLatin1String(" 2013");
    else if (major == 15 && minor == 1)
        product += QLatin1String(" 2016");
    else if (major == 15 && minor == 2)
        product += majorBuild >= 2562 ? QLatin1String(" SE") : QLatin1String(" 2019");
    else if (major == 15 && minor == 20)
        product += QLatin1String(" Online");
    return QStringLiteral("%1, build %2.%3.%4.%5").arg(product).arg(major).arg(minor).arg(majorBuild).arg(minorBuild);
}

QList<const XmlElement*> EwsReply::messages() const
{
    QList<const XmlElement*> messages;
    for (const XmlElement& message : response[QLatin1String("ResponseMessages")].children)
        messages.append(&message);
    return messages;
}

Result<EwsReply> readEwsReply(const HttpResponse& response, const QUrl& url, Instant now)
{
    const bool succeeded = response.status >= 200 && response.status < 300;
    if (!mayBeXml(response)) {
        if (succeeded)
            return unreadable(response.body.isEmpty() ? QStringLiteral("no content") : QStringLiteral("no XML"));
        return refusedBy(response, url, now);
    }
    Result<XmlElement> envelope = readXml(response.body);
    if (!envelope || envelope->name != QLatin1String("Envelope")) {
        if (!succeeded)
            return refusedBy(response, url, now);
        return envelope ? unreadable(QStringLiteral("no SOAP envelope")) : failure(envelope.error());
    }
    const EwsServerVersion version = versionOf((*envelope)[QLatin1String("Header")]);
    XmlElement body = takeBody(*envelope);
    if (const XmlElement& fault = body[QLatin1String("Fault")]; !fault.isNull())
        return faultError(fault, response, url, now);
    if (!succeeded)
        return refusedBy(response, url, now);
    if (body.children.empty())
        return unreadable(QStringLiteral("empty SOAP body"));
    return EwsReply{std::move(body.children.front()), version};
}

Result<void> outcomeOf(const XmlElement& message)
{
    const QString responseClass = message.attribute(QLatin1String("ResponseClass"));
    EwsRefusal refusal;
    refusal.responseCode = message[responseCodeName].text.trimmed();
    const bool wasGivenUp = refusal.responseCode == QLatin1String("ErrorBatchProcessingStopped");
    if (responseClass == QLatin1String("Success") || (responseClass == QLatin1String("Warning") && !wasGivenUp))
        return {};
    if (responseClass != QLatin1String("Error") && !wasGivenUp)
        return unreadable(QStringLiteral("no ResponseClass"));
    refusal.text = message[messageTextName].text.trimmed();
    readMessageXml(message[messageXmlName], refusal);
    if (saysBlocked(refusal.text))
        return blocked(refusal.responseCode);
    return failure(errorOf(refusal));
}

Result<const XmlElement*> onlyMessage(const EwsReply& reply)
{
    const QList<const XmlElement*> messages = reply.messages();
    if (messages.isEmpty())
        return unreadable(QStringLiteral("no response message"));
    if (const Result<void> outcome = outcomeOf(*messages.first()); !outcome)
        return failure(outcome.error());
    return messages.first();
}

} // namespace reserve
