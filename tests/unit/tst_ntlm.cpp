// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#include "models/transport/channelbinding.h"
#include "models/transport/ntlmclient.h"
#include "models/transport/ntlmkeys.h"
#include "tests/support/testcertificate.h"

#include <QCryptographicHash>
#include <QProcess>
#include <QRandomGenerator>
#include <QTemporaryDir>
#include <QtEndian>
#include <QTest>

using namespace reserve;

namespace {

// The published example (MS-NLMP 4.2.1): what both sides have in common.
const QString exampleUser = QStringLiteral("User");
const QString exampleDomain = QStringLiteral("Domain");
const QByteArray serverChallenge = QByteArray::fromHex("0123456789abcdef");
const QByteArray clientChallenge(8, '\xaa');

SecretString examplePassword()
{
    return SecretString("Password");
}

QByteArray exampleKey()
{
    return ntlmResponseKey(exampleUser, exampleDomain, examplePassword());
}

// 4.2.4: NbDomainName "Domain", NbComputerName "Server".
QList<NtlmPair> examplePairs()
{
    return {{2, ntlmUnicode(QStringLiteral("Domain"))}, {1, ntlmUnicode(QStringLiteral("Server"))}};
}

QByteArray number(quint32 value)
{
    QByteArray octets(4, Qt::Uninitialized);
    qToLittleEndian(value, octets.data());
    return octets;
}

QByteArray field(const QByteArray& content, quint32 offset)
{
    QByteArray octets(2, Qt::Uninitialized);
    qToLittleEndian(quint16(content.size()), octets.data());
    return octets + octets + number(offset);
}

constexpr quint32 exampleFlags = 0xe28a8233;

// 4.2.4.3 CHALLENGE_MESSAGE, with these pairs.
QByteArray challengeMessage(const QList<NtlmPair>& pairs, quint32 flags = exampleFlags)
{
    const QByteArray name = ntlmUnicode(QStringLiteral("Server"));
    const QByteArray information = writeNtlmPairs(pairs);
    return QByteArray("NTLMSSP\0\x02\0\0\0", 12) + field(name, 56) + number(flags) + serverChallenge
        + QByteArray(8, '\0') + field(information, quint32(56 + name.size())) + QByteArray::fromHex("0600701700 00000f")
        + name + information;
}

QByteArray payloadOf(const QByteArray& message, qsizetype field)
{
    return message.mid(qFromLittleEndian<quint32>(message.constData() + field + 4),
                       qFromLittleEndian<quint16>(message.constData() + field));
}

NtlmClient exampleClient()
{
    return NtlmClient({exampleUser, exampleDomain, examplePassword()});
}

NtlmSeed exampleSeed()
{
    return {clientChallenge, *instantFromIso(QStringLiteral("2026-11-29T00:00:00Z"))};
}

const NtlmTarget exampleTarget{QStringLiteral("HTTP/mail.example.com"), QByteArray(16, '\x42')};

// The pairs of a response that stands behind NTProofStr and the 28 octets of its own.
QList<NtlmPair> pairsOfResponse(const QByteArray& response)
{
    QList<NtlmPair> pairs;
    QByteArray rest = response.mid(16 + 28);
    while (rest.size() >= 4) {
        const auto id = qFromLittleEndian<quint16>(rest.constData());
        const auto length = qFromLittleEndian<quint16>(rest.constData() + 2);
        if (id == NtlmPair::End)
            break;
        pairs.append({id, rest.mid(4, length)});
        rest = rest.mid(4 + length);
    }
    return pairs;
}

QList<QByteArray> valuesOf(const QList<NtlmPair>& pairs, quint16 id)
{
    QList<QByteArray> values;
    for (const NtlmPair& pair : pairs) {
        if (pair.id == id)
            values.append(pair.value);
    }
    return values;
}

} // namespace

