// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#include "models/itip/tnefmeeting.h"

#include "models/base/address.h"
#include "models/itip/tnefcursor.h"

#include <algorithm>
#include <iterator>

namespace reserve {

namespace {

// MS-OXPROPS. Named ones: PSETID_Meeting, PSETID_Appointment, PSETID_Common.
constexpr TnefName attendeeCriticalChange{TnefSet::Meeting, 0x0001};
constexpr TnefName where{TnefSet::Meeting, 0x0002};
constexpr TnefName globalObjectId{TnefSet::Meeting, 0x0003};
constexpr TnefName isRecurringMeeting{TnefSet::Meeting, 0x0005};
constexpr TnefName startRecurrenceTime{TnefSet::Meeting, 0x000E};
constexpr TnefName ownerCriticalChange{TnefSet::Meeting, 0x001A};
constexpr TnefName cleanGlobalObjectId{TnefSet::Meeting, 0x0023};
constexpr TnefName appointmentSequence{TnefSet::Appointment, 0x8201};
constexpr TnefName busyStatus{TnefSet::Appointment, 0x8205};
constexpr TnefName location{TnefSet::Appointment, 0x8208};
constexpr TnefName startWhole{TnefSet::Appointment, 0x820D};
constexpr TnefName endWhole{TnefSet::Appointment, 0x820E};
constexpr TnefName subType{TnefSet::Appointment, 0x8215};
constexpr TnefName recurrencePattern{TnefSet::Appointment, 0x8216};
constexpr TnefName recurring{TnefSet::Appointment, 0x8223};
constexpr TnefName intendedBusyStatus{TnefSet::Appointment, 0x8224};
constexpr TnefName exceptionReplaceTime{TnefSet::Appointment, 0x8228};
constexpr TnefName timeZoneStruct{TnefSet::Appointment, 0x8233};
constexpr TnefName timeZoneDescription{TnefSet::Appointment, 0x8234};
constexpr TnefName counterProposal{TnefSet::Appointment, 0x8257};
constexpr TnefName zoneOfStart{TnefSet::Appointment, 0x825E};
constexpr TnefName zoneOfRecurrence{TnefSet::Appointment, 0x8260};
constexpr TnefName isPrivate{TnefSet::Common, 0x8506};
constexpr TnefName commonStart{TnefSet::Common, 0x8516};
constexpr TnefName commonEnd{TnefSet::Common, 0x8517};
constexpr TnefName messageClassProperty{TnefSet::Tag, 0x001A};
constexpr TnefName sensitivity{TnefSet::Tag, 0x0036};
constexpr TnefName subjectProperty{TnefSet::Tag, 0x0037};
constexpr TnefName clientSubmitTime{TnefSet::Tag, 0x0039};
constexpr TnefName subjectPrefix{TnefSet::Tag, 0x003D};
constexpr TnefName startDate{TnefSet::Tag, 0x0060};
constexpr TnefName endDate{TnefSet::Tag, 0x0061};
constexpr TnefName responseRequested{TnefSet::Tag, 0x0063};
constexpr TnefName recipientType{TnefSet::Tag, 0x0C15};
constexpr TnefName body{TnefSet::Tag, 0x1000};
constexpr TnefName displayTypeEx{TnefSet::Tag, 0x3905};
constexpr TnefName recipientFlags{TnefSet::Tag, 0x5FFD};

// Where a person of a message stands.
struct PersonProperties
{
    TnefName smtp;
    TnefName type;
    TnefName address;
    TnefName name;
};
constexpr PersonProperties representing{
    {TnefSet::Tag, 0x5D02}, {TnefSet::Tag, 0x0064}, {TnefSet::Tag, 0x0065}, {TnefSet::Tag, 0x0042}};
constexpr PersonProperties sending{
    {TnefSet::Tag, 0x5D01}, {TnefSet::Tag, 0x0C1E}, {TnefSet::Tag, 0x0C1F}, {TnefSet::Tag, 0x0C1A}};
constexpr PersonProperties receiving{
    {TnefSet::Tag, 0x39FE}, {TnefSet::Tag, 0x3002}, {TnefSet::Tag, 0x3003}, {TnefSet::Tag, 0x3001}};

// The header of a global object id (MS-OXOCAL 2.2.1.27), and where its parts stand.
constexpr QByteArrayView globalIdClass("\x04\x00\x00\x00\x82\x00\xE0\x00\x74\xC5\xB7\x10\x1A\x82\xE0\x08", 16);
constexpr qsizetype globalIdDate = 16;
constexpr qsizetype globalIdContent = 40;
constexpr QByteArrayView foreignMark("vCal-Uid\x01\x00\x00\x00", 12);
constexpr qsizetype longestGlobalId = 1024;

struct MeetingClass
{
    const char* name;
    ItipMethod method;
    const char* participation;
};
constexpr MeetingClass meetingClasses[] = {
    {"IPM.Schedule.Meeting.Request", ItipMethod::Request, ""},
    {"IPM.Schedule.Meeting.Canceled", ItipMethod::Cancel, ""},
    {"IPM.Schedule.Meeting.Resp.Pos", ItipMethod::Reply, "ACCEPTED"},
    {"IPM.Schedule.Meeting.Resp.Neg", ItipMethod::Reply, "DECLINED"},
    {"IPM.Schedule.Meeting.Resp.Tent", ItipMethod::Reply, "TENTATIVE"},
};

// A class, or one that a form derived from it ("IPM.Schedule.Meeting.Request.Rooms").
const MeetingClass* meetingClassOf(const QString& messageClass)
{
    const auto* found = std::find_if(std::begin(meetingClasses), std::end(meetingClasses), [&](const auto& one) {
        const QLatin1String name(one.name);
        return messageClass.startsWith(name, Qt::CaseInsensitive)
            && (messageClass.size() == name.size() || messageClass.at(name.size()) == u'.');
    });
    return found != std::end(meetingClasses) ? found : nullptr;
}

bool hasGlobalIdHeader(QByteArrayView id)
{
    return id.size() >= globalIdContent && id.first(globalIdClass.size()) == globalIdClass;
}

// The date of the occurrence, year first and big-endian; invalid for a series or a single meeting.
QDate dayOfGlobalId(QByteArrayView id)
{
    if (!hasGlobalIdHeader(id))
        return {};
    const auto octet = [id](qsizetype index) { return int(uchar(id[globalIdDate + index])); };
    return QDate(octet(0) * 256 + octet(1), octet(2), octet(3));
}

TnefPerson personOf(const TnefProperties& properties, const PersonProperties& names)
{
    TnefPerson person{{}, properties.text(names.name)};
    for (const TnefName& candidate : {names.smtp, names.address}) {
        const QString address = properties.text(candidate).trimmed();
        if (person.address.isEmpty() && looksLikeAddress(address))
            person.address = address;
    }
    return person;
}

// "SMTP:nour@example.com"
QString plainTnefAddress(const QString& typed)
{
    const QString address = typed.section(QLatin1Char(':'), 1).trimmed();
    const bool isSmtp = typed.section(QLatin1Char(':'), 0, 0).compare(QLatin1String("SMTP"), Qt::CaseInsensitive) == 0;
    return isSmtp && looksLikeAddress(address) ? address : QString();
}

// attOwner: a counted name and a counted address (MS-OXTNEF 2.1.3.3.14).
TnefPerson ownerOf(const TnefStream& stream)
{
    TnefCursor cursor(stream.octets(TnefAttribute::Owner));
    const QString name = stream.texts().narrow(cursor.take(cursor.u16()));
    return {plainTnefAddress(stream.texts().narrow(cursor.take(cursor.u16()))), name};
}

// attFrom: four lengths, of which the last two count, then name and address (MS-OXTNEF 2.1.3.3.15).
TnefPerson fromOf(const TnefStream& stream)
{
    TnefCursor cursor(stream.octets(TnefAttribute::From));
    cursor.u32();
    const quint16 nameLength = cursor.u16();
    const quint16 addressLength = cursor.u16();
    const QString name = stream.texts().narrow(cursor.take(nameLength));
    return {plainTnefAddress(stream.texts().narrow(cursor.take(addressLength))), name};
}

PrivacyKind privacyOf(const TnefProperties& properties)
{
    switch (properties.number(sensitivity).value_or(0)) {
    case 1: // personal
    case 2:
        return PrivacyKind::Private;
    case 3:
        return PrivacyKind::Confidential;
    default:
        return properties.flag(isPrivate).value_or(false) ? PrivacyKind::Private : PrivacyKind::Public;
    }
}

class MeetingReader final
{
public:
    MeetingReader(const TnefStream& stream, const TnefProperties& properties, const MeetingClass& meetingClass)
        : m_stream(stream)
        , m_properties(properties)
    {
        m_meeting.method = meetingClass.method;
        m_meeting.participation = meetingClass.participation;
        if (isAnswer() && properties.flag(counterProposal).value_or(false))
            m_meeting.method = ItipMethod::Counter;
    }

