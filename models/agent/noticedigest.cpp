// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#include "models/agent/noticedigest.h"

#include "models/agent/configurationwatch.h"
#include "models/base/logging.h"

#include <QUuid>

#include <algorithm>
#include <utility>

namespace reserve {

namespace {

// What comes in a burst goes into one digest.
constexpr std::chrono::milliseconds gatherTime(2000);
constexpr int mostLookedAt = 500;
constexpr qsizetype mostItems = 50;
// Without an earlier digest: what happened in the last day.
constexpr auto firstReach = std::chrono::hours(24);

struct LastDigest
{
    Instant until;
    Instant sent;
};

Result<LastDigest> findLastDigest(const ReadUnit& unit, Instant fallback)
{
    const auto ids = unit.outbox().page(std::nullopt, {}, mostLookedAt);
    if (!ids)
        return failure(ids.error());
    const auto entries = unit.outbox().byIds(*ids);
    if (!entries)
        return failure(entries.error());
    for (const OutboxEntry& entry : *entries) {
        if (entry.kind != OutboxKind::Notice)
            continue;
        const auto whole = unit.outbox().find(entry.id);
        if (!whole)
            return failure(whole.error());
        if (const auto notice = *whole ? noticeFromJson((*whole)->payload) : std::nullopt)
            return LastDigest{notice->until, entry.createdAt};
    }
    return LastDigest{fallback, {}};
}

Result<void> addMessages(const ReadUnit& unit, TraceState state, Instant since, Notice& notice)
{
    TraceFilter filter;
    filter.state = state;
    if (state == TraceState::Done)
        filter.verdict = Verdict::Quarantined;
    const auto ids = unit.traces().page(filter, {}, mostLookedAt);
    if (!ids)
        return failure(ids.error());
    const auto traces = unit.traces().byIds(*ids);
    if (!traces)
        return failure(traces.error());
    for (const Trace& trace : *traces) {
        if (trace.decidedAt <= since)
            continue;
        notice.items.append({{"mail.notice.item-message",
                              {{QStringLiteral("subject"), trace.subject},
                               {QStringLiteral("requester"), trace.requester},
                               {QStringLiteral("recipient"), trace.recipient}}},
                             trace.reason});
    }
    return {};
}

Result<void> addMails(const ReadUnit& unit, OutboxState state, Instant since, Notice& notice)
{
    const auto ids = unit.outbox().page(state, {}, mostLookedAt);
    if (!ids)
        return failure(ids.error());
    const auto entries = unit.outbox().byIds(*ids);
    if (!entries)
        return failure(entries.error());
    for (const OutboxEntry& entry : *entries) {
        // A notice that failed is no news for the next notice.
        if (entry.doneAt <= since || entry.kind == OutboxKind::Notice)
            continue;
        notice.items.append(
            {{"mail.notice.item-outbox", {{QStringLiteral("recipient"), entry.recipient}}}, entry.lastFailure});
    }
    return {};
}

Result<Notice> gather(const ReadUnit& unit, Instant since, const Reason& pause, Instant now)
{
    Notice notice;
    notice.until = now;
    for (const TraceState state : {TraceState::Held, TraceState::Done}) {
        if (const Result<void> added = addMessages(unit, state, since, notice); !added)
            return failure(added.error());
    }
    for (const OutboxState state : {OutboxState::Failed, OutboxState::Bounced}) {
        if (const Result<void> added = addMails(unit, state, since, notice); !added)
            return failure(added.error());
    }
    if (!pause.isEmpty())
        notice.items.append({{"mail.notice.item-delivery", {}}, pause});
    notice.total = int(notice.items.size());
    notice.items = notice.items.mid(0, mostItems);
    return notice;
}

Result<int> storeDigest(WriteUnit& unit, const QStringList& recipients, Instant since, const Reason& pause)
{
    const Result<Notice> notice = gather(unit, since, pause, unit.now());
    if (!notice)
        return failure(notice.error());
    if (notice->items.isEmpty())
        return 0;
    OutboxEntry entry;
    entry.kind = OutboxKind::Notice;
    entry.recipient = recipients.join(QLatin1Char(','));
    entry.messageId = QUuid::createUuid().toString(QUuid::WithoutBraces) + QStringLiteral("@reserve.invalid");
    entry.payload = toJson(*notice);
    entry.createdAt = unit.now();
    entry.nextAttempt = unit.now();
    if (const auto id = unit.outbox().append(entry); !id)
        return failure(id.error());
    return notice->total;
}

} // namespace

NoticeDigest::NoticeDigest(LeasedStore& store, const ConfigurationWatch& configuration, QObject* parent)
    : QObject(parent)
    , m_store(store)
    , m_configuration(configuration)
    , m_due(this)
{
    m_due.setSingleShot(true);
    connect(&m_due, &QTimer::timeout, this, &NoticeDigest::write);
    // notices.to may have been set just now.
    connect(&m_configuration, &ConfigurationWatch::changed, this, [this] { schedule(); });
}

void NoticeDigest::start()
{
    const Instant fallback = m_store.now() - firstReach;
    m_store.read([fallback](const ReadUnit& unit) { return findLastDigest(unit, fallback); },
                 [this, fallback](const Result<LastDigest>& last) {
                     m_since = last ? last->until : fallback;
                     m_lastDigest = last ? last->sent : Instant();
                     m_isStarted = true;
                     // What an earlier run had no time to tell.
                     m_isNoted = true;
                     schedule();
                 });
}

void NoticeDigest::stop()
{
    m_isStarted = false;
    m_due.stop();
}

void NoticeDigest::note(const Reason& pause)
{
    m_isNoted = true;
    if (!pause.isEmpty())
        m_pause = pause;
    schedule();
}

void NoticeDigest::schedule()
{
    if (!m_isStarted || !m_isNoted || m_due.isActive() || m_configuration.current()->settings().noticesTo().isEmpty())
        return;
    const Milliseconds rest = m_lastDigest + interval - m_store.now();
    m_due.start(std::clamp<Milliseconds>(rest, gatherTime, interval));
}

void NoticeDigest::write()
{
    const QStringList recipients = m_configuration.current()->settings().noticesTo();
    if (recipients.isEmpty())
        return;
    m_isNoted = false;
    const Instant now = m_store.now();
    m_store.write(
        WritePriority::Normal,
        [recipients, since = m_since, pause = std::exchange(m_pause, {})](WriteUnit& unit) {
            return storeDigest(unit, recipients, since, pause);
        },
        [this, now](const Result<int>& told) {
            if (!told) {
                qCWarning(lcAgent) << "digest not written:" << told.error().logLine();
                m_isNoted = true;
                return schedule();
            }
            m_since = now;
            if (*told > 0)
                m_lastDigest = now;
            schedule();
        });
}

} // namespace reserve
