// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#include "models/items/occupancywindow.h"
#include "tests/gui/calendarscene.h"
#include "tests/support/accessibilitysweep.h"
#include "tests/support/temporarystore.h"
#include "ui/calendar/calendarpage.h"
#include "ui/calendar/calendartexts.h"
#include "ui/calendar/choicepanel.h"
#include "ui/calendar/monthpicker.h"
#include "ui/calendar/reservationpopup.h"
#include "ui/calendar/statelegend.h"
#include "ui/calendar/timelineview.h"
#include "ui/calendar/weekview.h"
#include "ui/theme/theme.h"
#include "ui/theme/themeswitch.h"

#include <QAccessible>
#include <QApplication>
#include <QLabel>
#include <QLineEdit>
#include <QLocale>
#include <QMenu>
#include <QPushButton>
#include <QRegularExpression>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTest>

#include <algorithm>
#include <memory>

using namespace reserve;
using namespace reserve::test;

namespace {

QStringList namesBelow(QWidget* widget)
{
    QStringList names;
    QAccessibleInterface* table = QAccessible::queryAccessibleInterface(widget);
    for (int index = 0; index < table->childCount(); ++index)
        names.append(table->child(index)->text(QAccessible::Name));
    return names;
}

} // namespace

class tst_CalendarPage final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanup();

    void showsTheWeekOfASpace();
    void showsTheWeekOfAPerson();
    void aPersonTwiceAtOnceIsSaid();
    void aReservationIsShownOnItsDay();
    void declinedSaysWhyInAWord();
    void waitingForApprovalIsSaid();
    void manyRefusedAreOneStackThatOffersEach();
    void theCellsRingStrikesNoText();
    void theOldTimeOfAWaitingMoveIsShown();
    void whatBeginsTogetherIsReachedByKey();
    void showsOneDayOfAllSpaces();
    void blocksOfADayNeverOverlap();
    void aRequestAppearsWithoutAClick();
    void switchesViewsByKey();
    void movesByCell();
    void movesByReservation();
    void pagesAndGoesToToday();
    void enterOpensThePopup();
    void popupFollowsItsReservation();
    void aPrivateReservationTellsNothing();
    void theTreeHasNamesOfCellsAndReservations();
    void theTreeHoldsOnlyWhatIsOnScreen();
    void theTreeFollowsWhatIsScrolled();
    void everyControlHasAName();
    void filterNarrowsTheTimeline();
    void theFilterSaysWhatItFilters();
    void narrowWindowFoldsTheSide();
    void mirrored();
    void withoutSpaces();
    void clocksGoBack();
    void clocksGoForward();
    void darkAndLightDiffer();

private:
    CalendarView* view() const;
    QList<ReservationId> refuseTwo();
    template<typename T>
    T* part() const
    {
        return m_page->findChild<T*>();
    }
    void key(Qt::Key key, Qt::KeyboardModifiers modifiers = Qt::NoModifier) { QTest::keyClick(view(), key, modifiers); }

    std::unique_ptr<ThemeSwitch> m_themes;
    std::unique_ptr<TemporaryStore> m_store;
    std::unique_ptr<CalendarPage> m_page;
    CalendarScene m_scene;
};

void tst_CalendarPage::initTestCase()
{
    QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedKingdom));
    m_themes = std::make_unique<ThemeSwitch>(*qApp);
    m_themes->setAppearance(Appearance::Light);
}

void tst_CalendarPage::init()
{
    m_store = std::make_unique<TemporaryStore>();
    m_store->clock().set(at(sceneNow));
    m_scene = setCalendarScene(m_store->store());
    m_page = std::make_unique<CalendarPage>(m_store->store());
    m_page->resize(1244, 872);
    m_page->show();
    QVERIFY(QTest::qWaitForWindowExposed(m_page.get()));
    m_page->showSpace(m_scene.space("CR2 Aurora"));
    QTRY_COMPARE(part<WeekView>()->reservationCount(), 22);
    m_page->activate();
}

void tst_CalendarPage::cleanup()
{
    m_page.reset();
    m_store.reset();
    QApplication::setLayoutDirection(Qt::LeftToRight);
}

CalendarView* tst_CalendarPage::view() const
{
    const auto views = m_page->findChildren<CalendarView*>();
    const auto shown = std::find_if(views.cbegin(), views.cend(), [](CalendarView* one) { return one->isVisible(); });
    return shown == views.cend() ? nullptr : *shown;
}

