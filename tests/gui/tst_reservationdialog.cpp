// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#include "models/items/bookingdesk.h"
#include "models/items/occupancywindow.h"
#include "models/items/personchoicemodel.h"
#include "tests/gui/calendarscene.h"
#include "tests/support/accessibilitysweep.h"
#include "tests/support/temporarystore.h"
#include "ui/calendar/calendarpage.h"
#include "ui/calendar/calendartexts.h"
#include "ui/calendar/edgescroll.h"
#include "ui/calendar/personpicker.h"
#include "ui/calendar/reservationdialog.h"
#include "ui/calendar/reservationform.h"
#include "ui/calendar/reservationpopup.h"
#include "ui/calendar/scopequestion.h"
#include "ui/calendar/timelineview.h"
#include "ui/calendar/weekview.h"
#include "ui/common/banner.h"
#include "ui/common/findingmark.h"
#include "ui/common/toast.h"
#include "ui/theme/theme.h"
#include "ui/theme/themeswitch.h"

#include <QAbstractItemView>
#include <QApplication>
#include <QComboBox>
#include <QCompleter>
#include <QLabel>
#include <QLineEdit>
#include <QLocale>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTest>

#include <algorithm>
#include <memory>

using namespace reserve;
using namespace reserve::test;

// Reservations made, moved and cancelled in the calendar, by mouse and by key, in a real window over a real
// store.
class tst_ReservationDialog final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanup();

    void reservesFromTheKeyboard();
    void ofTwoOfOneNameTheMarkedOneIsChosen();
    void whoIsChosenFromTheListStaysInTheField();
    void R_TIMEZONE_isSetByAButton();
    void R_NO_DOUBLE_offersWhatIsFree();
    void whatIsFreeOnAnotherDayNamesTheDay();
    void whatWouldComeOfItIsHeard();
    void C3_somebodyElseWasFaster();
    void editsFromThePopup();
    void cancelsAfterAsking();
    void whatCameByMailSaysWhoseItIs();
    void dragMovesAndUndoReturns();
    void dragByTheEndMakesItLonger();
    void escapeReturnsWhatIsDragged();
    void heldAtTheEdgeTheWeekScrolls();
    void heldAtTheEdgeTheTimelineScrolls();
    void dropOnTakenTimeOffersWhatIsFree();
    void drawsAStretchOfFreeTime();
    void movesByKey();
    void movesBetweenSpacesInTheTimeline();
    void seriesAsksForWhichDates();
    void undoOfASeriesSaysWhatIsTaken();
    void everyControlHasAName();
    void worksInTheDark();

private:
    template<typename T>
    T* part() const
    {
        return m_page->findChild<T*>();
    }
    WeekView* week() const { return part<WeekView>(); }
    ReservationDialog* dialog() const { return part<ReservationDialog>(); }
    static QPushButton* button(QWidget* in, const QString& text)
    {
        const auto all = in->findChildren<QPushButton*>();
        const auto found = std::find_if(all.begin(), all.end(), [&text](QPushButton* one) {
            return one->isVisible() && (one->text() == text || one->accessibleName() == text);
        });
        return found == all.end() ? nullptr : *found;
    }
    static bool says(QWidget* in, const QString& words)
    {
        const auto all = in->findChildren<QLabel*>();
        return std::any_of(all.begin(), all.end(),
                           [&words](QLabel* one) { return one->isVisible() && one->text().contains(words); });
    }
    void giveZone(const char* lastName);
    Person person(const char* lastName);
    ReservationId book(const char* from, const char* to, const QByteArray& rule = {}, const char* space = "CR2 Aurora");
    std::optional<Reservation> stored(ReservationId id);
    int standing(const QString& subject);
    QPoint pointOf(const char* instant) const;
    void dragFrom(CalendarView* view, QPoint from, QPoint to, bool releases = true);
    ReservationDialog* openNewAt(const char* instant);
    void chooseFor(ReservationDialog* dialog, const char* lastName, const QString& subject);

    std::unique_ptr<ThemeSwitch> m_themes;
    std::unique_ptr<TemporaryStore> m_store;
    std::unique_ptr<CalendarPage> m_page;
    CalendarScene m_scene;
};

void tst_ReservationDialog::initTestCase()
{
    QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedKingdom));
    m_themes = std::make_unique<ThemeSwitch>(*qApp);
    m_themes->setAppearance(Appearance::Light);
}

