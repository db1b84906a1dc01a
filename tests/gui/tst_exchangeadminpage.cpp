// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#include "models/items/admindraft.h"
#include "models/items/shellstatuswatcher.h"
#include "models/items/spacemodel.h"
#include "models/secrets/memorysecretstore.h"
#include "models/wording/wording.h"
#include "tests/support/accessibilitysweep.h"
#include "tests/support/picture.h"
#include "tests/support/presetprompt.h"
#include "tests/support/temporarystore.h"
#include "ui/common/banner.h"
#include "ui/common/changesbar.h"
#include "ui/common/columnsets.h"
#include "ui/common/importsheet.h"
#include "ui/common/segmentedswitch.h"
#include "ui/common/tableview.h"
#include "ui/exchange/agentform.h"
#include "ui/exchange/changeslist.h"
#include "ui/exchange/exchangeadminpage.h"
#include "ui/exchange/policiesform.h"
#include "ui/exchange/profileform.h"
#include "ui/exchange/secretfield.h"
#include "ui/exchange/serversview.h"
#include "ui/exchange/spacefinding.h"
#include "ui/exchange/spacespanel.h"
#include "ui/theme/themeswitch.h"

#include <QApplication>
#include <QCheckBox>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QScrollBar>
#include <QSignalSpy>
#include <QSpinBox>
#include <QTabBar>
#include <QTest>

#include <algorithm>

using namespace reserve;
using namespace reserve::test;

namespace {

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

QMap<QString, QString> settings(TemporaryStore& store)
{
    return store.read([](const ReadUnit& unit) { return unit.settings().all(); });
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
        [this] { QTRY_VERIFY(page->draft()->isLoaded()); }();
    }

    QLineEdit* line(const QString& name) const { return named<QLineEdit>(page.get(), name); }

    ShellStatusWatcher status;
    MemorySecretStore secrets;
    PresetPrompt* prompt;
    std::unique_ptr<ExchangeAdminPage> page;
};

// A desk without a keychain.
class RefusingSecretStore final : public SecretStore
{
public:
    QFuture<Result<SecretString>> read(const QString&) override { return answer<SecretString>(); }
    QFuture<Result<void>> write(const QString&, const SecretString&) override { return answer<void>(); }
    QFuture<Result<void>> remove(const QString&) override { return answer<void>(); }
    QString folder() const override { return {}; }

private:
    template<typename T>
    static QFuture<Result<T>> answer()
    {
        const Result<T> refusal
            = failure("secret.keychain", {{QStringLiteral("detail"), QStringLiteral("no such bus")}});
        return QtFuture::makeReadyFuture(refusal);
    }
};

} // namespace

class TestExchangeAdminPage final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void labelsAreTheFaqsOwn();
    void typingCountsAtOnceAndApplyWritesAll();
    void undoAndRevert();
    void whatCannotBeAppliedGetsTheFocus();
    void R_DEFAULT_theFieldSaysWhoItIs();
    void R_GATE_theFlagAloneIsExplainedInPlace();
    void R_MAILBOX_CASE_theFindingMendsTheSpelling();
    void aCellBeingEditedCounts();
    void lettersBeginToEditACell();
    void aBadCellSaysWhyBelowItsRow();
    void whatAnEarlierRunLeftIsOffered();
    void aTakenPortOffersAFreeOne();
    void aPasswordThatCannotBeKeptStaysInTheField();
    void changesOfOthersAppearAndConflictsAreSaid();
    void R_CREDENTIALS_ntlmUserNamesAreSplit();
    void policiesAreInheritedAndOverridden();
    void startAndStopAreCommands();
    void passwordsAreKeptApart();
    void startBeginsTheConsolesOwnAgentWhereNoneRuns();
    void theProcessOfTheOwnAgentDependsOnIt();
    void importListsRowErrors();
    void exportWritesWhatAnImportReads();
    void everythingHasAName();
    void wrappedSentencesDoNotSqueezeFields();
    void theLargestMessageIsSaidInMegabytes();
    void smallestWindowIsUsable();
    void theHeadOfTheSpacesFoldsWhereItsTextsDoNotFit();
    void theColumnsOfTheSpacesFitAndAllAreReached();
    void arrowKeysReachTheNextColumns();
    void pictures();
};

void TestExchangeAdminPage::labelsAreTheFaqsOwn()
{
    TemporaryStore store;
    Scene scene(store);
    QVERIFY(scene.line(QStringLiteral("Default Reserve User Email")));
    QVERIFY(named<QCheckBox>(scene.page.get(), QStringLiteral("Create External Contact for Unknown Exchange User?")));
    QVERIFY(named<QSpinBox>(scene.page.get(), QStringLiteral("Exchange Retry Duration")));
    QVERIFY(named<QCheckBox>(scene.page.get(), QStringLiteral("NTLM Authentication?")));
    QVERIFY(scene.line(QStringLiteral("NTLM Domain")));
    QVERIFY(named<TableView>(scene.page.get(), QStringLiteral("Exchange Spaces")));
    QCOMPARE(scene.page->spaces()
                 ->model()
                 ->headerData(SpaceModel::MailboxColumn, Qt::Horizontal, Qt::DisplayRole)
                 .toString(),
             QStringLiteral("Exchange Mailbox"));
}

