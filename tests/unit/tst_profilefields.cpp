// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#include "models/entities/credentialsexpiry.h"
#include "models/exporting/profilefields.h"
#include "models/exporting/serversimport.h"
#include "models/exporting/serversjson.h"
#include "models/secrets/certificates.h"
#include "tests/support/testcertificate.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QTest>

using namespace reserve;

namespace {

ServerProfile ntlmServer()
{
    ServerProfile profile;
    profile.id = ServerProfileId{3};
    profile.name = QStringLiteral("Head office");
    profile.kind = ServerKind::Ews;
    profile.url = QStringLiteral("https://mail.mycompany.com/EWS/Exchange.asmx");
    profile.mailDomains = {QStringLiteral("mycompany.com")};
    profile.authentication = ServerAuthentication::Ntlm;
    profile.userName = QStringLiteral("svc-reserve");
    profile.ntlmDomain = QStringLiteral("MYCOMPANY");
    return profile;
}

ServerProfile graphTenant()
{
    ServerProfile profile;
    profile.id = ServerProfileId{4};
    profile.name = QStringLiteral("Cloud");
    profile.kind = ServerKind::Graph;
    profile.mailDomains = {QStringLiteral("cloud.mycompany.com")};
    profile.authentication = ServerAuthentication::OAuth;
    profile.tenant = QStringLiteral("mycompany.onmicrosoft.com");
    profile.clientId = QStringLiteral("11111111-2222-3333-4444-555555555555");
    return profile;
}

QList<ProfileField> fieldsOf(const QList<ProfileProblem>& problems)
{
    QList<ProfileField> fields;
    for (const ProfileProblem& problem : problems)
        fields.append(problem.field);
    return fields;
}

QString fileText(const QString& path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? QString::fromLatin1(file.readAll()) : QString();
}

QByteArray codeOf(const ServersPlan& plan)
{
    return plan.report.problems.isEmpty() ? QByteArray() : plan.report.problems.first().reason.code;
}

} // namespace

class TestProfileFields final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyFieldKeepsItsText();
    void ruleServers_textsAreChecked_data();
    void ruleServers_textsAreChecked();
    void ruleServers_valuesAreKeptInOneForm();
    void ruleCredentials_ntlmUserNamesAreSplit_data();
    void ruleCredentials_ntlmUserNamesAreSplit();
    void ruleCredentials_wholeProfiles_data();
    void ruleCredentials_wholeProfiles();
    void onlyWhatMattersIsShown();

    void certificatesSayWhatTheyAre();
    void aKeyIsNoCertificate();
    void halfACertificateIsNone();
    void lockedKeysAreRefused();
    void aCertificateSetsItsEnd();
    void expiryIsWarnedOfThirtyDaysBefore_data();
    void expiryIsWarnedOfThirtyDaysBefore();

    void jsonComesBackAsItWent();
    void importingTwiceChangesNothing();
    void importKeepsWhatIsNotNamed();
    void importIsAllOrNothing();
    void importSaysWhatIsWrong_data();
    void importSaysWhatIsWrong();
};

void TestProfileFields::everyFieldKeepsItsText()
{
    for (const ServerProfile& profile : {ntlmServer(), graphTenant()}) {
        ServerProfile copy;
        copy.id = profile.id;
        for (const ProfileField field : profileFields()) {
            QVERIFY2(setText(copy, field, textOf(profile, field)), qPrintable(profileFieldName(field)));
            QCOMPARE(profileFieldNamed(profileFieldName(field)), std::optional(field));
        }
        QCOMPARE(copy, profile);
    }
    QVERIFY(!profileFieldNamed(QStringLiteral("password")));
}

