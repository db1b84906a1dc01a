// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#include "models/agent/agentparts.h"

#include <QFileInfo>
#include <QThread>

#include <algorithm>

namespace reserve {

AgentParts::AgentParts(Store& openStore, SecretStore& secrets, const AgentOptions& options)
    : store(openStore, courier)
    , router(openStore.changes(), courier)
    , lease(store, options.leaseDuration)
    , configuration(store, router)
    , crashMark(openStore.location().file() + QStringLiteral(".crash"))
    , processor(store, configuration, workers, crashMark)
    , policy(configuration, processor, QFileInfo(openStore.location().file()).absolutePath())
    , recorder(store)
    , intake(store, configuration, workers, crashMark)
    , listener({configuration, policy, intake, recorder}, options.idleLimit)
    , held(store, configuration, intake)
    , replay(store, configuration, workers)
    , commands(store, router)
    , account(configuration, secrets, courier)
    , servers(store, configuration, secrets, options.gateways.get())
    , serverProbe(store, configuration, servers)
    , leftoverSecrets(configuration, secrets, courier)
    , delivery({store, router, configuration, account, servers, transport, workers})
    , digest(store, configuration)
    , retention(store, configuration, workers)
    , seriesFilling(store, configuration)
    , zoneWatch(store)
{
    workers.setMaxThreadCount(std::max(2, QThread::idealThreadCount()));
    workers.setObjectName(QStringLiteral("agent-workers"));
}

AgentParts::~AgentParts()
{
    courier.close();
    workers.waitForDone();
}

} // namespace reserve
