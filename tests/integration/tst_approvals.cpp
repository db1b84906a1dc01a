// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#include "models/agent/mailcomposer.h"
#include "models/reserving/approvalreply.h"
#include "tests/support/letter.h"
#include "tests/support/requestdesk.h"

#include <QTest>

#include <algorithm>

using namespace reserve;
using namespace reserve::test;

namespace {

const QString approver = QStringLiteral("maria.keller@mycompany.com");
const QString room = QStringLiteral("CR1@reserve.mycompany.com");
const ApproverWord yes{ApprovalAnswer::Approve, QStringLiteral("maria on desk-12 (console)"), {}};
const ApproverWord no{ApprovalAnswer::Decline, QStringLiteral("maria on desk-12 (console)"),
                      QStringLiteral("Painting")};
const ApproverWord perhaps{ApprovalAnswer::Tentative, QStringLiteral("maria on desk-12 (console)"), {}};

// A weekly meeting of four Fridays in CR1, from 20 November 2026 on.
QByteArray series(int sequence = 0, const QByteArray& method = "REQUEST")
{
    return "From: nour.abbas@mycompany.com\r\nTo: CR1@reserve.mycompany.com\r\nSubject: "
           "Training\r\nMessage-ID: <series-"
        + QByteArray::number(sequence) + method
        + "@mycompany.com>\r\nMIME-Version: 1.0\r\nContent-Type: text/calendar; charset=utf-8; method=" + method
        + "\r\n\r\nBEGIN:VCALENDAR\r\nMETHOD:" + method
        + "\r\nVERSION:2.0\r\nPRODID:-//test//EN\r\nBEGIN:VEVENT\r\nUID:series-1\r\nSEQUENCE:"
        + QByteArray::number(sequence)
        + "\r\nDTSTAMP:20261117T100000Z\r\nORGANIZER:mailto:nour.abbas@mycompany.com\r\n"
          "ATTENDEE;RSVP=TRUE:mailto:CR1@reserve.mycompany.com\r\nSUMMARY:Training\r\n"
          "DTSTART;TZID=Europe/Berlin:20261120T160000\r\nDTEND;TZID=Europe/Berlin:20261120T170000\r\n"
          "RRULE:FREQ=WEEKLY;COUNT=4\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n";
}

} // namespace

// Booking policies from a message to what is reserved and told, and requests that wait for an approver.
class TestApprovals final : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<RequestDesk> m_desk;

    PolicyScope cr1() const { return PolicyScope::ofSpace(m_desk->cr1()); }

    // CR1 approves whatever lasts longer than an hour: the meeting of the desk does.
    void askAboveAnHour()
    {
        m_desk->setPolicy(cr1(), "MaximumDurationInMinutes", "60");
        m_desk->setPolicy(cr1(), "AllRequestOutOfPolicy", "true");
        m_desk->setPolicy(cr1(), "ResourceDelegates", "maria.keller@mycompany.com");
    }
    void askAboutEverything()
    {
        m_desk->setPolicy(cr1(), "AllBookInPolicy", "false");
        m_desk->setPolicy(cr1(), "AllRequestInPolicy", "true");
    }
    QList<Trace> sendSeries(const QByteArray& mail)
    {
        return m_desk->send(mail, QStringLiteral("nour.abbas@mycompany.com"), {room});
    }
    QList<OutboxEntry> mails(OutboxKind kind)
    {
        QList<OutboxEntry> entries = m_desk->outbox();
        entries.removeIf([kind](const OutboxEntry& entry) { return entry.kind != kind; });
        return entries;
    }
    Trace traceOf(TraceId id)
    {
        return m_desk->store().read([id](const ReadUnit& unit) { return unit.traces().find(id); }).value();
    }
    static bool has(const Trace& trace, const char* code)
    {
        return std::any_of(trace.steps.begin(), trace.steps.end(),
                           [code](const TraceStep& step) { return step.reason.code == code; });
    }
    QList<ReservationStatus> statuses()
    {
        QList<ReservationStatus> list;
        for (const Reservation& row : m_desk->reservations())
            list.append(row.status);
        return list;
    }