void TestProfileFields::ruleServers_textsAreChecked_data()
{
    QTest::addColumn<int>("field");
    QTest::addColumn<QString>("text");
    QTest::addColumn<QByteArray>("code"); // empty: taken
    const auto row = [](ProfileField field, const char* text, const char* code = "") {
        QTest::addRow("%s %s", qPrintable(profileFieldName(field)), text)
            << int(field) << QString::fromUtf8(text) << QByteArray(code);
    };
    using Field = ProfileField;
    row(Field::Name, " ", "profile.name-empty");
    row(Field::Kind, "Graph");
    row(Field::Kind, "exchange", "profile.word-unknown");
    row(Field::Authentication, "digest", "profile.word-unknown");
    row(Field::Proof, "certificate");
    row(Field::Proof, "", "profile.word-unknown");
    row(Field::Url, "https://mail.mycompany.com/EWS/Exchange.asmx");
    row(Field::Url, "http://127.0.0.1:8080/EWS/Exchange.asmx");
    row(Field::Url, "http://[::1]:8080/EWS/Exchange.asmx");
    row(Field::Url, "http://localhost/EWS");
    row(Field::Url, "");
    row(Field::Url, "http://mail.mycompany.com/EWS/Exchange.asmx", "profile.url-not-https");
    row(Field::Url, "http://127.0.0.1.evil.example/", "profile.url-not-https");
    row(Field::Url, "mail.mycompany.com", "profile.url-invalid");
    row(Field::Url, "https://", "profile.url-invalid");
    row(Field::Url, "ftp://mail.mycompany.com", "profile.url-invalid");
    row(Field::Url, "https://svc:secret@mail.mycompany.com/", "profile.url-credentials");
    row(Field::Authority, "http://login.example", "profile.url-not-https");
    row(Field::MailDomains,
        "mycompany.com, b\xc3\xbc"
        "cher.example");
    row(Field::MailDomains, "@mycompany.com; cloud.mycompany.com");
    row(Field::MailDomains, "");
    row(Field::MailDomains, "my..company.com", "profile.domain-invalid");
    row(Field::MailDomains, "-mycompany.com", "profile.domain-invalid");
    row(Field::MailDomains, "user@mycompany.com", "profile.domain-invalid");
    row(Field::MailDomains, "mycompany.com.", "profile.domain-invalid");
    row(Field::MailDomains, "a234567890123456789012345678901234567890123456789012345678901234.com",
        "profile.domain-invalid");
    row(Field::UserName, "svc\nreserve", "profile.user-invalid");
    row(Field::NtlmDomain, "MYCOMPANY");
    row(Field::NtlmDomain, "MYCOMPANY\\", "profile.ntlm-domain-invalid");
    row(Field::NtlmDomain, "MY COMPANY", "profile.ntlm-domain-invalid");
    row(Field::Impersonates, "no");
    row(Field::Impersonates, "perhaps", "profile.flag-invalid");
    row(Field::AnswersByMail, "", "profile.flag-invalid");
    row(Field::Tenant, "11111111-2222-3333-4444-555555555555");
    row(Field::Tenant, "my/company", "profile.tenant-invalid");
    row(Field::ClientId, "1 2", "profile.client-invalid");
    row(Field::Scope, "a\nb", "profile.scope-invalid");
    row(Field::CredentialsExpire, "2027-05-31");
    row(Field::CredentialsExpire, "");
    row(Field::CredentialsExpire, "31.5.2027", "profile.date-invalid");
    row(Field::CredentialsExpire, "2027-02-30", "profile.date-invalid");
    row(Field::Proxy, "proxy.mycompany.com:3128");
    row(Field::Proxy, "http://proxy.mycompany.com:3128/");
    row(Field::Proxy, "proxy.mycompany.com", "profile.proxy-invalid");
    row(Field::Proxy, "proxy.mycompany.com:99999", "profile.proxy-invalid");
    row(Field::Proxy, "user:pw@proxy.mycompany.com:3128", "profile.proxy-invalid");
    row(Field::TrustedAuthorities, "trust me", "certificate.unreadable");
    row(Field::Certificate, "-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----", "certificate.unreadable");
}

