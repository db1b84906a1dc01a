// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#include "models/agent/changerouter.h"
#include "models/agent/configurationwatch.h"
#include "models/agent/deliveryworker.h"
#include "models/agent/outgoingaccount.h"
#include "models/agent/serverlinks.h"
#include "models/entities/calendarorder.h"
#include "models/secrets/memorysecretstore.h"
#include "tests/support/fakegateway.h"
#include "tests/support/temporarystore.h"

#include <QElapsedTimer>
#include <QFileInfo>
#include <QLoggingCategory>
#include <QTest>
#include <QThreadPool>

#include <algorithm>

using namespace reserve;
using namespace reserve::test;

namespace {

constexpr int meetings = 10000;
constexpr int ordersOfAMeeting = 3; // made, moved, moved again
constexpr int orders = meetings * ordersOfAMeeting;
constexpr std::chrono::hours outage{72};
constexpr double mostOverThrottle = 1.2;

Error busy(Milliseconds hint)
{
    return Error("exchange.throttled", {{QStringLiteral("hint"), QString::number(hint.count())}}, true);
}

QString mailboxOf(int number)
{
    return QStringLiteral("room%1@mycompany.com").arg(number);
}

// Microsoft Graph: 10,000 requests in 10 minutes and 4 at once, for each application and mailbox; 429 with
// Retry-After until the window is over.
class GraphThrottle
{
public:
    static constexpr int requests = 10000;
    static constexpr Milliseconds window = Minutes(10);
    static constexpr int atOnce = 4;
    static constexpr Milliseconds latency{100};
    static constexpr int mailboxes = 2;

    std::optional<Error> operator()(const QString& mailbox, int underWay, Instant now)
    {
        Window& current = m_windows[mailbox];
        if (now >= current.begin + window)
            current = {now, 0};
        if (underWay > atOnce || ++current.used > requests)
            return busy(current.begin + window - now);
        return std::nullopt;
    }

    // All that a window allows at once at its begin, the rest in the next.
    static Milliseconds shortest()
    {
        const int ofOneMailbox = orders / mailboxes;
        return window * (ofOneMailbox / requests) + latency * (ofOneMailbox % requests) / atOnce;
    }

private:
    struct Window
    {
        Instant begin;
        int used = 0;
    };
    QHash<QString, Window> m_windows;
};

// Exchange: what an account may take of the server's time. EWSMaxBurst 300,000 ms at once, EWSRechargeRate
// 900,000 ms in an hour; then ErrorServerBusy with BackOffMilliseconds until some seconds of it are there
// again.
class EwsBudget
{
public:
    static constexpr double burst = 300000;
    static constexpr double rechargePerMillisecond = 900000.0 / 3600000.0;
    static constexpr double costOfARequest = 50;
    static constexpr double backAt = 10000;
    static constexpr Milliseconds latency{50};
    static constexpr int mailboxes = 8;

    std::optional<Error> operator()(const QString&, int, Instant now)
    {
        if (m_at != Instant())
            m_balance = std::min(burst, m_balance + double((now - m_at).count()) * rechargePerMillisecond);
        m_at = now;
        if (m_balance < costOfARequest || now < m_busyUntil) {
            if (now >= m_busyUntil)
                m_busyUntil = now + Milliseconds(qint64((backAt - m_balance) / rechargePerMillisecond));
            return busy(m_busyUntil - now);
        }
        m_balance -= costOfARequest;
        return std::nullopt;
    }