class TestNtlm final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void publishedChallengeIsWhatWeWrite();
    void publishedResponseKey();
    void publishedProof();
    void publishedLmResponse();
    void publishedSessionBaseKey();
    void upperCaseIsThatOfWindows();
    void userAtDomainHasNoDomain();

    void negotiateAsksForNoVersionOne();
    void bindsTheResponseToServiceAndChannel();
    void ownPairsOfTheServerAreReplaced();
    void codeOverAllThreeMessages();
    void withoutTimeTheresAnLmResponseAndNoCode();
    void refusesWhatIsNoChallenge_data();
    void refusesWhatIsNoChallenge();
    void survivesEveryTruncation();
    void survivesDamage();

    void bindingOfNothingIsZeros();
    void bindingOfAKnownCertificate();
    void hashFollowsTheSignature_data();
    void hashFollowsTheSignature();
    void noBindingWithoutAHash();
    void certificatesMayBeCutAnywhere();

private:
    QByteArray certificate(const QStringList& options);

    QTemporaryDir m_folder;
};

void TestNtlm::publishedChallengeIsWhatWeWrite()
{
    const auto challenge = readNtlmChallenge(QByteArray::fromHex(
        "4e544c4d53535000020000000c000c003800000033828ae20123456789abcdef000000000000000024002400440000000600701700000"
        "00f53006500720076006500720002000c0044006f006d00610069006e0001000c0053006500720076006500720000000000"));
    QVERIFY(challenge);
    QCOMPARE(challenge->flags, exampleFlags);
    QCOMPARE(challenge->serverChallenge, serverChallenge);
    QCOMPARE(challenge->pairs.size(), 2);
    QCOMPARE(challenge->pairs.first().value, ntlmUnicode(QStringLiteral("Domain")));
    QVERIFY(!challenge->time());
}

void TestNtlm::publishedResponseKey()
{
    QCOMPARE(exampleKey().toHex(), QByteArray("0c868a403bfd7a93a3001ef22ef02e3f"));
}

void TestNtlm::publishedProof()
{
    const QByteArray part = ntlmProvenPart(0, clientChallenge, writeNtlmPairs(examplePairs()));
    QCOMPARE(ntlmProof(exampleKey(), serverChallenge, part).toHex(), QByteArray("68cd0ab851e51c96aabc927bebef6a1c"));
}

void TestNtlm::publishedLmResponse()
{
    QCOMPARE(ntlmLmResponse(exampleKey(), serverChallenge, clientChallenge).toHex(),
             QByteArray("86c35097ac9cec102554764a57cccc19aaaaaaaaaaaaaaaa"));
}

void TestNtlm::publishedSessionBaseKey()
{
    const QByteArray proof = QByteArray::fromHex("68cd0ab851e51c96aabc927bebef6a1c");
    QCOMPARE(ntlmSessionBaseKey(exampleKey(), proof).toHex(), QByteArray("8de40ccadbc14a82f15cb0ad0de95ca3"));
}

void TestNtlm::upperCaseIsThatOfWindows()
{
    const auto key = [](const char16_t* user) {
        return ntlmResponseKey(QString::fromUtf16(user), QStringLiteral("D"), examplePassword());
    };
    QCOMPARE(key(u"müller"), key(u"MÜLLER"));
    // One unit stays one unit: a full conversion would make "STRASSE" of it.
    QVERIFY(key(u"straße") != key(u"strasse"));
    QCOMPARE(key(u"straße"), key(u"STRAßE"));
    // The domain is taken as it is.
    QVERIFY(ntlmResponseKey(exampleUser, QStringLiteral("domain"), examplePassword()) != exampleKey());
}

void TestNtlm::userAtDomainHasNoDomain()
{
    const NtlmClient client({QStringLiteral("user@example.com"), {}, examplePassword()});
    const auto message = client.authenticate(challengeMessage(examplePairs()), exampleTarget, exampleSeed());
    QVERIFY(message);
    QCOMPARE(payloadOf(*message, 28), QByteArray());
    QCOMPARE(payloadOf(*message, 36), ntlmUnicode(QStringLiteral("user@example.com")));
}

