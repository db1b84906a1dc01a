// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#include "app/agent/commands/meetinginput.h"

#include "app/agent/cli.h"
#include "app/agent/commands/timeinput.h"
#include "models/base/address.h"

namespace reserve {

namespace {

const QString organizerOption = QStringLiteral("organizer");
const QString nameOption = QStringLiteral("organizer-name");
const QString sentByOption = QStringLiteral("sent-by");
const QString roomOption = QStringLiteral("room");
const QString attendeeOption = QStringLiteral("attendee");
const QString startOption = QStringLiteral("start");
const QString endOption = QStringLiteral("end");
const QString minutesOption = QStringLiteral("minutes");
const QString allDayOption = QStringLiteral("all-day");
const QString zoneOption = QStringLiteral("zone");
const QString subjectOption = QStringLiteral("subject");
const QString textOption = QStringLiteral("text");
const QString cancelOption = QStringLiteral("cancel");
const QString uidOption = QStringLiteral("uid");
const QString sequenceOption = QStringLiteral("sequence");
const QString dialectOption = QStringLiteral("dialect");

Result<QList<MailPerson>> addresses(const Invocation& invocation, const QString& option)
{
    QList<MailPerson> people;
    const QStringList values = invocation.values(option);
    for (const QString& address : values) {
        if (!looksLikeAddress(address))
            return invalidValue(option, address, Cli::tr("an e-mail address"));
        people.append({address, {}});
    }
    return people;
}

Result<void> readPeople(const Invocation& invocation, MeetingMail& meeting)
{
    for (const QString& option : {organizerOption, roomOption}) {
        if (!invocation.isSet(option))
            return failure("usage.option-missing", {{QStringLiteral("option"), option}});
    }
    const auto organizers = addresses(invocation, organizerOption);
    const auto delegates = addresses(invocation, sentByOption);
    const auto rooms = addresses(invocation, roomOption);
    const auto attendees = addresses(invocation, attendeeOption);
    for (const auto* list : {&organizers, &delegates, &rooms, &attendees}) {
        if (!*list)
            return failure(list->error());
    }
    meeting.organizer = {organizers->last().address, invocation.value(nameOption)};
    meeting.sentBy = delegates->isEmpty() ? QString() : delegates->last().address;
    meeting.rooms = *rooms;
    meeting.attendees = *attendees;
    return {};
}

Result<void> readAllDay(const Invocation& invocation, MeetingMail& meeting)
{
    const QString text = invocation.value(allDayOption);
    meeting.allDayFrom = QDate::fromString(text, Qt::ISODate);
    if (!meeting.allDayFrom.isValid())
        return invalidValue(allDayOption, text, Cli::tr("a date such as 2026-11-18"));
    meeting.allDayTo = meeting.allDayFrom.addDays(1);
    return {};
}

Result<void> readTime(const Invocation& invocation, MeetingMail& meeting)
{
    const Result<QTimeZone> zone = zoneFromInput(invocation.value(zoneOption), zoneOption);
    if (!zone)
        return failure(zone.error());
    meeting.zone = zone->id();
    if (invocation.isSet(allDayOption))
        return readAllDay(invocation, meeting);
    if (!invocation.isSet(startOption))
        return failure("usage.option-missing", {{QStringLiteral("option"), startOption}});
    const auto start = instantFromInput(invocation.value(startOption), *zone, startOption);
    if (!start)
        return failure(start.error());
    const auto minutes = numberFromInput(invocation.value(minutesOption), 0, 366 * 24 * 60, minutesOption);
    if (!minutes)
        return failure(minutes.error());
    meeting.range = {*start, *start + Minutes(*minutes)};
    if (!invocation.isSet(endOption))
        return {};
    const auto end = instantFromInput(invocation.value(endOption), *zone, endOption);
    if (!end)
        return failure(end.error());
    meeting.range.end = *end;
    return {};
}

} // namespace

QList<QCommandLineOption> meetingOptions()
{
    const QString address = QStringLiteral("ADDRESS");
    const QString time = QStringLiteral("TIME");
    return {
        {organizerOption, Cli::tr("who invites"), address},
        {nameOption, Cli::tr("the organizer's name"), QStringLiteral("NAME")},
        {sentByOption, Cli::tr("a delegate who sends in the organizer's name"), address},
        {roomOption, Cli::tr("a room's mailbox; may be repeated"), address},
        {attendeeOption, Cli::tr("somebody else invited; may be repeated"), address},
        {startOption, Cli::tr("start, such as 2026-11-18T09:30, in the zone of --zone; with Z at the end in UTC"),
         time},
        {endOption, Cli::tr("end; without it --minutes after the start"), time},
        {minutesOption, Cli::tr("length; 60 without it"), QStringLiteral("N"), QStringLiteral("60")},
        {allDayOption, Cli::tr("a whole day, in place of --start"), QStringLiteral("DATE")},
        {zoneOption, Cli::tr("time zone, such as Europe/Berlin; without it this machine's"), QStringLiteral("ZONE")},
        {subjectOption, Cli::tr("subject"), QStringLiteral("TEXT"), QStringLiteral("Test meeting")},
        {textOption, Cli::tr("words of the invitation"), QStringLiteral("TEXT")},
        {cancelOption, Cli::tr("cancels the meeting of --uid")},
        {uidOption, Cli::tr("identity of the meeting; without it a new one"), QStringLiteral("UID")},
        {sequenceOption, Cli::tr("version of the meeting; 0 without it"), QStringLiteral("N"), QStringLiteral("0")},
        {dialectOption, Cli::tr("as which program writes: exchange (without it) or plain"), QStringLiteral("NAME"),
         QStringLiteral("exchange")},
    };
}

bool describesMeeting(const Invocation& invocation)
{
    return invocation.isSet(organizerOption) || invocation.isSet(roomOption) || invocation.isSet(startOption);
}

Result<MeetingMail> meetingFromInput(const Invocation& invocation, Instant now)
{
    MeetingMail meeting;
    if (const Result<void> read = readPeople(invocation, meeting); !read)
        return failure(read.error());
    if (const Result<void> read = readTime(invocation, meeting); !read)
        return failure(read.error());
    const auto sequence = numberFromInput(invocation.value(sequenceOption), 0, 1'000'000, sequenceOption);
    if (!sequence)
        return failure(sequence.error());
    const QString dialect = invocation.value(dialectOption);
    if (dialect != QLatin1String("exchange") && dialect != QLatin1String("plain"))
        return invalidValue(dialectOption, dialect, QStringLiteral("exchange, plain"));
    meeting.dialect = dialect == QLatin1String("plain") ? MeetingDialect::Plain : MeetingDialect::Exchange;
    meeting.method = invocation.isSet(cancelOption) ? ItipMethod::Cancel : ItipMethod::Request;
    meeting.sequence = *sequence;
    meeting.uid = invocation.isSet(uidOption) ? invocation.value(uidOption) : newMeetingUid(now);
    meeting.subject = invocation.value(subjectOption);
    meeting.text = invocation.value(textOption);
    meeting.identity = {newMessageId(domainOf(meeting.organizer.address).toString()), now};
    return meeting;
}

} // namespace reserve
