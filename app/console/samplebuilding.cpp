// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#include "app/console/samplebuilding.h"

#include "models/composing/meetingmail.h"
#include "models/exporting/csvreader.h"
#include "models/exporting/peopleimport.h"
#include "models/exporting/spacesimport.h"
#include "models/reserving/meetingintake.h"
#include "models/reserving/reserving.h"
#include "models/store/store.h"

#include <QFile>
#include <QTimeZone>

#include <memory>

namespace reserve {

namespace {

const QString mailDomain = QStringLiteral("northgate.example");
const QString roomDomain = QStringLiteral("reserve.northgate.example");
const QString sampleActor = QStringLiteral("sample building");

struct SampleMeeting
{
    InboxMessage message;
    QString room;
    PreparedMessage prepared;
};

// Everything made before the transaction, so that the transaction may run again.
struct Sample
{
    QByteArray spaces;
    QByteArray people;
    QList<SampleMeeting> meetings;
    ItipReader reader;
};

Result<QByteArray> readSample(const QString& name)
{
    QFile file(QStringLiteral(":/sample/") + name);
    if (!file.open(QIODevice::ReadOnly))
        return failure("sample.unreadable", {{QStringLiteral("file"), name}});
    return file.readAll();
}

Instant wallTime(const QDate& date, const QString& time, const QTimeZone& zone)
{
    return fromDateTime(QDateTime(date, QTime::fromString(time, QStringLiteral("HH:mm")), zone));
}

MeetingMail meetingOf(const CsvTable& table, const CsvRecord& record, const QDate& monday, const QByteArray& zone,
                      Instant now)
{
    static const QStringList days{QStringLiteral("Mon"), QStringLiteral("Tue"), QStringLiteral("Wed"),
                                  QStringLiteral("Thu"), QStringLiteral("Fri")};
    const QDate date = monday.addDays(days.indexOf(table.field(record, QStringLiteral("day"))));
    const QTimeZone timeZone(zone);
    MeetingMail mail;
    mail.identity = {newMessageId(mailDomain), now};
    mail.organizer = {table.field(record, QStringLiteral("organizer")) + QLatin1Char('@') + mailDomain, {}};
    mail.rooms = {{table.field(record, QStringLiteral("room")) + QLatin1Char('@') + roomDomain, {}}};
    mail.uid = newMeetingUid(now);
    mail.range = {wallTime(date, table.field(record, QStringLiteral("start")), timeZone),
                  wallTime(date, table.field(record, QStringLiteral("end")), timeZone)};
    mail.zone = zone;
    mail.subject = table.field(record, QStringLiteral("subject"));
    return mail;
}

SampleMeeting sampleOf(const MeetingMail& meeting, const ItipReader& reader, Instant now)
{
    const ComposedMail mail = composeMeeting(meeting);
    SampleMeeting sample;
    sample.room = meeting.rooms.first().address;
    sample.message.receivedAt = now;
    sample.message.sender = meeting.organizer.address;
    sample.message.raw = mail.bytes;
    sample.message.size = mail.bytes.size();
    sample.prepared = prepare(readMail(mail.bytes, meeting.organizer.address), reader, now);
    return sample;
}

Result<std::shared_ptr<Sample>> makeSample(const QByteArray& zone, Instant now)
{
    auto sample = std::make_shared<Sample>();
    const auto spaces = readSample(QStringLiteral("spaces.csv"));
    const auto people = readSample(QStringLiteral("people.csv"));
    const auto meetings = readSample(QStringLiteral("meetings.csv"));
    for (const auto* file : {&spaces, &people, &meetings}) {
        if (!*file)
            return failure(file->error());
    }
    sample->spaces = *spaces;
    sample->people = *people;
    const auto table = CsvTable::read(*meetings);
    if (!table)
        return failure(table.error());
    const QDate today = toDateTime(now).toTimeZone(QTimeZone(zone)).date();
    const QDate monday = today.addDays(1 - today.dayOfWeek());
    for (const QDate& week : {monday, monday.addDays(7)}) {
        for (const CsvRecord& record : table->records()) {
            const MeetingMail meeting = meetingOf(*table, record, week, zone, now);
            if (meeting.range.end > now)
                sample->meetings.append(sampleOf(meeting, sample->reader, now));
        }
    }
    return sample;
}

Result<void> setUp(WriteUnit& unit, const Sample& sample, const QByteArray& zone)
{
    const QMap<QString, QString> settings{
        {QStringLiteral("reserve.time-zone"), QString::fromUtf8(zone)},
        {QStringLiteral("reserve.default-user-email"), QStringLiteral("frontdesk@") + mailDomain},
        {QStringLiteral("console.site-name"), QStringLiteral("Northgate Campus")},
        {QStringLiteral("console.started"), QStringLiteral("true")},
    };
    for (auto it = settings.cbegin(); it != settings.cend(); ++it) {
        if (const auto set = unit.settings().set(it.key(), it.value(), sampleActor); !set)
            return set;
    }
    const auto spaces = importSpaces(unit, sample.spaces, sampleActor);
    const auto people = spaces ? importPeople(unit, sample.people, sampleActor) : spaces;
    if (!people)
        return failure(people.error());
    for (const ImportReport* report : {&*spaces, &*people}) {
        if (!report->isClean())
            return failure(Error(report->problems.first().reason.code, report->problems.first().reason.arguments));
    }
    return {};
}

Result<void> takeAndDecide(WriteUnit& unit, const Sample& sample)
{
    const auto configuration = Configuration::load(unit);
    if (!configuration)
        return failure(configuration.error());
    const Reserving reserving(*configuration, sample.reader, Telling::Nobody);
    for (const SampleMeeting& meeting : sample.meetings) {
        const JudgedRecipient recipient{meeting.room, (*configuration)->directory().judge(meeting.room)};
        const auto taken
            = takeIn(unit, **configuration, {meeting.message, {recipient}, meeting.prepared.reading, {}, {}});
        if (!taken)
            return failure(taken.error());
        for (const TraceId trace : taken->traces) {
            if (const auto decided = reserving.decideTrace(unit, trace, meeting.prepared, false); !decided)
                return failure(decided.error());
        }
    }
    return {};
}

} // namespace

QFuture<Result<void>> loadSampleBuilding(Store& store, const QByteArray& zone)
{
    const auto sample = makeSample(zone, store.clock().now());
    return store.write(WritePriority::Normal, [sample, zone](WriteUnit& unit) -> Result<void> {
        if (!sample)
            return failure(sample.error());
        if (const auto done = setUp(unit, **sample, zone); !done)
            return done;
        return takeAndDecide(unit, **sample);
    });
}

} // namespace reserve
