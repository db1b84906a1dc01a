// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#include "models/store/spoolfolder.h"
#include "tests/support/agenthost.h"
#include "tests/support/requestdesk.h"
#include "tests/support/smtpdialog.h"

#include <QDir>
#include <QSet>
#include <QTcpServer>
#include <QTest>

using namespace reserve;
using namespace reserve::test;

namespace {

const QByteArray nour = "nour.abbas@mycompany.com";
const QByteArray cr1 = "CR1@reserve.mycompany.com";

QByteArray mailFrom(const QByteArray& from, const QByteArray& body = "Hello.\r\n")
{
    return "From: <" + from + ">\r\nSubject: Plain\r\n\r\n" + body;
}

} // namespace

// From DATA to 250: what is durable, what is refused, what is kept.
class TestIntake : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_desk = std::make_unique<RequestDesk>();
        m_host = std::make_unique<AgentHost>(m_desk->store().store());
        QVERIFY(m_host->start());
        m_client = std::make_unique<SmtpDialog>(m_host->port());
        m_client->open();
    }
    void cleanup()
    {
        m_client.reset();
        m_host.reset();
        m_desk.reset();
    }

    void rule250_isDurableWhenItIsSaid();
    void ruleGate_refusesWithAReason();
    void ruleKeep_storesEachMessageAtOnce();
    void ruleKeep_failureIsInTheTrace();
    void ruleKeep_whatTheSessionRefusesIsNotedAndKept_data();
    void ruleKeep_whatTheSessionRefusesIsNotedAndKept();
    void refusedContentIsTracedForEachRecipient();
    void ruleMailboxCase_isTakenAndHeld();
    void rulePeers_widerThanLoopbackNeedsPeers();
    void rulePeers_refusesOthers();
    void ruleSubdomain_ofAnotherProcessHoldsForTheNextConnection();
    void changesOfAnotherProcessHoldInAnOpenSession();
    void largeMessageIsSpooled();
    void repeatedMessageIsDecidedOnce();
    void backlogAnswers451();
    void portTakenNamesTheHolder();

private:
    QList<Trace> traces()
    {
        return m_desk->store().read([](const ReadUnit& unit) -> Result<QList<Trace>> {
            return unit.traces().byIds(unit.traces().page({}, {}, 100).value());
        });
    }

    std::unique_ptr<RequestDesk> m_desk;
    std::unique_ptr<AgentHost> m_host;
    std::unique_ptr<SmtpDialog> m_client;
};

void TestIntake::rule250_isDurableWhenItIsSaid()
{
    // What another process reads right after 250 is what counts.
    const auto other = m_desk->store().openAnother();
    for (int i = 1; i <= 20; ++i) {
        QCOMPARE(SmtpDialog::code(m_client->deliver(nour, {cr1}, mailFrom(nour, QByteArray::number(i) + "\r\n"))), 250);
        const auto raw = other->read([i](const ReadUnit& unit) { return unit.inbox().raw(InboxId{i}); }).result();
        QVERIFY(raw.has_value());
        QVERIFY(raw->endsWith(QByteArray("\r\n\r\n" + QByteArray::number(i) + "\r\n")));
    }
}

void TestIntake::ruleGate_refusesWithAReason()
{
    const QByteArray answer
        = m_client->deliver("stranger@elsewhere.example", {cr1}, mailFrom("stranger@elsewhere.example"));
    QVERIFY2(answer.startsWith("550 5.7.1 "), answer.constData());
    QVERIFY2(answer.contains("stranger@elsewhere.example"), answer.constData());
    const QList<Trace> all = traces();
    QCOMPARE(all.size(), 1);
    QCOMPARE(all.first().verdict, Verdict::Rejected);
    QVERIFY(m_desk->reservations().isEmpty());
}

