// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#include "models/agent/configurationwatch.h"

#include "models/agent/changerouter.h"
#include "models/base/logging.h"
#include "models/store/changefeed.h"

#include <utility>

namespace reserve {

namespace {

// From here on the next look begins, so that under load nobody waits for it.
constexpr std::chrono::milliseconds lookAhead(10);
constexpr std::chrono::milliseconds retryInterval(1000);

} // namespace

ConfigurationWatch::ConfigurationWatch(LeasedStore& store, ChangeRouter& router, QObject* parent)
    : QObject(parent)
    , m_store(store)
    , m_retry(this)
{
    m_retry.setSingleShot(true);
    m_retry.setInterval(retryInterval);
    connect(&m_retry, &QTimer::timeout, this, &ConfigurationWatch::reload);
    // News may come before the lease is taken: nothing begins by it.
    connect(&router, &ChangeRouter::configurationMoved, this, [this] {
        if (m_isStarted)
            reload();
    });
}

void ConfigurationWatch::start()
{
    m_isStarted = true;
    reload();
}

void ConfigurationWatch::reload()
{
    m_isStale = true;
    if (m_isLoading)
        return;
    m_isStale = false;
    m_isLoading = true;
    m_store.read([](const ReadUnit& unit) { return Configuration::load(unit); },
                 [this](const auto& loaded) { onLoaded(loaded); });
}

void ConfigurationWatch::onLoaded(const Result<std::shared_ptr<const Configuration>>& loaded)
{
    m_isLoading = false;
    if (m_isStale)
        return reload();
    if (!loaded) {
        qCWarning(lcAgent) << "configuration not read:" << loaded.error().logLine();
        m_retry.start();
        if (!m_current)
            Q_EMIT failed(loaded.error().reason());
        return releaseWaiting();
    }
    const auto previous = std::exchange(m_current, *loaded);
    if (previous)
        Q_EMIT changed(previous);
    else
        Q_EMIT ready();
    if (!m_isLooking)
        releaseWaiting();
}

void ConfigurationWatch::whenFresh(std::function<void()> then)
{
    const auto age = std::chrono::steady_clock::now() - m_freshAt;
    const bool isFresh = age < oldestFresh && !m_isLoading;
    if (age >= lookAhead && !m_isLooking)
        look();
    if (isFresh)
        then();
    else
        m_waiting.push_back(std::move(then));
}

void ConfigurationWatch::look()
{
    m_isLooking = true;
    m_lookBegan = std::chrono::steady_clock::now();
    m_store.courier().await(m_store.store().changes().look(), [this] { onLooked(); });
}

void ConfigurationWatch::onLooked()
{
    m_isLooking = false;
    m_freshAt = m_lookBegan;
    if (!m_isLoading)
        releaseWaiting();
}

void ConfigurationWatch::releaseWaiting()
{
    const std::vector<std::function<void()>> waiting = std::exchange(m_waiting, {});
    for (const std::function<void()>& then : waiting)
        then();
}

} // namespace reserve
