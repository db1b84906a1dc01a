// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

#include <csignal>

// `reserve-agent practice` as a script drives it.
class tst_PracticeCommand final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();

    void tellsWhatToSetUp();
    void personSendsAndLooks();
    void mistakesAreSaid();
    void wrongUsage_data();
    void wrongUsage();
    void roomsOfTheStore();
    void endsOnSigterm();

private:
    void begin(const QStringList& arguments);
    QByteArray line();
    void say(const QByteArray& text);

    std::unique_ptr<QProcess> m_process;
    std::unique_ptr<QTemporaryDir> m_folder;
};

void tst_PracticeCommand::init()
{
    m_process = std::make_unique<QProcess>();
    m_folder = std::make_unique<QTemporaryDir>();
}

void tst_PracticeCommand::cleanup()
{
    if (m_process->state() != QProcess::NotRunning) {
        m_process->kill();
        m_process->waitForFinished();
    }
}

void tst_PracticeCommand::begin(const QStringList& arguments)
{
    QStringList all{QStringLiteral("practice"),
                    QStringLiteral("--listen-ews"),
                    QStringLiteral("0"),
                    QStringLiteral("--smtp"),
                    QStringLiteral("0"),
                    QStringLiteral("--store"),
                    m_folder->filePath(QStringLiteral("store.sqlite"))};
    m_process->start(QStringLiteral(RESERVE_AGENT_PROGRAM), all + arguments);
    QVERIFY(m_process->waitForStarted());
}

