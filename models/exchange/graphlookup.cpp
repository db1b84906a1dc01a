// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#include "models/exchange/graphlookup.h"

#include "models/exchange/globalobjectid.h"
#include "models/exchange/graphproperties.h"

#include <algorithm>
#include <utility>

namespace reserve {

namespace {

using std::chrono::days;

// As many as one answer brings within its bound, with a hundred attendees each.
constexpr int pageSize = 50;

QString propertyFilter(QLatin1String property, const QString& value)
{
    return QStringLiteral("singleValueExtendedProperties/Any(ep: ep/id eq %1 and ep/value eq %2)")
        .arg(odataText(property), odataText(value));
}

// Where a date of a series may be; asked for one after the other.
QList<TimeRange> placesOf(const QString& recurrenceId)
{
    const std::optional<ItipRecurrenceId> id = recurrenceIdFromKey(recurrenceId);
    if (!id)
        return {};
    const Instant middle = id->instant.value_or(fromDateTime(id->sent.wall));
    return {{middle - days(1), middle + days(2)}, {middle - days(183), middle}, {middle, middle + days(183)}};
}

// Looks for a date of a series in one place after the other.
class OccurrenceSearch final : public std::enable_shared_from_this<OccurrenceSearch>
{
public:
    OccurrenceSearch(GraphSession& session, QString mailbox, QString seriesMaster, QString recurrenceId,
                     Receive<std::optional<GraphEvent>> receive)
        : m_session(session)
        , m_mailbox(std::move(mailbox))
        , m_seriesMaster(std::move(seriesMaster))
        , m_recurrenceId(std::move(recurrenceId))
        , m_receive(std::move(receive))
        , m_places(placesOf(m_recurrenceId))
    {
    }

    void next()
    {
        if (m_places.isEmpty()) {
            m_receive(std::optional<GraphEvent>());
            return;
        }
        m_session.sendForEvents(
            graphCalendarView(m_mailbox, m_places.takeFirst()),
            [self = shared_from_this()](const Result<QList<GraphEvent>>& events) { self->take(events); });
    }

private:
    void take(const Result<QList<GraphEvent>>& events)
    {
        if (!events) {
            m_receive(failure(events.error()));
            return;
        }
        const auto meant = std::find_if(events->cbegin(), events->cend(), [this](const GraphEvent& event) {
            return event.seriesMaster == m_seriesMaster && isOccurrence(event, m_recurrenceId);
        });
        if (meant != events->cend())
            m_receive(std::optional(*meant));
        else
            next();
    }

    GraphSession& m_session;
    QString m_mailbox;
    QString m_seriesMaster;
    QString m_recurrenceId;
    Receive<std::optional<GraphEvent>> m_receive;
    QList<TimeRange> m_places;
};

// Looks for a meeting by one name after the other, until one is known.
class MeetingSearch final : public std::enable_shared_from_this<MeetingSearch>
{
public:
    MeetingSearch(GraphSession& session, QString mailbox, MeetingIdentity meeting, Receive<QList<GraphEvent>> receive)
        : m_session(session)
        , m_mailbox(std::move(mailbox))
        , m_meeting(std::move(meeting))
        , m_receive(std::move(receive))
    {
        if (m_meeting.uid.isEmpty())
            return;
        GraphRequest byUid = graphGet(m_mailbox, {QStringLiteral("events")}, graphEventFields());
        byUid.query.append({QByteArray("$filter"), QLatin1String("iCalUId eq ") + odataText(m_meeting.uid)});
        m_requests.append(byUid);
        for (const QByteArray& id : cleanGlobalObjectIds(m_meeting.uid)) {
            m_requests.append(graphByProperty(m_mailbox, {QStringLiteral("events")}, meetingProperty,
                                              QString::fromLatin1(id.toBase64())));
        }
    }

    void next()
    {
        if (m_requests.isEmpty()) {
            m_receive(QList<GraphEvent>());
            return;
        }
        m_session.sendForEvents(
            m_requests.takeFirst(),
            [self = shared_from_this()](const Result<QList<GraphEvent>>& events) { self->take(events); });
    }

private:
    void take(const Result<QList<GraphEvent>>& events)
    {
        if (!events) {
            m_receive(failure(events.error()));
            return;
        }
        QList<GraphEvent> meant;
        QString seriesMaster;
        for (const GraphEvent& event : *events) {
            if (!isNamed(event))
                continue;
            const bool isWhole = !event.instanceDate && event.seriesMaster.isEmpty();
            if (m_meeting.recurrenceId.isEmpty() ? isWhole : !isWhole && isOccurrence(event, m_meeting.recurrenceId))
                meant.append(event);
            if (event.item.kind == ItemKind::SeriesMaster)
                seriesMaster = event.item.reference.id;
        }
        if (!meant.isEmpty())
            m_receive(meant);
        else if (!m_meeting.recurrenceId.isEmpty() && !seriesMaster.isEmpty())
            findDate(seriesMaster);
        else
            next();
    }