void tst_ReservationDialog::init()
{
    m_store = std::make_unique<TemporaryStore>();
    m_store->clock().set(at(sceneNow));
    m_scene = setCalendarScene(m_store->store());
    giveZone("Castellan");
    m_page = std::make_unique<CalendarPage>(m_store->store());
    m_page->resize(1244, 872);
    m_page->show();
    QVERIFY(QTest::qWaitForWindowExposed(m_page.get()));
    m_page->showSpace(m_scene.space("CR2 Aurora"));
    QTRY_COMPARE(week()->reservationCount(), 22);
    m_page->activate();
}

void tst_ReservationDialog::cleanup()
{
    m_page.reset();
    m_store.reset();
}

Person tst_ReservationDialog::person(const char* lastName)
{
    const PersonId id = m_scene.people.value(QString::fromLatin1(lastName));
    return m_store->read([id](const ReadUnit& unit) { return unit.people().find(id); }).value();
}

void tst_ReservationDialog::giveZone(const char* lastName)
{
    Person one = person(lastName);
    one.timeZone = "Europe/Berlin";
    m_store->write([one](WriteUnit& unit) { return unit.people().save(one, QStringLiteral("test")); });
}

// By the same desk, as another window would; on the page as soon as it is stored.
ReservationId tst_ReservationDialog::book(const char* from, const char* to, const QByteArray& rule, const char* space)
{
    BookingDesk desk(m_store->store());
    ConsoleBooking booking;
    booking.spaceId = m_scene.space(space);
    booking.personId = m_scene.people.value(QStringLiteral("Castellan"));
    booking.subject = QStringLiteral("Handover");
    booking.time = {at(from), at(to)};
    booking.rule = rule;
    const auto done = desk.carryOut(booking).result();
    return done ? done->answer.reservation : ReservationId();
}

std::optional<Reservation> tst_ReservationDialog::stored(ReservationId id)
{
    return m_store->read([id](const ReadUnit& unit) { return unit.reservations().find(id); });
}

int tst_ReservationDialog::standing(const QString& subject)
{
    ReservationFilter filter;
    filter.text = subject;
    filter.onlyHolding = true;
    return m_store->read([filter](const ReadUnit& unit) { return unit.reservations().count(filter); });
}

// Where an instant of this week stands in the week's grid: the middle of its day's column.
QPoint tst_ReservationDialog::pointOf(const char* instant) const
{
    const QTimeZone berlin("Europe/Berlin");
    const QDateTime wall = toDateTime(at(instant)).toTimeZone(berlin);
    const int column = int(QDate(2026, 11, 16).daysTo(wall.date()));
    const int minutes = wall.time().hour() * 60 + wall.time().minute();
    const QRect cell = week()->cellRect({minutes / 30, column});
    return {cell.center().x(), cell.top() + cell.height() * (minutes % 30) / 30};
}

void tst_ReservationDialog::dragFrom(CalendarView* view, QPoint from, QPoint to, bool releases)
{
    QWidget* area = view->viewport();
    QTest::mousePress(area, Qt::LeftButton, {}, from);
    const QPoint middle = (from + to) / 2;
    for (const QPoint& point : {from + QPoint(2, 12), middle, to}) {
        QMouseEvent move(QEvent::MouseMove, point, area->mapToGlobal(point), Qt::NoButton, Qt::LeftButton,
                         Qt::NoModifier);
        QApplication::sendEvent(area, &move);
    }
    if (releases)
        QTest::mouseRelease(area, Qt::LeftButton, {}, to);
}

ReservationDialog* tst_ReservationDialog::openNewAt(const char* instant)
{
    QTest::mouseClick(week()->viewport(), Qt::LeftButton, {}, pointOf(instant) + QPoint(0, 4));
    QTest::keyClick(week(), Qt::Key_N);
    // A list of people found opens only below a field that has the focus.
    const bool opened
        = QTest::qWaitFor([this] { return dialog() && dialog()->isVisible() && dialog()->isActiveWindow(); });
    return opened ? dialog() : nullptr;
}

void tst_ReservationDialog::chooseFor(ReservationDialog* open, const char* lastName, const QString& subject)
{
    open->form()->personField()->setPerson(person(lastName));
    const auto edits = open->form()->findChildren<QLineEdit*>();
    const auto field = std::find_if(edits.begin(), edits.end(),
                                    [](QLineEdit* one) { return one->accessibleName() == QLatin1String("Subject"); });
    QVERIFY(field != edits.end());
    QTest::keyClicks(*field, subject);
}

