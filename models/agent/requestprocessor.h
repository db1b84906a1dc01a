// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#pragma once

#include "models/agent/leasedstore.h"
#include "models/agent/readingcache.h"
#include "models/agent/spaceorder.h"
#include "models/entities/trace.h"
#include "models/itip/itipreader.h"
#include "models/reserving/reserving.h"

#include <QObject>
#include <QTimer>

#include <map>
#include <memory>

class QThreadPool;

namespace reserve {

class ConfigurationWatch;
class CrashMark;

// Decides what waits in the inbox, each space in the order of durability. A window of traces is prepared on
// workers and decided in units of work of their own, many to one commit, after intake.
//
// A message that was under way when the process crashed runs alone after the next start; after two crashes it is
// quarantined.
class RequestProcessor final : public QObject
{
    Q_OBJECT

public:
    RequestProcessor(LeasedStore& store, const ConfigurationWatch& configuration, QThreadPool& workers,
                     CrashMark& crashMark, QObject* parent = nullptr);
    ~RequestProcessor() override;

    // Begins with what an earlier run left.
    void start();
    // Nothing new is begun; idle() follows when what was begun is decided.
    void stop();

    // New traces of a message that the intake has read already.
    void offer(const QList<TraceId>& traces, const std::shared_ptr<const MessageReading>& reading, qint64 octets);

    // What was held: `released` by a person (R-MATCH), else because its recipient matches now (R-MAILBOX-CASE) and it
    // stands as waiting again.
    void decide(const QList<TraceId>& traces, bool released);

    // Undecided messages, as far as this agent knows.
    int waitingCount() const { return m_waiting; }
    bool isIdle() const { return m_inFlight == 0; }

Q_SIGNALS:
    void decided(const reserve::Trace& trace);
    void leaseRefused(const reserve::Reason& reason);
    void idle();

private:
    enum class State { Starting, Running, Stopped };
    enum class Stage { Idle, Reading, Prepared, Deciding };
    struct Entry
    {
        Trace trace;
        Stage stage = Stage::Idle;
        bool released = false;
        int failures = 0;
        std::shared_ptr<const PreparedMessage> prepared;
        std::shared_ptr<const SeriesInProgress> rest; // of a long series, which takes several transactions
    };
    // Shared with units of work, which may outlive this.
    struct Decider;

    void applyConfiguration();
    void countCrashes();
    void readBacklog();
    void onCounted(int waiting, TraceId newest);
    void pull();
    void onPulled(const Result<QList<Trace>>& traces);
    void admit(const Trace& trace, bool released);

    // Begins with entries that are idle.
    void advance();
    bool isSuspect(const Entry& entry) const;
    void beginSuspect(Entry& entry);
    void begin(Entry& entry);
    void readAgain(TraceId id);
    void prepareOnWorker(Entry& entry, std::shared_ptr<const MessageReading> reading);
    void onPrepared(TraceId id, std::shared_ptr<const PreparedMessage> prepared);

    // Hands to the store what is prepared and whose turn it is.
    void pump();
    void submit(Entry& entry);
    void onPart(TraceId id, std::shared_ptr<const SeriesInProgress> rest);
    void onDecided(TraceId id, const Result<Trace>& decided);
    void onFailed(TraceId id, const Error& error);
    void quarantine(TraceId id, const Reason& reason);
    void reportIdle();

    LeasedStore& m_store;
    const ConfigurationWatch& m_configuration;
    QThreadPool& m_workers;
    CrashMark& m_crashMark;
    std::shared_ptr<const Decider> m_decider;
    std::shared_ptr<SpaceOrder> m_order;
    ReadingCache m_readings;
    std::map<TraceId, Entry> m_entries; // the window, in order of durability
    QTimer m_retry;
    TraceId m_pulledUpTo;
    TraceId m_lastOfEarlierRun;
    int m_waiting = 0;
    int m_inFlight = 0;
    State m_state = State::Starting;
    bool m_isPulling = false;
    bool m_mayBeMore = false;
};

} // namespace reserve
