// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#include "models/agent/retention.h"

#include "models/agent/configurationwatch.h"
#include "models/agent/keptmail.h"
#include "models/base/logging.h"

#include <QThreadPool>

#include <limits>

namespace reserve {

namespace {

constexpr auto day = std::chrono::hours(24);
constexpr auto finishedCommandsStay = std::chrono::hours(24 * 7);
constexpr int batchSize = 200;

} // namespace

Retention::Retention(LeasedStore& store, const ConfigurationWatch& configuration, QThreadPool& workers, QObject* parent)
    : QObject(parent)
    , m_store(store)
    , m_configuration(configuration)
    , m_workers(workers)
    , m_daily(this)
{
    m_daily.setInterval(day);
    m_daily.setTimerType(Qt::VeryCoarseTimer);
    connect(&m_daily, &QTimer::timeout, this, &Retention::run);
}

void Retention::start()
{
    m_daily.start();
    run();
}

void Retention::stop()
{
    m_daily.stop();
    m_batches.clear();
}

void Retention::run()
{
    const Settings& settings = m_configuration.current()->settings();
    const Instant now = m_store.now();
    const Instant mailBefore = now - settings.keepMailDays() * day;
    const Instant tracesBefore = now - settings.keepTraceDays() * day;
    const Instant commandsBefore = now - finishedCommandsStay;
    m_batches = {
        [commandsBefore](WriteUnit& unit) {
            return unit.commands().removeFinishedBefore(commandsBefore).map([](int) { return 0; });
        },
        [tracesBefore](WriteUnit& unit) { return unit.sessionEvents().removeBefore(tracesBefore, batchSize); },
        [tracesBefore](WriteUnit& unit) { return unit.traces().removeBefore(tracesBefore, batchSize); },
        [tracesBefore](WriteUnit& unit) { return unit.reservations().removeNotes(tracesBefore, batchSize); },
        [mailBefore](WriteUnit& unit) { return unit.inbox().dropRawBefore(mailBefore, batchSize); },
        [](WriteUnit& unit) { return unit.reservations().removeForgottenTimes(unit.now()).map([](int) { return 0; }); },
    };
    removeKeptMail(mailBefore);
    next();
}

void Retention::next()
{
    if (m_batches.empty())
        return;
    m_store.write(WritePriority::Background, m_batches.back(), [this](const Result<int>& removed) {
        if (m_batches.empty())
            return;
        if (!removed)
            qCWarning(lcAgent) << "retention:" << removed.error().logLine();
        if (!removed || *removed < batchSize)
            m_batches.pop_back();
        next();
    });
}

void Retention::removeKeptMail(Instant before)
{
    const QString folder = KeptMail::folderFor(m_configuration.current()->settings(), m_store.store().location());
    constexpr int lowest = -1;
    m_workers.start([folder, before] { KeptMail(folder).removeBefore(before, std::numeric_limits<int>::max()); },
                    lowest);
}

} // namespace reserve