private Q_SLOTS:
    void init()
    {
        m_desk = std::make_unique<RequestDesk>();
        m_desk->addMaria();
    }

    void aPolicyDeclinesAndIsNamed()
    {
        m_desk->setPolicy(PolicyScope::ofBuilding(QString()), "MaximumDurationInMinutes", "60");
        const Trace trace = m_desk->send(m_desk->meeting()).first();
        QCOMPARE(trace.verdict, std::optional(Verdict::Declined));
        QCOMPARE(trace.reason.code, QByteArray("decision.policy-too-long"));
        QVERIFY(std::any_of(trace.steps.begin(), trace.steps.end(),
                            [](const TraceStep& step) { return step.rule == "R-POLICY"; }));
        QCOMPARE(mails(OutboxKind::Answer).size(), 1);
        // The other times and rooms of that building would be as wrong: none is offered.
        QVERIFY(m_desk->announced(mails(OutboxKind::Answer).first()).alternatives.isEmpty());
    }

    void aSpacesOverrideGoesBeforeItsBuilding()
    {
        m_desk->setPolicy(PolicyScope::ofBuilding(QString()), "MaximumDurationInMinutes", "60");
        m_desk->setPolicy(cr1(), "MaximumDurationInMinutes", "90");
        QCOMPARE(m_desk->send(m_desk->meeting()).first().verdict, std::optional(Verdict::Accepted));
    }

    void allowConflictsSharesTheSpace()
    {
        m_desk->setPolicy(cr1(), "AllowConflicts", "true");
        MeetingMail other = m_desk->meeting();
        other.uid = QStringLiteral("other");
        QCOMPARE(m_desk->send(m_desk->meeting()).first().verdict, std::optional(Verdict::Accepted));
        QCOMPARE(m_desk->send(other).first().verdict, std::optional(Verdict::Accepted));
        for (const Reservation& row : m_desk->reservations())
            QVERIFY(!row.exclusive);
        m_desk->setPolicy(cr1(), "AllowConflicts", "false");
        other.uid = QStringLiteral("third");
        QCOMPARE(m_desk->send(other).first().reason.code, QByteArray("decision.conflict"));
    }

    // EnforceCapacity counts the organizer too, who invites nobody but the space.
    void capacityIsForTheOrganizerToo()
    {
        m_desk->edit(m_desk->cr1(), [](Space& space) { space.capacity = 2; });
        m_desk->setPolicy(cr1(), "EnforceCapacity", "true");
        Letter alone;
        alone.recurrence.clear();
        QCOMPARE(send(*m_desk, alone).first().verdict, std::optional(Verdict::Accepted));
        QCOMPARE(m_desk->reservations().first().seats, 1);
        Letter three = alone;
        three.uid = "three";
        three.start = "20261121T160000";
        three.end = "20261121T170000";
        three.recurrence = "ATTENDEE:mailto:a@mycompany.com\r\nATTENDEE:mailto:b@mycompany.com\r\n"
                           "ATTENDEE:mailto:Nour.Abbas@mycompany.com\r\n";
        const Trace refused = send(*m_desk, three).first();
        QCOMPARE(refused.reason.code, QByteArray("decision.policy-capacity"));
        QCOMPARE(refused.reason.arguments.value(QStringLiteral("seats")), QStringLiteral("3"));
    }

    // Where meetings may overlap they share the seats, single ones and the dates of a series alike.
    void capacityIsSharedByWhatOverlaps()
    {
        m_desk->edit(m_desk->cr1(), [](Space& space) { space.capacity = 2; });
        m_desk->setPolicy(cr1(), "EnforceCapacity", "true");
        m_desk->setPolicy(cr1(), "AllowConflicts", "true");
        const auto ask = [this](const char* uid, const char* start, const char* end, const char* recurrence = "") {
            Letter letter;
            letter.uid = uid;
            letter.start = start;
            letter.end = end;
            letter.recurrence = recurrence;
            return send(*m_desk, letter).first();
        };
        QCOMPARE(ask("one", "20261120T160000", "20261120T170000").verdict, std::optional(Verdict::Accepted));
        QCOMPARE(ask("two", "20261120T163000", "20261120T173000").verdict, std::optional(Verdict::Accepted));
        const Trace third = ask("three", "20261120T164500", "20261120T180000");
        QCOMPARE(third.reason.code, QByteArray("decision.policy-capacity"));
        QCOMPARE(third.reason.arguments.value(QStringLiteral("taken")), QStringLiteral("2"));
        QCOMPARE(ask("behind", "20261120T170000", "20261120T180000").verdict, std::optional(Verdict::Accepted));
        QCOMPARE(ask("series", "20261113T163000", "20261113T170000", "RRULE:FREQ=WEEKLY;COUNT=4\r\n").reason.code,
                 QByteArray("decision.policy-capacity"));
        QCOMPARE(ask("other", "20261121T163000", "20261121T170000", "RRULE:FREQ=WEEKLY;COUNT=4\r\n").verdict,
                 std::optional(Verdict::Accepted));
        // A repeat of what stands is not in its own way.
        QCOMPARE(ask("one", "20261120T160000", "20261120T170000").verdict, std::optional(Verdict::Ignored));
    }

    // External: neither an employee nor of a domain that the gate accepts.
    void externalContactsOfNoAcceptedDomain()
    {
        m_desk->set(QStringLiteral("reserve.default-user-email"), QStringLiteral("nour.abbas@mycompany.com"));
        m_desk->set(QStringLiteral("reserve.create-external-contact"), QStringLiteral("true"));
        m_desk->set(QStringLiteral("reserve.accepted-domains"), QStringLiteral("partner.example"));
        MeetingMail mail = m_desk->meeting();
        mail.organizer = {QStringLiteral("ann@partner.example"), QStringLiteral("Ann")};
        QCOMPARE(m_desk->send(mail).first().verdict, std::optional(Verdict::Accepted));
        // Ann is an external contact by now; her domain is not accepted any more.
        m_desk->set(QStringLiteral("reserve.accepted-domains"), QString());
        mail.uid = QStringLiteral("later");
        mail.range = {at("2026-11-24T15:00:00Z"), at("2026-11-24T16:00:00Z")};
        const Trace declined = m_desk->send(mail).first();
        QCOMPARE(declined.verdict, std::optional(Verdict::Declined));
        QCOMPARE(declined.reason.arguments.value(QStringLiteral("policy")),
                 QStringLiteral("ProcessExternalMeetingMessages"));
        m_desk->setPolicy(cr1(), "ProcessExternalMeetingMessages", "true");
        mail.uid = QStringLiteral("latest");
        QCOMPARE(m_desk->send(mail).first().verdict, std::optional(Verdict::Accepted));
    }

    void aWaitingRequestHoldsTheSlotAndTellsNobodyButTheApprovers()
    {
        askAboveAnHour();
        const Trace trace = m_desk->send(m_desk->meeting()).first();
        QCOMPARE(trace.state, TraceState::Done);
        QCOMPARE(trace.verdict, std::nullopt);
        QVERIFY(has(trace, "decision.policy-too-long"));
        QVERIFY(has(trace, "decision.pending"));
        QVERIFY(has(trace, "approval.asked"));
        QCOMPARE(statuses(), QList<ReservationStatus>{ReservationStatus::Pending});
        QCOMPARE(m_desk->outbox().size(), 1);
        QCOMPARE(m_desk->outbox().first().kind, OutboxKind::ApprovalRequest);
        QCOMPARE(m_desk->outbox().first().recipient, approver);
        const auto asked = approvalRequestFromJson(m_desk->outbox().first().payload);
        QVERIFY(asked);
        QCOMPARE(asked->token, m_desk->approvals().first().token);
        QCOMPARE(asked->replyTo, room);
        MeetingMail other = m_desk->meeting();
        other.uid = QStringLiteral("other");
        other.range.end = other.range.start + Minutes(30);
        QCOMPARE(m_desk->send(other).first().reason.code, QByteArray("decision.conflict"));
    }

    void nobodyToAskWaitsInTheQueueAlone()
    {
        askAboutEverything();
        const Trace trace = m_desk->send(m_desk->meeting()).first();
        QVERIFY(has(trace, "approval.nobody-to-ask"));
        QVERIFY(m_desk->outbox().isEmpty());
        QCOMPARE(m_desk->approvals().size(), 1);
        QVERIFY(m_desk->decideApproval(m_desk->approvals().first().id, yes));
        QCOMPARE(statuses(), QList<ReservationStatus>{ReservationStatus::Accepted});
    }

    // R-ANSWER, R-CONFIRM: one answer for each decision, a confirmation when it is a yes.
    void anApproverDecides_data()
    {
        QTest::addColumn<QList<ApprovalAnswer>>("words");
        QTest::addColumn<ReservationStatus>("status");
        QTest::addColumn<int>("answers");
        QTest::addColumn<int>("confirmations");
        using A = ApprovalAnswer;
        QTest::newRow("yes") << QList<A>{A::Approve} << ReservationStatus::Accepted << 1 << 1;
        QTest::newRow("no") << QList<A>{A::Decline} << ReservationStatus::Declined << 1 << 0;
        QTest::newRow("perhaps") << QList<A>{A::Tentative} << ReservationStatus::Tentative << 1 << 0;
        QTest::newRow("perhaps, then yes")
            << QList<A>{A::Tentative, A::Approve} << ReservationStatus::Accepted << 2 << 1;
        QTest::newRow("perhaps, then no")
            << QList<A>{A::Tentative, A::Decline} << ReservationStatus::Declined << 2 << 0;
    }

    void anApproverDecides()
    {
        QFETCH(QList<ApprovalAnswer>, words);
        QFETCH(ReservationStatus, status);
        QFETCH(int, answers);
        QFETCH(int, confirmations);
        askAboveAnHour();
        const Trace trace = m_desk->send(m_desk->meeting()).first();
        const ApprovalId id = m_desk->approvals().first().id;
        for (const ApprovalAnswer answer : words)
            QVERIFY(m_desk->decideApproval(id, {answer, yes.by, QStringLiteral("so be it")}));
        QCOMPARE(statuses(), QList<ReservationStatus>{status});
        QCOMPARE(mails(OutboxKind::Answer).size(), answers);
        QCOMPARE(mails(OutboxKind::Confirmation).size(), confirmations);
        const Announcement told = m_desk->announced(mails(OutboxKind::Answer).last());
        QCOMPARE(told.status, status);
        QVERIFY(!told.reason.arguments.contains(QStringLiteral("by"))); // not who of the approvers
        const bool isNo = status == ReservationStatus::Declined;
        QCOMPARE(traceOf(trace.id).verdict, std::optional(isNo ? Verdict::Declined : Verdict::Accepted));
        QCOMPARE(m_desk->reservations().first().exchangeState, ExchangeState::Queued);
        const bool isFinal = status != ReservationStatus::Tentative;
        QCOMPARE(m_desk->approvals().isEmpty(), isFinal);
        const auto again = m_desk->decideApproval(id, {words.last(), yes.by, {}});
        QVERIFY(!again);
        QCOMPARE(again.error().code(), QByteArray("approval.settled"));
        QCOMPARE(mails(OutboxKind::Answer).size(), answers);
    }

    void aDeclinedRequestIsOfferedOthers()
    {
        askAboutEverything();
        m_desk->send(m_desk->meeting());
        QVERIFY(m_desk->decideApproval(m_desk->approvals().first().id, no));
        const Announcement told = m_desk->announced(mails(OutboxKind::Answer).first());
        QCOMPARE(told.reason.code, QByteArray("approval.declined"));
        QCOMPARE(told.reason.arguments.value(QStringLiteral("why")), QStringLiteral("Painting"));
        QVERIFY(std::any_of(told.alternatives.begin(), told.alternatives.end(),
                            [](const Alternative& other) { return other.spaceName == QStringLiteral("CR2 Aurora"); }));
    }

    void decisionsAreAudited()
    {
        askAboutEverything();
        m_desk->send(m_desk->meeting());
        QVERIFY(m_desk->decideApproval(m_desk->approvals().first().id, no));
        const QList<AuditEntry> audit
            = m_desk->store().read([](const ReadUnit& unit) { return unit.audit().page({}, 1); });
        QCOMPARE(audit.first().subject, QByteArray("approval"));
        QCOMPARE(audit.first().actor, no.by);
        QCOMPARE(audit.first().before, QByteArray("{\"state\":\"open\"}"));
        QCOMPARE(audit.first().after, QByteArray("{\"state\":\"declined\",\"why\":\"Painting\"}"));
    }

    void aCancelledRequestNeedsNoDecision()
    {
        askAboveAnHour();
        const Trace asked = m_desk->send(m_desk->meeting()).first();
        const ApprovalId id = m_desk->approvals().first().id;
        MeetingMail cancel = m_desk->meeting();
        cancel.method = ItipMethod::Cancel;
        cancel.sequence = 1;
        QCOMPARE(m_desk->send(cancel).first().verdict, std::optional(Verdict::Cancelled));
        QVERIFY(m_desk->approvals().isEmpty());
        QCOMPARE(m_desk->decideApproval(id, yes).error().code(), QByteArray("approval.settled"));
        QCOMPARE(statuses(), QList<ReservationStatus>{ReservationStatus::Cancelled});
        QCOMPARE(traceOf(asked.id).verdict, std::optional(Verdict::Ignored));
        QVERIFY(mails(OutboxKind::Answer).isEmpty());
    }

    // The newer version is asked for by itself; one that keeps to the policies needs nobody.
    void anUpdateTakesThePlaceOfWhatWaits()
    {
        askAboveAnHour();
        const Trace first = m_desk->send(m_desk->meeting()).first();
        const ApprovalId old = m_desk->approvals().first().id;
        MeetingMail moved = m_desk->meeting();
        moved.sequence = 1;
        moved.range = {at("2026-11-20T09:00:00Z"), at("2026-11-20T10:30:00Z")};
        m_desk->send(moved);
        QCOMPARE(m_desk->approvals().size(), 1);
        QVERIFY(m_desk->approvals().first().id != old);
        QVERIFY(!m_desk->decideApproval(old, yes));
        QCOMPARE(traceOf(first.id).reason.code, QByteArray("approval.withdrawn"));
        QCOMPARE(m_desk->reservations().first().time, moved.range);
        moved.sequence = 2;
        moved.range.end = moved.range.start + Minutes(60);
        QCOMPARE(m_desk->send(moved).first().verdict, std::optional(Verdict::Accepted));
        QVERIFY(m_desk->approvals().isEmpty());
        QCOMPARE(mails(OutboxKind::Answer).size(), 1);
    }

    void aMeetingThatIsOverCannotBeApproved()
    {
        askAboveAnHour();
        m_desk->send(m_desk->meeting());
        const ApprovalId id = m_desk->approvals().first().id;
        m_desk->clock().advance(std::chrono::hours(24 * 10));
        QVERIFY(m_desk->approvals().isEmpty());
        QCOMPARE(m_desk->decideApproval(id, yes).error().code(), QByteArray("approval.over"));
        QCOMPARE(m_desk->decideApproval(ApprovalId{99}, yes).error().code(), QByteArray("approval.missing"));
    }

    void aSeriesIsDecidedAsAWhole()
    {
        askAboutEverything();
        const Trace trace = sendSeries(series()).first();
        QCOMPARE(trace.verdict, std::nullopt);
        QCOMPARE(statuses(), QList<ReservationStatus>(4, ReservationStatus::Pending));
        QCOMPARE(m_desk->approvals().size(), 1);
        QVERIFY(m_desk->decideApproval(m_desk->approvals().first().id, yes));
        QCOMPARE(statuses(), QList<ReservationStatus>(4, ReservationStatus::Accepted));
        QCOMPARE(mails(OutboxKind::Answer).size(), 1);
        QCOMPARE(mails(OutboxKind::Confirmation).size(), 1);
        QCOMPARE(m_desk->announced(mails(OutboxKind::Answer).first()).occurrences, 4);
        QCOMPARE(traceOf(trace.id).verdict, std::optional(Verdict::Accepted));
    }

    void aSeriesThatWaitsCanBeCancelled()
    {
        askAboutEverything();
        sendSeries(series());
        const ApprovalId id = m_desk->approvals().first().id;
        sendSeries(series(1, "CANCEL"));
        QVERIFY(m_desk->approvals().isEmpty());
        QVERIFY(!m_desk->decideApproval(id, yes));
        QCOMPARE(statuses(), QList<ReservationStatus>(4, ReservationStatus::Cancelled));
    }

    // Taken dates within the thresholds are declined with the answer, each by itself.
    void aSeriesWithTakenDatesIsApprovedWithoutThem()
    {
        MeetingMail other = m_desk->meeting();
        other.uid = QStringLiteral("other");
        m_desk->send(other); // 20 November
        askAboutEverything();
        m_desk->setPolicy(cr1(), "ConflictPercentageAllowed", "25");
        m_desk->setPolicy(cr1(), "MaximumConflictInstances", "1");
        const qsizetype before = m_desk->outbox().size();
        sendSeries(series());
        QCOMPARE(m_desk->outbox().size(), before);
        QVERIFY(m_desk->decideApproval(m_desk->approvals().first().id, yes));
        const QList<OutboxEntry> told = m_desk->outbox().mid(before);
        QCOMPARE(told.size(), 3); // the series, its confirmation, the one date
        QCOMPARE(m_desk->announced(told.first()).declined.size(), 1);
        QCOMPARE(m_desk->announced(told.last()).status, ReservationStatus::Declined);
        QCOMPARE(statuses().count(ReservationStatus::Accepted), 4); // three and the other meeting
        QCOMPARE(statuses().count(ReservationStatus::Declined), 1);
    }

    // One REPLY for the series, one for each declined date; one mail lists the dates and what is free
    // instead.
    void aPartlyTakenSeriesTellsDatesAndAlternatives()
    {
        MeetingMail other = m_desk->meeting();
        other.uid = QStringLiteral("other");
        other.range = {at("2026-11-27T15:00:00Z"), at("2026-11-27T16:00:00Z")};
        m_desk->send(other);
        m_desk->setPolicy(PolicyScope::ofBuilding(QString()), "ConflictPercentageAllowed", "25");
        m_desk->setPolicy(PolicyScope::ofBuilding(QString()), "MaximumConflictInstances", "1");
        const qsizetype before = m_desk->outbox().size();
        const Trace trace = sendSeries(series()).first();
        QCOMPARE(trace.verdict, std::optional(Verdict::Accepted));
        QCOMPARE(trace.reason.code, QByteArray("decision.series-partly"));
        const QList<OutboxEntry> told = m_desk->outbox().mid(before);
        QCOMPARE(told.size(), 3);
        const Announcement whole = m_desk->announced(told.at(0));
        QCOMPARE(told.at(0).kind, OutboxKind::Answer);
        QCOMPARE(whole.status, ReservationStatus::Accepted);
        QCOMPARE(whole.recurrenceId, QString());
        QCOMPARE(whole.declined.size(), 1);
        QCOMPARE(whole.declined.first().time.start, at("2026-11-27T15:00:00Z"));
        QCOMPARE(told.at(1).kind, OutboxKind::Confirmation);
        const Announcement date = m_desk->announced(told.at(2));
        QCOMPARE(told.at(2).kind, OutboxKind::Answer);
        QCOMPARE(date.status, ReservationStatus::Declined);
        QVERIFY(!date.recurrenceId.isEmpty());
        // The next free time here is the next working morning: the day ends at 17:00 in Berlin.
        const QList<Alternative> offered = whole.declined.first().alternatives;
        QCOMPARE(offered.size(), 2);
        QCOMPARE(offered.at(0).spaceName, QStringLiteral("CR1 Borealis"));
        QCOMPARE(offered.at(0).time.start, at("2026-11-30T07:00:00Z"));
        QCOMPARE(offered.at(1).spaceName, QStringLiteral("CR2 Aurora"));
        QCOMPARE(offered.at(1).time, whole.declined.first().time);
        const auto mail = MailComposer(Settings()).compose(told.at(1));
        QVERIFY(mail);
        QCOMPARE(mail->recipients, QStringList{QStringLiteral("nour.abbas@mycompany.com")});
        QVERIFY(mail->content.contains("Free instead: CR2 Aurora"));
        QVERIFY(mail->content.contains("Free instead: CR1 Borealis"));
        // One more than the policy allows declines the whole.
        other.uid = QStringLiteral("further");
        other.range = {at("2026-12-04T15:00:00Z"), at("2026-12-04T16:00:00Z")};
        other.rooms = {{QStringLiteral("CR2@reserve.mycompany.com"), QStringLiteral("CR2 Aurora")}};
        m_desk->send(other);
        other.uid = QStringLiteral("last");
        other.range = {at("2026-12-11T15:00:00Z"), at("2026-12-11T16:00:00Z")};
        m_desk->send(other);
        QByteArray inCr2 = series();
        inCr2.replace("CR1@", "CR2@").replace("series-1", "series-2");
        const Trace declined = m_desk
                                   ->send(inCr2, QStringLiteral("nour.abbas@mycompany.com"),
                                          {QStringLiteral("CR2@reserve.mycompany.com")})
                                   .first();
        QCOMPARE(declined.verdict, std::optional(Verdict::Declined));
        QCOMPARE(declined.reason.arguments.value(QStringLiteral("policy")), QStringLiteral("MaximumConflictInstances"));
    }

    // AddOrganizerToSubject, DeleteSubject: the calendar's subject; what is told to the requester keeps
    // theirs.
    void contentAsThePoliciesSay_data()
    {
        QTest::addColumn<QByteArray>("policy");
        QTest::addColumn<QString>("subject");
        QTest::newRow("default") << QByteArray() << QStringLiteral("Safety training");
        QTest::newRow("organizer") << QByteArray("AddOrganizerToSubject") << QStringLiteral("Nour Abbas");
        QTest::newRow("none") << QByteArray("DeleteSubject") << QString();
    }

    void contentAsThePoliciesSay()
    {
        QFETCH(QByteArray, policy);
        QFETCH(QString, subject);
        if (!policy.isEmpty())
            m_desk->setPolicy(cr1(), policy.constData(), "true");
        m_desk->send(m_desk->meeting());
        QCOMPARE(m_desk->reservations().first().subject, subject);
        QCOMPARE(m_desk->announced(mails(OutboxKind::Answer).first()).subject, QStringLiteral("Safety training"));
    }

    void privateStaysPrivateUnlessThePolicyRemovesIt()
    {
        MeetingMail mail = m_desk->meeting();
        mail.privacy = PrivacyKind::Private;
        m_desk->send(mail);
        QVERIFY(m_desk->reservations().first().isPrivate);
        m_desk->setPolicy(cr1(), "RemovePrivateProperty", "true");
        mail.uid = QStringLiteral("later");
        mail.range = {at("2026-11-23T15:00:00Z"), at("2026-11-23T16:00:00Z")};
        m_desk->send(mail);
        QVERIFY(!m_desk->reservations().last().isPrivate);
    }

    // Approvers are others: they read that it is private, not what it is about.
    void approversDoNotReadAPrivateSubject()
    {
        askAboveAnHour();
        MeetingMail mail = m_desk->meeting();
        mail.privacy = PrivacyKind::Private;
        m_desk->send(mail);
        QVERIFY(m_desk->approvals().first().announcement.isPrivate);
        const OutboxEntry entry = mails(OutboxKind::ApprovalRequest).first();
        const auto composed = MailComposer(Settings()).compose(entry);
        QVERIFY(composed);
        const QByteArray bytes = composed->content;
        QVERIFY(!bytes.contains("Safety training"));
        QVERIFY(bytes.contains("Private"));
        QVERIFY(bytes.contains("Reply-To:"));
        QVERIFY(bytes.contains(m_desk->approvals().first().token.toLatin1()));
        QCOMPARE(composed->recipients, QStringList{approver});
    }

    void wordsOfApprovers_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("subject");
        QTest::addColumn<int>("answer"); // -1: none
        const auto row = [](const char* text, const char* subject, int answer) {
            QTest::addRow("%s|%s", text, subject) << QString::fromUtf8(text) << QString::fromUtf8(subject) << answer;
        };
        const int approve = int(ApprovalAnswer::Approve);
        const int decline = int(ApprovalAnswer::Decline);
        row("approve", "Re: Approve? CR1 [T]", approve);
        row("\r\n \r\nApproved!\r\nMaria", "Re: x", approve);
        row("Genehmigt.", "AW: x", approve);
        row("No, sorry", "Re: x", decline);
        row("tentative", "Re: x", int(ApprovalAnswer::Tentative));
        row("I would approve", "Re: Approve? x", -1);
        row("", "Re: Approve? x", -1);
        row("", "Decline: Approve? x", decline);
        row("notify me", "Re: x", -1);
    }

    void wordsOfApprovers()
    {
        QFETCH(QString, text);
        QFETCH(QString, subject);
        QFETCH(int, answer);
        const auto found = approvalAnswerIn(text, subject);
        QCOMPARE(found ? int(*found) : -1, answer);
    }

    void byMail_data()
    {
        QTest::addColumn<QByteArray>("from");
        QTest::addColumn<bool>("isReply");
        QTest::addColumn<bool>("hasToken");
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<ReservationStatus>("status");
        QTest::addColumn<QByteArray>("code");
        const QByteArray maria = "maria.keller@mycompany.com";
        const auto pending = ReservationStatus::Pending;
        QTest::newRow("approve") << maria << true << true << QByteArray("Approve") << ReservationStatus::Accepted
                                 << QByteArray("approval.decided-by-mail");
        QTest::newRow("decline") << QByteArray("MARIA.KELLER@mycompany.com") << true << true << QByteArray("decline")
                                 << ReservationStatus::Declined << QByteArray("approval.decided-by-mail");
        QTest::newRow("tentative") << maria << true << true << QByteArray("tentative") << ReservationStatus::Tentative
                                   << QByteArray("approval.decided-by-mail");
        QTest::newRow("another word") << maria << true << true << QByteArray("Who is that?") << pending
                                      << QByteArray("approval.reply-without-word");
        QTest::newRow("no token") << maria << true << false << QByteArray("approve") << pending
                                  << QByteArray("approval.reply-without-token");
        QTest::newRow("no reply") << maria << false << true << QByteArray("approve") << pending << QByteArray();
        QTest::newRow("no approver") << QByteArray("nour.abbas@mycompany.com") << true << true << QByteArray("approve")
                                     << pending << QByteArray("approval.reply-not-by-approver");
    }

    void byMail()
    {
        QFETCH(QByteArray, from);
        QFETCH(bool, isReply);
        QFETCH(bool, hasToken);
        QFETCH(QByteArray, text);
        QFETCH(ReservationStatus, status);
        QFETCH(QByteArray, code);
        askAboveAnHour();
        m_desk->send(m_desk->meeting());
        const Approval approval = m_desk->approvals().first();
        const QByteArray reference
            = isReply ? "In-Reply-To: <" + approval.messageId.toLatin1() + ">\r\n" : QByteArray();
        const QByteArray raw = "From: Maria <" + from
            + ">\r\nTo: CR1@reserve.mycompany.com\r\nSubject: Re: Approve? CR1 ["
            + (hasToken ? approval.token.toLatin1() : QByteArray("X")) + "]\r\nMessage-ID: <reply@mycompany.com>\r\n"
            + reference
            + "MIME-Version: 1.0\r\nContent-Type: multipart/alternative; "
              "boundary=b\r\n\r\n--b\r\nContent-Type: text/plain; "
              "charset=utf-8\r\nContent-Transfer-Encoding: base64\r\n\r\n"
            + QByteArray(text + "\r\n\r\n> On Friday").toBase64()
            + "\r\n--b\r\nContent-Type: text/html\r\n\r\n<p>approve</p>\r\n--b--\r\n";
        const Trace reply = m_desk->send(raw, QString::fromLatin1(from), {room}).first();
        QCOMPARE(reply.verdict, std::optional(Verdict::Ignored));
        if (!code.isEmpty())
            QCOMPARE(reply.reason.code, code);
        QCOMPARE(statuses(), QList<ReservationStatus>{status});
        QCOMPARE(mails(OutboxKind::Answer).size(), status == ReservationStatus::Pending ? 0 : 1);
        // The same mail once more changes nothing.
        const Trace again = m_desk->send(raw, QString::fromLatin1(from), {room}).first();
        QCOMPARE(again.verdict, std::optional(Verdict::Ignored));
        QCOMPARE(statuses(), QList<ReservationStatus>{status});
        QCOMPARE(mails(OutboxKind::Answer).size(), status == ReservationStatus::Pending ? 0 : 1);
    }
};

QTEST_GUILESS_MAIN(TestApprovals)
#include "tst_approvals.moc"
