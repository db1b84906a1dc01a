// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#include "models/secrets/filesecretstore.h"
#include "models/secrets/keychainsecretstore.h"
#include "models/secrets/memorysecretstore.h"
#include "models/secrets/secretplace.h"
#include "models/secrets/serversecrets.h"

#include <QDir>
#include <QElapsedTimer>
#include <QFile>
#include <QProcess>
#include <QSemaphore>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>

using namespace reserve;

namespace {

const SecretString aSecret{QByteArrayView("p\xc3\xa4ss \"word\" 4711")};

template<typename T>
Result<T> answerOf(QFuture<Result<T>> future)
{
    if (!QTest::qWaitFor([&] { return future.isFinished(); }, 40000))
        return failure("test.no-answer");
    return future.result();
}

// A keyring that does what a missing one does: it keeps the question and never answers.
class DeafKeychain final : public KeychainBackend
{
public:
    void read(const QString&, ReadAnswer answer) override { m_reads.append(answer); }
    void write(const QString&, const SecretString&, DoneAnswer answer) override { m_others.append(answer); }
    void remove(const QString&, DoneAnswer answer) override { m_others.append(answer); }

private:
    QList<ReadAnswer> m_reads;
    QList<DoneAnswer> m_others;
};

// A keyring whose library does not even come back.
class BlockedKeychain final : public KeychainBackend
{
public:
    explicit BlockedKeychain(QSemaphore& gate)
        : m_gate(gate)
    {
    }
    void read(const QString&, ReadAnswer) override { m_gate.acquire(); }
    void write(const QString&, const SecretString&, DoneAnswer) override { m_gate.acquire(); }
    void remove(const QString&, DoneAnswer) override { m_gate.acquire(); }

private:
    QSemaphore& m_gate;
};

void writeFile(const QString& path, const QByteArray& content, QFile::Permissions permissions)
{
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(content);
    file.close();
    QVERIFY(file.setPermissions(permissions));
}

constexpr auto ownerOnly = QFile::ReadOwner | QFile::WriteOwner;

} // namespace

class TestSecrets final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void memoryKeepsAndForgets();
    void unknownNamesAreRefused();
    void ruleCredentials_secretsOfServersHaveOneName_data();
    void ruleCredentials_secretsOfServersHaveOneName();
    void ruleCredentials_whatAProfileNeeds_data();
    void ruleCredentials_whatAProfileNeeds();
    void secretsOfServersAreKeptApart();

    void fileIsForItsOwnerAlone();
    void fileIsReplacedWhole();
    void fileOpenToOthersIsRefused_data();
    void fileOpenToOthersIsRefused();
    void finalLineBreakIsNotPartOfTheSecret();
    void credentialsOfTheServiceComeFirst();
    void credentialsOfTheServiceHoldAServersKey();
    void missingAndRemoved();

    void placeByEnvironment();

    void deafKeychainIsBoundInTime();
    void blockedKeychainIsBoundInTime();
    void pendingCallsAreAnsweredWhenTheStoreGoes();
    void keychainWithoutABusSaysSo();
    void realKeychain();
};

void TestSecrets::memoryKeepsAndForgets()
{
    MemorySecretStore store;
    QCOMPARE(answerOf(store.read(outgoingPasswordName)).error().code(), QByteArray("secret.missing"));
    QVERIFY(answerOf(store.write(outgoingPasswordName, aSecret)));
    QCOMPARE(answerOf(store.read(outgoingPasswordName))->reveal(), aSecret.reveal());
    QVERIFY(answerOf(store.remove(outgoingPasswordName)));
    QVERIFY(!answerOf(store.read(outgoingPasswordName)));
}

