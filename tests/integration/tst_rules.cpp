// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#include "models/base/address.h"
#include "models/store/store.h"
#include "tests/support/requestdesk.h"

#include <QTest>

#include <algorithm>

using namespace reserve;
using namespace reserve::test;

// The rules of behaviour, each from the message as it was received to reservation, outbox and trace in a real store.
class tst_Rules final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_desk = std::make_unique<RequestDesk>(); }
    void cleanup() { m_desk.reset(); }

    void R_GATE_unknownRequesterIsRefusedAndTraced();
    void R_GATE_findingHoldsForTheDecision();
    void R_GATE_cancelOfStandingMeetingPasses();
    void R_GATE_retiredRequesterIsUnknown();
    void R_MATCH_forgedOrganizerIsHeldUntilReleased();
    void R_MATCH_sentByMaySpeak();
    void R_MATCH_ignoresCase();
    void R_RETIRED_neverMatches();
    void R_LOWEST_ID_wins();
    void R_EXTERNAL_isCreatedOnceAndGetsTheReservation();
    void R_DEFAULT_getsTheReservation();
    void R_MAILBOX_CASE_heldThenDecidedAfterSpelling();
    void R_CALENDAR_acceptedRequestStandsInThePersonsCalendar();
    void R_SUBDOMAIN_eachRecipientIsDecidedByItself();
    void R_NO_DOUBLE_secondIsDeclinedWithAlternatives();
    void R_NO_DOUBLE_touchingIsNotOverlapping();
    void R_NO_DOUBLE_setUpAndClearUpCount();
    void R_MEETING_otherOrganizerSameUid();
    void R_MEETING_exchangesUidInEitherCaseIsOneMeeting();
    void R_MEETING_requestOfACancelledEventFreesTheSlot();
    void R_MEETING_moveFreesTheOldSlot();
    void R_MEETING_declinedMoveFreesTheOldSlotToo();
    void R_MEETING_ownBookingIsNoConflict();
    void R_MEETING_anyOrderEndsTheSame();
    void R_MEETING_cancelFreesTheSlot();
    void R_MEETING_cancelClaimsNothingOfExchange_data();
    void R_MEETING_cancelClaimsNothingOfExchange();
    void R_ANSWER_oneAnswerPerDecision();
    void R_ANSWER_asInItsAttendeeLine();
    void R_CONFIRM_acceptedHasConfirmationWithCopy();
    void R_CONFIRM_declinedHasOneAnswerOnly();
    void R_CONFIRM_externalsSeeNoNames();
    void R_QUIET_noMeetingIsKeptAndNotAnswered_data();
    void R_QUIET_noMeetingIsKeptAndNotAnswered();
    void R_QUIET_ordinaryMailIsDoneInTheCommitThatTookIt();
    void R_QUIET_neverSilencesARequest();
    void R_CONFIRM_bounceMarksItsOutboxRow();
    void R_TIMEZONE_allDayMeansTheSpacesZone();
    void R_TIMEZONE_floatingWithoutAnyZoneIsHeld();
    void unreadableIsHeldForAPerson();
    void postmasterIsKeptAndNeverBooked();
    void everyTraceTellsItsSteps();

private:
    void openDefault(bool externalContacts);
    MeetingMail from(const QString& organizer) const;

    std::unique_ptr<RequestDesk> m_desk;
};

void tst_Rules::openDefault(bool externalContacts)
{
    Person desk;
    desk.controlNumber = ControlNumber::fromNumber(100002);
    desk.firstName = QStringLiteral("Front");
    desk.lastName = QStringLiteral("Desk");
    desk.email = QStringLiteral("frontdesk@mycompany.com");
    m_desk->addPerson(desk);
    m_desk->set(QStringLiteral("reserve.default-user-email"), desk.email);
    m_desk->set(QStringLiteral("reserve.accepted-domains"), QStringLiteral("partner.example"));
    m_desk->set(QStringLiteral("reserve.create-external-contact"),
                externalContacts ? QStringLiteral("true") : QStringLiteral("false"));
}

MeetingMail tst_Rules::from(const QString& organizer) const
{
    MeetingMail mail = m_desk->meeting();
    mail.organizer = {organizer, {}};
    return mail;
}

void tst_Rules::R_GATE_unknownRequesterIsRefusedAndTraced()
{
    const QList<Trace> traces = m_desk->send(from(QStringLiteral("stranger@elsewhere.example")));
    QCOMPARE(traces.size(), 1);
    QCOMPARE(traces.first().verdict, std::optional(Verdict::Rejected));
    QCOMPARE(traces.first().reason.code, QByteArrayLiteral("gate.requester-unknown"));
    QVERIFY(!traces.first().inboxId);
    QVERIFY(m_desk->reservations().isEmpty());
    QVERIFY(m_desk->outbox().isEmpty());
}