void TestExchangeAdminPage::typingCountsAtOnceAndApplyWritesAll()
{
    TemporaryStore store;
    store.addSpace(QStringLiteral("CR1"), QStringLiteral("cr1@x.example"));
    Scene scene(store);
    QSignalSpy unapplied(scene.page.get(), &ExchangeAdminPage::unappliedChanges);
    type(scene.line(QStringLiteral("Default Reserve User Email")), QStringLiteral("frontdesk@mycompany.com"));
    QCOMPARE(unapplied.last().first().toInt(), 1);
    QVERIFY(scene.page->findChild<ChangesBar*>()->isVisible());
    named<QSpinBox>(scene.page.get(), QStringLiteral("Exchange Retry Duration"))->setValue(9);
    scene.page->spaces()->model()->setData(scene.page->spaces()->model()->index(0, SpaceModel::FloorColumn),
                                           QStringLiteral("2"), Qt::EditRole);
    QCOMPARE(unapplied.last().first().toInt(), 3);
    QCOMPARE(scene.page->findChild<ChangesList*>()->lineCount(), 3);
    QVERIFY(settings(store).isEmpty());
    scene.page->apply();
    QTRY_COMPARE(unapplied.last().first().toInt(), 0);
    QCOMPARE(settings(store).value(QStringLiteral("exchange.retry-minutes")), QStringLiteral("9"));
    QCOMPARE(settings(store).value(QStringLiteral("reserve.default-user-email")),
             QStringLiteral("frontdesk@mycompany.com"));
    QCOMPARE(store.read([](const ReadUnit& unit) { return unit.spaces().all(); }).first().floor, QStringLiteral("2"));
    QVERIFY(!scene.page->findChild<ChangesBar*>()->isVisible());
}

void TestExchangeAdminPage::undoAndRevert()
{
    TemporaryStore store;
    Scene scene(store);
    auto* box = named<QCheckBox>(scene.page.get(), QStringLiteral("Ignore case in mailbox addresses"));
    box->click();
    QCOMPARE(scene.page->changes(), 1);
    scene.page->draft()->fields().undo();
    QVERIFY(!box->isChecked());
    QCOMPARE(scene.page->changes(), 0);
    box->click();
    scene.page->revert();
    QVERIFY(!box->isChecked());
}

void TestExchangeAdminPage::whatCannotBeAppliedGetsTheFocus()
{
    TemporaryStore store;
    Scene scene(store);
    QLineEdit* email = scene.line(QStringLiteral("Default Reserve User Email"));
    type(email, QStringLiteral("frontdesk@"));
    scene.page->showTab(ExchangeAdminPage::AgentTab);
    scene.page->apply();
    QTRY_VERIFY(email->isVisible());
    QTRY_VERIFY(email->hasFocus());
    QVERIFY(email->accessibleDescription().contains(QLatin1String("frontdesk@")));
    QVERIFY(settings(store).isEmpty());
    QCOMPARE(scene.page->changes(), 1);
    QVERIFY(scene.page->banner()->isVisible());
}

void TestExchangeAdminPage::R_DEFAULT_theFieldSaysWhoItIs()
{
    TemporaryStore store;
    Person desk;
    desk.controlNumber = ControlNumber::fromNumber(100002);
    desk.firstName = QStringLiteral("Front");
    desk.lastName = QStringLiteral("Desk");
    desk.email = QStringLiteral("frontdesk@mycompany.com");
    desk.id = store.write([desk](WriteUnit& unit) { return unit.people().save(desk, QStringLiteral("t")); });
    Scene scene(store);
    QLineEdit* email = scene.line(QStringLiteral("Default Reserve User Email"));
    type(email, QStringLiteral("frontdesk@mycompany.com"));
    QTRY_VERIFY(email->accessibleDescription().contains(QLatin1String("Front Desk, Control Number 100002, Active")));
    desk.status = PersonStatus::Retired;
    store.write([desk](WriteUnit& unit) { return unit.people().save(desk, QStringLiteral("t")); });
    QTRY_VERIFY(email->accessibleDescription().contains(QLatin1String("is retired")));
    type(email, QStringLiteral("nobody@mycompany.com"));
    QTRY_VERIFY(email->accessibleDescription().contains(QLatin1String("Nobody has this e-mail")));
}

void TestExchangeAdminPage::R_GATE_theFlagAloneIsExplainedInPlace()
{
    TemporaryStore store;
    Scene scene(store);
    auto* flag
        = named<QCheckBox>(scene.page.get(), QStringLiteral("Create External Contact for Unknown Exchange User?"));
    flag->click();
    QTRY_VERIFY(flag->accessibleDescription().contains(QLatin1String("No Default Reserve User Email is set")));
    type(scene.line(QStringLiteral("Default Reserve User Email")), QStringLiteral("frontdesk@mycompany.com"));
    QTRY_VERIFY(!flag->accessibleDescription().contains(QLatin1String("No Default Reserve User Email is set")));
}

