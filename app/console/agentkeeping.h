// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#pragma once

#include "app/console/embeddedagent.h"
#include "models/settings/settings.h"

#include <QObject>

#include <memory>

namespace reserve {

class SecretStore;
class Store;

// Keeps the console's own agent as the settings want it: whether there is one, and whether it is a thread or
// a process. It follows the settings while the console runs, so that what is applied takes effect at once.
//
// GUI thread. Owned by the application; `store` and `secrets` outlive it.
class AgentKeeping final : public QObject
{
    Q_OBJECT
public:
    AgentKeeping(Store& store, SecretStore& secrets, const Settings& settings, QObject* parent = nullptr);

    // A person wants it to run, after a crash for instance. Nothing happens where the settings want none.
    void start();
    // The program ends; then ended().
    void end();
    bool isRunning() const { return m_agent.isRunning(); }

Q_SIGNALS:
    void ended();
    // Those of EmbeddedAgent::troubled().
    void troubled(const reserve::Reason& reason);

private:
    void readSettings();
    void follow(const Settings& settings);

    Store& m_store;
    EmbeddedAgent m_agent;
    bool m_wanted = false;
    bool m_ending = false;
};

} // namespace reserve