void TestSecrets::unknownNamesAreRefused()
{
    const QTemporaryDir folder;
    FileSecretStore store(folder.filePath(QStringLiteral("secrets")));
    for (const QString& name : {QString(), QStringLiteral("../escape"), QStringLiteral("outgoing.passwort")}) {
        QCOMPARE(answerOf(store.read(name)).error().code(), QByteArray("secret.unknown"));
        QCOMPARE(answerOf(store.write(name, aSecret)).error().code(), QByteArray("secret.unknown"));
        QCOMPARE(answerOf(store.remove(name)).error().code(), QByteArray("secret.unknown"));
    }
    QVERIFY(QDir(folder.path()).isEmpty());
}

void TestSecrets::ruleCredentials_secretsOfServersHaveOneName_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<qint64>("server"); // 0: no such name
    QTest::addColumn<QString>("field");
    const auto row = [](const char* name, qint64 server, const char* field = "") {
        QTest::newRow(name) << QString::fromUtf8(name) << server << QString::fromLatin1(field);
    };
    row("server.3.password", 3, "password");
    row("server.3.client-secret", 3, "client-secret");
    row("server.9223372036854775807.private-key", 9223372036854775807, "private-key");
    row("server.9223372036854775808.password", 0);
    row("server.0.password", 0);
    row("server.03.password", 0);
    row("server.-3.password", 0);
    row("server.\xd9\xa3.password", 0);
    row("server.3.passwort", 0);
    row("server.3.", 0);
    row("server.3.password/../x", 0);
    row("server.3.password\n", 0);
    row("Server.3.password", 0);
    row("outgoing.password", 0);
}

void TestSecrets::ruleCredentials_secretsOfServersHaveOneName()
{
    QFETCH(QString, name);
    QFETCH(qint64, server);
    QFETCH(QString, field);
    const auto owned = serverSecretOf(name);
    QCOMPARE(owned.has_value(), server != 0);
    QCOMPARE(isSecretName(name), server != 0 || name == outgoingPasswordName);
    QCOMPARE(checkSecretName(name).has_value(), isSecretName(name));
    if (!owned)
        return;
    QCOMPARE(owned->server.value, server);
    QCOMPARE(serverSecretField(owned->secret), field);
    QCOMPARE(serverSecretName(owned->server, owned->secret), name);
}

void TestSecrets::ruleCredentials_whatAProfileNeeds_data()
{
    QTest::addColumn<int>("kind");
    QTest::addColumn<int>("authentication");
    QTest::addColumn<int>("proof");
    QTest::addColumn<QStringList>("names");
    using Sign = ServerAuthentication;
    const auto row = [](const char* title, ServerKind kind, Sign sign, ClientProof proof, const QStringList& names) {
        QTest::newRow(title) << int(kind) << int(sign) << int(proof) << names;
    };
    const QStringList password{QStringLiteral("server.7.password")};
    row("anonymous", ServerKind::Ews, Sign::Anonymous, ClientProof::Secret, {});
    row("basic", ServerKind::Ews, Sign::Basic, ClientProof::Secret, password);
    row("ntlm", ServerKind::Ews, Sign::Ntlm, ClientProof::Certificate, password);
    row("kerberos", ServerKind::Ews, Sign::Kerberos, ClientProof::Secret, {});
    row("oauth", ServerKind::Graph, Sign::OAuth, ClientProof::Secret, {QStringLiteral("server.7.client-secret")});
    row("certificate", ServerKind::Graph, Sign::OAuth, ClientProof::Certificate,
        {QStringLiteral("server.7.private-key")});
    row("mail only", ServerKind::MailOnly, Sign::Basic, ClientProof::Secret, {});
}

void TestSecrets::ruleCredentials_whatAProfileNeeds()
{
    QFETCH(int, kind);
    QFETCH(int, authentication);
    QFETCH(int, proof);
    ServerProfile profile;
    profile.id = ServerProfileId{7};
    profile.kind = ServerKind(kind);
    profile.authentication = ServerAuthentication(authentication);
    profile.proof = ClientProof(proof);
    QTEST(requiredSecretNames(profile), "names");
}

