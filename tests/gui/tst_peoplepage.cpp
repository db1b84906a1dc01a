// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#include "models/items/personmodel.h"
#include "tests/support/accessibilitysweep.h"
#include "tests/support/picture.h"
#include "tests/support/presetprompt.h"
#include "tests/support/temporarystore.h"
#include "ui/common/chipbar.h"
#include "ui/common/importsheet.h"
#include "ui/people/peoplepage.h"
#include "ui/people/personfinding.h"
#include "ui/people/personprofile.h"
#include "ui/people/requestbox.h"
#include "ui/people/zonechoice.h"
#include "ui/theme/themeswitch.h"

#include <QApplication>
#include <QLineEdit>
#include <QPushButton>
#include <QScrollArea>
#include <QSignalSpy>
#include <QTableView>
#include <QTest>

using namespace reserve;
using namespace reserve::test;

namespace {

PersonId add(TemporaryStore& store, qint64 number, const QString& name, const QString& email,
             PersonStatus status = PersonStatus::Active, const QByteArray& zone = "Europe/Berlin")
{
    Person person;
    person.controlNumber = ControlNumber::fromNumber(number);
    person.firstName = name.section(QLatin1Char(' '), 0, 0);
    person.lastName = name.section(QLatin1Char(' '), 1);
    person.email = email;
    person.status = status;
    person.timeZone = zone;
    return store.write([person](WriteUnit& unit) { return unit.people().save(person, QStringLiteral("tester")); });
}

std::optional<Person> find(TemporaryStore& store, PersonId id)
{
    return store.read([id](const ReadUnit& unit) { return unit.people().find(id); });
}

QPushButton* button(QWidget* root, const QString& text)
{
    for (QPushButton* candidate : root->findChildren<QPushButton*>()) {
        if (candidate->text() == text)
            return candidate;
    }
    return nullptr;
}

QLineEdit* field(QWidget* root, const QString& name)
{
    for (QLineEdit* candidate : root->findChildren<QLineEdit*>()) {
        if (candidate->accessibleName() == name && candidate->isVisible())
            return candidate;
    }
    return nullptr;
}

// The page as a person has it in front, and the prompt it asks.
struct Scene
{
    explicit Scene(TemporaryStore& store, QSize size = {1244, 872})
    {
        auto preset = std::make_unique<PresetPrompt>();
        prompt = preset.get();
        page = std::make_unique<PeoplePage>(store.store(), nullptr, std::move(preset));
        page->resize(size);
        page->show();
        page->activate();
    }

    PresetPrompt* prompt;
    std::unique_ptr<PeoplePage> page;
};

} // namespace

class TestPeoplePage final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void R_TIMEZONE_theFindingSetsIt();
    void aPersonIsAddedAndShown();
    void whatCannotBeSavedIsSaidUnderItsField();
    void twoWhoEditOnePersonLoseNothing();
    void R_LOWEST_ID_duplicatesAreShownAndRetired();
    void importListsRowErrorsAndTakesNothing();
    void importAndExportRoundTrip();
    void longNamesDoNotWidenTheProfile();
    void chipsNarrowTheTable();
    void requestIsSimulated();
    void everythingHasAName();
    void narrowWindowsShowOneAtATime();
    void pictures();
};

void TestPeoplePage::R_TIMEZONE_theFindingSetsIt()
{
    TemporaryStore store;
    const PersonId nour
        = add(store, 100317, QStringLiteral("Nour Abbas"), QStringLiteral("nour@x.example"), PersonStatus::Active, {});
    Scene scene(store);
    scene.page->showPerson(nour);
    PersonFinding* finding = scene.page->profile()->finding();
    QTRY_VERIFY(finding->isVisible());
    finding->zoneChoice()->setZone("Europe/Lisbon");
    QSignalSpy done(scene.page.get(), &Page::done);
    finding->button()->click();
    QTRY_COMPARE(find(store, nour)->timeZone, QByteArray("Europe/Lisbon"));
    QTRY_VERIFY(!finding->isVisible());
    QCOMPARE(done.count(), 1);
}

