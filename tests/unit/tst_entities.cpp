// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#include "models/base/address.h"
#include "models/base/backoff.h"
#include "models/base/secretstring.h"
#include "models/entities/announcement.h"
#include "models/entities/enumtext.h"
#include "models/entities/space.h"
#include "models/entities/trace.h"
#include "tests/support/fakeclock.h"

#include <QTest>

using namespace reserve;
using namespace reserve::test;

class tst_Entities final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void R_LOWEST_ID_controlNumbersCompareAsNumbers();
    void controlNumbersAreDigitsOnly();
    void R_RETRY_hintIsAFloorAndCapped_data();
    void R_RETRY_hintIsAFloorAndCapped();
    void domainMatches_data();
    void domainMatches();
    void stepsSurviveTheStore();
    void endingsSurviveTheStore();
    void announcementSurvivesTheStore();
    void workDays();
    void minutes();
    void words();
    void secretsRevealOnlyOnDemand();
};

void tst_Entities::R_LOWEST_ID_controlNumbersCompareAsNumbers()
{
    const auto number = [](const char* text) { return ControlNumber::fromText(QString::fromLatin1(text)).value(); };
    QVERIFY(number("99874") < number("100317"));
    QVERIFY(number("099874") < number("100317"));
    QVERIFY(number("0042") == number("42"));
    QCOMPARE(number("0042").text(), QStringLiteral("0042"));
}

void tst_Entities::controlNumbersAreDigitsOnly()
{
    for (const char* text : {"", "12a", "-5", " 7", "1234567890123456789", "\xd9\xa1\xd9\xa2"})
        QVERIFY2(!ControlNumber::fromText(QString::fromUtf8(text)), text);
}

void tst_Entities::R_RETRY_hintIsAFloorAndCapped_data()
{
    QTest::addColumn<int>("hintSeconds");
    QTest::addColumn<QByteArray>("next");
    QTest::newRow("none") << 0 << QByteArray("2026-11-18T08:05:00Z");
    QTest::newRow("negative") << -60 << QByteArray("2026-11-18T08:05:00Z");
    QTest::newRow("shorter than the interval") << 30 << QByteArray("2026-11-18T08:05:00Z");
    QTest::newRow("longer") << 900 << QByteArray("2026-11-18T08:15:00Z");
    QTest::newRow("above an hour") << 86400 << QByteArray("2026-11-18T09:00:00Z");
}

void tst_Entities::R_RETRY_hintIsAFloorAndCapped()
{
    QFETCH(int, hintSeconds);
    QFETCH(QByteArray, next);
    const Backoff backoff(Minutes(5));
    QCOMPARE(toIso(backoff.nextAttempt(at("2026-11-18T08:00:00Z"), std::chrono::seconds(hintSeconds))),
             QString::fromLatin1(next));
}

void tst_Entities::domainMatches_data()
{
    QTest::addColumn<QString>("domain");
    QTest::addColumn<QString>("accepted");
    QTest::addColumn<bool>("matches");
    QTest::newRow("equal") << QStringLiteral("a.example") << QStringLiteral("a.example") << true;
    QTest::newRow("case") << QStringLiteral("A.Example") << QStringLiteral("a.eXample") << true;
    QTest::newRow("suffix after a dot") << QStringLiteral("x.a.example") << QStringLiteral("a.example") << true;
    QTest::newRow("suffix without a dot") << QStringLiteral("xa.example") << QStringLiteral("a.example") << false;
    QTest::newRow("longer than asked") << QStringLiteral("example") << QStringLiteral("a.example") << false;
    QTest::newRow("empty accepted") << QStringLiteral("a.example") << QString() << false;
    QTest::newRow("empty domain") << QString() << QStringLiteral("a.example") << false;
}

void tst_Entities::domainMatches()
{
    QFETCH(QString, domain);
    QFETCH(QString, accepted);
    QFETCH(bool, matches);
    QCOMPARE(reserve::domainMatches(domain, accepted), matches);
}

