// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#include "models/items/admindraft.h"
#include "models/items/shellstatuswatcher.h"
#include "models/secrets/memorysecretstore.h"
#include "tests/support/accessibilitysweep.h"
#include "tests/support/picture.h"
#include "tests/support/presetprompt.h"
#include "tests/support/temporarystore.h"
#include "tests/support/testcertificate.h"
#include "ui/common/banner.h"
#include "ui/common/formfield.h"
#include "ui/common/segmentedswitch.h"
#include "ui/exchange/addressfield.h"
#include "ui/exchange/exchangeadminpage.h"
#include "ui/exchange/pemfield.h"
#include "ui/exchange/routingtrial.h"
#include "ui/exchange/secretfield.h"
#include "ui/exchange/serversecretfield.h"
#include "ui/exchange/serversview.h"
#include "ui/exchange/servertrial.h"
#include "ui/theme/themeswitch.h"

#include <QApplication>
#include <QCheckBox>
#include <QComboBox>
#include <QFile>
#include <QLineEdit>
#include <QListWidget>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QScrollArea>
#include <QScrollBar>
#include <QSignalSpy>
#include <QSysInfo>
#include <QTest>

using namespace reserve;
using namespace reserve::test;

namespace {

const QString somebody = QStringLiteral("test");

template<typename Widget>
Widget* named(QWidget* root, const QString& name)
{
    for (Widget* candidate : root->findChildren<Widget*>()) {
        if (candidate->accessibleName() == name)
            return candidate;
    }
    return nullptr;
}

void type(QLineEdit* edit, const QString& text)
{
    edit->setFocus();
    edit->selectAll();
    QTest::keyClicks(edit, text);
}

ServerProfile headOffice()
{
    ServerProfile profile;
    profile.name = QStringLiteral("Head office");
    profile.kind = ServerKind::Ews;
    profile.url = QStringLiteral("https://mail.mycompany.com/EWS/Exchange.asmx");
    profile.mailDomains = {QStringLiteral("mycompany.com")};
    profile.authentication = ServerAuthentication::Ntlm;
    profile.userName = QStringLiteral("svc-reserve");
    profile.ntlmDomain = QStringLiteral("MYCOMPANY");
    return profile;
}

ServerProfile cloud()
{
    ServerProfile profile;
    profile.name = QStringLiteral("Cloud");
    profile.kind = ServerKind::Graph;
    profile.mailDomains = {QStringLiteral("cloud.mycompany.com")};
    profile.authentication = ServerAuthentication::OAuth;
    profile.tenant = QStringLiteral("mycompany.onmicrosoft.com");
    profile.clientId = QStringLiteral("11111111-2222-3333-4444-555555555555");
    return profile;
}

ServerProfileId save(TemporaryStore& store, const ServerProfile& profile)
{
    return store.write([profile](WriteUnit& unit) { return unit.serverProfiles().save(profile, somebody); });
}

QList<ServerProfile> stored(TemporaryStore& store)
{
    return store.read([](const ReadUnit& unit) { return unit.serverProfiles().all(); });
}

// An agent holds the lease on a machine and says what it lacks.
void runAgentOn(TemporaryStore& store, const QString& host, const QStringList& missing = {})
{
    store.write([host, missing](WriteUnit& unit) -> Result<void> {
        const auto lease
            = unit.agent().acquire(host + QStringLiteral(", process 1"), unit.now(), Milliseconds(3600000));
        if (!lease)
            return failure(lease.error());
        AgentStatus status;
        status.state = AgentState::Listening;
        status.missingSecrets = missing;
        status.saidAt = unit.now();
        return unit.agent().say(status);
    });
}

// What the window asked of the agent.
Command nextCommand(TemporaryStore& store)
{
    QList<Command> asked;
    [&] { QTRY_VERIFY(!(asked += store.write([](WriteUnit& unit) { return unit.commands().take(); })).isEmpty()); }();
    return asked.value(0);
}

void finish(TemporaryStore& store, const Command& command, const Reason& outcome)
{
    store.write([id = command.id, outcome](WriteUnit& unit) { return unit.commands().finish(id, outcome); });
}

struct Scene
{
    explicit Scene(TemporaryStore& store, QSize size = {1244, 872})
        : status(store.store())
    {
        auto preset = std::make_unique<PresetPrompt>();
        prompt = preset.get();
        page = std::make_unique<ExchangeAdminPage>(store.store(), status, &secrets, nullptr, std::move(preset));
        page->resize(size);
        page->show();
        page->activate();
        page->showTab(ExchangeAdminPage::ServersTab);
        [this] { QTRY_VERIFY(page->draft()->isLoaded()); }();
    }

