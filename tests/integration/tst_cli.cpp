// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#include "tests/support/recordingsmtpserver.h"

#include <QDir>
#include <QFile>
#include <QHostAddress>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QRegularExpression>
#include <QTcpServer>
#include <QTemporaryDir>
#include <QTest>
#include <QTimeZone>

using namespace reserve;

namespace {

struct Outcome
{
    int status = -1;
    QByteArray out;
    QByteArray complaints;

    QJsonArray array() const { return QJsonDocument::fromJson(out).array(); }
};

QStringList words(std::initializer_list<const char*> list)
{
    QStringList result;
    for (const char* word : list)
        result.append(QString::fromUtf8(word));
    return result;
}

} // namespace

// The built program, driven as scripts drive it: arguments in, streams and exit status out.
class TestCli final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();

    void helpAndVersion();
    void wrongUsage_data();
    void wrongUsage();
    void everySubcommandHelps();

    void settingsAreStoredOverDefaults();
    void settingsListKnowsEveryKey();
    void valueWithoutEffectIsStoredWithAWarning_data();
    void valueWithoutEffectIsStoredWithAWarning();
    void secretsAreNeverShown();

    void policiesAreSetAndInherited();
    void policiesSayWhatIsWrong_data();
    void policiesSayWhatIsWrong();
    void approvalsOfNobody();

    void spacesGoInAndOut();
    void importIsAllOrNothing();
    void peopleGoInAndOut();
    void emptyListingsAreEmptyArrays();
    void reservationsAreBookedMovedAndCancelled();
    void bookingSaysWhatIsWrong_data();
    void bookingSaysWhatIsWrong();

    void agentTakesDecidesAndStops();
    void agentNamesWhoHoldsThePort();
    void secondAgentNamesTheFirst();
    void agentNeedsPeersBeyondThisMachine();
    void sendsAStoredMessage();
    void explainsWithoutChangingAnything();
    void explainsWithoutAStore();

    void backupAndRestore();

private:
    Outcome run(const QStringList& arguments, const QByteArray& input = {});
    Outcome onStore(const QStringList& arguments, const QByteArray& input = {});
    // Ready to be talked to; the port it listens on.
    quint16 startAgent(QProcess& agent, const QStringList& more = {});
    QString writeFile(const char* name, const QByteArray& content) const;
    void importSample();
    void importBookable();
    // A work day to come, as options.
    static QStringList bookingDay(const QString& from, const QString& to);

    std::unique_ptr<QTemporaryDir> m_folder;
    QString m_store;
};

void TestCli::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    m_store = m_folder->filePath(QStringLiteral("new/folder/store.sqlite"));
}

void TestCli::cleanup()
{
    m_folder.reset();
}

Outcome TestCli::run(const QStringList& arguments, const QByteArray& input)
{
    QProcess process;
    process.start(QStringLiteral(RESERVE_AGENT_PROGRAM), arguments);
    process.write(input);
    process.closeWriteChannel();
    // Waits in the event loop: a mail server of the test may have to answer meanwhile.
    if (!QTest::qWaitFor([&] { return process.state() == QProcess::NotRunning; }, 30000))
        return {};
    return {process.exitCode(), process.readAllStandardOutput(), process.readAllStandardError()};
}

Outcome TestCli::onStore(const QStringList& arguments, const QByteArray& input)
{
    return run(arguments + QStringList{QStringLiteral("--store"), m_store}, input);
}

quint16 TestCli::startAgent(QProcess& agent, const QStringList& more)
{
    agent.start(QStringLiteral(RESERVE_AGENT_PROGRAM),
                QStringList{QStringLiteral("run"), QStringLiteral("--store"), m_store, QStringLiteral("--listen"),
                            QStringLiteral("127.0.0.1:0")}
                    + more);
    QByteArray line;
    if (!QTest::qWaitFor(
            [&] {
                line += agent.readAllStandardOutput();
                return line.contains('\n') || agent.state() == QProcess::NotRunning;
            },
            20000))
        return 0;
    static const QRegularExpression said(QStringLiteral("^listening on 127\\.0\\.0\\.1:(\\d+)\n$"));
    return said.match(QString::fromUtf8(line)).captured(1).toUShort();
}

QString TestCli::writeFile(const char* name, const QByteArray& content) const
{
    const QString path = m_folder->filePath(QString::fromLatin1(name));
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(content) != content.size())
        return {};
    return path;
}

void TestCli::importSample()
{
    const QString spaces
        = writeFile("spaces.csv", "name,mailbox,time_zone\nCR2 Aurora,CR2@reserve.mycompany.com,Europe/Berlin\n");
    const QString people = writeFile("people.csv", "control_number,email,first_name\n12,maria@mycompany.com,Maria\n");
    QCOMPARE(onStore(words({"spaces", "import"}) + QStringList{spaces}).status, 0);
    QCOMPARE(onStore(words({"people", "import"}) + QStringList{people}).status, 0);
}