    Result<TnefMeeting> read()
    {
        takeTexts();
        takePeople();
        takeTimes();
        takeIdentity();
        if (const auto taken = takeOccurrence(); !taken && !isAnswer())
            return failure(taken.error());
        if (const auto taken = takeRecurrence(); !taken && !isAnswer())
            return failure(taken.error());
        if (const auto taken = takeAttendees(); !taken && !isAnswer())
            return failure(taken.error());
        if (!isAnswer() && m_meeting.uid.isEmpty())
            return failure(QByteArrayLiteral("tnef.uid-missing"));
        if (m_meeting.method == ItipMethod::Request && (!m_meeting.start || !m_meeting.end))
            return failure(QByteArrayLiteral("tnef.time-missing"));
        return std::move(m_meeting);
    }

private:
    bool isAnswer() const { return !m_meeting.participation.isEmpty(); }

    void takeTexts()
    {
        m_meeting.subject = m_properties.text(subjectProperty);
        if (m_meeting.subject.isEmpty())
            m_meeting.subject = m_stream.text(TnefAttribute::Subject);
        // "Canceled: ", "Updated: ": the program's words, not the organizer's.
        if (const QString prefix = m_properties.text(subjectPrefix); m_meeting.subject.startsWith(prefix))
            m_meeting.subject.remove(0, prefix.size());
        m_meeting.location = m_properties.text(location);
        if (m_meeting.location.isEmpty())
            m_meeting.location = m_properties.text(where);
        m_meeting.description = m_properties.text(body);
        if (m_meeting.description.isEmpty())
            m_meeting.description = m_stream.text(TnefAttribute::Body);
        m_meeting.busy = m_properties.number(busyStatus);
        m_meeting.intendedBusy = m_properties.number(intendedBusyStatus);
        m_meeting.privacy = privacyOf(m_properties);
    }

