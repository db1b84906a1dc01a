// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

namespace {

struct Outcome
{
    int status = -1;
    QByteArray out;
    QByteArray complaints;

    QJsonArray array() const { return QJsonDocument::fromJson(out).array(); }
    QJsonObject object() const { return QJsonDocument::fromJson(out).object(); }
};

QStringList words(std::initializer_list<const char*> list)
{
    QStringList result;
    for (const char* word : list)
        result.append(QString::fromUtf8(word));
    return result;
}

} // namespace

// "reserve-agent servers" and the secrets of servers, driven as scripts drive them.
class TestServersCommand final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();

    void setAddsAndChanges();
    void setSaysWhatIsWrong_data();
    void setSaysWhatIsWrong();
    void aRefusedValueChangesNothing();
    void userNamesAreSplit();
    void overlapsAreWarnedOf();
    void exportIsImportedAgain();
    void importIsAllOrNothing();
    void addressesAreRouted();
    void secretsByNameAndByNumber();
    void certificateAndKeyMustBelongTogether();
    void certificatesThatEndedAreRefused();
    void removingTakesTheSecretsAlong();
    void testNeedsAnAgent();

private:
    Outcome run(const QStringList& arguments, const QByteArray& input = {});
    void addHeadOffice();
    QJsonObject show(const char* name);
    QString writeFile(const char* name, const QByteArray& content) const;
    static QByteArray contentOf(const QString& path);
    // A new key and its certificate, which is valid now or for the time that is given; none without openssl.
    QStringList keyPair(const char* name, const QString& start = {}, const QString& end = {}) const;
    QString authorityFile() const;

    std::unique_ptr<QTemporaryDir> m_folder;
    QString m_store;
};

void TestServersCommand::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    m_store = m_folder->filePath(QStringLiteral("store.sqlite"));
}

Outcome TestServersCommand::run(const QStringList& arguments, const QByteArray& input)
{
    QProcess process;
    process.start(QStringLiteral(RESERVE_AGENT_PROGRAM), arguments + QStringList{QStringLiteral("--store"), m_store});
    process.write(input);
    process.closeWriteChannel();
    if (!process.waitForFinished(30000))
        return {};
    return {process.exitCode(), process.readAllStandardOutput(), process.readAllStandardError()};
}

