// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#include "models/agent/heldrelease.h"

#include "models/agent/configurationwatch.h"
#include "models/agent/mailintake.h"
#include "models/base/logging.h"

namespace reserve {

namespace {

// Some 10 ms of writing.
constexpr int mostAtOnce = 250;
constexpr char differsInCase[] = "rcpt.differs-in-case";
constexpr char contactShared[] = "rcpt.contact-shared";

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

HeldRelease::HeldRelease(LeasedStore& store, const ConfigurationWatch& configuration, const MailIntake& intake,
                         QObject* parent)
    : QObject(parent)
    , m_store(store)
    , m_configuration(configuration)
{
    connect(&m_configuration, &ConfigurationWatch::changed, this, &HeldRelease::look);
    connect(&intake, &MailIntake::heldByEarlierSetup, this, &HeldRelease::look);
}

void HeldRelease::start()
{
    m_isStarted = true;
    look();
}

void HeldRelease::look()
{
    if (m_isStarted)
        lookBehind({});
}

// In parts: what is held for other reasons, and much of it, stands in nobody's way.
void HeldRelease::lookBehind(TraceId last)
{
    const auto read = [last](const ReadUnit& unit) {
        return unit.traces().heldFor({QString::fromLatin1(differsInCase), QString::fromLatin1(contactShared)}, last,
                                     mostAtOnce);
    };
    m_store.read(read, [this](const Result<QList<Trace>>& held) {
        if (!held) {
            qCWarning(lcAgent) << "held messages not read:" << held.error().logLine();
            return;
        }
        reopen(*held);
        if (held->size() == mostAtOnce)
            lookBehind(held->last().id);
    });
}

void HeldRelease::reopen(const QList<Trace>& held)
{
    QList<Trace> matching;
    for (Trace trace : held) {
        const RecipientJudgement judgement = m_configuration.current()->directory().judge(trace.recipient);
        if (judgement.kind != RecipientJudgement::Kind::Space)
            continue;
        trace.spaceId = judgement.spaceId;
        matching.append(trace);
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