// A space and two people, of whom one has a time zone.
void TestCli::importBookable()
{
    const QString spaces
        = writeFile("bookable.csv", "name,mailbox,time_zone\nCR2 Aurora,CR2@reserve.mycompany.com,Europe/Berlin\n");
    const QString people = writeFile("bookers.csv",
                                     "control_number,first_name,last_name,email,time_zone\n"
                                     "100317,Nour,Abbas,nour.abbas@mycompany.com,Europe/Berlin\n"
                                     "100318,Tom,Becker,tom.becker@mycompany.com,\n");
    QCOMPARE(onStore({QStringLiteral("spaces"), QStringLiteral("import"), spaces}).status, 0);
    QCOMPARE(onStore({QStringLiteral("people"), QStringLiteral("import"), people}).status, 0);
}

QStringList TestCli::bookingDay(const QString& from, const QString& to)
{
    QDate date = QDate::currentDate().addDays(14);
    while (date.dayOfWeek() != Qt::Wednesday)
        date = date.addDays(1);
    const QString day = date.toString(Qt::ISODate);
    return {QStringLiteral("--start"), day + from, QStringLiteral("--end"), day + to};
}

void TestCli::helpAndVersion()
{
    const Outcome version = run(words({"--version"}));
    QCOMPARE(version.status, 0);
    QCOMPARE(version.out, QByteArray("reserve-agent " RESERVE_VERSION "\n"));
    const Outcome help = run(words({"--help"}));
    QCOMPARE(help.status, 0);
    for (const char* command : {"run", "settings set", "spaces import", "people list", "reservations export", "trace",
                                "explain", "outbox give-up", "send", "store restore"})
        QVERIFY2(help.out.contains(command), command);
    QVERIFY(help.complaints.isEmpty());
}

void TestCli::wrongUsage_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::newRow("nothing") << QStringList();
    QTest::newRow("unknown command") << words({"frobnicate"});
    QTest::newRow("action missing") << words({"settings"});
    QTest::newRow("action unknown") << words({"settings", "frobnicate"});
    QTest::newRow("argument missing") << words({"settings", "get"});
    QTest::newRow("argument surplus") << words({"settings", "get", "smtp.port", "8025"});
    QTest::newRow("unknown option") << words({"settings", "list", "--frobnicate"});
    QTest::newRow("unknown format") << words({"settings", "list", "--format", "xml"});
    QTest::newRow("unknown setting") << words({"settings", "get", "smtp.prot"});
    QTest::newRow("value out of range") << words({"settings", "set", "smtp.port", "65536"});
    QTest::newRow("unknown secret") << words({"settings", "set-secret", "incoming.password"});
    QTest::newRow("secret as setting") << words({"settings", "set", "outgoing.password", "x"});
    QTest::newRow("listen without port") << words({"run", "--listen", "127.0.0.1"});
    QTest::newRow("send without room") << words({"send", "--organizer", "a@x.test"});
    QTest::newRow("unknown notice") << words({"notices", "show", "bogus"});
    QTest::newRow("unknown language") << words({"notices", "show", "accepted", "--language", "xx"});
    QTest::newRow("explain nothing") << words({"explain"});
    QTest::newRow("explain to nobody") << words({"explain", "x.eml", "--to", "nobody"});
    QTest::newRow("explain at no time") << words({"explain", "x.eml", "--at", "soon"});
    QTest::newRow("approval without number") << words({"approvals", "approve", "x"});
    QTest::newRow("reservation without number") << words({"reservations", "cancel", "x"});
    QTest::newRow("outbox without number") << words({"outbox", "retry", "x"});
    QTest::newRow("send at no time") << words(
        {"send", "--organizer", "a@x.test", "--room", "b@x.test", "--start", "soon"});
}

void TestCli::wrongUsage()
{
    QFETCH(QStringList, arguments);
    const Outcome outcome = onStore(arguments);
    QCOMPARE(outcome.status, 2);
    QVERIFY(outcome.out.isEmpty());
    QCOMPARE(outcome.complaints.count('\n'), 1);
    QVERIFY(outcome.complaints.startsWith("reserve-agent: "));
    QVERIFY(!outcome.complaints.contains('{'));
}

void TestCli::everySubcommandHelps()
{
    static const QRegularExpression entry(QStringLiteral("^  ([a-z-]+(?: [a-z-]+)?)  "),
                                          QRegularExpression::MultilineOption);
    const QString general = QString::fromUtf8(run(words({"--help"})).out).section(QStringLiteral("Options of"), 0, 0);
    int commands = 0;
    for (auto match = entry.globalMatch(general); match.hasNext(); ++commands) {
        const QStringList path = match.next().captured(1).split(QLatin1Char(' '));
        const Outcome help = run(path + words({"--help"}));
        QCOMPARE(help.status, 0);
        QVERIFY2(help.out.contains("--store FILE"), help.out.constData());
    }
    QCOMPARE(commands, 48);
}