void TestExchangeAdminPage::R_MAILBOX_CASE_theFindingMendsTheSpelling()
{
    TemporaryStore store;
    const SpaceId id = store.addSpace(QStringLiteral("CR2 Aurora"), QStringLiteral("CR2@reserve.mycompany.com"));
    const TraceId held = store.write([id](WriteUnit& unit) {
        Trace trace;
        trace.recipient = QStringLiteral("CR2@reserve.MyCompany.com");
        trace.spaceId = id;
        trace.state = TraceState::Held;
        trace.verdict = Verdict::Held;
        return unit.traces().append(trace);
    });
    Scene scene(store);
    SpacesPanel* panel = scene.page->spaces();
    QTRY_COMPARE(panel->model()->counts().differsInCase, 1);
    panel->table()->selectRow(0);
    QTRY_VERIFY(panel->finding() && panel->finding()->isVisible());
    QSignalSpy shown(scene.page.get(), &ExchangeAdminPage::showTraceRequested);
    for (QPushButton* button : panel->finding()->findChildren<QPushButton*>()) {
        if (button->text() == QLatin1String("Show the request"))
            button->click();
    }
    QCOMPARE(shown.count(), 1);
    QCOMPARE(shown.first().first().value<TraceId>(), held);
    panel->finding()->spellingButton()->click();
    QCOMPARE(scene.page->changes(), 1);
    QTRY_COMPARE(panel->model()->rowCount(), 1); // the finding closes with its cause
    scene.page->apply();
    QTRY_COMPARE(scene.page->changes(), 0);
    QCOMPARE(store.read([](const ReadUnit& unit) { return unit.spaces().all(); }).first().mailbox,
             QStringLiteral("CR2@reserve.MyCompany.com"));
}

void TestExchangeAdminPage::aCellBeingEditedCounts()
{
    TemporaryStore store;
    store.addSpace(QStringLiteral("CR1"), QStringLiteral("cr1@x.example"));
    Scene scene(store);
    TableView* table = scene.page->spaces()->table();
    QTRY_COMPARE(table->model()->rowCount(), 1);
    table->setFocus();
    table->setCurrentIndex(table->model()->index(0, SpaceModel::NameColumn));
    table->edit(table->currentIndex());
    auto* editor = table->viewport()->findChild<QLineEdit*>();
    QVERIFY(editor);
    QTest::keyClicks(editor, QStringLiteral(" Borealis"));
    QCOMPARE(scene.page->changes(), 1);
    scene.page->apply();
    QTRY_COMPARE(scene.page->changes(), 0);
    QVERIFY(store.read([](const ReadUnit& unit) { return unit.spaces().all(); })
                .first()
                .name.contains(QLatin1String("Borealis")));
}

void TestExchangeAdminPage::lettersBeginToEditACell()
{
    TemporaryStore store;
    store.addSpace(QStringLiteral("CR1"), QStringLiteral("cr1@x.example"));
    Scene scene(store);
    TableView* table = scene.page->spaces()->table();
    QTRY_COMPARE(table->model()->rowCount(), 1);
    table->setFocus();
    table->setCurrentIndex(table->model()->index(0, SpaceModel::BuildingColumn));
    QTest::keyClicks(table, QStringLiteral("n"));
    auto* editor = table->findChild<QLineEdit*>();
    QVERIFY(editor);
    QTest::keyClicks(editor, QStringLiteral("orth"));
    QTest::keyClick(editor, Qt::Key_Return);
    QCOMPARE(table->model()->index(0, SpaceModel::BuildingColumn).data().toString(), QStringLiteral("north"));
}

void TestExchangeAdminPage::aBadCellSaysWhyBelowItsRow()
{
    TemporaryStore store;
    store.addSpace(QStringLiteral("CR1"), QStringLiteral("cr1@x.example"));
    Scene scene(store);
    TableView* table = scene.page->spaces()->table();
    QTRY_COMPARE(table->model()->rowCount(), 1);
    const QModelIndex seats = table->model()->index(0, SpaceModel::CapacityColumn);
    table->setCurrentIndex(seats);
    table->edit(seats);
    auto* editor = table->findChild<QLineEdit*>();
    QTest::keyClicks(editor, QStringLiteral("many"));
    QVERIFY(!scene.page->spaces()->finding());
    QTest::keyClick(editor, Qt::Key_Return);
    QTRY_VERIFY(scene.page->spaces()->finding());
    const QString said = scene.page->spaces()->model()->problemsOf(scene.page->spaces()->model()->spaceAt(0)).first();
    QVERIFY(labelTexts(scene.page->spaces()->finding()).contains(said));
    scene.page->apply();
    QVERIFY(scene.page->banner()->sentence().contains(QStringLiteral("CR1")));
    QVERIFY(scene.page->banner()->sentence().contains(said));
}

