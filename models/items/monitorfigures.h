// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#pragma once

#include "models/items/monitorfigurereader.h"

#include <QObject>
#include <QTimer>

namespace reserve {

class Store;
struct Change;

// The figures of the monitor's cards: the last 60 minutes minute by minute, today's answers, what waits. Read from the
// store at most once a second, and then only the minutes that may have moved. GUI thread.
class MonitorFigures final : public QObject
{
    Q_OBJECT

public:
    explicit MonitorFigures(Store& store, QObject* parent = nullptr);

    static constexpr int minuteCount = 60;

    // Oldest first; minuteCount of them once loaded.
    const QList<MinuteFigures>& minutes() const { return m_minutes; }
    const TraceCounts& today() const { return m_today; }
    const OutboxCounts& outbox() const { return m_outbox; }
    const QList<int>& waitingByMinute() const { return m_waitingByMinute; }

    // Request to decision over the last 60 minutes; zero when nothing was decided.
    Milliseconds middleWait() const;
    Milliseconds slowestPercentWait() const;

Q_SIGNALS:
    void changed();

private:
    void take(const QList<Change>& changes);
    void read();
    void takeReading(const MonitorReading& reading);
    QList<Milliseconds> waitsOfHour() const;

    Store& m_store;
    QList<MinuteFigures> m_minutes;
    TraceCounts m_today;
    OutboxCounts m_outbox;
    QList<int> m_waitingByMinute;
    QTimer m_soon;
    QTimer m_minuteTick;
    bool m_reading = false;
    bool m_again = false;
};

} // namespace reserve
