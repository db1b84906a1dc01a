// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#pragma once

#include "models/agent/leasedstore.h"
#include "models/entities/outbox.h"

#include <QObject>

#include <functional>

namespace reserve {

// Writes down what became of entries that were taken from the outbox, with the step in their trace and the
// state of their reservations. It must reach the store, however long that takes: else they would be sent
// again. So it goes before the decisions that wait, as what was taken in does. Agent's thread.
class OutboxMarks final : public QObject
{
    Q_OBJECT

public:
    explicit OutboxMarks(LeasedStore& store, QObject* parent = nullptr);

    void delivered(const OutboxEntry& entry, const Reason& how);
    // For good.
    void failed(const OutboxEntry& entry, const Error& error);
    // `step`, where there is one, goes into the trace.
    void again(const OutboxEntry& entry, Instant next, const Error& error, int looks, const Reason& step = {});
    void putBack(const OutboxEntry& entry, Instant next);

    // Gives up trying when the store refuses.
    void stop() { m_isStopped = true; }

Q_SIGNALS:
    // One entry is marked, or cannot be.
    void settled();
    void leaseRefused(const reserve::Reason& reason);

private:
    void write(std::function<Result<void>(WriteUnit&)> work);

    LeasedStore& m_store;
    bool m_isStopped = false;
};

} // namespace reserve