    void takePeople()
    {
        m_meeting.organizer = personOf(m_properties, representing);
        if (m_meeting.organizer.address.isEmpty() && m_stream.has(TnefAttribute::Owner))
            m_meeting.organizer = ownerOf(m_stream);
        m_meeting.sender = personOf(m_properties, sending);
        if (m_meeting.sender.address.isEmpty() && m_stream.has(TnefAttribute::From))
            m_meeting.sender = fromOf(m_stream);
        if (const auto wanted = m_properties.flag(responseRequested))
            m_meeting.responseRequested = *wanted;
        else if (const QByteArrayView value = m_stream.octets(TnefAttribute::RequestResponse); value.size() >= 2)
            m_meeting.responseRequested = TnefCursor(value).u16() != 0;
    }

    void takeTimes()
    {
        m_meeting.start = firstTime({startWhole, commonStart, startDate});
        m_meeting.end = firstTime({endWhole, commonEnd, endDate});
        m_meeting.allDay = m_properties.flag(subType).value_or(false);
        m_meeting.stamp = isAnswer() ? firstTime({attendeeCriticalChange, clientSubmitTime})
                                     : firstTime({ownerCriticalChange, clientSubmitTime});
        m_meeting.sequence = std::max(0, m_properties.number(appointmentSequence).value_or(0));
    }

    std::optional<Instant> firstTime(std::initializer_list<TnefName> names) const
    {
        for (const TnefName name : names) {
            if (const auto time = m_properties.time(name))
                return time;
        }
        return std::nullopt;
    }

    void takeIdentity()
    {
        m_meeting.uid = uidOfGlobalObjectId(m_properties.octets(cleanGlobalObjectId));
        if (m_meeting.uid.isEmpty())
            m_meeting.uid = uidOfGlobalObjectId(m_properties.octets(globalObjectId));
    }

    // A message about one date of a series names the day in its id, and the time in one of two ways.
    Result<void> takeOccurrence()
    {
        const QDate day = dayOfGlobalId(m_properties.octets(globalObjectId));
        if (!day.isValid())
            return {};
        TnefOccurrence occurrence{day, m_properties.time(exceptionReplaceTime), {}};
        if (const auto packed = m_properties.number(startRecurrenceTime)) {
            const QTime wall(*packed >> 12, (*packed >> 6) & 0x3F, *packed & 0x3F);
            if (wall.isValid())
                occurrence.wall = wall;
        }
        m_meeting.zone = zoneFor(zoneOfRecurrence, zoneOfStart);
        const bool isKnown = occurrence.instant || m_meeting.allDay || (occurrence.wall && m_meeting.zone.isKnown());
        if (!isKnown)
            return failure(QByteArrayLiteral("tnef.occurrence-unknown"),
                           {{QStringLiteral("day"), day.toString(Qt::ISODate)}});
        m_meeting.occurrence = occurrence;
        return {};
    }

