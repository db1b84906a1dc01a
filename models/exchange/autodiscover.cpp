// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#include "models/exchange/autodiscover.h"

#include "models/base/address.h"
#include "models/exchange/boundedxml.h"
#include "models/exchange/exchangeproblem.h"
#include "models/exchange/httpfailure.h"

#include <QFutureWatcher>
#include <QHostAddress>
#include <QJsonDocument>
#include <QJsonObject>
#include <QUrlQuery>
#include <QXmlStreamWriter>

#include <utility>

namespace reserve {

namespace {

constexpr int mostRedirections = 10;
constexpr qint64 mostBytes = 256 * 1024;
constexpr std::chrono::seconds timeLimit{20};

const QString requestNamespace
    = QStringLiteral("http://schemas.microsoft.com/exchange/autodiscover/outlook/requestschema/2006");
const QString responseNamespace
    = QStringLiteral("http://schemas.microsoft.com/exchange/autodiscover/outlook/responseschema/2006a");

QUrl serverOf(const QString& host)
{
    return QUrl(QStringLiteral("https://%1").arg(host));
}

QUrl jsonUrl(QUrl url, const QString& address)
{
    url.setPath(QStringLiteral("/autodiscover/autodiscover.json"));
    QUrlQuery query;
    query.addQueryItem(QStringLiteral("Email"), QString::fromLatin1(QUrl::toPercentEncoding(address)));
    query.addQueryItem(QStringLiteral("Protocol"), QStringLiteral("EWS"));
    url.setQuery(query);
    return url;
}

QUrl xmlUrl(QUrl url)
{
    url.setPath(QStringLiteral("/autodiscover/autodiscover.xml"));
    return url;
}

// Scheme, host and port.
QUrl placeOf(const QUrl& url)
{
    return url.adjusted(QUrl::RemoveUserInfo | QUrl::RemovePath | QUrl::RemoveQuery | QUrl::RemoveFragment);
}

bool isOnThisMachine(const QUrl& url)
{
    return url.host() == QLatin1String("localhost") || QHostAddress(url.host()).isLoopback();
}

QByteArray xmlRequest(const QString& address)
{
    QByteArray xml;
    QXmlStreamWriter writer(&xml);
    writer.writeStartDocument();
    writer.writeDefaultNamespace(requestNamespace);
    writer.writeStartElement(requestNamespace, QStringLiteral("Autodiscover"));
    writer.writeStartElement(requestNamespace, QStringLiteral("Request"));
    writer.writeTextElement(requestNamespace, QStringLiteral("EMailAddress"), address);
    writer.writeTextElement(requestNamespace, QStringLiteral("AcceptableResponseSchema"), responseNamespace);
    writer.writeEndElement();
    writer.writeEndElement();
    writer.writeEndDocument();
    return xml;
}

QString leadsTo(const QUrl& target)
{
    return QStringLiteral("-> ") + target.toDisplayString(QUrl::RemoveUserInfo | QUrl::RemoveQuery);
}

// What an answer says: an address of EWS, or where to ask instead.
struct Lead
{
    QUrl ews;
    QUrl redirection;
    QString address; // to ask with instead
};

Lead leadInJson(const QByteArray& body)
{
    const QJsonObject object = QJsonDocument::fromJson(body).object();
    return {QUrl(object.value(QLatin1String("Url")).toString(), QUrl::StrictMode), {}, {}};
}

// EXCH is how a server inside the network is reached, EXPR how from outside; either will do.
Lead leadInXml(const QByteArray& body)
{
    const Result<XmlElement> root = readXml(body);
    if (!root)
        return {};
    const XmlElement& account = (*root)[QLatin1String("Response")][QLatin1String("Account")];
    const QString action = account[QLatin1String("Action")].text.trimmed();
    if (action == QLatin1String("redirectUrl"))
        return {{}, QUrl(account.anywhere(QLatin1String("RedirectUrl")).text.trimmed(), QUrl::StrictMode), {}};
    if (action == QLatin1String("redirectAddr"))
        return {{}, {}, account.anywhere(QLatin1String("RedirectAddr")).text.trimmed()};
    for (const XmlElement* protocol : account.all(QLatin1String("Protocol"))) {
        if (const QString url = (*protocol)[QLatin1String("EwsUrl")].text.trimmed(); !url.isEmpty())
            return {QUrl(url, QUrl::StrictMode), {}, {}};
    }
    return {};
}

} // namespace

Autodiscover::Autodiscover(HttpExchange exchange, QObject* parent)
    : QObject(parent)
    , m_exchange(std::move(exchange))
{
}

void Autodiscover::find(const QString& address, Receive<QUrl> receive)
{
    find(address, {}, std::move(receive));
}

void Autodiscover::find(const QString& address, const QUrl& url, Receive<QUrl> receive)
{
    m_here = isOnThisMachine(url) ? placeOf(url) : QUrl();
    m_receive = std::move(receive);
    m_address = address;
    m_domain = domainOf(address).toString();
    m_redirections = 0;
    m_last.reset();
    m_places.clear();
    m_tried.clear();
    if (!looksLikeAddress(address) || QUrl(QStringLiteral("https://") + m_domain).host().isEmpty()) {
        finish(failure("exchange.url-missing"));
        return;
    }
    const QUrl usual = m_here.isEmpty() ? serverOf(QStringLiteral("autodiscover.") + m_domain) : m_here;
    m_places = {{jsonUrl(usual, address), Form::Json}, {xmlUrl(usual), Form::Xml}};
    if (m_here.isEmpty())
        m_places.append({xmlUrl(serverOf(m_domain)), Form::Xml});
    askNext();
}

void Autodiscover::askNext()
{
    if (!m_places.isEmpty()) {
        ask(m_places.takeFirst());
        return;
    }
    const Error nothing("exchange.autodiscover-nothing", {{QStringLiteral("domain"), m_domain}});
    finish(failure(m_last.value_or(nothing)));
}

void Autodiscover::ask(const Place& place)
{
    HttpRequest request;
    request.url = place.url;
    request.timeLimit = timeLimit;
    request.mostBytes = mostBytes;
    if (place.form == Form::Xml) {
        request.method = "POST";
        request.headers = {{"Content-Type", "text/xml; charset=utf-8"}, {"Accept", "text/xml"}};
        request.body = xmlRequest(m_address);
    }
    auto* watcher = new QFutureWatcher<Result<HttpResponse>>(this);
    connect(watcher, &QFutureWatcherBase::finished, this, [this, watcher, place] {
        watcher->deleteLater();
        if (watcher->future().resultCount() > 0)
            judge(place, watcher->result());
        else
            finish(failure("exchange.cancelled", {}, true));
    });
    watcher->setFuture(m_exchange(request));
}

void Autodiscover::judge(const Place& place, const Result<HttpResponse>& response)
{
    if (response) {
        judgeAnswer(place, *response);
        return;
    }
    const Error error = exchangeErrorOf(response.error());
    const QString outcome = response.error().arguments().value(QStringLiteral("detail"));
    // Sent once more to the next place, a wrong password would count twice towards the lock of the account.
    if (exchangeProblemOf(error) == ExchangeProblem::Credentials) {
        noteTried(place, outcome);
        finish(failure(error));
    } else {
        passOver(place, error, outcome);
    }
}

void Autodiscover::judgeAnswer(const Place& place, const HttpResponse& response)
{
    if (response.status >= 300 && response.status < 400) {
        const QUrl target(QString::fromLatin1(response.header("location")), QUrl::StrictMode);
        follow(place, place.url.resolved(target));
        return;
    }
    const QString outcome = QStringLiteral("HTTP %1").arg(response.status);
    if (response.status == 401) {
        noteTried(place, outcome);
        finish(failure(*statusError(response, {})));
        return;
    }
    const bool answers = response.status == 200;
    const Lead lead = !answers     ? Lead()
        : place.form == Form::Json ? leadInJson(response.body)
                                   : leadInXml(response.body);
    if (!lead.ews.isEmpty())
        settle(place, lead.ews);
    else if (!lead.redirection.isEmpty())
        follow(place, lead.redirection);
    else if (!lead.address.isEmpty())
        follow(place, xmlUrl(serverOf(QStringLiteral("autodiscover.") + domainOf(lead.address).toString())));
    else
        passOver(place,
                 Error("exchange.autodiscover-nothing",
                       {{QStringLiteral("domain"), m_domain},
                        {QStringLiteral("detail"), place.url.host() + QLatin1String(": ") + outcome}}),
                 outcome);
}

std::optional<Error> Autodiscover::obstacleOf(const QUrl& url) const
{
    const Arguments arguments{{QStringLiteral("domain"), m_domain},
                              {QStringLiteral("url"), url.toDisplayString(QUrl::RemoveUserInfo)}};
    if (m_here.isEmpty() && url.scheme() != QLatin1String("https"))
        return Error("exchange.autodiscover-in-clear", arguments);
    const bool isOurs = m_here.isEmpty() ? domainMatches(url.host(), m_domain) : placeOf(url) == m_here;
    if (!url.userInfo().isEmpty() || !isOurs)
        return Error("exchange.autodiscover-elsewhere", arguments);
    return std::nullopt;
}

void Autodiscover::follow(const Place& place, const QUrl& target)
{
    if (const std::optional<Error> obstacle = obstacleOf(target)) {
        passOver(place, *obstacle, leadsTo(target));
        return;
    }
    if (++m_redirections > mostRedirections) {
        const QString detail = QStringLiteral("%1 redirections").arg(mostRedirections);
        passOver(place,
                 Error("exchange.autodiscover-nothing",
                       {{QStringLiteral("domain"), m_domain}, {QStringLiteral("detail"), detail}}),
                 detail);
        return;
    }
    noteTried(place, leadsTo(target));
    ask({target, place.form});
}

void Autodiscover::settle(const Place& place, const QUrl& url)
{
    if (const std::optional<Error> obstacle = obstacleOf(url))
        passOver(place, *obstacle, leadsTo(url));
    else
        finish(url);
}

// The next place may know better. What was refused says more than a place that is not there.
void Autodiscover::passOver(const Place& place, const Error& error, const QString& outcome)
{
    noteTried(place, outcome);
    const bool saysMore = error.code() == "exchange.autodiscover-elsewhere"
        || error.code() == "exchange.autodiscover-in-clear" || error.code() == "exchange.certificate";
    if (!m_last || saysMore)
        m_last = error;
    askNext();
}

// All places are asked by https, so that goes without saying.
void Autodiscover::noteTried(const Place& place, const QString& outcome)
{
    const QString where
        = place.url.toDisplayString(QUrl::RemoveScheme | QUrl::RemoveUserInfo | QUrl::RemoveQuery).mid(2);
    m_tried.append(outcome.isEmpty() ? where : QStringLiteral("%1 (%2)").arg(where, outcome));
}

void Autodiscover::finish(const Result<QUrl>& result)
{
    const Receive<QUrl> receive = std::exchange(m_receive, {});
    if (!receive)
        return;
    if (result || m_tried.isEmpty()) {
        receive(result);
        return;
    }
    Arguments arguments = result.error().arguments();
    arguments.insert(QStringLiteral("tried"), m_tried.join(QLatin1String("; ")));
    receive(failure(Error(result.error().code(), arguments, result.error().isRetryable())));
}

} // namespace reserve