void TestPeoplePage::aPersonIsAddedAndShown()
{
    TemporaryStore store;
    Scene scene(store);
    QTRY_VERIFY(scene.page->people()->isLoaded());
    scene.page->addPerson();
    QLineEdit* number = field(scene.page.get(), QStringLiteral("Control Number"));
    QVERIFY(number);
    QTest::keyClicks(number, QStringLiteral("100655"));
    QTest::keyClicks(field(scene.page.get(), QStringLiteral("First name")), QStringLiteral("Ines"));
    QTest::keyClicks(field(scene.page.get(), QStringLiteral("Last name")), QStringLiteral("Duarte"));
    QTest::keyClicks(field(scene.page.get(), QStringLiteral("E-mail")), QStringLiteral("ines@x.example"));
    QTest::keyClick(field(scene.page.get(), QStringLiteral("E-mail")), Qt::Key_Return);
    QTRY_COMPARE(scene.page->people()->shownPeople(), 1);
    QTRY_COMPARE(scene.page->people()->index(0, PersonModel::NameColumn).data().toString(),
                 QStringLiteral("Ines Duarte"));
}

void TestPeoplePage::whatCannotBeSavedIsSaidUnderItsField()
{
    TemporaryStore store;
    add(store, 1, QStringLiteral("Nour Abbas"), QStringLiteral("nour@x.example"));
    Scene scene(store);
    scene.page->addPerson();
    button(scene.page.get(), QStringLiteral("Add person"))->click();
    QLineEdit* number = field(scene.page.get(), QStringLiteral("Control Number"));
    QVERIFY(number->accessibleDescription().contains(QLatin1String("Control Number")));
    QTRY_VERIFY(number->hasFocus());

    QTest::keyClicks(number, QStringLiteral("1"));
    QTest::keyClicks(field(scene.page.get(), QStringLiteral("E-mail")), QStringLiteral("other@x.example"));
    button(scene.page.get(), QStringLiteral("Add person"))->click();
    QTRY_VERIFY(button(scene.page.get(), QStringLiteral("Add person"))->isEnabled());
    QCOMPARE(store.read([](const ReadUnit& unit) { return unit.people().all(); }).size(), 1);
    QVERIFY(!number->accessibleDescription().isEmpty());
}

void TestPeoplePage::twoWhoEditOnePersonLoseNothing()
{
    TemporaryStore store;
    const PersonId nour = add(store, 100317, QStringLiteral("Nour Abbas"), QStringLiteral("nour@x.example"));
    Scene scene(store);
    scene.page->showPerson(nour);
    QTRY_VERIFY(button(scene.page->profile(), QStringLiteral("Edit"))->isVisible());
    button(scene.page->profile(), QStringLiteral("Edit"))->click();
    QLineEdit* email = field(scene.page.get(), QStringLiteral("E-mail"));
    email->setText(QStringLiteral("nour@mine.example"));
    // Meanwhile in another console: another field, and the same one.
    Person other = *find(store, nour);
    other.lastName = QStringLiteral("Abbas-Holm");
    other.email = QStringLiteral("nour@theirs.example");
    store.write([other](WriteUnit& unit) { return unit.people().save(other, QStringLiteral("somebody")); });
    button(scene.page.get(), QStringLiteral("Save"))->click();
    QTRY_VERIFY(email->accessibleDescription().contains(QLatin1String("nour@theirs.example")));
    QCOMPARE(find(store, nour)->email, QStringLiteral("nour@theirs.example"));
    QCOMPARE(email->text(), QStringLiteral("nour@mine.example"));
    QCOMPARE(field(scene.page.get(), QStringLiteral("Last name"))->text(), QStringLiteral("Abbas-Holm"));
    button(scene.page.get(), QStringLiteral("Save"))->click();
    QTRY_COMPARE(find(store, nour)->email, QStringLiteral("nour@mine.example"));
    QCOMPARE(find(store, nour)->lastName, QStringLiteral("Abbas-Holm"));
}

void TestPeoplePage::R_LOWEST_ID_duplicatesAreShownAndRetired()
{
    TemporaryStore store;
    const PersonId first = add(store, 100317, QStringLiteral("Nour Abbas"), QStringLiteral("nour@x.example"));
    const PersonId second = add(store, 104882, QStringLiteral("N. Abbas"), QStringLiteral("nour@x.example"));
    Scene scene(store);
    scene.page->showPerson(first);
    QTRY_VERIFY(button(scene.page->profile(), QStringLiteral("Retire 104882")));
    QVERIFY(!button(scene.page->profile(), QStringLiteral("Retire 100317")));
    button(scene.page->profile(), QStringLiteral("Retire 104882"))->click();
    QTRY_COMPARE(find(store, second)->status, PersonStatus::Retired);
    QCOMPARE(find(store, first)->status, PersonStatus::Active);
}