void tst_ReservationDialog::ofTwoOfOneNameTheMarkedOneIsChosen()
{
    const auto add = [this](qint64 number, PersonStatus status) {
        Person person;
        person.controlNumber = ControlNumber::fromNumber(number);
        person.firstName = QStringLiteral("Kim");
        person.lastName = QStringLiteral("Twice");
        person.email = QStringLiteral("kim.%1@northgate.example").arg(number);
        person.status = status;
        QVERIFY(
            m_store->write([person](WriteUnit& unit) { return unit.people().save(person, QStringLiteral("test")); }));
    };
    add(200001, PersonStatus::Active);
    add(200002, PersonStatus::Active);
    add(200003, PersonStatus::Retired); // R-RETIRED: is not offered
    ReservationDialog* open = openNewAt("2026-11-18T11:00:00Z");
    QVERIFY(open);
    auto* field = open->form()->personField();
    QTest::keyClicks(field, QStringLiteral("twice"));
    QAbstractItemView* list = field->completer()->popup();
    QTRY_VERIFY(list->isVisible() && list->model()->rowCount() == 2);
    QTest::keyClick(list, Qt::Key_Return); // nobody is marked yet
    QVERIFY(!field->person());
    QTest::keyClick(list, Qt::Key_Down);
    QTest::keyClick(list, Qt::Key_Down);
    const QString marked = list->currentIndex().data(PersonChoiceModel::EmailRole).toString();
    QTest::keyClick(list, Qt::Key_Return);
    QVERIFY(field->person());
    QCOMPARE(field->person()->email, marked);
    QCOMPARE(field->text(), field->person()->displayName());
    QVERIFY(!list->isVisible());
}

void tst_ReservationDialog::reservesFromTheKeyboard()
{
    ReservationDialog* open = openNewAt("2026-11-18T11:00:00Z"); // noon in Berlin, free until one
    QVERIFY(open);
    QTest::keyClicks(open->form()->personField(), QStringLiteral("castellan"));
    // Chooses as soon as the store has found somebody.
    QVERIFY(QTest::qWaitFor([open] {
        if (!open->form()->personField()->person())
            QTest::keyClick(open->form()->personField(), Qt::Key_Return);
        return open->form()->personField()->person().has_value();
    }));
    QCOMPARE(open->form()->personField()->person()->lastName, QStringLiteral("Castellan"));
    QVERIFY(open->isVisible());
    chooseFor(open, "Castellan", QStringLiteral("Handover"));
    QTRY_VERIFY(says(open, QStringLiteral("CR2 Aurora is free")));
    QTest::mouseClick(button(open, QStringLiteral("Reserve")), Qt::LeftButton);
    QTRY_COMPARE(standing(QStringLiteral("Handover")), 1);
    QTRY_COMPARE(week()->reservationCount(), 23);
    QTRY_VERIFY(!dialog());
    QTRY_VERIFY(part<Toast>()->sentence().startsWith(QStringLiteral("Reserved: CR2 Aurora")));
    m_page->activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(m_page.get()));
    week()->setFocus();
    QTest::keyClick(week(), Qt::Key_Z, Qt::ControlModifier);
    QTRY_COMPARE(standing(QStringLiteral("Handover")), 0);
}

void tst_ReservationDialog::whoIsChosenFromTheListStaysInTheField()
{
    ReservationDialog* open = openNewAt("2026-11-18T11:00:00Z");
    QVERIFY(open);
    PersonPicker* field = open->form()->personField();
    QTest::keyClicks(field, QStringLiteral("castellan"));
    QAbstractItemView* list = field->completer()->popup();
    QTRY_VERIFY(list->isVisible() && list->model()->rowCount() == 1); // no more those of the first letters
    QTest::keyClick(list, Qt::Key_Down);
    QTest::keyClick(list, Qt::Key_Return);
    QTRY_VERIFY(field->person());
    QCOMPARE(field->text(), QStringLiteral("Mira Castellan"));
    QTRY_VERIFY(!list->isVisible());
    QVERIFY(open->isVisible());
}

