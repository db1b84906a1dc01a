// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#include "models/agent/heldrelease.h"

#include "models/agent/configurationwatch.h"
#include "models/base/logging.h"

namespace reserve {

namespace {

constexpr int mostAtOnce = 1000;
constexpr char differsInCase[] = "rcpt.differs-in-case";
constexpr char contactShared[] = "rcpt.contact-shared";

Result<QList<Trace>> readHeld(const ReadUnit& unit)
{
    TraceFilter filter;
    filter.state = TraceState::Held;
    const Result<QList<TraceId>> ids = unit.traces().page(filter, {}, mostAtOnce);
    if (!ids)
        return failure(ids.error());
    return unit.traces().byIds(*ids);
}

TraceStep stepFor(const Trace& held, Instant now)
{
    const Arguments recipient{{QStringLiteral("recipient"), held.recipient}};
    return held.reason.code == contactShared ? TraceStep{now, "R-SUBDOMAIN", {"trace.contact-unshared", recipient}}
                                             : TraceStep{now, "R-MAILBOX-CASE", {"trace.spelling-matches", recipient}};
}

// Answers those that were still held.
Result<QList<TraceId>> storeReopened(WriteUnit& unit, const QList<Trace>& matching)
{
    QList<TraceId> reopened;
    for (const Trace& match : matching) {
        const auto present = unit.traces().find(match.id);
        if (!present)
            return failure(present.error());
        if (!*present || (*present)->state != TraceState::Held)
            continue;
        Trace trace = **present;
        trace.steps.append(stepFor(trace, unit.now()));
        trace.state = TraceState::Waiting;
        trace.verdict.reset();
        trace.reason = {};
        trace.decidedAt = {};
        trace.spaceId = match.spaceId;
        if (const Result<void> updated = unit.traces().update(trace); !updated)
            return failure(updated.error());
        reopened.append(trace.id);
    }
    return reopened;
}

} // namespace

HeldRelease::HeldRelease(LeasedStore& store, const ConfigurationWatch& configuration, QObject* parent)
    : QObject(parent)
    , m_store(store)
    , m_configuration(configuration)
{
    connect(&m_configuration, &ConfigurationWatch::changed, this, &HeldRelease::look);
}

void HeldRelease::start()
{
    m_isStarted = true;
    look();
}

void HeldRelease::look()
{
    if (!m_isStarted)
        return;
    m_store.read(&readHeld, [this](const Result<QList<Trace>>& held) {
        if (held)
            reopen(*held);
        else
            qCWarning(lcAgent) << "held messages not read:" << held.error().logLine();
    });
}

void HeldRelease::reopen(const QList<Trace>& held)
{
    QList<Trace> matching;
    for (Trace trace : held) {
        if (trace.reason.code != differsInCase && trace.reason.code != contactShared)
            continue;
        const RecipientJudgement judgement = m_configuration.current()->directory().judge(trace.recipient);
        if (judgement.kind != RecipientJudgement::Kind::Space)
            continue;
        trace.spaceId = judgement.spaceId;
        matching.prepend(trace); // oldest first
    }
    if (matching.isEmpty())
        return;
    m_store.write(
        WritePriority::Normal, [matching](WriteUnit& unit) { return storeReopened(unit, matching); },
        [this](const Result<QList<TraceId>>& reopenedTraces) {
            if (reopenedTraces)
                Q_EMIT reopened(*reopenedTraces);
            else
                qCWarning(lcAgent) << "held messages not reopened:" << reopenedTraces.error().logLine();
        });
}

} // namespace reserve