void tst_Entities::stepsSurviveTheStore()
{
    const QList<TraceStep> steps{{at("2026-11-18T08:00:00.123Z"),
                                  "R-GATE",
                                  {"gate.person", {{QStringLiteral("a"), QStringLiteral("ü \"x\"\n")}}}},
                                 {at("2026-11-18T08:00:01Z"), "R-250", {"intake.durable", {}}}};
    QCOMPARE(stepsFromJson(toJson(steps)), steps);
    QVERIFY(stepsFromJson("{").isEmpty());
}

void tst_Entities::endingsSurviveTheStore()
{
    const QList<MeetingEnding> endings{
        {QStringLiteral("uid 2026-11-27"),
         {},
         {"decision.ask", {{QStringLiteral("space"), QStringLiteral("CR1")}}},
         {7},
         {}},
        {QStringLiteral("other "), Verdict::Held, {"match.sender-not-organizer", {}}, {}, at("2026-11-18T08:00:00Z")}};
    QCOMPARE(endingsFromJson(toJson(endings)), endings);
    QVERIFY(toJson(QList<MeetingEnding>()).isEmpty());
    QVERIFY(endingsFromJson({}).isEmpty());
}

void tst_Entities::announcementSurvivesTheStore()
{
    Announcement a;
    a.status = ReservationStatus::Declined;
    a.freedOldSlot = true;
    a.reason = {"decision.conflict", {{QStringLiteral("holder"), QStringLiteral("x@y.example")}}};
    a.alternatives = {{SpaceId{3}, QStringLiteral("CR3"), {at("2026-11-18T08:00:00Z"), at("2026-11-18T09:00:00Z")}}};
    a.uid = QStringLiteral("0400000082");
    a.sequence = 4;
    a.subject = QStringLiteral("Größe \"é\" 🙂");
    a.time = {at("2026-11-18T10:00:00Z"), at("2026-11-18T11:00:00Z")};
    a.organizerLine = "ORGANIZER;CN=\"M\xc3\xbcller\":mailto:m@y.example";
    a.requesterIsExternal = true;
    a.byConsole = true;
    a.recurrence = "RRULE:FREQ=WEEKLY;COUNT=4\r\nEXDATE:20261125T083000Z";
    const auto read = announcementFromJson(toJson(a));
    QVERIFY(read);
    QVERIFY(*read == a);
    QVERIFY(!announcementFromJson("[]"));
}

void tst_Entities::workDays()
{
    QCOMPARE(workDaysToText(0b0011111), QStringLiteral("Mon,Tue,Wed,Thu,Fri"));
    QCOMPARE(workDaysFromText(QStringLiteral("mon, Sun")), std::optional<quint8>(quint8(0b1000001)));
    QCOMPARE(workDaysFromText(QStringLiteral("Mon,Someday")), std::optional<quint8>());
}

void tst_Entities::minutes()
{
    QCOMPARE(minuteToText(7 * 60 + 5), QStringLiteral("07:05"));
    QCOMPARE(minuteFromText(QStringLiteral("24:00")), std::optional<int>(1440));
    for (const char* text : {"24:01", "8", "8:5", "-1:00", "ab:cd", "08:60"})
        QVERIFY2(!minuteFromText(QString::fromLatin1(text)), text);
}

void tst_Entities::words()
{
    QCOMPARE(toText(PersonKind::ExternalContact), QByteArrayLiteral("external-contact"));
    QCOMPARE(fromText<Verdict>("quarantined"), std::optional<Verdict>(Verdict::Quarantined));
    QCOMPARE(fromText<Verdict>("Accepted"), std::optional<Verdict>());
    for (const auto status : {ReservationStatus::Accepted, ReservationStatus::Tentative, ReservationStatus::Pending,
                              ReservationStatus::Declined, ReservationStatus::Cancelled})
        QCOMPARE(fromText<ReservationStatus>(toText(status)), std::optional<ReservationStatus>(status));
}

void tst_Entities::secretsRevealOnlyOnDemand()
{
    const SecretString secret("pa\xc3\x9f");
    QCOMPARE(secret.reveal().toByteArray(), QByteArray("pa\xc3\x9f"));
    QVERIFY(SecretString().isEmpty());
    QVERIFY(SecretString().reveal().isEmpty());
}

QTEST_APPLESS_MAIN(tst_Entities)
#include "tst_entities.moc"