void TestCli::settingsAreStoredOverDefaults()
{
    QCOMPARE(onStore(words({"settings", "get", "smtp.port"})).out, QByteArray("8025\n"));
    QCOMPARE(onStore(words({"settings", "set", "smtp.port", "2525"})).status, 0);
    QCOMPARE(onStore(words({"settings", "get", "smtp.port"})).out, QByteArray("2525\n"));
    const Outcome negative = onStore(words({"settings", "set", "smtp.port", "-1"}));
    QCOMPARE(negative.status, 2);
    QVERIFY2(negative.complaints.contains("smtp.port") && negative.complaints.contains("-1"),
             negative.complaints.constData());
    QCOMPARE(onStore(words({"settings", "set", "smtp.port", ""})).status, 0);
    QCOMPARE(onStore(words({"settings", "get", "smtp.port"})).out, QByteArray("8025\n"));
    QCOMPARE(onStore(words({"settings", "set", "smtp.keep-email", "Y"})).status, 0);
    const Outcome json = onStore(words({"settings", "get", "smtp.keep-email", "--format", "json"}));
    const QJsonObject object = QJsonDocument::fromJson(json.out).object();
    QCOMPARE(object.value(QStringLiteral("value")).toString(), QStringLiteral("true"));
    QCOMPARE(object.value(QStringLiteral("is_set")).toBool(), true);
}

void TestCli::settingsListKnowsEveryKey()
{
    QStringList keys;
    const QJsonArray list = onStore(words({"settings", "list", "--format", "json"})).array();
    for (const QJsonValue& value : list)
        keys.append(value.toObject().value(QStringLiteral("key")).toString());
    // The names that scripts rely on.
    for (const char* key : {"smtp.address",
                            "smtp.port",
                            "smtp.host-name",
                            "smtp.accepted-peers",
                            "smtp.keep-email",
                            "smtp.root",
                            "smtp.max-message-bytes",
                            "smtp.connector-port",
                            "reserve.sub-domain",
                            "reserve.default-user-email",
                            "reserve.create-external-contact",
                            "reserve.accepted-domains",
                            "reserve.ignore-mailbox-case",
                            "reserve.time-zone",
                            "exchange.retry-minutes",
                            "outgoing.host",
                            "outgoing.port",
                            "outgoing.security",
                            "outgoing.user",
                            "outgoing.from",
                            "notices.to",
                            "store.keep-mail-days",
                            "store.keep-trace-days"})
        QVERIFY2(keys.contains(QString::fromLatin1(key)), key);
}

void TestCli::valueWithoutEffectIsStoredWithAWarning_data()
{
    QTest::addColumn<QString>("key");
    QTest::addColumn<QString>("value");
    QTest::newRow("R-PEERS") << QStringLiteral("smtp.address") << QStringLiteral("0.0.0.0");
    QTest::newRow("R-GATE default user") << QStringLiteral("reserve.default-user-email") << QStringLiteral("d@x.test");
    QTest::newRow("R-GATE contact") << QStringLiteral("reserve.create-external-contact") << QStringLiteral("true");
    QTest::newRow("R-GATE domains") << QStringLiteral("reserve.accepted-domains") << QStringLiteral("x.test");
    QTest::newRow("outgoing") << QStringLiteral("outgoing.user") << QStringLiteral("reserve");
}

void TestCli::valueWithoutEffectIsStoredWithAWarning()
{
    QFETCH(QString, key);
    QFETCH(QString, value);
    const Outcome set = onStore(words({"settings", "set"}) + QStringList{key, value});
    QCOMPARE(set.status, 0);
    QCOMPARE(set.complaints.count('\n'), 1);
    QVERIFY(set.complaints.contains(QByteArray(key.toUtf8() + " is stored, but")));
    QCOMPARE(onStore(words({"settings", "get"}) + QStringList{key}).out, QByteArray(value.toUtf8() + '\n'));
    const Outcome cleared = onStore(words({"settings", "set"}) + QStringList{key, QString()});
    QCOMPARE(cleared.status, 0);
    QVERIFY(cleared.complaints.isEmpty());
}

void TestCli::secretsAreNeverShown()
{
    const QByteArray secret = "s3cret with blanks ";
    const Outcome set = onStore(words({"settings", "set-secret", "outgoing.password"}), QByteArray(secret + '\n'));
    QCOMPARE(set.status, 0);
    QVERIFY(!set.out.contains(secret));
    QFile kept(m_store + QStringLiteral(".secrets/outgoing.password"));
    QVERIFY(kept.open(QIODevice::ReadOnly));
    QCOMPARE(kept.readAll(), secret);
    const Outcome get = onStore(words({"settings", "get", "outgoing.password"}));
    QCOMPARE(get.status, 1);
    QVERIFY(!get.out.contains(secret) && !get.complaints.contains(secret));
    QFile store(m_store);
    QVERIFY(store.open(QIODevice::ReadOnly));
    QVERIFY(!store.readAll().contains(secret.trimmed()));
    QCOMPARE(onStore(words({"settings", "set-secret", "outgoing.password"})).status, 1);
    QCOMPARE(onStore(words({"settings", "set-secret", "outgoing.password", "--remove"})).status, 0);
    QVERIFY(!kept.exists());
}