void tst_Rules::R_GATE_findingHoldsForTheDecision()
{
    const ComposedMail mail = composeMeeting(m_desk->meeting());
    const IntakeOutcome taken = m_desk->take(mail.bytes, mail.from, {QStringLiteral("CR1@reserve.mycompany.com")});
    // Retired between 250 and decision: what the gate found still holds.
    m_desk->store().write([this](WriteUnit& unit) -> Result<PersonId> {
        Person person = unit.people().find(m_desk->nour()).value().value();
        person.status = PersonStatus::Retired;
        return unit.people().save(person, QStringLiteral("test"));
    });
    QCOMPARE(m_desk->decide(taken.traces.first()).verdict, std::optional(Verdict::Accepted));
    QCOMPARE(m_desk->reservations().first().personId, m_desk->nour());
}

void tst_Rules::R_GATE_cancelOfStandingMeetingPasses()
{
    openDefault(false);
    MeetingMail mail = from(QStringLiteral("sofia@partner.example"));
    QCOMPARE(m_desk->send(mail).first().verdict, std::optional(Verdict::Accepted));
    m_desk->set(QStringLiteral("reserve.default-user-email"), QString());

    mail.sequence = 1;
    mail.range.end = at("2026-11-20T17:00:00Z");
    QCOMPARE(m_desk->send(mail).first().verdict, std::optional(Verdict::Accepted));
    mail.method = ItipMethod::Cancel;
    mail.sequence = 2;
    QCOMPARE(m_desk->send(mail).first().verdict, std::optional(Verdict::Cancelled));

    // It stands no more: nothing passes for it now.
    mail.method = ItipMethod::Request;
    mail.sequence = 3;
    QCOMPARE(m_desk->send(mail).first().verdict, std::optional(Verdict::Rejected));
}

void tst_Rules::R_GATE_retiredRequesterIsUnknown()
{
    Person retired;
    retired.controlNumber = ControlNumber::fromNumber(5);
    retired.email = QStringLiteral("old@mycompany.com");
    retired.status = PersonStatus::Retired;
    m_desk->addPerson(retired);
    QCOMPARE(m_desk->send(from(retired.email)).first().verdict, std::optional(Verdict::Rejected));
}

void tst_Rules::R_MATCH_forgedOrganizerIsHeldUntilReleased()
{
    QByteArray raw = composeMeeting(m_desk->meeting()).bytes;
    const qsizetype from = raw.indexOf("From: ");
    raw.replace(from, raw.indexOf("\r\n", from) - from, "From: mallory@elsewhere.example");
    const Trace held
        = m_desk->send(raw, QStringLiteral("mallory@elsewhere.example"), {QStringLiteral("CR1@reserve.mycompany.com")})
              .first();
    QCOMPARE(held.verdict, std::optional(Verdict::Held));
    QCOMPARE(held.state, TraceState::Held);
    QCOMPARE(held.reason.code, QByteArrayLiteral("match.sender-not-organizer"));
    QVERIFY(m_desk->reservations().isEmpty());
    QVERIFY(m_desk->outbox().isEmpty());

    QCOMPARE(m_desk->decide(held.id).verdict, std::optional(Verdict::Held));
    QCOMPARE(m_desk->decide(held.id, true).verdict, std::optional(Verdict::Accepted));
    QCOMPARE(m_desk->reservations().size(), 1);
}

void tst_Rules::R_MATCH_sentByMaySpeak()
{
    MeetingMail mail = m_desk->meeting();
    mail.sentBy = QStringLiteral("assistant@mycompany.com");
    QCOMPARE(m_desk->send(mail).first().verdict, std::optional(Verdict::Accepted));
}

void tst_Rules::R_MATCH_ignoresCase()
{
    QCOMPARE(m_desk->send(from(QStringLiteral("Nour.Abbas@MyCompany.com"))).first().verdict,
             std::optional(Verdict::Accepted));
    QCOMPARE(m_desk->reservations().first().personId, m_desk->nour());
}

void tst_Rules::R_RETIRED_neverMatches()
{
    openDefault(false);
    m_desk->store().write([](WriteUnit& unit) -> Result<PersonId> {
        Person desk = unit.people().findByControlNumber(ControlNumber::fromNumber(100002)).value().value();
        desk.status = PersonStatus::Retired;
        return unit.people().save(desk, QStringLiteral("test"));
    });
    const Trace trace = m_desk->send(from(QStringLiteral("sofia@partner.example"))).first();
    QCOMPARE(trace.verdict, std::optional(Verdict::Rejected));
    QCOMPARE(trace.reason.code, QByteArrayLiteral("gate.default-user-unknown"));
}

void tst_Rules::R_LOWEST_ID_wins()
{
    Person twin;
    twin.controlNumber = ControlNumber::fromText(QStringLiteral("99874")).value();
    twin.email = QStringLiteral("Nour.Abbas@mycompany.com");
    const PersonId twinId = m_desk->addPerson(twin);
    m_desk->send(m_desk->meeting());
    QCOMPARE(m_desk->reservations().first().personId, twinId);
}