    ProfileForm* form() const { return page->servers()->form(); }
    QLineEdit* line(const QString& name) const { return named<QLineEdit>(form(), name); }
    QString row(int at) const { return page->servers()->list()->item(at)->data(Qt::AccessibleTextRole).toString(); }
    // What stands below a field.
    QString said(const QString& name) const
    {
        for (FormField* field : form()->findChildren<FormField*>()) {
            if (field->label() == name && field->isVisible())
                return labelTexts(field).join(QLatin1Char('\n'));
        }
        return {};
    }

    ShellStatusWatcher status;
    MemorySecretStore secrets;
    PresetPrompt* prompt;
    std::unique_ptr<ExchangeAdminPage> page;
};

QString pemOf(const TestCertificate& made)
{
    QFile file(made.certificateFile());
    return file.open(QIODevice::ReadOnly) ? QString::fromLatin1(file.readAll()) : QString();
}

} // namespace

// The tab Servers of Exchange Admin: R-SERVERS and R-CREDENTIALS as they are met on the screen.
class TestServersView final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void onlyWhatMattersIsShown();
    void graphTakesOAuthAlone();
    void graphWithBasicGoesToItsField();
    void pastedUserNamesAreSplitOnApplyToo();
    void aNewServerStaysChosenWhenItIsApplied();
    void whatIsToBeFilledInIsOnScreen();
    void secretsAreKeptHereWhereTheAgentIs();
    void secretsOfAnotherMachineShowTheCommand();
    void aMissingSecretIsSaid();
    void R_RETRY_howTheAgentStandsWithAServerIsSaid();
    void secretsGoWithTheirServer();
    void keysComeFromFiles();
    void aKeyPastedWithACertificateIsTakenOut();
    void theEndOfASecretIsWarnedOf();
    void addressesAreRouted();
    void overlapsAndGapsAreSaid();
    void theAgentTriesAServer();
    void aServerIsTriedAsItIsApplied();
    void theAgentFindsTheAddress();
    void whyNoAddressIsFoundIsSaidAtTheField();
    void aStoppedPracticeExchangeCanBeStarted();
    void everythingHasAName();
    void pictures();
};

void TestServersView::onlyWhatMattersIsShown()
{
    TemporaryStore store;
    save(store, headOffice());
    Scene scene(store);
    const auto shows = [&scene](const char* name) {
        QLineEdit* line = scene.line(QString::fromLatin1(name));
        return line && line->isVisible();
    };
    QTRY_VERIFY(shows("NTLM Domain"));
    QVERIFY(shows("User name") && shows("Address of the server") && shows("Proxy"));
    QVERIFY(!shows("Tenant") && !shows("Client ID"));
    scene.form()->ntlmBox()->click();
    QVERIFY(!shows("NTLM Domain") && shows("User name"));
    scene.form()->signInSwitch()->setCurrent(2);
    QVERIFY(!shows("User name") && shows("Tenant") && shows("Client ID") && shows("The client secret ends on"));
    scene.form()->signInSwitch()->setCurrent(0);
    QVERIFY(!shows("User name") && !shows("Tenant") && shows("Proxy"));
    scene.page->draft()->fields().set({FieldPath::Kind::Profile, scene.form()->profile(), QStringLiteral("kind")},
                                      QStringLiteral("mail-only"));
    QVERIFY(!shows("Proxy") && !shows("Address of the server") && shows("Mail domains"));
    QVERIFY(!scene.form()->signInSwitch()->isVisible());
    // What cannot be applied stays in sight, so that it can be mended.
    scene.page->draft()->fields().set({FieldPath::Kind::Profile, scene.form()->profile(), QStringLiteral("proxy")},
                                      QStringLiteral("nowhere"));
    QVERIFY(shows("Proxy") && !shows("Address of the server"));
    scene.page->revert();
    QVERIFY(shows("NTLM Domain"));
}

void TestServersView::graphTakesOAuthAlone()
{
    TemporaryStore store;
    save(store, headOffice());
    Scene scene(store);
    auto* kind = named<QComboBox>(scene.form(), QStringLiteral("Kind of server"));
    QTRY_COMPARE(kind->currentData().toString(), QStringLiteral("ews"));
    kind->setFocus();
    QTest::keyClick(kind, Qt::Key_Down);
    QCOMPARE(kind->currentData().toString(), QStringLiteral("graph"));
    QTRY_VERIFY(!scene.form()->signInSwitch()->isVisible());
    QVERIFY(scene.line(QStringLiteral("Tenant"))->isVisible());
    type(scene.line(QStringLiteral("Tenant")), QStringLiteral("mycompany.onmicrosoft.com"));
    type(scene.line(QStringLiteral("Client ID")), QStringLiteral("1234"));
    scene.page->apply();
    QTRY_COMPARE(scene.page->changes(), 0);
    QCOMPARE(stored(store).first().kind, ServerKind::Graph);
    QCOMPARE(stored(store).first().authentication, ServerAuthentication::OAuth);
}

