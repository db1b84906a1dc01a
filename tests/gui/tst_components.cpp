// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#include "tests/support/accessibilitysweep.h"
#include "tests/support/presetprompt.h"
#include "ui/common/actionrow.h"
#include "ui/common/banner.h"
#include "ui/common/changesbar.h"
#include "ui/common/chipbar.h"
#include "ui/common/emptystate.h"
#include "ui/common/formfield.h"
#include "ui/common/label.h"
#include "ui/common/pagehead.h"
#include "ui/common/searchfield.h"
#include "ui/common/segmentedswitch.h"
#include "ui/common/statedelegate.h"
#include "ui/common/tableview.h"
#include "ui/common/toast.h"
#include "ui/common/wayline.h"
#include "ui/theme/consolestyle.h"
#include "ui/theme/icons.h"
#include "ui/theme/metrics.h"
#include "ui/theme/theme.h"
#include "ui/theme/themeswitch.h"

#include <QAccessible>
#include <QApplication>
#include <QCheckBox>
#include <QClipboard>
#include <QComboBox>
#include <QHeaderView>
#include <QLineEdit>
#include <QPushButton>
#include <QScrollBar>
#include <QSignalSpy>
#include <QSpinBox>
#include <QStandardItemModel>
#include <QTest>
#include <QToolButton>
#include <QVBoxLayout>
#include <QWheelEvent>

#include <memory>

using namespace reserve;

namespace {

QPushButton* buttonCalled(QWidget* inside, const QString& text)
{
    const QList<QPushButton*> buttons = inside->findChildren<QPushButton*>();
    for (QPushButton* button : buttons) {
        if (button->text() == text)
            return button;
    }
    return nullptr;
}

QList<Chip> someChips()
{
    return {{QStringLiteral("all"), QStringLiteral("All"), 14},
            {QStringLiteral("mapped"), QStringLiteral("Mapped"), 10},
            {QStringLiteral("case"), QStringLiteral("Differs only in case"), 1, Meaning::DiffersInCase}};
}

class LayoutRequests final : public QObject
{
public:
    int count = 0;

protected:
    bool eventFilter(QObject* watched, QEvent* event) override
    {
        count += event->type() == QEvent::LayoutRequest;
        return QObject::eventFilter(watched, event);
    }
};

} // namespace

class ComponentsTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void labelsShowTextAsText();
    void bannerSaysOneThing();
    void toastTakesBack();
    void chipsFilterByMouseAndKeyboard();
    void chipsWrapAndMirror();
    void switchFoldsIntoADropDown();
    void switchIsOneOfSeveral();
    void searchWaitsForAPause();
    void formFieldNamesItsField();
    void formFieldShowsFindings();
    void formFieldMarksChanges();
    void formFieldTurnsOffWithAReason();
    void wheelNeverChangesAnUnfocusedField();
    void changesBarCountsAndApplies();
    void emptyStateOffersTheWayOut();
    void formFieldLeavesTheFocusOfItsParts();
    void stationsAreNamed();
    void theWayCutsNoSentence();
    void columnsGiveWay();
    void columnsOfALaterCallGiveWayAfterwards();
    void aColumnIsAsWideAsItsTitle();
    void buttonsOfAPaneGiveWay();
    void tableCopiesItsRows();
    void headGivesWay();
    void headComesToRest();
    void stateCellsHaveIconAndWord();
    void presetPromptAnswers();
    void everythingHasAName();

private:
    std::unique_ptr<ThemeSwitch> m_switch;
};

void ComponentsTest::initTestCase()
{
    m_switch = std::make_unique<ThemeSwitch>(*qApp);
    m_switch->setAppearance(Appearance::Light);
}