void tst_CalendarPage::showsTheWeekOfASpace()
{
    auto* week = part<WeekView>();
    QCOMPARE(week->columnCount(), 7);
    QCOMPARE(week->rangeTitle(), QStringLiteral("16 – 22 November 2026"));
    const QRect review = week->reservationRect(m_scene.reservation("Product review"));
    const QRect standup = week->reservationRect(m_scene.reservation("Morning stand-up"));
    QVERIFY(!review.isEmpty());
    QCOMPARE(review.left(), standup.left());
    QVERIFY(review.top() > standup.bottom());
    QCOMPARE(week->reservationAt(review.center()), m_scene.reservation("Product review"));
    // All-day ones stand above the days.
    const QRect service = week->reservationRect(m_scene.reservation("Projector service"));
    QVERIFY(service.bottom() < standup.top());
}

void tst_CalendarPage::showsTheWeekOfAPerson()
{
    m_page->showPerson(m_scene.people.value(QStringLiteral("Okafor")));
    // Three in CR2, one of them a double booking, and seven elsewhere on Wednesday.
    QTRY_COMPARE(view()->reservationCount(), 10);
    const QStringList names = namesBelow(view());
    QVERIFY(names.filter(QStringLiteral("Works council, Accepted")).size() == 1);
    QVERIFY(names.filter(QStringLiteral("CR8 Atlas")).size() >= 1);
}

void tst_CalendarPage::aPersonTwiceAtOnceIsSaid()
{
    const PersonId person = m_store->addPerson(777, QStringLiteral("busy@mycompany.com"));
    const auto book = [&](const char* space, const QString& uid) {
        Reservation one = reservationOf(m_scene.space(space), "2026-11-19T19:00:00Z", "2026-11-19T20:00:00Z", uid);
        one.personId = person;
        m_store->write([one](WriteUnit& unit) { return unit.reservations().insert(one); });
    };
    book("CR2 Aurora", QStringLiteral("one"));
    m_page->showPerson(person);
    QTRY_COMPARE(view()->reservationCount(), 1);
    book("CR1 Borealis", QStringLiteral("one"));
    QTRY_COMPARE(view()->reservationCount(), 2);
    QCOMPARE(part<WeekView>()->mostAtOnce(3), 1); // one meeting in two rooms
    book("CR3 Zenith", QStringLiteral("another"));
    QTRY_COMPARE(view()->reservationCount(), 3);
    QCOMPARE(part<WeekView>()->mostAtOnce(3), 2);
}

// The day is that of the view's zone: this one begins on the 1st in UTC and on the 2nd in Berlin.
void tst_CalendarPage::aReservationIsShownOnItsDay()
{
    Reservation late = reservationOf(m_scene.space("CR3 Zenith"), "2026-12-01T23:30:00Z", "2026-12-02T00:30:00Z",
                                     QStringLiteral("late"));
    const ReservationId id = m_store->write([late](WriteUnit& unit) { return unit.reservations().insert(late); });
    m_page->showReservation(id);
    QTRY_COMPARE(view()->selection(), id);
    QCOMPARE(view()->date(), QDate(2026, 12, 2));
    QVERIFY(view()->accessibleName().contains(QStringLiteral("CR3 Zenith")));
    QVERIFY(!view()->reservationRect(id).isEmpty());

    // A page that is just being opened knows the zone only later.
    CalendarPage fresh(m_store->store());
    fresh.resize(1244, 872);
    fresh.showReservation(id);
    fresh.show();
    auto* week = fresh.findChild<WeekView*>();
    QTRY_COMPARE(week->selection(), id);
    QCOMPARE(week->date(), QDate(2026, 12, 2));
}

void tst_CalendarPage::declinedSaysWhyInAWord()
{
    Reservation refused = reservationOf(m_scene.space("CR2 Aurora"), "2026-11-17T16:00:00Z", "2026-11-17T16:30:00Z",
                                        QStringLiteral("refused"));
    refused.status = ReservationStatus::Declined;
    refused.exclusive = false;
    refused.reason = {"decision.conflict",
                      {{QStringLiteral("space"), QStringLiteral("CR2 Aurora")},
                       {QStringLiteral("start"), QStringLiteral("2026-11-17T15:00:00Z")},
                       {QStringLiteral("end"), QStringLiteral("2026-11-17T16:15:00Z")}}};
    const ReservationId id = m_store->write([refused](WriteUnit& unit) { return unit.reservations().insert(refused); });
    auto* window = m_page->findChild<OccupancyWindow*>();
    QTRY_VERIFY(window->find(id));
    const CalendarTexts texts(*window, window->siteZone());
    QCOMPARE(texts.remark(*window->find(id)), QStringLiteral("Busy until 17:15"));
    QVERIFY(texts.explanation(*window->find(id)).contains(QStringLiteral("CR2 Aurora is taken")));
}

