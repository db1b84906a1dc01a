// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#pragma once

#include "models/base/clock.h"
#include "models/base/result.h"
#include "models/base/secretstring.h"
#include "models/entities/serverprofile.h"
#include "models/exchange/answer.h"
#include "models/exchange/httpexchange.h"

#include <QFuture>
#include <QObject>
#include <QString>
#include <QUrl>

#include <memory>
#include <optional>
#include <vector>

namespace reserve {

class ClientCertificate;

// Who asks for tokens, and where: one application of one tenant.
struct OAuthClient
{
    QUrl endpoint; // of tokens
    QString tenant;
    QString clientId;
    QString scope;
    ClientProof proof = ClientProof::Secret;
    SecretString secret; // the client secret, or the private key of the certificate as PEM
    QString certificate; // PEM

    // Empty fields of the profile take the usual value of its kind. An authority that ends in "/token" is the end point
    // itself (AD FS), any other is followed by the tenant. Errors: exchange.authority-invalid (url) unless it is https,
    // or http on this machine for rehearsals; exchange.oauth-incomplete (cause: profile.*-empty);
    // exchange.secret-missing.
    static Result<OAuthClient> of(const ServerProfile& profile, const SecretString& secret);
};

// https, or http on this machine: where a token may go in the clear.
bool keepsTokensSafe(const QUrl& url);

// Access tokens by the client-credentials grant (RFC 6749 4.4), proven by a secret or by an assertion that the client's
// certificate signs (RFC 7523). A token is kept until five minutes before its end; however many ask meanwhile, one
// request is under way. Used on one thread, where the answers come; on destruction whoever waits hears
// exchange.cancelled.
//
// A refusal that only a person can mend answers everybody for a minute, so that a wrong secret is sent once and not by
// each of many callers. A tenant that throttles is left alone for as long as it asks, at most for an hour, and whoever
// asks meanwhile hears what is left of that; the pause is of every mailbox of the profile (concernsEveryMailbox).
//
// Errors, with `remote` for what the tenant said, never the secret:
// exchange.client-secret-refused (user), .application-refused (user), .secret-expired (user), .certificate-refused
// (user), .clock-refused, .application-unknown (user, tenant), .tenant-unknown (tenant), .consent-missing (user),
// .scope-refused (scope), .throttled (hint), .server-error (status), .response-unreadable (detail), .no-tokens-there
// (url, status) where a page or nothing answers, those of ClientCertificate, and what exchangeErrorOf() makes of
// http.*.
class OAuthTokenSource final : public QObject
{
    Q_OBJECT

public:
    OAuthTokenSource(OAuthClient client, HttpExchange exchange, const Clock& clock, QObject* parent = nullptr);
    ~OAuthTokenSource() override;

    QFuture<Result<SecretString>> token();

    // A server refused this token before its time was over: token() gives another one. Of many callers with the same
    // refused token the first alone causes a new one.
    void renewAfter(const SecretString& refused);

    const OAuthClient& client() const { return m_client; }

private:
    void fetch();
    Result<HttpRequest> request();
    Result<QByteArray> proof();
    void take(const Result<HttpResponse>& response);
    Result<SecretString> keep(const HttpResponse& response);
    void keepRefusal(const Error& error);
    Error refusalAt(Instant now) const;
    void answerAll(const Result<SecretString>& result);

    OAuthClient m_client;
    HttpExchange m_exchange;
    const Clock& m_clock;
    std::unique_ptr<ClientCertificate> m_certificate; // read for the first assertion

    SecretString m_token;
    Instant m_renewAt;
    std::optional<Error> m_refusal;
    Instant m_askAgainAt;
    std::vector<Answer<SecretString>> m_waiting; // while a request is under way
};

} // namespace reserve