void ComponentsTest::labelsShowTextAsText()
{
    Label label(QStringLiteral("<b>Board</b>"));
    QCOMPARE(label.textFormat(), Qt::PlainText);
    label.setMeaning(Meaning::Failed);
    label.show();
    QCOMPARE(label.palette().color(QPalette::WindowText), Theme::light().of(Meaning::Failed).ink);
    m_switch->setAppearance(Appearance::Dark);
    QTRY_COMPARE(label.palette().color(QPalette::WindowText), Theme::dark().of(Meaning::Failed).ink);
    m_switch->setAppearance(Appearance::Light);
    QTRY_COMPARE(label.palette().color(QPalette::WindowText), Theme::light().of(Meaning::Failed).ink);
}

void ComponentsTest::bannerSaysOneThing()
{
    QWidget window;
    auto* layout = new QVBoxLayout(&window);
    auto* banner = new Banner;
    layout->addWidget(banner);
    window.show();
    QVERIFY(banner->isHidden());
    banner->say(Meaning::Warning, QStringLiteral("Exchange has been away since 10:42."), QStringLiteral("Show"));
    QVERIFY(banner->isVisible());
    QCOMPARE(banner->accessibleName(), QStringLiteral("Exchange has been away since 10:42."));
    QSignalSpy asked(banner, &Banner::actionRequested);
    QTest::mouseClick(buttonCalled(banner, QStringLiteral("Show")), Qt::LeftButton);
    QCOMPARE(asked.count(), 1);
    const QImage image = banner->grab().toImage();
    QCOMPARE(image.pixelColor(2, image.height() / 2), Theme::current().of(Meaning::Warning).edge);
    QCOMPARE(image.pixelColor(image.width() / 2, 3), Theme::current().of(Meaning::Warning).wash);
    banner->clear();
    QVERIFY(banner->isHidden());
}

void ComponentsTest::toastTakesBack()
{
    QWidget window;
    window.resize(600, 400);
    auto* toast = new Toast(&window);
    window.show();
    QSignalSpy told(toast, &Toast::told);
    int undone = 0;
    toast->tell(QStringLiteral("Moved to CR9 Lyra."), [&undone] { ++undone; });
    QCOMPARE(told.count(), 1);
    QVERIFY(toast->isVisible());
    QVERIFY(window.rect().contains(toast->geometry()));
    QPushButton* undo = buttonCalled(toast, QStringLiteral("Undo"));
    QTest::mouseClick(undo, Qt::LeftButton);
    QCOMPARE(undone, 1);
    undo->click();
    QCOMPARE(undone, 1);
}

void ComponentsTest::chipsFilterByMouseAndKeyboard()
{
    ChipBar bar;
    bar.setAllKey(QStringLiteral("all"));
    bar.setChips(someChips());
    bar.resize(bar.sizeHint());
    bar.show();
    QVERIFY(QTest::qWaitForWindowActive(&bar));
    QSignalSpy chosen(&bar, &ChipBar::chosenChanged);
    QVERIFY(bar.item(0).checked);
    QCOMPARE(bar.item(2).name, QStringLiteral("Differs only in case, 1"));

    QTest::mouseClick(&bar, Qt::LeftButton, {}, bar.item(1).rect.center());
    QCOMPARE(bar.chosenKeys(), QStringList{QStringLiteral("mapped")});
    QVERIFY(!bar.item(0).checked);
    bar.setFocus();
    QTest::keyClick(&bar, Qt::Key_Right);
    QTest::keyClick(&bar, Qt::Key_Space);
    QCOMPARE(bar.chosenKeys(), (QStringList{QStringLiteral("mapped"), QStringLiteral("case")}));
    QTest::keyClick(&bar, Qt::Key_Home);
    QTest::keyClick(&bar, Qt::Key_Return);
    QVERIFY(bar.chosenKeys().isEmpty());
    QCOMPARE(chosen.count(), 3);

    bar.setCount(QStringLiteral("mapped"), 0);
    QCOMPARE(bar.item(1).name, QStringLiteral("Mapped, 0"));
}