void TestServersView::graphWithBasicGoesToItsField()
{
    TemporaryStore store;
    ServerProfile profile = cloud();
    profile.authentication = ServerAuthentication::Basic; // left by an earlier version
    save(store, profile);
    Scene scene(store);
    QTRY_VERIFY(scene.form()->profile() > 0);
    type(scene.line(QStringLiteral("Mail domains")), QStringLiteral("cloud.example"));
    scene.page->apply();
    QTRY_VERIFY(scene.form()->signInSwitch()->isVisible());
    QVERIFY(scene.said(QStringLiteral("Authentication")).contains(QLatin1String("Microsoft Graph takes OAuth only")));
    QCOMPARE(scene.page->changes(), 1);
}

void TestServersView::pastedUserNamesAreSplitOnApplyToo()
{
    TemporaryStore store;
    save(store, headOffice());
    Scene scene(store);
    QTRY_VERIFY(scene.form()->profile() > 0);
    type(scene.form()->userName(), QStringLiteral("svc2@other.example"));
    scene.page->apply(); // Ctrl+S: the field keeps the focus
    QTRY_COMPARE(scene.page->changes(), 0);
    QCOMPARE(stored(store).first().userName, QStringLiteral("svc2"));
    QCOMPARE(stored(store).first().ntlmDomain, QStringLiteral("other.example"));
}

void TestServersView::aNewServerStaysChosenWhenItIsApplied()
{
    TemporaryStore store;
    save(store, headOffice());
    Scene scene(store);
    QTRY_VERIFY(scene.form()->profile() > 0);
    scene.page->servers()->addServer();
    QVERIFY(scene.form()->profile() < 0);
    QVERIFY(scene.line(QStringLiteral("Name"))->hasFocus());
    type(scene.line(QStringLiteral("Name")), QStringLiteral("Branch")); // before Head office
    scene.form()->signInSwitch()->setCurrent(0);
    scene.page->apply();
    QTRY_COMPARE(scene.row(0), QStringLiteral("Branch, Exchange Server"));
    QCOMPARE(scene.page->servers()->list()->currentRow(), 0);
    QCOMPARE(scene.line(QStringLiteral("Name"))->text(), QStringLiteral("Branch"));
    // The next Apply writes to that one.
    type(scene.line(QStringLiteral("Mail domains")), QStringLiteral("branch.example"));
    scene.page->apply();
    QTRY_COMPARE(scene.page->changes(), 0);
    QCOMPARE(stored(store).first().mailDomains, QStringList{QStringLiteral("branch.example")});
    QCOMPARE(stored(store).size(), 2);
}

// A form that was scrolled to its end shows the field that has the focus, and another server from its beginning.
void TestServersView::whatIsToBeFilledInIsOnScreen()
{
    TemporaryStore store;
    save(store, headOffice());
    Scene scene(store, {1024, 700});
    QTRY_VERIFY(scene.form()->profile() > 0);
    QScrollBar* bar = scene.form()->findChild<QScrollArea*>()->verticalScrollBar();
    const auto isSeen = [&scene](const QString& name) { return !scene.line(name)->visibleRegion().isEmpty(); };
    QTRY_VERIFY(bar->maximum() > 0);
    bar->setValue(bar->maximum());
    QTRY_VERIFY(!isSeen(QStringLiteral("Name")));
    scene.page->servers()->addServer();
    QTRY_VERIFY(isSeen(QStringLiteral("Name")));
    bar->setValue(bar->maximum());
    QTRY_VERIFY(!isSeen(QStringLiteral("Mail domains")));
    scene.form()->focusField({FieldPath::Kind::Profile, scene.form()->profile(), QStringLiteral("mail_domains")});
    QTRY_VERIFY(isSeen(QStringLiteral("Mail domains")));
    bar->setValue(bar->maximum());
    scene.page->servers()->list()->setCurrentRow(0);
    QTRY_COMPARE(bar->value(), 0);
}

