// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#include "models/store/mostsorted.h"
#include "tests/support/temporarystore.h"

#include <QTest>

using namespace reserve;
using namespace reserve::test;

namespace {

Trace traceOf(const QString& subject, TraceState state = TraceState::Waiting, std::optional<Verdict> verdict = {})
{
    Trace trace;
    trace.subject = subject;
    trace.recipient = QStringLiteral("cr1@example.com");
    trace.receivedAt = at("2026-11-18T08:00:00Z");
    trace.state = state;
    trace.verdict = verdict;
    return trace;
}

} // namespace

// The inbox and the record of what happened to each message.
class TestTraces : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<TemporaryStore> m_temporary;

    TraceId append(const Trace& trace)
    {
        return m_temporary->write([=](WriteUnit& unit) { return unit.traces().append(trace); });
    }
    QList<TraceId> page(const TraceFilter& filter, TraceId before = {}, int limit = 100)
    {
        return m_temporary->read([=](const ReadUnit& unit) { return unit.traces().page(filter, before, limit); });
    }

private Q_SLOTS:
    void init() { m_temporary = std::make_unique<TemporaryStore>(); }

    void messagesKeepEveryField()
    {
        InboxMessage message;
        message.receivedAt = at("2026-11-18T08:00:00.123Z");
        message.sender = QStringLiteral("anna@example.com");
        message.peer = QStringLiteral("192.0.2.7:50123");
        message.helloName = QStringLiteral("mail.example.com");
        message.messageId = QStringLiteral("1@example.com");
        message.from = QStringLiteral("anna@example.com");
        message.requester = QStringLiteral("änne@example.com");
        message.subject = QStringLiteral("Jour fixe 📅");
        message.method = "REQUEST";
        message.uid = QStringLiteral("uid-1");
        message.kind = MessageKind::MeetingRequest;
        message.size = 6;
        const QByteArray raw("a\0b\r\n.", 6);
        message.id = m_temporary->write([=](WriteUnit& unit) {
            InboxMessage withBytes = message;
            withBytes.raw = raw;
            return unit.inbox().append(withBytes);
        });
        QCOMPARE(m_temporary->read([&](const ReadUnit& unit) { return unit.inbox().find(message.id); }), message);
        QCOMPARE(m_temporary->read([&](const ReadUnit& unit) { return unit.inbox().raw(message.id); }), raw);
        QVERIFY(!m_temporary->read([](const ReadUnit& unit) { return unit.inbox().find({99}); }));
    }

    void sortedByWhatIsAskedFor()
    {
        const SpaceId zeta = m_temporary->addSpace(QStringLiteral("Zeta"), QStringLiteral("z@example.com"));
        const SpaceId alpha = m_temporary->addSpace(QStringLiteral("alpha"), QStringLiteral("a@example.com"));
        Trace one = traceOf(QStringLiteral("beta"), TraceState::Done, Verdict::Accepted);
        one.requester = QStringLiteral("Zoe@example.com");
        one.spaceId = zeta;
        Trace two = traceOf(QStringLiteral("Alpha"), TraceState::Waiting);
        two.sender = QStringLiteral("maria@example.com"); // asks for herself
        two.spaceId = alpha;
        Trace three = traceOf(QStringLiteral("beta"), TraceState::Held, Verdict::Held);
        three.requester = QStringLiteral("anna@example.com");
        const QList<TraceId> ids{append(one), append(two), append(three)};
        const auto sorted = [&](TraceOrder::By by, bool descending, int offset = 0, const TraceFilter& filter = {}) {
            QList<qsizetype> numbers;
            const auto found = m_temporary->read([=](const ReadUnit& unit) {
                return unit.traces().sorted(filter, {by, descending}, offset, 100);
            });
            for (const TraceId id : found)
                numbers.append(ids.indexOf(id) + 1);
            return numbers;
        };
        using By = TraceOrder::By;
        QCOMPARE(sorted(By::Received, false), (QList<qsizetype>{1, 2, 3}));
        QCOMPARE(sorted(By::Requester, false), (QList<qsizetype>{3, 2, 1}));
        QCOMPARE(sorted(By::Space, false), (QList<qsizetype>{2, 3, 1}));   // without a space by its recipient
        QCOMPARE(sorted(By::Subject, false), (QList<qsizetype>{2, 3, 1})); // equal ones newest first
        QCOMPARE(sorted(By::Subject, true), (QList<qsizetype>{3, 1, 2}));
        QCOMPARE(sorted(By::Answer, false), (QList<qsizetype>{2, 3, 1})); // what needs a person comes first
        QCOMPARE(sorted(By::Subject, false, 1), (QList<qsizetype>{3, 1}));
        TraceFilter beta;
        beta.text = QStringLiteral("beta");
        QCOMPARE(sorted(By::Requester, true, 0, beta), (QList<qsizetype>{1, 3}));
    }

    // Of what is done the newest, of what waits for a person all.
    void sortedAreTheNewestAndWhatIsOpen()
    {
        m_temporary->write([](WriteUnit& unit) -> Result<void> {
            for (int i = 0; i < mostSorted + 3; ++i) {
                const bool isHeld = i == 0;
                Trace trace = traceOf(QString::number(i), isHeld ? TraceState::Held : TraceState::Done,
                                      isHeld ? Verdict::Held : Verdict::Ignored);
                trace.requester = QStringLiteral("%1@example.com").arg(i, 6, 10, QLatin1Char('0'));
                if (const auto id = unit.traces().append(trace); !id)
                    return failure(id.error());
            }
            return {};
        });
        const auto first = [this](TraceOrder order) {
            return m_temporary->read([order](const ReadUnit& unit) { return unit.traces().sorted({}, order, 0, 3); });
        };
        QCOMPARE(first({TraceOrder::By::Requester, false}), (QList<TraceId>{{1}, {4}, {5}}));
        QCOMPARE(first({TraceOrder::By::Answer, false}).first(), TraceId{1});
        QCOMPARE(first({TraceOrder::By::Received, false}), (QList<TraceId>{{1}, {2}, {3}})); // needs no sorting
        TraceFilter done;
        done.state = TraceState::Done;
        QCOMPARE(m_temporary->read([done](const ReadUnit& unit) {
            return unit.traces().sorted(done, {TraceOrder::By::Requester, false}, 0, 1);
        }),
                 QList<TraceId>{{4}});
    }

    // Lists show it as "Private": what it is about can be told neither by searching nor by sorting.
    void privateSubjectsAreNotFound()
    {
        const SpaceId space = m_temporary->addSpace(QStringLiteral("CR1"), QStringLiteral("cr1@example.com"));
        const auto appendAbout = [&](const QString& subject, bool isPrivate) {
            Reservation row = reservationOf(space, "2026-12-01T10:00:00Z", "2026-12-01T11:00:00Z", subject);
            row.subject = subject;
            row.isPrivate = isPrivate;
            row.exclusive = false;
            Trace trace = traceOf(subject, TraceState::Done, Verdict::Accepted);
            trace.requester = QStringLiteral("Anna@example.com");
            trace.reservationId = m_temporary->write([=](WriteUnit& unit) { return unit.reservations().insert(row); });
            return append(trace);
        };
        const TraceId open = appendAbout(QStringLiteral("Merger of the year"), false);
        const TraceId hidden = appendAbout(QStringLiteral("Secret MERGER"), true);
        TraceFilter filter;
        filter.text = QStringLiteral("merger");
        QCOMPARE(page(filter), QList<TraceId>{open});
        QCOMPARE(m_temporary->read([=](const ReadUnit& unit) { return unit.traces().count(filter); }), 1);
        for (const char* known : {"anna@EXAMPLE", "cr1@example.com"}) {
            filter.text = QString::fromLatin1(known);
            QCOMPARE(page(filter), (QList<TraceId>{hidden, open}));
        }
        const auto bySubject = [&](bool descending) {
            return m_temporary->read([=](const ReadUnit& unit) {
                return unit.traces().sorted({}, {TraceOrder::By::Subject, descending}, 0, 100);
            });
        };
        QCOMPARE(bySubject(false), (QList<TraceId>{hidden, open})); // as if it had none
        QCOMPARE(bySubject(true), (QList<TraceId>{open, hidden}));
    }

    // Held, refused or declined, there is no reservation that could say so.
    void privateSubjectsAreNotFoundWithoutAReservation()
    {
        const TraceId open = append(traceOf(QStringLiteral("Merger of the year"), TraceState::Held, Verdict::Held));
        Trace secret = traceOf(QStringLiteral("Secret MERGER"), TraceState::Held, Verdict::Held);
        secret.isPrivate = true;
        const TraceId hidden = append(secret);
        TraceFilter filter;
        filter.text = QStringLiteral("merger");
        QCOMPARE(page(filter), QList<TraceId>{open});
        filter.text = QStringLiteral("cr1@example.com");
        QCOMPARE(page(filter), (QList<TraceId>{hidden, open}));
        const auto ascending = m_temporary->read([](const ReadUnit& unit) {
            return unit.traces().sorted({}, {TraceOrder::By::Subject, false}, 0, 100);
        });
        QCOMPARE(ascending, (QList<TraceId>{hidden, open}));
    }

    void keepEveryField()
    {
        Trace trace = traceOf(QStringLiteral("Jour fixe"));
        trace.inboxId = {7};
        trace.messageId = QStringLiteral("1@example.com");
        trace.sender = QStringLiteral("anna@example.com");
        trace.requester = QStringLiteral("anna@example.com");
        trace.method = "REQUEST";
        trace.kind = MessageKind::MeetingRequest;
        trace.isPrivate = true;
        trace.id = append(trace);
        const auto stored
            = [&] { return m_temporary->read([&](const ReadUnit& unit) { return unit.traces().find(trace.id); }); };
        QCOMPARE(stored(), trace);
        trace.spaceId = {3};
        trace.isPrivate = false;
        trace.gate = {GateMatch::StandingMeeting,
                      {4},
                      {"gate.standing-meeting", {{QStringLiteral("requester"), QStringLiteral("ä")}}}};
        trace.state = TraceState::Done;
        trace.verdict = Verdict::Accepted;
        trace.reason = {"decision.free", {{QStringLiteral("space"), QStringLiteral("CR1")}}};
        trace.reservationId = {5};
        trace.attempts = 2;
        trace.decidedAt = at("2026-11-18T08:00:01Z");
        trace.steps = {{at("2026-11-18T08:00:00Z"), "R-MATCH", {"gate.person", {}}},
                       {at("2026-11-18T08:00:01Z"), "R-NO-DOUBLE", {"decision.free", {}}}};
        trace.endings = {{QStringLiteral("uid-1 "), Verdict::Accepted, {"decision.free", {}}, {5}, trace.decidedAt},
                         {QStringLiteral("uid-2 "), {}, {"decision.policy-asks", {}}, {6}, {}}};
        m_temporary->write([=](WriteUnit& unit) { return unit.traces().update(trace); });
        QCOMPARE(stored(), trace);
        QCOMPARE(m_temporary->read([](const ReadUnit& unit) { return unit.traces().ofMessage({7}); }).size(), 1);
        trace.id = {99};
        const auto missing = m_temporary->tryWrite([=](WriteUnit& unit) { return unit.traces().update(trace); });
        QCOMPARE(missing.error().code(), QByteArray("trace.missing"));
    }

    void waitingOnesComeInOrderOfDurability()
    {
        QList<TraceId> expected;
        for (int i = 0; i < 5; ++i) {
            expected.append(append(traceOf(QString::number(i))));
            append(traceOf(QStringLiteral("done"), TraceState::Done, Verdict::Ignored));
        }
        const auto waiting = [&](TraceId after, int limit) {
            QList<TraceId> ids;
            const auto traces
                = m_temporary->read([=](const ReadUnit& unit) { return unit.traces().waiting(after, limit); });
            for (const Trace& trace : traces)
                ids.append(trace.id);
            return ids;
        };
        QCOMPARE(waiting({}, 100), expected);
        QCOMPARE(waiting(expected.at(1), 2), expected.mid(2, 2));
    }

    void pagesGoBackwardsAndNarrow()
    {
        QList<TraceId> ids;
        for (int i = 0; i < 10; ++i)
            ids.prepend(append(traceOf(QStringLiteral("Meeting %1").arg(i))));
        Trace other = traceOf(QStringLiteral("Übung"), TraceState::Done, Verdict::Declined);
        other.spaceId = {3};
        other.receivedAt = at("2026-12-01T08:00:00Z");
        const TraceId last = append(other);
        QCOMPARE(page({}, ids.first(), 3), ids.mid(1, 3));
        QCOMPARE(page({}).first(), last);
        TraceFilter filter;
        filter.text = QStringLiteral("übung");
        QCOMPARE(page(filter), QList<TraceId>{last});
        filter = {};
        filter.spaceId = SpaceId{3};
        filter.verdict = Verdict::Declined;
        filter.state = TraceState::Done;
        filter.received = TimeRange{at("2026-12-01T00:00:00Z"), at("2026-12-02T00:00:00Z")};
        QCOMPARE(page(filter), QList<TraceId>{last});
        QCOMPARE(m_temporary->read([=](const ReadUnit& unit) { return unit.traces().count(filter); }), 1);
        filter.verdict = Verdict::Accepted;
        QVERIFY(page(filter).isEmpty());
        const auto rows = m_temporary->read([=](const ReadUnit& unit) {
            return unit.traces().byIds({last, {999}, ids.first()});
        });
        QCOMPARE(rows.size(), 2);
        QCOMPARE(rows.first().id, last);
    }

    // R-MAILBOX-CASE
    void R_MAILBOX_CASE_heldOnesAreFoundByTheirMailbox()
    {
        Trace held = traceOf(QStringLiteral("held"), TraceState::Held, Verdict::Held);
        held.recipient = QStringLiteral("CR1@Example.com");
        held.reason = {"rcpt.differs-in-case", {}};
        const TraceId id = append(held);
        held.reason = {"match.not-organizer", {}};
        append(held);
        held.state = TraceState::Done;
        held.reason = {"rcpt.differs-in-case", {}};
        append(held);
        const auto found = m_temporary->read(
            [](const ReadUnit& unit) { return unit.traces().heldForMailbox(QStringLiteral("cr1@example.com")); });
        QCOMPARE(found.size(), 1);
        QCOMPARE(found.first().id, id);
    }

    void heldOnesAreFoundByTheirReasonInParts()
    {
        const QStringList codes{QStringLiteral("rcpt.differs-in-case"), QStringLiteral("rcpt.contact-shared")};
        QList<TraceId> wanted;
        for (int i = 0; i < 3; ++i) {
            Trace held = traceOf(QStringLiteral("held"), TraceState::Held, Verdict::Held);
            held.reason = {codes.at(i % 2).toLatin1(), {}};
            wanted.append(append(held));
            held.reason = {"match.sender-not-organizer", {}};
            append(held);
        }
        const auto foundBehind = [this, &codes](TraceId after) {
            QList<TraceId> ids;
            for (const Trace& trace :
                 m_temporary->read([=](const ReadUnit& unit) { return unit.traces().heldFor(codes, after, 2); }))
                ids.append(trace.id);
            return ids;
        };
        QCOMPARE(foundBehind({}), wanted.first(2));
        QCOMPARE(foundBehind(wanted.at(1)), wanted.last(1));
    }

    void areCounted()
    {
        append(traceOf({}));
        append(traceOf({}, TraceState::Held, Verdict::Held));
        append(traceOf({}, TraceState::Done, Verdict::Accepted));
        append(traceOf({}, TraceState::Done, Verdict::Declined));
        append(traceOf({}, TraceState::Done, Verdict::Rejected));
        append(traceOf({}, TraceState::Done, Verdict::Cancelled));
        const SpaceId space = m_temporary->addSpace(QStringLiteral("CR1"), QStringLiteral("cr1@example.com"));
        Trace tentative = traceOf({}, TraceState::Done, Verdict::Accepted);
        tentative.reservationId = m_temporary->write([=](WriteUnit& unit) {
            Reservation reservation
                = reservationOf(space, "2026-12-01T10:00:00Z", "2026-12-01T11:00:00Z", QStringLiteral("u"));
            reservation.status = ReservationStatus::Tentative;
            return unit.reservations().insert(reservation);
        });
        append(tentative);
        const auto counts = m_temporary->read([](const ReadUnit& unit) {
            return unit.traces().counts({at("2026-11-18T00:00:00Z"), at("2026-11-19T00:00:00Z")});
        });
        QCOMPARE(counts.waiting, 1);
        QCOMPARE(counts.held, 1);
        QCOMPARE(counts.accepted, 1);
        QCOMPARE(counts.tentative, 1);
        QCOMPARE(counts.declined, 1);
        QCOMPARE(counts.rejected, 1);
        QCOMPARE(counts.other, 1);
    }

    // R-RETENTION
    void R_RETENTION_oldOnesGoButNotWhatStillWaits()
    {
        const TraceId waiting = append(traceOf({}));
        for (int i = 0; i < 5; ++i)
            append(traceOf({}, TraceState::Done, Verdict::Ignored));
        const auto remove = [&](int limit) {
            return m_temporary->write(
                [=](WriteUnit& unit) { return unit.traces().removeBefore(at("2027-12-31T00:00:00Z"), limit); });
        };
        QCOMPARE(remove(3), 3);
        QCOMPARE(remove(3), 2);
        QCOMPARE(page({}), QList<TraceId>{waiting});
    }
};

QTEST_GUILESS_MAIN(TestTraces)
#include "tst_traces.moc"
