// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#include "tests/unit/graphmeetings.h"

#include <QTest>

using namespace reserve;
using namespace reserve::test;

// Free and busy times by Graph (getSchedule).
class tst_GraphBusyTimes final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void busyTimesInPieces();
    void busyTimesOfAMailboxThatIsNone();
    void busyTimesOfTooManyItems();
};

void tst_GraphBusyTimes::busyTimesInPieces()
{
    GraphRig rig;
    QStringList rooms;
    for (int i = 0; i < 21; ++i)
        rooms.append(QStringLiteral("Room%1@contoso.example").arg(i));
    const auto schedule = [](const QString& mailbox, const QList<QJsonObject>& items) {
        QJsonArray array;
        for (const QJsonObject& item : items)
            array.append(item);
        return QJsonObject{{QStringLiteral("scheduleId"), mailbox}, {QStringLiteral("scheduleItems"), array}};
    };
    const QJsonObject busy{{QStringLiteral("status"), QStringLiteral("tentative")},
                           {QStringLiteral("start"), utcTime("2026-12-31T23:00:00")},
                           {QStringLiteral("end"), utcTime("2027-01-02T01:00:00")}};
    for (int window = 0; window < 2; ++window) {
        QList<QJsonObject> twenty;
        for (int i = 19; i >= 0; --i) // in an order of its own
            twenty.append(schedule(rooms.at(i).toLower(), i == 3 ? QList{busy} : QList<QJsonObject>()));
        rig.answerList("POST /v1.0/users/Room0@contoso.example/calendar/getSchedule", twenty);
        rig.answerList("POST /v1.0/users/Room20@contoso.example/calendar/getSchedule", {schedule(rooms.at(20), {})});
    }
    const Result<QList<BusyTime>> times
        = settled(rig.gateway.busyTimes(rooms, {at("2026-11-01T00:00:00Z"), at("2027-02-01T00:00:00Z")}));
    QVERIFY2(times, codeOf(times).constData());
    QCOMPARE(times->size(), 1); // though it came with both windows
    QCOMPARE(times->first().mailbox, rooms.at(3));
    QCOMPARE(times->first().busy, BusyKind::Tentative);
    QCOMPARE(times->first().time, (TimeRange{at("2026-12-31T23:00:00Z"), at("2027-01-02T01:00:00Z")}));
    QCOMPARE(rig.requests().size(), 4);
    const QJsonObject last = rig.bodyOf("Room20");
    QCOMPARE(last.value(QStringLiteral("startTime")).toObject(), utcTime("2027-01-02T00:00:00"));
    QCOMPARE(last.value(QStringLiteral("endTime")).toObject(), utcTime("2027-02-01T00:00:00"));
    QCOMPARE(rig.server.unanswered(), 0);
}

// E9: one that cannot be told of must not pass for a free one.
void tst_GraphBusyTimes::busyTimesOfAMailboxThatIsNone()
{
    GraphRig rig;
    rig.answerList(
        "getSchedule",
        {QJsonObject{{QStringLiteral("scheduleId"), room},
                     {QStringLiteral("error"),
                      QJsonObject{{QStringLiteral("responseCode"), QStringLiteral("ErrorMailRecipientNotFound")},
                                  {QStringLiteral("message"), QStringLiteral("Unable to resolve")}}}}});
    const TimeRange day{at("2026-11-18T00:00:00Z"), at("2026-11-19T00:00:00Z")};
    const Result<QList<BusyTime>> times = settled(rig.gateway.busyTimes({room}, day));
    QCOMPARE(codeOf(times), QByteArray("exchange.mailbox-unknown"));
    QCOMPARE(times.error().arguments().value(QStringLiteral("mailbox")), room);
    rig.answerList("getSchedule", {});
    QCOMPARE(codeOf(settled(rig.gateway.busyTimes({room}, day))), QByteArray("exchange.response-unreadable"));
}

void tst_GraphBusyTimes::busyTimesOfTooManyItems()
{
    GraphRig rig;
    const QJsonObject tooMany{
        {QStringLiteral("scheduleId"), room},
        {QStringLiteral("error"), QJsonObject{{QStringLiteral("responseCode"), QStringLiteral("5006")}}}};
    const QJsonObject fine{{QStringLiteral("scheduleId"), room}, {QStringLiteral("scheduleItems"), QJsonArray()}};
    rig.answerList("getSchedule", {tooMany});
    rig.answerList("getSchedule", {fine});
    rig.answerList("getSchedule", {fine});
    QVERIFY(settled(rig.gateway.busyTimes({room}, {at("2026-11-01T00:00:00Z"), at("2026-12-01T00:00:00Z")})));
    QCOMPARE(rig.bodyOf("getSchedule").value(QStringLiteral("startTime")).toObject(), utcTime("2026-11-16T00:00:00"));
    QCOMPARE(rig.server.unanswered(), 0);
}

QTEST_GUILESS_MAIN(tst_GraphBusyTimes)
#include "tst_graphbusytimes.moc"
