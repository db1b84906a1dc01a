// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#include "models/reserving/serieshistory.h"

#include "models/base/logging.h"
#include "models/booking/contentrules.h"
#include "models/reserving/storedcalendar.h"

#include <algorithm>

namespace reserve {

namespace {

bool isRange(const ItipEvent& event)
{
    return event.recurrenceId && event.recurrenceId->thisAndFuture;
}

MeetingVersion versionOf(const ItipEvent& event)
{
    return {event.sequence, event.stamp, event.status == "CANCELLED", event.contentHash};
}

bool isInstant(const QString& key)
{
    return key.endsWith(u'Z');
}

// What came in one message with the series is not older than it, whatever numbers its parts bear.
MeetingVersion versionWithin(const ItipEvent& part, const MeetingVersion& whole)
{
    MeetingVersion version = versionOf(part);
    version.sequence = std::max(version.sequence, whole.sequence);
    return version;
}

} // namespace

bool wipes(const MeetingVersion& by, const MeetingVersion& other)
{
    return by.cancels ? other <= by : other.sequence < by.sequence;
}

bool isSurelyBehind(const QString& from, const QString& key)
{
    if (from.isEmpty() || isInstant(from) == isInstant(key))
        return from <= key;
    // From UTC+14 to UTC-12.
    const bool fromIsDay = !isInstant(from);
    const QDateTime day = QDateTime::fromString(fromIsDay ? from : key, Qt::ISODate);
    const QDateTime wall(day.date(), day.time(), Qt::UTC);
    const Instant latest = fromDateTime(wall) + std::chrono::hours(12);
    const Instant earliest = fromDateTime(wall) - std::chrono::hours(14);
    return fromIsDay ? toIso(latest) <= key : from <= toIso(earliest);
}

SeriesHistory::SeriesHistory(const Configuration& configuration, const ItipReader& reader, DecisionWork& work)
    : m_configuration(configuration)
    , m_reader(reader)
    , m_space(work.space)
    , m_now(work.unit.now())
{
    if (!work.calendars)
        work.calendars = std::make_shared<StoredCalendars>();
    m_calendars = work.calendars;
}

void SeriesHistory::setWhole(const ItipMessage& message, const ItipEvent& series, const MeetingVersion& version,
                             bool happens, const QString& recipient, const QString& requester)
{
    m_series = m_reader.resolved(series, m_configuration.zoneOf(m_space));
    m_timezones = message.timezones;
    m_versions.prepend({{},
                        version,
                        happens,
                        {},
                        {*m_series, m_timezones, happens},
                        requestOf(*m_series, version.cancels, recipient, requester)});
    for (const ItipEvent& event : message.events) {
        if (!event.recurrenceId || event.uid != series.uid)
            continue;
        if (!isRange(event)) {
            m_dates.append({*event.recurrenceId, versionOf(event)});
            continue;
        }
        const MeetingVersion own = versionWithin(event, version);
        SeriesChange unkept;
        unkept.version = own;
        unkept.recipient = recipient;
        unkept.requesterEmail = requester;
        add(event, m_timezones, unkept, happens && !own.cancels);
    }
}

bool SeriesHistory::setWhole(const Series& series)
{
    const Result<ItipMessage>& stored = m_calendars->read(series.calendar, m_reader, m_now);
    const ItipEvent* event = stored ? masterOf(*stored, series.uid) : nullptr;
    if (!event) {
        setEnd(series.version);
        return false;
    }
    setWhole(*stored, *event, series.version, holdsSlot(series.status), series.recipient, series.requesterEmail);
    return true;
}

void SeriesHistory::setEnd(const MeetingVersion& version)
{
    m_versions.prepend({{}, version, false, {}, {}, {}});
}

void SeriesHistory::add(const QList<SeriesChange>& changes)
{
    for (const SeriesChange& change : changes) {
        if (change.state == SeriesChangeState::Waiting)
            continue;
        const Result<ItipMessage>& stored = m_calendars->read(change.calendar, m_reader, m_now);
        const ItipEvent* event = stored ? eventOf(*stored, change) : nullptr;
        if (event && isRange(*event))
            add(*event, stored->timezones, change, change.state == SeriesChangeState::Holding);
        else
            qCWarning(lcBooking) << "change" << change.id.value << "of a series cannot be read again";
    }
}

void SeriesHistory::add(const ItipEvent& event, const Timezones& timezones, const SeriesChange& change, bool happens)
{
    const ItipEvent here = m_reader.resolved(event, m_configuration.zoneOf(m_space));
    MeetingRequest request = requestOf(here, change.version.cancels, change.recipient, change.requesterEmail);
    request.version = change.version;
    happens = happens && here.obstacle.isEmpty() && here.range;
    m_versions.append(
        {placeOf(*here.recurrenceId), change.version, happens, change, {here, timezones, happens}, std::move(request)});
}

bool SeriesHistory::isLiving(const SeriesVersion& version) const
{
    return std::none_of(m_versions.begin(), m_versions.end(), [&version](const SeriesVersion& other) {
        if (other.from > version.from)
            return false;
        return wipes(other.version, version.version) ? other.version != version.version
                                                     : other.from == version.from && version.version < other.version;
    });
}

QList<SeriesVersion> SeriesHistory::living() const
{
    QList<SeriesVersion> living;
    for (const SeriesVersion& version : m_versions) {
        if (version.from.isEmpty() || isLiving(version))
            living.append(version);
    }
    std::stable_sort(living.begin(), living.end(),
                     [](const SeriesVersion& a, const SeriesVersion& b) { return a.from < b.from; });
    return living;
}

SeriesVersion SeriesHistory::holdingFor(const QString& key) const
{
    SeriesVersion holding;
    holding.happens = false;
    for (const SeriesVersion& version : living()) {
        if (version.from <= key)
            holding = version;
    }
    return holding;
}

const SeriesVersion* SeriesHistory::newerThan(const QString& from, const MeetingVersion& version) const
{
    const SeriesVersion* newest = nullptr;
    for (const SeriesVersion& known : m_versions) {
        const bool counts = known.from == from ? version <= known.version || wipes(known.version, version)
                                               : known.from < from && wipes(known.version, version);
        if (counts && (!newest || newest->version < known.version))
            newest = &known;
    }
    return newest;
}

bool SeriesHistory::isWiped(const QString& key, const MeetingVersion& version) const
{
    return std::any_of(m_versions.begin(), m_versions.end(), [&](const SeriesVersion& other) {
        return (m_series ? other.from <= key : isSurelyBehind(other.from, key)) && wipes(other.version, version);
    });
}

std::optional<MeetingVersion> SeriesHistory::saidWithTheWhole(const QString& key) const
{
    std::optional<MeetingVersion> said;
    const QDate day = QDate::fromString(key.first(std::min<qsizetype>(key.size(), 10)), Qt::ISODate);
    for (const Date& date : m_dates) {
        bool isMeant = date.id.key == key;
        // A date without a time, or a time without a zone, is found among those of the series; wherever it is, the day
        // is near.
        if (isInstant(date.id.key) != isInstant(key) && std::abs(date.id.sent.wall.date().daysTo(day)) <= 2) {
            const auto keys = meant(date.id);
            isMeant = keys && keys->contains(key);
        }
        if (isMeant && (!said || *said < date.version))
            said = date.version;
    }
    return said;
}

Result<QStringList> SeriesHistory::meant(const ItipRecurrenceId& id) const
{
    return m_series ? m_reader.occurrencesMeant(text(), id) : QStringList();
}

Result<Expansion> SeriesHistory::occurrences(TimeRange window, bool asSent) const
{
    if (!m_series)
        return Expansion();
    SeriesText series{*m_series, m_timezones, m_configuration.zoneOf(m_space), {}};
    for (const SeriesVersion& version : living()) {
        if (!version.from.isEmpty() && !(asSent && version.change.id))
            series.stretches.append(version.stretch);
    }
    return m_reader.occurrences(series, window);
}

SeriesText SeriesHistory::text() const
{
    SeriesText series{*m_series, m_timezones, m_configuration.zoneOf(m_space), {}};
    for (const SeriesVersion& version : living()) {
        if (!version.from.isEmpty())
            series.stretches.append(version.stretch);
    }
    return series;
}

// Keys of one series are all instants or all dates: they sort as the occurrences do.
QString SeriesHistory::placeOf(const ItipRecurrenceId& id) const
{
    if (!m_series)
        return id.key;
    return m_reader.keyFrom({*m_series, m_timezones, m_configuration.zoneOf(m_space), {}}, id).value_or(id.key);
}

MeetingRequest SeriesHistory::requestOf(const ItipEvent& event, bool cancels, const QString& recipient,
                                        const QString& requester) const
{
    MeetingRequest request = requestFor(event, cancels ? ItipMethod::Cancel : ItipMethod::Request, m_space, recipient,
                                        m_configuration.zoneOf(m_space), requester, m_reader);
    applyContent(request, m_configuration.policies().policyFor(m_space).content);
    return request;
}

} // namespace reserve
