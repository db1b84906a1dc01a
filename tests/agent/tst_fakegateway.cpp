// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#include "tests/support/fakeclock.h"
#include "tests/support/fakegateway.h"

#include <QTemporaryDir>
#include <QTest>

using namespace reserve;
using namespace reserve::test;

namespace {

const QString cr1 = QStringLiteral("cr1@mycompany.com");

ItemDraft draftOf(const char* mark)
{
    ItemDraft draft;
    draft.mark = mark;
    return draft;
}

RoomResponse responseTo(const char* uid)
{
    RoomResponse response;
    response.mailbox = cr1;
    response.meeting.uid = QLatin1String(uid);
    return response;
}

} // namespace

// The Exchange that other tests rely on.
class TestFakeGateway : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void repeatsLeaveNoEffect();
    void misbehavesAsTold();
    void answersByTheClock();
    void itsJournalOutlivesIt();
};

void TestFakeGateway::repeatsLeaveNoEffect()
{
    FakeExchange exchange;
    const auto gateway = exchange.make({}, {}).value();
    QVERIFY(gateway->create(cr1, draftOf("a")).result());
    QVERIFY(gateway->create(cr1, draftOf("a")).result());
    QVERIFY(!gateway->respond(responseTo("u")).result()->wasAnswered);
    QVERIFY(gateway->respond(responseTo("u")).result()->wasAnswered);
    QVERIFY(gateway->cancel(cr1, "b", {}, {}).result());
    QCOMPARE(exchange.effects().size(), 2);
    QCOMPARE(exchange.requestCount(), 5);
    QCOMPARE(gateway->update(cr1, {}, draftOf("c")).result().error().code(), QByteArray("exchange.item-gone"));
    exchange.forgetItems();
    QCOMPARE(gateway->update(cr1, {}, draftOf("a")).result().error().code(), QByteArray("exchange.item-gone"));
}

void TestFakeGateway::misbehavesAsTold()
{
    FakeExchange exchange;
    const auto gateway = exchange.make({}, {}).value();
    exchange.refuseNext(1, Error("exchange.throttled"));
    QCOMPARE(gateway->create(cr1, draftOf("a")).result().error().code(), QByteArray("exchange.throttled"));
    QVERIFY(exchange.effects().isEmpty());
    exchange.loseNextAnswer();
    QCOMPARE(gateway->create(cr1, draftOf("a")).result().error().code(), QByteArray("exchange.connection-lost"));
    QCOMPARE(exchange.effects().size(), 1); // it was done all the same
    exchange.hideRequests(true);
    QCOMPARE(gateway->respond(responseTo("u")).result().error().code(), QByteArray("exchange.message-not-found"));
}

void TestFakeGateway::answersByTheClock()
{
    FakeClock clock;
    FakeExchange exchange;
    exchange.answerAfter(clock, std::chrono::seconds(1));
    const auto gateway = exchange.make({}, {}).value();
    const auto first = gateway->create(cr1, draftOf("a"));
    const auto second = gateway->create(cr1, draftOf("b"));
    const auto third = gateway->create(QStringLiteral("cr2@mycompany.com"), draftOf("c"));
    exchange.completeDue();
    QVERIFY(!first.isFinished());
    QCOMPARE(exchange.nextAnswer(), clock.now() + std::chrono::seconds(1));
    clock.advance(std::chrono::seconds(1));
    exchange.completeDue();
    QVERIFY(first.isFinished() && second.isFinished() && third.isFinished());
    QVERIFY(!exchange.nextAnswer());
    QCOMPARE(exchange.mostAtOnce(), 3);
    QCOMPARE(exchange.mostAtOnceInOneMailbox(), 2);
}

void TestFakeGateway::itsJournalOutlivesIt()
{
    const QTemporaryDir folder;
    const QString journal = folder.filePath(QStringLiteral("journal"));
    {
        FakeExchange exchange;
        exchange.keepJournal(journal);
        const auto gateway = exchange.make({}, {}).value();
        QVERIFY(gateway->create(cr1, draftOf("a")).result());
        QVERIFY(gateway->create(cr1, draftOf("b")).result());
        QVERIFY(gateway->cancel(cr1, "b", {}, {}).result());
        QVERIFY(gateway->respond(responseTo("u")).result());
    }
    FakeExchange exchange;
    exchange.keepJournal(journal);
    QCOMPARE(exchange.effects().size(), 4);
    const auto gateway = exchange.make({}, {}).value();
    QVERIFY(gateway->create(cr1, draftOf("a")).result());
    QVERIFY(gateway->respond(responseTo("u")).result()->wasAnswered);
    QCOMPARE(exchange.effects().size(), 4);
    QCOMPARE(gateway->update(cr1, {}, draftOf("b")).result().error().code(), QByteArray("exchange.item-gone"));
}

QTEST_APPLESS_MAIN(TestFakeGateway)
#include "tst_fakegateway.moc"
