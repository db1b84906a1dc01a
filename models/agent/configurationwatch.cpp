// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#include "models/agent/configurationwatch.h"

#include "models/agent/changerouter.h"
#include "models/base/logging.h"
#include "models/store/changefeed.h"

#include <algorithm>
#include <iterator>
#include <utility>

namespace reserve {

namespace {

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
    releaseWaiting();
}

void ConfigurationWatch::whenFresh(std::function<void()> then)
{
    m_waiting.push_back({m_looksBegun + 1, std::move(then)});
    if (m_looksEnded == m_looksBegun)
        look();
}

void ConfigurationWatch::look()
{
    ++m_looksBegun;
    m_store.store().changes().look(
        [this, bag = m_store.courier().bag()] { bag->postBehindEvents([this] { onLooked(); }); });
}

// What the look found has been told before: a reload that it asks for is under way by now.
void ConfigurationWatch::onLooked()
{
    m_looksEnded = m_looksBegun;
    if (!m_waiting.empty() && m_waiting.back().look > m_looksEnded)
        look();
    if (!m_isLoading)
        releaseWaiting();
}

void ConfigurationWatch::releaseWaiting()
{
    const auto isCovered = [this](const Waiting& waiting) { return waiting.look <= m_looksEnded; };
    const auto later = std::partition_point(m_waiting.begin(), m_waiting.end(), isCovered);
    std::vector<Waiting> released(std::make_move_iterator(m_waiting.begin()), std::make_move_iterator(later));
    m_waiting.erase(m_waiting.begin(), later);
    for (const Waiting& waiting : released)
        waiting.then();
}

} // namespace reserve