QByteArray TestServersCommand::contentOf(const QString& path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

QStringList TestServersCommand::keyPair(const char* name, const QString& start, const QString& end) const
{
    const auto path = [this, name](const char* what) {
        return m_folder->filePath(QString::fromLatin1(name) + QString::fromLatin1(what));
    };
    const QString key = path(".key");
    const QString certificate = path(".pem");
    const QString request = path(".csr");
    const auto openssl = [](const QString& arguments) {
        return QProcess::execute(QStringLiteral("openssl"), arguments.split(QLatin1Char(' '))) == 0;
    };
    const bool isMade = start.isEmpty()
        ? openssl(QStringLiteral("req -x509 -newkey rsa:2048 -nodes -days 2 -subj /CN=reserve -keyout %1 -out %2")
                      .arg(key, certificate))
        : openssl(
              QStringLiteral("req -new -newkey rsa:2048 -nodes -subj /CN=reserve -keyout %1 -out %2").arg(key, request))
            && openssl(
                QStringLiteral(
                    "ca -batch -selfsign -notext -config %1 -keyfile %2 -in %3 -out %4 -startdate %5 -enddate %6")
                    .arg(authorityFile(), key, request, certificate, start, end));
    return isMade ? QStringList{key, certificate} : QStringList();
}

// "openssl ca" alone takes a certificate's end that is over, and wants a configuration for it.
QString TestServersCommand::authorityFile() const
{
    writeFile("index.txt", {});
    const QString folder = m_folder->path();
    return writeFile("ca.cnf",
                     QStringLiteral("[ca]\ndefault_ca=own\n[own]\ndatabase=%1/index.txt\nnew_certs_dir=%1\n"
                                    "rand_serial=yes\ndefault_md=sha256\npolicy=any\n[any]\ncommonName=supplied\n")
                         .arg(folder)
                         .toUtf8());
}

void TestServersCommand::addHeadOffice()
{
    const Outcome set = run(words({"servers", "set", "Head office", "kind=ews", "authentication=ntlm",
                                   "url=https://mail.mycompany.com/EWS/Exchange.asmx", "mail_domains=mycompany.com",
                                   "user_name=svc", "ntlm_domain=MYCOMPANY"}));
    QVERIFY2(set.status == 0, set.complaints.constData());
}

QJsonObject TestServersCommand::show(const char* name)
{
    return run(words({"servers", "show", name, "--format", "json"})).object();
}

QString TestServersCommand::writeFile(const char* name, const QByteArray& content) const
{
    const QString path = m_folder->filePath(QString::fromLatin1(name));
    QFile file(path);
    return file.open(QIODevice::WriteOnly) && file.write(content) == content.size() ? path : QString();
}

void TestServersCommand::setAddsAndChanges()
{
    const Outcome set = run(words({"servers", "set", "Head office", "kind=ews", "authentication=basic", "user_name=svc",
                                   "mail_domains=mycompany.com,cloud.mycompany.com"}));
    QCOMPARE(set.status, 0);
    QVERIFY(set.out.contains("Head office is added."));
    QVERIFY(set.out.contains("settings set-secret server.1.password"));
    QJsonObject shown = show("head OFFICE");
    QCOMPARE(shown.value(QStringLiteral("kind")).toString(), QStringLiteral("ews"));
    QCOMPARE(shown.value(QStringLiteral("mail_domains")).toArray().size(), 2);
    QCOMPARE(shown.value(QStringLiteral("id")).toInt(), 1);
    QCOMPARE(shown.value(QStringLiteral("required_secrets")).toArray().first().toString(),
             QStringLiteral("server.1.password"));
    const Outcome changed = run(words({"servers", "set", "1", "name=Main", "mail_domains="}));
    QCOMPARE(changed.status, 0);
    QVERIFY(changed.out.contains("Main is changed."));
    QVERIFY(!changed.out.contains("set-secret")); // it needs what it needed before
    shown = show("Main");
    QVERIFY(shown.value(QStringLiteral("mail_domains")).toArray().isEmpty());
    QCOMPARE(shown.value(QStringLiteral("user_name")).toString(), QStringLiteral("svc"));
    QCOMPARE(run(words({"servers", "list", "--format", "json"})).array().size(), 1);
    QVERIFY(run(words({"servers", "list"})).out.contains("Main"));
    QVERIFY(!run(words({"servers", "show", "Main"})).out.contains("tenant")); // it has no effect here
}

void TestServersCommand::setSaysWhatIsWrong_data()
{
    QTest::addColumn<QStringList>("fields");
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("said");
    QTest::newRow("no field") << words({"nick=x"}) << 2 << QByteArray("FIELD=VALUE");
    QTest::newRow("no equals") << words({"kind"}) << 2 << QByteArray("FIELD=VALUE");
    QTest::newRow("nothing") << QStringList() << 2 << QByteArray("needs FIELD=VALUE");
    QTest::newRow("plain http") << words({"url=http://mail.mycompany.com/"}) << 2 << QByteArray("is not encrypted");
    QTest::newRow("unknown word") << words({"authentication=digest"}) << 2 << QByteArray("ntlm");
    QTest::newRow("Graph with Basic") << words({"kind=graph", "authentication=basic"}) << 2
                                      << QByteArray("takes OAuth only");
    QTest::newRow("half of OAuth") << words({"kind=graph", "authentication=oauth", "tenant=t"}) << 2
                                   << QByteArray("client");
    QTest::newRow("no certificate") << words({"certificate=@/nowhere.pem"}) << 1 << QByteArray("cannot be read");
    QTest::newRow("a password") << words({"password=x"}) << 2 << QByteArray("FIELD=VALUE");
}

void TestServersCommand::setSaysWhatIsWrong()
{
    QFETCH(QStringList, fields);
    QFETCH(QByteArray, said);
    const Outcome set = run(words({"servers", "set", "New"}) + fields);
    QTEST(set.status, "status");
    QVERIFY2(set.complaints.contains(said), set.complaints.constData());
    QCOMPARE(set.complaints.count('\n'), 1);
    QVERIFY(run(words({"servers", "list", "--format", "json"})).array().isEmpty());
}

void TestServersCommand::aRefusedValueChangesNothing()
{
    addHeadOffice();
    const QJsonObject before = show("Head office");
    QCOMPARE(run(words({"servers", "set", "Head office", "user_name=other", "proxy=nowhere"})).status, 2);
    QCOMPARE(show("Head office"), before);
    run(words({"servers", "set", "Branch", "kind=mail-only"}));
    QCOMPARE(run(words({"servers", "set", "Branch", "name=HEAD office"})).status, 2);
    QCOMPARE(run(words({"servers", "set", "7", "kind=mail-only"})).status, 1); // a number makes no server
    QCOMPARE(run(words({"servers", "show", "Nobody"})).status, 1);
}

void TestServersCommand::userNamesAreSplit()
{
    addHeadOffice();
    QCOMPARE(run(words({"servers", "set", "Head office", "user_name=OTHER\\svc2"})).status, 0);
    const QJsonObject shown = show("Head office");
    QCOMPARE(shown.value(QStringLiteral("user_name")).toString(), QStringLiteral("svc2"));
    QCOMPARE(shown.value(QStringLiteral("ntlm_domain")).toString(), QStringLiteral("OTHER"));
}

void TestServersCommand::overlapsAreWarnedOf()
{
    addHeadOffice();
    const Outcome set = run(words({"servers", "set", "Branch", "kind=mail-only", "mail_domains=MyCompany.com"}));
    QCOMPARE(set.status, 0);
    QVERIFY2(set.complaints.contains("Its rooms go to Head office"), set.complaints.constData());
}

void TestServersCommand::exportIsImportedAgain()
{
    addHeadOffice();
    const QString file = m_folder->filePath(QStringLiteral("servers.json"));
    QCOMPARE(run(words({"servers", "export"}) + QStringList{file}).status, 0);
    const Outcome again = run(words({"servers", "import"}) + QStringList{file});
    QCOMPARE(again.status, 0);
    QVERIFY2(again.out.contains("0 added, 0 changed, 1 unchanged"), again.out.constData());
    const QJsonObject before = show("Head office");
    QCOMPARE(run(words({"servers", "remove", "Head office"})).status, 0);
    QCOMPARE(run(words({"servers", "import"}) + QStringList{file}).status, 0);
    QJsonObject after = show("Head office");
    for (const char* ofTheRow : {"id", "required_secrets"}) // a new number, so that an old secret never fits
        QVERIFY(after.value(QLatin1String(ofTheRow)) != before.value(QLatin1String(ofTheRow)));
    after.insert(QStringLiteral("id"), before.value(QStringLiteral("id")));
    after.insert(QStringLiteral("required_secrets"), before.value(QStringLiteral("required_secrets")));
    QCOMPARE(after, before);
}

void TestServersCommand::importIsAllOrNothing()
{
    const QString file
        = writeFile("servers.json", R"([{"name": "A", "kind": "mail-only"}, {"name": "B", "password": "x"}])");
    const Outcome refused = run(words({"servers", "import"}) + QStringList{file});
    QCOMPARE(refused.status, 1);
    QVERIFY2(refused.complaints.contains("Server 2, password: "), refused.complaints.constData());
    QVERIFY(run(words({"servers", "list", "--format", "json"})).array().isEmpty());
    const Outcome piped = run(words({"servers", "import", "-"}), R"([{"name": "A", "kind": "mail-only"}])");
    QCOMPARE(piped.status, 0);
    QCOMPARE(run(words({"servers", "list", "--format", "json"})).array().size(), 1);
}

void TestServersCommand::addressesAreRouted()
{
    addHeadOffice();
    run(words({"servers", "set", "Cloud", "kind=mail-only", "mail_domains=cloud.mycompany.com"}));
    QCOMPARE(run(words({"servers", "route", "CR1@reserve.mycompany.com"})).out, QByteArray("Head office\n"));
    const Outcome cloud = run(words({"servers", "route", "CR8@Cloud.MyCompany.com", "--format", "json"}));
    QCOMPARE(cloud.object().value(QStringLiteral("server")).toString(), QStringLiteral("Cloud"));
    QCOMPARE(cloud.status, 0);
    const Outcome none = run(words({"servers", "route", "x@notmycompany.com"}));
    QCOMPARE(none.status, 1);
    QVERIFY(none.out.isEmpty());
    const Outcome noneAsJson = run(words({"servers", "route", "x@notmycompany.com", "--format", "json"}));
    QCOMPARE(noneAsJson.status, 1);
    QVERIFY(noneAsJson.object().value(QStringLiteral("server")).isNull());
}

void TestServersCommand::secretsByNameAndByNumber()
{
    addHeadOffice();
    const QByteArray secret = "p\xc3\xa4ss word";
    QCOMPARE(run(words({"settings", "set-secret", "password", "--server", "head office"}), secret + '\n').status, 0);
    QFile kept(m_store + QStringLiteral(".secrets/server.1.password"));
    QVERIFY(kept.open(QIODevice::ReadOnly));
    QCOMPARE(kept.readAll(), secret);
    kept.close();
    QCOMPARE(run(words({"settings", "set-secret", "server.1.password"}), "other").status, 0);
    QVERIFY(kept.open(QIODevice::ReadOnly));
    QCOMPARE(kept.readAll(), QByteArray("other"));
    // What the server does not ask for is kept with a warning.
    const Outcome unasked = run(words({"settings", "set-secret", "server.1.client-secret"}), "x");
    QCOMPARE(unasked.status, 0);
    QVERIFY2(unasked.complaints.contains("does not ask for it"), unasked.complaints.constData());
    QCOMPARE(run(words({"settings", "set-secret", "server.2.password"}), "x").status, 1);
    QCOMPARE(run(words({"settings", "set-secret", "passwort", "--server", "Head office"}), "x").status, 2);
    QCOMPARE(run(words({"settings", "set-secret", "password", "--server", "Nobody"}), "x").status, 1);
    const Outcome get = run(words({"settings", "get", "server.1.password"}));
    QCOMPARE(get.status, 1);
    QVERIFY(!get.out.contains("other") && !get.complaints.contains("other"));
    QCOMPARE(run(words({"settings", "set", "server.1.password", "x"})).status, 2);
    // A key keeps its lines.
    const QByteArray key = "-----BEGIN PRIVATE KEY-----\nMC4CAQ==\n-----END PRIVATE KEY-----";
    QCOMPARE(run(words({"settings", "set-secret", "server.1.private-key"}), key + '\n').status, 0);
    QFile keptKey(m_store + QStringLiteral(".secrets/server.1.private-key"));
    QVERIFY(keptKey.open(QIODevice::ReadOnly));
    QCOMPARE(keptKey.readAll(), key);
}

void TestServersCommand::certificateAndKeyMustBelongTogether()
{
    const QStringList first = keyPair("first");
    const QStringList second = keyPair("second");
    if (first.isEmpty() || second.isEmpty())
        QSKIP("the openssl program is missing: it makes keys and certificates");
    QCOMPARE(run(words({"servers", "set", "Cloud", "kind=graph", "authentication=oauth", "tenant=contoso.example",
                        "client_id=11111111-2222-3333-4444-555555555555", "proof=certificate"})
                 + QStringList{QStringLiteral("certificate=@") + first.at(1)})
                 .status,
             0);
    const QStringList setKey = words({"settings", "set-secret", "private-key", "--server", "Cloud"});
    const Outcome good = run(setKey, contentOf(first.at(0)));
    QCOMPARE(good.status, 0);
    QCOMPARE(good.complaints, QByteArray());
    // Kept, because the certificate may follow; said in one sentence.
    const Outcome strange = run(setKey, contentOf(second.at(0)));
    QCOMPARE(strange.status, 0);
    QVERIFY2(strange.complaints.contains("do not belong together"), strange.complaints.constData());
    QCOMPARE(strange.complaints.trimmed().count('\n'), 0);
    const Outcome changed = run(words({"servers", "set", "Cloud", "scope=x"}));
    QVERIFY2(changed.complaints.contains("do not belong together"), changed.complaints.constData());
    const Outcome mended
        = run(words({"servers", "set", "Cloud"}) + QStringList{QStringLiteral("certificate=@") + second.at(1)});
    QCOMPARE(mended.status, 0);
    QCOMPARE(mended.complaints, QByteArray());
    // What is no key can never be right.
    const Outcome broken = run(setKey, "-----BEGIN PRIVATE KEY-----\nMC4CAQ==\n-----END PRIVATE KEY-----");
    QCOMPARE(broken.status, 1);
    QVERIFY2(broken.complaints.contains("cannot be read"), broken.complaints.constData());
    QCOMPARE(contentOf(m_store + QStringLiteral(".secrets/server.1.private-key")).trimmed(),
             contentOf(second.at(0)).trimmed());
}

void TestServersCommand::certificatesThatEndedAreRefused()
{
    const QStringList ended = keyPair("ended", QStringLiteral("20200101000000Z"), QStringLiteral("20200201000000Z"));
    if (ended.isEmpty())
        QSKIP("the openssl program is missing: it makes keys and certificates");
    const Outcome set
        = run(words({"servers", "set", "Cloud", "kind=graph", "authentication=oauth", "tenant=contoso.example",
                     "client_id=11111111-2222-3333-4444-555555555555", "proof=certificate"})
              + QStringList{QStringLiteral("certificate=@") + ended.at(1)});
    QCOMPARE(set.status, 2);
    QVERIFY2(set.complaints.contains("ended on"), set.complaints.constData());
    QCOMPARE(run(words({"servers", "list", "--format", "json"})).array().size(), 0);
}

void TestServersCommand::removingTakesTheSecretsAlong()
{
    addHeadOffice();
    QCOMPARE(run(words({"settings", "set-secret", "server.1.password"}), "x").status, 0);
    QVERIFY(QFile::exists(m_store + QStringLiteral(".secrets/server.1.password")));
    QCOMPARE(run(words({"servers", "remove", "Head office"})).status, 0);
    QVERIFY(!QFile::exists(m_store + QStringLiteral(".secrets/server.1.password")));
    QCOMPARE(run(words({"servers", "remove", "Head office"})).status, 1);
}

void TestServersCommand::testNeedsAnAgent()
{
    addHeadOffice();
    const Outcome tested = run(words({"servers", "test", "Head office"}));
    QCOMPARE(tested.status, 1);
    QVERIFY2(tested.complaints.contains("No agent runs"), tested.complaints.constData());
    QCOMPARE(run(words({"servers", "test", "Head office", "--seconds", "0"})).status, 2);
    const Outcome looked = run(words({"servers", "discover", "Head office"}));
    QCOMPARE(looked.status, 1);
    QVERIFY2(looked.complaints.contains("No agent runs"), looked.complaints.constData());
    QCOMPARE(run(words({"servers", "discover"})).status, 2);
}

QTEST_GUILESS_MAIN(TestServersCommand)
#include "tst_serverscommand.moc"
