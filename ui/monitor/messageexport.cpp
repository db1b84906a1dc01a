// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#include "ui/monitor/messageexport.h"

#include "models/exporting/jsonarray.h"
#include "models/exporting/tracesjson.h"
#include "models/items/tracemodel.h"
#include "models/items/whenanswered.h"

#include <QSaveFile>

namespace reserve {

namespace {

constexpr int tracesAtOnce = 500;

Failure cannotWrite(const QSaveFile& file)
{
    return failure("export.file",
                   {{QStringLiteral("path"), file.fileName()}, {QStringLiteral("detail"), file.errorString()}});
}

Result<int> write(const ReadUnit& unit, const TraceFilter& filter, const QString& path)
{
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly))
        return cannotWrite(file);
    JsonArray array(file);
    int count = 0;
    TraceId before;
    for (;;) {
        const auto ids = unit.traces().page(filter, before, tracesAtOnce);
        if (!ids)
            return failure(ids.error());
        for (const TraceId id : *ids) {
            const auto trace = unit.traces().find(id);
            if (!trace)
                return failure(trace.error());
            const auto space = unit.spaces().find((*trace)->spaceId);
            if (!space)
                return failure(space.error());
            array.add(toJsonObject(**trace, *space ? (*space)->name : QString()));
            ++count;
        }
        if (ids->size() < tracesAtOnce)
            break;
        before = ids->last();
    }
    array.end();
    if (!file.commit())
        return cannotWrite(file);
    return count;
}

} // namespace

void writeMessages(Store& store, const TraceFilter& filter, const QString& path, QObject* context,
                   std::function<void(const Result<int>&)> written)
{
    const auto answer = store.read([filter, path](const ReadUnit& unit) { return write(unit, filter, path); });
    whenAnswered(answer, context, std::move(written));
}

void saveMessage(Store& store, InboxId id, const QString& path, QObject* context,
                 std::function<void(const Result<void>&)> written)
{
    const auto answer = store.read([id, path](const ReadUnit& unit) -> Result<void> {
        const auto raw = unit.inbox().raw(id);
        if (!raw)
            return failure(raw.error());
        QSaveFile file(path);
        if (!file.open(QIODevice::WriteOnly) || file.write(*raw) != raw->size() || !file.commit())
            return cannotWrite(file);
        return {};
    });
    whenAnswered(answer, context, std::move(written));
}

} // namespace reserve
