// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#include "models/agent/exchangeservers.h"
#include "models/practice/practiceexchange.h"
#include "models/secrets/serversecrets.h"
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
const QString otherRoom = QStringLiteral("CR2@reserve.mycompany.com");
const QString nour = QStringLiteral("nour.abbas@mycompany.com");

} // namespace

// The whole way over real sockets, Exchange misbehaving: a person invites the room at the Practice Exchange, which
// forwards the request to the live agent, which answers there.
class tst_PracticeAnswers final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void cleanup();

    void R_ANSWER_oneAnswerAndOneConfirmation_data() { addServerKinds(); }
    void R_ANSWER_oneAnswerAndOneConfirmation();
    void E7_whereExchangeAnswersFirstThatIsSaidAndNotFought_data() { addServerKinds(); }
    void E7_whereExchangeAnswersFirstThatIsSaidAndNotFought();
    void E7_whatIsDeclinedHereIsDeclinedThereOnce_data() { addServerKinds(); }
    void E7_whatIsDeclinedHereIsDeclinedThereOnce();
    void E7_noMessageFoundNamesTheCausesAndGoesByMail_data() { addServerKinds(); }
    void E7_noMessageFoundNamesTheCausesAndGoesByMail();
    void E7_noMessageFoundNamesTheCausesWhereMailIsForbidden_data() { addServerKinds(); }
    void E7_noMessageFoundNamesTheCausesWhereMailIsForbidden();
    void E8_anOverlapOfADelegateIsLeftAlone_data() { addServerKinds(); }
    void E8_anOverlapOfADelegateIsLeftAlone();
    void E5_aRefusedPasswordStandsStill_data() { addServerKinds(); }
    void E5_aRefusedPasswordStandsStill();

private:
    void open(bool answersByMail = true);
    void set(const char* name, const char* value)
    {
        QVERIFY(m_practice->setSwitch(QString::fromLatin1(name), QString::fromLatin1(value)));
    }
    void invite(const QString& uid = {});
    void makeItemOfADelegate();
    // The agent looks when something moves.
    void advance(Milliseconds by)
    {
        m_desk->clock().advance(by);
        m_desk->set(QStringLiteral("store.keep-trace-days"), QString::number(++m_days));
    }
    void lookInVain();
    // The agent has done this, and whatever was due before.
    void settle(CommandKind kind, const Arguments& arguments = {})
    {
        const CommandId id = m_desk->ask(kind, arguments);
        QTRY_VERIFY(m_desk->isDone(id));
    }

    bool allDone(int entries) const;
    OutboxEntry answer() const { return m_desk->outbox().value(0); }
    QByteArrayList steps() const;
    QString sentenceOf(const char* code) const;
    QJsonArray itemsOf(const QString& mailbox, const QString& folder, const QString& kind) const;
    QStringList told() const { return toldTo(*m_practice, nour); }

    std::unique_ptr<RequestDesk> m_desk;
    std::unique_ptr<PracticeExchange> m_practice;
    std::shared_ptr<ExchangeServers> m_servers;
    std::unique_ptr<AgentHost> m_agent;
    ServerProfile m_profile;
    int m_days = 400;
};

void tst_PracticeAnswers::open(bool answersByMail)
{
    QFETCH(ServerKind, kind);
    m_desk = std::make_unique<RequestDesk>();
    m_practice = std::make_unique<PracticeExchange>(
        practiceOptions({{room, QStringLiteral("CR1 Borealis"), {}}, {otherRoom, QStringLiteral("CR2 Aurora"), {}}}),
        m_desk->store().sharedClock());
    QVERIFY(m_practice->start());

    m_profile = practiceProfile(*m_practice, kind);
    m_profile.answersByMail = answersByMail;
    m_profile.id = m_desk->store().write(
        [this](WriteUnit& unit) { return unit.serverProfiles().save(m_profile, QStringLiteral("test")); });
    mailThrough(*m_practice, *m_desk);

    m_servers = std::make_shared<ExchangeServers>();
    AgentOptions agentOptions;
    agentOptions.gateways = m_servers;
    m_agent = std::make_unique<AgentHost>(m_desk->store().store(), agentOptions);
    keepPracticeSecrets(*m_agent, m_profile.id);
    QVERIFY(m_agent->start());
    m_practice->setAgent(QStringLiteral("127.0.0.1"), m_agent->port());
}

void tst_PracticeAnswers::cleanup()
{
    m_agent.reset();
    m_servers.reset();
    m_practice.reset();
    m_desk.reset();
}