void TestCli::policiesAreSetAndInherited()
{
    const QString file = writeFile("spaces.csv", "name,building,mailbox\nCR1,HQ,CR1@x.test\nCR2,HQ,CR2@x.test\n");
    QCOMPARE(onStore(words({"spaces", "import"}) + QStringList{file}).status, 0);
    const auto get = [this](const char* mailbox) {
        return onStore(words({"policies", "get", "bookingwindowindays", "--space", mailbox})).out;
    };
    QCOMPARE(get("CR1@x.test"), QByteArray("180\n"));
    QCOMPARE(onStore(words({"policies", "set", "BookingWindowInDays", "90", "--building", "HQ"})).status, 0);
    QCOMPARE(onStore(words({"policies", "set", "BookingWindowInDays", "30", "--space", "cr1@X.test"})).status, 0);
    QCOMPARE(get("CR1@x.test"), QByteArray("30\n"));
    QCOMPARE(get("CR2@x.test"), QByteArray("90\n"));
    const QJsonObject one
        = QJsonDocument::fromJson(
              onStore(words({"policies", "get", "BookingWindowInDays", "--space", "CR2@x.test", "--format", "json"}))
                  .out)
              .object();
    QCOMPARE(one.value(QStringLiteral("source")).toString(), QStringLiteral("building"));
    QCOMPARE(one.value(QStringLiteral("default")).toString(), QStringLiteral("180"));
    QCOMPARE(onStore(words({"policies", "list", "--format", "json"})).array().size(),
             3 * 21); // the building and two spaces
    const Outcome list = onStore(words({"policies", "list"}));
    QCOMPARE(list.out.count('\n'), 3); // the head, and what is set
    QCOMPARE(onStore(words({"policies", "list", "--space", "CR1@x.test"})).out.count('\n'), 22);
    QCOMPARE(onStore(words({"policies", "clear", "BookingWindowInDays", "--space", "CR1@x.test"})).status, 0);
    QCOMPARE(get("CR1@x.test"), QByteArray("90\n"));
    const Outcome idle = onStore(words({"policies", "set", "BookInPolicy", "a@x.test", "--building", "HQ"}));
    QCOMPARE(idle.status, 0);
    QVERIFY(idle.complaints.contains("BookInPolicy is stored, but"));
    const Outcome stranger
        = onStore(words({"policies", "set", "ResourceDelegates", "nobody@x.test", "--building", "HQ"}));
    QCOMPARE(stranger.status, 0);
    QVERIFY(stranger.complaints.contains("refuses mail of nobody@x.test"));
}

void TestCli::policiesSayWhatIsWrong_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("said");
    QTest::newRow("no scope") << words({"set", "AllowConflicts", "true"}) << 2 << QByteArray("--space MAILBOX");
    QTest::newRow("both scopes") << words({"get", "AllowConflicts", "--space", "CR1@x.test", "--building", "HQ"}) << 2
                                 << QByteArray("--building");
    QTest::newRow("unknown policy") << words({"get", "AllowConflict", "--building", "HQ"}) << 2
                                    << QByteArray("The nearest is AllowConflicts");
    QTest::newRow("unknown space") << words({"get", "AllowConflicts", "--space", "nobody@x.test"}) << 1
                                   << QByteArray("nobody@x.test");
    QTest::newRow("unknown building") << words({"set", "AllowConflicts", "true", "--building", "Annex"}) << 1
                                      << QByteArray("Buildings: HQ");
    QTest::newRow("no value") << words({"set", "AllowConflicts", "", "--building", "HQ"}) << 2
                              << QByteArray("true or false");
    QTest::newRow("out of range") << words({"set", "BookingWindowInDays", "1081", "--building", "HQ"}) << 2
                                  << QByteArray("from 0 to 1080");
}

void TestCli::policiesSayWhatIsWrong()
{
    QFETCH(QStringList, arguments);
    QFETCH(int, status);
    QFETCH(QByteArray, said);
    const QString file = writeFile("spaces.csv", "name,building,mailbox\nCR1,HQ,CR1@x.test\n");
    QCOMPARE(onStore(words({"spaces", "import"}) + QStringList{file}).status, 0);
    const Outcome outcome = onStore(QStringList{QStringLiteral("policies")} + arguments);
    QCOMPARE(outcome.status, status);
    QCOMPARE(outcome.complaints.count('\n'), 1);
    QVERIFY2(outcome.complaints.contains(said), outcome.complaints.constData());
}

void TestCli::approvalsOfNobody()
{
    const Outcome wrong = onStore(words({"approvals", "approve", "x"}));
    QVERIFY2(wrong.complaints.contains("\"x\" does not fit NUMBER."), wrong.complaints.constData());
    QCOMPARE(onStore(words({"approvals", "list", "--format", "json"})).array().size(), 0);
    const Outcome missing = onStore(words({"approvals", "approve", "7"}));
    QCOMPARE(missing.status, 1);
    QVERIFY(missing.complaints.contains("number 7"));
    QCOMPARE(onStore(words({"approvals", "decline", "seven"})).status, 2);
}

