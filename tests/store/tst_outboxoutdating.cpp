// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#include "models/wording/wording.h"
#include "tests/support/temporarystore.h"

#include <QTest>

using namespace reserve;
using namespace reserve::test;

namespace {

const QString lane = QStringLiteral("meeting");
const QString actor = QStringLiteral("test");
constexpr Milliseconds longestWait = std::chrono::hours(24);
const Reason lost{"outbox.interrupted", {}};

} // namespace

// R-ANSWER: what a newer decision made superfluous leaves its lane, and a row says why.
class TestOutboxOutdating : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<TemporaryStore> m_temporary;

    OutboxId append()
    {
        OutboxEntry entry;
        entry.lane = lane;
        entry.recipient = QStringLiteral("anna@example.com");
        entry.payload = "{}";
        entry.createdAt = entry.nextAttempt = m_temporary->clock().now();
        return m_temporary->write([=](WriteUnit& unit) { return unit.outbox().append(entry); });
    }
    QList<OutboxId> take()
    {
        QList<OutboxId> ids;
        const auto entries = m_temporary->write([](WriteUnit& unit) {
            QList<OutboxShare> shares;
            const auto queues = unit.outbox().queues();
            for (const WaitingQueue& waiting : *queues)
                shares.append({waiting.queue, 10, 0});
            return unit.outbox().take(shares, {10}, longestWait);
        });
        for (const OutboxEntry& entry : entries)
            ids.append(entry.id);
        return ids;
    }
    template<typename Fn>
    void mark(Fn fn)
    {
        m_temporary->write([=](WriteUnit& unit) { return fn(unit.outbox()); });
    }
    QByteArray outdate(OutboxId id)
    {
        return m_temporary->write([=](WriteUnit& unit) { return unit.outbox().outdate(id); }).code;
    }
    OutboxEntry entry(OutboxId id)
    {
        return *m_temporary->read([=](const ReadUnit& unit) { return unit.outbox().find(id); });
    }
    void expectGivenUp(OutboxId id, const char* code)
    {
        QCOMPARE(entry(id).state, OutboxState::GivenUp);
        QCOMPARE(entry(id).lastFailure.code, QByteArray(code));
        QVERIFY(!sentence(entry(id).lastFailure).contains(QLatin1Char('{')));
        QVERIFY(sentence(entry(id).lastFailure).contains(QStringLiteral("newer decision")));
    }

private Q_SLOTS:
    void init() { m_temporary = std::make_unique<TemporaryStore>(); }

    void whatWaitsIsGivenUpAndItsLaneGoesOn()
    {
        const OutboxId old = append();
        const OutboxId older = append();
        const OutboxId next = append();
        QCOMPARE(outdate(older), QByteArray("outbox.outdated"));
        QCOMPARE(outdate(old), QByteArray("outbox.outdated"));
        expectGivenUp(old, "outbox.outdated");
        QCOMPARE(take(), QList<OutboxId>{next});
        QCOMPARE(outdate(old), QByteArray()); // once
    }

    void whatFailedNoLongerHoldsBackTheNewerOneAndSaysWhyItFailed()
    {
        const OutboxId old = append();
        const OutboxId next = append();
        take();
        mark([=](OutboxRepository& outbox) { return outbox.markFailed(old, lost, {}); });
        QCOMPARE(take(), QList<OutboxId>());
        outdate(old);
        expectGivenUp(old, "outbox.outdated");
        QVERIFY(sentence(entry(old).lastFailure).contains(sentence(lost)));
        QCOMPARE(take(), QList<OutboxId>{next});
    }

    void whatCameBackSaysWhy()
    {
        const OutboxId old = append();
        take();
        const Reason bounced{"outbox.bounced",
                             {{QStringLiteral("recipient"), QStringLiteral("anna@example.com")},
                              {QStringLiteral("status"), QStringLiteral("5.1.1")}}};
        mark([=](OutboxRepository& outbox) -> Result<void> {
            const auto done = outbox.markDone(old);
            return done ? outbox.markBounced(old, bounced, {}) : done;
        });
        QCOMPARE(outdate(old), QByteArray("outbox.outdated"));
        expectGivenUp(old, "outbox.outdated");
        QVERIFY(sentence(entry(old).lastFailure).contains(sentence(bounced)));
    }

    void whatMayHaveArrivedSaysSo()
    {
        const OutboxId old = append();
        take();
        mark([=, now = m_temporary->clock().now()](OutboxRepository& outbox) {
            return outbox.markForRetry(old, now, lost, {}, 0, EarlierAttempt::Asked);
        });
        QCOMPARE(outdate(old), QByteArray("outbox.outdated-perhaps-told"));
        expectGivenUp(old, "outbox.outdated-perhaps-told");
    }

    void whatIsBeingToldKeepsItsPlaceUntilThen()
    {
        const OutboxId old = append();
        const OutboxId next = append();
        QCOMPARE(take(), QList<OutboxId>{old});
        QCOMPARE(outdate(old), QByteArray());
        QCOMPARE(entry(old).state, OutboxState::Delivering);
        QCOMPARE(entry(old).lastFailure.code, QByteArray("outbox.outdated-while-told"));
        QCOMPARE(take(), QList<OutboxId>());
        mark([=](OutboxRepository& outbox) { return outbox.markDone(old); });
        QCOMPARE(entry(old).state, OutboxState::Done);
        QVERIFY(entry(old).lastFailure.isEmpty());
        QCOMPARE(take(), QList<OutboxId>{next});
    }

    void whatWasBeingToldIsNotTriedAgain_data()
    {
        QTest::addColumn<int>("end");
        QTest::addColumn<QByteArray>("code");
        QTest::newRow("away") << 0 << QByteArray("outbox.outdated");
        QTest::newRow("the answer got lost") << 1 << QByteArray("outbox.outdated-perhaps-told");
        QTest::newRow("refused for good") << 2 << QByteArray("outbox.outdated");
        QTest::newRow("not tried") << 3 << QByteArray("outbox.outdated");
        QTest::newRow("the agent died") << 4 << QByteArray("outbox.outdated-perhaps-told");
    }

    void whatWasBeingToldIsNotTriedAgain()
    {
        QFETCH(int, end);
        QFETCH(QByteArray, code);
        const OutboxId old = append();
        const OutboxId next = append();
        take();
        outdate(old);
        const Instant now = m_temporary->clock().now();
        mark([=](OutboxRepository& outbox) -> Result<void> {
            switch (end) {
            case 0:
                return outbox.markForRetry(old, now, lost, {});
            case 1:
                return outbox.markForRetry(old, now, lost, {}, 0, EarlierAttempt::Asked);
            case 2:
                return outbox.markFailed(old, lost, {});
            case 3:
                return outbox.putBack(old, now);
            default:
                return outbox.releaseDelivering().map([](int) {});
            }
        });
        expectGivenUp(old, code.constData());
        QCOMPARE(take(), QList<OutboxId>{next});
    }

    void aPersonIsNotContradicted()
    {
        const OutboxId old = append();
        mark([=](OutboxRepository& outbox) { return outbox.giveUp(old, QStringLiteral("told by phone"), actor); });
        QCOMPARE(outdate(old), QByteArray());
        QCOMPARE(entry(old).lastFailure.code, QByteArray("outbox.given-up"));
    }
};

QTEST_GUILESS_MAIN(TestOutboxOutdating)
#include "tst_outboxoutdating.moc"
