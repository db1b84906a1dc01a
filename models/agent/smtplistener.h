// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#pragma once

#include "models/agent/peerlist.h"
#include "models/agent/sessioncensus.h"
#include "models/agent/smtpconnection.h"
#include "models/base/instant.h"
#include "models/base/result.h"

#include <QHash>
#include <QTcpServer>
#include <QTimer>

namespace reserve {

class ConfigurationWatch;
class MailIntake;
class SessionRecorder;

// Accepts connections and owns them. Each is judged by its peer and by how many there are, then greeted once the
// configuration is fresh; what it receives goes to the intake, what it does to the recorder.
class SmtpListener final : public QTcpServer
{
    Q_OBJECT

public:
    struct Parts
    {
        ConfigurationWatch& configuration;
        const SmtpPolicy& policy;
        MailIntake& intake;
        SessionRecorder& recorder;
    };
    SmtpListener(const Parts& parts, Milliseconds idleLimit, QObject* parent = nullptr);
    ~SmtpListener() override;

    // R-PEERS. Errors: agent.peers-missing (address), agent.port-taken, agent.cannot-listen (address, port, detail).
    Result<void> open(const QHostAddress& address, quint16 port);

    // Whether the accepted peers allow to listen there.
    bool mayListenOn(const QHostAddress& address) const { return address.isLoopback() || !m_peers.isEmpty(); }

    // No new connections; those that are open stay.
    void stopListening();
    // 421 to every session; noSessions() follows when the last one is gone.
    void shutDownSessions();
    int sessionCount() const { return int(m_connections.size()); }

Q_SIGNALS:
    void noSessions();

protected:
    void incomingConnection(qintptr descriptor) override;

private:
    void applyConfiguration();
    void admit(SmtpConnection* connection);
    void watch(SmtpConnection* connection);
    void onEnded(SmtpConnection* connection);
    void sweep();

    const Parts m_parts;
    const Milliseconds m_idleLimit;
    SmtpLimits m_limits;
    PeerList m_peers;
    QByteArray m_hostName;
    SessionCensus m_census;
    QHash<SessionId, SmtpConnection*> m_connections;
    QTimer m_sweep;
    QTimer m_acceptAgain;
    bool m_isWide = false;
};

} // namespace reserve
