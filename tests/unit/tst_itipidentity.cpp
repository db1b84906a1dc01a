// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#include "models/itip/itipidentity.h"

#include <QTest>

using namespace reserve;

namespace {

QByteArray calendar(const QByteArray& eventLines, const QByteArray& method = "METHOD:REQUEST\r\n")
{
    return "BEGIN:VCALENDAR\r\n" + method + "BEGIN:VEVENT\r\n" + eventLines + "END:VEVENT\r\nEND:VCALENDAR\r\n";
}

} // namespace

class TestItipIdentity : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsWhatTheGateNeeds()
    {
        const auto found = identify(
            calendar("UID:abc\r\n"
                     "ORGANIZER;CN=Ada Lovelace;SENT-BY=\"mailto:help@example.org\":MAILTO:Ada@Example.org\r\n"
                     "SEQUENCE:3\r\n"));
        QVERIFY(found);
        QCOMPARE(found->method, ItipMethod::Request);
        QCOMPARE(found->uids, QStringList{QStringLiteral("abc")});
        QCOMPARE(found->organizer, QStringLiteral("Ada@Example.org"));
        QCOMPARE(found->organizerName, QStringLiteral("Ada Lovelace"));
        QCOMPARE(found->sentBy, QStringLiteral("help@example.org"));
        QCOMPARE(found->sequence, 3);
        QVERIFY(!found->recurring);
        QCOMPARE(found->eventCount, 1);
    }

    void unfoldsUidOverLines_data()
    {
        QTest::addColumn<QByteArray>("lines");
        QTest::newRow("crlf and space") << QByteArray("UID:0400\r\n 00008200\r\n");
        QTest::newRow("lf and tab") << QByteArray("UID:0400\n\t00008200\n");
        QTest::newRow("empty line between") << QByteArray("UID:0400\r\n\r\n 00008200\r\n");
    }
    void unfoldsUidOverLines()
    {
        QFETCH(QByteArray, lines);
        const auto found = identify(calendar(lines));
        QVERIFY(found);
        QCOMPARE(found->uids, QStringList{QStringLiteral("040000008200")});
    }

    void readsExchangesUidsWithoutRegardToCase_data()
    {
        QTest::addColumn<QByteArray>("written");
        QTest::addColumn<QString>("uid");
        const QByteArray own = "040000008200E00074C5B7101A82E00800000000B0A1C2D3E4F5DB01000000000000000010000000AB";
        QTest::newRow("as Exchange writes it") << own << QString::fromLatin1(own);
        QTest::newRow("lower case") << own.toLower() << QString::fromLatin1(own);
        QTest::newRow("not all of it digits") << own.toLower() + "-x" << QString::fromLatin1(own.toLower() + "-x");
        QTest::newRow("the class alone") << own.first(32).toLower() << QString::fromLatin1(own.first(32).toLower());
        QTest::newRow("another program's") << QByteArray("aB3d@Example.org") << QStringLiteral("aB3d@Example.org");
    }
    void readsExchangesUidsWithoutRegardToCase()
    {
        QFETCH(QByteArray, written);
        QFETCH(QString, uid);
        QCOMPARE(identify(calendar("UID:" + written + "\r\n"))->uids, QStringList{uid});
    }

    void takesExchangeSequenceFirst()
    {
        QCOMPARE(identify(calendar("X-MICROSOFT-CDO-APPT-SEQUENCE:5\r\nSEQUENCE:1\r\n"))->sequence, 5);
        QCOMPARE(identify(calendar("SEQUENCE:1\r\nX-MICROSOFT-CDO-APPT-SEQUENCE:5\r\n"))->sequence, 5);
        QCOMPARE(identify(calendar("SEQUENCE:-4\r\n"))->sequence, 0);
    }

    void seesRecurrence_data()
    {
        QTest::addColumn<QByteArray>("line");
        QTest::newRow("rule") << QByteArray("RRULE:FREQ=DAILY\r\n");
        QTest::newRow("dates") << QByteArray("RDATE:20260101T000000Z\r\n");
        QTest::newRow("one occurrence") << QByteArray("RECURRENCE-ID:20260101T000000Z\r\n");
    }
    void seesRecurrence()
    {
        QFETCH(QByteArray, line);
        QVERIFY(identify(calendar("UID:1\r\n" + line))->recurring);
    }

    void ignoresTheRulesOfZonesAndTheLinesOfAlarms()
    {
        const auto found
            = identify("BEGIN:VCALENDAR\nBEGIN:VTIMEZONE\nBEGIN:STANDARD\nRRULE:FREQ=YEARLY\nEND:STANDARD\n"
                       "END:VTIMEZONE\nMETHOD:CANCEL\nBEGIN:VEVENT\nBEGIN:VALARM\nUID:alarm\n"
                       "ORGANIZER:mailto:alarm@x\nEND:VALARM\nUID:event\nEND:VEVENT\nEND:VCALENDAR\n");
        QVERIFY(found);
        QCOMPARE(found->method, ItipMethod::Cancel);
        QCOMPARE(found->uids, QStringList{QStringLiteral("event")});
        QVERIFY(found->organizer.isEmpty());
        QVERIFY(!found->recurring);
    }

    // What lists show before anything is decided.
    void readsTheSummaryInOneLine()
    {
        const auto found = identify(calendar("UID:1\r\nSUMMARY;LANGUAGE=de:Gr\xC3\xB6\xC3\x9F"
                                             "e\\, Teil\\n 1\r\nSUMMARY:Other\r\n"));
        QCOMPARE(found->summary, QStringLiteral("Größe, Teil 1"));
        QCOMPARE(identify(calendar("SUMMARY:" + QByteArray(100000, 'x') + "\r\n"))->summary.size(), 1000);
        QVERIFY(identify(calendar("UID:1\r\nBEGIN:VALARM\r\nSUMMARY:Alarm\r\nEND:VALARM\r\n"))->summary.isEmpty());
    }

    void tellsWhatIsPrivate_data()
    {
        QTest::addColumn<QByteArray>("lines");
        QTest::addColumn<bool>("isPrivate");
        QTest::newRow("none") << QByteArray() << false;
        QTest::newRow("public") << QByteArray("CLASS:PUBLIC\r\n") << false;
        QTest::newRow("private") << QByteArray("CLASS:PRIVATE\r\n") << true;
        QTest::newRow("in small letters") << QByteArray("class: Private \r\n") << true;
        QTest::newRow("not known") << QByteArray("CLASS:X-TEAM-ONLY\r\n") << true;
        QTest::newRow("confidential") << QByteArray("CLASS:CONFIDENTIAL\r\n") << true;
        QTest::newRow("one of two") << QByteArray("CLASS:PRIVATE\r\nEND:VEVENT\r\nBEGIN:VEVENT\r\nCLASS:PUBLIC\r\n")
                                    << true;
        QTest::newRow("of an alarm") << QByteArray("BEGIN:VALARM\r\nCLASS:PRIVATE\r\nEND:VALARM\r\n") << false;
    }
    void tellsWhatIsPrivate()
    {
        QFETCH(QByteArray, lines);
        QFETCH(bool, isPrivate);
        QCOMPARE(identify(calendar("UID:1\r\n" + lines))->isPrivate, isPrivate);
    }

    void countsEventsAndListsEachUidOnce()
    {
        const auto found
            = identify("BEGIN:VCALENDAR\nBEGIN:VEVENT\nUID:a\nEND:VEVENT\nBEGIN:VEVENT\nUID:a\nEND:VEVENT\n"
                       "BEGIN:VEVENT\nUID:b\nEND:VEVENT\nEND:VCALENDAR");
        QCOMPARE(found->eventCount, 3);
        QCOMPARE(found->uids, (QStringList{QStringLiteral("a"), QStringLiteral("b")}));
    }

    void tellsMethods_data()
    {
        QTest::addColumn<QByteArray>("line");
        QTest::addColumn<ItipMethod>("method");
        QTest::newRow("none") << QByteArray() << ItipMethod::None;
        QTest::newRow("lower case") << QByteArray("method:request\r\n") << ItipMethod::Request;
        QTest::newRow("counter") << QByteArray("METHOD:COUNTER\r\n") << ItipMethod::Counter;
        QTest::newRow("foreign") << QByteArray("METHOD:X-PARTY\r\n") << ItipMethod::Unknown;
    }
    void tellsMethods()
    {
        QFETCH(QByteArray, line);
        QFETCH(ItipMethod, method);
        QCOMPARE(identify(calendar("UID:1\r\n", line))->method, method);
    }

    void isNothingWithoutACalendar()
    {
        QVERIFY(!identify(""));
        QVERIFY(!identify("BEGIN:VEVENT\r\nUID:1\r\nEND:VEVENT\r\n"));
        QVERIFY(!identify(QByteArray(1000, '\0')));
    }

    void survivesATextWithoutEnds()
    {
        const auto found = identify("\xEF\xBB\xBF"
                                    "BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nUID:cut");
        QVERIFY(found);
        QCOMPARE(found->uids, QStringList{QStringLiteral("cut")});
        QByteArray nested = "BEGIN:VCALENDAR\n";
        nested += QByteArray("BEGIN:X\n").repeated(100000);
        QVERIFY(identify(nested));
    }
};

QTEST_APPLESS_MAIN(TestItipIdentity)
#include "tst_itipidentity.moc"
