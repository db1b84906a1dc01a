// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#include "models/agent/exchangeservers.h"
#include "models/practice/practiceexchange.h"
#include "models/secrets/serversecrets.h"
#include "tests/practice/practiceprofile.h"
#include "tests/support/agenthost.h"
#include "tests/support/requestdesk.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

#include <algorithm>
#include <numeric>

using namespace reserve;
using namespace reserve::test;

namespace {

const QString room = QStringLiteral("CR1@reserve.mycompany.com");
const QString nour = QStringLiteral("nour.abbas@mycompany.com");

// What a person writes: at which hour of the day, or that it is off.
struct Saying
{
    int hour = 0;
    bool cancels = false;
};

using Sayings = QList<Saying>; // by SEQUENCE

constexpr int takenHour = 12; // by another meeting

} // namespace

// Exchange is away while decision follows on decision. When it is back, the organizer hears the last one alone, over
// real sockets: by what lies in the mailbox then, or by mail (R-ANSWER, R-CONFIRM, R-RETRY).
class tst_PracticeOutages final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void cleanup();
    void R_ANSWER_onlyTheLastDecisionIsTold_data();
    void R_ANSWER_onlyTheLastDecisionIsTold();

private:
    void open(std::optional<ServerKind> kind);
    void addServer(ServerKind kind);
    void set(const char* name, const char* value)
    {
        QVERIFY(m_practice->setSwitch(QString::fromLatin1(name), QString::fromLatin1(value)));
    }
    // Each conversation is about a meeting and a day of its own.
    void beginConversation();
    QString uid() const { return QStringLiteral("meeting-%1@mycompany.com").arg(m_conversation); }
    void say(const Saying& saying, int sequence);
    void drain();
    // What lies in the Inbox of the requester: "accept 1" for a response with its SEQUENCE, "mail" for any other.
    QStringList told() const;
    bool isDecided() const; // the last message
    void expectTold(const QString& answer, int sequence);

    std::unique_ptr<RequestDesk> m_desk;
    std::unique_ptr<PracticeExchange> m_practice;
    std::shared_ptr<ExchangeServers> m_servers;
    std::unique_ptr<AgentHost> m_agent;
    std::optional<ServerProfileId> m_profile;
    Instant m_noon;
    int m_conversation = 0;
    int m_messages = 0;
};

void tst_PracticeOutages::R_ANSWER_onlyTheLastDecisionIsTold_data()
{
    QTest::addColumn<std::optional<ServerKind>>("kind");
    QTest::addColumn<Sayings>("sayings");
    QTest::addColumn<QString>("answer");
    const std::pair<const char*, std::optional<ServerKind>> ways[]{
        {"EWS", ServerKind::Ews}, {"Graph", ServerKind::Graph}, {"mail", std::nullopt}};
    const QString accept = QStringLiteral("accept");
    for (const auto& [way, kind] : ways) {
        const auto add = [&, way = way, kind = kind](const char* name, const Sayings& sayings, const QString& answer) {
            QTest::addRow("%s: %s", way, name) << kind << sayings << answer;
        };
        add("declined, then moved", {{takenHour}, {16}}, accept);
        add("booked, then cancelled", {{16}, {16, true}}, {});
        add("booked, then moved", {{15}, {16}}, accept);
        add("booked, moved, then declined", {{15}, {16}, {takenHour}}, QStringLiteral("decline"));
        add("booked, cancelled, asked for again", {{15}, {15, true}, {16}}, accept);
    }
}

void tst_PracticeOutages::open(std::optional<ServerKind> kind)
{
    m_desk = std::make_unique<RequestDesk>();
    m_practice = std::make_unique<PracticeExchange>(practiceOptions({{room, QStringLiteral("CR1 Borealis"), {}}}),
                                                    m_desk->store().sharedClock());
    QVERIFY(m_practice->start());
    mailThrough(*m_practice, *m_desk);
    m_servers = std::make_shared<ExchangeServers>();
    AgentOptions agentOptions;
    agentOptions.gateways = m_servers;
    m_agent = std::make_unique<AgentHost>(m_desk->store().store(), agentOptions);
    m_profile.reset();
    m_conversation = m_messages = 0;
    if (kind)
        addServer(*kind);
    QVERIFY(m_agent->start());
    m_practice->setAgent(QStringLiteral("127.0.0.1"), m_agent->port());
}

void tst_PracticeOutages::addServer(ServerKind kind)
{
    const ServerProfile profile = practiceProfile(*m_practice, kind);
    m_profile = m_desk->store().write(
        [profile](WriteUnit& unit) { return unit.serverProfiles().save(profile, QStringLiteral("test")); });
    keepPracticeSecrets(*m_agent, *m_profile);
}

void tst_PracticeOutages::cleanup()
{
    m_agent.reset();
    m_servers.reset();
    m_practice.reset();
    m_desk.reset();
}