void TestNtlm::negotiateAsksForNoVersionOne()
{
    const QByteArray message = exampleClient().negotiate();
    QVERIFY(message.startsWith(QByteArray("NTLMSSP\0\x01\0\0\0", 12)));
    const auto flags = qFromLittleEndian<quint32>(message.constData() + 12);
    QVERIFY(flags & NtlmFlag::ExtendedSecurity);
    QVERIFY(!(flags & 0x00000080)); // LM key
    QVERIFY(!(flags & 0x40000000)); // key exchange
}

void TestNtlm::bindsTheResponseToServiceAndChannel()
{
    const auto message = exampleClient().authenticate(challengeMessage(examplePairs()), exampleTarget, exampleSeed());
    QVERIFY(message);
    const QByteArray response = payloadOf(*message, 20);
    const QList<NtlmPair> pairs = pairsOfResponse(response);
    QCOMPARE(valuesOf(pairs, NtlmPair::ChannelBindings), QList<QByteArray>{exampleTarget.channelBinding});
    QCOMPARE(valuesOf(pairs, NtlmPair::TargetName), QList<QByteArray>{ntlmUnicode(exampleTarget.service)});
    QCOMPARE(valuesOf(pairs, 1), QList<QByteArray>{ntlmUnicode(QStringLiteral("Server"))});
    QCOMPARE(response.left(16), ntlmProof(exampleKey(), serverChallenge, response.mid(16)));
}

void TestNtlm::ownPairsOfTheServerAreReplaced()
{
    QList<NtlmPair> pairs = examplePairs();
    pairs.append({NtlmPair::ChannelBindings, QByteArray(16, '\x66')});
    pairs.append({NtlmPair::TargetName, ntlmUnicode(QStringLiteral("HTTP/evil"))});
    pairs.append({NtlmPair::Flags, number(0x1)});
    pairs.append({NtlmPair::Timestamp, QByteArray(8, '\x01')});
    const auto message = exampleClient().authenticate(challengeMessage(pairs), exampleTarget, exampleSeed());
    QVERIFY(message);
    const QList<NtlmPair> sent = pairsOfResponse(payloadOf(*message, 20));
    QCOMPARE(valuesOf(sent, NtlmPair::ChannelBindings), QList<QByteArray>{exampleTarget.channelBinding});
    QCOMPARE(valuesOf(sent, NtlmPair::TargetName), QList<QByteArray>{ntlmUnicode(exampleTarget.service)});
    QCOMPARE(valuesOf(sent, NtlmPair::Flags), QList<QByteArray>{number(0x3)});
}

void TestNtlm::codeOverAllThreeMessages()
{
    QList<NtlmPair> pairs = examplePairs();
    const QByteArray time = QByteArray::fromHex("0090d336b734c301");
    pairs.append({NtlmPair::Timestamp, time});
    const QByteArray challenge = challengeMessage(pairs);
    const NtlmClient client = exampleClient();
    const auto message = client.authenticate(challenge, exampleTarget, exampleSeed());
    QVERIFY(message);
    QCOMPARE(payloadOf(*message, 12), QByteArray(24, '\0'));
    const QByteArray response = payloadOf(*message, 20);
    QCOMPARE(response.mid(16 + 8, 8), time);
    QByteArray without = *message;
    without.replace(72, 16, QByteArray(16, '\0'));
    const QByteArray key = ntlmSessionBaseKey(exampleKey(), response.left(16));
    QCOMPARE(message->mid(72, 16), ntlmMessageCode(key, client.negotiate(), challenge, without));
}

