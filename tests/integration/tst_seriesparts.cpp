// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#include "tests/support/letter.h"

#include <QTest>

#include <algorithm>

using namespace reserve;
using namespace reserve::test;

namespace {

// From Friday 4 December on two hours later.
Letter laterFromThird(int sequence = 1, int minute = 5)
{
    Letter letter = fromOccurrence("20261204T160000", sequence, minute);
    letter.start = "20261204T180000";
    letter.end = "20261204T190000";
    letter.subject = "Late training";
    return letter;
}

QStringList laterFromThirdHeld()
{
    return fourFridays.first(2)
        + QStringList{QStringLiteral("2026-12-04T17:00:00Z/2026-12-04T18:00:00Z"),
                      QStringLiteral("2026-12-11T17:00:00Z/2026-12-11T18:00:00Z")};
}

QList<Announcement> answers(RequestDesk& desk)
{
    QList<Announcement> told;
    for (const OutboxEntry& entry : desk.outbox()) {
        if (entry.kind == OutboxKind::Answer)
            told.append(desk.announced(entry));
    }
    return told;
}

} // namespace

// Messages about parts of a series: one date named in various ways, and one date and all that follow.
class TestSeriesParts : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<RequestDesk> m_desk;

private Q_SLOTS:
    void init() { m_desk = std::make_unique<RequestDesk>(); }

    void I5x_fromADateOnItMoves()
    {
        send(*m_desk, {});
        const Trace trace = send(*m_desk, laterFromThird()).constFirst();
        QCOMPARE(trace.verdict, std::optional(Verdict::Accepted));
        QCOMPARE(held(*m_desk), laterFromThirdHeld());
        const Announcement told = answers(*m_desk).constLast();
        QCOMPARE(told.recurrenceId, QStringLiteral("2026-12-04T15:00:00Z"));
        QVERIFY(told.thisAndFuture && told.moved);
        QCOMPARE(told.occurrences, 2);
        QCOMPARE(told.sequence, 1);
        const QList<Reservation> rows = m_desk->reservations();
        QCOMPARE(rows.at(1).subject, QStringLiteral("Safety training"));
        QCOMPARE(rows.at(2).subject, QStringLiteral("Late training"));
        QCOMPARE(rows.at(2).recurrenceId, QStringLiteral("2026-12-04T15:00:00Z")); // keeps its name
    }

    void aChangeFromADateOnMayComeBeforeItsSeries()
    {
        const TraceId early = send(*m_desk, laterFromThird()).constFirst().id;
        Trace trace = m_desk->store().read([early](const ReadUnit& unit) { return unit.traces().find(early); }).value();
        QCOMPARE(trace.verdict, std::optional(Verdict::Held));
        QCOMPARE(trace.reason.code, QByteArray("decision.series-awaited"));
        QVERIFY(answers(*m_desk).isEmpty());
        send(*m_desk, {});
        QCOMPARE(held(*m_desk), laterFromThirdHeld());
        trace = m_desk->store().read([early](const ReadUnit& unit) { return unit.traces().find(early); }).value();
        QCOMPARE(trace.verdict, std::optional(Verdict::Accepted));
        QCOMPARE(answers(*m_desk).size(), 2);
    }

    void aChangeFromADateOnComesWithItsSeries()
    {
        Letter letter;
        letter.further = laterFromThird(0, 0).event();
        QCOMPARE(send(*m_desk, letter).constFirst().verdict, std::optional(Verdict::Accepted));
        QCOMPARE(held(*m_desk), laterFromThirdHeld());
        QCOMPARE(answers(*m_desk).size(), 1);
    }

    void R_NO_DOUBLE_aTakenDateDeclinesWhatFollowsAndFreesItsOldTime()
    {
        send(*m_desk, {});
        Letter other;
        other.uid = "other";
        other.recurrence.clear();
        other.start = "20261211T183000";
        other.end = "20261211T193000";
        send(*m_desk, other);
        const Trace trace = send(*m_desk, laterFromThird()).constFirst();
        QCOMPARE(trace.verdict, std::optional(Verdict::Declined));
        QCOMPARE(held(*m_desk), fourFridays.first(2) << QStringLiteral("2026-12-11T17:30:00Z/2026-12-11T18:30:00Z"));
        QVERIFY(answers(*m_desk).constLast().freedOldSlot);
    }

    void whatFollowsIsNotInItsOwnWay()
    {
        send(*m_desk, {});
        Letter halfAnHour = laterFromThird();
        halfAnHour.start = "20261204T163000";
        halfAnHour.end = "20261204T173000";
        QCOMPARE(send(*m_desk, halfAnHour).constFirst().verdict, std::optional(Verdict::Accepted));
        QCOMPARE(held(*m_desk).constLast(), QStringLiteral("2026-12-11T15:30:00Z/2026-12-11T16:30:00Z"));
    }

    void R_ANSWER_textsAloneAreNotAnsweredAgain()
    {
        send(*m_desk, {});
        send(*m_desk, laterFromThird());
        Letter texts = laterFromThird(1, 9);
        texts.subject = "Very late training";
        QCOMPARE(send(*m_desk, texts).constFirst().reason.code, QByteArray("decision.unchanged"));
        QCOMPARE(answers(*m_desk).size(), 2);
        QCOMPARE(m_desk->reservations().constLast().subject, QStringLiteral("Very late training"));
        QCOMPARE(held(*m_desk), laterFromThirdHeld());
        // Texts of the whole leave the part's alone.
        Letter whole;
        whole.minute = 30;
        whole.subject = "Training";
        QCOMPARE(send(*m_desk, whole).constFirst().reason.code, QByteArray("decision.unchanged"));
        QCOMPARE(m_desk->reservations().constFirst().subject, QStringLiteral("Training"));
        QCOMPARE(m_desk->reservations().constLast().subject, QStringLiteral("Very late training"));
    }

    void aNewVersionOfTheWholeReplacesItsParts()
    {
        send(*m_desk, {});
        send(*m_desk, laterFromThird());
        Letter whole;
        whole.sequence = 2;
        QCOMPARE(send(*m_desk, whole).constFirst().verdict, std::optional(Verdict::Accepted));
        QCOMPARE(held(*m_desk), fourFridays);
        QCOMPARE(send(*m_desk, laterFromThird()).constFirst().verdict, std::optional(Verdict::Ignored));
        QCOMPARE(held(*m_desk), fourFridays);
    }

    void oneDateOfAPartIsCancelledByItsOriginalTime()
    {
        send(*m_desk, {});
        send(*m_desk, laterFromThird());
        QCOMPARE(send(*m_desk, ofOccurrence("20261211T160000", 2, 6, "CANCEL")).constFirst().verdict,
                 std::optional(Verdict::Cancelled));
        QCOMPARE(held(*m_desk), laterFromThirdHeld().first(3));
    }

    void aPartWithARuleOfItsOwn()
    {
        send(*m_desk, {});
        Letter daily = laterFromThird();
        daily.recurrence = "RRULE:FREQ=DAILY;COUNT=3\r\n";
        QCOMPARE(send(*m_desk, daily).constFirst().verdict, std::optional(Verdict::Accepted));
        const QStringList days{QStringLiteral("2026-12-04T17:00:00Z/2026-12-04T18:00:00Z"),
                               QStringLiteral("2026-12-05T17:00:00Z/2026-12-05T18:00:00Z"),
                               QStringLiteral("2026-12-06T17:00:00Z/2026-12-06T18:00:00Z")};
        QCOMPARE(held(*m_desk), fourFridays.first(2) + days);
    }

    void theEndMayComeBeforeTheSeries()
    {
        QCOMPARE(send(*m_desk, fromOccurrence("20261204T160000", 1, 5, "CANCEL")).constFirst().verdict,
                 std::optional(Verdict::Cancelled));
        send(*m_desk, {});
        QCOMPARE(held(*m_desk), fourFridays.first(2));
    }

    void theSeriesMayEndWithoutATimeBeforeItComes()
    {
        Letter end;
        end.method = "CANCEL";
        end.sequence = 1;
        end.start.clear();
        end.recurrence.clear();
        QCOMPARE(send(*m_desk, end).constFirst().verdict, std::optional(Verdict::Cancelled));
        QCOMPARE(send(*m_desk, {}).constFirst().verdict, std::optional(Verdict::Ignored));
        QVERIFY(held(*m_desk).isEmpty());
    }

    void I5x_oneDateIsFoundHoweverItIsNamed_data()
    {
        QTest::addColumn<QByteArray>("zone");
        QTest::addColumn<QByteArray>("value");
        QTest::newRow("its own zone") << QByteArray(";TZID=Europe/Berlin") << QByteArray("20261204T160000");
        QTest::newRow("UTC") << QByteArray() << QByteArray("20261204T150000Z");
        QTest::newRow("another zone") << QByteArray(";TZID=Eastern Standard Time") << QByteArray("20261204T100000");
        QTest::newRow("floating") << QByteArray() << QByteArray("20261204T160000");
        QTest::newRow("date") << QByteArray(";VALUE=DATE") << QByteArray("20261204");
    }

    void I5x_oneDateIsFoundHoweverItIsNamed()
    {
        QFETCH(QByteArray, zone);
        QFETCH(QByteArray, value);
        QStringList moved = fourFridays;
        moved[2] = QStringLiteral("2026-12-04T08:00:00Z/2026-12-04T09:00:00Z");
        QStringList without = fourFridays;
        without.removeAt(2);
        for (const bool seriesFirst : {true, false}) {
            for (const QByteArray method : {"REQUEST", "CANCEL"}) {
                RequestDesk desk;
                Letter change = ofOccurrence(value, 1, 5, method);
                change.occurrenceZone = zone;
                change.start = method == "REQUEST" ? QByteArray("20261204T090000") : QByteArray();
                change.end = "20261204T100000";
                if (seriesFirst)
                    send(desk, {});
                send(desk, change);
                if (!seriesFirst)
                    send(desk, {});
                QVERIFY2(held(desk) == (method == "REQUEST" ? moved : without),
                         qPrintable(QString::fromLatin1(method) + (seriesFirst ? u" behind: " : u" ahead: ")
                                    + held(desk).join(u' ')));
            }
        }
    }

    // Of the same sequence, whenever it comes: one date goes before the whole, and its words stay its own.
    void anOverrideKeepsItsWordsWhenTextsOfTheWholeChange()
    {
        send(*m_desk, {});
        Letter moved = ofOccurrence("20261127T160000", 0, 5);
        moved.subject = "With the fire brigade";
        send(*m_desk, moved);
        Letter whole;
        whole.minute = 30;
        whole.subject = "Training";
        send(*m_desk, whole);
        QCOMPARE(m_desk->reservations().at(0).subject, QStringLiteral("Training"));
        QCOMPARE(m_desk->reservations().at(1).subject, QStringLiteral("With the fire brigade"));
        // The same where the override is said again together with the whole.
        whole.minute = 40;
        moved.minute = 40;
        moved.subject = "With the fire brigade, outside";
        whole.further = moved.event();
        QCOMPARE(send(*m_desk, whole).constFirst().reason.code, QByteArray("decision.unchanged"));
        QCOMPARE(m_desk->reservations().at(1).subject, QStringLiteral("With the fire brigade, outside"));
        QCOMPARE(m_desk->reservations().at(0).subject, QStringLiteral("Training"));
    }

    void I5x_aDateThatTheSeriesDoesNotHaveWaitsForItsNewVersion()
    {
        send(*m_desk, {});
        Letter ahead = ofOccurrence("20261127T163000", 1, 5); // of the version that is still under way
        ahead.start = "20261127T164500";
        ahead.end = "20261127T174500";
        const Trace waiting = send(*m_desk, ahead).constFirst();
        QCOMPARE(waiting.reason.code, QByteArray("decision.date-awaited"));
        QCOMPARE(held(*m_desk), fourFridays);
        Letter whole;
        whole.sequence = 1;
        whole.start = "20261120T163000";
        whole.end = "20261120T173000";
        send(*m_desk, whole);
        QCOMPARE(held(*m_desk).at(0), QStringLiteral("2026-11-20T15:30:00Z/2026-11-20T16:30:00Z"));
        QCOMPARE(held(*m_desk).at(1), QStringLiteral("2026-11-27T15:45:00Z/2026-11-27T16:45:00Z"));
        QCOMPARE(held(*m_desk).size(), 4);
    }

    void aPersonMayReleaseADateThatTheSeriesDoesNotHave()
    {
        send(*m_desk, {});
        const Trace waiting = send(*m_desk, ofOccurrence("20261128T160000", 1, 5)).constFirst();
        QCOMPARE(waiting.verdict, std::optional(Verdict::Held));
        QCOMPARE(m_desk->decide(waiting.id, true).verdict, std::optional(Verdict::Accepted));
        QCOMPARE(held(*m_desk).size(), 5);
    }

    void allDaySeriesAreReservedAndChanged()
    {
        Letter days;
        days.zone = ";VALUE=DATE";
        days.start = "20261120";
        days.end = "20261121";
        QCOMPARE(send(*m_desk, days).constFirst().verdict, std::optional(Verdict::Accepted));
        QCOMPARE(held(*m_desk).size(), 4);
        Letter without = ofOccurrence("20261127T000000", 1, 5, "CANCEL"); // as Exchange names it
        without.start.clear();
        send(*m_desk, without);
        QCOMPARE(held(*m_desk).size(), 3);
        Letter end = fromOccurrence("20261204", 2, 6, "CANCEL");
        end.occurrenceZone = ";VALUE=DATE";
        end.start.clear();
        send(*m_desk, end);
        QCOMPARE(held(*m_desk), QStringList{QStringLiteral("2026-11-19T23:00:00Z/2026-11-20T23:00:00Z")});
    }

    void floatingSeriesAreInTheZoneOfTheSpace()
    {
        Letter floating;
        floating.zone.clear();
        QCOMPARE(send(*m_desk, floating).constFirst().verdict, std::optional(Verdict::Accepted));
        QCOMPARE(held(*m_desk), fourFridays);
    }

    void theRoomIsTakenOffADateAndPutBack()
    {
        send(*m_desk, {});
        Letter without = ofOccurrence("20261127T160000", 1, 5);
        without.attendee = "someone@mycompany.com";
        QCOMPARE(send(*m_desk, without).constFirst().reason.code, QByteArray("decision.room-removed"));
        QStringList three = fourFridays;
        three.removeAt(1);
        QCOMPARE(held(*m_desk), three);
        QCOMPARE(send(*m_desk, ofOccurrence("20261127T160000", 2, 6)).constFirst().verdict,
                 std::optional(Verdict::Accepted));
        QCOMPARE(held(*m_desk), fourFridays);
        Letter whole;
        whole.sequence = 3;
        whole.attendee = "someone@mycompany.com";
        QCOMPARE(send(*m_desk, whole).constFirst().reason.code, QByteArray("decision.room-removed"));
        QVERIFY(held(*m_desk).isEmpty());
        whole.sequence = 4;
        whole.attendee = whole.room;
        QCOMPARE(send(*m_desk, whole).constFirst().verdict, std::optional(Verdict::Accepted));
        QCOMPARE(held(*m_desk), fourFridays);
    }

    void theRoomIsTakenOffBeforeTheSeriesComes_data()
    {
        QTest::addColumn<int>("sequence");
        QTest::newRow("dates beside it with numbers of their own") << 0;
        QTest::newRow("dates beside it with its number") << 2;
    }
    void theRoomIsTakenOffBeforeTheSeriesComes()
    {
        QFETCH(const int, sequence);
        Letter beside = ofOccurrence("20261127T160000", sequence, 10);
        beside.start = "20261127T180000";
        beside.end = "20261127T190000";
        beside.attendee = "someone@mycompany.com";
        Letter without;
        without.sequence = 2;
        without.minute = 10;
        without.attendee = "someone@mycompany.com";
        without.further = beside.event();
        // Nobody knows yet that it was on the list.
        QCOMPARE(send(*m_desk, without).constFirst().verdict, std::optional(Verdict::Accepted));
        QCOMPARE(held(*m_desk).size(), 4);
        send(*m_desk, ofOccurrence("20261204T160000", 3, 20)); // invited again, to this date alone
        QCOMPARE(send(*m_desk, {}).constFirst().reason.code, QByteArray("decision.room-removed"));
        QCOMPARE(held(*m_desk), QStringList{fourFridays.at(2)});
        for (const Reservation& row : m_desk->reservations())
            QCOMPARE(row.version.sequence, row.status == ReservationStatus::Cancelled ? 2 : 3);
    }

    void aDateBesideAnOlderTextOfItsSeriesHolds()
    {
        Letter moved = ofOccurrence("20261127T160000", 0, 0);
        moved.start = "20261127T180000";
        moved.end = "20261127T190000";
        Letter first;
        first.further = moved.event();
        Letter text; // of the series alone, with the same number
        text.minute = 30;
        text.subject = "Safety training, room plan attached";
        QStringList wanted = fourFridays;
        wanted[1] = QStringLiteral("2026-11-27T17:00:00Z/2026-11-27T18:00:00Z");
        for (const bool isInOrder : {true, false}) {
            init();
            send(*m_desk, isInOrder ? first : text);
            send(*m_desk, isInOrder ? text : first);
            QCOMPARE(held(*m_desk), wanted);
            QCOMPARE(m_desk->reservations().constFirst().subject,
                     QStringLiteral("Safety training, room plan attached"));
        }
    }

    void datesAreAddedToASeries()
    {
        send(*m_desk, {});
        Letter add;
        add.method = "ADD";
        add.sequence = 1;
        add.recurrence.clear();
        add.start = "20261218T160000";
        add.end = "20261218T170000";
        QCOMPARE(send(*m_desk, add).constFirst().verdict, std::optional(Verdict::Accepted));
        QCOMPARE(held(*m_desk),
                 QStringList(fourFridays) << QStringLiteral("2026-12-18T15:00:00Z/2026-12-18T16:00:00Z"));
        QCOMPARE(answers(*m_desk).constLast().recurrenceId, QStringLiteral("2026-12-18T15:00:00Z"));
        QCOMPARE(send(*m_desk, add).constFirst().verdict, std::optional(Verdict::Ignored));
        QCOMPARE(answers(*m_desk).size(), 2);
    }

    void datesAddedToWhatIsNotKnownWaitForIt()
    {
        Letter add;
        add.method = "ADD";
        add.sequence = 1;
        add.recurrence.clear();
        add.start = "20261218T160000";
        add.end = "20261218T170000";
        QCOMPARE(send(*m_desk, add).constFirst().reason.code, QByteArray("decision.addition-awaited"));
        QVERIFY(held(*m_desk).isEmpty());
        QCOMPARE(m_desk->outbox().size(), 1); // the organizer is asked for it, once
        QCOMPARE(m_desk->outbox().constFirst().kind, OutboxKind::Refresh);
        QCOMPARE(m_desk->outbox().constFirst().recipient, QStringLiteral("nour.abbas@mycompany.com"));
        send(*m_desk, add);
        QCOMPARE(m_desk->outbox().size(), 1);
        send(*m_desk, {});
        QCOMPARE(held(*m_desk).size(), 5);
    }

    // RFC 5546 3.2: what is meant for organizers, and what only informs, changes nothing and is answered by
    // nobody.
    void whatIsNoRequestIsKeptAndExplained_data()
    {
        QTest::addColumn<QByteArray>("method");
        QTest::addColumn<QByteArray>("code");
        QTest::newRow("PUBLISH") << QByteArray("PUBLISH") << QByteArray("decision.method-publish");
        QTest::newRow("REPLY") << QByteArray("REPLY") << QByteArray("decision.method-reply");
        QTest::newRow("COUNTER") << QByteArray("COUNTER") << QByteArray("decision.method-counter");
        QTest::newRow("DECLINECOUNTER") << QByteArray("DECLINECOUNTER") << QByteArray("decision.method-declinecounter");
        QTest::newRow("REFRESH") << QByteArray("REFRESH") << QByteArray("decision.method-refresh");
    }

    void whatIsNoRequestIsKeptAndExplained()
    {
        QFETCH(QByteArray, method);
        QFETCH(QByteArray, code);
        for (const bool isKnown : {false, true}) {
            RequestDesk desk;
            if (isKnown)
                send(desk, {});
            const QStringList before = held(desk);
            const auto told = desk.outbox().size();
            for (Letter letter :
                 {Letter(), ofOccurrence("20261127T160000", 3, 9), fromOccurrence("20261127T160000", 3, 9)}) {
                letter.method = method;
                letter.sequence = 3;
                letter.start = "20261127T080000";
                letter.end = "20261127T090000";
                const Trace trace = send(desk, letter).constFirst();
                QCOMPARE(trace.verdict, std::optional(Verdict::Ignored));
                QCOMPARE(trace.reason.code, code);
            }
            QCOMPARE(held(desk), before);
            QCOMPARE(desk.outbox().size(), told);
        }
    }

    // What is wrong with a series is told, and is no reason not to decide what comes about its dates.
    void datesOfASeriesThatCannotBeReadAreDecided_data()
    {
        QTest::addColumn<bool>("isOneMessage");
        QTest::newRow("in a message of their own") << false;
        QTest::newRow("beside an older text of it") << true;
    }

    void datesOfASeriesThatCannotBeReadAreDecided()
    {
        QFETCH(bool, isOneMessage);
        Letter date = ofOccurrence("20261127T160000", 0, 5);
        date.uid.clear();
        Letter older;
        older.uid.clear();
        Letter newer = older;
        newer.minute = 1;
        if (isOneMessage)
            newer.further = date.event() + older.event();
        for (const Letter& letter : {newer, date}) {
            const QByteArray mail = letter.mail().replace("UID:\r\n", "");
            const Trace trace
                = m_desk->send(mail, QString::fromLatin1(letter.organizer), {QString::fromLatin1(letter.room)})
                      .constFirst();
            QCOMPARE(trace.verdict, std::optional(Verdict::Declined));
            QCOMPARE(trace.reason.code, QByteArray("itip.uid-missing"));
        }
        QVERIFY(held(*m_desk).isEmpty());
    }
};

QTEST_GUILESS_MAIN(TestSeriesParts)
#include "tst_seriesparts.moc"
