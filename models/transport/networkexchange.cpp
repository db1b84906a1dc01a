// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#include "models/transport/networkexchange.h"

#include "models/transport/httperror.h"
#include "models/transport/onewaybody.h"

#include <QNetworkAccessManager>

#include <algorithm>
#include <utility>

namespace reserve {

namespace {

constexpr qint64 readOctets = 64 * 1024;

// Errors from here on come of the response itself and say no more than its status does. At a redirection that is to
// keep the method Qt rewinds the body at once, followed or not (measured with Qt 6.4.2): that it may not is no failure.
bool isAnswer(QNetworkReply::NetworkError error, int status)
{
    if (error == QNetworkReply::ContentReSendError)
        return status == 307 || status == 308;
    return error == QNetworkReply::NoError
        || (error >= QNetworkReply::ContentAccessDenied && error != QNetworkReply::ProtocolFailure);
}

} // namespace

NetworkExchange::NetworkExchange(const HttpRequest& request, Authentication authentication, HttpWay way,
                                 QObject* parent)
    : QObject(parent)
    , m_request(request)
    , m_authentication(authentication)
    , m_way(way)
{
    m_deadline.setSingleShot(true);
    m_deadline.setTimerType(Qt::PreciseTimer);
    connect(&m_deadline, &QTimer::timeout, this, [this] { fail(timeLimitError(m_request.url)); });
}

NetworkExchange::~NetworkExchange()
{
    if (!m_reply)
        return;
    m_reply->disconnect(this);
    m_reply->abort();
    m_reply->deleteLater();
}

QNetworkRequest NetworkExchange::networkRequest(const QSslConfiguration& tls) const
{
    QNetworkRequest request(m_request.url);
    request.setSslConfiguration(tls);
    request.setAttribute(QNetworkRequest::RedirectPolicyAttribute, QNetworkRequest::ManualRedirectPolicy);
    request.setAttribute(QNetworkRequest::Http2AllowedAttribute, false);
    request.setAttribute(QNetworkRequest::CookieLoadControlAttribute, QNetworkRequest::Manual);
    request.setAttribute(QNetworkRequest::CookieSaveControlAttribute, QNetworkRequest::Manual);
    // Else Qt would answer any challenge with the Windows account of this process, or with its own NTLM.
    if (m_authentication == Authentication::ByHeader)
        request.setAttribute(QNetworkRequest::AuthenticationReuseAttribute, QNetworkRequest::Manual);
    request.setRawHeader("User-Agent", "Reserve-Console");
    request.setRawHeader("Accept-Language", "en");
    // Packed bodies are not asked for: Qt takes one that is cut short for whole (measured with Qt 6.4.2).
    request.setRawHeader("Accept-Encoding", "identity");
    if (!m_request.body.isEmpty())
        request.setRawHeader("Content-Type", "application/octet-stream");
    for (const auto& [name, value] : m_request.headers)
        request.setRawHeader(name, value);
    return request;
}

void NetworkExchange::start(QNetworkAccessManager& manager, const QSslConfiguration& tls)
{
    const bool hasBody = !m_request.body.isEmpty() || m_request.method == "POST" || m_request.method == "PUT"
        || m_request.method == "PATCH";
    OneWayBody* upload = hasBody ? new OneWayBody(m_request.body, this) : nullptr;
    m_upload = upload;
    m_deadline.start(std::max(m_request.timeLimit, std::chrono::milliseconds(0)));
    m_reply = manager.sendCustomRequest(networkRequest(tls), m_request.method, upload);
    // Qt reads it until the reply is gone.
    if (upload)
        upload->setParent(m_reply);
    connect(m_reply, &QNetworkReply::sslErrors, this, [this](const QList<QSslError>& problems) {
        if (!m_failure)
            m_failure = certificateError(problems, m_request.url);
    });
    connect(m_reply, &QNetworkReply::metaDataChanged, this, &NetworkExchange::look);
    connect(m_reply, &QNetworkReply::readyRead, this, &NetworkExchange::read);
    connect(m_reply, &QNetworkReply::finished, this, &NetworkExchange::finish);
}

void NetworkExchange::challenged()
{
    if (m_upload)
        m_upload->allowOnceMore();
}

void NetworkExchange::look()
{
    const QByteArray encoding = m_reply->rawHeader("content-encoding").trimmed().toLower();
    if (!encoding.isEmpty() && encoding != "identity") {
        fail(protocolError(m_request.url, QStringLiteral("Content-Encoding: ") + QString::fromLatin1(encoding)));
        return;
    }
    const bool hasBody = m_request.method != "HEAD";
    if (hasBody && m_reply->rawHeader("content-length").toLongLong() > m_request.mostBytes)
        fail(tooLargeError(m_request.url, m_request.mostBytes));
}

void NetworkExchange::read()
{
    while (!m_hasAnswered && m_reply->bytesAvailable() > 0) {
        const QByteArray octets = m_reply->read(readOctets);
        if (octets.isEmpty())
            return;
        if (m_body.size() + octets.size() > m_request.mostBytes)
            return fail(tooLargeError(m_request.url, m_request.mostBytes));
        m_body += octets;
    }
}

void NetworkExchange::finish()
{
    read();
    if (std::exchange(m_hasAnswered, true))
        return;
    m_deadline.stop();
    const int status = m_reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
    if (m_failure)
        Q_EMIT answered(failure(*m_failure));
    else if (status > 0 && isAnswer(m_reply->error(), status))
        Q_EMIT answered(response());
    else
        Q_EMIT answered(failure(httpError(m_reply->error(), m_reply->errorString(), m_request.url, m_way)));
}

void NetworkExchange::fail(const Error& error)
{
    if (std::exchange(m_hasAnswered, true))
        return;
    m_deadline.stop();
    m_reply->disconnect(this);
    m_reply->abort();
    Q_EMIT answered(failure(error));
}

HttpResponse NetworkExchange::response() const
{
    HttpResponse response;
    response.status = m_reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
    const auto fields = m_reply->rawHeaderPairs();
    for (const auto& [name, value] : fields) {
        // Qt joins lines of one name: by commas, those of cookies by a line end.
        const QList<QByteArray> lines = value.split('\n');
        for (const QByteArray& line : lines)
            response.headers.append({name.toLower(), line});
    }
    response.body = m_body;
    return response;
}

} // namespace reserve