// It goes to Exchange once it is decided: "Only here" would say that it never does.
void tst_CalendarPage::waitingForApprovalIsSaid()
{
    Reservation asked = reservationOf(m_scene.space("CR2 Aurora"), "2026-11-17T16:00:00Z", "2026-11-17T16:30:00Z",
                                      QStringLiteral("asked"));
    asked.status = ReservationStatus::Pending;
    asked.exchangeState = ExchangeState::OnlyHere;
    auto* legend = part<StateLegend>();
    QVERIFY(!legend->accessibleName().contains(QStringLiteral("Waiting for approval")));
    const ReservationId id = m_store->write([asked](WriteUnit& unit) { return unit.reservations().insert(asked); });
    auto* window = m_page->findChild<OccupancyWindow*>();
    QTRY_VERIFY(window->find(id));
    const CalendarTexts texts(*window, window->siteZone());
    const Reservation& shown = *window->find(id);
    QCOMPARE(texts.remark(shown), QStringLiteral("Waiting for approval"));
    QCOMPARE(texts.exchangeWord(shown), QString());
    QVERIFY(texts.accessibleName(shown).endsWith(QStringLiteral("Waiting for approval")));
    QCOMPARE(texts.block(shown).answer, Meaning::Pending);
    QCOMPARE(texts.block(shown).exchange, std::nullopt);
    QTRY_VERIFY(legend->accessibleName().contains(QStringLiteral("Waiting for approval")));
}

// Two requests for the time of Product review that were declined.
QList<ReservationId> tst_CalendarPage::refuseTwo()
{
    const ReservationId model = m_scene.reservation("Product review");
    return m_store->write([model](WriteUnit& unit) -> Result<QList<ReservationId>> {
        QList<ReservationId> made;
        for (const QString& subject : {QStringLiteral("Salt & pepper"), QStringLiteral("Late idea")}) {
            Reservation refused = **unit.reservations().find(model);
            refused.id = {};
            refused.traceId = {};
            refused.uid = subject;
            refused.subject = subject;
            refused.status = ReservationStatus::Declined;
            refused.time.start += Minutes(15 * made.size());
            const auto id = unit.reservations().insert(refused);
            if (!id)
                return failure(id.error());
            made.append(*id);
        }
        return made;
    });
}

void tst_CalendarPage::manyRefusedAreOneStackThatOffersEach()
{
    const QList<ReservationId> refused = refuseTwo();
    auto* week = part<WeekView>();
    QTRY_COMPARE(week->reservationCount(), 24);
    const QRect held = week->reservationRect(m_scene.reservation("Product review"));
    const QRect marker = week->reservationRect(refused.first());
    QVERIFY(held.width() > 2 * marker.width());
    QCOMPARE(week->stackAt(marker.center()), refused);
    QVERIFY(week->stackAt(held.center()).isEmpty());
    // A click asks which; each of them is in the tree and reached by key.
    QTest::mouseClick(week->viewport(), Qt::LeftButton, {}, marker.center());
    auto* menu = week->findChild<QMenu*>();
    QVERIFY(menu && menu->isVisible());
    QCOMPARE(menu->actions().size(), 2);
    QVERIFY(menu->actions().first()->text().contains(QStringLiteral("Salt && pepper")));
    menu->actions().last()->trigger();
    QTRY_VERIFY(part<ReservationPopup>()->isVisible());
    QCOMPARE(part<ReservationPopup>()->reservation(), refused.last());
    menu->close();
    part<ReservationPopup>()->hide();
    view()->select(m_scene.reservation("Product review"));
    key(Qt::Key_Down, Qt::ControlModifier);
    QCOMPARE(view()->selection(), refused.first());
    key(Qt::Key_Down, Qt::ControlModifier);
    QCOMPARE(view()->selection(), refused.last());
    QCOMPARE(namesBelow(week).filter(QStringLiteral("Declined")).size(), 3);
}

