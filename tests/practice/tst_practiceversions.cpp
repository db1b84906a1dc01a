// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#include "models/agent/exchangeservers.h"
#include "models/practice/practiceexchange.h"
#include "models/wording/wording.h"
#include "tests/practice/practiceprofile.h"
#include "tests/support/agenthost.h"
#include "tests/support/answerof.h"
#include "tests/support/requestdesk.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

#include <algorithm>

using namespace reserve;
using namespace reserve::test;

namespace {

const QString room = QStringLiteral("CR1@reserve.mycompany.com");
const QString nour = QStringLiteral("nour.abbas@mycompany.com");
constexpr quint16 nobodysPort = 1;

template<typename T>
QByteArray codeOf(const Result<T>& result)
{
    return result ? QByteArray() : result.error().code();
}

} // namespace

// An organizer changes a meeting, and the room's mailbox has the newer version before the agent hears of it: what was
// decided of the older one is no answer to the newer one (R-ANSWER). Over real sockets.
class tst_PracticeVersions final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void cleanup();

    void R_ANSWER_isGivenToItsVersionAlone_data() { addServerKinds(); }
    void R_ANSWER_isGivenToItsVersionAlone();
    void R_ANSWER_aDateHasAVersionOfItsOwn_data() { addServerKinds(); }
    void R_ANSWER_aDateHasAVersionOfItsOwn();
    void R_ANSWER_waitsForTheNewerRequest_data() { addServerKinds(); }
    void R_ANSWER_waitsForTheNewerRequest();

private:
    void open();
    void startAgent();
    void set(const char* name, const char* value)
    {
        QVERIFY(m_practice->setSwitch(QString::fromLatin1(name), QString::fromLatin1(value)));
    }
    // Each is sent a minute after the one before.
    MeetingMail version(int sequence, int hour);
    static RoomResponse answerTo(const MeetingMail& meeting);
    Result<ResponseReport> give(const RoomResponse& response) { return answerOf(m_gateway->respond(response)); }

    void setAgentPort(quint16 port) { m_practice->setAgent(QStringLiteral("127.0.0.1"), port); }
    void retry();
    bool areDecided(int messages) const;
    OutboxEntry entry(qsizetype number) const { return m_desk->outbox().value(number); }
    QString responseIn(const QString& uid) const; // of the room's calendar
    QStringList told() const { return toldTo(*m_practice, nour, TellSequence::Yes); }

    std::unique_ptr<RequestDesk> m_desk;
    std::unique_ptr<PracticeExchange> m_practice;
    ExchangeServers m_servers; // of this thread
    std::shared_ptr<ExchangeGateway> m_gateway;
    std::unique_ptr<AgentHost> m_agent;
    ServerProfile m_profile;
};

void tst_PracticeVersions::open()
{
    QFETCH(ServerKind, kind);
    m_desk = std::make_unique<RequestDesk>();
    m_practice = std::make_unique<PracticeExchange>(practiceOptions({{room, QStringLiteral("CR1 Borealis"), {}}}),
                                                    m_desk->store().sharedClock());
    QVERIFY(m_practice->start());
    setAgentPort(nobodysPort);
    m_profile = practiceProfile(*m_practice, kind);
    m_profile.id = m_desk->store().write(
        [this](WriteUnit& unit) { return unit.serverProfiles().save(m_profile, QStringLiteral("test")); });
    const auto gateway = m_servers.make(m_profile, practiceSecrets(m_profile.id));
    QVERIFY(gateway);
    m_gateway = *gateway;
}

void tst_PracticeVersions::startAgent()
{
    mailThrough(*m_practice, *m_desk);
    AgentOptions options;
    options.gateways = std::make_shared<ExchangeServers>();
    m_agent = std::make_unique<AgentHost>(m_desk->store().store(), options);
    keepPracticeSecrets(*m_agent, m_profile.id);
    QVERIFY(m_agent->start());
}

void tst_PracticeVersions::cleanup()
{
    m_agent.reset();
    m_gateway.reset();
    m_practice.reset();
    m_desk.reset();
}