void TestNtlm::withoutTimeTheresAnLmResponseAndNoCode()
{
    const auto message = exampleClient().authenticate(challengeMessage(examplePairs()), exampleTarget, exampleSeed());
    QVERIFY(message);
    QCOMPARE(payloadOf(*message, 12), ntlmLmResponse(exampleKey(), serverChallenge, clientChallenge));
    QCOMPARE(message->mid(72, 16), QByteArray(16, '\0'));
    QVERIFY(valuesOf(pairsOfResponse(payloadOf(*message, 20)), NtlmPair::Flags).isEmpty());
    // 2026-11-29 as 100 ns since 1601.
    const auto time = qFromLittleEndian<quint64>(payloadOf(*message, 20).constData() + 24);
    QCOMPARE(time, quint64(toEpochMilliseconds(exampleSeed().now) / 1000 + 11644473600) * 10'000'000);
}

void TestNtlm::refusesWhatIsNoChallenge_data()
{
    QTest::addColumn<QByteArray>("message");
    const QByteArray good = challengeMessage(examplePairs());
    const auto with = [&good](qsizetype position, const QByteArray& octets) {
        QByteArray message = good;
        return message.replace(position, octets.size(), octets);
    };
    QTest::newRow("empty") << QByteArray();
    QTest::newRow("another signature") << with(0, "NTLMSSQ");
    QTest::newRow("another type") << with(8, number(3));
    QTest::newRow("no Unicode") << challengeMessage(examplePairs(), exampleFlags & ~NtlmFlag::Unicode);
    QTest::newRow("no target information") << challengeMessage(examplePairs(), exampleFlags & ~NtlmFlag::TargetInfo);
    QTest::newRow("name beyond the end") << with(16, number(quint32(good.size()) - 3));
    QTest::newRow("name at 4 GB") << with(16, number(0xffffffff));
    QTest::newRow("information in the head") << with(44, number(8));
    QTest::newRow("information at 4 GB") << with(44, number(0xfffffff0));
    QTest::newRow("information too long") << with(40, QByteArray::fromHex("ffff"));
    QTest::newRow("no end of the pairs") << with(40, QByteArray::fromHex("2000"));
    QTest::newRow("a pair beyond the end") << with(70, QByteArray::fromHex("ff7f"));
    QTest::newRow("too many pairs") << challengeMessage(QList<NtlmPair>(1000, NtlmPair{1, "x"}));
    QTest::newRow("beyond any size") << good + QByteArray(100'000, 'x');
}

void TestNtlm::refusesWhatIsNoChallenge()
{
    QFETCH(const QByteArray, message);
    QVERIFY(readNtlmChallenge(challengeMessage(examplePairs())));
    QVERIFY(!readNtlmChallenge(message));
    QVERIFY(!exampleClient().authenticate(message, exampleTarget, exampleSeed()));
}

void TestNtlm::survivesEveryTruncation()
{
    const QByteArray good = challengeMessage(examplePairs());
    for (qsizetype length = 0; length < good.size(); ++length)
        QVERIFY2(!readNtlmChallenge(good.left(length)), qPrintable(QString::number(length)));
}

// What is read of a damaged message lies inside of it, so that its answer is never longer than it and its own parts.
void TestNtlm::survivesDamage()
{
    QRandomGenerator random(20261129);
    const NtlmClient client = exampleClient();
    int accepted = 0;
    for (int round = 0; round < 20000; ++round) {
        QByteArray message = challengeMessage(examplePairs());
        const int changes = 1 + random.bounded(4);
        for (int i = 0; i < changes; ++i)
            message[random.bounded(int(message.size()))] = char(random.bounded(256));
        message.truncate(message.size() - random.bounded(4) / 3 * random.bounded(20));
        const auto answer = client.authenticate(message, exampleTarget, exampleSeed());
        if (!answer)
            continue;
        ++accepted;
        QVERIFY(answer->size() < message.size() + 400);
    }
    QVERIFY(accepted > 0);
}

void TestNtlm::bindingOfNothingIsZeros()
{
    QCOMPARE(channelBindingHash({}), QByteArray(16, '\0'));
}

void TestNtlm::bindingOfAKnownCertificate()
{
    // The structure by hand: four empty fields, the length, the data.
    const QByteArray data = "tls-server-end-point:" + QByteArray(32, '\x11');
    const QByteArray structure = QByteArray(16, '\0') + number(quint32(data.size())) + data;
    QCOMPARE(channelBindingHash(data), QCryptographicHash::hash(structure, QCryptographicHash::Md5));
}

QByteArray TestNtlm::certificate(const QStringList& options)
{
    const QString file = m_folder.filePath(QStringLiteral("certificate.der"));
    const QStringList fixed{QStringLiteral("req"),
                            QStringLiteral("-x509"),
                            QStringLiteral("-nodes"),
                            QStringLiteral("-days"),
                            QStringLiteral("2"),
                            QStringLiteral("-subj"),
                            QStringLiteral("/CN=localhost"),
                            QStringLiteral("-keyout"),
                            m_folder.filePath(QStringLiteral("key.pem")),
                            QStringLiteral("-outform"),
                            QStringLiteral("DER"),
                            QStringLiteral("-out"),
                            file};
    QProcess openssl;
    openssl.start(QStringLiteral("openssl"), fixed + options);
    if (!openssl.waitForFinished(60000) || openssl.exitCode() != 0)
        return {};
    QFile content(file);
    return content.open(QIODevice::ReadOnly) ? content.readAll() : QByteArray();
}

void TestNtlm::hashFollowsTheSignature_data()
{
    QTest::addColumn<QStringList>("options");
    QTest::addColumn<int>("algorithm");
    const auto row = [](const char* name, const QByteArray& options, QCryptographicHash::Algorithm algorithm) {
        QTest::newRow(name) << QString::fromLatin1(options).split(QLatin1Char(' ')) << int(algorithm);
    };
    const QByteArray ec = "-newkey ec -pkeyopt ec_paramgen_curve:P-256 ";
    const QByteArray rsa = "-newkey rsa:2048 ";
    row("ECDSA SHA-256", ec + "-sha256", QCryptographicHash::Sha256);
    row("ECDSA SHA-384", ec + "-sha384", QCryptographicHash::Sha384);
    row("ECDSA SHA-1", ec + "-sha1", QCryptographicHash::Sha256);
    row("RSA SHA-256", rsa + "-sha256", QCryptographicHash::Sha256);
    row("RSA SHA-512", rsa + "-sha512", QCryptographicHash::Sha512);
    row("RSA SHA-1", rsa + "-sha1", QCryptographicHash::Sha256);
    row("RSA MD5", rsa + "-md5", QCryptographicHash::Sha256);
    row("RSA-PSS SHA-384", rsa + "-sha384 -sigopt rsa_padding_mode:pss", QCryptographicHash::Sha384);
    row("RSA-PSS SHA-1", rsa + "-sha1 -sigopt rsa_padding_mode:pss", QCryptographicHash::Sha256);
}

void TestNtlm::hashFollowsTheSignature()
{
    QFETCH(const QStringList, options);
    QFETCH(const int, algorithm);
    const QByteArray der = certificate(options);
    QVERIFY2(!der.isEmpty(), "the openssl program is needed to make a certificate");
    const auto hash = QCryptographicHash::hash(der, QCryptographicHash::Algorithm(algorithm));
    QCOMPARE(serverEndPoint(der), QByteArray("tls-server-end-point:") + hash);
}

void TestNtlm::noBindingWithoutAHash()
{
    const QByteArray der = certificate({QStringLiteral("-newkey"), QStringLiteral("ed25519")});
    QVERIFY(!der.isEmpty());
    QCOMPARE(serverEndPoint(der), QByteArray());
}

void TestNtlm::certificatesMayBeCutAnywhere()
{
    const TestCertificate made;
    QVERIFY2(made.isValid(), "the openssl program is needed to make a certificate");
    const QByteArray der = made.certificate().toDer();
    QVERIFY(!serverEndPoint(der).isEmpty());
    for (qsizetype length = 0; length < der.size(); ++length)
        QCOMPARE(serverEndPoint(der.left(length)), QByteArray());
}

QTEST_GUILESS_MAIN(TestNtlm)
#include "tst_ntlm.moc"