void TestExchangeAdminPage::whatAnEarlierRunLeftIsOffered()
{
    TemporaryStore store;
    const QString file = store.folder() + QStringLiteral("/drafts/one.json");
    {
        Scene scene(store);
        scene.page->keepDraftIn(file);
        type(scene.line(QStringLiteral("Reserve sub-domain")), QStringLiteral("reserve"));
        QCOMPARE(scene.page->changes(), 1);
    }
    Scene scene(store);
    scene.page->keepDraftIn(file);
    QTRY_VERIFY(scene.page->banner()->isVisible());
    QCOMPARE(scene.page->changes(), 0);
    auto* take = scene.page->banner()->findChild<QPushButton*>();
    QVERIFY(take->isVisible());
    take->click();
    QCOMPARE(scene.page->changes(), 1);
    QCOMPARE(scene.line(QStringLiteral("Reserve sub-domain"))->text(), QStringLiteral("reserve"));
    QVERIFY(!scene.page->banner()->isVisible());
}

void TestExchangeAdminPage::aTakenPortOffersAFreeOne()
{
    TemporaryStore store;
    Scene scene(store);
    scene.page->showTab(ExchangeAdminPage::AgentTab);
    QVERIFY(!scene.page->agent()->otherPortButton()->isVisible());
    store.write([](WriteUnit& unit) -> Result<void> {
        if (const auto lease = unit.agent().acquire(QStringLiteral("host, process 1"), unit.now(), Milliseconds(60000));
            !lease)
            return failure(lease.error());
        AgentStatus status;
        status.state = AgentState::CannotListen;
        status.address = QStringLiteral("127.0.0.1:8025");
        status.reason = {"agent.port-taken",
                         {{QStringLiteral("port"), QStringLiteral("8025")},
                          {QStringLiteral("address"), QStringLiteral("127.0.0.1")},
                          {QStringLiteral("free"), QStringLiteral("8026")}}};
        return unit.agent().say(status);
    });
    QTRY_VERIFY(scene.page->agent()->otherPortButton()->isVisible());
    scene.page->agent()->otherPortButton()->click();
    QCOMPARE(scene.page->draft()->setting(QStringLiteral("smtp.port")), QStringLiteral("8026"));
    QCOMPARE(scene.page->changes(), 1);
}

void TestExchangeAdminPage::aPasswordThatCannotBeKeptStaysInTheField()
{
    RefusingSecretStore secrets;
    SecretField field(&secrets, outgoingPasswordName, QStringLiteral("Password"));
    QSignalSpy troubled(&field, &SecretField::troubled);
    field.show();
    QTRY_COMPARE(troubled.count(), 1);
    QVERIFY(!troubled.first().first().toString().isEmpty());
    named<QPushButton>(&field, QStringLiteral("Replace Password"))->click();
    auto* typed = named<QLineEdit>(&field, QStringLiteral("Password"));
    QTest::keyClicks(typed, QStringLiteral("secret"));
    QTest::keyClick(typed, Qt::Key_Return);
    QTRY_COMPARE(troubled.count(), 2);
    QCOMPARE(typed->text(), QStringLiteral("secret"));
    QVERIFY(typed->isVisible() && typed->isEnabled());
    QTest::keyClick(typed, Qt::Key_Escape);
    QVERIFY(!typed->isVisible());
    QVERIFY(typed->text().isEmpty());
}

void TestExchangeAdminPage::changesOfOthersAppearAndConflictsAreSaid()
{
    TemporaryStore store;
    Scene scene(store);
    QLineEdit* host = scene.line(QStringLiteral("Outgoing mail server"));
    const auto set = [&store](const QString& key, const QString& value) {
        store.write([=](WriteUnit& unit) { return unit.settings().set(key, value, QStringLiteral("somebody")); });
    };
    set(QStringLiteral("outgoing.host"), QStringLiteral("mail.x.example"));
    QTRY_COMPARE(host->text(), QStringLiteral("mail.x.example"));
    type(host, QStringLiteral("mail.y.example"));
    set(QStringLiteral("outgoing.host"), QStringLiteral("mail.z.example"));
    QTRY_VERIFY(host->accessibleDescription().contains(QLatin1String("mail.z.example")));
    QCOMPARE(host->text(), QStringLiteral("mail.y.example"));
    QVERIFY(scene.page->banner()->isVisible());
}

void TestExchangeAdminPage::R_CREDENTIALS_ntlmUserNamesAreSplit()
{
    TemporaryStore store;
    Scene scene(store);
    scene.page->showTab(ExchangeAdminPage::ServersTab);
    scene.page->servers()->addServer();
    ProfileForm* form = scene.page->servers()->form();
    form->signInSwitch()->setCurrent(0);
    QVERIFY(!scene.line(QStringLiteral("NTLM Domain"))->isVisible());
    form->signInSwitch()->setCurrent(1);
    QVERIFY(!scene.line(QStringLiteral("NTLM Domain"))->isVisible());
    form->ntlmBox()->click();
    QVERIFY(scene.line(QStringLiteral("NTLM Domain"))->isVisible());
    type(form->userName(), QStringLiteral("MYCOMPANY\\svc-reserve"));
    QTest::keyClick(form->userName(), Qt::Key_Return);
    QCOMPARE(form->userName()->text(), QStringLiteral("svc-reserve"));
    QCOMPARE(scene.line(QStringLiteral("NTLM Domain"))->text(), QStringLiteral("MYCOMPANY"));
    type(named<QLineEdit>(form, QStringLiteral("Name")), QStringLiteral("Head office"));
    type(named<QLineEdit>(form, QStringLiteral("Mail domains")), QStringLiteral("mycompany.com, cloud.mycompany.com"));
    scene.page->apply();
    QTRY_COMPARE(scene.page->changes(), 0);
    const ServerProfile profile = store.read([](const ReadUnit& unit) { return unit.serverProfiles().all(); }).first();
    QCOMPARE(profile.authentication, ServerAuthentication::Ntlm);
    QCOMPARE(profile.ntlmDomain, QStringLiteral("MYCOMPANY"));
    QCOMPARE(profile.userName, QStringLiteral("svc-reserve"));
    QCOMPARE(profile.mailDomains.size(), 2);
}

