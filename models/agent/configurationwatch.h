// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#pragma once

#include "models/agent/leasedstore.h"
#include "models/reserving/configuration.h"

#include <QObject>
#include <QTimer>

#include <functional>
#include <memory>
#include <vector>

namespace reserve {

class ChangeRouter;

// The configuration in force. It follows the change feed; what another process changed a moment ago holds for whoever
// asks through whenFresh(): a connection, the first recipient of a message, its gate. Agent's thread.
class ConfigurationWatch final : public QObject
{
    Q_OBJECT

public:
    ConfigurationWatch(LeasedStore& store, ChangeRouter& router, QObject* parent = nullptr);

    // ready() follows once the first snapshot is there.
    void start();

    // Null before ready().
    const std::shared_ptr<const Configuration>& current() const { return m_current; }

    // Calls `then` after a look at the store that began after this call, so that `current` holds whatever any process
    // had committed by then. Everybody who asks while a look is under way shares the next one.
    void whenFresh(std::function<void()> then);

    void reload();

Q_SIGNALS:
    void ready();
    void changed(const std::shared_ptr<const reserve::Configuration>& previous);
    void failed(const reserve::Reason& reason);

private:
    struct Waiting
    {
        quint64 look; // the first that begins late enough
        std::function<void()> then;
    };

    void look();
    void onLooked();
    void onLoaded(const Result<std::shared_ptr<const Configuration>>& loaded);
    void releaseWaiting();

    LeasedStore& m_store;
    std::shared_ptr<const Configuration> m_current;
    std::vector<Waiting> m_waiting; // in the order of their looks
    QTimer m_retry;
    quint64 m_looksBegun = 0;
    quint64 m_looksEnded = 0;
    bool m_isStarted = false;
    bool m_isLoading = false;
    bool m_isStale = false;
};

} // namespace reserve
