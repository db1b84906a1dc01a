// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
// Events, calendarView and getSchedule of the Graph end point.
#include "models/composing/meetingmail.h"
#include "models/itip/windowszones.h"
#include "models/practice/busystrip.h"
#include "models/practice/graphcall.h"
#include "models/practice/responding.h"

#include <QJsonArray>

#include <algorithm>

namespace reserve::practice {

namespace {

using Answered = GraphResult<ServedResponse>;

constexpr auto longestView = std::chrono::days(1825);
constexpr auto longestSchedule = std::chrono::days(62);
constexpr int mostSchedules = 20;

GraphResult<void> checkMatch(const GraphCall& call, const Item& item)
{
    const QByteArray wanted = call.request.header("if-match");
    if (wanted.isEmpty() || wanted == "*" || QString::fromUtf8(wanted) == etagOf(item))
        return {};
    return graphFailure(
        412, QStringLiteral("ErrorIrresolvableConflict"),
        QStringLiteral("The send or update operation could not be performed because the change key passed in "
                       "the request does not match the current change key for the item."));
}

ServedResponse eventResponse(const GraphCall& call, int status, const QString& id)
{
    const Item item = call.mailbox.find(id, call.site.reader()).value_or(Item());
    return jsonResponse(status, eventJson(item, call.mailbox, call.site, call.view()));
}

Answered listEvents(const GraphCall& call)
{
    const auto items = filtered(call.mailbox.inFolder(Folder::Calendar), call.query().value(QStringLiteral("$filter")));
    if (!items)
        return tl::unexpected(items.error());
    return page(call, *items, &eventJson);
}

GraphResult<TimeRange> rangeOf(const GraphCall& call)
{
    const auto read = [&call](const char* name) {
        const QDateTime time
            = QDateTime::fromString(call.query().value(QString::fromLatin1(name)).replace(u' ', u'+'), Qt::ISODate);
        return time.timeSpec() == Qt::LocalTime && time.isValid() ? QDateTime(time.date(), time.time(), Qt::UTC) : time;
    };
    const QDateTime start = read("startDateTime");
    const QDateTime end = read("endDateTime");
    if (!start.isValid() || !end.isValid() || end < start) {
        return graphFailure(
            400, QStringLiteral("ErrorInvalidParameter"),
            QStringLiteral("This request requires a time window specified by the query string parameters "
                           "StartDateTime and EndDateTime."));
    }
    const TimeRange range{fromDateTime(start), fromDateTime(end)};
    if (range.end - range.start > longestView) {
        return graphFailure(400, QStringLiteral("ErrorCalendarViewRangeTooBig"),
                            QStringLiteral("The requested time duration specified for the calendar view is too long."));
    }
    return range;
}

Answered calendarView(const GraphCall& call)
{
    const auto range = rangeOf(call);
    if (!range)
        return tl::unexpected(range.error());
    const auto items = call.mailbox.calendarView(*range, call.site.reader());
    if (!items)
        return graphFailure(500, QStringLiteral("ErrorInternalServerError"), items.error().logLine());
    return page(call, *items, &eventJson);
}

Answered instances(const GraphCall& call, const Item& master)
{
    const auto range = rangeOf(call);
    if (!range)
        return tl::unexpected(range.error());
    const auto dates
        = master.isSeries() ? call.mailbox.datesOf(master, *range, call.site.reader()) : Result<QList<Item>>();
    if (!dates)
        return graphFailure(500, QStringLiteral("ErrorInternalServerError"), dates.error().logLine());
    return page(call, *dates, &eventJson);
}

// What hangs together in an event as it is to be; `before` is empty for a new one.
GraphResult<void> checkDates(const GraphCall& call, const Item& item, const std::optional<Item>& before)
{
    if (item.isSeries()) {
        const auto dates = call.mailbox.allDates(item, call.site.reader());
        if (!dates)
            return graphFailure(400, QStringLiteral("ErrorPropertyValidationFailure"), dates.error().logLine());
        if (dates->isEmpty()) {
            return graphFailure(400, QStringLiteral("ErrorRecurrenceHasNoOccurrence"),
                                QStringLiteral("Recurrence has no occurrences in the specified range."));
        }
    }
    const bool isMoved = before && item.time != before->time;
    if (isMoved && call.mailbox.crossesNeighbour(item, call.site.reader())) {
        return graphFailure(400, QStringLiteral("ErrorOccurrenceCrossingBoundary"),
                            QStringLiteral("Modified occurrence is crossing or overlapping adjacent occurrence."));
    }
    return {};
}

// The event that this transaction made, where it was sent before. Error, 400: it made another one.
GraphResult<std::optional<Item>> madeBefore(const GraphCall& call, const Item& item)
{
    const QList<Item> calendar = call.mailbox.inFolder(Folder::Calendar);
    const auto known = std::find_if(calendar.begin(), calendar.end(), [&item](const Item& each) {
        return !item.transactionId.isEmpty() && each.transactionId == item.transactionId;
    });
    if (known == calendar.end())
        return std::optional<Item>();
    if (known->subject == item.subject && known->time == item.time && known->allDay == item.allDay)
        return std::optional(*known);
    return graphFailure(400, QStringLiteral("ErrorDuplicateTransactionId"),
                        QStringLiteral("Your request can't be completed. The TransactionId specified in the request "
                                       "has already been used to create a different event."));
}

Answered createEvent(const GraphCall& call)
{
    const auto body = bodyOf(call.request);
    if (!body)
        return tl::unexpected(body.error());
    Item item;
    item.time = {call.site.now(), call.site.now() + Minutes(30)};
    item.stamp = call.site.now();
    if (const auto applied = applyEventJson(item, *body); !applied)
        return tl::unexpected(applied.error());
    if (const auto dates = checkDates(call, item, std::nullopt); !dates)
        return tl::unexpected(dates.error());
    const auto earlier = madeBefore(call, item);
    if (!earlier)
        return tl::unexpected(earlier.error());
    if (*earlier)
        return eventResponse(call, 201, (*earlier)->id);
    item.uid = newMeetingUid(call.site.now()); // iCalUId cannot be chosen
    item.organizer = {call.site.spelled(call.mailbox.address()), call.mailbox.name()};
    const QString id = call.mailbox.add(item, call.site.now());
    tellAttendees(call.site, call.mailbox, call.mailbox.find(id, call.site.reader()).value_or(item),
                  ItipMethod::Request, {});
    return eventResponse(call, 201, id);
}

Answered updateEvent(const GraphCall& call, const Item& before)
{
    const auto body = bodyOf(call.request);
    if (!body)
        return tl::unexpected(body.error());
    if (const auto current = checkMatch(call, before); !current)
        return tl::unexpected(current.error());
    Item item = before;
    if (const auto applied = applyEventJson(item, *body); !applied)
        return tl::unexpected(applied.error());
    if (const auto dates = checkDates(call, item, before); !dates)
        return tl::unexpected(dates.error());
    const bool tells = item.answer == Answer::Organizer && !item.attendees.isEmpty();
    if (tells)
        ++item.sequence;
    call.mailbox.replace(item, call.site.now());
    if (tells)
        tellAttendees(call.site, call.mailbox, item, ItipMethod::Request, {});
    return eventResponse(call, 200, item.id);
}

void takeAway(const GraphCall& call, const Item& item)
{
    if (item.date && !item.date->masterId.isEmpty())
        call.mailbox.remove(item.id, call.site.now());
    else
        call.mailbox.move(item.id, Folder::DeletedItems, call.site.now());
}

Answered deleteEvent(const GraphCall& call, Item item)
{
    if (const auto current = checkMatch(call, item); !current)
        return tl::unexpected(current.error());
    if (item.answer == Answer::Organizer && !item.attendees.isEmpty()) {
        ++item.sequence;
        tellAttendees(call.site, call.mailbox, item, ItipMethod::Cancel, {});
    }
    takeAway(call, item);
    return emptyResponse(204);
}

GraphResult<void> checkParameters(const QJsonObject& body, const QStringList& known)
{
    const QStringList names = body.keys();
    for (const QString& name : names) {
        if (!known.contains(name, Qt::CaseInsensitive)) {
            return graphFailure(400, QStringLiteral("RequestBodyRead"),
                                u"The parameter '" + name
                                    + u"' in the request payload is not a valid parameter for the operation.");
        }
    }
    return {};
}

Answered cancelEvent(const GraphCall& call, Item item)
{
    if (item.answer != Answer::Organizer || item.attendees.isEmpty()) {
        return graphFailure(400, QStringLiteral("ErrorInvalidRequest"),
                            QStringLiteral("Your request can't be completed. You need to be an organizer to cancel a "
                                           "meeting."));
    }
    const QJsonObject body = bodyOf(call.request).value_or(QJsonObject());
    if (const auto known = checkParameters(body, {QStringLiteral("comment")}); !known)
        return tl::unexpected(known.error());
    item.isCancelled = true;
    ++item.sequence;
    tellAttendees(call.site, call.mailbox, item, ItipMethod::Cancel, body.value(QLatin1String("comment")).toString());
    takeAway(call, item);
    return emptyResponse(202);
}

Answered answerEvent(const GraphCall& call, const Item& item, Answer kind)
{
    const auto body = call.request.body.isEmpty() ? GraphResult<QJsonObject>(QJsonObject()) : bodyOf(call.request);
    if (!body)
        return tl::unexpected(body.error());
    QStringList parameters{QStringLiteral("comment"), QStringLiteral("sendResponse")};
    if (kind != Answer::Accepted)
        parameters.append(QStringLiteral("proposedNewTime"));
    if (const auto known = checkParameters(*body, parameters); !known)
        return tl::unexpected(known.error());
    const bool sends = body->value(QLatin1String("sendResponse")).toBool(true);
    if (!sends && body->contains(QLatin1String("comment"))) {
        return graphFailure(
            400, QStringLiteral("ErrorInvalidRequest"),
            QStringLiteral("Your request can't be completed. You can't include a comment when SendResponse is "
                           "set to false."));
    }
    if (sends && !item.responseRequested) {
        return graphFailure(400, QStringLiteral("ErrorInvalidRequest"),
                            QStringLiteral("Your request can't be completed. The meeting organizer hasn't requested a "
                                           "response."));
    }
    const auto answered
        = respond(call.site, call.mailbox, item, {kind, body->value(QLatin1String("comment")).toString(), sends});
    if (answered)
        return emptyResponse(202);
    if (answered.error().code() == "practice.no-item") {
        return graphFailure(404, QStringLiteral("ErrorItemNotFound"),
                            QStringLiteral("The specified object was not found in the store."));
    }
    return graphFailure(
        400, QStringLiteral("ErrorInvalidRequest"),
        QStringLiteral("Your request can't be completed. You can't respond to this meeting because you're "
                       "the meeting organizer."));
}

Answered actOn(const GraphCall& call, const Item& item, const QString& action)
{
    if (action == QLatin1String("instances") && call.is("GET"))
        return instances(call, item);
    static const QHash<QString, Answer> answers{{QStringLiteral("accept"), Answer::Accepted},
                                                {QStringLiteral("decline"), Answer::Declined},
                                                {QStringLiteral("tentativelyAccept"), Answer::Tentative}};
    if (call.is("POST") && answers.contains(action))
        return answerEvent(call, item, answers.value(action));
    if (call.is("POST") && action == QLatin1String("cancel"))
        return cancelEvent(call, item);
    return graphFailure(400, QStringLiteral("BadRequest"), u"Resource not found for the segment '" + action + u"'.");
}

Answered oneEvent(const GraphCall& call)
{
    const auto item = itemNamed(call, call.path.at(1));
    if (!item)
        return tl::unexpected(item.error());
    // What lies in Deleted Items is no event any more.
    if (item->itemClass != ItemClass::Appointment || item->folder != Folder::Calendar)
        return graphFailure(404, QStringLiteral("ErrorItemNotFound"),
                            QStringLiteral("The specified object was not found in the store."));
    if (call.path.size() > 2)
        return actOn(call, *item, call.path.at(2));
    if (call.is("GET"))
        return eventResponse(call, 200, item->id);
    if (call.is("PATCH"))
        return updateEvent(call, *item);
    if (call.is("DELETE"))
        return deleteEvent(call, *item);
    return graphFailure(405, QStringLiteral("Request_BadRequest"),
                        QStringLiteral("Specified HTTP method is not allowed."));
}

GraphResult<Instant> momentIn(const QJsonObject& body, QLatin1String name)
{
    const QJsonObject time = body.value(name).toObject();
    const QString zoneName = time.value(QLatin1String("timeZone")).toString(QStringLiteral("UTC"));
    const QTimeZone zone(ianaIdOfZoneName(zoneName.toUtf8()));
    const QDateTime wall
        = QDateTime::fromString(time.value(QLatin1String("dateTime")).toString().left(19), Qt::ISODate);
    if (!wall.isValid() || !zone.isValid())
        return graphFailure(400, QStringLiteral("ErrorInvalidParameter"), u"The time is invalid: " + name);
    return fromDateTime(QDateTime(wall.date(), wall.time(), zone));
}

QJsonObject scheduleOf(const GraphCall& call, const QString& address, TimeRange range, Minutes interval)
{
    QJsonObject schedule{{QStringLiteral("scheduleId"), address}};
    const Mailbox* mailbox = call.site.find(address);
    const auto items = mailbox ? mailbox->calendarView(range, call.site.reader()) : Result<QList<Item>>();
    if (!mailbox || !items) {
        schedule.insert(QStringLiteral("error"),
                        QJsonObject{{QStringLiteral("responseCode"), QStringLiteral("ErrorMailRecipientNotFound")},
                                    {QStringLiteral("message"), QStringLiteral("Unable to resolve the mailbox.")}});
        return schedule;
    }
    QJsonArray times;
    for (const Item& item : *items) {
        if (item.busy == BusyKind::Free)
            continue;
        times.append(
            QJsonObject{{QStringLiteral("status"), graphBusy(item.busy)},
                        {QStringLiteral("subject"), item.subject},
                        {QStringLiteral("start"), graphTime(item.time.start, QTimeZone::utc(), QStringLiteral("UTC"))},
                        {QStringLiteral("end"), graphTime(item.time.end, QTimeZone::utc(), QStringLiteral("UTC"))}});
    }
    schedule.insert(QStringLiteral("scheduleItems"), times);
    schedule.insert(QStringLiteral("availabilityView"), busyStrip(*items, range, interval));
    return schedule;
}

Answered getSchedule(const GraphCall& call)
{
    const auto body = bodyOf(call.request);
    if (!body)
        return tl::unexpected(body.error());
    const auto start = momentIn(*body, QLatin1String("startTime"));
    const auto end = momentIn(*body, QLatin1String("endTime"));
    if (!start || !end)
        return tl::unexpected(start ? end.error() : start.error());
    const QJsonArray addresses = body->value(QLatin1String("schedules")).toArray();
    if (addresses.isEmpty() || addresses.size() > mostSchedules || *end <= *start || *end - *start > longestSchedule) {
        return graphFailure(400, QStringLiteral("ErrorInvalidParameter"),
                            QStringLiteral("At most 20 schedules and 62 days are told at once."));
    }
    const Minutes interval(body->value(QLatin1String("availabilityViewInterval")).toInt(30));
    if (interval < shortestInterval || interval > longestInterval) {
        return graphFailure(400, QStringLiteral("ErrorInvalidMergedFreeBusyInterval"),
                            QStringLiteral("availabilityViewInterval is from 5 to 1440 minutes."));
    }
    QJsonArray schedules;
    for (const QJsonValue& address : addresses)
        schedules.append(scheduleOf(call, address.toString(), {*start, *end}, interval));
    return jsonResponse(200, {{QStringLiteral("value"), schedules}});
}

} // namespace

std::optional<GraphResult<ServedResponse>> answerEvents(const GraphCall& asked)
{
    GraphCall call = asked;
    // The default calendar may be named or not.
    if (call.path.size() > 1 && call.path.first() == QLatin1String("calendar"))
        call.path.removeFirst();
    const QString& resource = call.path.first();
    const bool isView = resource == QLatin1String("calendarView");
    if (call.path.size() > 1 && (isView || call.path.at(1) == QLatin1String("delta"))) {
        return graphFailure(400, QStringLiteral("BadRequest"),
                            u"Resource not found for the segment '" + call.path.at(1) + u"'.");
    }
    if (const auto selected = call.query().checkSelect(GraphType::Event);
        !selected && (isView || resource == QLatin1String("events")))
        return tl::unexpected(selected.error());
    if (isView && call.is("GET"))
        return calendarView(call);
    if (resource == QLatin1String("getSchedule") && call.is("POST"))
        return getSchedule(call);
    if (resource != QLatin1String("events"))
        return std::nullopt;
    if (call.path.size() > 1)
        return oneEvent(call);
    if (call.is("POST"))
        return createEvent(call);
    return listEvents(call);
}

} // namespace reserve::practice
