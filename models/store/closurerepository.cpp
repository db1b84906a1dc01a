// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#include "models/store/closurerepository.h"

#include "models/store/auditjson.h"
#include "models/store/auditrepository.h"
#include "models/store/connection.h"

namespace reserve {

namespace {

QString selectClosure()
{
    return QStringLiteral("SELECT id, space_id, building, starts, ends, reason FROM closure");
}

Closure readClosure(Row& row)
{
    Closure closure;
    row >> closure.id >> closure.spaceId >> closure.building >> closure.time.start >> closure.time.end
        >> closure.reason;
    return closure;
}

} // namespace

ClosureRepository::ClosureRepository(Connection& connection)
    : m_connection(connection)
{
}

Result<QList<Closure>> ClosureRepository::touching(SpaceId space, TimeRange range) const
{
    return m_connection.rows(
        selectClosure()
            + QStringLiteral(" WHERE ends > ? AND starts < ? AND (space_id = ? OR (space_id IS NULL AND (building = '' "
                             "OR building = (SELECT building FROM space WHERE id = ?)))) ORDER BY starts, id"),
        {range.start, range.end, space, space}, readClosure);
}

Result<QList<Closure>> ClosureRepository::all() const
{
    return m_connection.rows(selectClosure() + QStringLiteral(" ORDER BY starts, id"), {}, readClosure);
}

Result<std::optional<Closure>> ClosureRepository::find(ClosureId id) const
{
    return m_connection.row(selectClosure() + QStringLiteral(" WHERE id = ?"), {id}, readClosure);
}

Result<ClosureId> ClosureRepository::save(const Closure& closure, const QString& actor)
{
    if (closure.time.isEmpty())
        return failure(
            "closure.time-empty",
            {{QStringLiteral("start"), toIso(closure.time.start)}, {QStringLiteral("end"), toIso(closure.time.end)}});
    const Result<std::optional<Closure>> before = find(closure.id);
    if (!before)
        return failure(before.error());
    if (closure.id && !*before)
        return failure("closure.missing", {{QStringLiteral("id"), QString::number(closure.id.value)}});
    if (*before == closure)
        return closure.id;
    const Result<ClosureId> written = write(closure);
    if (!written)
        return written;
    m_connection.note(ChangeSubject::Closures, written->value);
    const Result<void> audited = AuditRepository(m_connection)
                                     .append({{},
                                              m_connection.now(),
                                              actor,
                                              "closure",
                                              QString::number(written->value),
                                              *before ? auditJson(**before) : QByteArray(),
                                              auditJson(closure)});
    if (!audited)
        return failure(audited.error());
    return *written;
}

Result<ClosureId> ClosureRepository::write(const Closure& closure)
{
    Bindings bindings{closure.spaceId, closure.building, closure.time.start, closure.time.end, closure.reason};
    if (!closure.id)
        return m_connection
            .insert(QStringLiteral("INSERT INTO closure (space_id, building, starts, ends, reason) "
                                   "VALUES (?, ?, ?, ?, ?)"),
                    bindings)
            .map([](qint64 id) { return ClosureId{id}; });
    bindings.append(closure.id);
    return m_connection
        .run(QStringLiteral("UPDATE closure SET space_id = ?, building = ?, starts = ?, ends = ?, reason = ? "
                            "WHERE id = ?"),
             bindings)
        .map([&](int) { return closure.id; });
}

Result<void> ClosureRepository::remove(ClosureId id, const QString& actor)
{
    const Result<std::optional<Closure>> closure = find(id);
    if (!closure)
        return failure(closure.error());
    if (!*closure)
        return failure("closure.missing", {{QStringLiteral("id"), QString::number(id.value)}});
    const Result<int> removed = m_connection.run(QStringLiteral("DELETE FROM closure WHERE id = ?"), {id});
    if (!removed)
        return failure(removed.error());
    m_connection.note(ChangeSubject::Closures, id.value);
    return AuditRepository(m_connection)
        .append({{}, m_connection.now(), actor, "closure", QString::number(id.value), auditJson(**closure), {}});
}

} // namespace reserve