void TestSecrets::secretsOfServersAreKeptApart()
{
    const QTemporaryDir folder;
    FileSecretStore store(folder.path());
    const QString first = serverSecretName(ServerProfileId{1}, ServerSecret::Password);
    const QString second = serverSecretName(ServerProfileId{2}, ServerSecret::Password);
    QVERIFY(answerOf(store.write(first, aSecret)));
    QCOMPARE(answerOf(store.read(second)).error().code(), QByteArray("secret.missing"));
    QVERIFY(answerOf(store.write(second, SecretString(QByteArrayView("other")))));
    QVERIFY(answerOf(store.remove(first)));
    QCOMPARE(answerOf(store.read(first)).error().code(), QByteArray("secret.missing"));
    QCOMPARE(answerOf(store.read(second))->reveal(), QByteArrayView("other"));
}

void TestSecrets::fileIsForItsOwnerAlone()
{
    const QTemporaryDir folder;
    const QString secrets = folder.filePath(QStringLiteral("deep/secrets"));
    FileSecretStore store(secrets);
    QVERIFY(answerOf(store.write(outgoingPasswordName, aSecret)));
    constexpr auto others = QFile::ReadGroup | QFile::WriteGroup | QFile::ExeGroup | QFile::ReadOther
        | QFile::WriteOther | QFile::ExeOther;
    QVERIFY(!(QFileInfo(secrets).permissions() & others));
    QVERIFY(!(QFileInfo(QDir(secrets).filePath(outgoingPasswordName)).permissions() & others));
    QCOMPARE(answerOf(store.read(outgoingPasswordName))->reveal(), aSecret.reveal());
}

void TestSecrets::fileIsReplacedWhole()
{
    const QTemporaryDir folder;
    FileSecretStore store(folder.path());
    QVERIFY(answerOf(store.write(outgoingPasswordName, SecretString(QByteArrayView("a much longer secret")))));
    QVERIFY(answerOf(store.write(outgoingPasswordName, SecretString(QByteArrayView("short")))));
    QCOMPARE(answerOf(store.read(outgoingPasswordName))->reveal(), QByteArrayView("short"));
    QCOMPARE(QDir(folder.path()).entryList(QDir::Files | QDir::Hidden), QStringList{outgoingPasswordName});
}

void TestSecrets::fileOpenToOthersIsRefused_data()
{
    QTest::addColumn<int>("permissions");
    QTest::newRow("group reads") << int(ownerOnly | QFile::ReadGroup);
    QTest::newRow("group writes") << int(ownerOnly | QFile::WriteGroup);
    QTest::newRow("others read") << int(ownerOnly | QFile::ReadOther);
    QTest::newRow("others write") << int(ownerOnly | QFile::WriteOther);
}

void TestSecrets::fileOpenToOthersIsRefused()
{
    QFETCH(int, permissions);
    const QTemporaryDir folder;
    writeFile(folder.filePath(outgoingPasswordName), "x", QFile::Permissions(permissions));
    FileSecretStore store(folder.path());
    const auto secret = answerOf(store.read(outgoingPasswordName));
    QVERIFY(!secret);
    QCOMPARE(secret.error().code(), QByteArray("secret.file-open-to-others"));
    QCOMPARE(secret.error().arguments().value(QStringLiteral("path")), folder.filePath(outgoingPasswordName));
}

void TestSecrets::finalLineBreakIsNotPartOfTheSecret()
{
    const QTemporaryDir folder;
    FileSecretStore store(folder.path());
    writeFile(folder.filePath(outgoingPasswordName), "secret \r\n", ownerOnly);
    QCOMPARE(answerOf(store.read(outgoingPasswordName))->reveal(), QByteArrayView("secret "));
    writeFile(folder.filePath(outgoingPasswordName), "secret\n\n", ownerOnly);
    QCOMPARE(answerOf(store.read(outgoingPasswordName))->reveal(), QByteArrayView("secret\n"));
}

