// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#include "tests/support/letter.h"

#include <QTest>

using namespace reserve;
using namespace reserve::test;

namespace {

const QString by = QStringLiteral("maria on desk-12 (console)");
const ApproverWord yes{ApprovalAnswer::Approve, by, {}};
const ApproverWord no{ApprovalAnswer::Decline, by, {}};
const ApproverWord perhaps{ApprovalAnswer::Tentative, by, {}};

Letter about(const QByteArray& uid, const QByteArray& begin, const QByteArray& end)
{
    Letter letter;
    letter.uid = uid;
    letter.recurrence.clear();
    letter.start = "20261120T" + begin + "0000";
    letter.end = "20261120T" + end + "0000";
    return letter;
}

// An approver is asked about what lasts so long.
Letter longOne(const QByteArray& uid = "long")
{
    return about(uid, "08", "11");
}

Letter freeOne()
{
    return about("free", "12", "13");
}

// Somebody else has that hour.
Letter takenOne()
{
    return about("taken", "14", "15");
}

Letter together(Letter letter, const QList<Letter>& others)
{
    for (const Letter& other : others)
        letter.further += other.event();
    return letter;
}

} // namespace

// A message about several meetings, one of which waits for an approver or a person: the verdict that it has in the end
// is that of all of them.
class TestMixedMails final : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<RequestDesk> m_desk;
    TraceId m_trace;

    Trace send(const Letter& letter) { return reserve::test::send(*m_desk, letter).constFirst(); }
    // The one whose verdict is asked for.
    void sendMixed(const Letter& letter)
    {
        m_trace = send(letter).id;
        QCOMPARE(now().verdict, std::optional<Verdict>());
    }
    Trace now()
    {
        return m_desk->store().read([id = m_trace](const ReadUnit& unit) { return unit.traces().find(id); }).value();
    }
    void decide(const QByteArray& uid, const ApproverWord& word)
    {
        for (const Approval& approval : m_desk->approvals()) {
            if (approval.announcement.uid.toUtf8() == uid) {
                QVERIFY(m_desk->decideApproval(approval.id, word));
                return;
            }
        }
        QFAIL("nothing waits");
    }
    QStringList counted()
    {
        QStringList numbers;
        for (const char* key : {"accepted", "declined", "cancelled", "others"})
            numbers.append(now().reason.arguments.value(QString::fromLatin1(key)));
        return numbers;
    }