// Inherited from the building, overridden for the space, applied and reverted with the draft.
void TestExchangeAdminPage::policiesAreInheritedAndOverridden()
{
    TemporaryStore store;
    Space space;
    space.name = QStringLiteral("CR1 Borealis");
    space.building = QStringLiteral("HQ");
    space.mailbox = QStringLiteral("CR1@reserve.mycompany.com");
    const SpaceId id
        = store.write([space](WriteUnit& unit) { return unit.spaces().save(space, QStringLiteral("test")); });
    const auto book = [&store] { return store.read([](const ReadUnit& unit) { return unit.policies().all(); }); };
    const QString name = QStringLiteral("BookingWindowInDays");
    Scene scene(store);
    scene.page->showTab(ExchangeAdminPage::PoliciesTab);
    PoliciesForm* form = scene.page->policies();
    QCOMPARE(form->buildings()->currentText(), QStringLiteral("HQ"));
    QLineEdit* window = named<QLineEdit>(form, name);
    QVERIFY(window);
    QCOMPARE(window->placeholderText(), QStringLiteral("Default: 180"));
    type(window, QStringLiteral("90"));
    form->spaces()->setCurrentIndex(1);
    QCOMPARE(window->text(), QString());
    QCOMPARE(window->placeholderText(), QStringLiteral("Inherited from HQ: 90"));
    type(window, QStringLiteral("3000"));
    scene.page->apply();
    QVERIFY(window->accessibleDescription().contains(QLatin1String("1080")));
    QCOMPARE(book(), PolicyBook());
    type(window, QStringLiteral("30"));
    QCOMPARE(scene.page->changes(), 2);
    scene.page->apply();
    QTRY_COMPARE(scene.page->changes(), 0);
    QCOMPARE(book().own(PolicyScope::ofBuilding(QStringLiteral("HQ")), name), std::optional(QStringLiteral("90")));
    QCOMPARE(book().own(PolicyScope::ofSpace(id), name), std::optional(QStringLiteral("30")));
    auto* conflicts = named<QComboBox>(form, QStringLiteral("AllowConflicts"));
    QCOMPARE(conflicts->currentText(), QStringLiteral("Default: No"));
    conflicts->setCurrentIndex(1);
    QCOMPARE(scene.page->changes(), 1);
    scene.page->revert();
    QCOMPARE(conflicts->currentIndex(), 0);
    type(window, QStringLiteral(" ")); // nothing of its own again
    scene.page->apply();
    QTRY_COMPARE(book().own(PolicyScope::ofSpace(id), name), std::nullopt);
}

void TestExchangeAdminPage::startAndStopAreCommands()
{
    TemporaryStore store;
    store.write([&store](WriteUnit& unit) -> Result<void> {
        const auto lease = unit.agent().acquire(QStringLiteral("here"), store.clock().now(), std::chrono::seconds(30));
        if (!lease)
            return failure(lease.error());
        AgentStatus status;
        status.state = AgentState::CannotListen;
        status.address = QStringLiteral("127.0.0.1:8025");
        return unit.agent().say(status);
    });
    Scene scene(store);
    scene.page->showTab(ExchangeAdminPage::AgentTab);
    QTRY_VERIFY(scene.page->agent()->startButton()->isEnabled());
    QVERIFY(!scene.page->agent()->stopButton()->isEnabled());
    scene.page->agent()->startButton()->click();
    QList<Command> sent;
    QTRY_VERIFY([&] {
        // Taken once: the macro looks again after it succeeded.
        if (sent.isEmpty())
            sent = store.write([](WriteUnit& unit) { return unit.commands().take(); });
        return !sent.isEmpty();
    }());
    QCOMPARE(sent.first().kind, CommandKind::StartListening);
}

void TestExchangeAdminPage::startBeginsTheConsolesOwnAgentWhereNoneRuns()
{
    TemporaryStore store;
    Scene scene(store);
    AgentForm* form = scene.page->agent();
    QSignalSpy wanted(scene.page.get(), &ExchangeAdminPage::ownAgentRequested);
    QTRY_VERIFY(form->startButton()->isEnabled());
    form->startButton()->click();
    QCOMPARE(wanted.count(), 1);
    QVERIFY(store.write([](WriteUnit& unit) { return unit.commands().take(); }).isEmpty());
    // Why it does not run is said until one runs.
    form->setTrouble({"agent.ended-at-once", {}});
    const auto says = [form](const QString& text) {
        const QList<QLabel*> labels = form->findChildren<QLabel*>();
        return std::any_of(labels.begin(), labels.end(),
                           [&text](const QLabel* label) { return label->text().contains(text); });
    };
    QVERIFY(says(sentence(Reason{"agent.ended-at-once", {}})));
    store.write([](WriteUnit& unit) {
        return unit.agent().acquire(QStringLiteral("host, process 1"), unit.now(), Milliseconds(60000));
    });
    QTRY_VERIFY(!says(sentence(Reason{"agent.ended-at-once", {}})));
    QVERIFY(says(QStringLiteral("Run by process 1 on host.")));
}