    Result<void> takeRecurrence()
    {
        if (m_meeting.occurrence)
            return {};
        const QByteArrayView blob = m_properties.octets(recurrencePattern);
        const auto said = m_properties.flag(recurring);
        if (!said.value_or(m_properties.flag(isRecurringMeeting).value_or(!blob.isEmpty()))) {
            m_meeting.zone = zoneFor(zoneOfStart, zoneOfRecurrence);
            return {};
        }
        m_meeting.zone = zoneFor(zoneOfRecurrence, zoneOfStart);
        // To cancel all of a series, its id is enough.
        if (m_meeting.method != ItipMethod::Request)
            return {};
        if (blob.isEmpty())
            return failure(QByteArrayLiteral("tnef.recurrence-missing"));
        Result<TnefRecurrence> recurrence = readTnefRecurrence(blob, m_stream.texts());
        if (!recurrence)
            return failure(recurrence.error());
        m_meeting.recurrence = std::move(*recurrence);
        return {};
    }

    TnefZone zoneFor(TnefName first, TnefName second) const
    {
        const QByteArrayView preferred = m_properties.octets(first);
        return readTnefZone({preferred.isEmpty() ? m_properties.octets(second) : preferred,
                             m_properties.octets(timeZoneStruct), m_properties.text(timeZoneDescription)});
    }

    Result<void> takeAttendees()
    {
        const auto rows = m_stream.recipients();
        if (!rows)
            return failure(rows.error());
        m_meeting.listsAttendees = !rows->isEmpty();
        for (const TnefProperties& row : *rows)
            takeAttendee(row);
        return {};
    }

    void takeAttendee(const TnefProperties& row)
    {
        constexpr int originator = 0;
        constexpr int optional = 2;
        constexpr int resource = 3;
        constexpr int flagOrganizer = 0x02;
        constexpr int flagDeleted = 0x20;
        constexpr int room = 7;
        constexpr int equipment = 8;
        const int type = row.number(recipientType).value_or(1) & 0x0F;
        const int flags = row.number(recipientFlags).value_or(0);
        const int shownAs = row.number(displayTypeEx).value_or(0) & 0xFF;
        TnefAttendee attendee{personOf(row, receiving), TnefAttendee::Role::Required};
        if (type == originator || (flags & (flagOrganizer | flagDeleted)) || attendee.address.isEmpty()
            || sameAddress(attendee.address, m_meeting.organizer.address))
            return;
        if (type == resource || shownAs == room || shownAs == equipment)
            attendee.role = TnefAttendee::Role::Resource;
        else if (type == optional)
            attendee.role = TnefAttendee::Role::Optional;
        m_meeting.attendees.append(attendee);
    }

    const TnefStream& m_stream;
    const TnefProperties& m_properties;
    TnefMeeting m_meeting;
};

} // namespace

QString uidOfGlobalObjectId(QByteArrayView id)
{
    if (id.isEmpty() || id.size() > longestGlobalId)
        return {};
    if (!hasGlobalIdHeader(id))
        return QString::fromLatin1(id.toByteArray().toHex().toUpper());
    const QByteArrayView content = id.sliced(globalIdContent);
    if (content.startsWith(foreignMark)) {
        const QByteArrayView foreign = content.sliced(foreignMark.size());
        const qsizetype end = foreign.indexOf('\0');
        return QString::fromUtf8(foreign.first(end < 0 ? foreign.size() : end)).trimmed();
    }
    QByteArray clean = id.toByteArray();
    std::fill_n(clean.begin() + globalIdDate, 4, '\0');
    return QString::fromLatin1(clean.toHex().toUpper());
}

Result<TnefReading> readTnef(QByteArrayView octets, CharsetDecoder decoder, const TnefLimits& limits)
{
    const Result<TnefStream> stream = TnefStream::open(octets, decoder, limits);
    if (!stream)
        return failure(stream.error());
    TnefReading reading{stream->messageClass(), std::nullopt};
    const MeetingClass* meetingClass = meetingClassOf(reading.messageClass);
    if (!reading.messageClass.isEmpty() && !meetingClass)
        return reading;
    if (!stream->damage().isEmpty())
        return failure(stream->damage().code, stream->damage().arguments);
    const Result<TnefProperties> properties = stream->messageProperties();
    if (!properties)
        return failure(properties.error());
    if (reading.messageClass.isEmpty()) {
        reading.messageClass = properties->text(messageClassProperty);
        meetingClass = meetingClassOf(reading.messageClass);
    }
    if (reading.messageClass.isEmpty())
        return failure(QByteArrayLiteral("tnef.class-missing"));
    if (!meetingClass)
        return reading;
    Result<TnefMeeting> meeting = MeetingReader(*stream, *properties, *meetingClass).read();
    if (!meeting)
        return failure(meeting.error());
    reading.meeting = std::move(*meeting);
    return reading;
}

} // namespace reserve
