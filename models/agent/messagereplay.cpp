// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#include "models/agent/messagereplay.h"

#include "models/agent/configurationwatch.h"
#include "models/reserving/meetingintake.h"

#include <QThreadPool>

namespace reserve {

struct MessageReplay::Job
{
    TraceId id;
    QString actor;
    CommandRunner::Done done;
    QString sender;
    QByteArray raw;
    std::shared_ptr<const MessageReading> reading;
};

namespace {

constexpr int workPriority = 0;

struct KeptMessage
{
    QString sender;
    QByteArray raw;
};

Result<KeptMessage> readKept(const ReadUnit& unit, TraceId id)
{
    const Arguments number{{QStringLiteral("id"), QString::number(id.value)}};
    const auto trace = unit.traces().find(id);
    if (!trace)
        return failure(trace.error());
    if (!*trace)
        return failure("trace.missing", number);
    if (!(*trace)->inboxId)
        return failure("trace.not-kept", number);
    auto raw = unit.inbox().raw((*trace)->inboxId);
    if (!raw)
        return failure(raw.error());
    return KeptMessage{(*trace)->sender, std::move(*raw)};
}

Result<Trace> storeAgain(WriteUnit& unit, const Configuration& configuration, TraceId id,
                         const std::shared_ptr<const MessageReading>& reading, const QString& actor)
{
    const auto taken = takeAgain(unit, configuration, id, reading, actor);
    if (!taken)
        return failure(taken.error());
    return unit.traces().find(*taken).map([](const std::optional<Trace>& trace) { return trace.value_or(Trace()); });
}

} // namespace

MessageReplay::MessageReplay(LeasedStore& store, ConfigurationWatch& configuration, QThreadPool& workers,
                             QObject* parent)
    : QObject(parent)
    , m_store(store)
    , m_configuration(configuration)
    , m_workers(workers)
{
}

void MessageReplay::replay(TraceId id, const QString& actor, const CommandRunner::Done& done)
{
    auto job = std::make_shared<Job>(Job{id, actor, done, {}, {}, nullptr});
    m_store.read([id](const ReadUnit& unit) { return readKept(unit, id); },
                 [this, job](const Result<KeptMessage>& message) {
                     if (!message)
                         return job->done(message.error().reason());
                     job->sender = message->sender;
                     job->raw = message->raw;
                     m_workers.start([this, job] { read(job); }, workPriority);
                 });
}

// On a worker.
void MessageReplay::read(const std::shared_ptr<Job>& job)
{
    job->reading = readMail(job->raw, job->sender);
    m_store.courier().post([this, job] { m_configuration.whenFresh([this, job] { store(job); }); });
}

void MessageReplay::store(const std::shared_ptr<Job>& job)
{
    m_store.write(
        WritePriority::Normal,
        [configuration = m_configuration.current(), job](WriteUnit& unit) {
            return storeAgain(unit, *configuration, job->id, job->reading, job->actor);
        },
        [this, job](const Result<Trace>& trace) {
            if (!trace)
                return job->done(trace.error().reason());
            if (trace->state == TraceState::Waiting)
                Q_EMIT taken({trace->id}, job->reading, job->raw.size());
            else if (trace->state == TraceState::Held)
                Q_EMIT held();
            job->done({});
        });
}

} // namespace reserve
