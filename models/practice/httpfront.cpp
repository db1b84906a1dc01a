// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#include "models/practice/httpfront.h"

namespace reserve::practice {

namespace {

using Hostile = PracticeSwitches::Hostile;

const QString ewsPath = QStringLiteral("/EWS/Exchange.asmx");
constexpr qsizetype hugeBytes = 64 * 1024 * 1024;

ServedResponse unauthorized(const Authentication::Verdict& verdict)
{
    ServedResponse response;
    response.status = 401;
    for (const QByteArray& challenge : verdict.challenges)
        response.headers.append({"WWW-Authenticate", challenge});
    return response;
}

// A billion laughs: 10^9 words for a parser that expands what it is told to.
QByteArray entityBomb()
{
    QByteArray document = "<?xml version=\"1.0\"?>\n<!DOCTYPE s:Envelope [\n<!ENTITY a0 \"lol\">\n";
    for (int level = 1; level < 10; ++level) {
        const QByteArray inner = "&a" + QByteArray::number(level - 1) + ';';
        document += "<!ENTITY a" + QByteArray::number(level) + " \"" + inner.repeated(10) + "\">\n";
    }
    return document
        + "]>\n<s:Envelope xmlns:s=\"http://schemas.xmlsoap.org/soap/envelope/\"><s:Body>&a9;</s:Body></s:Envelope>";
}

QByteArray deepJson()
{
    constexpr int depth = 100'000;
    return QByteArray(depth, '[') + QByteArray(depth, ']');
}

QByteArray loginPage()
{
    return "<!DOCTYPE html><html><head><title>Sign in</title></head><body><form method=\"post\" "
           "action=\"/owa/auth.owa\">"
           "<input name=\"username\"><input name=\"password\" type=\"password\"></form></body></html>";
}

} // namespace

HttpFront::HttpFront(Site& site, const PracticeAccount& account, QObject* parent)
    : QObject(parent)
    , m_site(site)
    , m_tokens(site, account)
    , m_authentication(site, account, m_tokens)
    , m_ews(site, account.user + u"@practice-exchange.example")
    , m_autodiscover(site)
    , m_graph(site)
{
    m_site.addService(account.user + u"@practice-exchange.example", account.user);
}

HttpFront::~HttpFront() = default;

Result<void> HttpFront::start(quint16 port)
{
    HttpServerOptions options;
    options.port = port;
    auto server = std::make_unique<HttpServer>(
        options, [this](const ServedRequest& request, const HttpServer::Answer& answer) { handle(request, answer); });
    if (const auto listening = server->listen(); !listening)
        return listening;
    m_server = std::move(server);
    m_port = m_server->port();
    m_graph.setBase(m_server->url());
    connect(m_server.get(), &HttpServer::connectionClosed, this,
            [this](quint64 connection) { m_authentication.forget(connection); });
    return {};
}

void HttpFront::stop()
{
    m_authentication.forgetAll();
    if (!m_server)
        return;
    m_server->close();
    // Not within a call of its own.
    m_server->setParent(this);
    m_server.release()->deleteLater();
}

void HttpFront::applySwitches()
{
    const PracticeSwitches& now = m_site.switches();
    if (now.expiredToken && !m_applied.expiredToken)
        m_tokens.expireAll();
    if (now.wrongPassword != m_applied.wrongPassword)
        m_authentication.forgetAll();
    m_applied = now;
}

void HttpFront::handle(const ServedRequest& request, const HttpServer::Answer& answer)
{
    ServedResponse response = route(request);
    response.delay = m_site.switches().slow;
    Q_EMIT answered(QString::fromLatin1(request.method), QString::fromUtf8(request.path), response.status);
    answer(std::move(response));
}

ServedResponse HttpFront::route(const ServedRequest& request)
{
    const QByteArray path = request.path.toLower();
    if (path == "/ews/exchange.asmx")
        return ews(request);
    if (path == "/autodiscover/autodiscover.xml")
        return autodiscover(request);
    if (path == "/v1.0" || path.startsWith("/v1.0/"))
        return graph(request);
    if (path.endsWith("/oauth2/v2.0/token")) {
        const QByteArray tenant
            = request.path.mid(1, request.path.size() - 1 - qsizetype(strlen("/oauth2/v2.0/token")));
        return m_tokens.answer(request, QString::fromUtf8(QByteArray::fromPercentEncoding(tenant)));
    }
    ServedResponse missing;
    missing.status = 404;
    missing.headers = {{"Content-Type", "text/plain; charset=utf-8"}};
    missing.body = "There is nothing here: /EWS/Exchange.asmx, /autodiscover/autodiscover.xml, /v1.0/users/..., "
                   "/{tenant}/oauth2/v2.0/token";
    return missing;
}

ServedResponse HttpFront::ews(const ServedRequest& request)
{
    const auto verdict = m_authentication.judge(request, true);
    if (verdict.proof == Authentication::Proof::None)
        return unauthorized(verdict);
    ServedResponse response = m_ews.answer(request, verdict.proof);
    if (m_site.switches().hostile == Hostile::Entities)
        response.body = entityBomb();
    spoil(response);
    if (EwsEndpoint::changesAnything(request))
        loseAnswer(response);
    return response;
}

ServedResponse HttpFront::autodiscover(const ServedRequest& request)
{
    const auto verdict = m_authentication.judge(request, true);
    if (verdict.proof == Authentication::Proof::None)
        return unauthorized(verdict);
    QUrl ews = m_server->url();
    ews.setPath(ewsPath);
    ServedResponse response = m_autodiscover.answer(request, ews);
    if (m_site.switches().hostile == Hostile::Entities)
        response.body = entityBomb();
    spoil(response);
    return response;
}

ServedResponse HttpFront::graph(const ServedRequest& request)
{
    const auto verdict = m_authentication.judge(request, false);
    if (verdict.proof == Authentication::Proof::None) {
        ServedResponse response = unauthorized(verdict);
        response.headers.append({QByteArrayLiteral("Content-Type"), QByteArrayLiteral("application/json")});
        response.body
            = "{\"error\":{\"code\":\"InvalidAuthenticationToken\",\"message\":\"Lifetime validation failed, the "
              "token is expired.\"}}";
        return response;
    }
    ServedResponse response = m_graph.answer(request);
    if (m_site.switches().hostile == Hostile::Entities) {
        response.status = 200;
        response.body = deepJson();
    }
    spoil(response);
    if (GraphEndpoint::changesAnything(request))
        loseAnswer(response);
    return response;
}

void HttpFront::loseAnswer(ServedResponse& response) const
{
    if (m_site.switches().lostAnswer && response.status < 300)
        response.cutAfter = 0;
}

void HttpFront::spoil(ServedResponse& response) const
{
    const PracticeSwitches& switches = m_site.switches();
    if (switches.hostile == Hostile::LoginPage) {
        response.status = 200;
        response.headers = {{"Content-Type", "text/html; charset=utf-8"}};
        response.body = loginPage();
    } else if (switches.hostile == Hostile::Huge) {
        response.status = 200;
        response.body = QByteArray(hugeBytes, ' ');
    }
    if (switches.truncated) {
        constexpr qint64 someHead = 120;
        response.cutAfter = someHead + response.body.size() / 2;
    }
}

} // namespace reserve::practice
