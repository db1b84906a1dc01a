// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#include "app/console/statusfeed.h"

#include "models/items/serverremark.h"
#include "models/items/shellstatuswatcher.h"
#include "models/items/whenanswered.h"
#include "models/settings/settings.h"
#include "models/store/changefeed.h"
#include "models/store/store.h"
#include "models/wording/wording.h"
#include "ui/shell/mainwindow.h"

#include <QFileInfo>
#include <QLocale>
#include <QTimeZone>

namespace reserve {

namespace {

constexpr int clockTick = 10'000;
constexpr qint64 megabyte = 1'000'000;

AgentSign signOf(AgentState state)
{
    switch (state) {
    case AgentState::Stopped:
        return AgentSign::Stopped;
    case AgentState::Starting:
        return AgentSign::Starting;
    case AgentState::Listening:
        return AgentSign::Listening;
    case AgentState::CannotListen:
        return AgentSign::CannotListen;
    }
    Q_UNREACHABLE();
}

QString clockText(Instant instant, const QTimeZone& zone)
{
    const QTime time = toDateTime(instant).toTimeZone(zone).time();
    // The C locale would add seconds.
    return QLocale().language() == QLocale::C ? time.toString(QStringLiteral("HH:mm"))
                                              : QLocale().toString(time, QLocale::ShortFormat);
}

} // namespace

StatusFeed::StatusFeed(Store& store, const ShellStatusWatcher& watcher, MainWindow& window)
    : m_store(store)
    , m_window(window)
    , m_watcher(watcher)
    , m_zone(QTimeZone::systemTimeZoneId())
{
    connect(&m_watcher, &ShellStatusWatcher::changed, this, &StatusFeed::update);
    connect(&store.changes(), &ChangeFeed::changed, this, [this](const QList<Change>& changes) {
        for (const Change& change : changes) {
            if (change.subject == ChangeSubject::Settings) {
                readSite();
                return;
            }
        }
    });
    m_minute.setInterval(clockTick);
    connect(&m_minute, &QTimer::timeout, this, &StatusFeed::update);
    m_minute.start();
    readSite();
    update();
}

void StatusFeed::readSite()
{
    const auto settings = m_store.read([](const ReadUnit& unit) -> Result<Settings> {
        auto stored = unit.settings().all();
        if (!stored)
            return failure(stored.error());
        return Settings(std::move(*stored));
    });
    whenAnswered(settings, this, [this](const Result<Settings>& read) {
        if (!read)
            return;
        m_zone = read->timeZone().isEmpty() ? QTimeZone::systemTimeZoneId() : read->timeZone();
        m_window.setSiteName(read->siteName());
        update();
    });
}

QString StatusFeed::storeText() const
{
    const QFileInfo file(m_store.location().file());
    const QString size
        = QLocale().formattedDataSize(file.size(), file.size() < megabyte ? 0 : 1, QLocale::DataSizeSIFormat);
    const bool ofThisDesk = file.absoluteFilePath() == QFileInfo(StoreLocation::ofThisDesk().file()).absoluteFilePath();
    return ofThisDesk ? tr("This desk (SQLite), %1").arg(size) : tr("%1 (SQLite), %2").arg(file.fileName(), size);
}

void StatusFeed::update()
{
    const StatusFigures& figures = m_watcher.figures();
    const QTimeZone zone(m_zone);
    const Instant now = m_store.clock().now();
    StripStatus status;
    status.agent = signOf(m_watcher.agentState());
    if (!figures.agent.reason.isEmpty())
        status.agentRemark = sentence(figures.agent.reason);
    status.address = figures.agent.address;
    status.inbox = figures.inboxWaiting + figures.held;
    status.outbox = figures.outbox.waiting;
    if (figures.outbox.oldest) {
        const auto minutes = std::chrono::duration_cast<Minutes>(now - *figures.outbox.oldest).count();
        status.oldest = tr("%n min", nullptr, int(minutes));
    }
    if (const auto next = figures.nextTry(now))
        status.nextTry = clockText(*next, zone);
    if (const auto server = worstRemark(figures, now)) {
        status.server = server->words;
        status.serverFails = server->weight == RemarkWeight::Failed;
    }
    status.store = storeText();
    status.zone = QString::fromUtf8(m_zone);
    status.time = clockText(now, zone);
    m_window.setStatus(status);
}

} // namespace reserve