void tst_PracticeAnswers::invite(const QString& uid)
{
    MeetingMail meeting = m_desk->meeting();
    if (!uid.isEmpty())
        meeting.uid = uid;
    meeting.identity = {newMessageId(QStringLiteral("mycompany.com")), m_desk->clock().now()};
    m_practice->send(meeting);
}

// As a delegate does in Outlook, at the time of the meeting.
void tst_PracticeAnswers::makeItemOfADelegate()
{
    ExchangeServers servers;
    const auto gateway = servers.make(m_profile, practiceSecrets(m_profile.id));
    QVERIFY(gateway);
    ItemDraft draft;
    draft.mark = "written by a delegate";
    draft.subject = QStringLiteral("Window cleaning");
    draft.time = m_desk->meeting().range;
    draft.timeZone = QByteArrayLiteral("Europe/Berlin");
    const auto made = answerOf((*gateway)->create(room, draft));
    QVERIFY2(made, made ? "" : qPrintable(made.error().logLine()));
}

void tst_PracticeAnswers::lookInVain()
{
    int looks = 0;
    for (const int seconds : {5, 15, 60, 120}) {
        ++looks;
        QTRY_VERIFY_WITH_TIMEOUT(answer().looks == looks && answer().state == OutboxState::Waiting, 20'000);
        QCOMPARE(answer().lastFailure.code, QByteArray("exchange.message-not-found"));
        advance(std::chrono::seconds(seconds));
    }
}

bool tst_PracticeAnswers::allDone(int entries) const
{
    const QList<OutboxEntry> outbox = m_desk->outbox();
    return outbox.size() == entries && std::all_of(outbox.begin(), outbox.end(), [](const OutboxEntry& entry) {
               return entry.state == OutboxState::Done;
           });
}

QByteArrayList tst_PracticeAnswers::steps() const
{
    QByteArrayList codes;
    const auto trace = m_desk->store().read([](const ReadUnit& unit) { return unit.traces().find(TraceId{1}); });
    for (const TraceStep& step : trace ? trace->steps : QList<TraceStep>())
        codes.append(step.reason.code);
    return codes;
}

QString tst_PracticeAnswers::sentenceOf(const char* code) const
{
    const auto trace = m_desk->store().read([](const ReadUnit& unit) { return unit.traces().find(TraceId{1}); });
    for (const TraceStep& step : trace ? trace->steps : QList<TraceStep>()) {
        if (step.reason.code == code)
            return sentence(step.reason);
    }
    return {};
}

QJsonArray tst_PracticeAnswers::itemsOf(const QString& mailbox, const QString& folder, const QString& kind) const
{
    QJsonArray items;
    const auto all = QJsonDocument::fromJson(m_practice->mailboxJson(mailbox).value_or(QByteArray())).array();
    for (const auto& item : all) {
        if (item.toObject().value(QLatin1String("folder")) == folder
            && item.toObject().value(QLatin1String("kind")) == kind)
            items.append(item);
    }
    return items;
}

void tst_PracticeAnswers::R_ANSWER_oneAnswerAndOneConfirmation()
{
    open();
    invite();
    QTRY_VERIFY_WITH_TIMEOUT(allDone(2), 20'000);
    QTRY_COMPARE(told(), (QStringList{QStringLiteral("accept"), QStringLiteral("mail")}));
    QVERIFY(steps().contains("answer.by-exchange"));
    QVERIFY(!steps().contains("answer.by-itself"));
    const QJsonArray items = itemsOf(room, QStringLiteral("calendar"), QStringLiteral("appointment"));
    QCOMPARE(items.size(), 1);
    QCOMPARE(items.first().toObject().value(QLatin1String("response")).toString(), QStringLiteral("accept"));
}

void tst_PracticeAnswers::E7_whereExchangeAnswersFirstThatIsSaidAndNotFought()
{
    open();
    set("auto-accept", "on");
    invite();
    QTRY_VERIFY_WITH_TIMEOUT(allDone(2), 20'000);
    QVERIFY(steps().contains("answer.by-itself"));
    const QString said = sentenceOf("answer.by-itself");
    QVERIFY2(said.contains(QStringLiteral("AutoAccept")) && said.contains(room), qPrintable(said));
    // Exchange's own answer is the only one; the confirmation is ours.
    QTRY_COMPARE(told(), (QStringList{QStringLiteral("accept"), QStringLiteral("mail")}));
    QCOMPARE(answer().attempts, 1);
}

// The room is taken here, Exchange does not know and accepts: the one decision goes there, and nothing more.
void tst_PracticeAnswers::E7_whatIsDeclinedHereIsDeclinedThereOnce()
{
    open();
    m_desk->edit(m_desk->cr1(), [](Space& space) { space.bookable = false; });
    set("auto-accept", "on");
    invite();
    QTRY_VERIFY_WITH_TIMEOUT(allDone(1), 20'000);
    const QStringList both{QStringLiteral("accept"), QStringLiteral("decline")};
    QTRY_COMPARE(told(), both);
    advance(std::chrono::hours(3));
    settle(CommandKind::ReloadSettings);
    QCOMPARE(told(), both);
    QCOMPARE(answer().attempts, 1);
    QVERIFY(itemsOf(room, QStringLiteral("calendar"), QStringLiteral("appointment")).isEmpty());
}

void tst_PracticeAnswers::E7_noMessageFoundNamesTheCausesAndGoesByMail()
{
    open();
    set("message-missing", "on");
    invite();
    lookInVain();
    QTRY_VERIFY_WITH_TIMEOUT(allDone(2), 20'000);
    QTRY_COMPARE(told(), (QStringList{QStringLiteral("accept"), QStringLiteral("mail")}));
    const QByteArrayList all = steps();
    QCOMPARE(all.count("answer.awaited"), 1);
    QCOMPARE(all.count("answer.by-mail"), 1);
    const QString said = sentenceOf("answer.not-in-exchange");
    for (const char* cause : {"No message found", "AutoAccept", "Get-CalendarProcessing", "Exchange Mailbox"})
        QVERIFY2(said.contains(QString::fromLatin1(cause)), qPrintable(said));
}

void tst_PracticeAnswers::E7_noMessageFoundNamesTheCausesWhereMailIsForbidden()
{
    open(false);
    set("message-missing", "on");
    invite();
    lookInVain();
    QTRY_COMPARE_WITH_TIMEOUT(answer().state, OutboxState::Failed, 20'000);
    const QString said = sentence(answer().lastFailure);
    for (const char* cause : {"No message found", "AutoAccept", "Get-CalendarProcessing", "Get-Mailbox"})
        QVERIFY2(said.contains(QString::fromLatin1(cause)), qPrintable(said));
    QVERIFY2(said.contains(room), qPrintable(said));
    QVERIFY(told().isEmpty());
    QTRY_COMPARE(m_desk->reservations().first().exchangeState, ExchangeState::Failed);
}

// What a delegate wrote over the meeting's time is nobody's of ours: the room's answer is given, and theirs stays as it
// is.
void tst_PracticeAnswers::E8_anOverlapOfADelegateIsLeftAlone()
{
    open();
    makeItemOfADelegate();
    const QJsonArray before = itemsOf(room, QStringLiteral("calendar"), QStringLiteral("appointment"));
    QCOMPARE(before.size(), 1);
    invite();
    QTRY_VERIFY_WITH_TIMEOUT(allDone(2), 20'000);
    QTRY_COMPARE(told(), (QStringList{QStringLiteral("accept"), QStringLiteral("mail")}));
    const QJsonArray after = itemsOf(room, QStringLiteral("calendar"), QStringLiteral("appointment"));
    QCOMPARE(after.size(), 2);
    QVERIFY(after.contains(before.first()));
}

void tst_PracticeAnswers::E5_aRefusedPasswordStandsStill()
{
    open();
    int requests = 0;
    connect(m_practice.get(), &PracticeExchange::requestAnswered, this, [&requests] { ++requests; });
    set("wrong-password", "on");
    for (int number = 0; number < 4; ++number)
        invite(QStringLiteral("meeting-%1@mycompany.com").arg(number));
    const auto standing = [this] {
        const auto states = m_desk->store().read([](const ReadUnit& unit) { return unit.agent().serverStates(); });
        return states.isEmpty() ? ServerStanding::Unproven : states.first().standing;
    };
    QTRY_COMPARE_WITH_TIMEOUT(standing(), ServerStanding::Paused, 20'000);
    QTRY_COMPARE(m_desk->reservations().size(), 4);
    QCOMPARE(requests, 1);
    advance(std::chrono::hours(3));
    settle(CommandKind::ReloadSettings);
    QCOMPARE(requests, 1);
    set("wrong-password", "off");
    settle(CommandKind::RetryOutbox, {{QStringLiteral("profile"), QString::number(m_profile.id.value)}});
    // Three of the four ask for a room that the first has.
    QTRY_VERIFY_WITH_TIMEOUT(allDone(5), 20'000);
    QCOMPARE(told().count(QStringLiteral("accept")), 1);
    QCOMPARE(told().count(QStringLiteral("decline")), 3);
}

QTEST_GUILESS_MAIN(tst_PracticeAnswers)
#include "tst_practiceanswers.moc"