void TestProfileFields::ruleServers_textsAreChecked()
{
    QFETCH(int, field);
    QFETCH(QString, text);
    QFETCH(QByteArray, code);
    const ServerProfile before = ntlmServer();
    ServerProfile profile = before;
    const Result<void> set = setText(profile, ProfileField(field), text);
    QCOMPARE(set ? QByteArray() : set.error().code(), code);
    if (!set)
        QCOMPARE(profile, before);
}

void TestProfileFields::ruleServers_valuesAreKeptInOneForm()
{
    ServerProfile profile;
    QVERIFY(setText(profile, ProfileField::MailDomains,
                    QStringLiteral("@MyCompany.com;mycompany.com  cloud.mycompany.com,")));
    QCOMPARE(profile.mailDomains,
             (QStringList{QStringLiteral("MyCompany.com"), QStringLiteral("cloud.mycompany.com")}));
    QVERIFY(setText(profile, ProfileField::Proxy, QStringLiteral(" http://proxy:3128/ ")));
    QCOMPARE(profile.proxy, QStringLiteral("proxy:3128"));
}

void TestProfileFields::ruleCredentials_ntlmUserNamesAreSplit_data()
{
    QTest::addColumn<QString>("typed");
    QTest::addColumn<QString>("user");
    QTest::addColumn<QString>("domain");
    QTest::newRow("backslash") << QStringLiteral("OTHER\\svc") << QStringLiteral("svc") << QStringLiteral("OTHER");
    QTest::newRow("slash") << QStringLiteral("OTHER/svc") << QStringLiteral("svc") << QStringLiteral("OTHER");
    QTest::newRow("at") << QStringLiteral("svc@other.com") << QStringLiteral("svc") << QStringLiteral("other.com");
    QTest::newRow("plain") << QStringLiteral("svc") << QStringLiteral("svc") << QStringLiteral("MYCOMPANY");
}

void TestProfileFields::ruleCredentials_ntlmUserNamesAreSplit()
{
    QFETCH(QString, typed);
    ServerProfile profile = ntlmServer();
    profile.userName = typed;
    splitUserName(profile);
    QTEST(profile.userName, "user");
    QTEST(profile.ntlmDomain, "domain");
    QVERIFY(checkWhole(profile).isEmpty());
    // Basic takes the name as it is.
    profile.authentication = ServerAuthentication::Basic;
    profile.userName = typed;
    splitUserName(profile);
    QCOMPARE(profile.userName, typed);
}

void TestProfileFields::ruleCredentials_wholeProfiles_data()
{
    QTest::addColumn<ServerProfile>("profile");
    QTest::addColumn<QList<ProfileField>>("fields");
    const auto row = [](const char* title, ServerProfile profile, auto change, const QList<ProfileField>& fields) {
        change(profile);
        QTest::newRow(title) << profile << fields;
    };
    using Field = ProfileField;
    using Profile = ServerProfile;
    row("NTLM", ntlmServer(), [](Profile&) {}, {});
    row("Graph", graphTenant(), [](Profile&) {}, {});
    row("Graph with Basic", graphTenant(), [](Profile& p) { p.authentication = ServerAuthentication::Basic; },
        {Field::Authentication});
    row("Graph with Kerberos", graphTenant(), [](Profile& p) { p.authentication = ServerAuthentication::Kerberos; },
        {Field::Authentication});
    row("no user", ntlmServer(), [](Profile& p) { p.userName.clear(); }, {Field::UserName});
    row("slash left", ntlmServer(), [](Profile& p) { p.userName = QStringLiteral("A\\b"); }, {Field::UserName});
    row("no NTLM domain", ntlmServer(), [](Profile& p) { p.ntlmDomain.clear(); }, {Field::NtlmDomain});
    row("Basic needs no domain", ntlmServer(),
        [](Profile& p) {
            p.ntlmDomain.clear();
            p.authentication = ServerAuthentication::Basic;
        },
        {});
    row("Kerberos needs nothing", ntlmServer(),
        [](Profile& p) {
            p.userName.clear();
            p.authentication = ServerAuthentication::Kerberos;
        },
        {});
    row("OAuth for EWS", ntlmServer(), [](Profile& p) { p.authentication = ServerAuthentication::OAuth; },
        {Field::Tenant, Field::ClientId});
    row("certificate missing", graphTenant(), [](Profile& p) { p.proof = ClientProof::Certificate; },
        {Field::Certificate});
    row("mail only needs a name", ntlmServer(),
        [](Profile& p) {
            p = {};
            p.kind = ServerKind::MailOnly;
        },
        {Field::Name});
}

