// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#include "models/exchange/ewsconnection.h"

#include "models/base/clock.h"
#include "models/exchange/autodiscover.h"
#include "models/exchange/httpfailure.h"

#include <QFutureWatcher>

namespace reserve {

namespace {

// Some five hundred items of a calendar with long subjects are a megabyte.
constexpr qint64 mostBytes = 4 * 1024 * 1024;

} // namespace

EwsConnection::EwsConnection(EwsAccount account, HttpExchange exchange)
    : m_account(std::move(account))
    , m_exchange(std::move(exchange))
{
}

Failure EwsConnection::about(const QString& mailbox, const Error& error)
{
    Arguments arguments = error.arguments();
    const QString name = QStringLiteral("mailbox");
    if (!mailbox.isEmpty() && !arguments.contains(name))
        arguments.insert(name, mailbox);
    return failure(Error(error.code(), arguments, error.isRetryable()));
}

void EwsConnection::post(const QString& mailbox, const QByteArray& xml, ReceiveReply receive)
{
    if (!m_account.url.isEmpty()) {
        send(mailbox, xml, std::move(receive));
        return;
    }
    if (mailbox.isEmpty() && m_waiting.isEmpty()) {
        receive(failure("exchange.url-missing"));
        return;
    }
    m_waiting.append([this, mailbox, xml, receive = std::move(receive)](const Result<QUrl>& url) {
        if (url)
            send(mailbox, xml, receive);
        else
            receive(failure(url.error()));
    });
    if (m_waiting.size() == 1)
        findAddress(mailbox, [this](const Result<QUrl>& url) { finishDiscovery(url); });
}

void EwsConnection::send(const QString& mailbox, const QByteArray& xml, ReceiveReply receive)
{
    HttpRequest request;
    request.method = "POST";
    request.url = m_account.url;
    request.headers = {{"Content-Type", "text/xml; charset=utf-8"}, {"Accept", "text/xml"}};
    // Leads the request to the server that holds the mailbox; impersonation asks for it.
    if (!mailbox.isEmpty())
        request.headers.append({"X-AnchorMailbox", mailbox.toUtf8()});
    request.body = xml;
    request.timeLimit = m_account.timeLimit;
    request.mostBytes = mostBytes;
    auto* watcher = new QFutureWatcher<Result<HttpResponse>>(this);
    connect(watcher, &QFutureWatcherBase::finished, this, [watcher, url = m_account.url, receive = std::move(receive)] {
        watcher->deleteLater();
        if (watcher->future().resultCount() == 0) {
            receive(failure("exchange.cancelled", {}, true));
            return;
        }
        const Result<HttpResponse> response = watcher->result();
        if (response)
            receive(readEwsReply(*response, url, SystemClock().now()));
        else
            receive(failure(exchangeErrorOf(response.error())));
    });
    watcher->setFuture(m_exchange(request));
}

void EwsConnection::findAddress(const QString& mailbox, Receive<QUrl> receive)
{
    auto* search = new Autodiscover(m_exchange, this);
    search->find(mailbox, m_account.url, [search, receive = std::move(receive)](const Result<QUrl>& url) {
        search->deleteLater();
        receive(url);
    });
}

void EwsConnection::finishDiscovery(const Result<QUrl>& url)
{
    if (url)
        m_account.url = *url;
    const auto waiting = std::exchange(m_waiting, {});
    for (const auto& go : waiting)
        go(url);
}

} // namespace reserve
