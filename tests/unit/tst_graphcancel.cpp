// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#include "tests/unit/graphmeetings.h"

#include <QTest>

using namespace reserve;
using namespace reserve::test;

// How an event of ours is taken away by Graph, and who is told.
class tst_GraphCancel final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void cancelsQuietlyWhereNobodyWasInvited();
    void cancelTellsWhoWasInvited();
    void cancelsOneDate();
    void whatIsNotThereIsCancelled();
};

void tst_GraphCancel::cancelsQuietlyWhereNobodyWasInvited()
{
    GraphRig rig;
    rig.answerList(byMark, {ours()});
    rig.answer("DELETE /v1.0/users/lab@contoso.example/events/E1", 204);
    QVERIFY(settled(rig.gateway.cancel(room, "b7a1-4711", {}, QStringLiteral("Flooded"))));
    QCOMPARE(rig.requests().size(), 2);
}

void tst_GraphCancel::cancelTellsWhoWasInvited()
{
    GraphRig rig;
    rig.answerList(byMark, {ours({{QStringLiteral("attendees"), QJsonArray{QJsonObject()}}})});
    rig.answer("POST /v1.0/users/lab@contoso.example/events/E1/cancel", 202);
    QVERIFY(settled(rig.gateway.cancel(room, "b7a1-4711", {}, QStringLiteral("Flooded"))));
    QCOMPARE(rig.bodyOf("/cancel"), (QJsonObject{{QStringLiteral("comment"), QStringLiteral("Flooded")}}));
}

void tst_GraphCancel::cancelsOneDate()
{
    GraphRig rig;
    rig.answerList(byMark,
                   {ours({{QStringLiteral("id"), QStringLiteral("M1")},
                          {QStringLiteral("type"), QStringLiteral("seriesMaster")}})});
    QJsonObject date = occurrence("O2", "2026-11-25T09:30:00Z", "2026-11-25T09:30:00", "2026-11-25T10:30:00");
    date.remove(QStringLiteral("attendees"));
    rig.answerList(calendarView, {date});
    rig.answer("DELETE /v1.0/users/lab@contoso.example/events/O2", 204);
    QVERIFY(settled(rig.gateway.cancel(room, "b7a1-4711", QStringLiteral("2026-11-25T09:30:00Z"), {})));
    QCOMPARE(rig.server.unanswered(), 0);
}

void tst_GraphCancel::whatIsNotThereIsCancelled()
{
    GraphRig rig;
    rig.answerList(byMark, {});
    QVERIFY(settled(rig.gateway.cancel(room, "b7a1-4711", {}, {})));
    rig.answerList(byMark, {ours()});
    rig.refuse("DELETE", 404, "ErrorItemNotFound");
    QVERIFY(settled(rig.gateway.cancel(room, "b7a1-4711", {}, {})));
    rig.answerList(byMark, {ours()});
    rig.answer("DELETE", 503);
    QCOMPARE(codeOf(settled(rig.gateway.cancel(room, "b7a1-4711", {}, {}))), QByteArray("exchange.server-error"));
}

QTEST_GUILESS_MAIN(tst_GraphCancel)
#include "tst_graphcancel.moc"
