// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#include "models/exchange/exchangeproblem.h"
#include "tests/unit/graphmeetings.h"

#include <QTest>
#include <QTimeZone>

#include <utility>

using namespace reserve;
using namespace reserve::test;

// R-ANSWER, R-MEETING through Graph: an answer is about one version of a meeting and given to no other.
class tst_GraphVersions final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void R_ANSWER_newerVersionIsNotAnswered_data();
    void R_ANSWER_newerVersionIsNotAnswered();
    void R_ANSWER_wholeDaysAreDates();
};

// Exchange has delivered an update that has not reached the agent: its time is not decided. Some clients move a meeting
// without a new SEQUENCE.
void tst_GraphVersions::R_ANSWER_newerVersionIsNotAnswered_data()
{
    QTest::addColumn<QString>("sequence");
    QTest::addColumn<QString>("stamp");
    QTest::addColumn<int>("movedBy"); // minutes
    QTest::addColumn<QByteArray>("code");
    const auto row = [](const char* name, const char* sequence, const char* stamp, int movedBy, const char* code) {
        QTest::newRow(name) << QString::fromLatin1(sequence) << QString::fromLatin1(stamp) << movedBy
                            << QByteArray(code);
    };
    row("the one that was decided", "1", "2026-11-16T09:00:00Z", 0, "");
    row("newer, at the same time", "2", "2026-11-17T09:00:00Z", 0, "exchange.newer-awaited");
    row("newer, moved", "2", "2026-11-17T09:00:00Z", 60, "exchange.newer-awaited");
    row("older", "0", "2026-11-15T09:00:00Z", 60, "exchange.message-not-found");
    row("moved later with the same number", "1", "2026-11-17T09:00:00.1234567Z", 60, "exchange.newer-awaited");
    row("moved earlier with the same number", "1", "2026-11-15T09:00:00Z", 60, "exchange.message-not-found");
    row("the same, its time is read otherwise", "1", "2026-11-16T09:00:00.4Z", 60, "");
    row("moved, and nothing else is told", "", "", 60, "exchange.newer-awaited");
    row("nothing is told", "", "", 0, "");
}

void tst_GraphVersions::R_ANSWER_newerVersionIsNotAnswered()
{
    QFETCH(QString, sequence);
    QFETCH(QString, stamp);
    QFETCH(int, movedBy);
    QFETCH(QByteArray, code);
    GraphRig rig;
    QJsonArray told;
    for (const auto& [id, value] : {std::pair(sequenceId, sequence), std::pair(stampId, stamp)}) {
        if (!value.isEmpty())
            told.append(QJsonObject{{QStringLiteral("id"), QLatin1String(id)}, {QStringLiteral("value"), value}});
    }
    rig.answerList(byUid, {graphEvent("E1", {{QStringLiteral("singleValueExtendedProperties"), told}})});
    rig.answer("/accept", 202);
    RoomResponse response = acceptance();
    response.sequence = 1;
    response.stamp = at("2026-11-16T09:00:00Z");
    response.time = TimeRange{at("2026-11-18T09:30:00Z") - Minutes(movedBy), at("2026-11-18T10:30:00Z")};
    const Result<ResponseReport> report = settled(rig.gateway.respond(response));
    QCOMPARE(codeOf(report), code);
    QCOMPARE(rig.requests().size(), code.isEmpty() ? 2 : 1);
    QVERIFY(rig.lines().first().contains(stampId));
    if (code != "exchange.newer-awaited")
        return;
    QCOMPARE(exchangeProblemOf(report.error()), ExchangeProblem::Conflict);
    QCOMPARE(report.error().arguments().value(QStringLiteral("mailbox")), room);
    QCOMPARE(report.error().arguments().contains(QStringLiteral("start")), movedBy > 0);
}

// Whose midnights they are is everybody's own affair.
void tst_GraphVersions::R_ANSWER_wholeDaysAreDates()
{
    const QJsonObject days{{QStringLiteral("isAllDay"), true},
                           {QStringLiteral("originalStartTimeZone"), QStringLiteral("Tokyo Standard Time")},
                           {QStringLiteral("start"), utcTime("2026-11-18T00:00:00")},
                           {QStringLiteral("end"), utcTime("2026-11-19T00:00:00")}};
    RoomResponse response = acceptance();
    response.allDay = true;
    response.timeZone = "Europe/Berlin";
    for (const int day : {17, 18}) {
        GraphRig rig;
        rig.answerList(byUid, {graphEvent("E1", days)});
        rig.answer("/accept", 202);
        const Instant midnight = fromDateTime(QDateTime(QDate(2026, 11, day), QTime(0, 0), QTimeZone("Europe/Berlin")));
        response.time = TimeRange{midnight, midnight + std::chrono::hours(24)};
        const QByteArray code = day == 18 ? QByteArray() : QByteArray("exchange.newer-awaited");
        QCOMPARE(codeOf(settled(rig.gateway.respond(response))), code);
    }
}

QTEST_GUILESS_MAIN(tst_GraphVersions)
#include "tst_graphversions.moc"