void TestServersView::secretsAreKeptHereWhereTheAgentIs()
{
    TemporaryStore store;
    const ServerProfileId id = save(store, headOffice());
    runAgentOn(store, QSysInfo::machineHostName());
    Scene scene(store);
    SecretField* field = scene.form()->secret(ServerSecret::Password)->field();
    QTRY_VERIFY(field->isVisible());
    field->replaceButton()->click();
    auto* typed = field->findChild<QLineEdit*>();
    QCOMPARE(typed->echoMode(), QLineEdit::Password);
    QTest::keyClicks(typed, QStringLiteral("secret"));
    QTest::keyClick(typed, Qt::Key_Return);
    const QString name = serverSecretName(id, ServerSecret::Password);
    QTRY_VERIFY(scene.secrets.read(name).result().has_value());
    QCOMPARE(scene.secrets.read(name).result()->reveal(), QByteArrayView("secret"));
    QCOMPARE(scene.page->changes(), 0);
    // The agent is told to read it.
    QList<Command> asked;
    QTRY_VERIFY(!(asked += store.write([](WriteUnit& unit) { return unit.commands().take(); })).isEmpty());
    QCOMPARE(asked.first().kind, CommandKind::ReloadSettings);
    // A new server has no name for its secret yet.
    scene.page->servers()->addServer();
    QVERIFY(!field->isVisible());
    QVERIFY(scene.said(QStringLiteral("Password")).contains(QLatin1String("once the server is applied")));
}

void TestServersView::secretsOfAnotherMachineShowTheCommand()
{
    TemporaryStore store;
    const ServerProfileId id = save(store, headOffice());
    runAgentOn(store, QStringLiteral("mail1"));
    Scene scene(store);
    ServerSecretField* field = scene.form()->secret(ServerSecret::Password);
    QTRY_VERIFY(!field->field()->isVisible());
    QVERIFY(scene.said(QStringLiteral("Password")).contains(QLatin1String("mail1")));
    QVERIFY(field->command().startsWith(
        QStringLiteral("reserve-agent settings set-secret %1").arg(serverSecretName(id, ServerSecret::Password))));
    QVERIFY(field->command().contains(store.location().file()));
}

void TestServersView::aMissingSecretIsSaid()
{
    TemporaryStore store;
    const ServerProfileId id = save(store, headOffice());
    runAgentOn(store, QStringLiteral("mail1"), {serverSecretName(id, ServerSecret::Password)});
    Scene scene(store);
    QTRY_COMPARE(scene.row(0), QStringLiteral("Head office, Secret missing"));
    QVERIFY(scene.said(QStringLiteral("Password")).contains(QLatin1String("The agent lacks it")));
}

void TestServersView::R_RETRY_howTheAgentStandsWithAServerIsSaid()
{
    TemporaryStore store;
    ServerState state;
    state.profileId = save(store, headOffice());
    runAgentOn(store, QSysInfo::machineHostName());
    Scene scene(store);
    QTRY_COMPARE(scene.row(0), QStringLiteral("Head office, Exchange Server"));
    const auto say = [&](ServerStanding standing, const char* code = "") {
        state.standing = standing;
        state.reason.code = code;
        store.write([state](WriteUnit& unit) { return unit.agent().say(state); });
    };
    say(ServerStanding::Ready);
    QTRY_COMPARE(scene.row(0), QStringLiteral("Head office, Signed in"));
    say(ServerStanding::Paused, "exchange.credentials-refused");
    QTRY_COMPARE(scene.row(0), QStringLiteral("Head office, Paused: password refused"));
}

void TestServersView::secretsGoWithTheirServer()
{
    TemporaryStore store;
    const ServerProfileId id = save(store, headOffice());
    const ServerProfileId other = save(store, cloud());
    Scene scene(store);
    QTRY_COMPARE(scene.page->servers()->list()->count(), 2);
    const QString gone = serverSecretName(id, ServerSecret::Password);
    const QString kept = serverSecretName(other, ServerSecret::ClientSecret);
    scene.secrets.write(gone, SecretString("one")).waitForFinished();
    scene.secrets.write(kept, SecretString("two")).waitForFinished();
    scene.page->draft()->fields().remove(FieldPath::Kind::Profile, id.value);
    QVERIFY(scene.secrets.read(gone).result().has_value()); // not applied yet
    scene.page->apply();
    QTRY_COMPARE(stored(store).size(), 1);
    QTRY_VERIFY(!scene.secrets.read(gone).result().has_value());
    QVERIFY(scene.secrets.read(kept).result().has_value());
}