void tst_CalendarPage::theCellsRingStrikesNoText()
{
    auto* week = part<WeekView>();
    const QRect block = week->reservationRect(m_scene.reservation("Product review"));
    week->setFocus();
    const CalendarCell below{20, 2}; // 10:00, in the middle of it
    week->setCurrentCell(below);
    const QRect cell = week->cellRect(below);
    QVERIFY(block.top() < cell.top() && block.bottom() > cell.bottom());
    const QImage shown = week->viewport()->grab().toImage();
    const QColor focus = Theme::current().focus;
    const QRect covered = block.intersected(cell);
    int struck = 0;
    int seen = 0;
    for (int y = cell.top(); y <= cell.bottom(); ++y) {
        for (int x = cell.left(); x <= cell.right(); ++x) {
            if (shown.pixelColor(x, y) == focus)
                ++(covered.contains(x, y) ? struck : seen);
        }
    }
    QCOMPARE(struck, 0);
    QVERIFY(seen > 2 * cell.height()); // both sides of it
}

void tst_CalendarPage::theOldTimeOfAWaitingMoveIsShown()
{
    const ReservationId id = m_scene.reservation("Product review");
    const TimeRange old = m_page->findChild<OccupancyWindow*>()->find(id)->time;
    moveWaiting(m_store->store(), id, {at("2026-12-02T08:30:00Z"), at("2026-12-02T10:30:00Z")});
    const auto kept = [this] { return view()->keptPlaces(view()->viewport()->rect()); };
    QTRY_COMPARE(kept().size(), 1);
    const QRect place = kept().first().rect;
    QCOMPARE(kept().first().kept.time, old);
    // A reader meets it in its cells, and no drag and no new reservation begins on it.
    const auto cell = view()->cellAt(place.center());
    QVERIFY(cell);
    QVERIFY2(view()->cellName(*cell).endsWith(QStringLiteral("held until the move is decided: Product review")),
             qPrintable(view()->cellName(*cell)));
    QSignalSpy wanted(view(), &CalendarView::reserveWanted);
    QTest::mouseClick(view()->viewport(), Qt::LeftButton, Qt::NoModifier, place.center());
    QTest::mouseDClick(view()->viewport(), Qt::LeftButton, Qt::NoModifier, place.center());
    QCOMPARE(wanted.count(), 0);
    auto* popup = part<ReservationPopup>();
    QTRY_VERIFY(popup->isVisible());
    QCOMPARE(popup->reservation(), id);
    const QList<QLabel*> labels = popup->findChildren<QLabel*>();
    QVERIFY(std::any_of(labels.begin(), labels.end(), [](const QLabel* label) {
        return label->text().contains(QStringLiteral("is held until the move is decided"));
    }));
    popup->hide();
    // By key.
    view()->setCurrentCell(*cell);
    key(Qt::Key_Return);
    QTRY_VERIFY(popup->isVisible());
    QCOMPARE(wanted.count(), 0);
    popup->hide();
    m_page->showView(ViewKind::Timeline);
    QTRY_COMPARE(kept().size(), 1);
    m_store->write([id](WriteUnit& unit) -> Result<void> {
        auto found = unit.reservations().find(id);
        (*found)->status = ReservationStatus::Declined;
        return unit.reservations().update(**found);
    });
    QTRY_VERIFY(kept().isEmpty());
}

void tst_CalendarPage::whatBeginsTogetherIsReachedByKey()
{
    const Reservation held = reservationOf(m_scene.space("CR5 Halo"), "2026-12-01T09:00:00Z", "2026-12-01T10:00:00Z",
                                           QStringLiteral("held"));
    Reservation refused = held;
    refused.uid = QStringLiteral("refused");
    refused.status = ReservationStatus::Declined;
    refused.exclusive = false;
    QList<ReservationId> ids;
    for (const Reservation& one : {held, refused})
        ids.append(m_store->write([one](WriteUnit& unit) { return unit.reservations().insert(one); }));
    m_page->showReservation(ids.first());
    QTRY_COMPARE(view()->selection(), ids.first());
    QTRY_VERIFY(m_page->findChild<OccupancyWindow*>()->find(ids.last())); // one may be shown before the other is read
    key(Qt::Key_Down, Qt::ControlModifier);
    QCOMPARE(view()->selection(), ids.last());
    key(Qt::Key_Up, Qt::ControlModifier);
    QCOMPARE(view()->selection(), ids.first());
}

