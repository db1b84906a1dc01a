// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#include "models/explaining/account.h"
#include "models/explaining/explaining.h"
#include "models/explaining/recurrencewords.h"

#include <algorithm>

namespace reserve {

namespace {

constexpr qsizetype mostAttendees = 12;
constexpr qsizetype mostEvents = 20;

QString addressText(const QString& address, const QString& name)
{
    if (name.isEmpty() || name == address)
        return address;
    return name + QLatin1String(" <") + address + QLatin1Char('>');
}

// Times are told where the meeting is meant, so that they read as they were written.
Reader inZoneOf(const UnderstoodEvent& understood, const Reader& reader)
{
    const QByteArray& id = understood.event.zoneId.isEmpty() ? understood.zone.iana : understood.event.zoneId;
    const QTimeZone zone = id.isEmpty() ? QTimeZone() : QTimeZone(id);
    return {reader.locale,
            zone.isValid()                                  ? zone
                : understood.zone.source == ZoneSource::Utc ? QTimeZone::utc()
                                                            : reader.zone};
}

QString zoneText(const UnderstoodZone& zone)
{
    const QString sent = QString::fromUtf8(zone.sent);
    const QString iana = QString::fromUtf8(zone.iana);
    switch (zone.source) {
    case ZoneSource::Utc:
        return Explaining::tr("UTC");
    case ZoneSource::OwnRules:
        return iana.isEmpty()
            ? Explaining::tr("\"%1\", by the rules that the message brings").arg(sent)
            : Explaining::tr("\"%1\", by the rules that the message brings; the name means %2").arg(sent, iana);
    case ZoneSource::KnownName:
        return sent == iana ? iana : Explaining::tr("\"%1\", which means %2").arg(sent, iana);
    case ZoneSource::OffsetOnly:
        return Explaining::tr("\"%1\", of which only the offset is known").arg(sent);
    case ZoneSource::Space:
        return Explaining::tr("The message names none: that of the space, %1").arg(iana);
    case ZoneSource::Unknown:
        return sent.isEmpty() ? Explaining::tr("The message names none, and the space has none")
                              : Explaining::tr("\"%1\" is not known here").arg(sent);
    }
    Q_UNREACHABLE();
}

class Lines final
{
public:
    void add(const QString& label, const QString& text, bool isProblem = false)
    {
        if (!text.isEmpty())
            m_lines.append({label, text, isProblem});
    }
    void add(const QList<Reason>& problems, const Reader& reader)
    {
        for (const Reason& problem : problems)
            add(Explaining::tr("Note"), sentence(problem, reader), true);
    }
    QList<AccountLine> take() { return std::move(m_lines); }

private:
    QList<AccountLine> m_lines;
};

void addTnef(Lines& lines, const MessageReading& reading, const Reader& reader)
{
    if (!reading.content.hasTnef)
        return;
    const bool isRead = reading.content.calendar && reading.content.calendar->source == CalendarText::Source::Tnef;
    if (isRead)
        lines.add(
            Explaining::tr("winmail.dat"),
            Explaining::tr("Read: the meeting comes from part %1").arg(QString::fromLatin1(reading.content.tnefWhere)));
    else if (reading.mailClass.kind == MailKind::TnefOnly)
        lines.add(Explaining::tr("winmail.dat"), sentence(reading.mailClass.reason, reader), true);
    else
        lines.add(Explaining::tr("winmail.dat"), Explaining::tr("There is one; it is not needed"));
}

AccountSection mailSection(const Understanding& understanding, const Reader& reader)
{
    const MessageReading& reading = *understanding.message.reading;
    const MessageContent& content = reading.content;
    Lines lines;
    const QString method = QString::fromLatin1(reading.method);
    const QString kind = word(reading.kind);
    lines.add(Explaining::tr("Kind"),
              method.isEmpty() ? kind : Explaining::tr("%1 (%2)", "kind of a message, its method").arg(kind, method));
    lines.add(Explaining::tr("Subject"), content.subject);
    lines.add(Explaining::tr("From"), addressText(content.from.address, content.from.name));
    if (!content.sender.isEmpty() && content.sender != content.from)
        lines.add(Explaining::tr("Sender"), addressText(content.sender.address, content.sender.name));
    lines.add(Explaining::tr("Requester"), reading.requester);
    if (content.date)
        lines.add(Explaining::tr("Written"), momentText(*content.date, reader));
    lines.add(Explaining::tr("Message-ID"), content.messageId);
    lines.add(Explaining::tr("Size"),
              reader.locale.formattedDataSize(understanding.size, 1, QLocale::DataSizeTraditionalFormat));
    if (content.calendar)
        lines.add(Explaining::tr("Calendar"),
                  Explaining::tr("Part %1").arg(QString::fromLatin1(content.calendar->where)));
    addTnef(lines, reading, reader);
    if (!reading.isRequestOrCancel() && !content.hasTnef)
        lines.add(Explaining::tr("Why so"), sentence(reading.mailClass.reason, reader));
    lines.add(content.problems, reader);
    if (!understanding.message.meeting)
        lines.add(Explaining::tr("Calendar"), sentence(understanding.message.meeting.error(), reader), true);
    else
        lines.add(understanding.message.meeting->problems, reader);
    return {Explaining::tr("The mail"), lines.take()};
}

QString lengthText(const TimeRange& range)
{
    const auto minutes = std::chrono::duration_cast<Minutes>(range.end - range.start).count();
    if (minutes % (24 * 60) == 0 && minutes > 0)
        return Explaining::tr("%n day(s)", "length of a meeting", int(minutes / (24 * 60)));
    if (minutes % 60 == 0 && minutes > 0)
        return Explaining::tr("%n hour(s)", "length of a meeting", int(minutes / 60));
    return Explaining::tr("%n minute(s)", "length of a meeting", int(minutes));
}

void addTimes(Lines& lines, const UnderstoodEvent& understood, const Reader& there)
{
    const ItipEvent& event = understood.event;
    if (event.range) {
        lines.add(Explaining::tr("Time"), rangeText(*event.range, event.allDay, there));
        lines.add(Explaining::tr("Length"), lengthText(*event.range));
    }
    if (event.start.isPresent())
        lines.add(Explaining::tr("Time zone"), zoneText(understood.zone),
                  understood.zone.source == ZoneSource::Unknown);
}

void addRecurrence(Lines& lines, const UnderstoodEvent& understood, const Reader& there)
{
    const ItipEvent& event = understood.event;
    if (event.recurrenceId) {
        const ItipRecurrenceId& id = *event.recurrenceId;
        const QString date = id.instant ? momentText(*id.instant, there) : id.key;
        lines.add(Explaining::tr("Date of the series"),
                  id.thisAndFuture ? Explaining::tr("%1, and all that follow").arg(date) : date);
    }
    if (event.recurrence)
        lines.add(Explaining::tr("Repeats"), recurrenceWords(*event.recurrence, event.start, there.locale));
    if (!understood.dates)
        return;
    const UnderstoodDates& dates = *understood.dates;
    lines.add(Explaining::tr("Dates"),
              dates.isMore ? Explaining::tr("%n or more", nullptr, dates.count) : there.locale.toString(dates.count));
    QString label = Explaining::tr("First dates");
    for (const Occurrence& occurrence : dates.first) {
        lines.add(label, rangeText(occurrence.time, event.allDay, there));
        label.clear();
    }
    if (!dates.problem.isEmpty() && dates.problem != event.obstacle)
        lines.add(Explaining::tr("Note"), sentence(dates.problem, there), true);
}

bool isRoom(const ItipAttendee& attendee)
{
    return attendee.kind.compare(QLatin1String("ROOM"), Qt::CaseInsensitive) == 0
        || attendee.kind.compare(QLatin1String("RESOURCE"), Qt::CaseInsensitive) == 0;
}

void addPeople(Lines& lines, const UnderstoodEvent& understood)
{
    const ItipEvent& event = understood.event;
    const CalendarAddress& organizer = event.organizer;
    lines.add(Explaining::tr("Organizer"), addressText(organizer.address, organizer.name));
    lines.add(Explaining::tr("Sent by"), organizer.sentBy);
    if (!organizer.address.isEmpty())
        lines.add(Explaining::tr("Sender check"),
                  understood.senderSpeaks ? Explaining::tr("The sender may speak for the organizer")
                                          : Explaining::tr("The sender is neither the organizer nor a delegate"),
                  !understood.senderSpeaks);
    for (const bool rooms : {true, false}) {
        QString label = rooms ? Explaining::tr("Rooms") : Explaining::tr("Attendees");
        qsizetype shown = 0;
        qsizetype all = 0;
        for (const ItipAttendee& attendee : event.attendees) {
            if (isRoom(attendee) != rooms || ++all > mostAttendees)
                continue;
            lines.add(std::exchange(label, QString()), addressText(attendee.address, attendee.name));
            ++shown;
        }
        if (all > shown)
            lines.add({}, Explaining::tr("and %n more", nullptr, int(all - shown)));
    }
}

AccountSection eventSection(const UnderstoodEvent& understood, const Reader& reader)
{
    const ItipEvent& event = understood.event;
    const Reader there = inZoneOf(understood, reader);
    Lines lines;
    lines.add(Explaining::tr("Subject"), event.summary);
    lines.add(Explaining::tr("Place"), event.location);
    addTimes(lines, understood, there);
    addRecurrence(lines, understood, there);
    addPeople(lines, understood);
    if (event.privacy != PrivacyKind::Public)
        lines.add(Explaining::tr("Privacy"), Explaining::tr("Private"));
    lines.add(Explaining::tr("Answer"),
              event.responseRequested ? Explaining::tr("Wanted") : Explaining::tr("Not wanted"));
    lines.add(Explaining::tr("Identity"), event.uid);
    lines.add(Explaining::tr("Version"),
              Explaining::tr("Number %1, written %2").arg(event.sequence).arg(momentText(event.stamp, there)));
    if (!event.obstacle.isEmpty())
        lines.add(Explaining::tr("In the way"), sentence(event.obstacle, there), true);
    lines.add(event.problems, there);
    return {event.recurrenceId     ? Explaining::tr("One date of a series")
                : event.isSeries() ? Explaining::tr("The series")
                                   : Explaining::tr("The meeting"),
            lines.take()};
}

} // namespace

QList<AccountSection> mailAccount(const Understanding& understanding, const Reader& reader)
{
    if (!understanding.message.reading)
        return {};
    QList<AccountSection> sections{mailSection(understanding, reader)};
    for (const UnderstoodEvent& event : understanding.events.first(std::min(understanding.events.size(), mostEvents)))
        sections.append(eventSection(event, reader));
    if (const qsizetype more = understanding.events.size() - mostEvents; more > 0)
        sections.append({Explaining::tr("%n further date(s)", "of a series, in one message", int(more)), {}});
    return sections;
}

} // namespace reserve