void TestServersView::keysComeFromFiles()
{
    const TestCertificate made;
    if (!made.isValid())
        QSKIP("NOT TESTED: keys from files. Install openssl.");
    TemporaryStore store;
    ServerProfile profile = cloud();
    profile.proof = ClientProof::Certificate;
    profile.certificate = pemOf(made);
    profile.credentialsExpire = made.certificate().expiryDate().toUTC().date();
    const ServerProfileId id = save(store, profile);
    Scene scene(store);
    SecretField* field = scene.form()->secret(ServerSecret::PrivateKey)->field();
    QTRY_VERIFY(field->isVisible());
    // A certificate is no key: said in place, nothing is kept.
    scene.prompt->chooseNext(made.certificateFile());
    field->replaceButton()->click();
    QTRY_VERIFY(scene.said(QStringLiteral("Private key of the certificate")).contains(QLatin1String("no private key")));
    const QString path = store.folder() + QStringLiteral("/key.pem");
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(made.key().toPem());
    file.close();
    scene.prompt->chooseNext(path);
    field->replaceButton()->click();
    const QString name = serverSecretName(id, ServerSecret::PrivateKey);
    QTRY_VERIFY(scene.secrets.read(name).result().has_value());
    QVERIFY(scene.secrets.read(name).result()->reveal().startsWith("-----BEGIN "));
}

void TestServersView::aKeyPastedWithACertificateIsTakenOut()
{
    const TestCertificate made;
    if (!made.isValid())
        QSKIP("NOT TESTED: certificates. Install openssl.");
    TemporaryStore store;
    store.clock().set(SystemClock().now()); // the certificate is of today
    save(store, cloud());
    Scene scene(store);
    QTRY_VERIFY(scene.form()->profile() > 0);
    const qint64 id = scene.form()->profile();
    scene.page->draft()->fields().set({FieldPath::Kind::Profile, id, QStringLiteral("proof")},
                                      QStringLiteral("certificate"));
    auto* pem = named<PemField>(scene.form(), QStringLiteral("Certificate"));
    QVERIFY(pem && pem->isVisible());
    pem->findChild<QPlainTextEdit*>()->setPlainText(pemOf(made) + QString::fromLatin1(made.key().toPem()));
    const QString drafted
        = scene.page->draft()->fields().text({FieldPath::Kind::Profile, id, QStringLiteral("certificate")});
    QCOMPARE(drafted, pemOf(made).trimmed());
    QVERIFY(!pem->text().contains(QLatin1String("PRIVATE KEY")));
    QVERIFY(scene.said(QStringLiteral("Certificate")).contains(QLatin1String("localhost")));
    QVERIFY(scene.said(QStringLiteral("Certificate")).contains(QLatin1String("was taken out")));
    scene.page->apply();
    QTRY_COMPARE(scene.page->changes(), 0);
    QCOMPARE(stored(store).first().credentialsExpire, made.certificate().expiryDate().toUTC().date());
    QTRY_COMPARE(pem->text(), stored(store).first().certificate);
}

void TestServersView::theEndOfASecretIsWarnedOf()
{
    TemporaryStore store;
    const QDate today = toDateTime(store.clock().now()).toLocalTime().date();
    ServerProfile profile = cloud();
    profile.credentialsExpire = today.addDays(12);
    save(store, profile);
    Scene scene(store);
    QTRY_COMPARE(scene.row(0), QStringLiteral("Cloud, Secret ends in 12 day(s)"));
    QVERIFY(scene.said(QStringLiteral("The client secret ends on")).contains(QLatin1String("ends in 12 day(s)")));
    type(scene.line(QStringLiteral("The client secret ends on")), today.addDays(31).toString(Qt::ISODate));
    QCOMPARE(scene.row(0), QStringLiteral("Cloud, Exchange Online"));
    type(scene.line(QStringLiteral("The client secret ends on")), today.addDays(-1).toString(Qt::ISODate));
    QCOMPARE(scene.row(0), QStringLiteral("Cloud, Secret ended"));
}

void TestServersView::addressesAreRouted()
{
    TemporaryStore store;
    save(store, headOffice());
    save(store, cloud());
    store.addSpace(QStringLiteral("CR1 Borealis"), QStringLiteral("CR1@reserve.mycompany.com"));
    Scene scene(store);
    QTRY_COMPARE(scene.page->servers()->list()->count(), 2);
    RoutingTrial* trial = scene.form()->routing();
    const auto answer = [trial](const char* address) {
        trial->address()->setText(QString::fromLatin1(address));
        return labelTexts(trial).join(QLatin1Char('\n'));
    };
    QVERIFY(answer("CR1@reserve.mycompany.com").contains(QLatin1String("Head office handles it, for CR1 Borealis.")));
    QVERIFY(answer("x@CLOUD.mycompany.com").contains(QLatin1String("Cloud handles it. No space has this mailbox.")));
    QVERIFY(answer("x@elsewhere.example").contains(QLatin1String("No server handles it.")));
    QCOMPARE(trial->field()->finding(), Meaning::Warning);
    answer("x@");
    QCOMPARE(trial->field()->finding(), Meaning::NotApplicable);
    // By what is typed, applied or not.
    scene.page->servers()->list()->setCurrentRow(0);
    answer("x@elsewhere.example");
    type(scene.line(QStringLiteral("Mail domains")), QStringLiteral("elsewhere.example"));
    QVERIFY(labelTexts(trial).join(QLatin1Char('\n')).contains(QLatin1String("Cloud handles it.")));
}