void TestSecrets::credentialsOfTheServiceComeFirst()
{
    const QTemporaryDir folder;
    const QTemporaryDir credentials;
    FileSecretStore store(folder.path(), credentials.path());
    QVERIFY(answerOf(store.write(outgoingPasswordName, SecretString(QByteArrayView("own")))));
    QCOMPARE(answerOf(store.read(outgoingPasswordName))->reveal(), QByteArrayView("own"));
    // systemd's files show the mask of an access list as group rights.
    writeFile(credentials.filePath(outgoingPasswordName), "given\n", QFile::ReadOwner | QFile::ReadGroup);
    QCOMPARE(answerOf(store.read(outgoingPasswordName))->reveal(), QByteArrayView("given"));
    QCOMPARE(answerOf(store.write(outgoingPasswordName, aSecret)).error().code(),
             QByteArray("secret.given-by-service"));
    QCOMPARE(answerOf(store.remove(outgoingPasswordName)).error().code(), QByteArray("secret.given-by-service"));
}

void TestSecrets::credentialsOfTheServiceHoldAServersKey()
{
    const QTemporaryDir folder;
    const QTemporaryDir credentials;
    FileSecretStore store(folder.path(), credentials.path());
    const QByteArray key = "-----BEGIN PRIVATE KEY-----\nMC4CAQ==\n-----END PRIVATE KEY-----";
    writeFile(credentials.filePath(QStringLiteral("server.3.private-key")), key + '\n', ownerOnly);
    const QString name = serverSecretName(ServerProfileId{3}, ServerSecret::PrivateKey);
    QCOMPARE(answerOf(store.read(name))->reveal(), QByteArrayView(key));
    QCOMPARE(answerOf(store.remove(name)).error().code(), QByteArray("secret.given-by-service"));
}

void TestSecrets::missingAndRemoved()
{
    const QTemporaryDir folder;
    FileSecretStore store(folder.path());
    QCOMPARE(answerOf(store.read(outgoingPasswordName)).error().code(), QByteArray("secret.missing"));
    QVERIFY(answerOf(store.remove(outgoingPasswordName)));
    QVERIFY(answerOf(store.write(outgoingPasswordName, aSecret)));
    QVERIFY(answerOf(store.remove(outgoingPasswordName)));
    QCOMPARE(answerOf(store.read(outgoingPasswordName)).error().code(), QByteArray("secret.missing"));
}

void TestSecrets::placeByEnvironment()
{
    const QTemporaryDir folder;
    SecretEnvironment environment{folder.filePath(QStringLiteral("reserve.sqlite")), {}, true};
    QCOMPARE(choosePlace(environment), SecretPlace::Keychain);
    environment.hasKeychain = false;
    QCOMPARE(choosePlace(environment), SecretPlace::Files);
    environment.hasKeychain = true;
    environment.credentialsFolder = folder.path();
    QCOMPARE(choosePlace(environment), SecretPlace::Files);
    environment.credentialsFolder.clear();
    QVERIFY(QDir().mkpath(environment.secretsFolder()));
    QCOMPARE(choosePlace(environment), SecretPlace::Files);
    QCOMPARE(makeSecretStore(environment)->folder(), environment.secretsFolder());
}

void TestSecrets::deafKeychainIsBoundInTime()
{
    KeychainSecretStore store({}, std::make_unique<DeafKeychain>(), std::chrono::milliseconds(50));
    const auto secret = answerOf(store.read(outgoingPasswordName));
    QCOMPARE(secret.error().code(), QByteArray("secret.time-limit"));
    QVERIFY(secret.error().isRetryable());
    QCOMPARE(answerOf(store.write(outgoingPasswordName, aSecret)).error().code(), QByteArray("secret.time-limit"));
    QCOMPARE(answerOf(store.remove(outgoingPasswordName)).error().code(), QByteArray("secret.time-limit"));
}