void ComponentsTest::chipsWrapAndMirror()
{
    ChipBar bar;
    bar.setChips(someChips());
    bar.resize(bar.minimumSizeHint().width(), 200);
    bar.show();
    QVERIFY(bar.item(2).rect.top() > bar.item(0).rect.bottom());
    QVERIFY(bar.heightForWidth(bar.width()) > bar.heightForWidth(2000));
    ChipBar mirrored;
    mirrored.setLayoutDirection(Qt::RightToLeft);
    mirrored.setChips(someChips());
    mirrored.resize(600, 40);
    mirrored.show();
    QVERIFY(mirrored.item(0).rect.left() > mirrored.item(1).rect.right());
}

void ComponentsTest::switchFoldsIntoADropDown()
{
    SegmentedSwitch view(QStringLiteral("View"));
    view.addChoice(7, QStringLiteral("Day"));
    view.addChoice(8, QStringLiteral("Week"));
    view.addChoice(9, QStringLiteral("Month"));
    view.show();
    QVERIFY(QTest::qWaitForWindowActive(&view));
    QSignalSpy changed(&view, &SegmentedSwitch::changed);
    QCOMPARE(view.current(), 7);
    QTest::mouseClick(view.button(8), Qt::LeftButton);
    QCOMPARE(changed.takeFirst().at(0).toInt(), 8);
    view.button(8)->setFocus();
    QTest::keyClick(view.button(8), Qt::Key_Right);
    QCOMPARE(view.current(), 9);
    view.setFolded(true);
    auto* combo = view.findChild<QComboBox*>();
    QVERIFY(combo->isVisible());
    QCOMPARE(combo->currentText(), QStringLiteral("Month"));
    QCOMPARE(combo->accessibleName(), QStringLiteral("View"));
    QTest::keyClick(combo, Qt::Key_Up);
    QCOMPARE(view.current(), 8);
    view.setFolded(false);
    QVERIFY(view.button(8)->isChecked());
}

// What Qt takes for check boxes are choices of which one is on.
void ComponentsTest::switchIsOneOfSeveral()
{
    SegmentedSwitch toggle(QStringLiteral("View"));
    toggle.addChoice(1, QStringLiteral("Day"));
    toggle.addChoice(2, QStringLiteral("Week"));
    QAccessibleInterface* week = QAccessible::queryAccessibleInterface(toggle.button(2));
    QCOMPARE(week->role(), QAccessible::RadioButton);
    QCOMPARE(week->text(QAccessible::Name), QStringLiteral("Week"));
    QVERIFY(!week->state().checked);
    week->actionInterface()->doAction(QAccessibleActionInterface::pressAction());
    QCOMPARE(toggle.current(), 2);
    QVERIFY(week->state().checked);
}

void ComponentsTest::searchWaitsForAPause()
{
    SearchField field(QStringLiteral("Filter spaces"));
    field.show();
    QVERIFY(QTest::qWaitForWindowActive(&field));
    QSignalSpy searched(&field, &SearchField::searchChanged);
    QTest::keyClicks(&field, QStringLiteral("CR2"));
    QCOMPARE(searched.count(), 0);
    QTRY_COMPARE(searched.count(), 1);
    QCOMPARE(searched.takeFirst().at(0).toString(), QStringLiteral("CR2"));
    QTest::keyClicks(&field, QStringLiteral("5"));
    QTest::keyClick(&field, Qt::Key_Return);
    QCOMPARE(searched.takeFirst().at(0).toString(), QStringLiteral("CR25"));
    QTest::keyClick(&field, Qt::Key_Escape);
    QVERIFY(field.text().isEmpty());
    QCOMPARE(searched.takeFirst().at(0).toString(), QString());
}