QByteArray tst_PracticeCommand::line()
{
    while (!m_process->canReadLine() && m_process->waitForReadyRead(20'000)) {
    }
    return m_process->readLine();
}

void tst_PracticeCommand::say(const QByteArray& text)
{
    m_process->write(text + '\n');
}

void tst_PracticeCommand::tellsWhatToSetUp()
{
    begin({QStringLiteral("--room"), QStringLiteral("CR1@x.example=Borealis"), QStringLiteral("--format"),
           QStringLiteral("json"), QStringLiteral("--set"), QStringLiteral("slow=5")});
    const QJsonObject ends = QJsonDocument::fromJson(line()).object();
    QVERIFY(ends.value(QLatin1String("ews")).toString().endsWith(QLatin1String("/EWS/Exchange.asmx")));
    QVERIFY(ends.value(QLatin1String("smtp_port")).toInt() > 0);
    QCOMPARE(ends.value(QLatin1String("user")).toString(), QStringLiteral("svc-reserve"));
    say("switches");
    const QJsonObject switches = QJsonDocument::fromJson(line()).object();
    QCOMPARE(switches.value(QLatin1String("slow")).toString(), QStringLiteral("5"));
    say("set offline on");
    say("switches");
    QCOMPARE(QJsonDocument::fromJson(line()).object().value(QLatin1String("offline")).toString(), QStringLiteral("on"));
    say("mailboxes");
    const QJsonArray mailboxes = QJsonDocument::fromJson(line()).array();
    QCOMPARE(mailboxes.size(), 2); // the account's own and the room's
    say("quit");
    QVERIFY(m_process->waitForFinished(20'000));
    QCOMPARE(m_process->exitCode(), 0);
}

void tst_PracticeCommand::personSendsAndLooks()
{
    begin({QStringLiteral("--room"), QStringLiteral("CR1@x.example"), QStringLiteral("--agent"),
           QStringLiteral("127.0.0.1:1")});
    QVERIFY(line().startsWith("EWS:"));
    QVERIFY(line().startsWith("Graph:"));
    QVERIFY(line().startsWith("Mail:"));
    say("send mira@x.example CR1@x.example 2026-11-19T09:30 60 Budget review");
    const QByteArray arrived = line();
    QVERIFY2(arrived.contains("Budget review"), arrived.constData());
    const QByteArray uid = line().trimmed().split(' ').last();
    QVERIFY2(uid.startsWith("040000008200E"), uid.constData());
    say("mailbox CR1@x.example");
    const QJsonArray items = QJsonDocument::fromJson(line()).array();
    QCOMPARE(items.size(), 2);
    QCOMPARE(items.first().toObject().value(QLatin1String("subject")).toString(), QStringLiteral("Budget review"));
    say("cancel " + uid);
    line(); // the mail
    line(); // the uid
    say("mailbox CR1@x.example");
    bool inCalendar = false;
    for (const QJsonValue& item : QJsonDocument::fromJson(line()).array())
        inCalendar
            = inCalendar || item.toObject().value(QLatin1String("folder")).toString() == QLatin1String("calendar");
    QVERIFY(!inCalendar);
    say("help");
    QVERIFY(line().startsWith("set SWITCH VALUE"));
}

void tst_PracticeCommand::mistakesAreSaid()
{
    begin({QStringLiteral("--room"), QStringLiteral("CR1@x.example"), QStringLiteral("--format"),
           QStringLiteral("json")});
    line();
    for (const char* wrong : {"nonsense", "set offline", "set offline perhaps", "send mira", "mailbox nobody@x.example",
                              "cancel 123", "send mira@x.example CR1@x.example yesterday 60 X"}) {
        say(wrong);
        m_process->setReadChannel(QProcess::StandardError);
        const QByteArray complaint = line();
        QVERIFY2(complaint.size() > 10 && !complaint.contains("practice."), complaint.constData());
        m_process->setReadChannel(QProcess::StandardOutput);
    }
    say("switches"); // it goes on
    QVERIFY(line().startsWith('{'));
}

void tst_PracticeCommand::wrongUsage_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::newRow("switch") << QStringList{QStringLiteral("--set"), QStringLiteral("nonsense=on")};
    QTest::newRow("value") << QStringList{QStringLiteral("--set"), QStringLiteral("slow=soon")};
    QTest::newRow("no value") << QStringList{QStringLiteral("--set"), QStringLiteral("slow")};
    QTest::newRow("room") << QStringList{QStringLiteral("--room"), QStringLiteral("nowhere")};
    QTest::newRow("port") << QStringList{QStringLiteral("--smtp"), QStringLiteral("99999")};
    QTest::newRow("agent") << QStringList{QStringLiteral("--agent"), QStringLiteral("here")};
}

void tst_PracticeCommand::wrongUsage()
{
    QFETCH(QStringList, arguments);
    begin(arguments);
    QVERIFY(m_process->waitForFinished(20'000));
    QCOMPARE(m_process->exitCode(), 2);
    QCOMPARE(m_process->readAllStandardError().count('\n'), 1);
}

void tst_PracticeCommand::roomsOfTheStore()
{
    QFile csv(m_folder->filePath(QStringLiteral("spaces.csv")));
    QVERIFY(csv.open(QIODevice::WriteOnly));
    csv.write("name,mailbox\nBorealis,CR1@x.example\nAurora,CR2@x.example\n");
    csv.close();
    QProcess import;
    import.start(QStringLiteral(RESERVE_AGENT_PROGRAM),
                 {QStringLiteral("spaces"), QStringLiteral("import"), csv.fileName(), QStringLiteral("--store"),
                  m_folder->filePath(QStringLiteral("store.sqlite"))});
    QVERIFY(import.waitForFinished());
    QCOMPARE(import.exitCode(), 0);
    begin({QStringLiteral("--format"), QStringLiteral("json")});
    line();
    say("mailboxes");
    QStringList names;
    for (const QJsonValue& mailbox : QJsonDocument::fromJson(line()).array()) {
        if (mailbox.toObject().value(QLatin1String("kind")).toString() == QLatin1String("room"))
            names.append(mailbox.toObject().value(QLatin1String("name")).toString());
    }
    names.sort();
    QCOMPARE(names, (QStringList{QStringLiteral("Aurora"), QStringLiteral("Borealis")}));
}

void tst_PracticeCommand::endsOnSigterm()
{
    begin({QStringLiteral("--room"), QStringLiteral("CR1@x.example")});
    QVERIFY(line().startsWith("EWS:"));
    m_process->closeWriteChannel(); // the end of its input ends nothing
    QVERIFY(line().startsWith("Graph:"));
    ::kill(pid_t(m_process->processId()), SIGTERM);
    QVERIFY(m_process->waitForFinished(20'000));
    QCOMPARE(m_process->exitStatus(), QProcess::NormalExit);
    QCOMPARE(m_process->exitCode(), 0);
}

QTEST_GUILESS_MAIN(tst_PracticeCommand)
#include "tst_practicecommand.moc"