void tst_Rules::R_EXTERNAL_isCreatedOnceAndGetsTheReservation()
{
    openDefault(true);
    MeetingMail first = from(QStringLiteral("sofia@partner.example"));
    MeetingMail second = first;
    second.uid = QStringLiteral("another");
    second.rooms = {{QStringLiteral("CR2@reserve.mycompany.com"), {}}};
    // Both pass the gate before either is decided.
    const ComposedMail a = composeMeeting(first);
    const ComposedMail b = composeMeeting(second);
    const IntakeOutcome takenA = m_desk->take(a.bytes, a.from, {QStringLiteral("CR1@reserve.mycompany.com")});
    const IntakeOutcome takenB = m_desk->take(b.bytes, b.from, {QStringLiteral("CR2@reserve.mycompany.com")});
    QCOMPARE(m_desk->decide(takenA.traces.first()).verdict, std::optional(Verdict::Accepted));
    QCOMPARE(m_desk->decide(takenB.traces.first()).verdict, std::optional(Verdict::Accepted));

    const QList<Person> contacts = m_desk->store().read(
        [](const ReadUnit& unit) { return unit.people().withEmail(QStringLiteral("sofia@partner.example")); });
    QCOMPARE(contacts.size(), 1);
    QCOMPARE(contacts.first().kind, PersonKind::ExternalContact);
    QCOMPARE(contacts.first().firstName, QStringLiteral("sofia@partner.example"));
    QCOMPARE(contacts.first().lastName, QStringLiteral("sofia@partner.example"));
    QCOMPARE(contacts.first().controlNumber.number(), firstExternalContactNumber);
    for (const Reservation& reservation : m_desk->reservations())
        QCOMPARE(reservation.personId, contacts.first().id);
}

void tst_Rules::R_DEFAULT_getsTheReservation()
{
    openDefault(false);
    const Trace trace = m_desk->send(from(QStringLiteral("sofia@partner.example"))).first();
    QCOMPARE(trace.verdict, std::optional(Verdict::Accepted));
    QCOMPARE(trace.gate.match, GateMatch::DefaultUser);
    const Reservation reservation = m_desk->reservations().first();
    QCOMPARE(reservation.requesterEmail, QStringLiteral("sofia@partner.example"));
    const auto person
        = m_desk->store().read([&](const ReadUnit& unit) { return unit.people().find(reservation.personId); });
    QCOMPARE(person->email, QStringLiteral("frontdesk@mycompany.com"));
    // R-CONFIRM: also when the default user is the match, the requester is told.
    QCOMPARE(m_desk->outbox().last().recipient, QStringLiteral("sofia@partner.example"));
}

void tst_Rules::R_MAILBOX_CASE_heldThenDecidedAfterSpelling()
{
    MeetingMail mail = m_desk->meeting();
    mail.rooms = {{QStringLiteral("CR1@reserve.MyCompany.com"), {}}};
    const Trace held = m_desk->send(mail).first();
    QCOMPARE(held.verdict, std::optional(Verdict::Held));
    QCOMPARE(held.reason.code, QByteArrayLiteral("rcpt.differs-in-case"));
    QVERIFY(m_desk->reservations().isEmpty());
    QVERIFY(m_desk->outbox().isEmpty());

    m_desk->edit(m_desk->cr1(), [](Space& space) { space.mailbox = QStringLiteral("CR1@reserve.MyCompany.com"); });
    QCOMPARE(m_desk->decide(held.id, true).verdict, std::optional(Verdict::Accepted));
    QCOMPARE(m_desk->reservations().size(), 1);
    mail.uid = QStringLiteral("later");
    mail.range = {at("2026-11-23T15:00:00Z"), at("2026-11-23T16:30:00Z")};
    QCOMPARE(m_desk->send(mail).first().verdict, std::optional(Verdict::Accepted));
}

void tst_Rules::R_CALENDAR_acceptedRequestStandsInThePersonsCalendar()
{
    const Trace trace = m_desk->send(m_desk->meeting()).first();
    const QList<Reservation> calendar = m_desk->store().read([this](const ReadUnit& unit) {
        ReservationFilter filter;
        filter.personId = m_desk->nour();
        return unit.reservations().list(filter, 10);
    });
    QCOMPARE(calendar.size(), 1);
    QCOMPARE(calendar.first().id, trace.reservationId);
    QCOMPARE(calendar.first().spaceId, m_desk->cr1());
    QCOMPARE(calendar.first().time.start, at("2026-11-20T15:00:00Z"));
    QCOMPARE(calendar.first().subject, QStringLiteral("Safety training"));
    QCOMPARE(calendar.first().exchangeState, ExchangeState::Queued);
}

void tst_Rules::R_SUBDOMAIN_eachRecipientIsDecidedByItself()
{
    MeetingMail blocker = m_desk->meeting();
    blocker.uid = QStringLiteral("blocker");
    blocker.rooms = {{QStringLiteral("CR2@reserve.mycompany.com"), {}}};
    m_desk->send(blocker);
    MeetingMail both = m_desk->meeting();
    both.rooms.append({QStringLiteral("CR2@reserve.mycompany.com"), {}});
    const QList<Trace> traces = m_desk->send(both);
    QCOMPARE(traces.size(), 2);
    QCOMPARE(traces[0].verdict, std::optional(Verdict::Accepted));
    QCOMPARE(traces[1].verdict, std::optional(Verdict::Declined));
}