void tst_ReservationDialog::R_TIMEZONE_isSetByAButton()
{
    ReservationDialog* open = openNewAt("2026-11-18T11:00:00Z");
    QVERIFY(open);
    chooseFor(open, "Holm", QStringLiteral("Handover"));
    QTRY_VERIFY(says(open, QStringLiteral("Jonas Holm (Control Number 100244) has no time zone")));
    QPushButton* remedy = nullptr;
    QTRY_VERIFY((remedy = button(open, QStringLiteral("Set Europe/Berlin in the profile"))));
    QTest::mouseClick(remedy, Qt::LeftButton);
    QTRY_VERIFY(says(open, QStringLiteral("is free")));
    QCOMPARE(person("Holm").timeZone, QByteArray("Europe/Berlin"));
    QTest::mouseClick(button(open, QStringLiteral("Reserve")), Qt::LeftButton);
    QTRY_COMPARE(standing(QStringLiteral("Handover")), 1);
}

void tst_ReservationDialog::R_NO_DOUBLE_offersWhatIsFree()
{
    ReservationDialog* open = openNewAt("2026-11-18T11:00:00Z");
    QVERIFY(open);
    chooseFor(open, "Castellan", QStringLiteral("Handover"));
    open->form()->takeAlternative(m_scene.space("CR2 Aurora"),
                                  {at("2026-11-18T12:00:00Z"), at("2026-11-18T13:00:00Z")});
    QTRY_VERIFY(says(open, QStringLiteral("CR2 Aurora is taken by okafor@mycompany.com")));
    const auto offers = [open] {
        QList<QPushButton*> found;
        for (QPushButton* one : open->findChildren<QPushButton*>()) {
            if (one->isVisible() && one->accessibleName().contains(QStringLiteral("is free:")))
                found.append(one);
        }
        return found;
    };
    QTRY_VERIFY(!offers().isEmpty());
    QTest::mouseClick(offers().first(), Qt::LeftButton);
    QTRY_VERIFY(says(open, QStringLiteral("is free: ")));
    QTRY_VERIFY(!says(open, QStringLiteral("taken")));
    QTest::mouseClick(button(open, QStringLiteral("Reserve")), Qt::LeftButton);
    QTRY_COMPARE(standing(QStringLiteral("Handover")), 1);
}

void tst_ReservationDialog::whatIsFreeOnAnotherDayNamesTheDay()
{
    const CalendarTexts texts(*part<OccupancyWindow>(), QTimeZone("Europe/Berlin"));
    const TimeRange time{at("2026-11-18T09:30:00Z"), at("2026-11-18T10:30:00Z")};
    QCOMPARE(texts.spanBeside(time, QDate(2026, 11, 18)), QStringLiteral("10:30 – 11:30"));
    QCOMPARE(texts.spanBeside(time, QDate(2026, 11, 17)), QStringLiteral("Wed 18 Nov, 10:30 – 11:30"));
}

void tst_ReservationDialog::whatWouldComeOfItIsHeard()
{
    ReservationDialog* open = openNewAt("2026-11-18T11:00:00Z");
    QVERIFY(open);
    QTRY_VERIFY(labelTexts(open).contains(QStringLiteral("Choose for whom it is.")));
    const auto marks = [open] {
        QList<Meaning> shown;
        for (const FindingMark* mark : open->findChildren<FindingMark*>()) {
            if (mark->isVisible())
                shown.append(mark->meaning());
        }
        return shown;
    };
    QCOMPARE(marks(), QList<Meaning>{Meaning::Information});
    chooseFor(open, "Castellan", QStringLiteral("Handover"));
    open->form()->takeAlternative(m_scene.space("CR2 Aurora"),
                                  {at("2026-11-18T12:00:00Z"), at("2026-11-18T13:00:00Z")});
    QTRY_VERIFY(labelTexts(open).join(u'\n').contains(QStringLiteral("CR2 Aurora is taken by")));
    QCOMPARE(marks(), QList<Meaning>{Meaning::Failed});
}

void tst_ReservationDialog::C3_somebodyElseWasFaster()
{
    ReservationDialog* open = openNewAt("2026-11-18T11:00:00Z");
    QVERIFY(open);
    chooseFor(open, "Castellan", QStringLiteral("My own"));
    QTRY_VERIFY(says(open, QStringLiteral("is free")));
    QVERIFY(book("2026-11-18T11:00:00Z", "2026-11-18T12:00:00Z"));
    QTest::mouseClick(button(open, QStringLiteral("Reserve")), Qt::LeftButton);
    QTRY_VERIFY(says(open, QStringLiteral("Somebody else was faster")));
    QVERIFY(open->isVisible());
    QCOMPARE(open->form()->booking().subject, QStringLiteral("My own"));
    QCOMPARE(standing(QStringLiteral("My own")), 0);
}

