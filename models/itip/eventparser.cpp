// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#include "models/itip/eventparser.h"

#include <QStringList>

#include <libical/ical.h>

#include <memory>
#include <mutex>

namespace reserve {

namespace {

struct ComponentDeleter
{
    void operator()(icalcomponent* component) const { icalcomponent_free(component); }
};
using Component = std::unique_ptr<icalcomponent, ComponentDeleter>;

// libical's only global state that matters here: set once, before its first use, and never changed again.
// Errors must not abort, and a line that is no property must not become one.
void prepareLibrary()
{
    static std::once_flag once;
    std::call_once(once, [] {
        icalerror_set_errors_are_fatal(0);
        ical_set_unknown_token_handling_setting(ICAL_DISCARD_TOKEN);
    });
}

struct Wall
{
    QDateTime time;
    bool utc = false;
};

Wall toWall(const icaltimetype& time)
{
    const QDate date(time.year, time.month, time.day);
    const QTime clock = time.is_date ? QTime(0, 0) : QTime(time.hour, time.minute, std::min(time.second, 59));
    if (time.year < 1 || time.year > 9999 || !date.isValid() || !clock.isValid())
        return {};
    return {QDateTime(date, clock, Qt::UTC), icaltime_is_utc(time) != 0};
}

QString text(const char* value)
{
    return QString::fromUtf8(value).trimmed();
}

ItipDuration toDuration(const icaldurationtype& duration)
{
    const qint64 sign = duration.is_neg ? -1 : 1;
    const qint64 days = sign * (qint64(duration.weeks) * 7 + qint64(duration.days));
    const qint64 seconds
        = sign * (qint64(duration.hours) * 3600 + qint64(duration.minutes) * 60 + qint64(duration.seconds));
    // Past the year 9999 from any start; the reader refuses what ends there.
    constexpr qint64 mostDays = 4'000'000;
    return {int(std::clamp(days, -mostDays, mostDays)), std::chrono::seconds(seconds)};
}

// RFC 5545 3.8.1.3: a class that is not known is treated as private.
PrivacyKind toPrivacy(icalproperty_class privacy)
{
    switch (privacy) {
    case ICAL_CLASS_NONE:
    case ICAL_CLASS_PUBLIC:
        return PrivacyKind::Public;
    case ICAL_CLASS_CONFIDENTIAL:
        return PrivacyKind::Confidential;
    default:
        return PrivacyKind::Private;
    }
}

QByteArray statusName(icalproperty_status status)
{
    switch (status) {
    case ICAL_STATUS_TENTATIVE:
        return QByteArrayLiteral("TENTATIVE");
    case ICAL_STATUS_CONFIRMED:
        return QByteArrayLiteral("CONFIRMED");
    case ICAL_STATUS_CANCELLED:
        return QByteArrayLiteral("CANCELLED");
    default:
        return {};
    }
}

void takeTexts(icalproperty* property, ParsedEvent& event)
{
    switch (icalproperty_isa(property)) {
    case ICAL_SUMMARY_PROPERTY:
        event.summary = text(icalproperty_get_summary(property));
        break;
    case ICAL_LOCATION_PROPERTY:
        event.location = text(icalproperty_get_location(property));
        break;
    case ICAL_DESCRIPTION_PROPERTY:
        event.description = text(icalproperty_get_description(property));
        break;
    case ICAL_STATUS_PROPERTY:
        event.status = statusName(icalproperty_get_status(property));
        break;
    case ICAL_TRANSP_PROPERTY:
        event.transparent = icalproperty_get_transp(property) == ICAL_TRANSP_TRANSPARENT;
        break;
    case ICAL_CLASS_PROPERTY:
        event.privacy = toPrivacy(icalproperty_get_class(property));
        break;
    case ICAL_SEQUENCE_PROPERTY:
        event.sequence = std::max(0, icalproperty_get_sequence(property));
        break;
    case ICAL_XLICERROR_PROPERTY:
        event.refused.append(text(icalproperty_get_xlicerror(property)));
        break;
    default:
        break;
    }
}

void takeTimes(icalproperty* property, ParsedEvent& event)
{
    Wall wall;
    switch (icalproperty_isa(property)) {
    case ICAL_DTSTART_PROPERTY:
        wall = toWall(icalproperty_get_dtstart(property));
        event.start = wall.time;
        event.startIsUtc = wall.utc;
        break;
    case ICAL_DTEND_PROPERTY:
        wall = toWall(icalproperty_get_dtend(property));
        event.end = wall.time;
        event.endIsUtc = wall.utc;
        break;
    case ICAL_RECURRENCEID_PROPERTY:
        wall = toWall(icalproperty_get_recurrenceid(property));
        event.recurrenceId = wall.time;
        event.recurrenceIdIsUtc = wall.utc;
        break;
    case ICAL_DTSTAMP_PROPERTY:
        event.stamp = toWall(icalproperty_get_dtstamp(property)).time;
        break;
    case ICAL_DURATION_PROPERTY:
        event.duration = toDuration(icalproperty_get_duration(property));
        break;
    default:
        break;
    }
}

} // namespace

std::optional<ParsedEvent> parseEvent(const QByteArray& veventText)
{
    prepareLibrary();
    const Component component(icalparser_parse_string(veventText.constData()));
    if (!component || icalcomponent_isa(component.get()) != ICAL_VEVENT_COMPONENT)
        return std::nullopt;
    ParsedEvent event;
    for (icalproperty* property = icalcomponent_get_first_property(component.get(), ICAL_ANY_PROPERTY); property;
         property = icalcomponent_get_next_property(component.get(), ICAL_ANY_PROPERTY)) {
        takeTexts(property, event);
        takeTimes(property, event);
    }
    return event;
}

} // namespace reserve