void TestCli::spacesGoInAndOut()
{
    const QByteArray csv
        = "name,building,floor,capacity,mailbox,delegate_contact,time_zone,work_days,work_start,work_end,"
          "bookable\r\n\"Aurora, north\",HQ,2,8,CR2@reserve.mycompany.com,,Europe/Berlin,\"Mon,Tue\","
          "07:30,18:00,true\r\n";
    const QString file = writeFile("spaces.csv", csv);
    QVERIFY(onStore(words({"spaces", "import"}) + QStringList{file}).out.contains("1 added, 0 changed, 0 unchanged"));
    QVERIFY(onStore(words({"spaces", "import"}) + QStringList{file}).out.contains("0 added, 0 changed, 1 unchanged"));
    QCOMPARE(onStore(words({"spaces", "export"})).out, csv);
    const QString target = m_folder->filePath(QStringLiteral("out.csv"));
    QCOMPARE(onStore(words({"spaces", "export"}) + QStringList{target}).status, 0);
    QFile written(target);
    QVERIFY(written.open(QIODevice::ReadOnly));
    QCOMPARE(written.readAll(), csv);
    const QJsonArray list = onStore(words({"spaces", "list", "--format", "json"})).array();
    QCOMPARE(list.size(), 1);
    QCOMPARE(list.first().toObject().value(QStringLiteral("name")).toString(), QStringLiteral("Aurora, north"));
}

void TestCli::importIsAllOrNothing()
{
    const QByteArray csv = "name,mailbox\nGood,good@x.test\nBad,no address\n,third@x.test\n";
    const Outcome import = onStore(words({"spaces", "import", "-"}), csv);
    QCOMPARE(import.status, 1);
    QVERIFY(import.complaints.contains("Line 3"));
    QVERIFY(import.complaints.contains("Line 4"));
    QCOMPARE(onStore(words({"spaces", "list", "--format", "json"})).array().size(), 0);
    const Outcome missing = onStore(words({"people", "import", "/nowhere/people.csv"}));
    QCOMPARE(missing.status, 1);
    QVERIFY(missing.complaints.contains("/nowhere/people.csv cannot be read"));
}

void TestCli::peopleGoInAndOut()
{
    const QByteArray csv = "control_number,first_name,last_name,email,status,time_zone\r\n"
                           "7,Bob,Brown,bob@x.test,retired,\r\n12,Ann,Adams,ann@x.test,active,Europe/Berlin\r\n";
    QCOMPARE(onStore(words({"people", "import", "-"}), csv).status, 0);
    QCOMPARE(onStore(words({"people", "export"})).out, csv);
    const QJsonArray list = onStore(words({"people", "list", "--format", "json"})).array();
    QCOMPARE(list.size(), 2);
    QCOMPARE(list.first().toObject().value(QStringLiteral("status")).toString(), QStringLiteral("retired"));
    QCOMPARE(list.first().toObject().value(QStringLiteral("kind")).toString(), QStringLiteral("employee"));
}

void TestCli::emptyListingsAreEmptyArrays()
{
    for (const QStringList& listing : {words({"spaces", "list"}), words({"people", "list"}),
                                       words({"reservations", "list"}), words({"trace"}), words({"outbox", "list"})}) {
        const Outcome outcome = onStore(listing + words({"--format", "json"}));
        QCOMPARE(outcome.status, 0);
        const QJsonDocument document = QJsonDocument::fromJson(outcome.out);
        QVERIFY(document.isArray());
        QVERIFY(document.array().isEmpty());
    }
}

// No agent runs: the store is enough.
void TestCli::reservationsAreBookedMovedAndCancelled()
{
    importBookable();
    const QStringList booking = words({"reservations", "book", "--space", "CR2@reserve.mycompany.com", "--person",
                                       "100317", "--subject", "Budget", "--format", "json"})
        + bookingDay(QStringLiteral("T10:00"), QStringLiteral("T11:00"));
    QCOMPARE(onStore(booking + words({"--dry-run"})).status, 0);
    QCOMPARE(onStore(words({"reservations", "list", "--format", "json"})).array().size(), 0);
    const Outcome booked = onStore(booking);
    QCOMPARE(booked.status, 0);
    const QJsonObject made = QJsonDocument::fromJson(booked.out).object();
    QCOMPARE(made.value(QStringLiteral("status")).toString(), QStringLiteral("accepted"));
    QCOMPARE(made.value(QStringLiteral("exchange_state")).toString(), QStringLiteral("only-here"));
    const QJsonObject row = onStore(words({"reservations", "list", "--format", "json"})).array().first().toObject();
    QCOMPARE(row.value(QStringLiteral("origin")).toString(), QStringLiteral("console"));
    QCOMPARE(row.value(QStringLiteral("person_control_number")).toString(), QStringLiteral("100317"));

    const Outcome taken = onStore(booking);
    QCOMPARE(taken.status, 1);
    QVERIFY(taken.complaints.contains("taken by nour.abbas@mycompany.com"));
    QVERIFY(!QJsonDocument::fromJson(taken.out).object().value(QStringLiteral("alternatives")).toArray().isEmpty());

    const QString number = QString::number(made.value(QStringLiteral("id")).toInteger());
    const QString start = bookingDay(QStringLiteral("T14:00"), {}).at(1);
    QCOMPARE(onStore({QStringLiteral("reservations"), QStringLiteral("move"), number, QStringLiteral("--start"), start})
                 .status,
             0);
    const QJsonObject moved = onStore(words({"reservations", "list", "--format", "json"})).array().first().toObject();
    QVERIFY(moved.value(QStringLiteral("start")) != row.value(QStringLiteral("start")));

    QCOMPARE(onStore({QStringLiteral("reservations"), QStringLiteral("cancel"), number, QStringLiteral("--why"),
                      QStringLiteral("Fire drill")})
                 .status,
             0);
    QCOMPARE(onStore(words({"reservations", "list", "--format", "json"}))
                 .array()
                 .first()
                 .toObject()
                 .value(QStringLiteral("status"))
                 .toString(),
             QStringLiteral("cancelled"));
    const Outcome again = onStore({QStringLiteral("reservations"), QStringLiteral("cancel"), number});
    QCOMPARE(again.status, 1);
    QVERIFY(again.complaints.contains("does not stand any more"));

    const Outcome series = onStore(booking + words({"--rule", "FREQ=DAILY;COUNT=3"}));
    QCOMPARE(QJsonDocument::fromJson(series.out).object().value(QStringLiteral("dates")).toInt(), 3);
}