void tst_CalendarPage::showsOneDayOfAllSpaces()
{
    m_page->showView(ViewKind::Timeline);
    auto* timeline = part<TimelineView>();
    QVERIFY(timeline->isVisible());
    QCOMPARE(timeline->rowCount(), 14);
    QTRY_COMPARE(timeline->reservationCount(), 37);
    QTRY_COMPARE(timeline->rangeTitle(), QStringLiteral("Wed 18 November 2026"));
    // The spaces in the order of their buildings, their numbers counted as numbers.
    QCOMPARE(timeline->rowName(0), QStringLiteral("CR1 Borealis"));
    QVERIFY(timeline->rowName(9).startsWith(QStringLiteral("CR")));
}

void tst_CalendarPage::blocksOfADayNeverOverlap()
{
    auto* week = part<WeekView>();
    QList<QRect> blocks;
    for (const ReservationId id : week->visibleReservations())
        blocks.append(week->reservationRect(id));
    for (qsizetype a = 0; a < blocks.size(); ++a) {
        for (qsizetype b = a + 1; b < blocks.size(); ++b)
            QVERIFY(!blocks.at(a).intersects(blocks.at(b)));
    }
    // The double booking stands side by side.
    const QRect lunch = week->reservationRect(m_scene.reservation("Board lunch"));
    const QRect direct = week->reservationRect(m_scene.reservation("Direct entry"));
    QVERIFY(lunch.right() < direct.left());
    QCOMPARE(lunch.bottom(), direct.bottom());
}

void tst_CalendarPage::aRequestAppearsWithoutAClick()
{
    Reservation request = reservationOf(m_scene.space("CR2 Aurora"), "2026-11-17T16:00:00Z", "2026-11-17T16:30:00Z",
                                        QStringLiteral("just arrived"));
    const ReservationId id = m_store->write([request](WriteUnit& unit) { return unit.reservations().insert(request); });
    QTRY_VERIFY(!view()->reservationRect(id).isEmpty());
    QCOMPARE(view()->reservationCount(), 23);
}

void tst_CalendarPage::switchesViewsByKey()
{
    key(Qt::Key_D);
    QCOMPARE(view()->columnCount(), 1);
    key(Qt::Key_K);
    QCOMPARE(view()->columnCount(), 5);
    key(Qt::Key_W);
    QCOMPARE(view()->columnCount(), 7);
    key(Qt::Key_L);
    QVERIFY(qobject_cast<TimelineView*>(view()));
    QTRY_VERIFY(view()->hasFocus());
    // Back to the space on which the keyboard stood.
    QCOMPARE(part<TimelineView>()->currentSpace(), m_scene.space("CR2 Aurora"));
    key(Qt::Key_Down);
    key(Qt::Key_W);
    QVERIFY(view()->accessibleName().contains(QStringLiteral("CR3 Zenith")));
}

void tst_CalendarPage::movesByCell()
{
    view()->setCurrentCell({20, 2});
    key(Qt::Key_Down);
    QCOMPARE(view()->currentCell(), (CalendarCell{21, 2}));
    key(Qt::Key_Right);
    QCOMPARE(view()->currentCell(), (CalendarCell{21, 3}));
    QCOMPARE(view()->date(), QDate(2026, 11, 19));
    key(Qt::Key_Home);
    QCOMPARE(view()->currentCell().row, 0);
    key(Qt::Key_End);
    QCOMPARE(view()->currentCell().row, 47);
    // Beyond the last day the next week begins.
    view()->setCurrentCell({20, 6});
    key(Qt::Key_Right);
    QCOMPARE(view()->date(), QDate(2026, 11, 23));
    QCOMPARE(view()->currentCell(), (CalendarCell{20, 0}));
}

void tst_CalendarPage::movesByReservation()
{
    view()->select(m_scene.reservation("Morning stand-up"));
    key(Qt::Key_Down, Qt::ControlModifier);
    QCOMPARE(view()->selection(), m_scene.reservation("Product review"));
    key(Qt::Key_Down, Qt::ControlModifier);
    QCOMPARE(view()->selection(), m_scene.reservation("Purchasing board"));
    key(Qt::Key_Up, Qt::ControlModifier);
    QCOMPARE(view()->selection(), m_scene.reservation("Product review"));
    key(Qt::Key_Right, Qt::ControlModifier);
    QCOMPARE(view()->selection(), m_scene.reservation("Facilities team"));
    // The all-day strip is reached from the first one of its day.
    view()->select(m_scene.reservation("Outside pitch"));
    key(Qt::Key_Up, Qt::ControlModifier);
    QCOMPARE(view()->selection(), m_scene.reservation("Projector service"));
    key(Qt::Key_Down, Qt::ControlModifier);
    QCOMPARE(view()->selection(), m_scene.reservation("Outside pitch"));
}