void TestExchangeAdminPage::theProcessOfTheOwnAgentDependsOnIt()
{
    TemporaryStore store;
    Scene scene(store);
    scene.page->showTab(ExchangeAdminPage::AgentTab);
    auto* own = named<QCheckBox>(scene.page.get(), QStringLiteral("Run an agent in this console"));
    auto* asProcess = named<QCheckBox>(scene.page.get(), QStringLiteral("As a process of its own"));
    QVERIFY(own->isChecked());
    QVERIFY(!asProcess->isChecked() && asProcess->isEnabled());
    QTRY_VERIFY(scene.page->agent()->startButton()->isEnabled());
    asProcess->click();
    own->click();
    QVERIFY(!asProcess->isEnabled());
    QVERIFY(!asProcess->toolTip().isEmpty());
    scene.page->apply();
    QTRY_COMPARE(scene.page->changes(), 0);
    QCOMPARE(settings(store).value(QStringLiteral("console.start-agent")), QStringLiteral("false"));
    QCOMPARE(settings(store).value(QStringLiteral("console.agent-as-process")), QStringLiteral("true"));
    QTRY_VERIFY(!scene.page->agent()->startButton()->isEnabled());
}

void TestExchangeAdminPage::exportWritesWhatAnImportReads()
{
    TemporaryStore store;
    store.addSpace(QStringLiteral("CR2 Aurora"), QStringLiteral("CR2@reserve.mycompany.com"));
    Scene scene(store);
    const QString path = store.folder() + QStringLiteral("/spaces.csv");
    QSignalSpy done(scene.page.get(), &Page::done);
    scene.prompt->chooseNext(path);
    scene.page->spaces()->exportButton()->click();
    QTRY_COMPARE(done.count(), 1);
    QVERIFY(done.first().first().toString().contains(path));
    scene.prompt->chooseNext(path);
    scene.page->importSpaces();
    QTRY_COMPARE(done.count(), 2);
    QVERIFY(done.last().first().toString().contains(QLatin1String("0 added, 0 changed, 1 as they were")));
    // A folder that is not there is said in place.
    scene.prompt->chooseNext(store.folder() + QStringLiteral("/nowhere/spaces.csv"));
    scene.page->exportSpaces();
    QTRY_VERIFY(scene.page->banner()->isVisible());
    QCOMPARE(done.count(), 2);
}

void TestExchangeAdminPage::passwordsAreKeptApart()
{
    TemporaryStore store;
    Scene scene(store);
    scene.page->showTab(ExchangeAdminPage::AgentTab);
    auto* replace
        = named<QPushButton>(scene.page.get(), QStringLiteral("Replace Password of the outgoing mail server"));
    QVERIFY(replace);
    QTRY_VERIFY(!replace->accessibleDescription().isEmpty());
    replace->click();
    auto* typed = named<QLineEdit>(scene.page.get(), QStringLiteral("Password of the outgoing mail server"));
    QVERIFY(typed);
    QCOMPARE(typed->echoMode(), QLineEdit::Password);
    QTest::keyClicks(typed, QStringLiteral("secret"));
    QTest::keyClick(typed, Qt::Key_Return);
    QTRY_VERIFY(scene.secrets.read(outgoingPasswordName).result().has_value());
    QCOMPARE(scene.secrets.read(outgoingPasswordName).result()->reveal(), QByteArrayView("secret"));
    QTRY_VERIFY(typed->text().isEmpty());
    QCOMPARE(scene.page->changes(), 0);
}

void TestExchangeAdminPage::importListsRowErrors()
{
    TemporaryStore store;
    const QString path = store.folder() + QStringLiteral("/spaces.csv");
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("name,mailbox\nCR1,cr1@x.example\n,nobody\n");
    file.close();
    Scene scene(store);
    scene.prompt->chooseNext(path);
    scene.page->importSpaces();
    auto* sheet = scene.page->findChild<ImportSheet*>();
    QTRY_VERIFY(sheet->isVisible());
    QCOMPARE(sheet->problemCount(), 2);
    QVERIFY(store.read([](const ReadUnit& unit) { return unit.spaces().all(); }).isEmpty());
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("name,mailbox\nCR1,cr1@x.example\n");
    file.close();
    scene.prompt->chooseNext(path);
    scene.page->importSpaces();
    QTRY_VERIFY(!sheet->isVisible());
    QTRY_COMPARE(scene.page->spaces()->model()->rowCount(), 1);
}