void tst_ReservationDialog::editsFromThePopup()
{
    const ReservationId id = book("2026-11-18T11:00:00Z", "2026-11-18T12:00:00Z");
    QTRY_COMPARE(week()->reservationCount(), 23);
    week()->open(id);
    auto* popup = part<ReservationPopup>();
    QTRY_VERIFY(popup->isVisible());
    QTest::mouseClick(button(popup, QStringLiteral("Change")), Qt::LeftButton);
    QTRY_VERIFY(dialog() && dialog()->isVisible());
    QVERIFY(!dialog()->wish());
    chooseFor(dialog(), "Castellan", QStringLiteral(" of keys"));
    QTRY_VERIFY(dialog()->wish());
    QTest::mouseClick(button(dialog(), QStringLiteral("Save")), Qt::LeftButton);
    QTRY_COMPARE(stored(id)->subject, QStringLiteral("Handover of keys"));
    QCOMPARE(stored(id)->time.start, at("2026-11-18T11:00:00Z"));
}

void tst_ReservationDialog::cancelsAfterAsking()
{
    const ReservationId id = book("2026-11-18T11:00:00Z", "2026-11-18T12:00:00Z");
    QTRY_COMPARE(week()->reservationCount(), 23);
    week()->select(id);
    QTest::keyClick(week(), Qt::Key_Delete);
    QTRY_VERIFY(part<ScopeQuestion>());
    ScopeQuestion* question = part<ScopeQuestion>();
    QTRY_VERIFY(question->isVisible());
    QVERIFY(!button(question, QStringLiteral("Cancel the whole series")));
    QTest::keyClick(question, Qt::Key_Escape);
    QTRY_VERIFY(!part<ScopeQuestion>());
    QVERIFY(holdsSlot(stored(id)->status));
    QTest::keyClick(week(), Qt::Key_Delete);
    QTRY_VERIFY(part<ScopeQuestion>() && part<ScopeQuestion>()->isVisible());
    QTest::keyClicks(part<ScopeQuestion>()->findChild<QLineEdit*>(), QStringLiteral("Fire drill"));
    QTest::mouseClick(button(part<ScopeQuestion>(), QStringLiteral("Cancel the reservation")), Qt::LeftButton);
    QTRY_COMPARE(stored(id)->status, ReservationStatus::Cancelled);
    QCOMPARE(stored(id)->reason.arguments.value(QStringLiteral("why")), QStringLiteral("Fire drill"));
}

void tst_ReservationDialog::whatCameByMailSaysWhoseItIs()
{
    const ReservationId mailed = m_scene.reservation("Incident review");
    week()->open(mailed);
    auto* popup = part<ReservationPopup>();
    QTRY_VERIFY(popup->isVisible());
    QVERIFY(says(popup, QStringLiteral("belongs to its organizer")));
    QVERIFY(!button(popup, QStringLiteral("Change")));
    QVERIFY(button(popup, QStringLiteral("Cancel it")));
    popup->hide();
    const TimeRange before = stored(mailed)->time;
    const QPoint from = week()->reservationRect(mailed).center();
    dragFrom(week(), from, from + QPoint(0, 66), false);
    QVERIFY(week()->isDragging());
    QTest::mouseRelease(week()->viewport(), Qt::LeftButton, {}, from + QPoint(0, 66));
    QTRY_VERIFY(part<Banner>()->sentence().contains(QStringLiteral("booked by mail")));
    QTRY_VERIFY(!week()->isDragging());
    QCOMPARE(stored(mailed)->time, before);
}

void tst_ReservationDialog::dragMovesAndUndoReturns()
{
    const ReservationId later = book("2026-11-21T07:00:00Z", "2026-11-21T07:45:00Z");
    QTRY_COMPARE(week()->reservationCount(), 23);
    const QPoint from = week()->reservationRect(later).center();
    const int hour = week()->cellRect({2, 0}).top() - week()->cellRect({0, 0}).top();
    dragFrom(week(), from, from + QPoint(0, hour / 2));
    QTRY_COMPARE(stored(later)->time.start, at("2026-11-21T07:30:00Z"));
    QCOMPARE(stored(later)->time.end, at("2026-11-21T08:15:00Z"));
    QTRY_VERIFY(!week()->isDragging());
    QTest::keyClick(week(), Qt::Key_Z, Qt::ControlModifier);
    QTRY_COMPARE(stored(later)->time.start, at("2026-11-21T07:00:00Z"));
    QTRY_VERIFY(part<Toast>()->sentence().startsWith(QStringLiteral("Undone")));
    QTest::keyClick(week(), Qt::Key_Z, Qt::ControlModifier | Qt::ShiftModifier);
    QTRY_COMPARE(stored(later)->time.start, at("2026-11-21T07:30:00Z"));
}