void ComponentsTest::formFieldNamesItsField()
{
    auto* edit = new QLineEdit;
    FormField field(QStringLiteral("Default Reserve User Email"), edit);
    field.setHint(QStringLiteral("Requests from unknown people go to this person."));
    QCOMPARE(edit->accessibleName(), QStringLiteral("Default Reserve User Email"));
    QCOMPARE(edit->accessibleDescription(), QStringLiteral("Requests from unknown people go to this person."));
    auto* box = new QCheckBox(QStringLiteral("NTLM Authentication?"));
    FormField boxed(QStringLiteral("NTLM Authentication?"), box);
    QCOMPARE(box->accessibleName(), QStringLiteral("NTLM Authentication?"));
}

void ComponentsTest::formFieldShowsFindings()
{
    auto* edit = new QLineEdit;
    FormField field(QStringLiteral("Exchange Mailbox"), edit);
    field.show();
    field.setFinding(Meaning::Failed, QStringLiteral("The part after @ is missing."));
    QCOMPARE(edit->property("fieldState").toString(), QStringLiteral("failed"));
    QVERIFY(edit->accessibleDescription().contains(QStringLiteral("The part after @ is missing.")));
    field.setFinding(Meaning::Good, QStringLiteral("Front Desk, Control Number 100002, Active"));
    QVERIFY(edit->property("fieldState").toString().isEmpty());
    QCOMPARE(field.finding(), Meaning::Good);
    field.clearFinding();
    QVERIFY(edit->accessibleDescription().isEmpty());
}

void ComponentsTest::formFieldMarksChanges()
{
    auto* edit = new QLineEdit;
    FormField field(QStringLiteral("NTLM Domain"), edit);
    field.resize(300, 80);
    field.show();
    const QColor marker = Theme::current().of(Meaning::Tentative).edge;
    const auto markerColor = [&field] {
        const QImage image = field.grab().toImage();
        return image.pixelColor(1, image.height() / 2);
    };
    QVERIFY(markerColor() != marker);
    field.setChanged(true);
    QCOMPARE(markerColor(), marker);
    QVERIFY(edit->accessibleDescription().contains(QStringLiteral("changed")));
}

void ComponentsTest::formFieldTurnsOffWithAReason()
{
    auto* box = new QCheckBox(QStringLiteral("Create External Contact for Unknown Exchange User?"));
    FormField field(box->text(), box);
    field.setHint(QStringLiteral("A new person is made."));
    const QString reason = QStringLiteral("Works only while a Default Reserve User Email is set.");
    field.setOff(reason);
    QVERIFY(!box->isEnabled());
    QCOMPARE(box->toolTip(), reason);
    QCOMPARE(box->accessibleDescription(), reason);
    field.setOff({});
    QVERIFY(box->isEnabled());
    QCOMPARE(box->accessibleDescription(), QStringLiteral("A new person is made."));
}

void ComponentsTest::wheelNeverChangesAnUnfocusedField()
{
    QWidget window;
    auto* layout = new QVBoxLayout(&window);
    auto* other = new QLineEdit;
    auto* spin = new QSpinBox;
    spin->setValue(5);
    layout->addWidget(other);
    layout->addWidget(new FormField(QStringLiteral("Exchange Retry Duration"), spin));
    window.show();
    QVERIFY(QTest::qWaitForWindowActive(&window));
    other->setFocus();
    QWheelEvent wheel(QPointF(5, 5), spin->mapToGlobal(QPointF(5, 5)), {}, {0, 120}, Qt::NoButton, Qt::NoModifier,
                      Qt::NoScrollPhase, false);
    QApplication::sendEvent(spin, &wheel);
    QCOMPARE(spin->value(), 5);
    QVERIFY(!wheel.isAccepted());
    spin->setFocus();
    QApplication::sendEvent(spin, &wheel);
    QCOMPARE(spin->value(), 6);
}

