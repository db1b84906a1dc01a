// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#include "models/store/spacerepository.h"

#include "models/base/address.h"
#include "models/store/auditjson.h"
#include "models/store/auditrepository.h"
#include "models/store/connection.h"
#include "models/store/jsonlist.h"

#include <QCollator>

#include <algorithm>
#include <vector>

namespace reserve {

namespace {

QString columns()
{
    return QStringLiteral(
        "name, building, floor, capacity, mailbox, delegate_contact, time_zone, work_days, work_start, "
        "work_end, bookable, setup_minutes, clearup_minutes, equipment");
}

QString selectSpace()
{
    return QStringLiteral("SELECT id, ") + columns() + QStringLiteral(" FROM space");
}

Space readSpace(Row& row)
{
    Space space;
    QByteArray equipment;
    row >> space.id >> space.name >> space.building >> space.floor >> space.capacity >> space.mailbox
        >> space.delegateContact >> space.timeZone >> space.hours.days >> space.hours.startMinute
        >> space.hours.endMinute >> space.bookable >> space.setupMinutes >> space.clearupMinutes >> equipment;
    space.equipment = listFromJson(equipment);
    return space;
}

// In the order of columns(), and the mailbox's key last.
Bindings bindingsOf(const Space& space)
{
    return {space.name,
            space.building,
            space.floor,
            space.capacity,
            space.mailbox,
            space.delegateContact,
            Bound::utf8(space.timeZone),
            space.hours.days,
            space.hours.startMinute,
            space.hours.endMinute,
            space.bookable,
            space.setupMinutes,
            space.clearupMinutes,
            listToJson(space.equipment),
            addressKey(space.mailbox)};
}

// One fixed language, so that the order is the same for every program on the store.
QList<Space> inNaturalOrder(const QList<Space>& spaces)
{
    QCollator collator(QLocale(QLocale::English));
    collator.setNumericMode(true);
    collator.setCaseSensitivity(Qt::CaseInsensitive);
    struct Entry
    {
        QCollatorSortKey building;
        QCollatorSortKey name;
        const Space* space;
    };
    std::vector<Entry> entries;
    entries.reserve(std::size_t(spaces.size()));
    for (const Space& space : spaces)
        entries.push_back({collator.sortKey(space.building), collator.sortKey(space.name), &space});
    std::sort(entries.begin(), entries.end(), [](const Entry& a, const Entry& b) {
        if (const int order = a.building.compare(b.building); order != 0)
            return order < 0;
        if (const int order = a.name.compare(b.name); order != 0)
            return order < 0;
        return a.space->id < b.space->id;
    });
    QList<Space> ordered;
    ordered.reserve(spaces.size());
    for (const Entry& entry : entries)
        ordered.append(*entry.space);
    return ordered;
}

} // namespace

SpaceRepository::SpaceRepository(Connection& connection)
    : m_connection(connection)
{
}

Result<QList<Space>> SpaceRepository::all() const
{
    return m_connection.rows(selectSpace(), {}, readSpace).map(inNaturalOrder);
}

Result<std::optional<Space>> SpaceRepository::find(SpaceId id) const
{
    return m_connection.row(selectSpace() + QStringLiteral(" WHERE id = ?"), {id}, readSpace);
}

Result<std::optional<Space>> SpaceRepository::findByMailbox(const QString& mailbox) const
{
    return m_connection.row(selectSpace() + QStringLiteral(" WHERE mailbox_key = ?"), {addressKey(mailbox)}, readSpace);
}

Result<void> SpaceRepository::check(const Space& space) const
{
    if (space.name.trimmed().isEmpty())
        return failure("space.name-empty", {{QStringLiteral("mailbox"), space.mailbox}});
    if (space.mailbox.trimmed().isEmpty())
        return failure("space.mailbox-empty", {{QStringLiteral("space"), space.name}});
    const Result<std::optional<Space>> same = findByMailbox(space.mailbox);
    if (!same)
        return failure(same.error());
    if (*same && (*same)->id != space.id)
        return failure("space.mailbox-taken",
                       {{QStringLiteral("mailbox"), space.mailbox}, {QStringLiteral("space"), (*same)->name}});
    return {};
}

Result<SpaceId> SpaceRepository::save(const Space& space, const QString& actor)
{
    if (const Result<void> fine = check(space); !fine)
        return failure(fine.error());
    const Result<std::optional<Space>> before = find(space.id);
    if (!before)
        return failure(before.error());
    if (space.id && !*before)
        return failure("space.missing", {{QStringLiteral("id"), QString::number(space.id.value)}});
    if (*before == space)
        return space.id;
    const Result<SpaceId> written = write(space);
    if (!written)
        return written;
    m_connection.note(ChangeSubject::Spaces, written->value);
    const Result<void> audited = AuditRepository(m_connection)
                                     .append({{},
                                              m_connection.now(),
                                              actor,
                                              "space",
                                              space.mailbox,
                                              *before ? auditJson(**before) : QByteArray(),
                                              auditJson(space)});
    if (!audited)
        return failure(audited.error());
    return *written;
}

Result<void> SpaceRepository::saveAll(const QList<Space>& spaces, const QString& actor)
{
    for (const Space& space : spaces) {
        if (const Result<void> free = giveUpMailbox(space); !free)
            return free;
    }
    for (const Space& space : spaces) {
        if (const Result<SpaceId> saved = save(space, actor); !saved)
            return failure(saved.error());
    }
    return {};
}

// Where it changes its mailbox, the old one is free for another: no address is spelt like the key it gets meanwhile.
Result<void> SpaceRepository::giveUpMailbox(const Space& space)
{
    return m_connection
        .run(QStringLiteral("UPDATE space SET mailbox_key = ' ' || id WHERE id = ? AND mailbox_key <> ?"),
             {space.id, addressKey(space.mailbox)})
        .map([](int) {});
}

Result<SpaceId> SpaceRepository::write(const Space& space)
{
    Bindings bindings = bindingsOf(space);
    if (!space.id)
        return m_connection
            .insert(QStringLiteral("INSERT INTO space (") + columns()
                        + QStringLiteral(", mailbox_key) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"),
                    bindings)
            .map([](qint64 id) { return SpaceId{id}; });
    bindings.append(space.id);
    return m_connection
        .run(QStringLiteral("UPDATE space SET (") + columns()
                 + QStringLiteral(", mailbox_key) = (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) WHERE id = ?"),
             bindings)
        .map([&](int) { return space.id; });
}

Result<void> SpaceRepository::remove(SpaceId id, const QString& actor)
{
    const Result<std::optional<Space>> space = find(id);
    if (!space)
        return failure(space.error());
    if (!*space)
        return failure("space.missing", {{QStringLiteral("id"), QString::number(id.value)}});
    const Result<qint64> reservations = m_connection.number(
        QStringLiteral("SELECT count(*) FROM reservation WHERE space_id = ? AND is_note = 0"), {id});
    if (!reservations)
        return failure(reservations.error());
    if (*reservations > 0)
        return failure(
            "space.has-reservations",
            {{QStringLiteral("space"), (*space)->name}, {QStringLiteral("count"), QString::number(*reservations)}});
    // Meetings that were over, and series that were ended, before they came have left nothing else.
    for (const char* sql : {"DELETE FROM reservation WHERE space_id = ?", "DELETE FROM series WHERE space_id = ?"}) {
        if (const Result<int> ended = m_connection.run(QString::fromLatin1(sql), {id}); !ended)
            return failure(ended.error());
    }
    const Result<int> removed = m_connection.run(QStringLiteral("DELETE FROM space WHERE id = ?"), {id});
    if (!removed)
        return failure(removed.error());
    m_connection.note(ChangeSubject::Spaces, id.value);
    m_connection.note(ChangeSubject::Closures, 0);
    m_connection.note(ChangeSubject::Policies, 0);
    return AuditRepository(m_connection)
        .append({{}, m_connection.now(), actor, "space", (*space)->mailbox, auditJson(**space), {}});
}

} // namespace reserve