void tst_ReservationDialog::dragByTheEndMakesItLonger()
{
    const ReservationId id = book("2026-11-21T06:30:00Z", "2026-11-21T07:15:00Z");
    QTRY_COMPARE(week()->reservationCount(), 23);
    week()->select(id);
    const QRect block = week()->reservationRect(id);
    const int hour = week()->cellRect({2, 0}).top() - week()->cellRect({0, 0}).top();
    const QPoint grip(block.center().x(), block.bottom() - 1);
    dragFrom(week(), grip, grip + QPoint(0, hour / 2));
    QTRY_COMPARE(stored(id)->time.end, at("2026-11-21T07:45:00Z"));
    QCOMPARE(stored(id)->time.start, at("2026-11-21T06:30:00Z"));
}

void tst_ReservationDialog::heldAtTheEdgeTheWeekScrolls()
{
    const ReservationId id = book("2026-11-21T07:00:00Z", "2026-11-21T07:45:00Z");
    QTRY_COMPARE(week()->reservationCount(), 23);
    const QScrollBar* bar = week()->verticalScrollBar();
    QVERIFY(bar->value() < bar->maximum());
    TimeRange latest;
    connect(week(), &CalendarView::dragged, this, [&latest](const SlotDrag& drag) { latest = drag.time; });
    const QPoint from = week()->reservationRect(id).center();
    const QPoint edge(from.x(), week()->viewport()->height() - 2);
    dragFrom(week(), from, edge, false);
    const TimeRange atFirst = latest;
    QTRY_COMPARE(bar->value(), bar->maximum());
    QVERIFY(latest.start > atFirst.start);                         // the pointer rested, the reservation went on
    QTRY_VERIFY(!week()->findChild<EdgeScroll*>()->isScrolling()); // nothing is left to scroll
    QTest::keyClick(week(), Qt::Key_Escape);
    QVERIFY(!week()->isDragging());
    QTest::mouseRelease(week()->viewport(), Qt::LeftButton, {}, edge);
    QCOMPARE(stored(id)->time.start, at("2026-11-21T07:00:00Z"));
}

void tst_ReservationDialog::heldAtTheEdgeTheTimelineScrolls()
{
    m_page->showView(ViewKind::Timeline);
    m_page->showDate(QDate(2026, 11, 18));
    auto* timeline = part<TimelineView>();
    QTRY_VERIFY(!timeline->visibleReservations().isEmpty());
    timeline->horizontalScrollBar()->setValue(0);
    const QScrollBar* bar = timeline->horizontalScrollBar();
    QVERIFY(bar->maximum() > 0);
    const QList<CalendarCell> cells = timeline->visibleCells();
    const QPoint from = timeline->cellRect(cells.first()).center();
    dragFrom(timeline, from, {timeline->viewport()->width() - 2, from.y()}, false);
    QVERIFY(timeline->isDragging());
    QTRY_VERIFY(bar->value() > 0);
    // Escape ends the scrolling as well.
    QTest::keyClick(timeline, Qt::Key_Escape);
    QVERIFY(!timeline->isDragging());
    QVERIFY(!timeline->findChild<EdgeScroll*>()->isScrolling());
    QTest::mouseRelease(timeline->viewport(), Qt::LeftButton, {}, from);
    QVERIFY(!dialog());
}

void tst_ReservationDialog::escapeReturnsWhatIsDragged()
{
    const ReservationId id = book("2026-11-21T07:00:00Z", "2026-11-21T07:45:00Z");
    QTRY_COMPARE(week()->reservationCount(), 23);
    const QPoint from = week()->reservationRect(id).center();
    dragFrom(week(), from, from + QPoint(0, 44), false);
    QVERIFY(week()->isDragging());
    QTest::keyClick(week(), Qt::Key_Escape);
    QVERIFY(!week()->isDragging());
    QTest::mouseRelease(week()->viewport(), Qt::LeftButton, {}, from + QPoint(0, 44));
    QCOMPARE(stored(id)->time.start, at("2026-11-21T07:00:00Z"));
    QVERIFY(!dialog());
}

