// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#include "ui/monitor/keptmessage.h"

#include "models/items/whenanswered.h"
#include "models/reserving/configuration.h"
#include "models/store/store.h"

#include <algorithm>

namespace reserve {

namespace {

// More than anybody reads, and what a text field lays out in good time. The file itself is saved whole.
constexpr qsizetype mostShown = 256 * 1024;
constexpr qsizetype mostHead = 64 * 1024;

QByteArray headOf(const QByteArray& raw)
{
    const qsizetype end = raw.indexOf("\r\n\r\n");
    return raw.first(std::min(end < 0 ? raw.size() : end, mostHead));
}

Result<QByteArray> zoneFor(const ReadUnit& unit, SpaceId id)
{
    const auto configuration = Configuration::load(unit);
    if (!configuration)
        return failure(configuration.error());
    const Space* space = (*configuration)->space(id);
    return space ? (*configuration)->zoneOf(*space) : (*configuration)->settings().timeZone();
}

Result<KeptMessage> readKept(const ReadUnit& unit, const Trace& trace, const ItipReader& reader, Instant now)
{
    const auto raw = unit.inbox().raw(trace.inboxId);
    if (!raw)
        return failure(raw.error());
    const auto zone = zoneFor(unit, trace.spaceId);
    if (!zone)
        return failure(zone.error());
    const PreparedMessage message = prepare(readMail(*raw, trace.sender), reader, now);
    return KeptMessage{headOf(*raw), raw->first(std::min(raw->size(), mostShown)), raw->size() > mostShown,
                       understand(message, reader, *zone, raw->size())};
}

} // namespace

void readKeptMessage(Store& store, const Trace& trace, std::shared_ptr<const ItipReader> reader, QObject* context,
                     std::function<void(const Result<KeptMessage>&)> answered)
{
    const auto read = store.read([trace, reader = std::move(reader), now = store.clock().now()](const ReadUnit& unit) {
        return readKept(unit, trace, *reader, now);
    });
    whenAnswered(read, context, std::move(answered));
}

void rehearseKept(Store& store, const Trace& trace, std::shared_ptr<const ItipReader> reader, QObject* context,
                  std::function<void(const Result<JudgedEnvelope>&)> answered)
{
    const Instant now = store.clock().now();
    readKeptMessage(
        store, trace, reader, context,
        [&store, trace, reader, context, now, answered = std::move(answered)](const Result<KeptMessage>& kept) {
            if (!kept)
                return answered(failure(kept.error()));
            const ExplainedEnvelope envelope{trace.sender, {trace.recipient}, {}};
            const auto rehearsed = store.rehearse(now,
                                                  [reader, envelope, message = kept->understanding.message,
                                                   size = kept->understanding.size](WriteUnit& unit) {
                                                      return judgeEnvelope(unit, *reader, message, envelope, size);
                                                  });
            whenAnswered(rehearsed, context, answered);
        });
}

} // namespace reserve