void tst_Rules::R_NO_DOUBLE_secondIsDeclinedWithAlternatives()
{
    m_desk->send(m_desk->meeting());
    MeetingMail second = m_desk->meeting();
    second.uid = QStringLiteral("second");
    second.range.start = at("2026-11-20T16:00:00Z");
    const Trace trace = m_desk->send(second).first();
    QCOMPARE(trace.verdict, std::optional(Verdict::Declined));
    QCOMPARE(trace.reason.code, QByteArrayLiteral("decision.conflict"));

    const Announcement answer = m_desk->announced(m_desk->outbox().last());
    QCOMPARE(answer.status, ReservationStatus::Declined);
    QVERIFY(!answer.alternatives.isEmpty());
    QCOMPARE(answer.alternatives.last().spaceId, m_desk->cr2());
    QCOMPARE(answer.alternatives.last().time, second.range);
    for (const Alternative& alternative : answer.alternatives) {
        if (alternative.spaceId == m_desk->cr1())
            QVERIFY(!alternative.time.overlaps({at("2026-11-20T15:00:00Z"), at("2026-11-20T16:30:00Z")}));
    }
}

void tst_Rules::R_NO_DOUBLE_touchingIsNotOverlapping()
{
    m_desk->send(m_desk->meeting());
    MeetingMail next = m_desk->meeting();
    next.uid = QStringLiteral("next");
    next.range = {at("2026-11-20T16:30:00Z"), at("2026-11-20T17:00:00Z")};
    QCOMPARE(m_desk->send(next).first().verdict, std::optional(Verdict::Accepted));
}

void tst_Rules::R_NO_DOUBLE_setUpAndClearUpCount()
{
    m_desk->edit(m_desk->cr1(), [](Space& space) { space.clearupMinutes = 15; });
    m_desk->send(m_desk->meeting());
    MeetingMail next = m_desk->meeting();
    next.uid = QStringLiteral("next");
    next.range = {at("2026-11-20T16:40:00Z"), at("2026-11-20T17:00:00Z")};
    QCOMPARE(m_desk->send(next).first().verdict, std::optional(Verdict::Declined));
    next.uid = QStringLiteral("later");
    next.range = {at("2026-11-20T16:45:00Z"), at("2026-11-20T17:00:00Z")};
    QCOMPARE(m_desk->send(next).first().verdict, std::optional(Verdict::Accepted));
}

void tst_Rules::R_MEETING_otherOrganizerSameUid()
{
    m_desk->send(m_desk->meeting());
    Person other;
    other.controlNumber = ControlNumber::fromNumber(7);
    other.email = QStringLiteral("jonas.holm@mycompany.com");
    m_desk->addPerson(other);
    MeetingMail cancel = from(other.email);
    cancel.method = ItipMethod::Cancel;
    cancel.sequence = 9;
    m_desk->send(cancel);
    MeetingMail move = from(other.email);
    move.sequence = 10;
    QCOMPARE(m_desk->send(move).first().verdict, std::optional(Verdict::Declined));
    const QList<Reservation> rows = m_desk->reservations();
    const auto first = std::find_if(rows.begin(), rows.end(), [](const Reservation& row) {
        return sameAddress(row.organizer, QStringLiteral("nour.abbas@mycompany.com"));
    });
    QVERIFY(first != rows.end());
    QCOMPARE(first->status, ReservationStatus::Accepted);
}

void tst_Rules::R_MEETING_exchangesUidInEitherCaseIsOneMeeting()
{
    MeetingMail mail = m_desk->meeting();
    mail.uid = QStringLiteral("040000008200E00074C5B7101A82E00800000000B0A1C2D3E4F5DB01000000000000000010000000AB");
    m_desk->send(mail);
    mail.uid = mail.uid.toLower();
    mail.sequence = 1;
    mail.range.end += Minutes(30); // into its own earlier booking
    QCOMPARE(m_desk->send(mail).first().reason.code, QByteArrayLiteral("decision.moved"));
    mail.sequence = 2;
    mail.method = ItipMethod::Cancel;
    QCOMPARE(m_desk->send(mail).first().verdict, std::optional(Verdict::Cancelled));
    QCOMPARE(m_desk->reservations().size(), 1);
    QCOMPARE(m_desk->reservations().first().status, ReservationStatus::Cancelled);
}