void tst_PracticeOutages::say(const Saying& saying, int sequence)
{
    MeetingMail meeting = m_desk->meeting();
    meeting.identity = {newMessageId(QStringLiteral("mycompany.com")), m_desk->clock().now() + Minutes(sequence)};
    meeting.method = saying.cancels ? ItipMethod::Cancel : ItipMethod::Request;
    meeting.sequence = sequence;
    meeting.uid = uid();
    meeting.subject = uid();
    const Instant noon = m_noon;
    meeting.range
        = {noon + std::chrono::hours(saying.hour - 12), noon + std::chrono::hours(saying.hour - 12) + Minutes(50)};
    m_practice->send(meeting);
    ++m_messages;
}

void tst_PracticeOutages::beginConversation()
{
    ++m_conversation;
    m_noon = at("2026-11-20T12:00:00Z") + std::chrono::hours(24 * m_conversation);
    Reservation taken
        = reservationOf(m_desk->cr1(), "2026-11-20T12:00:00Z", "2026-11-20T12:50:00Z", uid() + QLatin1Char('x'));
    taken.time = {m_noon, m_noon + Minutes(50)};
    m_desk->store().write([taken](WriteUnit& unit) { return unit.reservations().insert(taken); });
}

bool tst_PracticeOutages::isDecided() const
{
    const auto trace = m_desk->store().read(
        [number = m_messages](const ReadUnit& unit) { return unit.traces().find(TraceId{number}); });
    return trace && trace->verdict.has_value();
}

// Each look finds the way free and tells what leads its lane.
void tst_PracticeOutages::drain()
{
    const auto isQuiet = [this] {
        const QList<OutboxEntry> entries = m_desk->outbox();
        return std::all_of(entries.begin(), entries.end(), [](const OutboxEntry& entry) {
            return entry.state == OutboxState::Done || entry.state == OutboxState::GivenUp;
        });
    };
    m_desk->clock().advance(std::chrono::hours(1));
    m_desk->ask(CommandKind::RetryOutbox);
    if (m_profile)
        m_desk->ask(CommandKind::RetryOutbox, {{QStringLiteral("profile"), QString::number(m_profile->value)}});
    QTRY_VERIFY_WITH_TIMEOUT(isQuiet(), 20'000);
}

QStringList tst_PracticeOutages::told() const
{
    QStringList told;
    const auto mails = QJsonDocument::fromJson(m_practice->mailsJson()).array();
    for (const auto& mail : mails) {
        const QJsonObject object = mail.toObject();
        if (object.value(QLatin1String("mailbox")).toString() != nour
            || !object.value(QLatin1String("subject")).toString().contains(uid()))
            continue;
        const bool isResponse = object.value(QLatin1String("kind")) == QLatin1String("response");
        told.append(isResponse ? object.value(QLatin1String("response")).toString() + QLatin1Char(' ')
                            + QString::number(object.value(QLatin1String("sequence")).toInt())
                               : QStringLiteral("mail"));
    }
    told.sort();
    return told;
}

void tst_PracticeOutages::expectTold(const QString& answer, int sequence)
{
    QStringList wanted;
    if (!answer.isEmpty())
        wanted.append(answer + QLatin1Char(' ') + QString::number(sequence));
    if (answer == QStringLiteral("accept"))
        wanted.append(QStringLiteral("mail"));
    QTRY_COMPARE(told(), wanted);
    for (const OutboxEntry& entry : m_desk->outbox()) {
        if (m_desk->announced(entry).uid != uid())
            continue;
        if (entry.state == OutboxState::GivenUp)
            QVERIFY2(entry.lastFailure.code.startsWith("outbox.outdated"), entry.lastFailure.code.constData());
        else
            QCOMPARE(m_desk->announced(entry).sequence, sequence);
    }
}

void tst_PracticeOutages::R_ANSWER_onlyTheLastDecisionIsTold()
{
    QFETCH(std::optional<ServerKind>, kind);
    QFETCH(Sayings, sayings);
    QFETCH(QString, answer);
    QList<int> order(sayings.size());
    std::iota(order.begin(), order.end(), 0);
    open(kind);
    do {
        beginConversation();
        set("offline", "on");
        for (const int sequence : order) {
            say(sayings.at(sequence), sequence);
            QTRY_VERIFY_WITH_TIMEOUT(isDecided(), 20'000);
        }
        set("offline", "off");
        drain();
        expectTold(answer, int(sayings.size()) - 1);
        if (QTest::currentTestFailed())
            QFAIL(qPrintable(QStringLiteral("in an order that begins with %1").arg(order.first())));
    } while (std::next_permutation(order.begin(), order.end()));
}

QTEST_GUILESS_MAIN(tst_PracticeOutages)
#include "tst_practiceoutages.moc"