void TestExchangeAdminPage::everythingHasAName()
{
    TemporaryStore store;
    store.addSpace(QStringLiteral("CR1"), QStringLiteral("cr1@x.example"));
    Scene scene(store);
    scene.page->servers()->addServer();
    for (const auto tab : {ExchangeAdminPage::SettingsTab, ExchangeAdminPage::PoliciesTab,
                           ExchangeAdminPage::ServersTab, ExchangeAdminPage::AgentTab}) {
        scene.page->showTab(tab);
        QCOMPARE(unnamedThings(scene.page.get()).join(QLatin1Char('\n')), QString());
        QCOMPARE(unreachableFields(scene.page.get()).join(QLatin1Char('\n')), QString());
        QCOMPARE(mutedLabels(scene.page.get()).join(QLatin1Char('\n')), QString());
    }
    // What the eye sees apart is heard apart.
    auto* tabs = scene.page->findChild<QTabBar*>();
    QCOMPARE(tabs->accessibleTabName(ExchangeAdminPage::ServersTab), QStringLiteral("Servers, 1, changed"));
    QCOMPARE(tabs->accessibleTabName(ExchangeAdminPage::AgentTab), QStringLiteral("Reserve SMTP Agent"));
}

void TestExchangeAdminPage::wrappedSentencesDoNotSqueezeFields()
{
    TemporaryStore store;
    Scene scene(store, {1400, 560});
    scene.page->showTab(ExchangeAdminPage::AgentTab);
    scene.page->draft()->fields().set({FieldPath::Kind::Setting, 0, QStringLiteral("smtp.address")},
                                      QStringLiteral("0.0.0.0"));
    scene.page->draft()->fields().set({FieldPath::Kind::Setting, 0, QStringLiteral("smtp.connector-port")},
                                      QStringLiteral("25"));
    QCoreApplication::processEvents(); // layouts settle
    for (const QLineEdit* edit : scene.page->agent()->findChildren<QLineEdit*>()) {
        if (edit->isVisible() && !qobject_cast<QSpinBox*>(edit->parentWidget()))
            QVERIFY2(edit->height() >= edit->sizeHint().height(), qPrintable(edit->accessibleName()));
    }
}

void TestExchangeAdminPage::theLargestMessageIsSaidInMegabytes()
{
    TemporaryStore store;
    Scene scene(store);
    scene.page->showTab(ExchangeAdminPage::AgentTab);
    const auto says = [&scene](qint64 bytes) {
        const QString size = QLocale().formattedDataSize(bytes, 1, QLocale::DataSizeTraditionalFormat);
        return labelTexts(scene.page->agent()).contains(QStringLiteral("That is %1.").arg(size));
    };
    QTRY_VERIFY(says(37748736));
    scene.page->draft()->fields().set({FieldPath::Kind::Setting, 0, QStringLiteral("smtp.max-message-bytes")},
                                      QStringLiteral("10485760"));
    QVERIFY(says(10485760));
}

void TestExchangeAdminPage::smallestWindowIsUsable()
{
    TemporaryStore store;
    Scene scene(store, {968, 672});
    QVERIFY2(scene.page->minimumSizeHint().width() <= 968,
             qPrintable(QString::number(scene.page->minimumSizeHint().width())));
    QVERIFY2(scene.page->minimumSizeHint().height() <= 672,
             qPrintable(QString::number(scene.page->minimumSizeHint().height())));
}

void TestExchangeAdminPage::theHeadOfTheSpacesFoldsWhereItsTextsDoNotFit()
{
    TemporaryStore store;
    Scene scene(store);
    SpacesPanel panel(*scene.page->draft());
    panel.resize(1200, 600);
    panel.show();
    QCOMPARE(panel.exportButton()->text(), QStringLiteral("Export"));
    panel.resize(480, 600);
    QVERIFY(panel.exportButton()->text().isEmpty());
    QCOMPARE(panel.exportButton()->accessibleName(), QStringLiteral("Export"));
    QVERIFY(panel.exportButton()->geometry().right() < panel.width());
    panel.resize(1200, 600);
    QCOMPARE(panel.exportButton()->text(), QStringLiteral("Export"));
}

// Of fifteen columns as many as fit are on screen; the others are a click, or an arrow key, away.
void TestExchangeAdminPage::theColumnsOfTheSpacesFitAndAllAreReached()
{
    TemporaryStore store;
    store.addSpace(QStringLiteral("CR1 Borealis"), QStringLiteral("CR1@reserve.mycompany.com"));
    for (const QSize size : {QSize(968, 672), QSize(1244, 872), QSize(3600, 900)}) {
        Scene scene(store, size);
        SpacesPanel* panel = scene.page->spaces();
        TableView* table = panel->table();
        QTRY_COMPARE(panel->model()->rowCount(), 1);
        auto* choice = panel->findChild<SegmentedSwitch*>();
        QSet<int> met;
        for (int set = 0; set < 5; ++set) {
            choice->setCurrent(set);
            QCOMPARE(table->horizontalScrollBar()->maximum(), 0);
            for (int column = 0; column < SpaceModel::ColumnCount; ++column) {
                if (!table->isColumnHidden(column))
                    met.insert(column);
            }
            QVERIFY(panel->columns()->shown().contains(set));
            QVERIFY(!table->isColumnHidden(SpaceModel::NameColumn));
        }
        QCOMPARE(met.size(), qsizetype(SpaceModel::ColumnCount));
        QCOMPARE(choice->isVisible(), size.width() < 3000);
    }
}