    // What a server answers is not taken for what was asked: the wrong meeting would be accepted or declined.
    bool isNamed(const GraphEvent& event) const
    {
        return sameUid(event.item.uid, m_meeting.uid)
            || cleanGlobalObjectIds(m_meeting.uid).contains(QByteArray::fromHex(event.item.uid.toLatin1()));
    }

    void findDate(const QString& seriesMaster)
    {
        findGraphOccurrence(m_session, m_mailbox, seriesMaster, m_meeting.recurrenceId,
                            [self = shared_from_this()](const Result<std::optional<GraphEvent>>& found) {
                                if (!found)
                                    self->m_receive(failure(found.error()));
                                else
                                    self->m_receive(*found ? QList{**found} : QList<GraphEvent>());
                            });
    }

    GraphSession& m_session;
    QString m_mailbox;
    MeetingIdentity m_meeting;
    Receive<QList<GraphEvent>> m_receive;
    QList<GraphRequest> m_requests;
};

} // namespace

GraphQuery graphEventFields()
{
    return {{"$select",
             QStringLiteral("id,iCalUId,subject,location,start,end,isAllDay,showAs,sensitivity,organizer,"
                            "attendees,responseStatus,responseRequested,type,seriesMasterId,originalStart,"
                            "originalStartTimeZone,isOrganizer,isCancelled,transactionId,lastModifiedDateTime")},
            {"$expand",
             QStringLiteral("singleValueExtendedProperties($filter=id eq %1 or id eq %2 or id eq %3)")
                 .arg(odataText(markProperty), odataText(sequenceProperty), odataText(stampProperty))}};
}

GraphRequest graphEventById(const QString& mailbox, const QString& id)
{
    return graphGet(mailbox, {QStringLiteral("events"), id}, graphEventFields());
}

GraphRequest graphWholeEvent(const QString& mailbox, const QString& id)
{
    GraphRequest request = graphEventById(mailbox, id);
    for (auto& [name, value] : request.query) {
        if (name == "$select")
            value += QLatin1String(",body,recurrence");
    }
    return request;
}

GraphRequest graphCalendarView(const QString& mailbox, TimeRange range)
{
    GraphQuery query{
        {"startDateTime", toIso(range.start)}, {"endDateTime", toIso(range.end)}, {"$top", QString::number(pageSize)}};
    return graphGet(mailbox, {QStringLiteral("calendar"), QStringLiteral("calendarView")}, query + graphEventFields());
}

GraphRequest graphByProperty(const QString& mailbox, const QStringList& below, QLatin1String property,
                             const QString& value)
{
    GraphQuery query{{"$filter", propertyFilter(property, value)}};
    if (below.first() == QLatin1String("events"))
        query += graphEventFields();
    return graphGet(mailbox, below, query);
}

void findInGraphCalendar(GraphSession& session, const QString& mailbox, const MeetingIdentity& meeting,
                         const Receive<QList<GraphEvent>>& receive)
{
    std::make_shared<MeetingSearch>(session, mailbox, meeting, receive)->next();
}

void findGraphOccurrence(GraphSession& session, const QString& mailbox, const QString& seriesMaster,
                         const QString& recurrenceId, const Receive<std::optional<GraphEvent>>& receive)
{
    std::make_shared<OccurrenceSearch>(session, mailbox, seriesMaster, recurrenceId, receive)->next();
}

void findByGraphMark(GraphSession& session, const QString& mailbox, const QByteArray& mark,
                     const Receive<std::optional<GraphEvent>>& receive)
{
    session.sendForEvents(graphByProperty(mailbox, {QStringLiteral("events")}, markProperty, QString::fromUtf8(mark)),
                          [mark, receive](const Result<QList<GraphEvent>>& events) {
                              if (!events) {
                                  receive(failure(events.error()));
                                  return;
                              }
                              const auto ours
                                  = std::find_if(events->cbegin(), events->cend(), [&](const GraphEvent& event) {
                                        return event.item.mark == mark || event.transaction == QString::fromUtf8(mark);
                                    });
                              receive(ours == events->cend() ? std::nullopt : std::optional(*ours));
                          });
}

} // namespace reserve