void TestServersView::overlapsAndGapsAreSaid()
{
    TemporaryStore store;
    save(store, headOffice());
    ServerProfile branch = headOffice();
    branch.name = QStringLiteral("Branch");
    save(store, branch);
    store.addSpace(QStringLiteral("CR1 Borealis"), QStringLiteral("CR1@reserve.mycompany.com"));
    store.addSpace(QStringLiteral("CR9 Lyra"), QStringLiteral("CR9@elsewhere.example"));
    Scene scene(store);
    QTRY_COMPARE(scene.page->servers()->list()->count(), 2);
    QTRY_VERIFY(labelTexts(scene.page->servers())
                    .join(QLatin1Char('\n'))
                    .contains(QLatin1String("1 space(s) have a mailbox whose domain no server handles: CR9 Lyra")));
    // Head office was there first, whatever the order of the names.
    QVERIFY(scene.row(0).startsWith(QLatin1String("Branch")));
    QVERIFY(scene.said(QStringLiteral("Mail domains"))
                .contains(QLatin1String("mycompany.com is named by Head office as well. Its rooms go there")));
    scene.page->servers()->list()->setCurrentRow(1);
    QVERIFY(scene.said(QStringLiteral("Mail domains"))
                .contains(QLatin1String("mycompany.com is named by Branch as well. Its rooms go to this server")));
    type(scene.line(QStringLiteral("Mail domains")), QStringLiteral("reserve.mycompany.com"));
    QVERIFY(scene.said(QStringLiteral("Mail domains")).contains(QLatin1String("1 space(s) go to this server.")));
}

void TestServersView::theAgentTriesAServer()
{
    TemporaryStore store;
    const ServerProfileId id = save(store, headOffice());
    Scene scene(store);
    ServerTrial* trial = scene.form()->trial();
    QTRY_VERIFY(scene.form()->profile() > 0);
    QVERIFY(!trial->testButton()->isEnabled());
    QVERIFY(trial->testButton()->toolTip().contains(QLatin1String("No agent runs")));
    runAgentOn(store, QSysInfo::machineHostName());
    QTRY_VERIFY(trial->testButton()->isEnabled());
    QTest::keyClicks(trial->mailbox(), QStringLiteral("CR1@reserve.mycompany.com"));
    trial->testButton()->click();
    QVERIFY(!trial->testButton()->isEnabled());
    QList<Command> asked;
    QTRY_VERIFY(!(asked += store.write([](WriteUnit& unit) { return unit.commands().take(); })).isEmpty());
    QCOMPARE(asked.first().kind, CommandKind::ProbeServer);
    QCOMPARE(asked.first().arguments.value(QStringLiteral("profile")), QString::number(id.value));
    QCOMPARE(asked.first().arguments.value(QStringLiteral("mailbox")), QStringLiteral("CR1@reserve.mycompany.com"));
    store.write([command = asked.first().id](WriteUnit& unit) {
        return unit.commands().finish(command,
                                      {"server-profile.missing", {{QStringLiteral("id"), QStringLiteral("1")}}});
    });
    QTRY_VERIFY(trial->testButton()->isEnabled());
    QCOMPARE(trial->field()->finding(), Meaning::Failed);
    QVERIFY(labelTexts(trial).join(QLatin1Char('\n')).contains(QLatin1String("is not in the store any more")));
}

void TestServersView::aServerIsTriedAsItIsApplied()
{
    TemporaryStore store;
    save(store, headOffice());
    runAgentOn(store, QSysInfo::machineHostName());
    Scene scene(store);
    ServerTrial* trial = scene.form()->trial();
    QTRY_VERIFY(trial->testButton()->isEnabled());
    type(scene.form()->userName(), QStringLiteral("other"));
    QVERIFY(!trial->testButton()->isEnabled());
    QVERIFY(trial->testButton()->toolTip().contains(QLatin1String("Apply the changes first")));
    scene.page->revert();
    QVERIFY(trial->testButton()->isEnabled());
    scene.page->servers()->addServer();
    QVERIFY(trial->testButton()->toolTip().contains(QLatin1String("Apply the server first")));
}

