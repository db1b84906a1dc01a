// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#pragma once

#include "models/composing/meetingmail.h"
#include "models/reserving/approving.h"
#include "models/reserving/meetingintake.h"
#include "models/reserving/rehearsal.h"
#include "models/reserving/reserving.h"
#include "models/reserving/seriestopup.h"
#include "tests/support/temporarystore.h"

namespace reserve::test {

// The way of a message from DATA to decision without sockets: what the agent does with a message, in one call each.
// Begins with the spaces CR1 and CR2 at reserve.mycompany.com and the person Nour Abbas, 100317.
class RequestDesk
{
public:
    RequestDesk();

    TemporaryStore& store() { return m_store; }
    FakeClock& clock() { return m_store.clock(); }
    SpaceId cr1() const { return m_cr1; }
    SpaceId cr2() const { return m_cr2; }
    PersonId nour() const { return m_nour; }

    void set(const QString& key, const QString& value);
    void edit(SpaceId id, const std::function<void(Space&)>& change);
    PersonId addPerson(const Person& person);
    // Maria Keller, 100400, maria.keller@mycompany.com: who approves.
    PersonId addMaria();
    void setPolicy(const PolicyScope& scope, const char* name, const char* value);
    Result<Approval> decideApproval(ApprovalId id, const ApproverWord& word);
    QList<Approval> approvals(); // that await an approver

    // A request of Nour for CR1 on Friday 20 November 2026, 16:00 to 17:30 in Berlin.
    MeetingMail meeting() const;

    // Takes the message in and decides whatever waits; the traces of its recipients as they are then.
    QList<Trace> send(const MeetingMail& mail);
    QList<Trace> send(const QByteArray& raw, const QString& sender, const QStringList& recipients);
    // Taken in (as after 250), not decided.
    IntakeOutcome take(const QByteArray& raw, const QString& sender, const QStringList& recipients);
    Trace decide(TraceId id, bool released = false);

    // What would become of the message; nothing of it stays.
    QList<RehearsedDecision> rehearse(const QByteArray& raw, const QString& sender, const QStringList& recipients);

    // A message as it arrives, read once however often it is sent.
    struct Arrival
    {
        IncomingMessage incoming;
        PreparedMessage prepared;
    };
    Arrival arrivalOf(const QByteArray& raw, const QString& sender, const QStringList& recipients);
    // How things stand in the end.
    struct Outcome
    {
        QList<Reservation> reservations;
        QList<Approval> approvals; // that await an approver
    };
    // What there would be if these arrived in this order, each taken in and decided by the calls that send() makes, and
    // an approver then said this to all that waits; in one unit of work that is taken back, so that thousands of orders
    // cost neither threads nor commits.
    Outcome outcomeOf(const QList<Arrival>& arrivals, const std::optional<ApproverWord>& word = {});

    // As the agent decides, in transactions of their own, `most` of them; how many it took.
    int decideInParts(TraceId id, int most);

    // What the agent does once an hour; how many series got further dates, and in how many transactions.
    int fillSeries(int* parts = nullptr);

    QList<Reservation> reservations();
    QList<OutboxEntry> outbox(); // oldest first, with payload
    Announcement announced(const OutboxEntry& entry);

    // What a window asks of the running agent, and what became of it.
    CommandId ask(CommandKind kind, const Arguments& arguments = {});
    Command command(CommandId id);
    bool isDone(CommandId id) { return command(id).doneAt != Instant(); }

private:
    IncomingMessage asIncoming(const Configuration& current, const QByteArray& raw, const QString& sender,
                               const QStringList& recipients);

    std::shared_ptr<const Configuration> configuration();

    TemporaryStore m_store;
    ItipReader m_reader;
    SpaceId m_cr1;
    SpaceId m_cr2;
    PersonId m_nour;
};

} // namespace reserve::test