void tst_CalendarPage::pagesAndGoesToToday()
{
    key(Qt::Key_PageDown);
    QCOMPARE(view()->rangeTitle(), QStringLiteral("23 – 29 November 2026"));
    key(Qt::Key_PageUp);
    key(Qt::Key_PageUp);
    QCOMPARE(view()->rangeTitle(), QStringLiteral("9 – 15 November 2026"));
    key(Qt::Key_T);
    QCOMPARE(view()->date(), QDate(2026, 11, 18));
    key(Qt::Key_G);
    QTRY_VERIFY(part<MonthPicker>()->hasFocus());
    QTest::keyClick(part<MonthPicker>(), Qt::Key_Down);
    QTest::keyClick(part<MonthPicker>(), Qt::Key_Return);
    QCOMPARE(view()->date(), QDate(2026, 11, 25));
    QTRY_VERIFY(view()->hasFocus());
}

void tst_CalendarPage::enterOpensThePopup()
{
    auto* popup = part<ReservationPopup>();
    view()->select(m_scene.reservation("Product review"));
    key(Qt::Key_Return);
    QTRY_VERIFY(popup->isVisible());
    QCOMPARE(popup->reservation(), m_scene.reservation("Product review"));
    const QList<QLabel*> labels = popup->findChildren<QLabel*>();
    QVERIFY(std::any_of(labels.begin(), labels.end(),
                        [](const QLabel* label) { return label->text().contains(QStringLiteral("Elena Markova")); }));
    QVERIFY(m_page->rect().contains(popup->geometry()));
    // Its message is shown by the page Monitor.
    QSignalSpy wanted(m_page.get(), &CalendarPage::traceWanted);
    QPushButton* message = popup->findChild<QPushButton*>();
    QVERIFY(message->isVisible());
    message->click();
    QCOMPARE(wanted.count(), 1);
    QVERIFY(!popup->isVisible());
    key(Qt::Key_Return);
    QTRY_VERIFY(popup->isVisible());
    // Tab goes round in it; nothing behind it is reached before it is closed.
    QWidget* const first = QApplication::focusWidget();
    QVERIFY(first && popup->isAncestorOf(first));
    int stops = 0;
    do {
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab);
        QVERIFY(popup->isAncestorOf(QApplication::focusWidget()));
        ++stops;
    } while (QApplication::focusWidget() != first && stops < 20);
    QVERIFY(stops > 2 && stops < 20);
    QTest::keyClick(first, Qt::Key_Backtab);
    QVERIFY(popup->isAncestorOf(QApplication::focusWidget()) && QApplication::focusWidget() != first);
    QTest::keyClick(popup, Qt::Key_Escape);
    QVERIFY(!popup->isVisible());
    QTRY_VERIFY(view()->hasFocus());
}

void tst_CalendarPage::popupFollowsItsReservation()
{
    auto* popup = part<ReservationPopup>();
    const ReservationId id = m_scene.reservation("Purchasing board");
    view()->open(id);
    QTRY_VERIFY(popup->isVisible());
    m_store->write([id](WriteUnit& unit) -> Result<void> {
        auto found = unit.reservations().find(id);
        (*found)->subject = QStringLiteral("Purchasing, moved");
        return unit.reservations().update(**found);
    });
    QTRY_COMPARE(popup->accessibleName(), QStringLiteral("Purchasing, moved"));
}

void tst_CalendarPage::aPrivateReservationTellsNothing()
{
    const ReservationId id = m_scene.reservation("Plan 2027");
    m_store->write([id](WriteUnit& unit) -> Result<void> {
        auto found = unit.reservations().find(id);
        (*found)->isPrivate = true;
        return unit.reservations().update(**found);
    });
    QTRY_VERIFY(view()->reservationName(id).contains(QStringLiteral("Private")));
    QVERIFY(!view()->reservationName(id).contains(QStringLiteral("Plan 2027")));
    auto* popup = part<ReservationPopup>();
    view()->open(id);
    QTRY_VERIFY(popup->isVisible());
    for (const QString& name : accessibleNames(popup)) {
        QVERIFY(!name.contains(QStringLiteral("Plan 2027")));
        QVERIFY(!name.contains(QStringLiteral("Castellan"), Qt::CaseInsensitive));
    }
}