void TestIntake::ruleKeep_storesEachMessageAtOnce()
{
    const QString root = m_desk->store().folder() + QStringLiteral("/not/yet/there");
    m_desk->set(QStringLiteral("smtp.root"), root);
    m_desk->set(QStringLiteral("smtp.keep-email"), QStringLiteral("true"));
    SmtpDialog next(m_host->port());
    next.open();
    const QByteArray mail = mailFrom(nour);
    QCOMPARE(SmtpDialog::code(next.deliver(nour, {cr1}, mail)), 250);
    QCOMPARE(SmtpDialog::code(next.deliver("a@elsewhere.example", {cr1}, mailFrom("a@elsewhere.example"))), 550);
    const QStringList names = QDir(root).entryList({QStringLiteral("*.eml")}, QDir::Files, QDir::Name);
    QCOMPARE(names.size(), 2);
    QFile first(root + QLatin1Char('/') + names.first());
    QVERIFY(first.open(QIODevice::ReadOnly));
    const QByteArray kept = first.readAll();
    QVERIFY(kept.startsWith("Received: from "));
    QVERIFY(kept.endsWith(mail));
    m_desk->set(QStringLiteral("smtp.keep-email"), QStringLiteral("false"));
    SmtpDialog last(m_host->port());
    last.open();
    QCOMPARE(SmtpDialog::code(last.deliver(nour, {cr1}, mail)), 250);
    QCOMPARE(QDir(root).entryList({QStringLiteral("*.eml")}).size(), 2);
}

void TestIntake::ruleKeep_failureIsInTheTrace()
{
    QFile inTheWay(m_desk->store().folder() + QStringLiteral("/file"));
    QVERIFY(inTheWay.open(QIODevice::WriteOnly));
    m_desk->set(QStringLiteral("smtp.root"), inTheWay.fileName());
    m_desk->set(QStringLiteral("smtp.keep-email"), QStringLiteral("true"));
    SmtpDialog next(m_host->port());
    next.open();
    QCOMPARE(SmtpDialog::code(next.deliver(nour, {cr1}, mailFrom(nour))), 250);
    const QList<TraceStep> steps = traces().first().steps;
    const auto step = std::find_if(steps.begin(), steps.end(), [](const TraceStep& s) { return s.rule == "R-KEEP"; });
    QVERIFY(step != steps.end());
    QCOMPARE(step->reason.code, QByteArray("keep.folder-failed"));
    QCOMPARE(step->reason.arguments.value(QStringLiteral("path")), inTheWay.fileName());
    QCOMPARE(step->reason.arguments.value(QStringLiteral("detail")), QStringLiteral("Not a directory"));
}

