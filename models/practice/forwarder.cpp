// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#include "models/practice/forwarder.h"

#include <QFutureWatcher>

namespace reserve::practice {

namespace {

constexpr int retryMilliseconds = 3'000;
constexpr qsizetype mostWaiting = 10'000;

QString wordsOf(const Error& error)
{
    const QString remote = error.arguments().value(QStringLiteral("remote"));
    return remote.isEmpty() ? QString::fromLatin1(error.code()) : remote;
}

} // namespace

Forwarder::Forwarder(AgentPlace agent, QObject* parent)
    : QObject(parent)
    , m_agent(std::move(agent))
{
    m_retry.setSingleShot(true);
    m_retry.setInterval(retryMilliseconds);
    connect(&m_retry, &QTimer::timeout, this, &Forwarder::sendNext);
}

Forwarder::~Forwarder() = default;

void Forwarder::setAgent(const AgentPlace& agent)
{
    m_agent = agent;
    if (!m_retry.isActive())
        return;
    m_retry.stop();
    sendNext();
}

void Forwarder::forward(const QString& sender, const QString& recipient, const QByteArray& mail)
{
    if (m_queue.size() >= mostWaiting) {
        Q_EMIT refused(recipient, QStringLiteral("452 4.3.1 Too many requests wait; this one is dropped"), false);
        return;
    }
    m_queue.append({sender, {recipient}, mail});
    if (!m_sending && !m_retry.isActive())
        sendNext();
}

void Forwarder::sendNext()
{
    if (m_queue.isEmpty() || m_sending)
        return;
    m_sending = true;
    OutgoingServer server;
    server.host = m_agent.host;
    server.port = m_agent.port;
    server.security = OutgoingSecurity::None;
    auto* watcher = new QFutureWatcher<Result<SendReport>>(this);
    connect(watcher, &QFutureWatcherBase::finished, this, [this, watcher] {
        watcher->deleteLater();
        m_sending = false;
        settle(watcher->result());
    });
    watcher->setFuture(m_transport.send(server, m_queue.first()));
}

void Forwarder::settle(const Result<SendReport>& report)
{
    const QString recipient = m_queue.first().recipients.first();
    const std::optional<Error> error = !report ? std::optional(report.error()) : report->recipients.first().refusal;
    const bool again = error && error->isRetryable();
    if (error)
        Q_EMIT refused(recipient, wordsOf(*error), again);
    else
        Q_EMIT forwarded(recipient);
    if (again) {
        m_retry.start();
        return;
    }
    m_queue.removeFirst();
    sendNext();
}

} // namespace reserve::practice