void tst_CalendarPage::theTreeHasNamesOfCellsAndReservations()
{
    QAccessibleInterface* table = QAccessible::queryAccessibleInterface(view());
    QCOMPARE(table->role(), QAccessible::Table);
    const QStringList names = namesBelow(view());
    QVERIFY(names.contains(QStringLiteral("CR2 Aurora, Wednesday 18 November 2026, 09:30 to 11:30, Europe/Berlin, "
                                          "Product review, Accepted, In Exchange")));
    QVERIFY(names.contains(QStringLiteral("CR2 Aurora, Wednesday 18 November 2026, 12:00 to 12:30, free")));
    QVERIFY(names.contains(QStringLiteral("CR2 Aurora, Friday 20 November 2026, all day, Europe/Berlin, "
                                          "Projector service, Accepted, In Exchange")));
    QCOMPARE(table->tableInterface()->rowCount(), 48);
    QCOMPARE(table->tableInterface()->columnCount(), 7);
    QCOMPARE(table->tableInterface()->cellAt(24, 2)->text(QAccessible::Name),
             QStringLiteral("CR2 Aurora, Wednesday 18 November 2026, 12:00 to 12:30, free"));
    // A reservation opens through the tree as by a click.
    const int index = int(names.indexOf(QRegularExpression(QStringLiteral(".*Incident review, Accepted.*"))));
    QAccessibleInterface* incident = table->child(index);
    QCOMPARE(table->indexOfChild(incident), index);
    QVERIFY(incident->rect().isValid());
    incident->actionInterface()->doAction(QAccessibleActionInterface::pressAction());
    QTRY_VERIFY(part<ReservationPopup>()->isVisible());
}

void tst_CalendarPage::theTreeHoldsOnlyWhatIsOnScreen()
{
    fillWithSpaces(m_store->store(), 200, 20);
    m_page->showView(ViewKind::Timeline);
    QTRY_COMPARE(view()->rowCount(), 214);
    QTRY_COMPARE(view()->reservationCount(), 4037);
    const QStringList names = namesBelow(view());
    QVERIFY(names.size() < 1500);
    view()->setCurrentCell({100, 20});
    const QString focused = QAccessible::queryAccessibleInterface(view())->focusChild()->text(QAccessible::Name);
    view()->verticalScrollBar()->setValue(0);
    QVERIFY(namesBelow(view()).contains(focused)); // the focused one stays in the tree
}

// What the tree remembers between two questions ends with the first scroll, before anything is painted.
void tst_CalendarPage::theTreeFollowsWhatIsScrolled()
{
    QAccessibleInterface* table = QAccessible::queryAccessibleInterface(view());
    view()->verticalScrollBar()->setValue(view()->verticalScrollBar()->maximum());
    const QStringList below = namesBelow(view());
    view()->verticalScrollBar()->setValue(0);
    const QStringList above = namesBelow(view());
    QVERIFY(above != below);
    QVERIFY(above.contains(view()->cellName({0, 0})));
    QVERIFY(!below.contains(view()->cellName({0, 0})));
    for (int index = 0; index < table->childCount(); ++index)
        QCOMPARE(table->indexOfChild(table->child(index)), index);
}

void tst_CalendarPage::everyControlHasAName()
{
    QCOMPARE(unnamedThings(m_page.get()), QStringList());
    QCOMPARE(mutedLabels(m_page.get()), QStringList());
    m_page->showView(ViewKind::Timeline);
    QCOMPARE(unnamedThings(m_page.get()), QStringList());
}

void tst_CalendarPage::filterNarrowsTheTimeline()
{
    m_page->showView(ViewKind::Timeline);
    auto* field = qobject_cast<QLineEdit*>(m_page->filterField());
    field->setFocus();
    QTest::keyClicks(field, QStringLiteral("north"));
    QTest::keyClick(field, Qt::Key_Return);
    QTRY_COMPARE(view()->rowCount(), 6);
    QVERIFY(m_page->escape());
    QCOMPARE(view()->rowCount(), 14);
}

void tst_CalendarPage::theFilterSaysWhatItFilters()
{
    auto* field = qobject_cast<QLineEdit*>(m_page->filterField());
    QCOMPARE(field->accessibleName(), QStringLiteral("Filter spaces"));
    field->setFocus();
    QTest::keyClicks(field, QStringLiteral("nowhere"));
    QTest::keyClick(field, Qt::Key_Return);
    QTRY_VERIFY(labelTexts(m_page.get()).contains(QStringLiteral("No space fits this filter.")));
    QVERIFY(m_page->escape());
    QTRY_VERIFY(!labelTexts(m_page.get()).contains(QStringLiteral("No space fits this filter.")));
    part<ChoicePanel>()->showChosen(m_scene.people.value(QStringLiteral("Castellan")));
    QCOMPARE(field->accessibleName(), QStringLiteral("Filter people"));
}

