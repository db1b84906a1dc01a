// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#include "tests/gui/calendarscene.h"

#include <QTimeZone>

namespace reserve::test {

namespace {

using Status = ReservationStatus;
using Exchange = ExchangeState;

const char actor[] = "test";

struct SceneSpace
{
    const char* name;
    const char* building;
    int capacity;
};

constexpr SceneSpace sceneSpaces[] = {
    {"CR1 Borealis", "North building", 8},   {"CR2 Aurora", "North building", 12},
    {"CR3 Zenith", "North building", 6},     {"CR4 Meridian", "North building", 10},
    {"CR5 Halo", "North building", 4},       {"CR6 Umbra", "North building", 4},
    {"CR7 Corridor", "South building", 6},   {"CR8 Atlas", "South building", 20},
    {"CR9 Lyra", "South building", 14},      {"CR10 Solstice", "South building", 8},
    {"CR11 Tern", "South building", 6},      {"CR12 Heron", "South building", 6},
    {"BR1 Boardroom", "South building", 18}, {"TR1 Training", "South building", 30},
};

struct ScenePerson
{
    const char* first;
    const char* last;
    int number;
};

constexpr ScenePerson scenePeople[] = {
    {"Mira", "Castellan", 100201}, {"Jonas", "Holm", 100244},  {"Leila", "Haddad", 100290},  {"Nour", "Abbas", 100317},
    {"Sven", "Ottermann", 100351}, {"Ruth", "Okafor", 100402}, {"Elena", "Markova", 100482},
};

struct SceneReservation
{
    const char* space;
    int day; // of November 2026
    const char* from;
    const char* to;
    const char* subject;
    const char* person;
    Status status = Status::Accepted;
    Exchange exchange = Exchange::InExchange;
    int setup = 0;
    int clearup = 0;
    bool series = false;
    bool exclusive = true;
};

const SceneReservation auroraWeek[] = {
    {"CR2 Aurora", 16, "08:00", "09:30", "Week planning", "Castellan", Status::Accepted, Exchange::InExchange, 0, 0,
     true},
    {"CR2 Aurora", 16, "10:00", "11:30", "Budget review", "Holm"},
    {"CR2 Aurora", 16, "12:00", "13:00", "Candidate interview", "Haddad", Status::Tentative},
    {"CR2 Aurora", 16, "14:00", "16:30", "Design workshop", "Ottermann", Status::Accepted, Exchange::InExchange, 15,
     15},
    {"CR2 Aurora", 17, "09:00", "10:00", "Vendor sync", "Castellan", Status::Accepted, Exchange::InExchange, 0, 0,
     true},
    {"CR2 Aurora", 17, "10:30", "12:00", "Visitor welcome", "Abbas", Status::Cancelled},
    {"CR2 Aurora", 17, "14:00", "15:30", "Vendor demo", "Okafor"},
    {"CR2 Aurora", 17, "16:00", "17:00", "Retrospective", "Ottermann"},
    {"CR2 Aurora", 18, "08:00", "08:45", "Morning stand-up", "Holm", Status::Accepted, Exchange::InExchange, 0, 0,
     true},
    {"CR2 Aurora", 18, "09:30", "11:30", "Product review", "Markova", Status::Accepted, Exchange::InExchange, 15, 15},
    {"CR2 Aurora", 18, "13:00", "14:00", "Purchasing board", "Okafor", Status::Accepted, Exchange::Failed},
    {"CR2 Aurora", 18, "15:00", "17:00", "Customer preview", "Haddad", Status::Tentative},
    {"CR2 Aurora", 19, "08:30", "10:00", "Facilities team", "Abbas", Status::Accepted, Exchange::InExchange, 0, 0,
     true},
    {"CR2 Aurora", 19, "11:00", "13:00", "Board lunch", "Haddad", Status::Accepted, Exchange::InExchange, 15, 15},
    {"CR2 Aurora", 19, "11:30", "13:00", "Direct entry", "Okafor", Status::Accepted, Exchange::Failed, 0, 0, false,
     false},
    {"CR2 Aurora", 19, "14:00", "16:00", "Plan 2027", "Castellan"},
    {"CR2 Aurora", 19, "16:15", "17:45", "Supplier call", "Holm"},
    {"CR2 Aurora", 20, "09:00", "10:30", "Outside pitch", "Ottermann", Status::Declined},
    {"CR2 Aurora", 20, "11:00", "12:30", "Deep cleaning", "Abbas", Status::Accepted, Exchange::OnlyHere},
    {"CR2 Aurora", 20, "13:00", "15:00", "Incident review", "Ottermann"},
    {"CR2 Aurora", 20, "16:00", "17:30", "Safety training", "Abbas", Status::Accepted, Exchange::Queued},
};

const SceneReservation otherSpaces[] = {
    {"CR1 Borealis", 18, "08:00", "09:00", "Stand-up", "Holm"},
    {"CR1 Borealis", 18, "09:30", "11:00", "Sprint review", "Castellan"},
    {"CR1 Borealis", 18, "13:00", "15:00", "Onboarding", "Haddad"},
    {"CR1 Borealis", 18, "15:30", "17:30", "Partner call", "Abbas", Status::Accepted, Exchange::Queued},
    {"CR3 Zenith", 18, "09:00", "10:00", "One-to-one", "Okafor"},
    {"CR3 Zenith", 18, "11:00", "13:00", "Lunch talk", "Haddad", Status::Cancelled},
    {"CR4 Meridian", 18, "08:30", "10:30", "Tender evaluation", "Abbas"},
    {"CR4 Meridian", 18, "10:45", "12:15", "Press briefing", "Okafor"},
    {"CR4 Meridian", 18, "13:30", "15:30", "Interview loop", "Haddad"},
    {"CR5 Halo", 18, "10:00", "10:45", "Focus", "Holm"},
    {"CR5 Halo", 18, "12:30", "13:30", "Call", "Markova", Status::Tentative},
    {"CR6 Umbra", 18, "09:00", "10:30", "Payroll", "Markova"},
    {"CR6 Umbra", 18, "14:30", "15:30", "Coaching", "Castellan"},
    {"CR7 Corridor", 18, "10:30", "11:30", "Cleaning", "Abbas", Status::Accepted, Exchange::OnlyHere},
    {"CR8 Atlas", 18, "08:00", "11:30", "Works council", "Okafor"},
    {"CR8 Atlas", 18, "12:00", "14:00", "Supplier day: morning", "Holm"},
    {"CR8 Atlas", 18, "14:15", "17:00", "Supplier day: workshops", "Holm"},
    {"CR9 Lyra", 18, "09:00", "11:30", "Architecture board", "Ottermann"},
    {"CR9 Lyra", 18, "12:00", "13:30", "Fire wardens", "Abbas", Status::Accepted, Exchange::Queued},
    {"CR9 Lyra", 18, "14:30", "16:00", "Contract check", "Ottermann"},
    {"CR10 Solstice", 18, "16:00", "17:30", "Yoga trial", "Haddad", Status::Tentative},
    {"CR11 Tern", 18, "08:15", "09:45", "Legal", "Markova"},
    {"CR11 Tern", 18, "10:00", "11:30", "Outside pitch", "Ottermann", Status::Declined},
    {"CR11 Tern", 18, "13:00", "15:00", "Audit prep", "Markova"},
    {"CR12 Heron", 18, "09:30", "10:30", "Sync", "Holm"},
    {"CR12 Heron", 18, "14:00", "16:00", "UX lab", "Castellan"},
    {"BR1 Boardroom", 18, "08:00", "10:00", "Executive team", "Haddad"},
    {"BR1 Boardroom", 18, "10:00", "13:00", "Supervisory board", "Okafor"},
    {"BR1 Boardroom", 18, "11:30", "13:00", "Direct entry", "Okafor", Status::Accepted, Exchange::Failed, 0, 0, false,
     false},
    {"BR1 Boardroom", 18, "13:30", "16:00", "Budget 2027", "Okafor"},
    {"BR1 Boardroom", 18, "16:30", "18:00", "Investor call", "Okafor"},
    {"TR1 Training", 18, "09:00", "12:00", "First aid, group A", "Abbas"},
    {"TR1 Training", 18, "13:00", "16:00", "First aid, group B", "Abbas"},
};

QString latin(const char* text)
{
    return QString::fromLatin1(text);
}

Instant berlin(int day, const char* clock)
{
    static const QTimeZone zone("Europe/Berlin");
    return fromDateTime(
        QDateTime(QDate(2026, 11, day), QTime::fromString(latin(clock), QStringLiteral("HH:mm")), zone));
}

Reason reasonOf(const SceneReservation& one)
{
    if (one.status == Status::Declined)
        return {QByteArrayLiteral("decision.conflict"),
                {{QStringLiteral("space"), latin(one.space)},
                 {QStringLiteral("start"), toIso(berlin(one.day, one.from))},
                 {QStringLiteral("end"), toIso(berlin(one.day, one.to))}}};
    if (one.status == Status::Cancelled)
        return {QByteArrayLiteral("decision.cancelled-by-organizer"),
                {{QStringLiteral("organizer"), latin(one.person)}}};
    return {};
}

Reservation reservationOf(const SceneReservation& one, const CalendarScene& scene, int number)
{
    Reservation reservation;
    reservation.spaceId = scene.space(one.space);
    reservation.personId = scene.people.value(latin(one.person));
    reservation.requesterEmail = latin(one.person).toLower() + QStringLiteral("@mycompany.com");
    reservation.organizer = reservation.requesterEmail;
    reservation.uid = QStringLiteral("scene-%1").arg(number);
    reservation.subject = latin(one.subject);
    reservation.time = {berlin(one.day, one.from), berlin(one.day, one.to)};
    reservation.timeZone = QByteArrayLiteral("Europe/Berlin");
    reservation.setupMinutes = one.setup;
    reservation.clearupMinutes = one.clearup;
    reservation.status = one.status;
    reservation.exchangeState = one.exchange;
    reservation.exclusive = one.exclusive;
    reservation.origin = one.exclusive ? ReservationOrigin::Mail : ReservationOrigin::Exchange;
    reservation.reason = reasonOf(one);
    reservation.createdAt = berlin(one.day - 7, "09:02");
    reservation.changedAt = reservation.createdAt;
    return reservation;
}

Result<CalendarScene> writeCampus(WriteUnit& unit)
{
    CalendarScene scene;
    if (auto set = unit.settings().set(latin("reserve.time-zone"), latin("Europe/Berlin"), latin(actor)); !set)
        return failure(set.error());
    for (const SceneSpace& one : sceneSpaces) {
        Space space;
        space.name = latin(one.name);
        space.building = latin(one.building);
        space.floor = QStringLiteral("2nd floor");
        space.capacity = one.capacity;
        space.mailbox = space.name.section(QLatin1Char(' '), 0, 0) + QStringLiteral("@reserve.mycompany.com");
        space.hours.endMinute = 18 * 60;
        const auto id = unit.spaces().save(space, latin(actor));
        if (!id)
            return failure(id.error());
        scene.spaces.insert(space.name, *id);
    }
    for (const ScenePerson& one : scenePeople) {
        Person person;
        person.controlNumber = ControlNumber::fromNumber(one.number);
        person.firstName = latin(one.first);
        person.lastName = latin(one.last);
        person.email = (latin(one.first) + QLatin1Char('.') + latin(one.last)).toLower() + latin("@mycompany.com");
        const auto id = unit.people().save(person, latin(actor));
        if (!id)
            return failure(id.error());
        scene.people.insert(person.lastName, *id);
    }
    return scene;
}

// The message that "Product review" came from.
Result<void> writeMessage(WriteUnit& unit, ReservationId id)
{
    InboxMessage message;
    message.receivedAt = berlin(11, "09:02");
    message.sender = latin("elena.markova@mycompany.com");
    message.requester = message.sender;
    message.subject = latin("Product review");
    message.method = QByteArrayLiteral("REQUEST");
    message.kind = MessageKind::MeetingRequest;
    message.raw = QByteArrayLiteral("Subject: Product review\r\n\r\n");
    const auto inbox = unit.inbox().append(message);
    if (!inbox)
        return failure(inbox.error());
    auto found = unit.reservations().find(id);
    if (!found)
        return failure(found.error());
    Reservation& reservation = **found;
    Trace trace;
    trace.inboxId = *inbox;
    trace.receivedAt = message.receivedAt;
    trace.sender = message.sender;
    trace.recipient = latin("CR2@reserve.mycompany.com");
    trace.spaceId = reservation.spaceId;
    trace.requester = message.requester;
    trace.subject = message.subject;
    trace.method = message.method;
    trace.kind = message.kind;
    trace.gate = {GateMatch::Person, reservation.personId, {QByteArrayLiteral("gate.person"), {}}};
    trace.state = TraceState::Done;
    trace.verdict = Verdict::Accepted;
    trace.reason = {QByteArrayLiteral("decision.free"),
                    {{QStringLiteral("space"), latin("CR2 Aurora")},
                     {QStringLiteral("start"), toIso(reservation.time.start)},
                     {QStringLiteral("end"), toIso(reservation.time.end)}}};
    trace.reservationId = id;
    trace.decidedAt = message.receivedAt;
    const auto saved = unit.traces().append(trace);
    if (!saved)
        return failure(saved.error());
    reservation.traceId = *saved;
    reservation.reason = trace.reason;
    return unit.reservations().update(reservation);
}

Result<CalendarScene> writeScene(WriteUnit& unit)
{
    auto scene = writeCampus(unit);
    if (!scene)
        return scene;
    int number = 0;
    for (const SceneReservation& one : auroraWeek) {
        const auto id = unit.reservations().insert(reservationOf(one, *scene, ++number));
        if (!id)
            return failure(id.error());
        scene->reservations.insert(latin(one.subject), *id);
    }
    for (const SceneReservation& one : otherSpaces) {
        if (const auto id = unit.reservations().insert(reservationOf(one, *scene, ++number)); !id)
            return failure(id.error());
    }
    if (auto message = writeMessage(unit, scene->reservation("Product review")); !message)
        return failure(message.error());
    Reservation service
        = reservationOf({"CR2 Aurora", 20, "00:00", "00:00", "Projector service", "Holm"}, *scene, ++number);
    service.time = {berlin(20, "00:00"), berlin(21, "00:00")};
    service.allDay = true;
    service.exclusive = false;
    const auto id = unit.reservations().insert(service);
    if (!id)
        return failure(id.error());
    scene->reservations.insert(service.subject, *id);
    return scene;
}

} // namespace

CalendarScene setCalendarScene(Store& store)
{
    const auto scene = store.write(WritePriority::Normal, writeScene).result();
    if (!scene)
        qFatal("the calendar's scene: %s", qUtf8Printable(scene.error().logLine()));
    return *scene;
}

void fillWithSpaces(Store& store, int spaces, int perSpace)
{
    const auto written
        = store
              .write(
                  WritePriority::Normal,
                  [spaces, perSpace](WriteUnit& unit) -> Result<void> {
                      const Instant midnight = berlin(18, "00:00");
                      const Minutes step(24 * 60 / perSpace);
                      for (int index = 0; index < spaces; ++index) {
                          Space space;
                          space.name = QStringLiteral("Room %1").arg(index + 1);
                          space.building = QStringLiteral("Building %1").arg(index / 50 + 1, 2, 10, QLatin1Char('0'));
                          space.capacity = 4 + index % 20;
                          space.mailbox = QStringLiteral("room%1@reserve.mycompany.com").arg(index + 1);
                          const auto id = unit.spaces().save(space, latin(actor));
                          if (!id)
                              return failure(id.error());
                          for (int slot = 0; slot < perSpace; ++slot) {
                              Reservation reservation;
                              reservation.spaceId = *id;
                              reservation.organizer = QStringLiteral("organizer@mycompany.com");
                              reservation.requesterEmail = reservation.organizer;
                              reservation.uid = QStringLiteral("fill-%1-%2").arg(index).arg(slot);
                              reservation.subject
                                  = QStringLiteral("Meeting %1 of room %2").arg(slot + 1).arg(index + 1);
                              reservation.time = {midnight + step * slot, midnight + step * slot + step - Minutes(5)};
                              reservation.exchangeState = ExchangeState(slot % 4);
                              reservation.createdAt = midnight;
                              reservation.changedAt = midnight;
                              if (const auto saved = unit.reservations().insert(reservation); !saved)
                                  return failure(saved.error());
                          }
                      }
                      return {};
                  })
              .result();
    if (!written)
        qFatal("many reservations: %s", qUtf8Printable(written.error().logLine()));
}

} // namespace reserve::test
