// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#include "models/store/changefeed.h"
#include "tests/support/temporarystore.h"

#include <QSet>
#include <QTest>

using namespace reserve;
using namespace reserve::test;

namespace {

const QString actor = QStringLiteral("test");

OutboxEntry entryOf(const QString& lane, Instant nextAttempt = at("2026-11-18T08:00:00Z"))
{
    OutboxEntry entry;
    entry.lane = lane;
    entry.recipient = QStringLiteral("anna@example.com");
    entry.payload = "{}";
    entry.createdAt = at("2026-11-18T08:00:00Z");
    entry.nextAttempt = nextAttempt;
    return entry;
}

constexpr Milliseconds longestWait = std::chrono::hours(24);

// Everything, as far as there is room.
QList<OutboxShare> sharesOf(const QList<WaitingQueue>& queues, int limit)
{
    QList<OutboxShare> shares;
    for (const WaitingQueue& waiting : queues)
        shares.append({waiting.queue, limit, 0});
    return shares;
}

} // namespace

class TestOutbox : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<TemporaryStore> m_temporary;

    OutboxId append(const OutboxEntry& entry)
    {
        return m_temporary->write([=](WriteUnit& unit) { return unit.outbox().append(entry); });
    }
    QList<OutboxId> take(int limit = 100)
    {
        QList<OutboxId> ids;
        const auto entries = m_temporary->write([=](WriteUnit& unit) {
            return unit.outbox().take(sharesOf(unit.outbox().queues().value(), limit), {limit}, longestWait);
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
    OutboxEntry entry(OutboxId id)
    {
        return *m_temporary->read([=](const ReadUnit& unit) { return unit.outbox().find(id); });
    }
    OutboxEntry listed(OutboxId id)
    {
        return m_temporary->read([=](const ReadUnit& unit) { return unit.outbox().byIds({id}); }).constFirst();
    }
    std::optional<Instant> nextDue()
    {
        return m_temporary->read([](const ReadUnit& unit) { return unit.outbox().nextDue(); });
    }

private Q_SLOTS:
    void sortedByWhatIsAskedFor()
    {
        OutboxEntry late = entryOf(QStringLiteral("a"), at("2026-11-18T09:00:00Z"));
        late.recipient = QStringLiteral("Zoe@example.com");
        OutboxEntry soon = entryOf(QStringLiteral("b"), at("2026-11-18T08:30:00Z"));
        OutboxEntry done = entryOf(QStringLiteral("c"));
        const QList<OutboxId> ids{append(late), append(soon), append(done)};
        mark([id = ids.last()](OutboxRepository& outbox) { return outbox.markDone(id); });
        const auto sorted = [&](OutboxOrder::By by, bool descending) {
            QList<qsizetype> numbers;
            for (const OutboxId id : m_temporary->read([=](const ReadUnit& unit) {
                     return unit.outbox().sorted({}, {by, descending}, 0, 100);
                 }))
                numbers.append(ids.indexOf(id) + 1);
            return numbers;
        };
        using By = OutboxOrder::By;
        QCOMPARE(sorted(By::Created, false), (QList<qsizetype>{1, 2, 3}));
        QCOMPARE(sorted(By::Recipient, true), (QList<qsizetype>{1, 3, 2}));
        QCOMPARE(sorted(By::State, true), (QList<qsizetype>{3, 2, 1}));
        QCOMPARE(sorted(By::NextAttempt, false), (QList<qsizetype>{2, 1, 3})); // what is done has no next try
    }

    void init() { m_temporary = std::make_unique<TemporaryStore>(); }

    void keepsEveryField()
    {
        OutboxEntry wanted = entryOf(QStringLiteral("lane"));
        wanted.kind = OutboxKind::Confirmation;
        wanted.reservationId = {1};
        wanted.spaceId = {2};
        wanted.traceId = {3};
        wanted.envelopeSender = QStringLiteral("rooms@example.com");
        wanted.messageId = QStringLiteral("m1@example.com");
        wanted.payload = QByteArray("\0binary", 7);
        wanted.lastFailure = {"delivery.refused", {}};
        wanted.remoteText = QStringLiteral("451 später");
        wanted.id = append(wanted);
        QCOMPARE(entry(wanted.id), wanted);
        const auto byMessage = m_temporary->read(
            [](const ReadUnit& unit) { return unit.outbox().findByMessageId(QStringLiteral("m1@example.com")); });
        QCOMPARE(byMessage, wanted);
        QVERIFY(!m_temporary->read([](const ReadUnit& unit) { return unit.outbox().findByMessageId({}); }));
        const auto rows = m_temporary->read([&](const ReadUnit& unit) { return unit.outbox().byIds({wanted.id}); });
        QVERIFY(rows.first().payload.isEmpty());
        QCOMPARE(rows.first().remoteText, wanted.remoteText);
    }

    void onlyDueOnesAreTaken()
    {
        const OutboxId due = append(entryOf({}));
        const OutboxId later = append(entryOf({}, at("2026-11-18T08:05:00Z")));
        QCOMPARE(take(), QList<OutboxId>{due});
        QVERIFY(take().isEmpty());
        QCOMPARE(entry(due).state, OutboxState::Delivering);
        QCOMPARE(entry(due).attempts, 1);
        QCOMPARE(nextDue(), at("2026-11-18T08:05:00Z"));
        m_temporary->clock().advance(Minutes(5));
        QCOMPARE(take(), QList<OutboxId>{later});
        QVERIFY(!nextDue());
    }

    // The clock of the machine is set while entries wait for the server: one attempt each, and then as usual.
    void T1_theClockJumps_data()
    {
        QTest::addColumn<int>("days");
        QTest::newRow("a day on") << 1;
        QTest::newRow("a day back") << -1;
        QTest::newRow("ten years on") << 3652;
        QTest::newRow("ten years back") << -3652;
    }

    void T1_theClockJumps()
    {
        QFETCH(int, days);
        FakeClock& clock = m_temporary->clock();
        const OutboxId id = append(entryOf({}, clock.now() + Minutes(5)));
        QVERIFY(take().isEmpty());
        clock.advance(std::chrono::days(days));
        QCOMPARE(take(), QList<OutboxId>{id});
        mark([=, next = clock.now() + Minutes(5)](OutboxRepository& outbox) {
            return outbox.markForRetry(id, next, {"delivery.refused", {}}, {});
        });
        QVERIFY(take().isEmpty());
        clock.advance(Minutes(5));
        QCOMPARE(take(), QList<OutboxId>{id});
        QCOMPARE(entry(id).attempts, 2);
    }

    // R-RETRY: order is kept per meeting and room.
    void R_RETRY_aLaneGoesOneAfterAnother()
    {
        const OutboxId first = append(entryOf(QStringLiteral("a")));
        const OutboxId second = append(entryOf(QStringLiteral("a")));
        const OutboxId other = append(entryOf(QStringLiteral("b")));
        const OutboxId free1 = append(entryOf({}));
        const OutboxId free2 = append(entryOf({}));
        QCOMPARE(take(), (QList<OutboxId>{first, other, free1, free2}));
        QVERIFY(take().isEmpty());
        mark([=, this](OutboxRepository& outbox) {
            return outbox.markForRetry(first, m_temporary->clock().now() + Minutes(5), {"delivery.away", {}},
                                       QStringLiteral("451"));
        });
        // The one behind is due, but not before the one in front; and nobody is sent to look for it again and again.
        QVERIFY(take().isEmpty());
        QCOMPARE(nextDue(), at("2026-11-18T08:05:00Z"));
        m_temporary->clock().advance(Minutes(5));
        QCOMPARE(take(), QList<OutboxId>{first});
        mark([=](OutboxRepository& outbox) { return outbox.markDone(first); });
        QCOMPARE(take(), QList<OutboxId>{second});
        QCOMPARE(entry(first).attempts, 2);
        QCOMPARE(entry(first).doneAt, m_temporary->clock().now());
    }

    // R-RETRY: a permanent failure holds back only later work on the same meeting.
    void R_RETRY_aFailureHoldsBackItsOwnLane()
    {
        const OutboxId failed = append(entryOf(QStringLiteral("a")));
        const OutboxId behind = append(entryOf(QStringLiteral("a")));
        QCOMPARE(take(), QList<OutboxId>{failed});
        mark([=](OutboxRepository& outbox) {
            return outbox.markFailed(failed, {"delivery.refused", {}}, QStringLiteral("550 no"));
        });
        const OutboxId other = append(entryOf(QStringLiteral("b")));
        QCOMPARE(take(), QList<OutboxId>{other});
        QVERIFY(!nextDue());
        mark([=](OutboxRepository& outbox) { return outbox.giveUp(failed, QStringLiteral("told by phone"), actor); });
        QCOMPARE(entry(failed).state, OutboxState::GivenUp);
        QCOMPARE(entry(failed).lastFailure.arguments.value(QStringLiteral("why")), QStringLiteral("told by phone"));
        QCOMPARE(take(), QList<OutboxId>{behind});
    }

    void R_RETRY_whatWaitsBehindAnotherSaysSo()
    {
        const OutboxId first = append(entryOf(QStringLiteral("a")));
        const OutboxId behind = append(entryOf(QStringLiteral("a")));
        const OutboxId alone = append(entryOf({}));
        QVERIFY(!listed(first).behind && !listed(alone).behind);
        QCOMPARE(listed(behind).behind, first);
        QCOMPARE(reasonOf(listed(behind)),
                 (Reason{"outbox.behind-earlier", {{QStringLiteral("id"), QString::number(first.value)}}}));
        m_temporary->store().changes().setWatched(true);
        QSet<qint64> moved;
        connect(&m_temporary->store().changes(), &ChangeFeed::changed, this, [&moved](const QList<Change>& changes) {
            for (const Change& change : changes)
                moved.insert(change.id);
        });
        mark([=](OutboxRepository& outbox) {
            return outbox.markFailed(first, {"delivery.refused", {}}, QStringLiteral("550 no"));
        });
        QCOMPARE(reasonOf(listed(first)).code, QByteArray("delivery.refused"));
        QVERIFY(listed(behind).isBehindFailed);
        QCOMPARE(reasonOf(listed(behind)).code, QByteArray("outbox.behind-failed"));
        QTRY_VERIFY(moved.contains(behind.value)); // lists that show it read it again
        mark([=](OutboxRepository& outbox) { return outbox.giveUp(first, QStringLiteral("told by phone"), actor); });
        QVERIFY(!listed(behind).behind);
        QVERIFY(reasonOf(listed(behind)).isEmpty());
    }

    void aBounceDoesNotHoldItsLaneBack()
    {
        const OutboxId bounced = append(entryOf(QStringLiteral("a")));
        take();
        mark([=](OutboxRepository& outbox) { return outbox.markDone(bounced); });
        mark([=](OutboxRepository& outbox) {
            return outbox.markBounced(bounced, {"outbox.bounced", {}}, QStringLiteral("550 gone"));
        });
        const OutboxId next = append(entryOf(QStringLiteral("a")));
        QCOMPARE(take(), QList<OutboxId>{next});
        QCOMPARE(entry(bounced).remoteText, QStringLiteral("550 gone"));
    }

    void whatADeadAgentHeldWaitsAgainAtOnce()
    {
        const OutboxId id = append(entryOf(QStringLiteral("a")));
        take();
        QCOMPARE(m_temporary->write([](WriteUnit& unit) { return unit.outbox().releaseDelivering(); }), 1);
        QCOMPARE(entry(id).lastFailure.code, QByteArray("outbox.interrupted"));
        QCOMPARE(take(), QList<OutboxId>{id});
    }

    // K4: a repeat knows whether it may be one.
    void K4_whatEarlierAttemptsMayHaveDoneIsKept()
    {
        const OutboxId id = append(entryOf({}));
        QCOMPARE(entry(id).earlier, EarlierAttempt::None);
        const auto release
            = [this] { return m_temporary->write([](WriteUnit& unit) { return unit.outbox().releaseDelivering(); }); };
        const auto again = [this, id](EarlierAttempt earlier) {
            mark([=, this](OutboxRepository& outbox) {
                return outbox.markForRetry(id, m_temporary->clock().now(), {"x", {}}, {}, 0, earlier);
            });
        };
        take();
        again(EarlierAttempt::None);
        QCOMPARE(entry(id).earlier, EarlierAttempt::None);
        take();
        QCOMPARE(release(), 1);
        QCOMPARE(entry(id).earlier, EarlierAttempt::Begun);
        take();
        again(EarlierAttempt::Asked);
        take();
        QCOMPARE(release(), 1);
        QCOMPARE(entry(id).earlier, EarlierAttempt::Asked); // more is known than that it was begun
        // A person tries again what failed: it may have been told all the same.
        take();
        mark([=](OutboxRepository& outbox) { return outbox.markFailed(id, {"x", {}}, {}); });
        const auto retry
            = [&] { return m_temporary->write([=](WriteUnit& unit) { return unit.outbox().retryNow(id, actor); }); };
        QCOMPARE(retry(), 1);
        QCOMPARE(entry(id).earlier, EarlierAttempt::Asked);
        // What came back was told, and is to be told again.
        take();
        mark([=](OutboxRepository& outbox) { return outbox.markBounced(id, {"x", {}}, {}); });
        QCOMPARE(retry(), 1);
        QCOMPARE(entry(id).earlier, EarlierAttempt::None);
    }

    void anotherRecipientWasNotTold()
    {
        OutboxEntry mail = entryOf({});
        mail.kind = OutboxKind::Confirmation;
        mail.earlier = EarlierAttempt::Asked;
        const OutboxId id = append(mail);
        QCOMPARE(entry(id).earlier, EarlierAttempt::Asked);
        QVERIFY(m_temporary->write([=](WriteUnit& unit) {
            return unit.outbox().edit(id, QStringLiteral("other@mycompany.com"), actor).map([] { return true; });
        }));
        QCOMPARE(entry(id).earlier, EarlierAttempt::None);
    }

    void retryNowIsAtOnce()
    {
        const OutboxId waiting = append(entryOf({}, at("2026-11-19T00:00:00Z")));
        const OutboxId failed = append(entryOf({}));
        take();
        mark([=](OutboxRepository& outbox) { return outbox.markFailed(failed, {"delivery.refused", {}}, {}); });
        const auto retry = [&](std::optional<OutboxId> id) {
            return m_temporary->write([=](WriteUnit& unit) { return unit.outbox().retryNow(id, actor); });
        };
        QCOMPARE(retry({}), 1);
        QCOMPARE(take(), QList<OutboxId>{waiting});
        QCOMPARE(retry(failed), 1);
        QCOMPARE(take(), QList<OutboxId>{failed});
        mark([=](OutboxRepository& outbox) { return outbox.markDone(failed); });
        QCOMPARE(retry(failed), 0);
        const auto audit = m_temporary->read([](const ReadUnit& unit) { return unit.audit().page({}, 10); });
        QCOMPARE(audit.size(), 2);
        QCOMPARE(audit.first().subject, QByteArray("outbox"));
        const auto missing
            = m_temporary->tryWrite([](WriteUnit& unit) { return unit.outbox().retryNow(OutboxId{99}, actor); });
        QCOMPARE(missing.error().code(), QByteArray("outbox.missing"));
    }

    // What may go, by space and way, however much waits behind it.
    void R_RETRY_queuesNameWhatMayGo()
    {
        const auto queues
            = [this] { return m_temporary->read([](const ReadUnit& unit) { return unit.outbox().queues(); }); };
        QVERIFY(queues().isEmpty());
        OutboxEntry answer = entryOf(QStringLiteral("m1"), at("2026-11-18T08:10:00Z"));
        answer.kind = OutboxKind::Answer;
        answer.spaceId = {7};
        OutboxEntry confirmation = answer;
        confirmation.kind = OutboxKind::Confirmation;
        OutboxEntry later = answer;
        later.lane = QStringLiteral("m2");
        later.nextAttempt = at("2026-11-18T09:00:00Z");
        OutboxEntry notice = entryOf({});
        notice.kind = OutboxKind::Notice;
        const OutboxId first = append(answer);
        append(confirmation);
        append(later);
        append(notice);
        QCOMPARE(queues().size(), 2);
        QCOMPARE(queues().first().queue, (OutboxQueue{{}, OutboxWay::Mail}));
        QCOMPARE(queues().last().queue, (OutboxQueue{{7}, OutboxWay::Exchange}));
        QCOMPARE(queues().last().first, answer.nextAttempt);
        QCOMPARE(queues().last().last, later.nextAttempt);
        QVERIFY(!queues().last().isDue(at("2026-11-18T08:00:00Z"), longestWait));
        QVERIFY(queues().last().isDue(at("2026-11-18T08:10:00Z"), longestWait));
        QVERIFY(queues().last().isDue(at("2026-11-16T08:10:00Z"), longestWait)); // the clock was set back
        mark([=](OutboxRepository& outbox) { return outbox.markDone(first); });
        // The confirmation may go now, by its own way.
        QCOMPARE(queues().size(), 3);
        QCOMPARE(queues().at(1).queue, (OutboxQueue{{7}, OutboxWay::Mail}));
    }

    // The store and queueOf() mean the same, and an answer that is mailed in place of Exchange stands among the mails.
    void everyEntryStandsInItsQueue()
    {
        using enum OutboxKind;
        QHash<OutboxQueue, QList<OutboxId>> wanted;
        for (const OutboxKind kind : {Answer, Confirmation, Notice, ApprovalRequest, Refresh, CalendarOrder}) {
            for (int looks = 0; looks <= looksThatSayByMail + 1; ++looks) {
                OutboxEntry entry = entryOf({});
                entry.kind = kind;
                entry.looks = looks;
                entry.spaceId = {7};
                wanted[queueOf(entry)].append(append(entry));
            }
        }
        QCOMPARE(wanted.size(), 2);
        QCOMPARE(wanted.value({{7}, OutboxWay::Exchange}).size(), looksThatSayByMail + looksThatSayByMail + 2);
        for (auto it = wanted.cbegin(); it != wanted.cend(); ++it) {
            QList<OutboxId> ids;
            for (const OutboxEntry& entry : m_temporary->write([queue = it.key()](WriteUnit& unit) {
                     return unit.outbox().take({{queue, 100, 0}}, {100}, longestWait);
                 }))
                ids.append(entry.id);
            QCOMPARE(ids, it.value());
        }
    }

    // Who is tried again: what failed in Exchange is looked for there anew, what only waits to be mailed is not.
    void R_RETRY_whatWaitsToBeMailedStaysAMail()
    {
        OutboxEntry answer = entryOf({});
        answer.kind = OutboxKind::Answer;
        answer.spaceId = {7};
        answer.looks = looksThatSayByMail;
        const OutboxId waiting = append(answer);
        const OutboxId failed = append(answer);
        mark([=](OutboxRepository& outbox) { return outbox.markFailed(failed, {"send.recipient-refused", {}}, {}); });
        for (const OutboxId id : {waiting, failed})
            m_temporary->write([=](WriteUnit& unit) { return unit.outbox().retryNow(id, actor); });
        QCOMPARE(entry(waiting).looks, looksThatSayByMail);
        QCOMPARE(entry(failed).looks, 0);
        m_temporary->write([](WriteUnit& unit) {
            return unit.outbox().retryNow(QList<OutboxQueue>{{{7}, OutboxWay::Mail}}, actor);
        });
        QCOMPARE(entry(waiting).looks, looksThatSayByMail);
    }

    void R_RETRY_sharesAndGroupsBoundWhatIsTaken()
    {
        for (const qint64 space : {1, 1, 1, 2, 2, 3}) {
            OutboxEntry entry = entryOf({});
            entry.kind = OutboxKind::Answer;
            entry.spaceId = {space};
            append(entry);
        }
        const auto takeOf = [this](const QList<OutboxShare>& shares, const QList<int>& room) {
            QList<qint64> spaces;
            const auto taken
                = m_temporary->write([=](WriteUnit& unit) { return unit.outbox().take(shares, room, longestWait); });
            for (const OutboxEntry& entry : taken)
                spaces.append(entry.spaceId.value);
            return spaces;
        };
        const auto share = [](qint64 space, int most, qsizetype group) {
            return OutboxShare{{{space}, OutboxWay::Exchange}, most, group};
        };
        QCOMPARE(takeOf({share(1, 2, 0), share(2, 2, 0), share(3, 2, 1)}, {3, 0}), (QList<qint64>{1, 1, 2}));
        QCOMPARE(takeOf({share(9, 2, 0), share(2, 2, 0)}, {8}), (QList<qint64>{2}));
        QCOMPARE(takeOf({share(1, 4, 0), share(3, 4, 0)}, {8}), (QList<qint64>{1, 3}));
        QVERIFY(take().isEmpty());
    }

    void whatComesBackIntoItsLaneGoesFirst()
    {
        const OutboxId bounced = append(entryOf(QStringLiteral("a")));
        take();
        mark([=](OutboxRepository& outbox) { return outbox.markDone(bounced); });
        mark([=](OutboxRepository& outbox) { return outbox.markBounced(bounced, {"outbox.bounced", {}}, {}); });
        const OutboxId behind = append(entryOf(QStringLiteral("a")));
        QCOMPARE(m_temporary->write([=](WriteUnit& unit) { return unit.outbox().retryNow(bounced, actor); }), 1);
        QCOMPARE(take(), QList<OutboxId>{bounced});
        QVERIFY(take().isEmpty());
        mark([=](OutboxRepository& outbox) { return outbox.markDone(bounced); });
        QCOMPARE(take(), QList<OutboxId>{behind});
    }

    void whatIsPutBackDidNotCount()
    {
        const OutboxId id = append(entryOf({}));
        take();
        const Instant next = m_temporary->clock().now() + std::chrono::seconds(1);
        mark([=](OutboxRepository& outbox) { return outbox.putBack(id, next); });
        QCOMPARE(entry(id).attempts, 0);
        QCOMPARE(entry(id).state, OutboxState::Waiting);
        QCOMPARE(nextDue(), next);
    }

    void whatAPersonGaveUpStaysSo()
    {
        const OutboxId id = append(entryOf(QStringLiteral("a")));
        take();
        mark([=](OutboxRepository& outbox) { return outbox.giveUp(id, QStringLiteral("told by phone"), actor); });
        // The attempt that was under way fails after that.
        mark([=, this](OutboxRepository& outbox) {
            return outbox.markForRetry(id, m_temporary->clock().now(), {"x", {}}, {});
        });
        mark([=](OutboxRepository& outbox) { return outbox.markFailed(id, {"x", {}}, {}); });
        QCOMPARE(entry(id).state, OutboxState::GivenUp);
        QCOMPARE(entry(id).lastFailure.code, QByteArray("outbox.given-up"));
        const auto again = m_temporary->tryWrite([=](WriteUnit& unit) { return unit.outbox().giveUp(id, {}, actor); });
        QCOMPARE(again.error().code(), QByteArray("outbox.settled"));
        // It was told all the same: that is what counts.
        mark([=](OutboxRepository& outbox) { return outbox.markDone(id); });
        QCOMPARE(entry(id).state, OutboxState::Done);
    }

    void recipientIsEdited()
    {
        OutboxEntry confirmation = entryOf(QStringLiteral("a"));
        confirmation.kind = OutboxKind::Confirmation;
        const OutboxId id = append(confirmation);
        take();
        mark([=](OutboxRepository& outbox) { return outbox.markFailed(id, {"send.recipient-refused", {}}, {}); });
        const auto edit = [this](OutboxId which, const QString& recipient) {
            const Result<void> edited
                = m_temporary->tryWrite([=](WriteUnit& unit) { return unit.outbox().edit(which, recipient, actor); });
            return edited ? QByteArray() : edited.error().code();
        };
        QCOMPARE(edit(id, QStringLiteral("nobody")), QByteArray("outbox.recipient-invalid"));
        QCOMPARE(edit(id, QStringLiteral("a@example.com,,b@example.com")), QByteArray("outbox.recipient-invalid"));
        QCOMPARE(entry(id).state, OutboxState::Failed);
        QCOMPARE(edit(id, QStringLiteral("a@example.com, b@example.com")), QByteArray());
        QCOMPARE(entry(id).recipient, QStringLiteral("a@example.com,b@example.com"));
        QCOMPARE(entry(id).state, OutboxState::Waiting); // and tried again
        QCOMPARE(take(), QList<OutboxId>{id});
        mark([=](OutboxRepository& outbox) { return outbox.markDone(id); });
        QCOMPARE(edit(id, QStringLiteral("c@example.com")), QByteArray("outbox.settled"));
        QCOMPARE(edit(append(entryOf({})), QStringLiteral("c@example.com")), QByteArray("outbox.recipient-fixed"));
        QCOMPARE(edit({99}, QStringLiteral("c@example.com")), QByteArray("outbox.missing"));
    }

    void retryOfQueuesTakesWhatFailedToo()
    {
        OutboxEntry answer = entryOf({}, at("2026-11-19T00:00:00Z"));
        answer.kind = OutboxKind::Answer;
        answer.spaceId = {1};
        const OutboxId waiting = append(answer);
        answer.nextAttempt = at("2026-11-18T08:00:00Z");
        const OutboxId failed = append(answer);
        answer.spaceId = {2};
        answer.nextAttempt = at("2026-11-19T00:00:00Z");
        append(answer);
        take();
        mark([=](OutboxRepository& outbox) { return outbox.markFailed(failed, {"x", {}}, {}); });
        QCOMPARE(m_temporary->write([](WriteUnit& unit) {
            return unit.outbox().retryNow(QList<OutboxQueue>{{{1}, OutboxWay::Exchange}}, actor);
        }),
                 2);
        QCOMPARE(take(), (QList<OutboxId>{waiting, failed}));
    }

    void onlyTheQueuesThatStandStillAreExplained()
    {
        OutboxEntry answer = entryOf({});
        answer.kind = OutboxKind::Answer;
        answer.spaceId = {1};
        const OutboxId held = append(answer);
        answer.spaceId = {2};
        const OutboxId free = append(answer);
        const auto explain = [this](OutboxId after) {
            return m_temporary->write([=](WriteUnit& unit) {
                return unit.outbox().explainWaiting({"exchange.unreachable", {}}, {{{1}, OutboxWay::Exchange}}, after,
                                                    10);
            });
        };
        QCOMPARE(explain({}), held);
        QCOMPARE(explain(held), held);
        QCOMPARE(entry(held).lastFailure.code, QByteArray("exchange.unreachable"));
        QVERIFY(entry(free).lastFailure.isEmpty());
    }

    void isCountedAndPaged()
    {
        const OutboxId first = append(entryOf({}, at("2026-11-18T09:00:00Z")));
        const OutboxId second = append(entryOf({}));
        const OutboxId third = append(entryOf({}));
        take();
        mark([=](OutboxRepository& outbox) { return outbox.markFailed(second, {"x", {}}, {}); });
        mark([=](OutboxRepository& outbox) { return outbox.markDone(third); });
        const OutboxCounts counts = m_temporary->read([](const ReadUnit& unit) { return unit.outbox().counts(); });
        QCOMPARE(counts.waiting, 1);
        QCOMPARE(counts.failed, 1);
        QCOMPARE(counts.oldest, at("2026-11-18T08:00:00Z"));
        QCOMPARE(counts.nextTry, at("2026-11-18T09:00:00Z"));
        const auto page = [&](std::optional<OutboxState> state, OutboxId before) {
            return m_temporary->read([=](const ReadUnit& unit) { return unit.outbox().page(state, before, 10); });
        };
        QCOMPARE(page({}, {}), (QList<OutboxId>{third, second, first}));
        QCOMPARE(page({}, second), QList<OutboxId>{first});
        QCOMPARE(page(OutboxState::Failed, {}), QList<OutboxId>{second});
        const auto count = [&](std::optional<OutboxState> state) {
            return m_temporary->read([=](const ReadUnit& unit) { return unit.outbox().count(state); });
        };
        QCOMPARE(count({}), Result<int>(3));
        QCOMPARE(count(OutboxState::Failed), Result<int>(1));
    }
};

QTEST_GUILESS_MAIN(TestOutbox)
#include "tst_outbox.moc"