void tst_Rules::R_MEETING_requestOfACancelledEventFreesTheSlot()
{
    MeetingMail mail = m_desk->meeting();
    m_desk->send(mail);
    const QByteArray organizer = mail.organizer.address.toUtf8();
    const QByteArray room = mail.rooms.first().address.toUtf8();
    const QByteArray raw = "From: " + organizer + "\r\nTo: " + room
        + "\r\nContent-Type: text/calendar; method=REQUEST\r\n\r\n"
        + "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nMETHOD:REQUEST\r\nBEGIN:VEVENT\r\nUID:" + mail.uid.toUtf8()
        + "\r\nSEQUENCE:1\r\nSTATUS:CANCELLED\r\nORGANIZER:mailto:" + organizer + "\r\nATTENDEE:mailto:" + room
        + "\r\nDTSTAMP:20261120T090000Z\r\nDTSTART:"
        + toDateTime(mail.range.start).toString(QStringLiteral("yyyyMMdd'T'HHmmss'Z'")).toLatin1()
        + "\r\nDURATION:PT1H\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n";
    const QList<Trace> traces = m_desk->send(raw, mail.organizer.address, {mail.rooms.first().address});
    QCOMPARE(traces.first().verdict, std::optional(Verdict::Cancelled));
    QCOMPARE(m_desk->reservations().first().status, ReservationStatus::Cancelled);
}

void tst_Rules::R_MEETING_moveFreesTheOldSlot()
{
    MeetingMail mail = m_desk->meeting();
    const TimeRange old = mail.range;
    m_desk->send(mail);
    mail.sequence = 1;
    mail.range = {at("2026-11-23T09:00:00Z"), at("2026-11-23T10:00:00Z")};
    QCOMPARE(m_desk->send(mail).first().reason.code, QByteArrayLiteral("decision.moved"));
    QCOMPARE(m_desk->reservations().size(), 1);
    MeetingMail other = m_desk->meeting();
    other.uid = QStringLiteral("other");
    other.range = old;
    QCOMPARE(m_desk->send(other).first().verdict, std::optional(Verdict::Accepted));
}

void tst_Rules::R_MEETING_declinedMoveFreesTheOldSlotToo()
{
    MeetingMail blocker = m_desk->meeting();
    blocker.uid = QStringLiteral("blocker");
    blocker.range = {at("2026-11-23T09:00:00Z"), at("2026-11-23T10:00:00Z")};
    m_desk->send(blocker);
    MeetingMail mail = m_desk->meeting();
    const TimeRange old = mail.range;
    m_desk->send(mail);
    mail.sequence = 1;
    mail.range = blocker.range;
    QCOMPARE(m_desk->send(mail).first().verdict, std::optional(Verdict::Declined));
    QVERIFY(m_desk->announced(m_desk->outbox().last()).freedOldSlot);
    MeetingMail other = m_desk->meeting();
    other.uid = QStringLiteral("other");
    other.range = old;
    QCOMPARE(m_desk->send(other).first().verdict, std::optional(Verdict::Accepted));
}

void tst_Rules::R_MEETING_ownBookingIsNoConflict()
{
    MeetingMail mail = m_desk->meeting();
    m_desk->send(mail);
    mail.sequence = 1;
    mail.range.start += Minutes(30);
    mail.range.end += Minutes(30);
    QCOMPARE(m_desk->send(mail).first().verdict, std::optional(Verdict::Accepted));
}

// Four versions of one meeting, in each of the 24 orders: the same end.
void tst_Rules::R_MEETING_anyOrderEndsTheSame()
{
    MeetingMail request = m_desk->meeting();
    MeetingMail moved = request;
    moved.sequence = 1;
    moved.range = {at("2026-11-23T09:00:00Z"), at("2026-11-23T10:00:00Z")};
    MeetingMail renamed = moved;
    renamed.identity.date = at("2026-11-17T11:00:00Z");
    renamed.subject = QStringLiteral("Another title");
    MeetingMail cancelled = moved;
    cancelled.method = ItipMethod::Cancel;
    cancelled.sequence = 2;
    const QList<MeetingMail> messages{request, moved, renamed, cancelled};

    QList<int> order{0, 1, 2, 3};
    do {
        for (const bool withCancel : {false, true}) {
            RequestDesk desk;
            for (const int index : order) {
                if (index != 3 || withCancel)
                    desk.send(messages.at(index));
            }
            const QList<Reservation> rows = desk.reservations();
            QCOMPARE(rows.size(), 1);
            QCOMPARE(rows.first().status, withCancel ? ReservationStatus::Cancelled : ReservationStatus::Accepted);
            if (!withCancel) {
                QCOMPARE(rows.first().time, renamed.range);
                QCOMPARE(rows.first().subject, renamed.subject);
            }
        }
    } while (std::next_permutation(order.begin(), order.end()));
}

void tst_Rules::R_MEETING_cancelFreesTheSlot()
{
    MeetingMail mail = m_desk->meeting();
    m_desk->send(mail);
    const qsizetype told = m_desk->outbox().size();
    mail.method = ItipMethod::Cancel;
    mail.sequence = 1;
    const Trace trace = m_desk->send(mail).first();
    QCOMPARE(trace.verdict, std::optional(Verdict::Cancelled));
    QCOMPARE(m_desk->outbox().size(), told);
    MeetingMail other = m_desk->meeting();
    other.uid = QStringLiteral("other");
    QCOMPARE(m_desk->send(other).first().verdict, std::optional(Verdict::Accepted));
}