void ComponentsTest::changesBarCountsAndApplies()
{
    QWidget window;
    auto* layout = new QVBoxLayout(&window);
    auto* bar = new ChangesBar;
    layout->addWidget(bar);
    window.show();
    QVERIFY(QTest::qWaitForWindowActive(&window));
    QSignalSpy applied(bar, &ChangesBar::applyRequested);
    QTest::keyClick(&window, Qt::Key_S, Qt::ControlModifier);
    QCOMPARE(applied.count(), 0);
    bar->setCount(1);
    QCOMPARE(bar->accessibleName(), QStringLiteral("1 change not applied"));
    bar->setCount(3);
    QCOMPARE(bar->accessibleName(), QStringLiteral("3 changes not applied"));
    QCOMPARE(bar->height(), px(design::changesBar));
    QTest::keyClick(&window, Qt::Key_S, Qt::ControlModifier);
    QTRY_COMPARE(applied.count(), 1); // a button shows itself pressed first
    bar->setBusy(true);
    QTest::keyClick(&window, Qt::Key_S, Qt::ControlModifier);
    QCOMPARE(applied.count(), 1);
    bar->setCount(0);
    QVERIFY(bar->isHidden());
}

void ComponentsTest::emptyStateOffersTheWayOut()
{
    EmptyState empty(EmptyState::Drawing::Messages);
    empty.setTexts(QStringLiteral("No message has arrived yet"),
                   QStringLiteral("The agent listens on 127.0.0.1:8025."));
    empty.setPrimary(QStringLiteral("Send a test meeting"), Icon::ActSend);
    empty.show();
    QSignalSpy primary(&empty, &EmptyState::primaryRequested);
    QTest::mouseClick(buttonCalled(&empty, QStringLiteral("Send a test meeting")), Qt::LeftButton);
    QCOMPARE(primary.count(), 1);
    QVERIFY(buttonCalled(&empty, QStringLiteral("Clear filter"))->isHidden());
    empty.setFilter(QStringLiteral("room:CR2 state:failed"));
    QSignalSpy cleared(&empty, &EmptyState::clearFilterRequested);
    QTest::mouseClick(buttonCalled(&empty, QStringLiteral("Clear filter")), Qt::LeftButton);
    QCOMPARE(cleared.count(), 1);
    QVERIFY(buttonCalled(&empty, QStringLiteral("Send a test meeting"))->isHidden());
}

void ComponentsTest::stationsAreNamed()
{
    QCOMPARE(WayLine::stationNames().size(), 9);
    for (const WayLine::Shape shape : {WayLine::Shape::Small, WayLine::Shape::Large, WayLine::Shape::Vertical}) {
        WayLine way(shape);
        QList<WayStation> stations;
        for (const QString& name : WayLine::stationNames())
            stations.append({name, WayStation::State::Done, QStringLiteral("10:43:17.131")});
        stations[7].state = WayStation::State::Waiting;
        way.setStations(stations);
        way.resize(way.sizeHint());
        way.show();
        QCOMPARE(way.item(7).name, QStringLiteral("Told to Exchange, waiting, 10:43:17.131"));
        QVERIFY(unnamedThings(&way).isEmpty());
        QVERIFY(!way.grab().isNull());
        for (int index = 1; index < way.itemCount(); ++index)
            QVERIFY(!way.item(index).rect.intersects(way.item(index - 1).rect));
    }
}

void ComponentsTest::formFieldLeavesTheFocusOfItsParts()
{
    auto* both = new QWidget;
    auto* edit = new QLineEdit(both);
    both->setFocusProxy(edit);
    const FormField field(QStringLiteral("Server address"), both);
    QCOMPARE(edit->focusPolicy(), Qt::StrongFocus);
}

void ComponentsTest::theWayCutsNoSentence()
{
    WayLine way(WayLine::Shape::Vertical);
    const QString why = QStringLiteral("No active person has this e-mail; its domain is not accepted. ").repeated(4);
    way.setStations({{QStringLiteral("Matched"), WayStation::State::Failed, QStringLiteral("10:43:17.131"), why}});
    const int width = 340;
    const QFontMetrics metrics(typeface(Type::Caption));
    const int least = metrics.boundingRect(QRect(0, 0, width, 10000), Qt::TextWordWrap, why).height();
    QVERIFY(way.heightForWidth(width) >= least);
}