void TestCli::bookingSaysWhatIsWrong_data()
{
    QTest::addColumn<QStringList>("change"); // option and value that take the place of a right one
    QTest::addColumn<QByteArray>("complaint");
    QTest::addColumn<int>("status");

    QTest::newRow("no such space") << words({"--space", "cr9@reserve.mycompany.com"}) << QByteArray("CR9@").toLower()
                                   << 1;
    QTest::newRow("no such person") << words({"--person", "7"}) << QByteArray("No person has the Control Number 7")
                                    << 1;
    QTest::newRow("no number") << words({"--person", "Nour"}) << QByteArray("does not fit --person") << 2;
    QTest::newRow("without time zone") << words({"--person", "100318"}) << QByteArray("has no time zone") << 1;
    QTest::newRow("no time") << words({"--start", "tomorrow"}) << QByteArray("does not fit --start") << 2;
    QTest::newRow("no rule") << words({"--rule", "weekly"}) << QByteArray("is no rule of a series") << 1;
}

void TestCli::bookingSaysWhatIsWrong()
{
    QFETCH(const QStringList, change);
    QFETCH(const QByteArray, complaint);
    QFETCH(const int, status);
    importBookable();
    QStringList line = words({"reservations", "book", "--space", "CR2@reserve.mycompany.com", "--person", "100317"})
        + bookingDay(QStringLiteral("T10:00"), QStringLiteral("T11:00"));
    if (const qsizetype place = line.indexOf(change.first()); place >= 0)
        line[place + 1] = change.last();
    else
        line += change;
    const Outcome refused = onStore(line);
    QCOMPARE(refused.status, status);
    QVERIFY2(refused.complaints.contains(complaint), refused.complaints.constData());
    QCOMPARE(onStore(words({"reservations", "list", "--format", "json"})).array().size(), 0);
}

