// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#pragma once

#include "models/agent/leasedstore.h"
#include "models/reserving/configuration.h"

#include <QObject>
#include <QTimer>

#include <chrono>
#include <functional>
#include <memory>
#include <vector>

namespace reserve {

class ChangeRouter;

// The configuration in force. It follows the change feed; what another process changed a moment ago holds for whoever
// asks through whenFresh(). Agent's thread.
class ConfigurationWatch final : public QObject
{
    Q_OBJECT

public:
    // How far behind the store "fresh" may be: shorter than it takes to start a program that changes a setting.
    static constexpr std::chrono::milliseconds oldestFresh{20};

    ConfigurationWatch(LeasedStore& store, ChangeRouter& router, QObject* parent = nullptr);

    // ready() follows once the first snapshot is there.
    void start();

    // Null before ready().
    const std::shared_ptr<const Configuration>& current() const { return m_current; }

    // Calls `then` when `current` is at most oldestFresh behind the store: at once where the last look is that young,
    // else after one look that everybody who waits shares.
    void whenFresh(std::function<void()> then);

    void reload();

Q_SIGNALS:
    void ready();
    void changed(const std::shared_ptr<const reserve::Configuration>& previous);
    void failed(const reserve::Reason& reason);

private:
    using MonotonicTime = std::chrono::steady_clock::time_point;

    void look();
    void onLooked();
    void onLoaded(const Result<std::shared_ptr<const Configuration>>& loaded);
    void releaseWaiting();

    LeasedStore& m_store;
    std::shared_ptr<const Configuration> m_current;
    std::vector<std::function<void()>> m_waiting;
    QTimer m_retry;
    MonotonicTime m_lookBegan;
    MonotonicTime m_freshAt;
    bool m_isStarted = false;
    bool m_isLooking = false;
    bool m_isLoading = false;
    bool m_isStale = false;
};

} // namespace reserve