void ComponentsTest::columnsGiveWay()
{
    QStandardItemModel model(1, 4);
    TableView table(QStringLiteral("Approvals"), design::monitorRow);
    table.setModel(&model);
    table.setColumnCharacters({10, 24, 0, 12});
    table.setYieldingColumns({1}, 10, 20);
    table.resize(1200, 100);
    table.show();
    const int whole = table.columnWidth(1);
    const int fixed = table.columnWidth(0) + table.columnWidth(3);
    table.resize(fixed + whole + table.fontMetrics().averageCharWidth() * 15, 100);
    QVERIFY(table.columnWidth(1) < whole);
    QVERIFY(table.columnWidth(2) >= table.fontMetrics().averageCharWidth() * 20);
    QCOMPARE(table.horizontalScrollBar()->maximum(), 0);
    table.resize(1200, 100);
    QCOMPARE(table.columnWidth(1), whole);
    // What was set by hand stays.
    table.horizontalHeader()->resizeSection(1, whole + 5);
    table.resize(fixed + whole, 100);
    QCOMPARE(table.columnWidth(1), whole + 5);
}

void ComponentsTest::columnsOfALaterCallGiveWayAfterwards()
{
    QStandardItemModel model(1, 4);
    TableView table(QStringLiteral("Messages"), design::monitorRow);
    table.setModel(&model);
    table.setColumnCharacters({10, 24, 0, 24});
    table.setYieldingColumns({1}, 10, 20);
    table.setYieldingColumns({3}, 10, 20);
    table.resize(1200, 100);
    table.show();
    const int whole = table.columnWidth(1);
    QCOMPARE(table.columnWidth(3), whole);
    const int character = QFontMetrics(typeface(Type::Body)).averageCharWidth();
    const int all = table.columnWidth(0) + 2 * whole + table.widthFor(20, false);
    table.resize(all - 5 * character, 100);
    QCOMPARE(table.columnWidth(1), whole - 5 * character);
    QCOMPARE(table.columnWidth(3), whole);
    table.resize(all - 20 * character, 100);
    QCOMPARE(table.columnWidth(1), table.widthFor(10, false));
    QCOMPARE(table.columnWidth(3), whole - 6 * character);
    table.resize(1200, 100);
    QCOMPARE(table.columnWidth(1), whole);
    QCOMPARE(table.columnWidth(3), whole);
}

void ComponentsTest::aColumnIsAsWideAsItsTitle()
{
    QStandardItemModel model(1, 2);
    const QString title = QStringLiteral("A long title for a short number");
    model.setHorizontalHeaderLabels({title, QStringLiteral("Why")});
    TableView table(QStringLiteral("Outbox"), design::monitorRow);
    table.setModel(&model);
    table.setColumnCharacters({4, 0});
    table.resize(1200, 100);
    table.show();
    const int width = QFontMetrics(typeface(Type::CaptionStrong)).horizontalAdvance(title);
    QVERIFY(table.columnWidth(0) > width + px(design::firstCellPadding) + px(design::cellTrailing));
}

