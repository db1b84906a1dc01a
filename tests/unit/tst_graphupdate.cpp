// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#include "tests/unit/graphmeetings.h"

#include <QTest>

using namespace reserve;
using namespace reserve::test;

// How an event of ours is changed by Graph, whole or one date of it.
class tst_GraphUpdate final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void updates();
    void updatesOneDate();
    void E6_updateOfWhatIsGone();
};

void tst_GraphUpdate::updates()
{
    GraphRig rig;
    rig.answerList(byMark, {ours()});
    rig.answer("PATCH /v1.0/users/lab@contoso.example/events/E1",
               ours({{QStringLiteral("@odata.etag"), QStringLiteral("W/\"2\"")}}));
    const Result<ItemReference> item = settled(rig.gateway.update(room, {}, draft()));
    QVERIFY(item);
    QCOMPARE(item->changeKey, QStringLiteral("W/\"2\""));
    QCOMPARE(rig.bodyOf("PATCH").value(QStringLiteral("subject")).toString(), QStringLiteral("Fire drill"));
    QVERIFY(!rig.bodyOf("PATCH").contains(QStringLiteral("transactionId"))); // it never changes
    QVERIFY(!rig.bodyOf("PATCH").contains(QStringLiteral("recurrence")));

    // A series that becomes a single meeting.
    rig.answerList(byMark, {ours({{QStringLiteral("type"), QStringLiteral("seriesMaster")}})});
    rig.answer("PATCH", ours());
    QVERIFY(settled(rig.gateway.update(room, {}, draft())));
    QVERIFY(rig.bodyOf("PATCH").value(QStringLiteral("recurrence")).isNull());
}

void tst_GraphUpdate::updatesOneDate()
{
    GraphRig rig;
    rig.answerList(byMark,
                   {ours({{QStringLiteral("id"), QStringLiteral("M1")},
                          {QStringLiteral("type"), QStringLiteral("seriesMaster")}})});
    rig.answerList(calendarView,
                   {occurrence("O2", "2026-11-25T09:30:00Z", "2026-11-25T09:30:00", "2026-11-25T10:30:00")});
    rig.answer("PATCH /v1.0/users/lab@contoso.example/events/O2", graphEvent("O2"));
    QVERIFY(settled(rig.gateway.update(room, QStringLiteral("2026-11-25T09:30:00Z"), weekly())));
    const QJsonObject body = rig.bodyOf("PATCH");
    QVERIFY(!body.contains(QStringLiteral("recurrence")));
    QVERIFY(!body.contains(QStringLiteral("singleValueExtendedProperties")));
    QCOMPARE(body.value(QStringLiteral("start")).toObject(), utcTime("2026-11-18T09:30:00"));
}

void tst_GraphUpdate::E6_updateOfWhatIsGone()
{
    GraphRig rig;
    rig.answerList(byMark, {});
    QCOMPARE(codeOf(settled(rig.gateway.update(room, {}, draft()))), QByteArray("exchange.item-gone"));
    rig.answerList(byMark, {ours()});
    rig.refuse("PATCH", 404, "ErrorItemNotFound");
    QCOMPARE(codeOf(settled(rig.gateway.update(room, {}, draft()))), QByteArray("exchange.item-gone"));
    rig.answerList(byMark, {ours()});
    rig.refuse("PATCH", 412, "ErrorIrresolvableConflict");
    QCOMPARE(codeOf(settled(rig.gateway.update(room, {}, draft()))), QByteArray("exchange.item-changed"));
}

QTEST_GUILESS_MAIN(tst_GraphUpdate)
#include "tst_graphupdate.moc"