void TestPeoplePage::importListsRowErrorsAndTakesNothing()
{
    TemporaryStore store;
    const QString path = store.folder() + QStringLiteral("/people.csv");
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("control_number,email\n1,nour@x.example\nx,jonas@x.example\n2,jonas\n");
    file.close();
    Scene scene(store);
    scene.prompt->chooseNext(path);
    scene.page->importPeople();
    auto* sheet = scene.page->findChild<ImportSheet*>();
    QTRY_VERIFY(sheet->isVisible());
    QCOMPARE(sheet->problemCount(), 2);
    QVERIFY(store.read([](const ReadUnit& unit) { return unit.people().all(); }).isEmpty());
    QVERIFY(scene.page->escape());
    QVERIFY(!sheet->isVisible());
}

void TestPeoplePage::importAndExportRoundTrip()
{
    TemporaryStore store;
    add(store, 100317, QStringLiteral("Nour Abbas"), QStringLiteral("nour@x.example"));
    Scene scene(store);
    const QString path = store.folder() + QStringLiteral("/out.csv");
    QSignalSpy done(scene.page.get(), &Page::done);
    scene.prompt->chooseNext(path);
    scene.page->exportPeople();
    QTRY_COMPARE(done.count(), 1);
    scene.prompt->chooseNext(path);
    scene.page->importPeople();
    QTRY_COMPARE(done.count(), 2);
    QVERIFY(done.last().first().toString().contains(QLatin1String("0 added, 0 changed, 1 as they were")));
}

void TestPeoplePage::longNamesDoNotWidenTheProfile()
{
    TemporaryStore store;
    const QString email
        = QStringLiteral("bartholomew.featherstonehaugh-cholmondeley@northern-facilities.mycompany.example");
    const QString name = email + QLatin1Char(' ') + email; // as an external contact is called
    const PersonId first = add(store, 100317, name, email, PersonStatus::Active, {});
    add(store, 104882, name, email);
    Scene scene(store);
    scene.page->showPerson(first);
    QPushButton* retire = nullptr;
    QTRY_VERIFY((retire = button(scene.page->profile(), QStringLiteral("Retire 104882"))));
    QTRY_VERIFY(retire->isVisible());
    QScrollArea* side = nullptr;
    for (QWidget* up = scene.page->profile(); up && !side; up = up->parentWidget())
        side = qobject_cast<QScrollArea*>(up);
    QVERIFY(side);
    QVERIFY2(side->widget()->width() <= side->viewport()->width(),
             qPrintable(QStringLiteral("%1 in %2").arg(side->widget()->width()).arg(side->viewport()->width())));
}

void TestPeoplePage::chipsNarrowTheTable()
{
    TemporaryStore store;
    add(store, 1, QStringLiteral("Nour Abbas"), QStringLiteral("nour@x.example"));
    add(store, 2, QStringLiteral("Petra Lind"), QStringLiteral("petra@x.example"), PersonStatus::Retired);
    Scene scene(store);
    QTRY_COMPARE(scene.page->people()->shownPeople(), 2);
    auto* chips = scene.page->findChild<ChipBar*>();
    chips->setChosenKeys({QStringLiteral("retired")});
    Q_EMIT chips->chosenChanged(chips->chosenKeys());
    QTRY_COMPARE(scene.page->people()->shownPeople(), 1);
    for (const Chip& chip : chips->chips()) {
        if (chip.key == QLatin1String("all"))
            QCOMPARE(chip.count, 2);
    }
}

void TestPeoplePage::requestIsSimulated()
{
    TemporaryStore store;
    add(store, 100317, QStringLiteral("Nour Abbas"), QStringLiteral("nour@mycompany.com"));
    Scene scene(store);
    scene.page->requestBox()->ask(QStringLiteral("nour@mycompany.com"));
    QTRY_VERIFY(scene.page->requestBox()->answer().contains(QLatin1String("Nour Abbas")));
    scene.page->requestBox()->ask(QStringLiteral("omar@visitor.example"));
    QTRY_VERIFY(scene.page->requestBox()->answer().contains(QLatin1String("omar@visitor.example")));
    const QString refused = scene.page->requestBox()->answer();
    store.write([](WriteUnit& unit) -> Result<void> {
        for (const auto& [key, value] :
             {std::pair{QStringLiteral("reserve.default-user-email"), QStringLiteral("nour@mycompany.com")},
              std::pair{QStringLiteral("reserve.accepted-domains"), QStringLiteral("visitor.example")}}) {
            if (const auto set = unit.settings().set(key, value, QStringLiteral("tester")); !set)
                return set;
        }
        return {};
    });
    QTRY_VERIFY(scene.page->requestBox()->answer() != refused);
}

