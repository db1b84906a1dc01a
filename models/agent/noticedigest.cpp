// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#include "models/agent/noticedigest.h"

#include "models/agent/configurationwatch.h"
#include "models/base/logging.h"
#include "models/entities/credentialsexpiry.h"
#include "models/reserving/announcing.h"

#include <QUuid>

#include <algorithm>
#include <utility>

namespace reserve {

namespace {

// What comes in a burst goes into one digest.
constexpr std::chrono::milliseconds gatherTime(2000);
constexpr int mostLookedAt = 500;
constexpr qsizetype mostItems = 50;
constexpr std::chrono::hours expiryLookInterval(1);
// Without an earlier digest: what happened in the last day.
constexpr auto firstReach = std::chrono::hours(24);

struct LastDigest
{
    Instant until;
    Instant sent;
    QDate expiriesTold;
};

// What the next digest goes on from.
struct Told
{
    Instant since;
    QDate expiries;
};

QDate dayOf(Instant now)
{
    return toDateTime(now).toLocalTime().date();
}

NoticeItem expiryItem(const ServerProfile& profile, qint64 days)
{
    const bool isCertificate = profile.proof == ClientProof::Certificate;
    const Arguments arguments{{QStringLiteral("server"), profile.name},
                              {QStringLiteral("end"), profile.credentialsExpire.toString(Qt::ISODate)},
                              {QStringLiteral("days"), QString::number(days)}};
    const char* code = days < 0 ? (isCertificate ? "server.certificate-ended" : "server.secret-ended")
                                : (isCertificate ? "server.certificate-ends" : "server.secret-ends");
    return {{"mail.notice.item-server", {{QStringLiteral("server"), profile.name}}}, {code, arguments}};
}

Result<void> addExpiries(const ReadUnit& unit, QDate today, Notice& notice)
{
    if (notice.expiriesTold == today)
        return {};
    const auto profiles = unit.serverProfiles().all();
    if (!profiles)
        return failure(profiles.error());
    for (const ServerProfile& profile : *profiles) {
        const auto days = daysToWarnOf(profile, today);
        if (!days)
            continue;
        notice.items.append(expiryItem(profile, *days));
        notice.expiriesTold = today;
    }
    return {};
}

Result<std::optional<LastDigest>> lastDigestAmong(const ReadUnit& unit, const QList<OutboxEntry>& entries)
{
    for (const OutboxEntry& entry : entries) {
        if (entry.kind != OutboxKind::Notice)
            continue;
        const auto whole = unit.outbox().find(entry.id);
        if (!whole)
            return failure(whole.error());
        if (const auto notice = *whole ? noticeFromJson((*whole)->payload) : std::nullopt)
            return LastDigest{notice->until, entry.createdAt, notice->expiriesTold};
    }
    return std::nullopt;
}

// However much was told since `fallback`; further back as far as one look goes.
Result<LastDigest> findLastDigest(const ReadUnit& unit, Instant fallback)
{
    OutboxId before;
    while (true) {
        const auto ids = unit.outbox().page(std::nullopt, before, mostLookedAt);
        if (!ids)
            return failure(ids.error());
        const auto entries = unit.outbox().byIds(*ids);
        if (!entries)
            return failure(entries.error());
        const auto last = lastDigestAmong(unit, *entries);
        if (!last)
            return failure(last.error());
        if (*last)
            return **last;
        if (ids->size() < mostLookedAt || entries->isEmpty() || entries->last().createdAt < fallback)
            return LastDigest{fallback, {}, {}};
        before = ids->last();
    }
}

// What a private meeting is about is not for those who keep the agent going.
Reason nameOf(const Trace& trace)
{
    Reason name{trace.isPrivate ? "mail.notice.item-private" : "mail.notice.item-message",
                {{QStringLiteral("requester"), trace.requester}, {QStringLiteral("recipient"), trace.recipient}}};
    if (!trace.isPrivate)
        name.arguments.insert(QStringLiteral("subject"), trace.subject);
    return name;
}

bool isUnheardDecline(const Trace& trace)
{
    return trace.verdict == Verdict::Declined
        && std::any_of(trace.steps.begin(), trace.steps.end(),
                       [](const TraceStep& step) { return step.reason.code == declinedUnheard; });
}

Reason whyOf(const Trace& trace)
{
    if (trace.verdict != Verdict::Declined)
        return trace.reason;
    return {declinedUnheard, causedBy(Error(trace.reason.code, trace.reason.arguments))};
}

Result<void> addMessages(const ReadUnit& unit, Verdict verdict, Instant since, Notice& notice)
{
    TraceFilter filter;
    filter.state = verdict == Verdict::Held ? TraceState::Held : TraceState::Done;
    filter.verdict = verdict;
    const auto ids = unit.traces().page(filter, {}, mostLookedAt);
    if (!ids)
        return failure(ids.error());
    const auto traces = unit.traces().byIds(*ids);
    if (!traces)
        return failure(traces.error());
    for (const Trace& trace : *traces) {
        if (trace.decidedAt <= since || (verdict == Verdict::Declined && !isUnheardDecline(trace)))
            continue;
        notice.items.append({nameOf(trace), whyOf(trace)});
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

NoticeItem approvalItem(const Announcement& about, const Reason& why)
{
    Arguments arguments{{QStringLiteral("requester"), about.requester}, {QStringLiteral("space"), about.spaceName}};
    if (!about.isPrivate && !about.subject.isEmpty())
        arguments.insert(QStringLiteral("subject"), about.subject);
    if (!about.allDay) {
        arguments.insert(QStringLiteral("start"), toIso(about.time.start));
        arguments.insert(QStringLiteral("end"), toIso(about.time.end));
    }
    return {{"mail.notice.item-approval", arguments}, why};
}

// Requests that nobody has decided meanwhile.
Result<void> addApprovals(const ReadUnit& unit, Instant since, Instant now, Notice& notice)
{
    const auto ids = unit.approvals().page({}, mostLookedAt);
    if (!ids)
        return failure(ids.error());
    const auto approvals = unit.approvals().byIds(*ids);
    if (!approvals)
        return failure(approvals.error());
    for (const Approval& approval : *approvals) {
        if (approval.askedAt > since && approval.state == ApprovalState::Open && approval.ends > now)
            notice.items.append(approvalItem(approval.announcement, approval.reason));
    }
    return {};
}

Result<Notice> gather(const ReadUnit& unit, const Told& told, const Reason& pause, Instant now)
{
    Notice notice;
    notice.until = now;
    notice.expiriesTold = told.expiries;
    if (const Result<void> added = addExpiries(unit, dayOf(now), notice); !added)
        return failure(added.error());
    for (const Verdict verdict : {Verdict::Held, Verdict::Quarantined, Verdict::Declined}) {
        if (const Result<void> added = addMessages(unit, verdict, told.since, notice); !added)
            return failure(added.error());
    }
    if (const Result<void> added = addApprovals(unit, told.since, now, notice); !added)
        return failure(added.error());
    for (const OutboxState state : {OutboxState::Failed, OutboxState::Bounced}) {
        if (const Result<void> added = addMails(unit, state, told.since, notice); !added)
            return failure(added.error());
    }
    if (!pause.isEmpty())
        notice.items.append({{"mail.notice.item-delivery", {}}, pause});
    notice.total = int(notice.items.size());
    notice.items = notice.items.mid(0, mostItems);
    return notice;
}

// Empty when there is nothing to tell: then nothing is stored.
Result<Notice> storeDigest(WriteUnit& unit, const QStringList& recipients, const Told& told, const Reason& pause)
{
    const Result<Notice> notice = gather(unit, told, pause, unit.now());
    if (!notice || notice->items.isEmpty())
        return notice;
    OutboxEntry entry;
    entry.kind = OutboxKind::Notice;
    entry.recipient = recipients.join(QLatin1Char(','));
    entry.messageId = QUuid::createUuid().toString(QUuid::WithoutBraces) + QStringLiteral("@reserve.invalid");
    entry.payload = toJson(*notice);
    entry.createdAt = unit.now();
    entry.nextAttempt = unit.now();
    if (const auto id = unit.outbox().append(entry); !id)
        return failure(id.error());
    return notice;
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
    connect(&m_configuration, &ConfigurationWatch::changed, this, [this] {
        noteExpiries();
        schedule();
    });
    m_expiryLook.setInterval(expiryLookInterval);
    connect(&m_expiryLook, &QTimer::timeout, this, &NoticeDigest::noteExpiries);
}

void NoticeDigest::start()
{
    const Instant fallback = m_store.now() - firstReach;
    m_store.read([fallback](const ReadUnit& unit) { return findLastDigest(unit, fallback); },
                 [this, fallback](const Result<LastDigest>& last) {
                     m_since = last ? last->until : fallback;
                     m_lastDigest = last ? last->sent : Instant();
                     m_expiriesTold = last ? last->expiriesTold : QDate();
                     m_isStarted = true;
                     // What an earlier run had no time to tell.
                     m_isNoted = true;
                     m_expiryLook.start();
                     schedule();
                 });
}

void NoticeDigest::stop()
{
    m_isStarted = false;
    m_due.stop();
    m_expiryLook.stop();
}

bool NoticeDigest::concerns(const Trace& trace)
{
    return trace.verdict == Verdict::Held || trace.verdict == Verdict::Quarantined || isUnheardDecline(trace);
}

void NoticeDigest::note(const Reason& pause)
{
    m_isNoted = true;
    if (!pause.isEmpty())
        m_pause = pause;
    schedule();
}

void NoticeDigest::noteExpiries()
{
    const QDate today = dayOf(m_store.now());
    const QList<ServerProfile>& profiles = m_configuration.current()->profiles();
    const bool isDue = m_expiriesTold != today
        && std::any_of(profiles.begin(), profiles.end(),
                       [today](const ServerProfile& profile) { return daysToWarnOf(profile, today).has_value(); });
    if (m_isStarted && isDue)
        note();
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
        [recipients, told = Told{m_since, m_expiriesTold}, pause = std::exchange(m_pause, {})](WriteUnit& unit) {
            return storeDigest(unit, recipients, told, pause);
        },
        [this, now](const Result<Notice>& notice) {
            if (!notice) {
                qCWarning(lcAgent) << "digest not written:" << notice.error().logLine();
                m_isNoted = true;
                return schedule();
            }
            m_since = now;
            m_expiriesTold = notice->expiriesTold;
            if (!notice->items.isEmpty())
                m_lastDigest = now;
            schedule();
        });
}

} // namespace reserve