    static Milliseconds shortest()
    {
        return Milliseconds(qint64((orders * costOfARequest - burst) / rechargePerMillisecond));
    }

private:
    double m_balance = burst;
    Instant m_at;
    Instant m_busyUntil;
};

// The agent's outbox without the rest of the agent, in virtual time: the clock goes to whatever is next.
class Outbox
{
public:
    Outbox(ServerKind kind, int mailboxes)
        : m_leased(m_temporary.store(), m_courier)
        , m_router(m_temporary.store().changes(), m_courier)
        , m_configuration(m_leased, m_router)
        , m_account(m_configuration, m_secrets, m_courier)
        , m_servers(m_leased, m_configuration, m_secrets, &m_exchange)
        , m_worker({m_leased, m_router, m_configuration, m_account, m_servers, m_transport, m_workers})
    {
        for (int i = 0; i < mailboxes; ++i)
            m_spaces.append(m_temporary.addSpace(QStringLiteral("Room %1").arg(i), mailboxOf(i)));
        ServerProfile profile;
        profile.name = QStringLiteral("Exchange");
        profile.kind = kind;
        profile.mailDomains = {QStringLiteral("mycompany.com")};
        m_server = m_temporary.write(
            [=](WriteUnit& unit) { return unit.serverProfiles().save(profile, QStringLiteral("test")); });
        const AgentLease lease = m_temporary.write([](WriteUnit& unit) {
            return unit.agent().acquire(QStringLiteral("test"), unit.now(), std::chrono::hours(1000));
        });
        m_leased.setToken(lease.token);
    }
    ~Outbox()
    {
        m_courier.close();
        m_workers.waitForDone();
    }

    FakeExchange& exchange() { return m_exchange; }
    FakeClock& clock() { return m_temporary.clock(); }

    bool start(Milliseconds latency)
    {
        m_exchange.answerAfter(clock(), latency);
        m_configuration.start();
        if (!QTest::qWaitFor([this] { return bool(m_configuration.current()); }))
            return false;
        m_servers.refresh();
        m_worker.start();
        const auto isThere = [this] { return m_servers.link(m_server) != nullptr; };
        const auto looks = [this] {
            m_worker.deliver();
            return !m_worker.waitsOnlyFor(0);
        };
        return QTest::qWaitFor(isThere) && QTest::qWaitFor(looks);
    }

    // Orders `from` to `to` of the whole, by meeting.
    void append(int from, int to)
    {
        m_temporary.write([=, this](WriteUnit& unit) -> Result<void> {
            for (int number = from; number < to; ++number) {
                if (const auto id = unit.outbox().append(entry(number, unit.now())); !id)
                    return failure(id.error());
            }
            return {};
        });
    }

    int left()
    {
        return m_temporary.read([](const ReadUnit& unit) { return unit.outbox().counts(); }).waiting;
    }

    // To the next thing that happens, but not beyond `end`. False: nothing happens any more.
    bool step(Instant end)
    {
        const auto isQuiet = [this] { return m_worker.waitsOnlyFor(m_exchange.pendingAnswers()); };
        m_worker.deliver();
        // Many turns of the event loop, no sleep: work of other threads comes as an event.
        QElapsedTimer waited;
        for (waited.start(); !isQuiet() && waited.elapsed() < 60000;)
            QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents);
        std::optional<Instant> next = m_exchange.nextAnswer();
        if (const auto look = m_worker.nextLook(); look && (!next || *look < *next))
            next = look;
        if (!next)
            return false;
        clock().set(std::clamp(*next, clock().now(), end));
        m_exchange.completeDue();
        return true;
    }

private:
    OutboxEntry entry(int number, Instant now) const
    {
        const int meeting = number / ordersOfAMeeting;
        const int place = int(meeting % m_spaces.size());
        CalendarOrder order;
        order.action = number % ordersOfAMeeting == 0 ? CalendarAction::Create : CalendarAction::Update;
        order.mark = QByteArray::number(meeting);
        order.mailbox = mailboxOf(place);
        order.subject = QString::number(number);
        order.time = {now, now + std::chrono::hours(1)};
        OutboxEntry entry;
        entry.kind = OutboxKind::CalendarOrder;
        entry.lane = QString::number(meeting);
        entry.spaceId = m_spaces.at(place);
        entry.recipient = order.mailbox;
        entry.payload = toJson(order);
        entry.createdAt = entry.nextAttempt = now;
        return entry;
    }

