// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#pragma once

#include "models/base/result.h"
#include "models/exchange/answer.h"
#include "models/exchange/httpexchange.h"

#include <QList>
#include <QObject>
#include <QString>
#include <QStringList>
#include <QUrl>

#include <optional>

namespace reserve {

// Finds the address of EWS by an address of mail (MS-OXDSCLI): Autodiscover version 2 (JSON), then the older
// XML, at autodiscover.<domain> and at <domain>.
//
// Whoever answers gets our password in the end, so (E10): https alone, certificates checked, and neither a
// redirection nor the address that is found may lead out of the domain of the mail. A refused password is not
// tried at the next place. The unauthenticated redirection over http that clients of people follow is left
// out. A server that is set up on this machine, as those to rehearse with are, is asked itself, and nobody
// else is: no domain leads to it.
//
// Used on one thread. Errors: exchange.autodiscover-elsewhere (domain, url), exchange.autodiscover-in-clear
// (domain, url), exchange.autodiscover-nothing (domain, and `detail`: what the last place said),
// exchange.url-missing for what is no address, and when no place could be reached what exchangeErrorOf() says
// of the last. All but url-missing carry `tried`: the places that were asked, each with what came of it.
class Autodiscover final : public QObject
{
    Q_OBJECT

public:
    explicit Autodiscover(HttpExchange exchange, QObject* parent = nullptr);

    // One search at a time.
    void find(const QString& address, Receive<QUrl> receive);
    // The same, of the server that is set up at `url` if that is on this machine; else as if nothing were set
    // up.
    void find(const QString& address, const QUrl& url, Receive<QUrl> receive);

private:
    enum class Form { Json, Xml };
    struct Place
    {
        QUrl url;
        Form form;
    };

    void askNext();
    void ask(const Place& place);
    void judge(const Place& place, const Result<HttpResponse>& response);
    void judgeAnswer(const Place& place, const HttpResponse& response);
    // What this place leads to; an error when it must not be followed.
    std::optional<Error> obstacleOf(const QUrl& url) const;
    void follow(const Place& place, const QUrl& target);
    void settle(const Place& place, const QUrl& url);
    void passOver(const Place& place, const Error& error, const QString& outcome);
    void noteTried(const Place& place, const QString& outcome);
    void finish(const Result<QUrl>& result);

    HttpExchange m_exchange;
    Receive<QUrl> m_receive;
    QString m_address;
    QString m_domain;
    QUrl m_here;           // the server on this machine that alone is asked, without a path; empty: by the domain
    QList<Place> m_places; // not asked yet
    QStringList m_tried;
    int m_redirections = 0;
    std::optional<Error> m_last;
};

} // namespace reserve
