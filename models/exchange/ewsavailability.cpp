// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#include "models/exchange/ewsavailability.h"

#include "models/exchange/ewswriter.h"

#include <QDateTime>

namespace reserve {

namespace {

// Servers that keep the times of the single events to themselves tell a digit for each interval.
constexpr std::chrono::minutes interval{15};

// The schema demands a zone with a change of clocks, even where there is none.
void writeUtc(EwsWriter& writer)
{
    writer.beginType("TimeZone");
    writer.type("Bias", QStringLiteral("0"));
    for (const char* half : {"StandardTime", "DaylightTime"}) {
        writer.beginType(half);
        writer.type("Bias", QStringLiteral("0"));
        writer.type("Time", QStringLiteral("00:00:00"));
        writer.type("DayOrder", QStringLiteral("1"));
        writer.type("Month", QString::number(half[0] == 'S' ? 10 : 3));
        writer.type("DayOfWeek", QStringLiteral("Sunday"));
        writer.end();
    }
    writer.end();
}

QString withoutZone(Instant instant)
{
    return toDateTime(instant).toString(u"yyyy-MM-dd'T'HH:mm:ss");
}

std::optional<Instant> timeIn(const XmlElement& event, const char* name)
{
    QDateTime time = QDateTime::fromString(event[QLatin1String(name)].text.trimmed(), Qt::ISODateWithMs);
    if (!time.isValid())
        return std::nullopt;
    if (time.timeSpec() == Qt::LocalTime)
        time = QDateTime(time.date(), time.time(), Qt::UTC);
    return fromDateTime(time);
}

std::optional<BusyKind> kindNamed(const QString& name)
{
    if (name == QLatin1String("Free"))
        return BusyKind::Free;
    if (name == QLatin1String("Tentative"))
        return BusyKind::Tentative;
    if (name == QLatin1String("OOF"))
        return BusyKind::OutOfOffice;
    if (name == QLatin1String("WorkingElsewhere"))
        return BusyKind::WorkingElsewhere;
    if (name == QLatin1String("Busy"))
        return BusyKind::Busy;
    return std::nullopt;
}

std::optional<BusyKind> kindOfDigit(QChar digit)
{
    switch (digit.unicode()) {
    case u'0':
        return BusyKind::Free;
    case u'1':
        return BusyKind::Tentative;
    case u'2':
        return BusyKind::Busy;
    case u'3':
        return BusyKind::OutOfOffice;
    case u'4':
        return BusyKind::WorkingElsewhere;
    default:
        return std::nullopt;
    }
}

Failure withMailbox(const Error& error, const QString& mailbox)
{
    Arguments arguments = error.arguments();
    arguments.insert(QStringLiteral("mailbox"), mailbox);
    return failure(Error(error.code(), arguments, error.isRetryable()));
}

Failure unreadable(const QString& mailbox, const char* detail)
{
    return failure("exchange.response-unreadable",
                   {{QStringLiteral("detail"), QLatin1String(detail)}, {QStringLiteral("mailbox"), mailbox}}, true);
}

void addWhereTaken(QList<BusyTime>& times, const BusyTime& time, const TimeRange& asked)
{
    if (time.busy != BusyKind::Free && time.time.overlaps(asked))
        times.append(time);
}

Result<QList<BusyTime>> eventsOf(const XmlElement& events, const QString& mailbox, const TimeRange& asked)
{
    QList<BusyTime> times;
    for (const XmlElement& event : events.children) {
        const auto start = timeIn(event, "StartTime");
        const auto end = timeIn(event, "EndTime");
        const auto kind = kindNamed(event[QLatin1String("BusyType")].text.trimmed());
        if (!start || !end)
            return unreadable(mailbox, "a time of the calendar");
        if (!kind) // "NoData"
            return failure("exchange.access-denied", {{QStringLiteral("mailbox"), mailbox}});
        addWhereTaken(times, {mailbox, {*start, *end}, *kind}, asked);
    }
    return times;
}

Result<QList<BusyTime>> mergedOf(const QString& digits, const QString& mailbox, const TimeRange& asked)
{
    QList<BusyTime> times;
    for (qsizetype i = 0; i < digits.size(); ++i) {
        const std::optional<BusyKind> kind = kindOfDigit(digits.at(i));
        if (!kind)
            return failure("exchange.access-denied", {{QStringLiteral("mailbox"), mailbox}});
        const Instant start = asked.start + i * interval;
        if (!times.isEmpty() && times.last().busy == *kind && times.last().time.end == start)
            times.last().time.end += interval;
        else
            addWhereTaken(times, {mailbox, {start, start + interval}, *kind}, asked);
    }
    return times;
}

Result<QList<BusyTime>> timesOf(const XmlElement& answer, const QString& mailbox, const TimeRange& asked)
{
    if (const Result<void> outcome = outcomeOf(answer[QLatin1String("ResponseMessage")]); !outcome)
        return withMailbox(outcome.error(), mailbox);
    const XmlElement& view = answer[QLatin1String("FreeBusyView")];
    const QString type = view[QLatin1String("FreeBusyViewType")].text.trimmed();
    if (view.has(QLatin1String("CalendarEventArray")))
        return eventsOf(view[QLatin1String("CalendarEventArray")], mailbox, asked);
    if (view.has(QLatin1String("MergedFreeBusy")))
        return mergedOf(view[QLatin1String("MergedFreeBusy")].text.trimmed(), mailbox, asked);
    if (type == QLatin1String("None"))
        return failure("exchange.access-denied", {{QStringLiteral("mailbox"), mailbox}});
    // A server that tells events and has none leaves their list out.
    return view.isNull() ? unreadable(mailbox, "no FreeBusyView") : Result<QList<BusyTime>>();
}

} // namespace

void EwsAvailability::write(EwsWriter& writer) const
{
    writer.beginMessage("GetUserAvailabilityRequest");
    writeUtc(writer);
    writer.beginMessage("MailboxDataArray");
    for (const QString& mailbox : mailboxes) {
        writer.beginType("MailboxData");
        writer.beginType("Email");
        writer.type("Address", mailbox);
        writer.end();
        writer.type("AttendeeType", QStringLiteral("Room"));
        writer.type("ExcludeConflicts", false);
        writer.end();
    }
    writer.end();
    writer.beginType("FreeBusyViewOptions");
    writer.beginType("TimeWindow");
    writer.type("StartTime", withoutZone(range.start));
    writer.type("EndTime", withoutZone(range.end));
    writer.end();
    writer.type("MergedFreeBusyIntervalInMinutes", QString::number(interval.count()));
    writer.type("RequestedView", QStringLiteral("FreeBusyMerged"));
    writer.end();
    writer.end();
}

Result<EwsAvailability::Answer> EwsAvailability::read(const EwsReply& reply) const
{
    const XmlElement& array = reply.response[QLatin1String("FreeBusyResponseArray")];
    if (array.children.size() != std::size_t(mailboxes.size()))
        return unreadable(mailboxes.value(0), "not one answer for each mailbox");
    QList<BusyTime> times;
    for (qsizetype i = 0; i < mailboxes.size(); ++i) {
        const Result<QList<BusyTime>> of = timesOf(array.children[std::size_t(i)], mailboxes.at(i), range);
        if (!of)
            return failure(of.error());
        times += *of;
    }
    return times;
}

} // namespace reserve