void tst_CalendarPage::narrowWindowFoldsTheSide()
{
    QVERIFY(part<MonthPicker>()->isVisible());
    m_page->resize(960, 672);
    QTRY_VERIFY(!part<MonthPicker>()->isVisible());
    QTRY_VERIFY(view()->width() > 880);
    key(Qt::Key_G);
    QTRY_VERIFY(part<MonthPicker>()->isVisible());
    QTest::keyClick(part<MonthPicker>(), Qt::Key_Escape);
}

void tst_CalendarPage::mirrored()
{
    auto* week = part<WeekView>();
    const QRect monday = week->reservationRect(m_scene.reservation("Week planning"));
    QApplication::setLayoutDirection(Qt::RightToLeft);
    QTRY_VERIFY(week->reservationRect(m_scene.reservation("Week planning")).left() > monday.right());
    const QRect review = week->reservationRect(m_scene.reservation("Product review"));
    QVERIFY(week->reservationRect(m_scene.reservation("Facilities team")).right() < review.left());
    QCOMPARE(week->reservationAt(review.center()), m_scene.reservation("Product review"));
    week->setCurrentCell({20, 2});
    key(Qt::Key_Left);
    QCOMPARE(week->currentCell(), (CalendarCell{20, 3}));
}

void tst_CalendarPage::withoutSpaces()
{
    TemporaryStore empty;
    CalendarPage page(empty.store());
    page.resize(1244, 872);
    page.show();
    QSignalSpy wanted(&page, &CalendarPage::spacesWanted);
    QPushButton* add = nullptr;
    QTRY_VERIFY([&] {
        for (QPushButton* button : page.findChildren<QPushButton*>()) {
            if (button->isVisible() && button->text() == QLatin1String("Add spaces"))
                add = button;
        }
        return add != nullptr;
    }());
    add->click();
    QCOMPARE(wanted.count(), 1);
    empty.addSpace(QStringLiteral("CR1"), QStringLiteral("CR1@reserve.mycompany.com"));
    QTRY_VERIFY(page.findChild<WeekView*>()->isVisible());
}

void tst_CalendarPage::clocksGoBack()
{
    m_page->showDate(QDate(2026, 10, 25));
    QCOMPARE(view()->rowCount(), 50);
    const QStringList sunday{view()->cellName({4, 6}), view()->cellName({6, 6})};
    QVERIFY(sunday.at(0).contains(QStringLiteral("02:00 to 02:30, free")));
    QVERIFY(sunday.at(1).contains(QStringLiteral("02:00 again to 02:30 again, free")));
    QVERIFY(view()->cellName({5, 6}).contains(QStringLiteral("02:30 to 02:00 again")));
    QVERIFY(view()->cellName({8, 6}).contains(QStringLiteral("03:00 to 03:30")));
    // The other days of that week have the hour once.
    QVERIFY(view()->cellName({5, 0}).contains(QStringLiteral("02:30 to 03:00, free")));
    QVERIFY(view()->cellName({6, 0}).endsWith(QStringLiteral("not on this day, the clocks change")));
}

void tst_CalendarPage::clocksGoForward()
{
    m_page->showDate(QDate(2027, 3, 28));
    QCOMPARE(view()->rowCount(), 48);
    QVERIFY(view()->cellName({4, 6}).endsWith(QStringLiteral("02:00 to 02:30, not on this day, the clocks change")));
    QVERIFY(view()->cellName({6, 6}).contains(QStringLiteral("03:00 to 03:30, free")));
    QVERIFY(view()->cellName({4, 0}).contains(QStringLiteral("02:00 to 02:30, free")));
}

void tst_CalendarPage::darkAndLightDiffer()
{
    const QColor light = m_page->findChild<WeekView*>()->grab().toImage().pixelColor(20, 20);
    m_themes->setAppearance(Appearance::Dark);
    QTRY_VERIFY(Theme::current().isDark());
    const QColor dark = m_page->findChild<WeekView*>()->grab().toImage().pixelColor(20, 20);
    m_themes->setAppearance(Appearance::Light);
    QCOMPARE(light, Theme::light().surface);
    QCOMPARE(dark, Theme::dark().surface);
}

QTEST_MAIN(tst_CalendarPage)
#include "tst_calendarpage.moc"
