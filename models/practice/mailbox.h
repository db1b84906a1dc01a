// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#pragma once

#include "models/base/result.h"
#include "models/itip/itipreader.h"
#include "models/practice/practiceitem.h"

namespace reserve::practice {

enum class MailboxKind { Room, Person, Service };

// One mailbox and everything in it, in memory. An item is known by its id, which also names the mailbox; one date of a
// series by the master's id, a dot and its key. Every change gives an item another version, from which its change key
// is made.
class Mailbox final
{
public:
    Mailbox(int number, MailboxKind kind, QString address, QString name);

    MailboxKind kind() const { return m_kind; }
    bool isRoom() const { return m_kind == MailboxKind::Room; }
    const QString& address() const { return m_address; }
    const QString& name() const { return m_name; }
    void rename(const QString& address, const QString& name);

    const QList<Item>& items() const { return m_items; }
    // Of a folder, newest last.
    QList<Item> inFolder(Folder folder) const;
    // An item or one date of a series, made up to be looked at.
    std::optional<Item> find(const QString& id, const ItipReader& reader) const;
    // The appointment in the calendar with this UID, in whatever case; a series as its master, but not an orphan date
    // unless its key is asked for.
    const Item* appointment(const QString& uid, const QString& key = {}) const;

    // The id is given; answers it.
    QString add(Item item, Instant now);
    // Replaces the item with this id, or, for one date, what the series says of it.
    void replace(const Item& item, Instant now);
    void move(const QString& id, Folder folder, Instant now);
    // For one date of a series: the series has it no longer.
    void remove(const QString& id, Instant now);

    // What touches the range, series as their dates, by start. Errors: those of expand().
    Result<QList<Item>> calendarView(TimeRange range, const ItipReader& reader) const;
    // The dates of a series that are there and touch the range.
    Result<QList<Item>> datesOf(const Item& master, TimeRange range, const ItipReader& reader) const;

    // As the rule says, those that were removed too; of an endless series ten years.
    Result<QList<Item>> allDates(const Item& master, const ItipReader& reader) const;

    // Whether a date of a series, as it is to be, lies on the day of a neighbour or beyond it, which Exchange refuses.
    bool crossesNeighbour(const Item& date, const ItipReader& reader) const;

    // Counts changes, for synchronisation: items changed and ids removed after `since`.
    qint64 changeCount() const { return m_changes; }
    QList<Item> changedSince(qint64 since, Folder folder) const;
    bool isNewSince(const QString& id, qint64 since) const { return m_addedAt.value(id) > since; }
    QStringList removedSince(qint64 since, Folder folder) const;

    static QString changeKey(const Item& item);
    // The number of the mailbox that made the id; nothing for an id that none made.
    static std::optional<int> numberIn(const QString& id);
    static QString idOfDate(const QString& masterId, const QString& key);

private:
    const Item* stored(const QString& id) const;
    Item* findStored(const QString& id);
    void touch(Item& item, Instant now);

    struct Removal
    {
        QString id;
        Folder folder;
        qint64 at;
    };

    int m_number;
    MailboxKind m_kind;
    QString m_address;
    QString m_name;
    QList<Item> m_items;
    QHash<QString, qint64> m_changedAt; // by id
    QHash<QString, qint64> m_addedAt;
    QList<Removal> m_removals;
    int m_lastSerial = 0;
    qint64 m_changes = 0;
};

// The keys of the dates that a RECURRENCE-ID means. Errors: those of expand().
Result<QStringList> keysMeant(const Item& master, const ItipRecurrenceId& id, const ItipReader& reader);

// The master with what one of its dates differs by.
Item itemOfDate(const Item& master, const Occurrence& occurrence);

} // namespace reserve::practice