void ComponentsTest::buttonsOfAPaneGiveWay()
{
    QWidget window; // one of its own would not be made narrower than its buttons
    window.resize(900, 60);
    ActionRow row(&window);
    auto* primary = new QPushButton(icon(Icon::ActRetry), QStringLiteral("Try now"));
    setLook(primary, Look::Primary);
    auto* calendar = new QPushButton(icon(Icon::PageCalendar), QStringLiteral("Show in calendar"));
    auto* replay = new QPushButton(icon(Icon::ActHistory), QStringLiteral("Replay"));
    for (QPushButton* button : {primary, calendar, replay})
        row.addButton(button);
    row.resize(800, 40);
    window.show();
    QCOMPARE(replay->text(), QStringLiteral("Replay"));
    QCOMPARE(row.minimumSizeHint().width(), 0);
    row.resize(primary->sizeHint().width() + replay->sizeHint().width() + 60, 40);
    QCOMPARE(replay->text(), QString());
    QCOMPARE(primary->text(), QStringLiteral("Try now"));
    QCOMPARE(replay->accessibleName(), QStringLiteral("Replay"));
    QCOMPARE(replay->toolTip(), QStringLiteral("Replay"));
    row.resize(800, 40);
    QTRY_COMPARE(replay->text(), QStringLiteral("Replay"));
    QCOMPARE(calendar->text(), QStringLiteral("Show in calendar"));
}

void ComponentsTest::tableCopiesItsRows()
{
    QStandardItemModel model(3, 2);
    for (int row = 0; row < 3; ++row) {
        for (int column = 0; column < 2; ++column)
            model.setItem(row, column, new QStandardItem(QStringLiteral("%1.%2").arg(row).arg(column)));
    }
    TableView table(QStringLiteral("Spaces"), design::spaceRow);
    table.setModel(&model);
    table.show();
    QCOMPARE(table.rowHeight(0), px(design::spaceRow));
    table.selectRow(1);
    QTest::keyClick(&table, Qt::Key_C, Qt::ControlModifier);
    QCOMPARE(QApplication::clipboard()->text(), QStringLiteral("1.0\t1.1"));
}

void ComponentsTest::headGivesWay()
{
    QWidget window;
    auto* layout = new QVBoxLayout(&window);
    layout->setContentsMargins({});
    PageHead& head = *new PageHead(QStringLiteral("Calendar"));
    layout->addWidget(&head);
    auto* view = new SegmentedSwitch(QStringLiteral("View"));
    int id = 0;
    for (const char* name : {"Day", "Work week", "Week", "Month", "Agenda", "Timeline"})
        view->addChoice(id++, QLatin1String(name));
    head.addControl(view);
    auto* history = new QPushButton(icon(Icon::ActHistory), QStringLiteral("History"));
    auto* test = new QPushButton(icon(Icon::ThingPlug), QStringLiteral("Test connection"));
    auto* reserve = new QPushButton(icon(Icon::ActAdd), QStringLiteral("New reservation"));
    setLook(reserve, Look::Primary);
    for (QPushButton* button : {history, test, reserve})
        head.addAction(button);
    window.resize(1400, head.height());
    window.show();
    QVERIFY(!view->isFolded());
    QCOMPARE(history->text(), QStringLiteral("History"));

    window.resize(620, head.height());
    QTRY_VERIFY(view->isFolded());
    QVERIFY(history->text().isEmpty());
    QCOMPARE(history->accessibleName(), QStringLiteral("History"));
    QCOMPARE(history->toolTip(), QStringLiteral("History"));
    QCOMPARE(reserve->text(), QStringLiteral("New reservation"));

    window.resize(440, head.height());
    QTRY_VERIFY(test->isHidden());
    QVERIFY(!reserve->isHidden());
    QVERIFY(head.findChild<QToolButton*>(QString(), Qt::FindDirectChildrenOnly)->isVisible());

    window.resize(1400, head.height());
    QTRY_VERIFY(!view->isFolded());
    QCOMPARE(test->text(), QStringLiteral("Test connection"));
    QVERIFY(test->isVisible());
}