void TestCli::agentTakesDecidesAndStops()
{
    importSample();
    QProcess agent;
    const quint16 port = startAgent(agent);
    QVERIFY2(port != 0, agent.readAllStandardError().constData());
    // Within the booking window of the defaults, whenever the test runs.
    const QDate date = QDate::currentDate().addDays(60);
    const QString day = date.toString(Qt::ISODate);
    const QDateTime start = QDateTime(date, QTime(9, 30), QTimeZone("Europe/Berlin")).toUTC();
    const QStringList request
        = words({"send", "--organizer", "maria@mycompany.com", "--room", "CR2@reserve.mycompany.com", "--zone",
                 "Europe/Berlin", "--subject", "Review", "--uid", "uid-1"})
        + QStringList{QStringLiteral("--start"), day + QStringLiteral("T09:30"), QStringLiteral("--server"),
                      QStringLiteral("127.0.0.1:%1").arg(port)};
    const Outcome sent = onStore(request);
    QVERIFY2(sent.status == 0, sent.complaints.constData());
    QVERIFY(sent.out.contains("250 2.0.0"));
    QTRY_COMPARE(onStore(words({"reservations", "list", "--format", "json"})).array().size(), 1);
    const QJsonObject reservation
        = onStore(words({"reservations", "list", "--format", "json"})).array().first().toObject();
    QCOMPARE(reservation.value(QStringLiteral("status")).toString(), QStringLiteral("accepted"));
    QCOMPARE(reservation.value(QStringLiteral("start")).toString(), start.toString(Qt::ISODate));
    QCOMPARE(reservation.value(QStringLiteral("end")).toString(), start.addSecs(3600).toString(Qt::ISODate));
    QCOMPARE(reservation.value(QStringLiteral("person_control_number")).toString(), QStringLiteral("12"));
    QVERIFY(onStore(words({"reservations", "list"})).out.contains("Accepted"));
    QVERIFY(onStore(words({"reservations", "export", "--format", "ics"})).out.contains("SUMMARY:Review"));
    QCOMPARE(onStore(words({"reservations", "list", "--format", "json", "--to"}) + QStringList{day}).array().size(), 0);
    QCOMPARE(onStore(words({"reservations", "list", "--format", "json", "--from"}) + QStringList{day}).array().size(),
             1);

    const Outcome refused = onStore(words({"send", "--organizer", "stranger@elsewhere.test", "--room",
                                           "CR2@reserve.mycompany.com", "--start", "2035-06-13T09:30", "--server"})
                                    + QStringList{QStringLiteral("127.0.0.1:%1").arg(port)});
    QCOMPARE(refused.status, 1);
    QVERIFY(refused.complaints.contains("550 5.7.1"));
    const QJsonArray traces = onStore(words({"trace", "--last", "5", "--format", "json"})).array();
    QCOMPARE(traces.size(), 2);
    QCOMPARE(traces.first().toObject().value(QStringLiteral("verdict")).toString(), QStringLiteral("rejected"));
    QVERIFY(onStore(words({"trace", "--id", "1"})).out.contains("R-MATCH"));
    QCOMPARE(onStore(words({"trace", "--id", "4711"})).status, 1);

    const Outcome outbox = onStore(words({"outbox", "list"}));
    QVERIFY(outbox.out.contains("maria@mycompany.com"));
    QVERIFY(outbox.complaints.contains("No outgoing mail server is set"));
    QCOMPARE(onStore(words({"outbox", "retry"})).status, 0);
    const Outcome unknown = onStore(words({"outbox", "retry", "--server", "Nowhere"}));
    QCOMPARE(unknown.status, 1);
    QVERIFY(unknown.complaints.contains("There is no server Nowhere"));
    const Outcome fixed = onStore(words({"outbox", "edit", "1", "--recipient", "other@mycompany.com"}));
    QCOMPARE(fixed.status, 1);
    QVERIFY(fixed.complaints.contains("goes to the organizer"));
    QCOMPARE(onStore(words({"outbox", "edit", "2", "--recipient", "maria.other@mycompany.com"})).status, 0);
    QVERIFY(onStore(words({"outbox", "list"})).out.contains("maria.other@mycompany.com"));
    for (const QStringList& silent :
         {words({"outbox", "give-up", "1"}), words({"outbox", "give-up", "1", "--why", " "})}) {
        const Outcome unsaid = onStore(silent);
        QCOMPARE(unsaid.status, 2);
        QVERIFY2(unsaid.complaints.contains("--why"), unsaid.complaints.constData());
    }
    QVERIFY(!onStore(words({"outbox", "list", "--state", "given-up"})).out.contains("given-up"));
    QCOMPARE(onStore(words({"outbox", "give-up", "1", "--why", "told by phone"})).status, 0);
    QVERIFY(onStore(words({"outbox", "list", "--state", "given-up"})).out.contains("told by phone"));

    agent.terminate();
    QVERIFY(QTest::qWaitFor([&] { return agent.state() == QProcess::NotRunning; }, 15000));
    QCOMPARE(agent.exitStatus(), QProcess::NormalExit);
    QCOMPARE(agent.exitCode(), 0);
}

void TestCli::agentNamesWhoHoldsThePort()
{
    QTcpServer holder;
    QVERIFY(holder.listen(QHostAddress::LocalHost));
    const QString where = QStringLiteral("127.0.0.1:%1").arg(holder.serverPort());
    const Outcome outcome = onStore(words({"run", "--listen"}) + QStringList{where});
    QCOMPARE(outcome.status, 1);
    QVERIFY2(outcome.complaints.contains(
                 QByteArray("Port " + QByteArray::number(holder.serverPort()) + " is held by tst_cli")),
             outcome.complaints.constData());
    QVERIFY(outcome.complaints.contains("which is free"));
    QCOMPARE(outcome.complaints.count('\n'), 1);
}

void TestCli::secondAgentNamesTheFirst()
{
    QProcess first;
    QVERIFY(startAgent(first) != 0);
    const Outcome second = onStore(words({"run", "--listen", "127.0.0.1:0"}));
    QCOMPARE(second.status, 1);
    QVERIFY2(second.complaints.contains("Another agent works on this store"), second.complaints.constData());
    QVERIFY(second.complaints.contains(QByteArray::number(first.processId())));
    first.terminate();
    QVERIFY(QTest::qWaitFor([&] { return first.state() == QProcess::NotRunning; }, 15000));
}

void TestCli::agentNeedsPeersBeyondThisMachine()
{
    const Outcome outcome = onStore(words({"run", "--listen", "0.0.0.0:0"}));
    QCOMPARE(outcome.status, 1);
    QVERIFY2(outcome.complaints.contains("smtp.accepted-peers"), outcome.complaints.constData());
}

void TestCli::sendsAStoredMessage()
{
    RecordingSmtpServer server;
    QVERIFY(server.listen());
    const QString file
        = writeFile("mail.eml",
                    "From: \"A, B\" <a@x.test>\nTo: Room <room@x.test>,\n second@x.test\nCc: room@x.test\n"
                    "Subject: x\n\n.dot\n");
    const QString where = QStringLiteral("127.0.0.1:%1").arg(server.port());
    const Outcome sent = run(words({"send", "--server"}) + QStringList{where, file});
    QVERIFY2(sent.status == 0, sent.complaints.constData());
    QCOMPARE(server.mails().size(), 1);
    QCOMPARE(server.mails().first().sender, QStringLiteral("a@x.test"));
    QCOMPARE(server.mails().first().recipients, words({"room@x.test", "second@x.test"}));
    QVERIFY(server.mails().first().content.endsWith("\r\n\r\n.dot\r\n"));
    const Outcome named
        = run(words({"send", "--sender", "", "--recipient", "only@x.test", "--server"}) + QStringList{where, file});
    QVERIFY2(named.status == 0, named.complaints.constData());
    QCOMPARE(server.mails().last().sender, QString());
    QCOMPARE(server.mails().last().recipients, words({"only@x.test"}));
}