void TestProfileFields::ruleCredentials_wholeProfiles()
{
    QFETCH(ServerProfile, profile);
    QTEST(fieldsOf(checkWhole(profile)), "fields");
}

void TestProfileFields::onlyWhatMattersIsShown()
{
    const auto shown = [](const ServerProfile& profile) {
        QStringList names;
        for (const ProfileField field : profileFields()) {
            if (matters(profile, field))
                names.append(profileFieldName(field));
        }
        return names.join(QLatin1Char(' '));
    };
    ServerProfile profile;
    QCOMPARE(shown(profile), QStringLiteral("name kind mail_domains"));
    QCOMPARE(shown(ntlmServer()),
             QStringLiteral("name kind url mail_domains authentication user_name ntlm_domain impersonates "
                            "proxy trusted_authorities answers_by_mail"));
    profile = ntlmServer();
    profile.authentication = ServerAuthentication::Anonymous;
    QCOMPARE(shown(profile),
             QStringLiteral("name kind url mail_domains authentication proxy trusted_authorities answers_by_mail"));
    QCOMPARE(shown(graphTenant()),
             QStringLiteral(
                 "name kind url mail_domains authentication tenant client_id authority scope proof credentials_expire "
                 "proxy trusted_authorities answers_by_mail"));
    // Every problem stands at a field that is shown.
    for (ServerProfile broken : {ntlmServer(), graphTenant()}) {
        broken.userName.clear();
        broken.tenant.clear();
        for (int sign = int(ServerAuthentication::Anonymous); sign <= int(ServerAuthentication::OAuth); ++sign) {
            broken.authentication = ServerAuthentication(sign);
            for (const ProfileField field : fieldsOf(checkWhole(broken)))
                QVERIFY2(matters(broken, field), qPrintable(profileFieldName(field)));
        }
    }
}

void TestProfileFields::certificatesSayWhatTheyAre()
{
    const TestCertificate made;
    if (!made.isValid())
        QSKIP("NOT TESTED: reading certificates. Install openssl.");
    const QString pem = fileText(made.certificateFile());
    const auto facts = readCertificates(QStringLiteral("Bag Attributes\n") + pem);
    QVERIFY(facts);
    QCOMPARE(facts->size(), 1);
    QCOMPARE(facts->first().subject, QStringLiteral("localhost"));
    QCOMPARE(facts->first().issuer, QStringLiteral("localhost"));
    QCOMPARE(facts->first().fingerprint.size(), 32 * 3 - 1);
    QCOMPARE(facts->first().thumbprint.size(), 40);
    QCOMPARE(facts->first().validUntil, made.certificate().expiryDate().toUTC().date());
    QCOMPARE(readCertificates(pem + pem)->size(), 2);
    QVERIFY(readCertificates(QString())->isEmpty());
}

void TestProfileFields::aKeyIsNoCertificate()
{
    const TestCertificate made;
    if (!made.isValid())
        QSKIP("NOT TESTED: reading keys. Install openssl.");
    const QString pem = fileText(made.certificateFile());
    const QString key = QString::fromLatin1(made.key().toPem());
    QVERIFY(key.contains(QLatin1String("PRIVATE KEY")));
    QCOMPARE(readCertificates(pem + key).error().code(), QByteArray("certificate.key-inside"));
    QCOMPARE(readCertificates(withoutPrivateKeys(pem + key))->size(), 1);
    QVERIFY(!withoutPrivateKeys(key + pem).contains(QLatin1String("PRIVATE KEY")));
    // Cut off in the middle it is a secret still.
    const QString half = pem + key.first(key.size() / 2);
    QCOMPARE(readCertificates(half).error().code(), QByteArray("certificate.key-inside"));
    QCOMPARE(withoutPrivateKeys(half).trimmed(), pem.trimmed());

    const auto read = privateKeyOf((pem + key).toLatin1());
    QVERIFY(read);
    QCOMPARE(read->reveal(), QByteArrayView(key.trimmed().toLatin1()));
    QCOMPARE(privateKeyOf(pem.toLatin1()).error().code(), QByteArray("certificate.key-missing"));
    QCOMPARE(privateKeyOf(half.toLatin1()).error().code(), QByteArray("certificate.key-missing"));
}

