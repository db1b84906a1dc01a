// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#include "tests/support/accessibilitysweep.h"
#include "ui/firstrun/firstrunview.h"
#include "ui/firstrun/startchoice.h"
#include "ui/theme/themeswitch.h"

#include <QAccessible>
#include <QApplication>
#include <QComboBox>
#include <QLayout>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>

using namespace reserve;

namespace {

// What was chosen last, with the zone.
struct Chosen
{
    explicit Chosen(FirstRunView& view)
    {
        QObject::connect(&view, &FirstRunView::chosen, &view, [this](StartWith with, const QByteArray& inZone) {
            start = with;
            zone = inZone;
            ++times;
        });
    }

    StartWith start = StartWith::SampleBuilding;
    QByteArray zone;
    int times = 0;
};

QPushButton* goOn(FirstRunView& view)
{
    return view.findChild<QPushButton*>();
}

} // namespace

class TestFirstRun final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void enterGoesOnWithTheSampleBuilding();
    void arrowsChooseAsInAGroupOfRadioButtons();
    void theCardsAreRadioButtonsToAReader();
    void onlyAZoneOfTheListIsTaken();
    void busyAndProblemAreSaid();
    void everythingHasAName();
    void theSmallestWindowHoldsIt();
};

void TestFirstRun::enterGoesOnWithTheSampleBuilding()
{
    FirstRunView view;
    view.show();
    const Chosen chosen(view);
    QTest::keyClick(view.findChild<StartChoice*>(), Qt::Key_Return);
    QCOMPARE(chosen.times, 1);
    QCOMPARE(chosen.start, StartWith::SampleBuilding);
    QCOMPARE(chosen.zone, QByteArray("UTC"));
}

void TestFirstRun::arrowsChooseAsInAGroupOfRadioButtons()
{
    FirstRunView view;
    view.show();
    const Chosen chosen(view);
    auto* choice = view.findChild<StartChoice*>();
    const QString forSample = goOn(view)->text();
    QTest::keyClick(choice, Qt::Key_Right);
    QCOMPARE(choice->choice(), StartWith::Empty);
    QVERIFY(goOn(view)->text() != forSample);
    QTest::keyClick(choice, Qt::Key_Left);
    QCOMPARE(choice->choice(), StartWith::SampleBuilding);
    QTest::keyClick(choice, Qt::Key_Right);
    QTest::keyClick(choice, Qt::Key_Return);
    QCOMPARE(chosen.times, 1);
    QCOMPARE(chosen.start, StartWith::Empty);
}

// A reader hears one choice of two, not two boxes that can both be ticked.
void TestFirstRun::theCardsAreRadioButtonsToAReader()
{
    FirstRunView view;
    view.show();
    QAccessibleInterface* cards = QAccessible::queryAccessibleInterface(view.findChild<StartChoice*>());
    QVERIFY(cards);
    QCOMPARE(cards->childCount(), 2);
    QCOMPARE(cards->child(1)->role(), QAccessible::RadioButton);
    QVERIFY(cards->child(0)->state().checked);
    cards->child(1)->actionInterface()->doAction(QAccessibleActionInterface::toggleAction());
    QVERIFY(!cards->child(0)->state().checked);
    QVERIFY(cards->child(1)->state().checked);
    QCOMPARE(view.findChild<StartChoice*>()->choice(), StartWith::Empty);
}

void TestFirstRun::onlyAZoneOfTheListIsTaken()
{
    FirstRunView view;
    view.show();
    const Chosen chosen(view);
    auto* zone = view.findChild<QComboBox*>();
    zone->setEditText(QStringLiteral("Europe/Bern"));
    QVERIFY(!goOn(view)->isEnabled());
    QVERIFY(!goOn(view)->toolTip().isEmpty());
    QTest::keyClick(view.findChild<StartChoice*>(), Qt::Key_Return);
    QCOMPARE(chosen.times, 0);
    zone->setEditText(QStringLiteral("Europe/Berlin"));
    goOn(view)->click();
    QCOMPARE(chosen.zone, QByteArray("Europe/Berlin"));
}

void TestFirstRun::busyAndProblemAreSaid()
{
    FirstRunView view;
    view.show();
    view.setBusy(QStringLiteral("The sample building is being loaded."));
    QVERIFY(!goOn(view)->isEnabled());
    QVERIFY(labelTexts(&view).contains(QStringLiteral("The sample building is being loaded.")));
    view.setProblem(QStringLiteral("The disk is full."));
    QVERIFY(goOn(view)->isEnabled());
    QVERIFY(labelTexts(&view).contains(QStringLiteral("The disk is full.")));
}

void TestFirstRun::everythingHasAName()
{
    FirstRunView view;
    view.resize(1024, 700);
    view.show();
    QCOMPARE(unnamedThings(&view), QStringList());
}

void TestFirstRun::theSmallestWindowHoldsIt()
{
    FirstRunView view;
    view.show();
    const QSize least = view.layout()->minimumSize();
    QVERIFY2(least.width() <= 1024, qPrintable(QString::number(least.width())));
    QVERIFY2(least.height() <= 700, qPrintable(QString::number(least.height())));
}

int main(int argc, char* argv[])
{
    QApplication application(argc, argv);
    ThemeSwitch look(application);
    TestFirstRun test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_firstrun.moc"