MeetingMail tst_PracticeVersions::version(int sequence, int hour)
{
    m_desk->clock().advance(Minutes(1));
    MeetingMail meeting = m_desk->meeting();
    meeting.identity = {newMessageId(QStringLiteral("mycompany.com")), m_desk->clock().now()};
    meeting.sequence = sequence;
    const Instant start = at("2026-11-20T00:00:00Z") + std::chrono::hours(hour);
    meeting.range = {start, start + Minutes(50)};
    return meeting;
}

RoomResponse tst_PracticeVersions::answerTo(const MeetingMail& meeting)
{
    RoomResponse response;
    response.mailbox = room;
    response.meeting.uid = meeting.uid;
    response.sequence = meeting.sequence;
    response.stamp = meeting.identity.date;
    response.time = meeting.range;
    return response;
}

QString tst_PracticeVersions::responseIn(const QString& uid) const
{
    const auto items = QJsonDocument::fromJson(m_practice->mailboxJson(room).value_or(QByteArray())).array();
    for (const auto& item : items) {
        const QJsonObject object = item.toObject();
        if (object.value(QLatin1String("folder")) == QLatin1String("calendar")
            && object.value(QLatin1String("uid")) == uid)
            return object.value(QLatin1String("response")).toString();
    }
    return {};
}

void tst_PracticeVersions::R_ANSWER_isGivenToItsVersionAlone()
{
    open();
    const MeetingMail first = version(0, 9);
    m_practice->send(first);
    // With a new number, and without one.
    for (const int sequence : {1, 0}) {
        MeetingMail decided = first;
        decided.uid = QStringLiteral("meeting-%1@mycompany.com").arg(sequence);
        m_practice->send(decided);
        MeetingMail moved = version(sequence, 14);
        moved.uid = decided.uid;
        RoomResponse early = answerTo(moved); // Exchange has not delivered it yet
        QCOMPARE(codeOf(give(early)), QByteArray("exchange.message-not-found"));
        m_practice->send(moved);
        for (const ResponseKind kind : {ResponseKind::Accept, ResponseKind::Tentative, ResponseKind::Decline}) {
            RoomResponse late = answerTo(decided);
            late.kind = kind;
            const auto report = give(late);
            QCOMPARE(codeOf(report), QByteArray("exchange.newer-awaited"));
            QCOMPARE(report.error().arguments().value(QStringLiteral("start")), QStringLiteral("2026-11-20T14:00:00Z"));
        }
        QCOMPARE(responseIn(decided.uid), QStringLiteral("noresponsereceived"));
        const auto report = give(answerTo(moved));
        QCOMPARE(codeOf(report), QByteArray());
        QVERIFY(!report->wasAnswered);
        QCOMPARE(responseIn(decided.uid), QStringLiteral("accept"));
    }
    QCOMPARE(told(), (QStringList{QStringLiteral("accept 0"), QStringLiteral("accept 1")}));
    QCOMPARE(codeOf(give(answerTo(first))), QByteArray());
}

void tst_PracticeVersions::R_ANSWER_aDateHasAVersionOfItsOwn()
{
    open();
    MeetingMail series = version(0, 9);
    series.dialect = MeetingDialect::Plain;
    const auto post = [this](const MeetingMail& mail, const QByteArray& line) {
        QByteArray text = composeMeeting(mail).bytes;
        m_practice->post(nour, {room}, text.replace("END:VEVENT", QByteArray(line + "\r\nEND:VEVENT")));
    };
    post(series, "RRULE:FREQ=DAILY;COUNT=5");
    RoomResponse old = answerTo(series);
    old.meeting.recurrenceId = QStringLiteral("2026-11-21T09:00:00Z");
    old.time = TimeRange{at("2026-11-21T09:00:00Z"), at("2026-11-21T09:50:00Z")};
    old.kind = ResponseKind::Decline;
    MeetingMail date = version(1, 38); // on the day after
    date.dialect = MeetingDialect::Plain;
    RoomResponse answer = answerTo(date);
    answer.meeting.recurrenceId = old.meeting.recurrenceId;
    QCOMPARE(codeOf(give(answer)), QByteArray("exchange.message-not-found"));
    post(date, "RECURRENCE-ID:20261121T090000Z");
    QCOMPARE(codeOf(give(old)), QByteArray("exchange.newer-awaited"));
    QCOMPARE(codeOf(give(answer)), QByteArray());
    // Neither the series nor another date of it is concerned.
    old.meeting.recurrenceId = QStringLiteral("2026-11-22T09:00:00Z");
    old.time = TimeRange{at("2026-11-22T09:00:00Z"), at("2026-11-22T09:50:00Z")};
    QCOMPARE(codeOf(give(old)), QByteArray());
    QCOMPARE(codeOf(give(answerTo(series))), QByteArray());
    QCOMPARE(told(),
             (QStringList{QStringLiteral("accept 0"), QStringLiteral("accept 1"), QStringLiteral("decline 0")}));
}