void TestServersView::theAgentFindsTheAddress()
{
    TemporaryStore store;
    const ServerProfileId id = save(store, headOffice());
    Scene scene(store);
    AddressField* address = scene.form()->address();
    QTRY_VERIFY(scene.form()->profile() > 0);
    QVERIFY(address->findButton()->isVisible() && !address->findButton()->isEnabled());
    runAgentOn(store, QSysInfo::machineHostName());
    QTRY_VERIFY(address->findButton()->isEnabled());
    // The address alone may be typed into: it is what is looked for. Whoever signs in must be applied.
    type(scene.line(QStringLiteral("Address of the server")), QStringLiteral("https://x.example/"));
    QVERIFY(address->findButton()->isEnabled());
    type(scene.form()->userName(), QStringLiteral("other"));
    QVERIFY(!address->findButton()->isEnabled());
    scene.page->revert();
    QTest::keyClicks(scene.form()->trial()->mailbox(), QStringLiteral("CR2@mycompany.com"));
    address->findButton()->click();
    QVERIFY(!address->findButton()->isEnabled());
    const Command asked = nextCommand(store);
    QCOMPARE(asked.kind, CommandKind::FindServer);
    QCOMPARE(asked.arguments.value(QStringLiteral("profile")), QString::number(id.value));
    QCOMPARE(asked.arguments.value(QStringLiteral("mailbox")), QStringLiteral("CR2@mycompany.com"));
    const QString found = QStringLiteral("https://ex2.mycompany.com/EWS/Exchange.asmx");
    finish(store, asked, {"server.found", {{QStringLiteral("url"), found}}});
    QTRY_COMPARE(scene.line(QStringLiteral("Address of the server"))->text(), found);
    QVERIFY(address->findButton()->isEnabled());
    QVERIFY(scene.said(QStringLiteral("Address of the server"))
                .contains(QLatin1String("Autodiscover leads to this address.")));
    // It stands in the draft, to be applied or not.
    QVERIFY(scene.page->draft()->fields().isChanged({FieldPath::Kind::Profile, id.value, QStringLiteral("url")}));
    QCOMPARE(stored(store).first().url, headOffice().url);
    scene.page->revert();
    QCOMPARE(scene.line(QStringLiteral("Address of the server"))->text(), headOffice().url);
    QVERIFY(!scene.said(QStringLiteral("Address of the server")).contains(QLatin1String("Autodiscover leads")));
}

void TestServersView::whyNoAddressIsFoundIsSaidAtTheField()
{
    TemporaryStore store;
    save(store, headOffice());
    save(store, cloud());
    runAgentOn(store, QSysInfo::machineHostName());
    Scene scene(store);
    AddressField* address = scene.form()->address();
    QTRY_COMPARE(scene.page->servers()->list()->count(), 2);
    scene.page->servers()->list()->setCurrentRow(0); // Cloud
    QVERIFY(!address->findButton()->isVisible());
    scene.page->servers()->list()->setCurrentRow(1);
    QTRY_VERIFY(address->findButton()->isEnabled());
    address->findButton()->click();
    finish(store, nextCommand(store),
           {"server.not-found",
            {{QStringLiteral("profile"), QStringLiteral("Head office")},
             {QStringLiteral("mailbox"), QStringLiteral("CR1@mycompany.com")},
             {QStringLiteral("domain"), QStringLiteral("mycompany.com")},
             {QStringLiteral("tried"), QStringLiteral("mycompany.com/autodiscover/autodiscover.xml (HTTP 404)")}}});
    QTRY_VERIFY(
        scene.said(QStringLiteral("Address of the server")).contains(QLatin1String("autodiscover.xml (HTTP 404)")));
    // What is typed then is another address, and another server has no part in it.
    type(scene.line(QStringLiteral("Address of the server")),
         QStringLiteral("https://mine.mycompany.com/EWS/Exchange.asmx"));
    QVERIFY(!scene.said(QStringLiteral("Address of the server")).contains(QLatin1String("HTTP 404")));
}