// A head that does not fit folds once: it must not ask for a new layout because of its own folding.
void ComponentsTest::headComesToRest()
{
    PageHead head(QStringLiteral("Calendar"));
    auto* toggle = new SegmentedSwitch(QStringLiteral("View"));
    for (int choice = 0; choice < 4; ++choice)
        toggle->addChoice(choice, QStringLiteral("A rather long choice %1").arg(choice));
    head.addControl(toggle);
    for (const char* name : {"Print everything", "Export everything", "Find a room"})
        head.addAction(new QPushButton(icon(Icon::ActExport), QString::fromLatin1(name)));
    LayoutRequests requests;
    head.installEventFilter(&requests);
    for (const int width : {320, 500, 640, 2000}) {
        head.resize(width, head.height());
        head.show();
        // Folding settles within a few rounds.
        for (int round = 0; round < 20; ++round)
            QCoreApplication::processEvents();
        requests.count = 0;
        for (int round = 0; round < 20; ++round)
            QCoreApplication::processEvents();
        QCOMPARE(requests.count, 0);
    }
}

void ComponentsTest::stateCellsHaveIconAndWord()
{
    QStandardItemModel model(2, 1);
    TableView table(QStringLiteral("Messages"), design::monitorRow);
    table.setModel(&model);
    table.setItemDelegate(new StateDelegate(
        [](const QModelIndex& index) {
            return index.row() == 0 ? StateCell{Meaning::Declined} : StateCell{{}, QStringLiteral("Not told")};
        },
        &table));
    table.resize(300, 120);
    const QImage image = table.viewport()->grab().toImage();
    const QColor ink = Theme::current().of(Meaning::Declined).ink;
    int inked = 0;
    for (int y = 0; y < table.rowHeight(0); ++y) {
        for (int x = 0; x < image.width(); ++x)
            inked += image.pixelColor(x, y).rgb() == ink.rgb();
    }
    QVERIFY(inked > 20);
    QVERIFY(table.itemDelegate()->sizeHint({}, model.index(0, 0)).width() > px(design::smallIcon));
}

void ComponentsTest::presetPromptAnswers()
{
    PresetPrompt prompt;
    prompt.answerNext(true);
    prompt.chooseNext(QStringLiteral("/tmp/people.csv"));
    QList<bool> answers;
    QStringList paths;
    for (int turn = 0; turn < 2; ++turn) {
        prompt.ask(nullptr, {QStringLiteral("Retire?")}, [&answers](bool act) { answers << act; });
        prompt.openFile(nullptr, {QStringLiteral("Import")}, [&paths](const QString& path) { paths << path; });
    }
    QCOMPARE(answers, (QList<bool>{true, false}));
    QCOMPARE(paths, (QStringList{QStringLiteral("/tmp/people.csv"), QString()}));
    QCOMPARE(prompt.asked().first().title, QStringLiteral("Retire?"));
}

void ComponentsTest::everythingHasAName()
{
    QWidget window;
    auto* layout = new QVBoxLayout(&window);
    auto* chips = new ChipBar;
    chips->setChips(someChips());
    layout->addWidget(chips);
    layout->addWidget(new SearchField(QStringLiteral("Filter spaces")));
    layout->addWidget(new FormField(QStringLiteral("NTLM Domain"), new QLineEdit));
    auto* bar = new ChangesBar;
    bar->setCount(2);
    layout->addWidget(bar);
    auto* nameless = new QLineEdit;
    layout->addWidget(nameless);
    window.show();
    QCOMPARE(unnamedThings(&window).size(), 1); // the sweep itself sees what has no name
    delete nameless;
    QCOMPARE(unnamedThings(&window), QStringList());
    QVERIFY(accessibleNames(&window).contains(QStringLiteral("Mapped, 10")));

    QAccessibleInterface* face = QAccessible::queryAccessibleInterface(chips);
    QCOMPARE(face->childCount(), 3);
    QAccessibleInterface* second = face->child(1);
    QCOMPARE(second->role(), QAccessible::CheckBox);
    QVERIFY(!second->state().checked);
    second->actionInterface()->doAction(QAccessibleActionInterface::toggleAction());
    QVERIFY(second->state().checked);
    QCOMPARE(face->indexOfChild(second), 1);
    QVERIFY(second->rect().isValid());
}

QTEST_MAIN(ComponentsTest)
#include "tst_components.moc"
