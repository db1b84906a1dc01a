// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#pragma once

#include "models/base/reason.h"
#include "models/entities/command.h"
#include "models/entities/ids.h"

#include <QObject>
#include <QTimer>

namespace reserve {

class Store;
struct Change;

// Has the running agent try or look for a server and waits for what it says, because the secrets lie on the agent's
// machine. One question at a time; a new one forgets the last. GUI thread.
class ProbeRequest final : public QObject
{
    Q_OBJECT

public:
    explicit ProbeRequest(Store& store, QObject* parent = nullptr);

    bool isRunning() const { return m_isRunning; }
    // As the profile is stored. `mailbox`: one that is to be opened too, or empty. answered() follows, in two minutes
    // at the latest.
    void start(ServerProfileId server, const QString& mailbox);
    // Where it is, by Autodiscover for `mailbox`; empty: for the first room of the server. answered() follows alike.
    void find(ServerProfileId server, const QString& mailbox);
    void forget();

Q_SIGNALS:
    // server.reached (version, mailbox) or server.found (url, mailbox), else why not: what the agent said,
    // probe.no-agent, probe.agent-silent, or what the store answered.
    void answered(const reserve::Reason& reason);

private:
    void ask(CommandKind kind, ServerProfileId server, const QString& mailbox);
    void take(const QList<Change>& changes);
    void look();
    void answer(const Reason& reason);

    Store& m_store;
    CommandId m_command;
    QTimer m_limit;
    quint64 m_round = 0;
    bool m_isRunning = false;
};

} // namespace reserve