void tst_ReservationDialog::dropOnTakenTimeOffersWhatIsFree()
{
    const ReservationId id = book("2026-11-19T09:00:00Z", "2026-11-19T09:30:00Z");
    QTRY_COMPARE(week()->reservationCount(), 23);
    week()->select(id);
    QSignalSpy dropped(week(), &CalendarView::dropped);
    for (int step = 0; step < 10; ++step) // into Board lunch
        QTest::keyClick(week(), Qt::Key_Down, Qt::AltModifier);
    QVERIFY(week()->isDragging());
    QSignalSpy desk(m_page->findChild<BookingDesk*>(), &BookingDesk::tried);
    QTRY_VERIFY(!desk.isEmpty());
    QTest::keyClick(week(), Qt::Key_Return);
    QTRY_COMPARE(dropped.size(), 1);
    QTRY_VERIFY(dialog() && dialog()->isVisible());
    QTRY_VERIFY(says(dialog(), QStringLiteral("CR2 Aurora is taken")));
    QCOMPARE(stored(id)->time.start, at("2026-11-19T09:00:00Z"));
    QCOMPARE(dialog()->form()->booking().time.start, at("2026-11-19T11:30:00Z"));
}

void tst_ReservationDialog::drawsAStretchOfFreeTime()
{
    const QPoint from = pointOf("2026-11-21T08:00:00Z") + QPoint(0, 4);
    dragFrom(week(), from, pointOf("2026-11-21T10:00:00Z"));
    QTRY_VERIFY(dialog() && dialog()->isVisible());
    QCOMPARE(dialog()->form()->booking().time.start, at("2026-11-21T08:00:00Z"));
    QCOMPARE(dialog()->form()->booking().time.end, at("2026-11-21T10:00:00Z"));
    QTest::keyClick(dialog(), Qt::Key_Escape);
    QTRY_VERIFY(!dialog());
    QVERIFY(!week()->isDragging());
}

void tst_ReservationDialog::movesByKey()
{
    const ReservationId id = book("2026-11-21T07:00:00Z", "2026-11-21T07:45:00Z");
    QTRY_COMPARE(week()->reservationCount(), 23);
    week()->select(id);
    QTest::keyClick(week(), Qt::Key_Right, Qt::AltModifier); // Sunday
    QTest::keyClick(week(), Qt::Key_Down, Qt::AltModifier);
    QTest::keyClick(week(), Qt::Key_Down, Qt::AltModifier | Qt::ShiftModifier);
    QVERIFY(week()->isDragging());
    QTest::keyClick(week(), Qt::Key_Return);
    QTRY_COMPARE(stored(id)->time.start, at("2026-11-22T07:15:00Z"));
    QCOMPARE(stored(id)->time.end, at("2026-11-22T08:15:00Z"));
}

void tst_ReservationDialog::movesBetweenSpacesInTheTimeline()
{
    book("2026-11-18T16:30:00Z", "2026-11-18T17:00:00Z");
    m_page->showView(ViewKind::Timeline);
    m_page->showDate(QDate(2026, 11, 18));
    auto* timeline = part<TimelineView>();
    ReservationFilter filter;
    filter.text = QStringLiteral("Handover");
    const ReservationId id
        = m_store->read([filter](const ReadUnit& unit) { return unit.reservations().list(filter, 1); }).first().id;
    QTRY_VERIFY(!timeline->reservationRect(id).isEmpty());
    timeline->setFocus();
    timeline->select(id);
    QTest::keyClick(timeline, Qt::Key_Down, Qt::AltModifier);
    QVERIFY(timeline->isDragging());
    QTest::keyClick(timeline, Qt::Key_Return);
    QTRY_COMPARE(standing(QStringLiteral("Handover")), 1);
    QTRY_COMPARE(stored(id)->status, ReservationStatus::Cancelled);
    filter.onlyHolding = true;
    const Reservation moved
        = m_store->read([filter](const ReadUnit& unit) { return unit.reservations().list(filter, 1); }).first();
    QCOMPARE(moved.spaceId, m_scene.space("CR3 Zenith"));
}