void TestProfileFields::halfACertificateIsNone()
{
    const TestCertificate made;
    if (!made.isValid())
        QSKIP("NOT TESTED: reading certificates. Install openssl.");
    const QString pem = fileText(made.certificateFile());
    QCOMPARE(readCertificates(pem.first(pem.size() / 2)).error().code(), QByteArray("certificate.unreadable"));
    QCOMPARE(readCertificates(pem + pem.first(pem.size() / 2)).error().code(), QByteArray("certificate.unreadable"));
}

void TestProfileFields::lockedKeysAreRefused()
{
    const QByteArray pkcs8 = "-----BEGIN ENCRYPTED PRIVATE KEY-----\nMIIB\n-----END ENCRYPTED PRIVATE KEY-----\n";
    const QByteArray older
        = "-----BEGIN RSA PRIVATE KEY-----\nProc-Type: 4,ENCRYPTED\nDEK-Info: AES-256-CBC,0\n\nMIIB\n"
          "-----END RSA PRIVATE KEY-----\n";
    QCOMPARE(privateKeyOf(pkcs8).error().code(), QByteArray("certificate.key-encrypted"));
    QCOMPARE(privateKeyOf(older).error().code(), QByteArray("certificate.key-encrypted"));
}

void TestProfileFields::aCertificateSetsItsEnd()
{
    const TestCertificate made;
    if (!made.isValid())
        QSKIP("NOT TESTED: reading certificates. Install openssl.");
    ServerProfile profile = graphTenant();
    profile.proof = ClientProof::Certificate;
    QVERIFY(setText(profile, ProfileField::Certificate, fileText(made.certificateFile())));
    QCOMPARE(profile.credentialsExpire, made.certificate().expiryDate().toUTC().date());
    QVERIFY(checkWhole(profile).isEmpty());
    QVERIFY(!setText(profile, ProfileField::Certificate,
                     fileText(made.certificateFile()) + QString::fromLatin1(made.key().toPem())));
    QVERIFY(!profile.certificate.contains(QLatin1String("PRIVATE")));
}

void TestProfileFields::expiryIsWarnedOfThirtyDaysBefore_data()
{
    QTest::addColumn<QDate>("end");
    QTest::addColumn<qint64>("days"); // 99: no warning
    QTest::newRow("not known") << QDate() << qint64(99);
    QTest::newRow("31 days") << QDate(2026, 12, 30) << qint64(99);
    QTest::newRow("30 days") << QDate(2026, 12, 29) << qint64(30);
    QTest::newRow("today") << QDate(2026, 11, 29) << qint64(0);
    QTest::newRow("over") << QDate(2026, 11, 1) << qint64(-28);
}

void TestProfileFields::expiryIsWarnedOfThirtyDaysBefore()
{
    QFETCH(QDate, end);
    ServerProfile profile = graphTenant();
    profile.credentialsExpire = end;
    const QDate today(2026, 11, 29);
    QTEST(daysToWarnOf(profile, today).value_or(99), "days");
    // Nothing ends where nothing is used.
    profile.kind = ServerKind::MailOnly;
    QVERIFY(!daysToWarnOf(profile, today));
    profile = ntlmServer();
    profile.credentialsExpire = end;
    QVERIFY(!daysToWarnOf(profile, today));
}