void TestCli::explainsWithoutChangingAnything()
{
    importSample();
    const QByteArray calendar
        = "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//test//EN\r\nMETHOD:REQUEST\r\nBEGIN:VEVENT\r\nUID:one\r\n"
          "DTSTAMP:20350101T100000Z\r\nORGANIZER:mailto:maria@mycompany.com\r\nATTENDEE:mailto:CR2@reserve.mycompany."
          "com\r\n"
          "SUMMARY:Review\r\nDTSTART;TZID=Europe/Berlin:20350612T093000\r\nDTEND;TZID=Europe/Berlin:20350612T103000\r\n"
          "END:VEVENT\r\nEND:VCALENDAR\r\n";
    const QString file = writeFile("review.ics", calendar);
    const QString plain
        = writeFile("plain.eml", "From: maria@mycompany.com\nTo: a@elsewhere.example\nSubject: Lunch\n\nNoon?\n");

    const QStringList inTime = words({"explain", "--at", "2035-06-01T08:00"});
    const Outcome text = onStore(inTime + QStringList{file});
    QVERIFY2(text.status == 0, text.complaints.constData());
    for (const char* said : {"CR2 Aurora", "Europe/Berlin", "R-GATE", "Accepted", "maria@mycompany.com"})
        QVERIFY2(text.out.contains(said), said);
    const QJsonArray explained = onStore(inTime + words({"--format", "json"}) + QStringList{file}).array();
    QCOMPARE(explained.size(), 1);
    const QJsonObject decision = explained.first()[QLatin1String("decisions")].toArray().first().toObject();
    QCOMPARE(decision.value(QLatin1String("verdict")).toString(), QStringLiteral("accepted"));
    QCOMPARE(decision.value(QLatin1String("recipient")).toString(), QStringLiteral("CR2@reserve.mycompany.com"));
    QVERIFY(!decision.value(QLatin1String("told")).toArray().isEmpty());

    const QJsonArray later
        = onStore(words({"explain", "--at", "2035-07-01T08:00", "--format", "json", "-"}), calendar).array();
    QCOMPARE(later.first()[QLatin1String("decisions")].toArray().first()[QLatin1String("verdict")].toString(),
             QStringLiteral("ignored"));
    const QJsonArray refused
        = onStore(words({"explain", "--to", "nobody@reserve.mycompany.com", "--format", "json"}) + QStringList{file})
              .array();
    QCOMPARE(refused.first()[QLatin1String("decisions")].toArray().first()[QLatin1String("verdict")].toString(),
             QStringLiteral("rejected"));

    const Outcome several
        = onStore(words({"explain", "--format", "json"}) + QStringList{file, plain, QStringLiteral("/nowhere.eml")});
    QCOMPARE(several.status, 1);
    QCOMPARE(several.array().size(), 2);
    QCOMPARE(several.complaints.count('\n'), 2); // nobody here is addressed; no such file

    QCOMPARE(onStore(words({"trace", "--format", "json"})).array().size(), 0);
    QCOMPARE(onStore(words({"reservations", "list", "--format", "json"})).array().size(), 0);
    QCOMPARE(onStore(words({"outbox", "list", "--format", "json"})).array().size(), 0);
}

void TestCli::explainsWithoutAStore()
{
    const QString file = writeFile("plain.eml", "From: maria@mycompany.com\nSubject: Lunch\n\nNoon?\n");
    const Outcome outcome = onStore(words({"explain", "--format", "json", "--to", "a@x.test"}) + QStringList{file});
    QCOMPARE(outcome.status, 1);
    QCOMPARE(outcome.complaints.count('\n'), 1);
    QCOMPARE(outcome.array().first()[QLatin1String("subject")].toString(), QStringLiteral("Lunch"));
    QVERIFY(!QFile::exists(m_store));
}

void TestCli::backupAndRestore()
{
    importSample();
    const QString backup = m_folder->filePath(QStringLiteral("backup.sqlite"));
    QCOMPARE(onStore(words({"store", "backup"}) + QStringList{backup}).status, 0);
    QCOMPARE(onStore(words({"spaces", "import", "-"}), "name,mailbox\nLater,later@x.test\n").status, 0);
    const Outcome restore = onStore(words({"store", "restore"}) + QStringList{backup});
    QVERIFY2(restore.status == 0, restore.complaints.constData());
    QVERIFY(restore.out.contains("is kept as"));
    QCOMPARE(onStore(words({"spaces", "list", "--format", "json"})).array().size(), 1);
    QCOMPARE(onStore(words({"store", "restore", "/nowhere/backup.sqlite"})).status, 1);
}

QTEST_GUILESS_MAIN(TestCli)
#include "tst_cli.moc"