void tst_Rules::R_MEETING_cancelClaimsNothingOfExchange_data()
{
    QTest::addColumn<ExchangeState>("before");
    QTest::addColumn<ExchangeState>("after");
    QTest::newRow("only here") << ExchangeState::OnlyHere << ExchangeState::OnlyHere;
    QTest::newRow("not told yet") << ExchangeState::Queued << ExchangeState::OnlyHere;
    QTest::newRow("could not be told") << ExchangeState::Failed << ExchangeState::OnlyHere;
    QTest::newRow("told") << ExchangeState::InExchange << ExchangeState::InExchange;
    QTest::newRow("told by mail") << ExchangeState::AnsweredByMail << ExchangeState::AnsweredByMail;
}

void tst_Rules::R_MEETING_cancelClaimsNothingOfExchange()
{
    QFETCH(const ExchangeState, before);
    MeetingMail mail = m_desk->meeting();
    m_desk->send(mail);
    const ReservationId id = m_desk->reservations().first().id;
    m_desk->store().write(
        [id, before](WriteUnit& unit) { return unit.reservations().setExchangeState(id, before, {}); });
    mail.method = ItipMethod::Cancel;
    mail.sequence = 1;
    m_desk->send(mail);
    QCOMPARE(m_desk->reservations().first().status, ReservationStatus::Cancelled);
    QTEST(m_desk->reservations().first().exchangeState, "after");
}

void tst_Rules::R_ANSWER_oneAnswerPerDecision()
{
    const MeetingMail mail = m_desk->meeting();
    m_desk->send(mail);
    const auto answers = [this] {
        const QList<OutboxEntry> entries = m_desk->outbox();
        return std::count_if(entries.begin(), entries.end(),
                             [](const OutboxEntry& entry) { return entry.kind == OutboxKind::Answer; });
    };
    QCOMPARE(answers(), 1);
    // The same bytes again (a lost 250), and the same trace decided again: nothing more is said.
    const Trace repeat = m_desk->send(mail).first();
    QCOMPARE(repeat.verdict, std::optional(Verdict::Ignored));
    QCOMPARE(repeat.reason.code, QByteArrayLiteral("decision.repeat"));
    m_desk->decide(repeat.id);
    QCOMPARE(answers(), 1);
    QCOMPARE(m_desk->reservations().size(), 1);
}

void tst_Rules::R_ANSWER_asInItsAttendeeLine()
{
    MeetingMail mail = m_desk->meeting();
    mail.rooms = {{QStringLiteral("cr1@reserve.mycompany.com"), QStringLiteral("Room, \"One\"")}};
    m_desk->set(QStringLiteral("reserve.ignore-mailbox-case"), QStringLiteral("true"));
    m_desk->send(mail);
    const Announcement answer = m_desk->announced(m_desk->outbox().first());
    QCOMPARE(answer.roomAddress, QStringLiteral("cr1@reserve.mycompany.com"));
    QVERIFY(answer.attendeeLine.contains("cr1@reserve.mycompany.com"));
    QVERIFY(answer.organizerLine.contains("nour.abbas@mycompany.com"));
    QCOMPARE(answer.uid, mail.uid);
    QCOMPARE(m_desk->outbox().first().recipient, QStringLiteral("nour.abbas@mycompany.com"));
}

void tst_Rules::R_CONFIRM_acceptedHasConfirmationWithCopy()
{
    MeetingMail mail = m_desk->meeting();
    mail.sentBy = QStringLiteral("assistant@mycompany.com");
    m_desk->send(mail);
    const QList<OutboxEntry> entries = m_desk->outbox();
    QCOMPARE(entries.size(), 2);
    QCOMPARE(entries[0].kind, OutboxKind::Answer);
    QCOMPARE(entries[1].kind, OutboxKind::Confirmation);
    QCOMPARE(entries[1].recipient, QStringLiteral("nour.abbas@mycompany.com,assistant@mycompany.com"));
    QCOMPARE(entries[0].lane, entries[1].lane);
    QVERIFY(entries[0].messageId != entries[1].messageId);
}

void tst_Rules::R_CONFIRM_declinedHasOneAnswerOnly()
{
    m_desk->edit(m_desk->cr1(), [](Space& space) { space.bookable = false; });
    QCOMPARE(m_desk->send(m_desk->meeting()).first().reason.code, QByteArrayLiteral("decision.not-bookable"));
    QCOMPARE(m_desk->outbox().size(), 1);
    QCOMPARE(m_desk->outbox().first().kind, OutboxKind::Answer);
    QCOMPARE(m_desk->reservations().first().status, ReservationStatus::Declined);
}

