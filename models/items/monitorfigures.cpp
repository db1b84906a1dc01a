// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#include "models/items/monitorfigures.h"

#include "models/items/whenanswered.h"
#include "models/store/changefeed.h"
#include "models/store/store.h"

#include <algorithm>
#include <chrono>

namespace reserve {

namespace {

using namespace std::chrono_literals;

// A message taken at the end of one minute may be decided in the next.
constexpr int minutesThatMove = 2;

Instant minuteOf(Instant at)
{
    return std::chrono::floor<std::chrono::minutes>(at);
}

} // namespace

MonitorFigures::MonitorFigures(Store& store, QObject* parent)
    : QObject(parent)
    , m_store(store)
{
    m_soon.setSingleShot(true);
    m_soon.setInterval(500ms);
    m_minuteTick.setInterval(15s);
    connect(&m_soon, &QTimer::timeout, this, &MonitorFigures::read);
    connect(&m_minuteTick, &QTimer::timeout, this, &MonitorFigures::read);
    connect(&store.changes(), &ChangeFeed::changed, this, &MonitorFigures::take, Qt::QueuedConnection);
    m_minuteTick.start();
    read();
}

void MonitorFigures::take(const QList<Change>& changes)
{
    const bool concerns = std::any_of(changes.begin(), changes.end(), [](const Change& change) {
        return change.subject == ChangeSubject::Traces || change.subject == ChangeSubject::Outbox;
    });
    if (concerns && !m_soon.isActive())
        m_soon.start();
}

void MonitorFigures::read()
{
    if (m_reading) {
        m_again = true;
        return;
    }
    m_reading = true;
    const Instant now = m_store.clock().now();
    const Instant oldest = minuteOf(now) - (minuteCount - 1) * 1min;
    const Instant first
        = m_minutes.isEmpty() ? oldest : std::max(oldest, m_minutes.last().minute - (minutesThatMove - 1) * 1min);
    const auto reading = m_store.read([first, now](const ReadUnit& unit) { return readMonitor(unit, first, now); });
    whenAnswered(reading, this, [this](const Result<MonitorReading>& answer) {
        m_reading = false;
        if (answer)
            takeReading(*answer);
        if (std::exchange(m_again, false))
            m_soon.start();
    });
}

void MonitorFigures::takeReading(const MonitorReading& reading)
{
    if (!reading.minutes.isEmpty()) {
        const Instant first = reading.minutes.first().minute;
        m_minutes.removeIf([first](const MinuteFigures& figures) { return figures.minute >= first; });
        m_minutes += reading.minutes;
        m_minutes = m_minutes.last(std::min<qsizetype>(m_minutes.size(), minuteCount));
    }
    m_today = reading.today;
    m_outbox = reading.outbox;
    m_waitingByMinute = reading.waitingByMinute;
    Q_EMIT changed();
}

QList<Milliseconds> MonitorFigures::waitsOfHour() const
{
    QList<Milliseconds> waits;
    for (const MinuteFigures& minute : m_minutes)
        waits += minute.waits;
    std::sort(waits.begin(), waits.end());
    return waits;
}

Milliseconds MonitorFigures::middleWait() const
{
    return percentile(waitsOfHour(), 0.5);
}

Milliseconds MonitorFigures::slowestPercentWait() const
{
    return percentile(waitsOfHour(), 0.99);
}

} // namespace reserve