private Q_SLOTS:
    void init()
    {
        m_desk = std::make_unique<RequestDesk>();
        const PolicyScope cr1 = PolicyScope::ofSpace(m_desk->cr1());
        m_desk->setPolicy(cr1, "MaximumDurationInMinutes", "60");
        m_desk->setPolicy(cr1, "AllRequestOutOfPolicy", "true");
        Letter other = takenOne();
        other.uid = "other";
        send(other);
    }

    // Of two dates in one mail one loses its time to the series that comes later.
    void R_MEETING_oneThatGivesWayIsCounted()
    {
        const auto longer = [](const QByteArray& date, const QByteArray& day) {
            Letter letter = ofOccurrence(date, 1, 5);
            letter.start = day + "T150000";
            letter.end = day + "T173000";
            return letter;
        };
        sendMixed(together(longer("20261127T160000", "20261204"), {longer("20261211T160000", "20261212")}));
        QCOMPARE(m_desk->approvals().size(), 2);
        QCOMPARE(send({}).verdict, std::optional(Verdict::Accepted));
        QCOMPARE(m_desk->approvals().size(), 1);
        QCOMPARE(now().verdict, std::optional<Verdict>()); // the other one waits
        decide("series-1", yes);
        QCOMPARE(now().verdict, std::optional(Verdict::Accepted));
        QCOMPARE(now().reason.code, QByteArray("decision.several"));
        QCOMPARE(counted(),
                 (QStringList{QStringLiteral("1"), QStringLiteral("1"), QStringLiteral("0"), QStringLiteral("0")}));
    }

    void R_POLICY_theWordOnOneIsNotThatOfAll_data()
    {
        QTest::addColumn<bool>("isTaken");
        QTest::addColumn<bool>("isLast");
        QTest::addColumn<ApprovalAnswer>("answer");
        QTest::addColumn<Verdict>("verdict");
        QTest::addColumn<QByteArray>("code");
        const auto declined = ApprovalAnswer::Decline;
        QTest::newRow("approved beside a declined one")
            << true << false << ApprovalAnswer::Approve << Verdict::Accepted << QByteArray("decision.several");
        QTest::newRow("declined beside an accepted one")
            << false << false << declined << Verdict::Accepted << QByteArray("decision.several");
        QTest::newRow("tentative beside a declined one")
            << true << true << ApprovalAnswer::Tentative << Verdict::Accepted << QByteArray("decision.several");
        QTest::newRow("both declined, the approver's last")
            << true << true << declined << Verdict::Declined << QByteArray("approval.declined");
        QTest::newRow("both declined, the approver's first")
            << true << false << declined << Verdict::Declined << QByteArray("decision.conflict");
        QTest::newRow("both accepted") << false << true << ApprovalAnswer::Approve << Verdict::Accepted
                                       << QByteArray("approval.approved");
    }

    void R_POLICY_theWordOnOneIsNotThatOfAll()
    {
        QFETCH(bool, isTaken);
        QFETCH(bool, isLast);
        QFETCH(ApprovalAnswer, answer);
        QFETCH(Verdict, verdict);
        QFETCH(QByteArray, code);
        const Letter beside = isTaken ? takenOne() : freeOne();
        sendMixed(isLast ? together(beside, {longOne()}) : together(longOne(), {beside}));
        m_desk->clock().advance(Minutes(5));
        decide("long", {answer, by, {}});
        QCOMPARE(now().verdict, std::optional(verdict));
        QCOMPARE(now().reason.code, code);
        QCOMPARE(now().state, TraceState::Done);
        if (code == "decision.several")
            QCOMPARE(counted(),
                     (QStringList{QStringLiteral("1"), QStringLiteral("1"), QStringLiteral("0"), QStringLiteral("0")}));
    }

    void R_POLICY_untilAllAreDecidedThereIsNoVerdict()
    {
        Letter later = longOne("later");
        later.start = "20261120T160000";
        later.end = "20261120T190000";
        sendMixed(together(longOne(), {takenOne(), later}));
        decide("later", no);
        QCOMPARE(now().verdict, std::optional<Verdict>());
        QCOMPARE(now().decidedAt, Instant());
        decide("long", yes);
        QCOMPARE(now().verdict, std::optional(Verdict::Accepted));
        QCOMPARE(counted(),
                 (QStringList{QStringLiteral("1"), QStringLiteral("2"), QStringLiteral("0"), QStringLiteral("0")}));
        const auto row = m_desk->store().read(
            [id = now().reservationId](const ReadUnit& unit) { return unit.reservations().find(id); });
        QCOMPARE(row->uid, QStringLiteral("long"));
    }

    void R_POLICY_aSecondWordTakesThePlaceOfTheFirst()
    {
        sendMixed(together(longOne(), {takenOne()}));
        decide("long", perhaps);
        QCOMPARE(now().verdict, std::optional(Verdict::Accepted));
        decide("long", no);
        QCOMPARE(now().verdict, std::optional(Verdict::Declined));
        QCOMPARE(now().reason.code, QByteArray("decision.conflict"));
    }

    void R_POLICY_whatIsWithdrawnLeavesTheOthers()
    {
        sendMixed(together(longOne(), {freeOne()}));
        Letter end = longOne();
        end.method = "CANCEL";
        end.sequence = 1;
        send(end);
        QCOMPARE(now().verdict, std::optional(Verdict::Accepted));
        QCOMPARE(now().reason.code, QByteArray("decision.free"));
    }

    void R_POLICY_aWordThatWasHeardStaysWhereItIsWithdrawn()
    {
        sendMixed(together(longOne(), {takenOne()}));
        decide("long", perhaps);
        Letter end = longOne();
        end.method = "CANCEL";
        end.sequence = 1;
        send(end);
        QCOMPARE(now().verdict, std::optional(Verdict::Accepted));
        QCOMPARE(counted(),
                 (QStringList{QStringLiteral("1"), QStringLiteral("1"), QStringLiteral("0"), QStringLiteral("0")}));
    }

    void R_POLICY_datesOfOneSeriesAreSeveralToo()
    {
        send({});
        Letter away = ofOccurrence("20261127T160000", 1, 5);
        away.end = "20261127T190000";
        away.occurrence = "20261127"; // not as its approval will name it
        away.occurrenceZone = ";VALUE=DATE";
        const Letter without = [] {
            Letter letter = ofOccurrence("20261204T160000", 1, 6);
            letter.recurrence = "STATUS:CANCELLED\r\n";
            return letter;
        }();
        sendMixed(together(away, {without}));
        decide("series-1", yes);
        QCOMPARE(now().verdict, std::optional(Verdict::Accepted));
        QCOMPARE(counted(),
                 (QStringList{QStringLiteral("1"), QStringLiteral("0"), QStringLiteral("1"), QStringLiteral("0")}));
    }

    // What waits for its series is decided when that comes.
    void R_MEETING_whatWasHeldIsNotAllThereWas()
    {
        Letter part = fromOccurrence("20261204T160000", 1, 5);
        part.start = "20261204T180000";
        part.end = "20261204T190000";
        m_trace = send(together(takenOne(), {part})).id;
        QCOMPARE(now().verdict, std::optional(Verdict::Held));
        QCOMPARE(now().state, TraceState::Held);
        send({});
        QCOMPARE(now().state, TraceState::Done);
        QCOMPARE(now().verdict, std::optional(Verdict::Accepted));
        QCOMPARE(counted(),
                 (QStringList{QStringLiteral("1"), QStringLiteral("1"), QStringLiteral("0"), QStringLiteral("0")}));
    }

    void R_MATCH_whatIsReleasedIsNotAllThereWas()
    {
        Letter foreign = takenOne();
        foreign.organizer = "maria.keller@mycompany.com";
        m_trace = send(together(freeOne(), {foreign})).id;
        QCOMPARE(now().verdict, std::optional(Verdict::Held));
        m_desk->decide(m_trace, true);
        QCOMPARE(now().verdict, std::optional(Verdict::Accepted));
        QCOMPARE(counted(),
                 (QStringList{QStringLiteral("1"), QStringLiteral("1"), QStringLiteral("0"), QStringLiteral("0")}));
    }
};

QTEST_GUILESS_MAIN(TestMixedMails)
#include "tst_mixedmails.moc"
