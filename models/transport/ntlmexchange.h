// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#pragma once

#include "models/transport/ntlmcarrier.h"

#include <QPointer>
#include <QTimer>

namespace reserve {

// One request of an NtlmCarrier: on a connection that is authenticated already or, where there is none or the server
// has forgotten it, on a new one.
class NtlmExchange final : public QObject
{
    Q_OBJECT

public:
    NtlmExchange(HttpRequest request, NtlmCarrier& carrier);
    ~NtlmExchange() override;

    void start();
    // Goes over a connection that is authenticated, where one is idle.
    bool goOverIdle();
    // It is this exchange's turn.
    void authenticate();
    void fail(const Error& error);

Q_SIGNALS:
    void answered(const Result<HttpResponse>& answer);

private:
    enum class Step { Authenticated, Negotiate, Authenticate };

    void use(std::unique_ptr<HttpConnection> connection);
    void take(const HttpResponse& response);
    void takeChallenge(const HttpResponse& response);
    void takeOutcome(const HttpResponse& response);
    void sendAuthenticated(const QByteArray& challenge);
    void finish(const HttpResponse& response);
    HttpRequest withToken(HttpRequest request, const QByteArray& token) const;

    HttpRequest m_request;
    NtlmCarrier& m_carrier;
    QTimer m_deadline;
    std::unique_ptr<HttpConnection> m_connection;
    Step m_step = Step::Authenticated;
    bool m_wasForgotten = false; // the server did not know an idle connection any more
    bool m_hasAnswered = false;
};

} // namespace reserve