void TestProfileFields::jsonComesBackAsItWent()
{
    const QList<ServerProfile> profiles{ntlmServer(), graphTenant()};
    const QByteArray json = serversToJson(profiles);
    const QJsonObject first = QJsonDocument::fromJson(json).array().first().toObject();
    QCOMPARE(first.value(QStringLiteral("mail_domains")).toArray().first().toString(), QStringLiteral("mycompany.com"));
    QCOMPARE(first.value(QStringLiteral("impersonates")), QJsonValue(true));
    QVERIFY(first.value(QStringLiteral("credentials_expire")).isNull());
    ServersPlan plan = planServers(json, {});
    QCOMPARE(codeOf(plan), QByteArray());
    QCOMPARE(plan.report.added, 2);
    for (qsizetype at = 0; at < profiles.size(); ++at) {
        plan.toSave[at].id = profiles[at].id;
        QCOMPARE(plan.toSave[at], profiles[at]);
    }
}

void TestProfileFields::importingTwiceChangesNothing()
{
    const QList<ServerProfile> profiles{ntlmServer(), graphTenant()};
    const ServersPlan plan = planServers(serversToJson(profiles), profiles);
    QVERIFY(plan.toSave.isEmpty());
    QCOMPARE(plan.report.unchanged, 2);
}

void TestProfileFields::importKeepsWhatIsNotNamed()
{
    const QByteArray json = R"([{"name": "head OFFICE", "user_name": "OTHER\\svc", "id": 77, "required_secrets": []}])";
    const ServersPlan plan = planServers(json, {ntlmServer(), graphTenant()});
    QCOMPARE(codeOf(plan), QByteArray());
    QCOMPARE(plan.report.changed, 1);
    ServerProfile expected = ntlmServer();
    expected.name = QStringLiteral("head OFFICE");
    expected.userName = QStringLiteral("svc");
    expected.ntlmDomain = QStringLiteral("OTHER");
    QCOMPARE(plan.toSave, QList<ServerProfile>{expected});
}

void TestProfileFields::importIsAllOrNothing()
{
    const QByteArray json = R"([{"name": "New"}, {"name": "Other", "url": "nowhere", "kind": "ews", "proxy": "x"}])";
    const ServersPlan plan = planServers(json, {});
    QVERIFY(plan.toSave.isEmpty());
    QCOMPARE(plan.report.added, 0);
    QCOMPARE(plan.report.problems.size(), 2);
    QCOMPARE(plan.report.problems.first().line, 2);
    QCOMPARE(plan.report.problems.first().column, QStringLiteral("url"));
}

void TestProfileFields::importSaysWhatIsWrong_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::addColumn<QByteArray>("code");
    const auto row
        = [](const char* json, const char* code) { QTest::newRow(json) << QByteArray(json) << QByteArray(code); };
    row("", "servers.json-unreadable");
    row("[{]", "servers.json-unreadable");
    row("{}", "servers.json-no-list");
    row("[7]", "servers.entry-no-object");
    row(R"([{"kind": "ews"}])", "profile.name-empty");
    row(R"([{"name": "A", "nick": "B"}])", "servers.field-unknown");
    row(R"([{"name": "A", "password": "B"}])", "servers.secret-inside");
    row(R"([{"name": "A", "mail_domains": [7]}])", "servers.value-unreadable");
    row(R"([{"name": "A", "impersonates": 1}])", "servers.value-unreadable");
    row(R"([{"name": "A"}, {"name": "a"}])", "servers.twice");
    row(R"([{"name": "A", "kind": "graph", "authentication": "basic"}])", "profile.graph-needs-oauth");
}

void TestProfileFields::importSaysWhatIsWrong()
{
    QFETCH(QByteArray, json);
    const ServersPlan plan = planServers(json, {});
    QTEST(codeOf(plan), "code");
    QVERIFY(plan.toSave.isEmpty());
}

QTEST_GUILESS_MAIN(TestProfileFields)
#include "tst_profilefields.moc"
