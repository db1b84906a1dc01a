// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#include "models/practice/mailbox.h"

#include <QTimeZone>

#include <algorithm>

namespace reserve::practice {

namespace {

// A series that never ends is looked at so far from its beginning.
constexpr auto farthest = std::chrono::days(366 * 10);

constexpr auto idEncoding = QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals;
constexpr QLatin1Char dateMark('.');

// As Exchange writes ids: long, of mixed case, padded. The number of the mailbox comes first.
QString madeId(int mailbox, int serial)
{
    const QByteArray text = "AAMk|" + QByteArray::number(mailbox).rightJustified(5, '0') + '|'
        + QByteArray::number(serial).rightJustified(8, '0') + "|practice-exchange";
    return QString::fromLatin1(text.toBase64(idEncoding));
}

struct SplitId
{
    QString master;
    std::optional<QString> key; // of one date
};

SplitId split(const QString& id)
{
    const qsizetype mark = id.indexOf(dateMark);
    if (mark < 0)
        return {id, std::nullopt};
    return {id.left(mark), QString::fromUtf8(QByteArray::fromBase64(id.mid(mark + 1).toLatin1(), idEncoding))};
}

// How long each date of a series is: whole days by the calendar, everything else by the clock.
ItipDuration lengthOf(const Item& master)
{
    const auto length = std::chrono::floor<std::chrono::seconds>(master.time.end - master.time.start);
    if (!master.allDay)
        return {0, length};
    return {int(std::chrono::round<std::chrono::days>(length).count()), std::chrono::seconds(0)};
}

ItipEvent eventOf(const Item& master)
{
    ItipEvent event;
    event.uid = master.uid;
    event.start = master.seriesStart;
    event.duration = lengthOf(master);
    event.range = master.time;
    event.allDay = master.allDay;
    event.zoneId = master.zone;
    event.recurrence = master.recurrence;
    return event;
}

Result<QList<Item>> expanded(const Item& master, TimeRange range, const ItipReader& reader)
{
    const ItipEvent event = eventOf(master);
    const SeriesText series{event, master.timezones, master.zone, {}};
    // A day to spare: a date that begins with the window counts as well.
    const auto expansion = reader.occurrences(series, {range.start - std::chrono::hours(24), range.end});
    if (!expansion)
        return failure(expansion.error());
    QList<Item> dates;
    for (const Occurrence& occurrence : expansion->occurrences)
        dates.append(itemOfDate(master, occurrence));
    return dates;
}

// A date that was moved is found by where it is now.
bool touches(const Item& item, TimeRange range)
{
    if (item.time.isEmpty())
        return range.contains(item.time.start);
    return item.time.overlaps(range);
}

} // namespace

Mailbox::Mailbox(int number, MailboxKind kind, QString address, QString name)
    : m_number(number)
    , m_kind(kind)
    , m_address(std::move(address))
    , m_name(std::move(name))
{
}

void Mailbox::rename(const QString& address, const QString& name)
{
    m_address = address;
    m_name = name;
}

QList<Item> Mailbox::inFolder(Folder folder) const
{
    QList<Item> found;
    for (const Item& item : m_items) {
        if (item.folder == folder)
            found.append(item);
    }
    return found;
}

Result<QStringList> keysMeant(const Item& master, const ItipRecurrenceId& id, const ItipReader& reader)
{
    const ItipEvent event = eventOf(master);
    return reader.occurrencesMeant({event, master.timezones, master.zone, {}}, id);
}

Item itemOfDate(const Item& master, const Occurrence& occurrence)
{
    Item item = master;
    item.id = Mailbox::idOfDate(master.id, occurrence.key);
    item.date = DateOfSeries{occurrence.key, master.id, occurrence.time.start, false};
    item.exceptions.clear();
    const auto exception = master.exceptions.constFind(occurrence.key);
    if (exception == master.exceptions.constEnd()) {
        item.time = occurrence.time;
        return item;
    }
    static_cast<Appointment&>(item) = exception->appointment;
    item.date->isException = true;
    return item;
}

std::optional<Item> Mailbox::find(const QString& id, const ItipReader& reader) const
{
    const auto [masterId, asked] = split(id);
    const Item* master = stored(masterId);
    if (!master || !asked)
        return master ? std::optional(*master) : std::nullopt;
    const auto dates = allDates(*master, reader);
    if (!dates)
        return std::nullopt;
    for (const Item& date : *dates) {
        if (date.date->key == *asked)
            return master->exceptions.value(*asked).isRemoved ? std::nullopt : std::optional(date);
    }
    return std::nullopt;
}

Result<QList<Item>> Mailbox::allDates(const Item& master, const ItipReader& reader) const
{
    return expanded(master, {master.time.start, master.time.start + farthest}, reader);
}

const Item* Mailbox::appointment(const QString& uid, const QString& key) const
{
    for (const Item& item : m_items) {
        const QString itemKey = item.date ? item.date->key : QString();
        if (item.folder == Folder::Calendar && item.itemClass == ItemClass::Appointment && itemKey == key
            && item.uid.compare(uid, Qt::CaseInsensitive) == 0)
            return &item;
    }
    return nullptr;
}

QString Mailbox::add(Item item, Instant now)
{
    item.id = madeId(m_number, ++m_lastSerial);
    item.createdAt = now;
    touch(item, now);
    m_addedAt.insert(item.id, m_changes);
    m_items.append(item);
    return item.id;
}

void Mailbox::touch(Item& item, Instant now)
{
    item.modifiedAt = now;
    item.version = int(++m_changes);
    m_changedAt.insert(item.id, m_changes);
}

const Item* Mailbox::stored(const QString& id) const
{
    const auto it = std::find_if(m_items.begin(), m_items.end(), [&id](const Item& item) { return item.id == id; });
    return it == m_items.end() ? nullptr : &*it;
}

Item* Mailbox::findStored(const QString& id)
{
    const auto it = std::find_if(m_items.begin(), m_items.end(), [&id](const Item& item) { return item.id == id; });
    return it == m_items.end() ? nullptr : &*it;
}

void Mailbox::replace(const Item& item, Instant now)
{
    if (item.date && !item.date->masterId.isEmpty()) {
        if (Item* master = findStored(item.date->masterId)) {
            master->exceptions.insert(item.date->key, {static_cast<const Appointment&>(item), false});
            touch(*master, now);
        }
        return;
    }
    if (Item* own = findStored(item.id)) {
        *own = item;
        touch(*own, now);
    }
}

void Mailbox::move(const QString& id, Folder folder, Instant now)
{
    Item* item = findStored(id);
    if (!item || item->folder == folder)
        return;
    m_removals.append({id, item->folder, m_changes + 1});
    item->folder = folder;
    touch(*item, now);
}

void Mailbox::remove(const QString& id, Instant now)
{
    const auto [masterId, key] = split(id);
    Item* item = findStored(masterId);
    if (!item)
        return;
    if (key) {
        Exception& exception = item->exceptions[*key];
        exception.isRemoved = true;
        touch(*item, now);
        return;
    }
    m_removals.append({id, item->folder, ++m_changes});
    m_items.removeIf([gone = id](const Item& each) { return each.id == gone; });
}

Result<QList<Item>> Mailbox::datesOf(const Item& master, TimeRange range, const ItipReader& reader) const
{
    // Dates that were moved may come from anywhere: all are looked at while there are any.
    const TimeRange asked = master.exceptions.isEmpty()
        ? range
        : TimeRange{master.time.start, std::max(range.end, Instant(master.time.start + farthest))};
    auto dates = expanded(master, asked, reader);
    if (dates) {
        dates->removeIf([&master, range](const Item& date) {
            return master.exceptions.value(date.date->key).isRemoved || !touches(date, range);
        });
    }
    return dates;
}

Result<QList<Item>> Mailbox::calendarView(TimeRange range, const ItipReader& reader) const
{
    QList<Item> view;
    for (const Item& item : m_items) {
        if (item.folder != Folder::Calendar)
            continue;
        if (item.isSeries()) {
            const auto dates = datesOf(item, range, reader);
            if (!dates)
                return failure(dates.error());
            view += *dates;
        } else if (touches(item, range)) {
            view.append(item);
        }
    }
    std::stable_sort(view.begin(), view.end(),
                     [](const Item& a, const Item& b) { return a.time.start < b.time.start; });
    return view;
}

bool Mailbox::crossesNeighbour(const Item& date, const ItipReader& reader) const
{
    const Item* master = date.date ? stored(date.date->masterId) : nullptr;
    const auto dates = master ? allDates(*master, reader) : Result<QList<Item>>(QList<Item>());
    if (!dates)
        return false;
    const QTimeZone zone(date.zone.isEmpty() ? QByteArrayLiteral("UTC") : date.zone);
    const auto dayOf = [&zone](const Item& item) { return toDateTime(item.time.start).toTimeZone(zone).date(); };
    const QDate day = dayOf(date);
    return std::any_of(dates->begin(), dates->end(), [&](const Item& other) {
        if (other.date->key == date.date->key || master->exceptions.value(other.date->key).isRemoved)
            return false;
        return other.date->originalStart < date.date->originalStart ? dayOf(other) >= day : dayOf(other) <= day;
    });
}

QList<Item> Mailbox::changedSince(qint64 since, Folder folder) const
{
    QList<Item> changed;
    for (const Item& item : m_items) {
        if (item.folder == folder && m_changedAt.value(item.id) > since)
            changed.append(item);
    }
    return changed;
}

QStringList Mailbox::removedSince(qint64 since, Folder folder) const
{
    QStringList removed;
    for (const Removal& removal : m_removals) {
        if (removal.folder == folder && removal.at > since)
            removed.append(removal.id);
    }
    return removed;
}

QString Mailbox::changeKey(const Item& item)
{
    const QByteArray text = "CK|" + QByteArray::number(item.version).rightJustified(8, '0');
    return QString::fromLatin1(text.toBase64());
}

std::optional<int> Mailbox::numberIn(const QString& id)
{
    const QList<QByteArray> parts = QByteArray::fromBase64(split(id).master.toLatin1(), idEncoding).split('|');
    bool ok = false;
    const int number = parts.value(1).toInt(&ok);
    return ok && parts.size() == 4 && parts.first() == "AAMk" ? std::optional(number) : std::nullopt;
}

QString Mailbox::idOfDate(const QString& masterId, const QString& key)
{
    return masterId + dateMark + QString::fromLatin1(key.toUtf8().toBase64(idEncoding));
}

} // namespace reserve::practice
