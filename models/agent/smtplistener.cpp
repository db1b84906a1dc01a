// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#include "models/agent/smtplistener.h"

#include "models/agent/configurationwatch.h"
#include "models/agent/mailintake.h"
#include "models/agent/sessionrecorder.h"
#include "models/base/logging.h"
#include "models/transport/portholder.h"

#include <QNetworkProxy>
#include <QSysInfo>

namespace reserve {

namespace {

constexpr int backlog = 512;
constexpr std::chrono::milliseconds longestSweep(1000);
// After the process ran out of descriptors: accepting at once again would only spin.
constexpr std::chrono::milliseconds acceptPause(250);

SmtpReply tooMany(const QByteArray& hostName)
{
    return {421, QByteArrayLiteral("4.3.2"), hostName + " Too many sessions, try again later"};
}

SmtpReply tooManyOfPeer(const QByteArray& hostName)
{
    return {421, QByteArrayLiteral("4.7.0"), hostName + " Too many sessions from your address, try again later"};
}

SmtpReply notAccepted(const QByteArray& hostName)
{
    return {554, QByteArrayLiteral("5.7.1"), hostName + " Mail is not taken from your address"};
}

} // namespace

SmtpListener::SmtpListener(const Parts& parts, Milliseconds idleLimit, QObject* parent)
    : QTcpServer(parent)
    , m_parts(parts)
    , m_idleLimit(idleLimit)
    , m_sweep(this)
    , m_acceptAgain(this)
{
    setProxy(QNetworkProxy::NoProxy);
    setListenBacklogSize(backlog);
    m_sweep.setInterval(std::min(longestSweep, idleLimit / 4));
    connect(&m_sweep, &QTimer::timeout, this, &SmtpListener::sweep);
    m_acceptAgain.setSingleShot(true);
    m_acceptAgain.setInterval(acceptPause);
    connect(&m_acceptAgain, &QTimer::timeout, this, &QTcpServer::resumeAccepting);
    connect(this, &QTcpServer::acceptError, this, [this](QAbstractSocket::SocketError error) {
        qCWarning(lcSmtp) << "accepting pauses:" << error << errorString();
        m_acceptAgain.start();
    });
    connect(&m_parts.configuration, &ConfigurationWatch::ready, this, &SmtpListener::applyConfiguration);
    connect(&m_parts.configuration, &ConfigurationWatch::changed, this, &SmtpListener::applyConfiguration);
}

SmtpListener::~SmtpListener()
{
    const QList<SmtpConnection*> connections = m_connections.values();
    for (SmtpConnection* connection : connections)
        disconnect(connection, nullptr, this, nullptr);
}

void SmtpListener::applyConfiguration()
{
    const Settings& settings = m_parts.configuration.current()->settings();
    m_limits.messageOctets = settings.smtpMaxMessageBytes();
    m_limits.recipients = settings.smtpMaxRecipients();
    m_limits.idle = m_idleLimit;
    m_peers = PeerList(settings.smtpAcceptedPeers());
    const QString name = settings.smtpHostName();
    m_hostName = (name.isEmpty() ? QSysInfo::machineHostName() : name).toLatin1();
}

Result<void> SmtpListener::open(const QHostAddress& address, quint16 port)
{
    m_isWide = !address.isLoopback();
    if (!mayListenOn(address))
        return failure("agent.peers-missing", {{QStringLiteral("address"), address.toString()}});
    if (listen(address, port))
        return {};
    if (serverError() == QAbstractSocket::AddressInUseError)
        return failure(Error(portTakenReason(address, port).code, portTakenReason(address, port).arguments));
    return failure("agent.cannot-listen",
                   {{QStringLiteral("address"), address.toString()},
                    {QStringLiteral("port"), QString::number(port)},
                    {QStringLiteral("detail"), errorString()}});
}

void SmtpListener::stopListening()
{
    m_acceptAgain.stop();
    close();
}

void SmtpListener::shutDownSessions()
{
    const QList<SmtpConnection*> connections = m_connections.values();
    for (SmtpConnection* connection : connections)
        connection->shutDown();
}

void SmtpListener::incomingConnection(qintptr descriptor)
{
    auto* connection = new SmtpConnection(m_parts.recorder.newSession(), m_parts.policy, m_limits, m_hostName, this);
    if (!connection->open(descriptor)) {
        delete connection;
        return;
    }
    connect(connection, &SmtpConnection::ended, this, [this, connection] { onEnded(connection); });
    m_connections.insert(connection->id(), connection);
    if (!m_sweep.isActive())
        m_sweep.start();
    m_parts.configuration.whenFresh([this, id = connection->id()] {
        if (SmtpConnection* present = m_connections.value(id))
            admit(present);
    });
}

void SmtpListener::admit(SmtpConnection* connection)
{
    const QHostAddress peer = plainAddress(connection->peerAddress());
    if (m_isWide && !m_peers.contains(peer)) {
        m_parts.recorder.noteRefusal(connection->id(), connection->peerText(), 554,
                                     {"smtp.peer-not-accepted", {{QStringLiteral("peer"), peer.toString()}}});
        return connection->refuse(notAccepted(m_hostName));
    }
    const Settings& settings = m_parts.configuration.current()->settings();
    switch (m_census.enter(peer, settings.smtpMaxSessions(), settings.smtpMaxSessionsPerPeer())) {
    case SessionCensus::Answer::TooMany:
        m_parts.recorder.noteRefusal(connection->id(), connection->peerText(), 421, {"smtp.too-many-sessions", {}});
        return connection->refuse(tooMany(m_hostName));
    case SessionCensus::Answer::TooManyOfPeer:
        m_parts.recorder.noteRefusal(connection->id(), connection->peerText(), 421,
                                     {"smtp.too-many-sessions-of-peer", {{QStringLiteral("peer"), peer.toString()}}});
        return connection->refuse(tooManyOfPeer(m_hostName));
    case SessionCensus::Answer::Welcome:
        break;
    }
    connect(connection, &SmtpConnection::ended, this, [this, peer] { m_census.leave(peer); });
    watch(connection);
    connection->greet();
}

void SmtpListener::watch(SmtpConnection* connection)
{
    const SessionId id = connection->id();
    connect(connection, &SmtpConnection::eventsRecorded, this,
            [this, id, peer = connection->peerText()](const QList<SmtpEvent>& events) {
                m_parts.recorder.record(id, peer, events);
            });
    connect(connection, &SmtpConnection::policyWanted, this, [this, id] {
        m_parts.configuration.whenFresh([this, id] {
            if (SmtpConnection* present = m_connections.value(id))
                present->goOn();
        });
    });
    connect(connection, &SmtpConnection::messageReceived, this, [this, id](ReceivedMessage message) {
        m_parts.intake.take(std::move(message), id, [this, id](const SmtpReply& reply) {
            if (SmtpConnection* present = m_connections.value(id))
                present->finishMessage(reply);
        });
    });
}

void SmtpListener::onEnded(SmtpConnection* connection)
{
    m_connections.remove(connection->id());
    connection->deleteLater();
    if (!m_connections.isEmpty())
        return;
    m_sweep.stop();
    Q_EMIT noSessions();
}

void SmtpListener::sweep()
{
    const auto now = std::chrono::steady_clock::now();
    const QList<SmtpConnection*> connections = m_connections.values();
    for (SmtpConnection* connection : connections)
        connection->checkDeadlines(now);
}

} // namespace reserve