void TestExchangeAdminPage::arrowKeysReachTheNextColumns()
{
    TemporaryStore store;
    store.addSpace(QStringLiteral("CR1 Borealis"), QStringLiteral("CR1@reserve.mycompany.com"));
    Scene scene(store, {968, 672});
    SpacesPanel* panel = scene.page->spaces();
    TableView* table = panel->table();
    QTRY_COMPARE(panel->model()->rowCount(), 1);
    table->setFocus();
    table->setCurrentIndex(panel->model()->index(0, SpaceModel::NameColumn));
    QSet<int> met{SpaceModel::NameColumn};
    for (int presses = 0; presses < 2 * SpaceModel::ColumnCount; ++presses) {
        QTest::keyClick(table, Qt::Key_Right);
        met.insert(table->currentIndex().column());
    }
    QCOMPARE(met.size(), qsizetype(SpaceModel::ColumnCount));
    for (int presses = 0; presses < 4 * SpaceModel::ColumnCount; ++presses)
        QTest::keyClick(table, Qt::Key_Left);
    QCOMPARE(table->currentIndex().column(), int(SpaceModel::NameColumn));
    QCOMPARE(panel->columns()->shown().first(), 0);
    // What a finding or "Show changes" leads to comes on screen.
    const qint64 id = panel->model()->spaceAt(0);
    QVERIFY(panel->focusField({FieldPath::Kind::Space, id, columnName(SpaceField::WorkEnd)}));
    QVERIFY(!table->isColumnHidden(SpaceModel::EndColumn));
}

void TestExchangeAdminPage::pictures()
{
    TemporaryStore store;
    for (const char* name :
         {"CR1 Borealis", "CR2 Aurora", "CR3 Zenith", "CR4 Meridian", "CR5 Halo", "CR6 Umbra", "CR10 Solstice"}) {
        const QString text = QLatin1String(name);
        store.addSpace(text, text.section(QLatin1Char(' '), 0, 0) + QStringLiteral("@reserve.mycompany.com"));
    }
    store.write([](WriteUnit& unit) -> Result<void> {
        ServerProfile profile;
        profile.name = QStringLiteral("Head office");
        profile.kind = ServerKind::Ews;
        profile.mailDomains = {QStringLiteral("mycompany.com")};
        profile.authentication = ServerAuthentication::Ntlm;
        profile.userName = QStringLiteral("svc-reserve");
        profile.ntlmDomain = QStringLiteral("MYCOMPANY");
        if (const auto saved = unit.serverProfiles().save(profile, QStringLiteral("t")); !saved)
            return failure(saved.error());
        Trace trace;
        trace.recipient = QStringLiteral("CR2@reserve.MyCompany.com");
        trace.spaceId = unit.spaces().findByMailbox(trace.recipient).value().value().id;
        trace.state = TraceState::Held;
        trace.verdict = Verdict::Held;
        if (const auto id = unit.traces().append(trace); !id)
            return failure(id.error());
        return {};
    });
    Scene scene(store);
    SpacesPanel* panel = scene.page->spaces();
    QTRY_COMPARE(panel->model()->counts().differsInCase, 1);
    type(scene.line(QStringLiteral("Default Reserve User Email")), QStringLiteral("frontdesk@mycompany.com"));
    named<QCheckBox>(scene.page.get(), QStringLiteral("Create External Contact for Unknown Exchange User?"))->click();
    panel->model()->setData(panel->model()->index(5, SpaceModel::MailboxColumn),
                            QStringLiteral("CR5@reserve.mycompany.com"), Qt::EditRole);
    panel->table()->selectRow(1);
    QTRY_VERIFY(panel->finding() && panel->finding()->isVisible());
    keepPicture(scene.page.get(), QStringLiteral("exchange.png"));
    scene.page->showTab(ExchangeAdminPage::ServersTab);
    keepPicture(scene.page.get(), QStringLiteral("exchange-servers.png"));
    scene.page->resize(968, 672);
    keepPicture(scene.page.get(), QStringLiteral("exchange-servers-small.png"));
    scene.page->resize(1244, 872);
    scene.page->showTab(ExchangeAdminPage::AgentTab);
    keepPicture(scene.page.get(), QStringLiteral("exchange-agent.png"));
    scene.page->showTab(ExchangeAdminPage::SettingsTab);
    scene.page->resize(968, 672);
    keepPicture(scene.page.get(), QStringLiteral("exchange-small.png"));
}

int main(int argc, char** argv)
{
    QApplication application(argc, argv);
    ThemeSwitch look(application);
    look.setAppearance(qEnvironmentVariable("RESERVE_LOOK") == QLatin1String("dark") ? Appearance::Dark
                                                                                     : Appearance::Light);
    TestExchangeAdminPage test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_exchangeadminpage.moc"
