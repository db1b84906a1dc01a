// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#include "tests/support/temporarystore.h"

#include <QTest>

using namespace reserve;
using namespace reserve::test;

// Lease, status, commands and SMTP sessions.
class TestAgentRows : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<TemporaryStore> m_temporary;

    Result<AgentLease> acquire(const QString& holder)
    {
        return m_temporary->tryWrite(
            [=](WriteUnit& unit) { return unit.agent().acquire(holder, unit.now(), std::chrono::seconds(30)); });
    }

private Q_SLOTS:
    void init() { m_temporary = std::make_unique<TemporaryStore>(); }

    // C2
    void oneAgentHoldsTheLease()
    {
        const AgentLease first = acquire(QStringLiteral("desk-1, process 1")).value();
        QCOMPARE(first.token, 1);
        const auto refused = acquire(QStringLiteral("desk-2, process 2"));
        QCOMPARE(refused.error().code(), QByteArray("lease.held"));
        QCOMPARE(refused.error().arguments(),
                 (Arguments{{QStringLiteral("holder"), QStringLiteral("desk-1, process 1")},
                            {QStringLiteral("since"), QStringLiteral("2026-11-18T08:00:00Z")}}));
        m_temporary->clock().advance(std::chrono::seconds(20));
        const auto renew = [&](qint64 token) {
            return m_temporary->tryWrite(
                [=](WriteUnit& unit) { return unit.agent().renew(token, unit.now(), std::chrono::seconds(30)); });
        };
        QCOMPARE(renew(first.token)->expiresAt, at("2026-11-18T08:00:50Z"));
        m_temporary->clock().advance(std::chrono::seconds(20));
        QVERIFY(!acquire(QStringLiteral("desk-2, process 2")));
        m_temporary->clock().advance(std::chrono::seconds(20));
        QCOMPARE(acquire(QStringLiteral("desk-2, process 2"))->token, 2);
        QCOMPARE(renew(first.token).error().code(), QByteArray("lease.lost"));
    }

    void aReleasedLeaseIsFreeAtOnce()
    {
        const AgentLease first = acquire(QStringLiteral("one")).value();
        m_temporary->write([=](WriteUnit& unit) { return unit.agent().release(first.token); });
        QCOMPARE(acquire(QStringLiteral("two"))->token, 2);
        const auto late = m_temporary->tryWrite([=](WriteUnit& unit) { return unit.agent().release(first.token); });
        QCOMPARE(late.error().code(), QByteArray("lease.lost"));
    }

    void theStatusIsWhatTheAgentSaidLast()
    {
        const auto status
            = [&] { return m_temporary->read([](const ReadUnit& unit) { return unit.agent().status(); }); };
        QCOMPARE(status(), AgentStatus());
        const AgentStatus said{AgentState::CannotListen,
                               QStringLiteral("0.0.0.0:25"),
                               {"agent.port-taken", {{QStringLiteral("holder"), QStringLiteral("exim4")}}},
                               {QStringLiteral("outgoing.password")},
                               at("2026-11-18T08:00:00Z")};
        m_temporary->write([=](WriteUnit& unit) { return unit.agent().say(said); });
        QCOMPARE(status(), said);
    }

    void serverStatesAreKeptByProfile()
    {
        const auto states
            = [&] { return m_temporary->read([](const ReadUnit& unit) { return unit.agent().serverStates(); }); };
        const auto say = [&](const ServerState& state) {
            m_temporary->write([=](WriteUnit& unit) { return unit.agent().say(state); });
        };
        QVERIFY(states().isEmpty());
        const auto add = [&](const QString& name) {
            ServerProfile profile;
            profile.name = name;
            return m_temporary->write(
                [=](WriteUnit& unit) { return unit.serverProfiles().save(profile, QStringLiteral("test")); });
        };
        const ServerProfileId one = add(QStringLiteral("one"));
        const ServerProfileId two = add(QStringLiteral("two"));
        ServerState away{one,
                         ServerStanding::Away,
                         {"exchange.unreachable", {{QStringLiteral("host"), QStringLiteral("h")}}},
                         at("2026-11-18T08:00:00Z"),
                         at("2026-11-18T08:05:00Z"),
                         {}};
        const ServerState lacking{two,
                                  ServerStanding::Paused,
                                  {"outbox.server-secret-missing", {}},
                                  at("2026-11-18T08:00:00Z"),
                                  {},
                                  {QStringLiteral("server.2.password")}};
        say(lacking);
        say(away);
        QCOMPARE(states(), (QList<ServerState>{away, lacking}));
        away.standing = ServerStanding::Ready;
        away.reason = {};
        away.until = {};
        say(away);
        QCOMPARE(states().first(), away);
        // What is said of a profile that is gone is not kept, and goes with it.
        m_temporary->write([=](WriteUnit& unit) { return unit.serverProfiles().remove(two, QStringLiteral("test")); });
        QCOMPARE(states(), QList<ServerState>{away});
        say(lacking);
        QCOMPARE(states(), QList<ServerState>{away});
    }

    void commandsAreTakenOnceAndFinished()
    {
        Command command;
        command.kind = CommandKind::RetryOutbox;
        command.arguments = {{QStringLiteral("id"), QStringLiteral("7")}};
        command.createdAt = m_temporary->clock().now();
        command.actor = QStringLiteral("maria");
        command.id = m_temporary->write([=](WriteUnit& unit) { return unit.commands().append(command); });
        const auto take = [&] { return m_temporary->write([](WriteUnit& unit) { return unit.commands().take(); }); };
        const QList<Command> taken = take();
        QCOMPARE(taken.size(), 1);
        QCOMPARE(taken.first().arguments, command.arguments);
        QCOMPARE(taken.first().takenAt, m_temporary->clock().now());
        QVERIFY(take().isEmpty());
        m_temporary->clock().advance(Minutes(1));
        m_temporary->write([=](WriteUnit& unit) { return unit.commands().finish(command.id, {"outbox.missing", {}}); });
        const auto done = m_temporary->read([=](const ReadUnit& unit) { return unit.commands().find(command.id); });
        QCOMPARE(done->doneAt, m_temporary->clock().now());
        QCOMPARE(done->outcome.code, QByteArray("outbox.missing"));
        QCOMPARE(m_temporary->write(
                     [](WriteUnit& unit) { return unit.commands().removeFinishedBefore(unit.now() + Minutes(1)); }),
                 1);
    }

    void sessionsAreSummedUp()
    {
        const QString peer = QStringLiteral("192.0.2.7:50123");
        const auto event = [&](qint64 number, SessionId session, const char* verb, const char* argument, int reply) {
            SessionEvent result;
            result.number = number;
            result.sessionId = session;
            result.at = at("2026-11-18T08:00:00Z") + std::chrono::seconds(number);
            result.peer = peer;
            result.verb = verb;
            result.argument = QString::fromLatin1(argument);
            result.replyCode = reply;
            return result;
        };
        const auto append = [&](const QList<SessionEvent>& events) {
            m_temporary->write([=](WriteUnit& unit) { return unit.sessionEvents().append(events); });
        };
        SessionEvent refused = event(6, {2}, "RCPT", "x@elsewhere.example", 550);
        refused.reason = {"rcpt.no-relaying", {}};
        refused.droppedBefore = 3;
        append({event(1, {1}, "CONNECT", "", 220), event(2, {1}, "EHLO", "mail.example.com", 250),
                event(3, {1}, "MESSAGE", "", 250), event(4, {2}, "CONNECT", "", 220)});
        append({event(5, {1}, "BDAT", "1000", 250), refused, event(7, {1}, "MESSAGE", "", 250),
                event(8, {1}, "CLOSE", "", 0)});
        const auto all = m_temporary->read([](const ReadUnit& unit) -> Result<QList<SessionSummary>> {
            return unit.sessionEvents().summaries(unit.sessionEvents().page({}, 10).value());
        });
        QCOMPARE(all.size(), 2);
        QCOMPARE(all.at(0).id, SessionId{2});
        QCOMPARE(all.at(0).lastReplyCode, 550);
        QCOMPARE(all.at(0).endedAt, Instant());
        QCOMPARE(all.at(1).helloName, QStringLiteral("mail.example.com"));
        QCOMPARE(all.at(1).events, 6);
        QCOMPARE(all.at(1).messages, 2);
        QCOMPARE(all.at(1).lastReplyCode, 250);
        QCOMPARE(all.at(1).startedAt, at("2026-11-18T08:00:01Z"));
        QCOMPARE(all.at(1).endedAt, at("2026-11-18T08:00:08Z"));
        const auto sorted = [&](SessionOrder order) {
            return m_temporary->read([=](const ReadUnit& unit) { return unit.sessionEvents().sorted(order, 0, 10); });
        };
        QCOMPARE(sorted({SessionOrder::By::Messages, true}), (QList<SessionId>{{1}, {2}}));
        QCOMPARE(sorted({SessionOrder::By::Ended, false}), (QList<SessionId>{{1}, {2}})); // those that last come last
        QCOMPARE(sorted({SessionOrder::By::Peer, true}), (QList<SessionId>{{2}, {1}}));
        const auto events = m_temporary->read([](const ReadUnit& unit) { return unit.sessionEvents().ofSession({2}); });
        QCOMPARE(events.size(), 2);
        QCOMPARE(events.last(), refused);
        QCOMPARE(m_temporary->read([](const ReadUnit& unit) { return unit.sessionEvents().lastNumber(); }), 8);
        QCOMPARE(m_temporary->read([](const ReadUnit& unit) { return unit.sessionEvents().lastSession(); }), 2);
        QCOMPARE(m_temporary->write(
                     [](WriteUnit& unit) { return unit.sessionEvents().removeBefore(at("2026-11-18T08:00:03Z"), 10); }),
                 1);
        QCOMPARE(m_temporary->read([](const ReadUnit& unit) { return unit.sessionEvents().sessionCount(); }), 1);
        QVERIFY(m_temporary->read([](const ReadUnit& unit) { return unit.sessionEvents().ofSession({1}); }).isEmpty());
    }
};

QTEST_GUILESS_MAIN(TestAgentRows)
#include "tst_agentrows.moc"