void TestSecrets::blockedKeychainIsBoundInTime()
{
    QSemaphore gate;
    {
        KeychainSecretStore store({}, std::make_unique<BlockedKeychain>(gate), std::chrono::milliseconds(50));
        QCOMPARE(answerOf(store.read(outgoingPasswordName)).error().code(), QByteArray("secret.time-limit"));
        gate.release();
    }
}

void TestSecrets::pendingCallsAreAnsweredWhenTheStoreGoes()
{
    QFuture<Result<SecretString>> future;
    {
        KeychainSecretStore store({}, std::make_unique<DeafKeychain>(), std::chrono::minutes(5));
        future = store.read(outgoingPasswordName);
    }
    QTRY_VERIFY(future.isFinished());
    QCOMPARE(future.result().error().code(), QByteArray("secret.cancelled"));
}

void TestSecrets::keychainWithoutABusSaysSo()
{
#ifndef Q_OS_LINUX
    QSKIP("The bus of the desktop exists on Linux only");
#endif
    if (!qEnvironmentVariable("DBUS_SESSION_BUS_ADDRESS").startsWith(QLatin1String("disabled:")))
        QSKIP("Needs DBUS_SESSION_BUS_ADDRESS=disabled:, as the test runner sets it");
    KeychainSecretStore store(QStringLiteral("test"));
    const auto secret = answerOf(store.read(outgoingPasswordName));
    QVERIFY(!secret);
    QCOMPARE(secret.error().code(), QByteArray("secret.keychain"));
    QVERIFY(!secret.error().arguments().value(QStringLiteral("detail")).isEmpty());
}

// Runs this program again inside a bus and keyring of its own.
void TestSecrets::realKeychain()
{
    const QString inside = QStringLiteral("RESERVE_TEST_INSIDE_KEYRING");
    if (qEnvironmentVariableIsSet(qPrintable(inside))) {
        KeychainSecretStore store(QStringLiteral("test"));
        QCOMPARE(answerOf(store.read(outgoingPasswordName)).error().code(), QByteArray("secret.missing"));
        QVERIFY(answerOf(store.write(outgoingPasswordName, aSecret)));
        QCOMPARE(answerOf(store.read(outgoingPasswordName))->reveal(), aSecret.reveal());
        QVERIFY(answerOf(store.remove(outgoingPasswordName)));
        QCOMPARE(answerOf(store.read(outgoingPasswordName)).error().code(), QByteArray("secret.missing"));
        return;
    }
    for (const char* program : {"dbus-run-session", "gnome-keyring-daemon"}) {
        if (QStandardPaths::findExecutable(QString::fromLatin1(program)).isEmpty())
            QSKIP(qPrintable(
                QStringLiteral("NOT TESTED: the real keychain. Install %1.").arg(QString::fromLatin1(program))));
    }
    const QTemporaryDir home;
    QProcess session;
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.remove(QStringLiteral("DBUS_SESSION_BUS_ADDRESS"));
    environment.remove(QStringLiteral("DISPLAY"));
    environment.insert(QStringLiteral("XDG_DATA_HOME"), home.path());
    environment.insert(QStringLiteral("XDG_RUNTIME_DIR"), home.path());
    environment.insert(inside, QStringLiteral("1"));
    session.setProcessEnvironment(environment);
    session.setProcessChannelMode(QProcess::MergedChannels);
    // The daemon answers --unlock once it serves the bus.
    session.start(
        QStringLiteral("dbus-run-session"),
        {QStringLiteral("--"), QStringLiteral("sh"), QStringLiteral("-c"),
         QStringLiteral("printf testpassword | gnome-keyring-daemon --unlock --components=secrets >/dev/null 2>&1;"
                        " exec \"$0\" realKeychain"),
         QCoreApplication::applicationFilePath()});
    QVERIFY(session.waitForFinished(60000));
    QVERIFY2(session.exitCode() == 0, session.readAll().constData());
}

QTEST_GUILESS_MAIN(TestSecrets)
#include "tst_secrets.moc"