void tst_Rules::R_CONFIRM_externalsSeeNoNames()
{
    openDefault(true);
    m_desk->send(m_desk->meeting());
    MeetingMail outside = from(QStringLiteral("sofia@partner.example"));
    outside.uid = QStringLiteral("outside");
    const Trace trace = m_desk->send(outside).first();
    QCOMPARE(trace.verdict, std::optional(Verdict::Declined));
    // The managers' trace names who holds it, the answer to the outsider does not.
    QCOMPARE(trace.reason.arguments.value(QStringLiteral("holder")), QStringLiteral("nour.abbas@mycompany.com"));
    const OutboxEntry answer = m_desk->outbox().last();
    QVERIFY(!answer.payload.contains("nour"));
}

void tst_Rules::R_QUIET_noMeetingIsKeptAndNotAnswered_data()
{
    QTest::addColumn<QByteArray>("headers");
    QTest::addColumn<QString>("sender");
    QTest::addColumn<MessageKind>("kind");
    QTest::newRow("plain mail") << QByteArray() << QStringLiteral("nour.abbas@mycompany.com") << MessageKind::Plain;
    QTest::newRow("auto-reply") << QByteArray("Auto-Submitted: auto-replied\r\n")
                                << QStringLiteral("nour.abbas@mycompany.com") << MessageKind::AutoReply;
    QTest::newRow("our own") << QByteArray("X-Reserve-Console: 1\r\n") << QStringLiteral("nour.abbas@mycompany.com")
                             << MessageKind::OwnMail;
    QTest::newRow("receipt") << QByteArray("MIME-Version: 1.0\r\nContent-Type: multipart/report; "
                                           "report-type=disposition-notification; boundary=b\r\n")
                             << QString() << MessageKind::Receipt;
}

void tst_Rules::R_QUIET_noMeetingIsKeptAndNotAnswered()
{
    QFETCH(QByteArray, headers);
    QFETCH(QString, sender);
    QFETCH(MessageKind, kind);
    const QByteArray raw = "From: nour.abbas@mycompany.com\r\nSubject: Hello\r\n" + headers
        + "\r\n--b\r\nContent-Type: text/plain\r\n\r\nx\r\n--b\r\nContent-Type: "
          "message/disposition-notification\r\n\r\nDisposition: automatic-action/MDN-sent-automatically; "
          "displayed\r\n\r\n--b--\r\n";
    const Trace trace = m_desk->send(raw, sender, {QStringLiteral("CR1@reserve.mycompany.com")}).first();
    QCOMPARE(trace.kind, kind);
    QCOMPARE(trace.verdict, std::optional(Verdict::Ignored));
    QVERIFY(trace.inboxId);
    QVERIFY(m_desk->outbox().isEmpty());
    QVERIFY(m_desk->reservations().isEmpty());
}

void tst_Rules::R_QUIET_ordinaryMailIsDoneInTheCommitThatTookIt()
{
    const QByteArray head = "From: nour.abbas@mycompany.com\r\nSubject: Hello\r\n";
    const QStringList room{QStringLiteral("CR1@reserve.mycompany.com")};
    const QString nour = QStringLiteral("nour.abbas@mycompany.com");
    const auto traceOf = [this](const IntakeOutcome& outcome) {
        const TraceId id = outcome.traces.value(0);
        return m_desk->store().read([id](const ReadUnit& unit) { return unit.traces().find(id); }).value();
    };
    const IntakeOutcome plain = m_desk->take(head + "\r\nThe projector is broken.\r\n", nour, room);
    QVERIFY(plain.waiting.isEmpty());
    const Trace done = traceOf(plain);
    QCOMPARE(done.state, TraceState::Done);
    QCOMPARE(done.verdict, std::optional(Verdict::Ignored));
    QCOMPARE(done.steps.last().rule, QByteArray("R-QUIET"));
    QVERIFY(done.decidedAt == m_desk->clock().now());
    // A reply may be an approver's word, and is decided.
    const IntakeOutcome reply = m_desk->take(head + "In-Reply-To: <a@b>\r\n\r\nYes.\r\n", nour, room);
    QCOMPARE(reply.waiting, reply.traces);
    QCOMPARE(traceOf(reply).state, TraceState::Waiting);
}

void tst_Rules::R_QUIET_neverSilencesARequest()
{
    QByteArray raw = composeMeeting(m_desk->meeting()).bytes;
    raw.prepend("X-Auto-Response-Suppress: DR, RN, NRN, OOF, AutoReply\r\nPrecedence: bulk\r\n");
    QCOMPARE(m_desk->send(raw, QString(), {QStringLiteral("CR1@reserve.mycompany.com")}).first().verdict,
             std::optional(Verdict::Accepted));
    QCOMPARE(m_desk->outbox().size(), 2);
}