void tst_ReservationDialog::seriesAsksForWhichDates()
{
    book("2026-11-21T06:00:00Z", "2026-11-21T06:30:00Z", "FREQ=WEEKLY;COUNT=3");
    QTRY_COMPARE(week()->reservationCount(), 23);
    ReservationFilter filter;
    filter.text = QStringLiteral("Handover");
    const auto rows
        = [&] { return m_store->read([filter](const ReadUnit& unit) { return unit.reservations().list(filter, 9); }); };
    const ReservationId first = rows().first().id;
    week()->select(first);
    QTest::keyClick(week(), Qt::Key_Up, Qt::AltModifier);
    QTest::keyClick(week(), Qt::Key_Return);
    QTRY_VERIFY(part<ScopeQuestion>() && part<ScopeQuestion>()->isVisible());
    QTest::mouseClick(button(part<ScopeQuestion>(), QStringLiteral("This date")), Qt::LeftButton);
    QTRY_COMPARE(stored(first)->time.start, at("2026-11-21T05:45:00Z"));
    QCOMPARE(standing(QStringLiteral("Handover")), 3);
    QCOMPARE(rows().at(1).time.start, at("2026-11-28T06:00:00Z"));
}

void tst_ReservationDialog::undoOfASeriesSaysWhatIsTaken()
{
    const ReservationId first = book("2026-11-21T06:00:00Z", "2026-11-21T06:30:00Z", "FREQ=WEEKLY;COUNT=3");
    QTRY_COMPARE(week()->reservationCount(), 23);
    week()->select(first);
    QTest::keyClick(week(), Qt::Key_Delete);
    QTRY_VERIFY(part<ScopeQuestion>() && part<ScopeQuestion>()->isVisible());
    QTest::mouseClick(button(part<ScopeQuestion>(), QStringLiteral("Cancel the whole series")), Qt::LeftButton);
    QTRY_COMPARE(standing(QStringLiteral("Handover")), 0);
    QTRY_VERIFY(part<Toast>()->sentence().startsWith(QStringLiteral("Cancelled")));
    book("2026-11-28T06:00:00Z", "2026-11-28T06:30:00Z");
    QTest::mouseClick(button(part<Toast>(), QStringLiteral("Undo")), Qt::LeftButton);
    QTRY_COMPARE(standing(QStringLiteral("Handover")), 3);
    QVERIFY(holdsSlot(stored(first)->status));
    QTRY_VERIFY2(part<Banner>()->sentence().contains(QStringLiteral("1 of its 3 dates")),
                 qPrintable(part<Banner>()->sentence()));
    QCOMPARE(part<Banner>()->meaning(), Meaning::Warning);
    // It goes with the next change.
    m_page->activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(m_page.get()));
    QTest::keyClick(week(), Qt::Key_Z, Qt::ControlModifier | Qt::ShiftModifier);
    QTRY_COMPARE(standing(QStringLiteral("Handover")), 1);
    QTRY_COMPARE(part<Banner>()->sentence(), QString());
}

void tst_ReservationDialog::everyControlHasAName()
{
    ReservationDialog* open = openNewAt("2026-11-18T11:00:00Z");
    QVERIFY(open);
    QCOMPARE(unnamedThings(open), QStringList());
    QCOMPARE(unreachableFields(open), QStringList());
    QCOMPARE(mutedLabels(open), QStringList());
    QTest::keyClick(open, Qt::Key_Escape);
    QTRY_VERIFY(!dialog());
    const ReservationId id = book("2026-11-21T06:00:00Z", "2026-11-21T06:30:00Z", "FREQ=WEEKLY;COUNT=3");
    QTRY_COMPARE(week()->reservationCount(), 23);
    week()->select(id);
    QTest::keyClick(week(), Qt::Key_Delete);
    QTRY_VERIFY(part<ScopeQuestion>() && part<ScopeQuestion>()->isVisible());
    QCOMPARE(unnamedThings(part<ScopeQuestion>()), QStringList());
}

void tst_ReservationDialog::worksInTheDark()
{
    ReservationDialog* open = openNewAt("2026-11-18T11:00:00Z");
    QVERIFY(open);
    const QImage light = open->grab().toImage();
    m_themes->setAppearance(Appearance::Dark);
    QVERIFY(light.pixelColor(4, 4).lightness() > 200);
    QTRY_VERIFY(open->grab().toImage().pixelColor(4, 4).lightness() < 80);
    m_themes->setAppearance(Appearance::Light);
}

QTEST_MAIN(tst_ReservationDialog)

#include "tst_reservationdialog.moc"