void TestServersView::aStoppedPracticeExchangeCanBeStarted()
{
    TemporaryStore store;
    save(store, headOffice());
    ServerProfile practice = headOffice();
    practice.name = QStringLiteral("Practice Exchange");
    practice.url = QStringLiteral("http://127.0.0.1:8026/EWS/Exchange.asmx");
    const ServerProfileId id = save(store, practice);
    runAgentOn(store, QSysInfo::machineHostName());
    store.write([id](WriteUnit& unit) {
        ServerState away;
        away.profileId = id;
        away.standing = ServerStanding::Away;
        away.since = unit.now();
        away.reason.code = "exchange.unreachable";
        return unit.agent().say(away);
    });
    Scene scene(store);
    ServersView* view = scene.page->servers();
    QTRY_COMPARE(view->list()->count(), 2);
    QTRY_VERIFY(scene.row(1).contains(QLatin1String("Not running")));
    view->list()->setCurrentRow(0);
    QVERIFY(!view->practiceBanner()->isVisible());
    view->list()->setCurrentRow(1);
    QVERIFY(view->practiceBanner()->isVisible());
    QVERIFY(view->practiceBanner()->sentence().contains(QLatin1String("is not running")));
    QSignalSpy wanted(scene.page.get(), &ExchangeAdminPage::practiceStartRequested);
    auto* start = view->practiceBanner()->findChild<QPushButton*>();
    QVERIFY(start);
    QCOMPARE(start->text(), QStringLiteral("Start the Practice Exchange"));
    start->click();
    QCOMPARE(wanted.size(), 1);
    // It runs, and whoever rehearses an outage sees one.
    scene.status.setPracticeRuns(true);
    QVERIFY(!view->practiceBanner()->isVisible());
    QTRY_VERIFY(scene.row(1).contains(QLatin1String("Away since")));
    scene.status.setPracticeRuns(false);
    QVERIFY(view->practiceBanner()->isVisible());
    QVERIFY(scene.row(1).contains(QLatin1String("Not running")));
}

void TestServersView::everythingHasAName()
{
    TemporaryStore store;
    save(store, headOffice());
    ServerProfile certified = cloud();
    certified.proof = ClientProof::Certificate;
    save(store, certified);
    ServerProfile mail;
    mail.name = QStringLiteral("Outside");
    save(store, mail);
    runAgentOn(store, QStringLiteral("mail1"));
    Scene scene(store, {968, 672});
    QTRY_COMPARE(scene.page->servers()->list()->count(), 3);
    for (int row = 0; row < 3; ++row) {
        scene.page->servers()->list()->setCurrentRow(row);
        QCOMPARE(unnamedThings(scene.page.get()).join(QLatin1Char('\n')), QString());
        QCOMPARE(unreachableFields(scene.page.get()).join(QLatin1Char('\n')), QString());
        QCOMPARE(mutedLabels(scene.page.get()).join(QLatin1Char('\n')), QString());
    }
    QVERIFY(scene.page->minimumSizeHint().width() <= 968);
}

void TestServersView::pictures()
{
    TemporaryStore store;
    ServerProfile tenant = cloud();
    tenant.credentialsExpire = toDateTime(store.clock().now()).toLocalTime().date().addDays(12);
    tenant.proof = ClientProof::Certificate;
    if (const TestCertificate made; made.isValid())
        tenant.certificate = tenant.trustedAuthorities = pemOf(made);
    save(store, tenant);
    const ServerProfileId id = save(store, headOffice());
    ServerProfile mail;
    mail.name = QStringLiteral("Partner");
    mail.mailDomains = {QStringLiteral("partner.example")};
    save(store, mail);
    store.addSpace(QStringLiteral("CR1 Borealis"), QStringLiteral("CR1@reserve.mycompany.com"));
    store.addSpace(QStringLiteral("CR9 Lyra"), QStringLiteral("CR9@elsewhere.example"));
    runAgentOn(store, QSysInfo::machineHostName(), {serverSecretName(id, ServerSecret::Password)});
    Scene scene(store, {1244, 872});
    QTRY_COMPARE(scene.page->servers()->list()->count(), 3);
    QTRY_VERIFY(scene.row(1).contains(QLatin1String("Secret missing")));
    scene.form()->routing()->address()->setText(QStringLiteral("CR1@reserve.mycompany.com"));
    for (const int row : {0, 1, 2}) {
        scene.page->servers()->list()->setCurrentRow(row);
        scene.page->resize(1244, 872);
        keepPicture(scene.page.get(), QStringLiteral("servers-%1.png").arg(row));
        scene.page->resize(968, 672);
        keepPicture(scene.page.get(), QStringLiteral("servers-%1-small.png").arg(row));
    }
    QVERIFY(scene.page->changes() == 0);
}

int main(int argc, char** argv)
{
    QApplication application(argc, argv);
    ThemeSwitch look(application);
    look.setAppearance(qEnvironmentVariable("RESERVE_LOOK") == QLatin1String("dark") ? Appearance::Dark
                                                                                     : Appearance::Light);
    TestServersView test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_serversview.moc"