void tst_PracticeVersions::retry()
{
    m_desk->ask(CommandKind::RetryOutbox);
    m_desk->ask(CommandKind::RetryOutbox, {{QStringLiteral("profile"), QString::number(m_profile.id.value)}});
}

bool tst_PracticeVersions::areDecided(int messages) const
{
    const auto trace
        = m_desk->store().read([messages](const ReadUnit& unit) { return unit.traces().find(TraceId{messages}); });
    return trace && trace->verdict.has_value();
}

void tst_PracticeVersions::R_ANSWER_waitsForTheNewerRequest()
{
    open();
    startAgent();
    setAgentPort(m_agent->port());
    // Exchange is away while the first is decided, and its mail to the agent is held up while the second comes.
    set("offline", "on");
    m_practice->send(version(0, 9));
    QTRY_VERIFY_WITH_TIMEOUT(areDecided(1), 20'000);
    MeetingMail other = version(0, 11);
    other.uid = QStringLiteral("another-meeting@mycompany.com");
    m_practice->send(other);
    QTRY_VERIFY_WITH_TIMEOUT(areDecided(2), 20'000);
    setAgentPort(nobodysPort);
    const MeetingMail moved = version(1, 14);
    m_practice->send(moved);
    set("offline", "off");
    m_desk->clock().advance(std::chrono::hours(1));
    const Instant now = m_desk->clock().now();
    retry();
    QTRY_COMPARE_WITH_TIMEOUT(entry(0).lastFailure.code, QByteArray("exchange.newer-awaited"), 20'000);
    QCOMPARE(entry(0).state, OutboxState::Waiting);
    QCOMPARE(entry(0).nextAttempt, now + Minutes(5));
    const QString said = sentence(entry(0).lastFailure);
    for (const QString& part : {room, QStringLiteral("forward"), QStringLiteral("held")})
        QVERIFY2(said.contains(part), qPrintable(said));
    QVERIFY2(!said.contains(QLatin1Char('{')), qPrintable(said));
    // It holds back no other meeting.
    QTRY_COMPARE_WITH_TIMEOUT(told(), (QStringList{QStringLiteral("accept 0"), QStringLiteral("mail")}), 20'000);
    QCOMPARE(responseIn(other.uid), QStringLiteral("accept"));
    QCOMPARE(responseIn(moved.uid), QStringLiteral("noresponsereceived"));
    // The newer request comes: the older answer ends, and the newer one is given.
    setAgentPort(m_agent->port());
    QTRY_VERIFY_WITH_TIMEOUT(areDecided(3), 20'000);
    QTRY_COMPARE_WITH_TIMEOUT(told(),
                              (QStringList{QStringLiteral("accept 0"), QStringLiteral("accept 1"),
                                           QStringLiteral("mail"), QStringLiteral("mail")}),
                              20'000);
    QCOMPARE(entry(0).state, OutboxState::GivenUp);
    QVERIFY(entry(0).lastFailure.code.startsWith("outbox.outdated"));
    QCOMPARE(responseIn(moved.uid), QStringLiteral("accept"));
}

QTEST_GUILESS_MAIN(tst_PracticeVersions)
#include "tst_practiceversions.moc"
