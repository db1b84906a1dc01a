// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#include "app/console/agentkeeping.h"

#include "models/items/whenanswered.h"
#include "models/store/changefeed.h"
#include "models/store/store.h"

#include <algorithm>
#include <utility>

namespace reserve {

namespace {

EmbeddedAgent::Place placeIn(const Settings& settings)
{
    return settings.agentRunsAsProcess() ? EmbeddedAgent::Place::Process : EmbeddedAgent::Place::Thread;
}

} // namespace

AgentKeeping::AgentKeeping(Store& store, SecretStore& secrets, const Settings& settings, QObject* parent)
    : QObject(parent)
    , m_store(store)
    , m_agent(store, secrets, placeIn(settings))
{
    connect(
        &store.changes(), &ChangeFeed::changed, this,
        [this](const QList<Change>& changes) {
            const bool concerns = std::any_of(changes.begin(), changes.end(), [](const Change& change) {
                return change.subject == ChangeSubject::Settings;
            });
            if (concerns)
                readSettings();
        },
        Qt::QueuedConnection);
    connect(&m_agent, &EmbeddedAgent::stopped, this, [this] {
        if (m_ending)
            Q_EMIT ended();
        else if (m_wanted)
            m_agent.start();
    });
    connect(&m_agent, &EmbeddedAgent::troubled, this, &AgentKeeping::troubled, Qt::QueuedConnection);
    follow(settings);
}

void AgentKeeping::readSettings()
{
    const auto settings = m_store.read([](const ReadUnit& unit) -> Result<Settings> {
        auto stored = unit.settings().all();
        if (!stored)
            return failure(stored.error());
        return Settings(std::move(*stored));
    });
    whenAnswered(settings, this, [this](const Result<Settings>& read) {
        if (read && !m_ending)
            follow(*read);
    });
}

void AgentKeeping::follow(const Settings& settings)
{
    m_agent.setPlace(placeIn(settings));
    const bool wanted = settings.agentStartsWithConsole();
    if (std::exchange(m_wanted, wanted) == wanted)
        return;
    // What is still stopping starts when it has stopped.
    if (!wanted)
        m_agent.stop();
    else
        m_agent.start();
}

void AgentKeeping::start()
{
    if (m_wanted && !m_ending)
        m_agent.start();
}

void AgentKeeping::end()
{
    m_ending = true;
    m_agent.stop();
}

} // namespace reserve