void TestPeoplePage::everythingHasAName()
{
    TemporaryStore store;
    const PersonId nour
        = add(store, 1, QStringLiteral("Nour Abbas"), QStringLiteral("nour@x.example"), PersonStatus::Active, {});
    Scene scene(store);
    scene.page->showPerson(nour);
    QTRY_VERIFY(scene.page->profile()->finding()->isVisible());
    QCOMPARE(unnamedThings(scene.page.get()).join(QLatin1Char('\n')), QString());
    QCOMPARE(unreachableFields(scene.page.get()).join(QLatin1Char('\n')), QString());
    QCOMPARE(mutedLabels(scene.page.get()).join(QLatin1Char('\n')), QString());
    scene.page->addPerson();
    QCOMPARE(unnamedThings(scene.page.get()).join(QLatin1Char('\n')), QString());
}

void TestPeoplePage::narrowWindowsShowOneAtATime()
{
    TemporaryStore store;
    const PersonId nour = add(store, 1, QStringLiteral("Nour Abbas"), QStringLiteral("nour@x.example"));
    Scene scene(store, {968, 672});
    QTRY_COMPARE(scene.page->people()->shownPeople(), 1);
    const QList<QTableView*> tables = scene.page->findChildren<QTableView*>();
    auto* table = *std::find_if(tables.begin(), tables.end(), [](const QTableView* candidate) {
        return candidate->accessibleName() == QLatin1String("People");
    });
    QVERIFY(table->isVisible());
    QVERIFY(!scene.page->profile()->isVisible());
    QVERIFY(scene.page->minimumSizeHint().width() <= 968);
    scene.page->showPerson(nour);
    QVERIFY(scene.page->profile()->isVisible());
    QVERIFY(!table->isVisible());
    QVERIFY(scene.page->escape());
    QVERIFY(table->isVisible());
    // The focus stays on the page.
    table->setCurrentIndex(table->model()->index(table->model()->rowCount() - 1, 1));
    QTest::keyClick(table, Qt::Key_Return);
    QVERIFY(!table->isVisible());
    const auto* focused = qobject_cast<QPushButton*>(scene.page->window()->focusWidget());
    QVERIFY(focused);
    QCOMPARE(focused->text(), QStringLiteral("Back to the list"));
}

void TestPeoplePage::pictures()
{
    TemporaryStore store;
    const PersonId nour = add(store, 100317, QStringLiteral("Nour Abbas"), QStringLiteral("nour.abbas@mycompany.com"),
                              PersonStatus::Active, {});
    add(store, 104882, QStringLiteral("N. Abbas (Facilities)"), QStringLiteral("nour.abbas@mycompany.com"));
    add(store, 100211, QStringLiteral("Jonas Holm"), QStringLiteral("jonas.holm@mycompany.com"));
    add(store, 103990, QStringLiteral("Jonas Holm"), QStringLiteral("jonas.holm@mycompany.com"), PersonStatus::Retired);
    add(store, 100002, QStringLiteral("Front Desk"), QStringLiteral("frontdesk@mycompany.com"));
    add(store, 100482, QStringLiteral("Elena Markova"), QStringLiteral("elena.markova@mycompany.com"));
    add(store, 99874, QStringLiteral("Petra Lindqvist"), QStringLiteral("petra.lindqvist@mycompany.com"),
        PersonStatus::Retired);
    store.write([](WriteUnit& unit) -> Result<void> {
        if (const auto contact
            = unit.people().createExternalContact(QStringLiteral("guest.lina@visitor.example"), QStringLiteral("t"));
            !contact)
            return failure(contact.error());
        return unit.settings().set(QStringLiteral("reserve.default-user-email"),
                                   QStringLiteral("frontdesk@mycompany.com"), QStringLiteral("t"));
    });
    Scene scene(store);
    scene.page->showPerson(nour);
    scene.page->requestBox()->ask(QStringLiteral("omar@visitor.example"));
    QTRY_VERIFY(!scene.page->requestBox()->answer().isEmpty());
    QTRY_VERIFY(scene.page->people()->rowAt(1));
    keepPicture(scene.page.get(), QStringLiteral("people.png"));
    scene.page->resize(968, 672);
    keepPicture(scene.page.get(), QStringLiteral("people-small.png"));
}

int main(int argc, char** argv)
{
    QApplication application(argc, argv);
    ThemeSwitch look(application);
    look.setAppearance(qEnvironmentVariable("RESERVE_LOOK") == QLatin1String("dark") ? Appearance::Dark
                                                                                     : Appearance::Light);
    TestPeoplePage test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_peoplepage.moc"
