// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#pragma once

#include "models/base/result.h"
#include "models/transport/httpclient.h"
#include "models/transport/httperror.h"

#include <QNetworkReply>
#include <QObject>
#include <QPointer>
#include <QSslConfiguration>
#include <QTimer>

#include <optional>

class QNetworkAccessManager;

namespace reserve {

class OneWayBody;

// One request on its way through a QNetworkAccessManager, from start to its one answer; destroyed before, it is cut
// off.
class NetworkExchange final : public QObject
{
    Q_OBJECT

public:
    enum class Authentication {
        ByHeader, // none, or in the request's own headers: Qt answers no challenge
        ByQt,     // Negotiate with the ticket of the account that runs this program
    };

    NetworkExchange(const HttpRequest& request, Authentication authentication, HttpWay way, QObject* parent = nullptr);
    ~NetworkExchange() override;

    void start(QNetworkAccessManager& manager, const QSslConfiguration& tls);
    const QNetworkReply* reply() const { return m_reply; }
    // Qt is about to answer the server's challenge.
    void challenged();

Q_SIGNALS:
    void answered(const Result<HttpResponse>& answer);

private:
    QNetworkRequest networkRequest(const QSslConfiguration& tls) const;
    void look(); // at the head of the response
    void read();
    void finish();
    void fail(const Error& error);
    HttpResponse response() const;

    HttpRequest m_request;
    Authentication m_authentication;
    HttpWay m_way;
    QTimer m_deadline;
    QPointer<QNetworkReply> m_reply;
    QPointer<OneWayBody> m_upload;
    QByteArray m_body;
    std::optional<Error> m_failure;
    bool m_hasAnswered = false;
};

} // namespace reserve