void TestIntake::ruleKeep_whatTheSessionRefusesIsNotedAndKept_data()
{
    QTest::addColumn<QByteArray>("mail");
    QTest::addColumn<int>("code");
    QTest::addColumn<QByteArray>("reason");
    QTest::addColumn<qsizetype>("kept");
    const QByteArray plain = mailFrom(nour);
    const QByteArray loop = QByteArray("Received: by x\r\n").repeated(40) + plain;
    QTest::newRow("mail loop") << loop << 554 << QByteArray("smtp.mail-loop") << loop.size();
    const QByteArray large = mailFrom(nour, QByteArray("0123456789\r\n").repeated(10'000));
    QTest::newRow("too large") << large << 552 << QByteArray("smtp.size-exceeded") << qsizetype(65'536);
    const QByteArray longLine = mailFrom(nour, QByteArray(2 << 20, 'x') + "\r\n");
    QTest::newRow("long line") << longLine << 554 << QByteArray("smtp.content-line-too-long") << longLine.size();
}

void TestIntake::ruleKeep_whatTheSessionRefusesIsNotedAndKept()
{
    QFETCH(QByteArray, mail);
    QFETCH(int, code);
    QFETCH(QByteArray, reason);
    QFETCH(qsizetype, kept);
    const QString root = m_desk->store().folder() + QStringLiteral("/kept");
    m_desk->set(QStringLiteral("smtp.root"), root);
    m_desk->set(QStringLiteral("smtp.keep-email"), QStringLiteral("true"));
    if (kept < mail.size())
        m_desk->set(QStringLiteral("smtp.max-message-bytes"), QString::number(kept));
    // The limits of a session are those that held when it began.
    m_client.reset();
    QVERIFY(m_host->stop());
    QVERIFY(m_host->start());
    SmtpDialog next(m_host->port());
    next.open();
    QCOMPARE(SmtpDialog::code(next.deliver(nour, {cr1}, mail)), code);

    const QList<Trace> all = traces();
    QCOMPARE(all.size(), 1);
    const Trace& trace = all.first();
    QCOMPARE(trace.verdict, Verdict::Rejected);
    QCOMPARE(trace.state, TraceState::Done);
    QCOMPARE(trace.reason.code, reason);
    QCOMPARE(trace.sender, QString::fromLatin1(nour));
    QCOMPARE(trace.recipient, QString::fromLatin1(cr1));
    QCOMPARE(trace.spaceId, m_desk->cr1());
    QCOMPARE(trace.subject, QStringLiteral("Plain"));
    QVERIFY(!trace.inboxId);
    QVERIFY(QDir(m_desk->store().store().location().spoolFolder()).isEmpty());

    const QStringList names = QDir(root).entryList({QStringLiteral("*.eml")}, QDir::Files);
    QCOMPARE(names.size(), 1);
    QFile file(root + QLatin1Char('/') + names.first());
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QByteArray bytes = file.readAll();
    QVERIFY(bytes.startsWith("Received: from "));
    QVERIFY(bytes.endsWith(mail.first(kept)));
    const auto step = std::find_if(trace.steps.begin(), trace.steps.end(),
                                   [](const TraceStep& candidate) { return candidate.rule == "R-KEEP"; });
    QVERIFY(step != trace.steps.end());
    QCOMPARE(step->reason.arguments.value(QStringLiteral("file")), names.first());
    QCOMPARE(step->reason.code, kept < mail.size() ? QByteArray("keep.stored-in-part") : QByteArray("keep.stored"));
    QCOMPARE(step->reason.arguments.value(QStringLiteral("octets")),
             kept < mail.size() ? QString::number(mail.size()) : QString());

    QCOMPARE(SmtpDialog::code(next.deliver(nour, {cr1}, mailFrom(nour))), 250);
}

void TestIntake::refusedContentIsTracedForEachRecipient()
{
    const QByteArray cr2 = "CR2@reserve.mycompany.com";
    const QByteArray loop = QByteArray("Received: by x\r\n").repeated(40) + composeMeeting(m_desk->meeting()).bytes;
    QVERIFY(m_client->deliver(nour, {cr1, cr2}, loop).startsWith("554 5.4.6"));
    const QList<Trace> all = traces();
    QCOMPARE(all.size(), 2);
    QSet<QString> recipients;
    for (const Trace& trace : all) {
        recipients.insert(trace.recipient);
        QCOMPARE(trace.verdict, Verdict::Rejected);
        QCOMPARE(trace.reason.code, QByteArray("smtp.mail-loop"));
        QCOMPARE(trace.steps.last().rule, QByteArray("SMTP"));
        QCOMPARE(trace.method, QByteArray("REQUEST"));
    }
    QCOMPARE(recipients, (QSet<QString>{QString::fromLatin1(cr1), QString::fromLatin1(cr2)}));
    QVERIFY(m_desk->reservations().isEmpty());
}

void TestIntake::ruleMailboxCase_isTakenAndHeld()
{
    QCOMPARE(SmtpDialog::code(
                 m_client->deliver(nour, {"cr1@reserve.mycompany.com"}, composeMeeting(m_desk->meeting()).bytes)),
             250);
    const Trace trace = traces().first();
    QCOMPARE(trace.state, TraceState::Held);
    QCOMPARE(trace.reason.code, QByteArray("rcpt.differs-in-case"));
    QVERIFY(m_desk->reservations().isEmpty());
    // "Use Exchange's spelling": what was held is decided without another word.
    m_desk->edit(m_desk->cr1(), [](Space& space) { space.mailbox = QStringLiteral("cr1@reserve.mycompany.com"); });
    QTRY_COMPARE(m_desk->reservations().size(), 1);
    QCOMPARE(traces().first().verdict, Verdict::Accepted);
}

void TestIntake::rulePeers_widerThanLoopbackNeedsPeers()
{
    m_host->stop();
    AgentOptions options;
    options.address = QHostAddress(QHostAddress::AnyIPv4);
    AgentHost wide(m_desk->store().store(), options);
    QVERIFY(!wide.start());
    QCOMPARE(wide.reason().code, QByteArray("agent.peers-missing"));
    m_desk->set(QStringLiteral("smtp.accepted-peers"), QStringLiteral("127.0.0.0/8"));
    QTRY_VERIFY(wide.port() != 0);
    SmtpDialog client(wide.port());
    QCOMPARE(SmtpDialog::code(client.reply()), 220);
}

void TestIntake::rulePeers_refusesOthers()
{
    m_host->stop();
    m_desk->set(QStringLiteral("smtp.accepted-peers"), QStringLiteral("192.0.2.7,198.51.100.0/24"));
    AgentOptions options;
    options.address = QHostAddress(QHostAddress::AnyIPv4);
    AgentHost wide(m_desk->store().store(), options);
    QVERIFY(wide.start());
    SmtpDialog client(wide.port());
    QVERIFY(client.reply().startsWith("554 5.7.1"));
    QVERIFY(client.waitForClose());
}

void TestIntake::ruleSubdomain_ofAnotherProcessHoldsForTheNextConnection()
{
    const auto other = m_desk->store().openAnother();
    for (int i = 0; i < 10; ++i) {
        Space space;
        space.name = QStringLiteral("New %1").arg(i);
        space.mailbox = QStringLiteral("new%1@reserve.mycompany.com").arg(i);
        const auto saved = other->write(WritePriority::Normal, [space](WriteUnit& unit) {
            return unit.spaces().save(space, QStringLiteral("test"));
        });
        QVERIFY(saved.result().has_value());
        SmtpDialog client(m_host->port());
        client.open();
        client.say("MAIL FROM:<" + nour + '>');
        QCOMPARE(SmtpDialog::code(client.say("RCPT TO:<" + space.mailbox.toLatin1() + '>')), 250);
    }
}

// A session that stands already sees what was changed since: at its next recipient, and at the gate of its next
// message.
void TestIntake::changesOfAnotherProcessHoldInAnOpenSession()
{
    const auto other = m_desk->store().openAnother();
    for (int i = 0; i < 10; ++i) {
        const QByteArray number = QByteArray::number(i);
        Space space;
        space.name = QStringLiteral("Late %1").arg(i);
        space.mailbox = QStringLiteral("late%1@reserve.mycompany.com").arg(i);
        Person person;
        person.controlNumber = ControlNumber::fromNumber(7000 + i);
        person.email = QStringLiteral("late%1@elsewhere.example").arg(i);
        const auto saveSpace = [space](WriteUnit& unit) { return unit.spaces().save(space, QStringLiteral("test")); };
        const auto savePerson
            = [person](WriteUnit& unit) { return unit.people().save(person, QStringLiteral("test")); };

        QCOMPARE(SmtpDialog::code(m_client->say("MAIL FROM:<" + person.email.toLatin1() + '>')), 250);
        QVERIFY(other->write(WritePriority::Normal, saveSpace).result().has_value());
        QCOMPARE(SmtpDialog::code(m_client->say("RCPT TO:<" + space.mailbox.toLatin1() + '>')), 250);
        QCOMPARE(SmtpDialog::code(m_client->say("DATA")), 354);
        QVERIFY(other->write(WritePriority::Normal, savePerson).result().has_value());
        QCOMPARE(SmtpDialog::code(m_client->say(mailFrom(person.email.toLatin1()) + "\r\n.")), 250);
    }
}

void TestIntake::largeMessageIsSpooled()
{
    const QByteArray body
        = QByteArray("0123456789abcdef0123456789abcdef0123456789abcdef0123456789\r\n").repeated(10000);
    const QByteArray mail = mailFrom(nour, body);
    QVERIFY(mail.size() > SpoolFolder::threshold);
    QCOMPARE(SmtpDialog::code(m_client->deliver(nour, {cr1}, mail)), 250);
    const auto message = m_desk->store().read([](const ReadUnit& unit) { return unit.inbox().find(InboxId{1}); });
    QVERIFY(!message->spoolFile.isEmpty());
    QVERIFY(QFile::exists(SpoolFolder(m_desk->store().location().spoolFolder()).pathOf(message->spoolFile)));
    const QByteArray raw = m_desk->store().read([](const ReadUnit& unit) { return unit.inbox().raw(InboxId{1}); });
    QVERIFY(raw.endsWith(mail));
    QCOMPARE(message->size, raw.size());
    // Refused ones leave no file behind.
    QCOMPARE(SmtpDialog::code(m_client->deliver("a@elsewhere.example", {cr1}, mailFrom("a@elsewhere.example", body))),
             550);
    QTRY_COMPARE(QDir(m_desk->store().location().spoolFolder()).entryList(QDir::Files).size(), 1);
}

void TestIntake::repeatedMessageIsDecidedOnce()
{
    const QByteArray mail = composeMeeting(m_desk->meeting()).bytes;
    QCOMPARE(SmtpDialog::code(m_client->deliver(nour, {cr1}, mail)), 250);
    QCOMPARE(SmtpDialog::code(m_client->deliver(nour, {cr1}, mail)), 250);
    TraceFilter waiting;
    waiting.state = TraceState::Waiting;
    QTRY_COMPARE(m_desk->store().read([&](const ReadUnit& unit) { return unit.traces().count(waiting); }), 0);
    QCOMPARE(m_desk->reservations().size(), 1);
    QCOMPARE(m_desk->outbox().size(), 2); // answer and confirmation, once
}

void TestIntake::backlogAnswers451()
{
    m_desk->set(QStringLiteral("smtp.backlog-limit"), QStringLiteral("100"));
    m_host->stop();
    // Undecided messages of an earlier run, which nobody can decide as long as their bytes are gone.
    for (int i = 0; i < 100; ++i)
        m_desk->take(mailFrom(nour), QString::fromLatin1(nour), {QString::fromLatin1(cr1)});
    AgentHost next(m_desk->store().store());
    QVERIFY(next.start());
    SmtpDialog client(next.port());
    client.open();
    // They are being decided meanwhile: either the limit still holds, or it has been worked off.
    const QByteArray answer = client.say("MAIL FROM:<" + nour + '>');
    QVERIFY2(answer.startsWith("451 4.3.2") || answer.startsWith("250 "), answer.constData());
    QTRY_VERIFY(client.say("RSET").startsWith("250") && client.say("MAIL FROM:<" + nour + '>').startsWith("250 "));
}

void TestIntake::portTakenNamesTheHolder()
{
    QTcpServer holder;
    QVERIFY(holder.listen(QHostAddress::LocalHost));
    m_host->stop();
    AgentOptions options;
    options.port = holder.serverPort();
    AgentHost second(m_desk->store().store(), options);
    QVERIFY(!second.start());
    QCOMPARE(second.reason().code, QByteArray("agent.port-taken"));
    QCOMPARE(second.reason().arguments.value(QStringLiteral("port")), QString::number(holder.serverPort()));
    QVERIFY(second.reason().arguments.contains(QStringLiteral("free")));
    // It is said before it is stored.
    const auto status
        = [this] { return m_desk->store().read([](const ReadUnit& unit) { return unit.agent().status(); }); };
    QTRY_COMPARE(status().state, AgentState::CannotListen);
    QCOMPARE(status().reason.code, QByteArray("agent.port-taken"));
}

QTEST_GUILESS_MAIN(TestIntake)
#include "tst_intake.moc"
