// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#include "models/composing/meetingmail.h"

#include "models/composing/mimewriter.h"

#include <QRandomGenerator>
#include <QtEndian>

namespace reserve {

namespace {

WrittenEvent toEvent(const MeetingMail& meeting)
{
    WrittenEvent event;
    event.uid = meeting.uid;
    event.sequence = meeting.sequence;
    event.stamp = meeting.identity.date;
    event.organizer = meeting.organizer.address;
    event.organizerName = meeting.organizer.name;
    event.sentBy = meeting.sentBy;
    for (const MailPerson& room : meeting.rooms)
        event.attendees.append({room.address, room.name, meeting.dialect == MeetingDialect::Plain, false});
    for (const MailPerson& person : meeting.attendees)
        event.attendees.append({person.address, person.name, false, false});
    event.range = meeting.range;
    event.zone = meeting.zone;
    event.allDayFrom = meeting.allDayFrom;
    event.allDayTo = meeting.allDayTo;
    event.summary = meeting.subject;
    event.location = meeting.location;
    event.description = meeting.text;
    event.privacy = meeting.privacy;
    return event;
}

QByteArray calendarOf(const MeetingMail& meeting)
{
    const bool asExchange = meeting.dialect == MeetingDialect::Exchange;
    WrittenCalendar calendar;
    calendar.method = meeting.method;
    calendar.zones = asExchange ? ZoneDialect::Windows : ZoneDialect::Utc;
    calendar.exchangeProperties = asExchange;
    calendar.events = {toEvent(meeting)};
    return writeCalendar(calendar);
}

QString htmlOf(const QString& text)
{
    QString body = text.toHtmlEscaped();
    body.replace(u'\n', QStringLiteral("<br>\n"));
    return u"<html>\n<body>\n<div>" + body + u"</div>\n</body>\n</html>\n";
}

QList<MimePart> partsOf(const MeetingMail& meeting)
{
    const QByteArray calendar = calendarOf(meeting);
    const QByteArray method = methodName(meeting.method);
    if (meeting.dialect == MeetingDialect::Plain) {
        return {{QByteArrayLiteral("text/plain; charset=UTF-8"), MimePart::Encoding::QuotedPrintable,
                 meeting.text.toUtf8()},
                {"text/calendar; charset=UTF-8; method=" + method, MimePart::Encoding::EightBit, calendar}};
    }
    return {
        {QByteArrayLiteral("text/plain; charset=\"utf-8\""), MimePart::Encoding::Base64, meeting.text.toUtf8()},
        {QByteArrayLiteral("text/html; charset=\"utf-8\""), MimePart::Encoding::Base64, htmlOf(meeting.text).toUtf8()},
        {"text/calendar; charset=\"utf-8\"; method=" + method, MimePart::Encoding::Base64, calendar}};
}

} // namespace

ComposedMail composeMeeting(const MeetingMail& meeting)
{
    const bool delegated = !meeting.sentBy.isEmpty();
    const MailPerson from = delegated ? MailPerson{meeting.sentBy, {}} : meeting.organizer;
    const QList<MailPerson> recipients = meeting.rooms + meeting.attendees;
    const QString subject = meeting.method == ItipMethod::Cancel ? u"Canceled: " + meeting.subject : meeting.subject;
    MimeWriter writer;
    writer.addPeople("From", {from});
    writer.addPeople("To", recipients);
    writer.addText("Subject", subject);
    writer.addDate(meeting.identity.date);
    writer.addIds("Message-ID", {meeting.identity.messageId});
    if (meeting.dialect == MeetingDialect::Exchange) {
        writer.addText("Thread-Topic", meeting.subject);
        writer.addToken("Accept-Language", "en-US");
        writer.addToken("Content-Language", "en-US");
    }
    ComposedMail mail;
    mail.bytes = writer.write(partsOf(meeting));
    mail.messageId = meeting.identity.messageId;
    mail.from = from.address;
    mail.subject = subject;
    for (const MailPerson& person : recipients)
        mail.recipients.append(person.address);
    return mail;
}

QString newMeetingUid(Instant now)
{
    // FILETIME counts 100 ns from 1601; the instance date in front of it is zero in iCalendar.
    constexpr qint64 secondsFrom1601 = 11'644'473'600;
    const qint64 fileTime = (toEpochMilliseconds(now) + secondsFrom1601 * 1000) * 10'000;
    QByteArray id = QByteArray::fromHex("040000008200E00074C5B7101A82E008") + QByteArray(4, '\0');
    const auto append = [&id](auto value) {
        const auto little = qToLittleEndian(value);
        id.append(reinterpret_cast<const char*>(&little), sizeof little);
    };
    append(fileTime);
    append(qint64(0));
    append(qint32(16));
    append(QRandomGenerator::system()->generate64());
    append(QRandomGenerator::system()->generate64());
    return QString::fromLatin1(id.toHex().toUpper());
}

} // namespace reserve
