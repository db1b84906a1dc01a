// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#include "models/practice/attendant.h"

#include "models/base/address.h"
#include "models/practice/responding.h"

#include <QSet>

namespace reserve::practice {

namespace {

// So far a room looks ahead before it accepts a series (BookingWindowInDays).
constexpr auto bookingWindow = std::chrono::days(366);

Answer answerFrom(const QString& participation)
{
    if (participation == QLatin1String("ACCEPTED"))
        return Answer::Accepted;
    if (participation == QLatin1String("TENTATIVE"))
        return Answer::Tentative;
    return participation == QLatin1String("DECLINED") ? Answer::Declined : Answer::NotResponded;
}

QList<Attendee> attendeesOf(const ItipEvent& event)
{
    QList<Attendee> attendees;
    for (const ItipAttendee& each : event.attendees) {
        Attendee attendee;
        attendee.address = each.address;
        attendee.name = each.name;
        attendee.isResource = each.kind == QLatin1String("ROOM") || each.kind == QLatin1String("RESOURCE");
        attendee.isOptional = each.role == QLatin1String("OPT-PARTICIPANT");
        attendee.answer = answerFrom(each.participation);
        attendees.append(attendee);
    }
    return attendees;
}

bool isOlder(const ItipEvent& event, const Item& item)
{
    return event.sequence < item.sequence || (event.sequence == item.sequence && event.stamp < item.stamp);
}

void applyDetails(Appointment& appointment, const ItipEvent& event)
{
    appointment.subject = event.summary;
    appointment.body = event.description;
    appointment.location = event.location;
    if (event.range)
        appointment.time = *event.range;
}

// Whole before its dates, whatever the order in the message.
QList<ItipEvent> wholeFirst(const QList<ItipEvent>& events)
{
    QList<ItipEvent> sorted = events;
    std::stable_partition(sorted.begin(), sorted.end(), [](const ItipEvent& event) { return !event.recurrenceId; });
    return sorted;
}

} // namespace

void applyEvent(Item& item, const ItipEvent& event, const Timezones& timezones, const QByteArray& defaultZone)
{
    applyDetails(item, event);
    item.uid = event.uid;
    item.sequence = event.sequence;
    item.stamp = event.stamp;
    item.isMeeting = true;
    item.allDay = event.allDay;
    item.responseRequested = event.responseRequested;
    item.zone = event.zoneId.isEmpty() ? defaultZone : event.zoneId;
    item.privacy = event.privacy;
    item.intendedBusy = event.busy;
    item.organizer = {event.organizer.address, event.organizer.name};
    item.attendees = attendeesOf(event);
    item.recurrence = event.recurrenceId ? std::nullopt : event.recurrence;
    item.seriesStart = event.start;
    item.timezones = timezones;
}

CalendarAttendant::CalendarAttendant(Site& site, Mailbox& mailbox)
    : m_site(site)
    , m_mailbox(mailbox)
{
}

void CalendarAttendant::take(const Arrival& arrival)
{
    if (arrival.isOf(ItipMethod::Request))
        return request(arrival);
    if (arrival.isOf(ItipMethod::Cancel))
        return cancel(arrival);
    const bool isResponse = arrival.isOf(ItipMethod::Reply);
    if (isResponse)
        noteResponse(arrival);
    m_mailbox.add(messageOf(arrival, isResponse ? ItemClass::Response : ItemClass::Note), m_site.now());
}

void CalendarAttendant::fileOwn(const Arrival& arrival)
{
    const QList<ItipEvent> events = wholeFirst(arrival.meeting->events);
    for (const ItipEvent& event : events) {
        if (arrival.isOf(ItipMethod::Cancel))
            cancelEvent(event);
        else
            enter(event, arrival.meeting->timezones, true);
    }
}

void CalendarAttendant::request(const Arrival& arrival)
{
    QString entered;
    const QList<ItipEvent> events = wholeFirst(arrival.meeting->events);
    for (const ItipEvent& event : events) {
        removeOldMessages(event);
        const QString id = enter(event, arrival.meeting->timezones, false);
        if (entered.isEmpty())
            entered = id;
    }
    if (entered.isEmpty())
        return; // an older version than the one that stands: nothing is kept of it
    Item message = messageOf(arrival, ItemClass::Request);
    message.associatedId = entered;
    m_mailbox.add(message, m_site.now());
    if (m_mailbox.isRoom() && m_site.switches().autoAccept)
        answerByItself(entered);
}

QString CalendarAttendant::enter(const ItipEvent& event, const Timezones& timezones, bool own)
{
    if (event.recurrenceId) {
        const Item* master = m_mailbox.appointment(event.uid);
        if (master && master->isSeries())
            return enterDate(*master, event);
    }
    return enterWhole(event, timezones, own);
}

QString CalendarAttendant::enterDate(const Item& master, const ItipEvent& event)
{
    const auto keys = keysMeant(master, *event.recurrenceId, m_site.reader());
    if (!keys || keys->isEmpty())
        return {};
    const QString id = Mailbox::idOfDate(master.id, keys->first());
    std::optional<Item> date = m_mailbox.find(id, m_site.reader());
    if (!date || isOlder(event, *date))
        return {};
    const bool moved = event.range && *event.range != date->time;
    applyDetails(*date, event);
    date->sequence = event.sequence;
    date->stamp = event.stamp;
    if (moved && date->answer != Answer::Organizer) {
        date->answer = Answer::NotResponded;
        date->busy = BusyKind::Tentative;
    }
    m_mailbox.replace(*date, m_site.now());
    return id;
}

QString CalendarAttendant::enterWhole(const ItipEvent& event, const Timezones& timezones, bool own)
{
    const QString key = event.recurrenceId ? event.recurrenceId->key : QString();
    const Item* known = m_mailbox.appointment(event.uid, key);
    if (known && isOlder(event, *known))
        return {};
    Item item = known ? *known : Item();
    const bool decidedAnew = !known || event.sequence > known->sequence || (event.range && *event.range != known->time);
    applyEvent(item, event, timezones, m_site.zone());
    if (event.recurrenceId && !known)
        item.date = DateOfSeries{key, {}, event.recurrenceId->instant.value_or(item.time.start), true};
    if (own) {
        item.answer = Answer::Organizer;
        item.busy = item.intendedBusy;
    } else if (decidedAnew) {
        item.answer = Answer::NotResponded;
        item.busy = BusyKind::Tentative;
        item.exceptions.clear();
    }
    takeOutRemovedDates(item);
    if (!known)
        return m_mailbox.add(item, m_site.now());
    m_mailbox.replace(item, m_site.now());
    return item.id;
}

// Exchange keeps what EXDATE takes out as deleted dates of the pattern, which go on counting in it.
void CalendarAttendant::takeOutRemovedDates(Item& series) const
{
    if (!series.isSeries() || series.recurrence->exceptions.isEmpty())
        return;
    Item whole = series;
    whole.recurrence->exceptions.clear();
    const auto all = m_mailbox.allDates(whole, m_site.reader());
    const auto left = m_mailbox.allDates(series, m_site.reader());
    if (!all || !left)
        return;
    QSet<QString> kept;
    for (const Item& date : *left)
        kept.insert(date.date->key);
    for (const Item& date : *all) {
        if (!kept.contains(date.date->key))
            series.exceptions.insert(date.date->key, {static_cast<const Appointment&>(date), true});
    }
    series.recurrence->exceptions.clear();
}

void CalendarAttendant::cancel(const Arrival& arrival)
{
    for (const ItipEvent& event : arrival.meeting->events) {
        removeOldMessages(event);
        cancelEvent(event);
    }
    Item message = messageOf(arrival, ItemClass::Cancellation);
    if (m_mailbox.isRoom() && m_site.switches().autoAccept)
        message.folder = Folder::DeletedItems;
    m_mailbox.add(message, m_site.now());
}

void CalendarAttendant::cancelEvent(const ItipEvent& event)
{
    const QString key = event.recurrenceId ? event.recurrenceId->key : QString();
    const Item* master = m_mailbox.appointment(event.uid);
    if (event.recurrenceId && master && master->isSeries()) {
        const auto keys = keysMeant(*master, *event.recurrenceId, m_site.reader());
        const QString masterId = master->id;
        for (const QString& each : keys.value_or(QStringList()))
            m_mailbox.remove(Mailbox::idOfDate(masterId, each), m_site.now());
        return;
    }
    const Item* known = m_mailbox.appointment(event.uid, key);
    if (!known || event.sequence < known->sequence)
        return;
    Item item = *known;
    item.isCancelled = true;
    item.busy = BusyKind::Free;
    item.sequence = event.sequence;
    m_mailbox.replace(item, m_site.now());
    m_mailbox.move(item.id, Folder::DeletedItems, m_site.now());
}

void CalendarAttendant::noteResponse(const Arrival& arrival)
{
    for (const ItipEvent& event : arrival.meeting->events) {
        const Item* own = m_mailbox.appointment(event.uid);
        if (!own || event.attendees.isEmpty())
            continue;
        Item item = *own;
        for (Attendee& attendee : item.attendees) {
            if (!sameAddress(attendee.address, event.attendees.first().address) || event.recurrenceId)
                continue;
            attendee.answer = answerFrom(event.attendees.first().participation);
            attendee.answeredAt = event.stamp;
        }
        m_mailbox.replace(item, m_site.now());
    }
}

void CalendarAttendant::removeOldMessages(const ItipEvent& event)
{
    const QString key = event.recurrenceId ? event.recurrenceId->key : QString();
    const QList<Item> inbox = m_mailbox.inFolder(Folder::Inbox);
    for (const Item& item : inbox) {
        const QString itemKey = item.date ? item.date->key : QString();
        if (item.itemClass == ItemClass::Request && item.uid.compare(event.uid, Qt::CaseInsensitive) == 0
            && itemKey == key)
            m_mailbox.move(item.id, Folder::DeletedItems, m_site.now());
    }
}

void CalendarAttendant::answerByItself(const QString& itemId)
{
    const auto item = m_mailbox.find(itemId, m_site.reader());
    if (!item)
        return;
    const Answer kind = isFree(*item) ? Answer::Accepted : Answer::Declined;
    respond(m_site, m_mailbox, *item, {kind, {}, item->responseRequested});
}

bool CalendarAttendant::isFree(const Item& item) const
{
    QList<Item> dates{item};
    if (item.isSeries()) {
        const auto all = m_mailbox.datesOf(item, {item.time.start, item.time.start + bookingWindow}, m_site.reader());
        dates = all.value_or(dates);
    }
    return std::all_of(dates.begin(), dates.end(), [this, &item](const Item& date) {
        const auto beside = m_mailbox.calendarView(date.time, m_site.reader());
        return beside && std::all_of(beside->begin(), beside->end(), [&item](const Item& other) {
                   return other.uid == item.uid || other.busy == BusyKind::Free;
               });
    });
}

Item CalendarAttendant::messageOf(const Arrival& arrival, ItemClass itemClass) const
{
    Item item;
    item.folder = Folder::Inbox;
    item.itemClass = itemClass;
    if (arrival.meeting && !arrival.meeting->events.isEmpty()) {
        const ItipEvent& event = arrival.meeting->events.first();
        applyEvent(item, event, arrival.meeting->timezones, m_site.zone());
        if (event.recurrenceId)
            item.date = DateOfSeries{
                event.recurrenceId->key, {}, event.recurrenceId->instant.value_or(item.time.start), true};
        if (itemClass == ItemClass::Response && !event.attendees.isEmpty())
            item.answer = answerFrom(event.attendees.first().participation);
        else
            item.answer = Answer::NotResponded;
    }
    item.subject = arrival.content.subject;
    if (!arrival.content.openingText.isEmpty())
        item.body = arrival.content.openingText;
    item.from = {arrival.content.from.address, arrival.content.from.name};
    item.to = {{m_mailbox.address(), m_mailbox.name()}};
    item.messageId = arrival.content.messageId.isEmpty() ? QString() : QString(u'<' + arrival.content.messageId + u'>');
    item.mime = arrival.raw;
    return item;
}

} // namespace reserve::practice