void tst_Rules::R_CONFIRM_bounceMarksItsOutboxRow()
{
    m_desk->send(m_desk->meeting());
    const OutboxEntry confirmation = m_desk->outbox().last();
    const QByteArray bounce = "From: MAILER-DAEMON@mycompany.com\r\nTo: CR1@reserve.mycompany.com\r\n"
                              "Subject: Undelivered\r\nMIME-Version: 1.0\r\nContent-Type: multipart/report; "
                              "report-type=delivery-status; boundary=b\r\n\r\n--b\r\nContent-Type: text/plain\r\n\r\n"
                              "Sorry\r\n--b\r\nContent-Type: message/delivery-status\r\n\r\nReporting-MTA: dns; "
                              "mail.mycompany.com\r\n\r\nFinal-Recipient: rfc822; nour.abbas@mycompany.com\r\n"
                              "Action: failed\r\nStatus: 5.1.1\r\nDiagnostic-Code: smtp; 550 5.1.1 no such user\r\n\r\n"
                              "--b\r\nContent-Type: text/rfc822-headers\r\n\r\nMessage-ID: <"
        + confirmation.messageId.toUtf8() + ">\r\nSubject: x\r\n\r\n--b--\r\n";
    const Trace trace = m_desk->send(bounce, QString(), {QStringLiteral("CR1@reserve.mycompany.com")}).first();
    QCOMPARE(trace.kind, MessageKind::Bounce);
    QCOMPARE(trace.verdict, std::optional(Verdict::Ignored));
    const OutboxEntry marked = m_desk->outbox().last();
    QCOMPARE(marked.state, OutboxState::Bounced);
    QVERIFY(marked.remoteText.contains(QStringLiteral("no such user")));
    QCOMPARE(m_desk->outbox().first().state, OutboxState::Waiting);
    QCOMPARE(m_desk->outbox().size(), 2);
}

void tst_Rules::R_TIMEZONE_allDayMeansTheSpacesZone()
{
    m_desk->edit(m_desk->cr1(), [](Space& space) { space.timeZone = "America/New_York"; });
    MeetingMail mail = m_desk->meeting();
    mail.allDayFrom = QDate(2026, 11, 20);
    mail.allDayTo = QDate(2026, 11, 21);
    QCOMPARE(m_desk->send(mail).first().verdict, std::optional(Verdict::Accepted));
    const Reservation row = m_desk->reservations().first();
    QVERIFY(row.allDay);
    QCOMPARE(row.time, (TimeRange{at("2026-11-20T05:00:00Z"), at("2026-11-21T05:00:00Z")}));
}

void tst_Rules::R_TIMEZONE_floatingWithoutAnyZoneIsHeld()
{
    m_desk->set(QStringLiteral("reserve.time-zone"), QString());
    MeetingMail mail = m_desk->meeting();
    mail.allDayFrom = QDate(2026, 11, 20);
    mail.allDayTo = QDate(2026, 11, 21);
    const Trace held = m_desk->send(mail).first();
    QCOMPARE(held.verdict, std::optional(Verdict::Held));
    QCOMPARE(held.reason.code, QByteArrayLiteral("decision.space-zone-missing"));
    m_desk->set(QStringLiteral("reserve.time-zone"), QStringLiteral("Europe/Berlin"));
    QCOMPARE(m_desk->decide(held.id, true).verdict, std::optional(Verdict::Accepted));
}

void tst_Rules::unreadableIsHeldForAPerson()
{
    const QByteArray raw = "From: nour.abbas@mycompany.com\r\nSubject: x\r\nMIME-Version: 1.0\r\nContent-Type: "
                           "application/ms-tnef; name=winmail.dat\r\nContent-Transfer-Encoding: base64\r\n\r\nAAAA\r\n";
    const QStringList room{QStringLiteral("CR1@reserve.mycompany.com")};
    const Trace held = m_desk->send(raw, QStringLiteral("nour.abbas@mycompany.com"), room).first();
    QCOMPARE(held.kind, MessageKind::Unreadable);
    QCOMPARE(held.verdict, std::optional(Verdict::Held));
    // Released by a person: seen, and put aside.
    QCOMPARE(m_desk->decide(held.id, true).verdict, std::optional(Verdict::Ignored));
    QVERIFY(m_desk->outbox().isEmpty());
}

void tst_Rules::postmasterIsKeptAndNeverBooked()
{
    const QByteArray raw = composeMeeting(from(QStringLiteral("stranger@elsewhere.example"))).bytes;
    const Trace trace
        = m_desk->send(raw, QStringLiteral("stranger@elsewhere.example"), {QStringLiteral("postmaster")}).first();
    QCOMPARE(trace.verdict, std::optional(Verdict::Ignored));
    QVERIFY(trace.inboxId);
    QVERIFY(m_desk->reservations().isEmpty());
    QVERIFY(m_desk->outbox().isEmpty());
}

void tst_Rules::everyTraceTellsItsSteps()
{
    const Trace trace = m_desk->send(m_desk->meeting()).first();
    QList<QByteArray> rules;
    for (const TraceStep& step : trace.steps) {
        QVERIFY(!step.reason.isEmpty());
        rules.append(step.rule);
    }
    QCOMPARE(rules,
             (QList<QByteArray>{"R-SUBDOMAIN", "R-GATE", "R-250", "R-NO-DOUBLE", "R-MATCH", "R-ANSWER", "R-CONFIRM"}));
}

QTEST_GUILESS_MAIN(tst_Rules)
#include "tst_rules.moc"
