// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#pragma once

#include "models/agent/leasedstore.h"
#include "models/agent/notice.h"
#include "models/entities/trace.h"

#include <QObject>
#include <QTimer>

namespace reserve {

class ConfigurationWatch;

// R-CONFIRM: held, failed and paused items, requests that wait for an approver, and declines of which the organizer
// does not hear because no answer was asked for, are told to notices.to, one digest in 15 minutes at most. So are
// client secrets and certificates that end soon, once a day at most. What belongs into a digest is read from the store,
// so that a restart neither forgets nor repeats.
class NoticeDigest final : public QObject
{
    Q_OBJECT

public:
    static constexpr Minutes interval{15};

    NoticeDigest(LeasedStore& store, const ConfigurationWatch& configuration, QObject* parent = nullptr);

    void start();
    void stop();
    // Whether what was decided is for a digest.
    static bool concerns(const Trace& trace);
    // Something was held, failed or paused, asks for an approver, or nobody heard of it. `pause`: why delivery stands
    // still, where it does.
    void note(const Reason& pause = {});

private:
    void schedule();
    void write();
    // A day begins for secrets that end soon without anything that happens.
    void noteExpiries();

    LeasedStore& m_store;
    const ConfigurationWatch& m_configuration;
    QTimer m_due;
    QTimer m_expiryLook;
    Reason m_pause;
    Instant m_since; // told up to here
    Instant m_lastDigest;
    QDate m_expiriesTold;
    bool m_isStarted = false;
    bool m_isNoted = false;
};

} // namespace reserve