    TemporaryStore m_temporary;
    Courier m_courier;
    LeasedStore m_leased;
    QThreadPool m_workers;
    MailTransport m_transport;
    MemorySecretStore m_secrets;
    FakeExchange m_exchange;
    ChangeRouter m_router;
    ConfigurationWatch m_configuration;
    OutgoingAccount m_account;
    ServerLinks m_servers;
    DeliveryWorker m_worker;
    QList<SpaceId> m_spaces;
    ServerProfileId m_server;
};

} // namespace

// E1: three days without Exchange cost nothing but time.
class TestOutboxDrain : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        QLoggingCategory::setFilterRules(QStringLiteral("reserve.delivery.info=false"));
        // Thousands of commits, of which none has to outlive a power cut here: in memory where there is such a folder.
        const QFileInfo memory(QStringLiteral("/dev/shm"));
        if (memory.isDir() && memory.isWritable())
            qputenv("TMPDIR", "/dev/shm");
    }
    void E1_graph() { drain<GraphThrottle>(ServerKind::Graph); }
    void E1_ews() { drain<EwsBudget>(ServerKind::Ews); }

private:
    template<typename Throttle>
    void drain(ServerKind kind);
    static void checkEffects(const QList<ServerEffect>& effects);
};

template<typename Throttle>
void TestOutboxDrain::drain(ServerKind kind)
{
    Outbox outbox(kind, Throttle::mailboxes);
    outbox.exchange().refuseAlways(Error("exchange.unreachable", {}, true));
    QVERIFY(outbox.start(Throttle::latency));

    const Instant begin = outbox.clock().now();
    constexpr int portions = 72;
    for (int portion = 0; portion < portions; ++portion) {
        outbox.append(portion * orders / portions, (portion + 1) * orders / portions);
        const Instant end = begin + outage / portions * (portion + 1);
        while (outbox.clock().now() < end)
            QVERIFY(outbox.step(end));
    }
    QCOMPARE(outbox.left(), orders);
    QVERIFY(outbox.exchange().effects().isEmpty());
    // One probe in an Exchange Retry Duration, not one for each order.
    const int probes = outbox.exchange().requestCount();
    QVERIFY2(probes <= outage / Minutes(5) + 1, qPrintable(QString::number(probes)));

    const Instant back = outbox.clock().now();
    Throttle throttle;
    outbox.exchange().refuse(
        [&](const QString& mailbox, int underWay) { return throttle(mailbox, underWay, outbox.clock().now()); });
    const Instant latest
        = back + Minutes(5) + Milliseconds(qint64(double(Throttle::shortest().count()) * mostOverThrottle));
    while (outbox.exchange().effects().size() < orders && outbox.clock().now() < latest)
        QVERIFY(outbox.step(latest));
    QTRY_COMPARE(outbox.left(), 0);
    checkEffects(outbox.exchange().effects());
    QVERIFY(outbox.exchange().mostAtOnceInOneMailbox() <= 4);
    using Seconds = std::chrono::seconds;
    qInfo() << "drained in" << std::chrono::floor<Seconds>(outbox.clock().now() - back).count()
            << "s; the throttle allows" << std::chrono::floor<Seconds>(Throttle::shortest()).count() << "s;"
            << outbox.exchange().requestCount() - probes << "requests";
}

// Each order once, those of a meeting in their order.
void TestOutboxDrain::checkEffects(const QList<ServerEffect>& effects)
{
    QCOMPARE(effects.size(), orders);
    QHash<QByteArray, QStringList> operations;
    for (const ServerEffect& effect : effects)
        operations[effect.key].append(effect.operation);
    QCOMPARE(operations.size(), meetings);
    const QStringList expected{QStringLiteral("create"), QStringLiteral("update"), QStringLiteral("update")};
    for (auto it = operations.cbegin(); it != operations.cend(); ++it)
        QCOMPARE(*it, expected);
}

QTEST_GUILESS_MAIN(TestOutboxDrain)
#include "tst_outboxdrain.moc"
