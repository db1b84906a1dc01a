// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#include "ui/calendar/calendarpage.h"

#include "models/items/bookedshares.h"
#include "models/items/occupancywindow.h"
#include "models/items/reservationdetail.h"
#include "models/items/wallaxis.h"
#include "models/items/whenanswered.h"
#include "models/store/store.h"
#include "models/wording/wording.h"
#include "ui/calendar/calendarbooking.h"
#include "ui/calendar/choicepanel.h"
#include "ui/calendar/monthpicker.h"
#include "ui/calendar/reservationpopup.h"
#include "ui/calendar/statelegend.h"
#include "ui/calendar/timelineview.h"
#include "ui/calendar/weekview.h"
#include "ui/common/banner.h"
#include "ui/common/emptystate.h"
#include "ui/common/label.h"
#include "ui/common/pagehead.h"
#include "ui/common/searchfield.h"
#include "ui/common/segmentedswitch.h"
#include "ui/theme/consolestyle.h"
#include "ui/theme/icons.h"
#include "ui/theme/metrics.h"

#include <QAction>
#include <QFrame>
#include <QHBoxLayout>
#include <QPushButton>
#include <QStackedWidget>
#include <QToolButton>
#include <QVBoxLayout>

#include <utility>

namespace reserve {

namespace {

constexpr int sideWidth = 208;

} // namespace

CalendarPage::CalendarPage(Store& store, QWidget* parent)
    : Page(tr("Calendar"), parent)
    , m_store(store)
    , m_window(new OccupancyWindow(store, this))
    , m_switch(new SegmentedSwitch(tr("View")))
    , m_whose(new QToolButton)
    , m_today(new QPushButton(tr("Today")))
    , m_range(new Label({}, Type::Section))
    , m_filter(new SearchField(tr("Filter spaces")))
    , m_side(new QWidget)
    , m_sidePopup(new QFrame(this, Qt::Popup))
    , m_month(new MonthPicker)
    , m_choice(new ChoicePanel(store))
    , m_views(new QStackedWidget)
    , m_week(new WeekView(*m_window, store.clock()))
    , m_timeline(new TimelineView(*m_window, store.clock()))
    , m_empty(new EmptyState(EmptyState::Drawing::Calendar))
    , m_legend(new StateLegend)
    , m_popup(new ReservationPopup(this))
    , m_booking(new CalendarBooking(store, *m_window, this))
    , m_new(new QPushButton(icon(Icon::ActAdd, Tint::OnAccent), tr("New reservation")))
{
    buildHead();
    buildBody();
    addCommands();
    watch(m_week);
    watch(m_timeline);
    connect(m_timeline, &TimelineView::spaceWanted, this, &CalendarPage::showSpace);
    connect(m_window, &OccupancyWindow::groundChanged, this, &CalendarPage::takeGround);
    connect(m_window, &OccupancyWindow::loaded, banner(), &Banner::clear);
    connect(m_window, &OccupancyWindow::loaded, this, &CalendarPage::updateTexts);
    connect(m_window, &OccupancyWindow::loaded, this, &CalendarPage::chooseWanted);
    connect(m_window, &OccupancyWindow::failed, this, &CalendarPage::tellFailure);
    connect(m_window, &OccupancyWindow::changed, this, [this](const QList<ReservationId>& ids) {
        updateCount();
        chooseWanted();
        if (m_popup->isVisible() && ids.contains(m_popup->reservation()))
            readPopup(m_popup->reservation(), {});
    });
    connect(banner(), &Banner::actionRequested, this, &CalendarPage::refresh);
    connect(m_popup, &ReservationPopup::traceWanted, this, &CalendarPage::traceWanted);
    watchBooking();
    updateTexts();
}

CalendarPage::~CalendarPage() = default;

void CalendarPage::buildHead()
{
    m_switch->addChoice(int(ViewKind::Day), tr("Day"));
    m_switch->addChoice(int(ViewKind::WorkWeek), tr("Work week"));
    m_switch->addChoice(int(ViewKind::Week), tr("Week"));
    m_switch->addChoice(int(ViewKind::Timeline), tr("Timeline"));
    m_switch->setCurrent(int(m_kind));
    connect(m_switch, &SegmentedSwitch::changed, this, [this](int kind) { showView(ViewKind(kind)); });

    m_whose->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_whose->setIcon(icon(Icon::NavDown));
    m_whose->setLayoutDirection(layoutDirection() == Qt::LeftToRight ? Qt::RightToLeft : Qt::LeftToRight);
    m_whose->setFocusPolicy(Qt::StrongFocus);
    m_whose->hide();
    connect(m_whose, &QToolButton::clicked, this, &CalendarPage::openSide);
    connect(m_today, &QPushButton::clicked, this, [this] {
        showDate(view()->today());
        view()->scrollToNow();
    });
    m_filter->setKeyHint(QStringLiteral("/"));
    connect(m_filter, &SearchField::searchChanged, m_timeline, &TimelineView::setFilter);
    connect(m_filter, &SearchField::searchChanged, this, &CalendarPage::updateCount);

    head()->addControl(m_switch);
    head()->addControl(m_whose);
    head()->addControl(stepButton(tr("Previous"), -1));
    head()->addControl(m_today);
    head()->addControl(stepButton(tr("Next"), 1));
    head()->addControl(m_range);
    head()->addControl(m_filter);
    setLook(m_new, Look::Primary);
    connect(m_new, &QPushButton::clicked, this, [this] {
        const CellTime here = view()->cellTime(view()->currentCell());
        reserve(here.space, here.time);
    });
    head()->addAction(m_new);
}

QToolButton* CalendarPage::stepButton(const QString& name, int pages)
{
    auto* button = new QToolButton;
    button->setIcon(icon(pages < 0 ? Icon::NavPrevious : Icon::NavNext));
    button->setToolTip(name);
    button->setAccessibleName(name);
    button->setFocusPolicy(Qt::StrongFocus);
    connect(button, &QToolButton::clicked, this, [this, pages] { showDate(view()->datePaged(pages)); });
    return button;
}

void CalendarPage::buildBody()
{
    auto* sideLayout = new QVBoxLayout(m_side);
    sideLayout->setContentsMargins({});
    sideLayout->setSpacing(u(3));
    sideLayout->addWidget(m_month);
    sideLayout->addWidget(m_choice, 1);
    m_side->setFixedWidth(px(sideWidth));
    m_sidePopup->setFrameShape(QFrame::StyledPanel); // its outline: it has the ground of the window
    auto* popupLayout = new QVBoxLayout(m_sidePopup);
    popupLayout->setContentsMargins(u(2), u(2), u(2), u(2));

    m_week->setAccessibleName(tr("Calendar"));
    m_timeline->setAccessibleName(tr("Timeline of all spaces"));
    m_empty->setTexts(tr("There are no spaces yet"),
                      tr("Add spaces and their Exchange mailboxes; their reservations appear here."));
    m_empty->setPrimary(tr("Add spaces"), Icon::ActAdd);
    connect(m_empty, &EmptyState::primaryRequested, this, &CalendarPage::spacesWanted);
    for (QWidget* one :
         {static_cast<QWidget*>(m_week), static_cast<QWidget*>(m_timeline), static_cast<QWidget*>(m_empty)})
        m_views->addWidget(one);

    auto* row = new QHBoxLayout;
    row->setContentsMargins(px(design::pageMargin), 0, px(design::pageMargin), 0);
    row->setSpacing(u(4));
    row->addWidget(m_side);
    row->addWidget(m_views, 1);
    body()->addLayout(row);
    foot()->addWidget(m_legend);

    connect(m_month, &MonthPicker::dateChosen, this, [this](QDate date) {
        m_sidePopup->hide();
        showDate(date);
        view()->setFocus();
    });
    connect(m_choice, &ChoicePanel::spaceChosen, this, [this](SpaceId id) { showSpace(id); });
    connect(m_choice, &ChoicePanel::personChosen, this, [this](PersonId id) { showPerson(id); });
    connect(m_choice, &ChoicePanel::failed, this, &CalendarPage::tellFailure);
    m_filter->hide();
}

void CalendarPage::addCommands()
{
    const auto add = [this](const QString& text, auto slot) {
        auto* action = new QAction(text, this);
        connect(action, &QAction::triggered, this, slot);
        addAction(action);
    };
    add(tr("Show one day"), [this] { showView(ViewKind::Day); });
    add(tr("Show the work week"), [this] { showView(ViewKind::WorkWeek); });
    add(tr("Show the week"), [this] { showView(ViewKind::Week); });
    add(tr("Show all spaces of one day"), [this] { showView(ViewKind::Timeline); });
    add(tr("Go to today"), [this] { showDate(view()->today()); });
    add(tr("Go to a date"), [this] { goToDate(); });
    add(tr("Read the calendar again"), [this] { refresh(); });
    const auto addUndo = [this](const QString& text, const QList<QKeySequence>& keys, auto slot) {
        auto* action = new QAction(text, this);
        action->setShortcuts(keys);
        action->setShortcutContext(Qt::WidgetWithChildrenShortcut);
        connect(action, &QAction::triggered, m_booking, slot);
        addAction(action);
    };
    addUndo(tr("Undo the last change of a reservation"), {QKeySequence(Qt::CTRL | Qt::Key_Z)}, &CalendarBooking::undo);
    addUndo(tr("Do it again"), {QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_Z), QKeySequence(Qt::CTRL | Qt::Key_Y)},
            &CalendarBooking::redo);
}

void CalendarPage::watchBooking()
{
    connect(m_booking, &CalendarBooking::failed, this,
            [this](const Error& error) { banner()->say(Meaning::Failed, sentence(error)); });
    connect(m_booking, &CalendarBooking::cameShort, this,
            [this](const Reason& reason) { banner()->say(Meaning::Warning, sentence(reason)); });
    connect(m_booking, &CalendarBooking::reserveWanted, this, &CalendarPage::reserve);
    connect(m_booking, &CalendarBooking::reserved, this, [this](ReservationId id) {
        banner()->clear();
        m_wanted = id;
        chooseWanted();
    });
    connect(m_popup, &ReservationPopup::editWanted, m_booking, &CalendarBooking::edit);
    connect(m_popup, &ReservationPopup::cancelWanted, m_booking, &CalendarBooking::cancel);
}

// In the calendar of a person it is for that person, in the space that was shown last.
void CalendarPage::reserve(SpaceId space, TimeRange time)
{
    if (!m_window->hasGround() || m_window->spaces().isEmpty())
        return;
    m_popup->hide();
    m_booking->reserve(space                          ? space
                           : m_window->space(m_space) ? m_space
                                                      : m_window->spaces().first().id,
                       time, m_person);
}

void CalendarPage::watch(CalendarView* view)
{
    m_booking->watch(view);
    connect(view, &CalendarView::reserveWanted, this, &CalendarPage::reserve);
    connect(view, &CalendarView::dateChanged, this, &CalendarPage::showDate);
    connect(view, &CalendarView::opened, this, &CalendarPage::openReservation);
    connect(view, &CalendarView::viewWanted, this, &CalendarPage::showView);
    connect(view, &CalendarView::goToDateWanted, this, &CalendarPage::goToDate);
    connect(view, &CalendarView::refreshWanted, this, &CalendarPage::refresh);
    connect(view, &CalendarView::spacesOnScreenChanged, this, [this, view] {
        if (view == this->view())
            m_window->setOnScreen(view->spacesOnScreen());
    });
}

CalendarView* CalendarPage::view() const
{
    return m_kind == ViewKind::Timeline ? static_cast<CalendarView*>(m_timeline) : m_week;
}

void CalendarPage::activate()
{
    view()->setFocus();
}

QList<QWidget*> CalendarPage::regions() const
{
    QList<QWidget*> all{head()};
    if (m_side->isVisible())
        all << m_month << m_choice->filterField();
    all << view();
    return all;
}

bool CalendarPage::escape()
{
    if (m_popup->isVisible()) {
        m_popup->hide();
        return true;
    }
    if (m_kind == ViewKind::Timeline && !m_filter->text().isEmpty()) {
        m_filter->clear();
        m_timeline->setFilter({});
        return true;
    }
    if (!m_choice->filter().isEmpty()) {
        m_choice->clearFilter();
        return true;
    }
    return false;
}

QWidget* CalendarPage::filterField() const
{
    return m_kind == ViewKind::Timeline ? m_filter : m_choice->filterField();
}

// What is shown

void CalendarPage::showSpace(SpaceId id)
{
    m_space = id;
    m_person.reset();
    m_sidePopup->hide();
    m_week->setSpace(id);
    m_choice->showChosen(id);
    if (m_kind == ViewKind::Timeline)
        showView(ViewKind::Week);
    else
        load();
}

void CalendarPage::showPerson(PersonId id)
{
    m_person = id;
    m_sidePopup->hide();
    m_week->setPerson(id);
    m_choice->showChosen(id);
    if (m_kind == ViewKind::Timeline)
        showView(ViewKind::Week);
    else
        load();
}

// In the week of its space, chosen as soon as it is there. The zone of the view is known only with the ground.
void CalendarPage::showReservation(ReservationId id)
{
    m_wanted = id;
    whenAnswered(readDetail(m_store, id), this, [this, id](const Result<ReservationDetail>& detail) {
        if (!detail) {
            tellFailure(detail.error());
            return;
        }
        if (m_wanted != id)
            return;
        m_wantedAt = detail->reservation.time.start;
        m_space = detail->reservation.spaceId;
        if (m_window->hasGround())
            goToWanted();
    });
}

void CalendarPage::goToWanted()
{
    showSpace(m_space);
    showDate(dateAt(*std::exchange(m_wantedAt, std::nullopt), m_window->siteZone()));
    chooseWanted();
}

void CalendarPage::chooseWanted()
{
    if (!m_wanted || m_wantedAt || !m_window->find(m_wanted))
        return;
    view()->select(std::exchange(m_wanted, ReservationId{}));
}

void CalendarPage::showDate(QDate date)
{
    m_week->setDate(date);
    m_timeline->setDate(date);
    load();
}

void CalendarPage::showView(ViewKind kind)
{
    const bool had = view()->hasFocus();
    // From the timeline one goes to the space on which the keyboard stands.
    const bool fromTimeline = m_kind == ViewKind::Timeline && kind != ViewKind::Timeline;
    if (fromTimeline && had && m_timeline->currentSpace() && !m_person) {
        m_space = m_timeline->currentSpace();
        m_week->setSpace(m_space);
        m_choice->showChosen(m_space);
    }
    m_kind = kind;
    m_switch->setCurrent(int(kind));
    switch (kind) {
    case ViewKind::Day:
        m_week->setSpan(WeekView::Span::Day);
        break;
    case ViewKind::WorkWeek:
        m_week->setSpan(WeekView::Span::WorkWeek);
        break;
    case ViewKind::Week:
        m_week->setSpan(WeekView::Span::Week);
        break;
    case ViewKind::Timeline:
        m_timeline->setCurrentSpace(m_space);
        break;
    }
    m_filter->setVisible(kind == ViewKind::Timeline);
    if (m_window->hasGround() && !m_window->spaces().isEmpty())
        m_views->setCurrentWidget(view());
    foldSide(m_folded);
    if (had)
        view()->setFocus();
    load();
}

void CalendarPage::refresh()
{
    m_window->reload();
}

void CalendarPage::takeGround()
{
    const QList<Space>& spaces = m_window->spaces();
    m_choice->setSpaces(spaces);
    m_new->setEnabled(!spaces.isEmpty());
    m_new->setToolTip(spaces.isEmpty() ? tr("There are no spaces yet") : QString());
    if (spaces.isEmpty()) {
        m_views->setCurrentWidget(m_empty);
    } else {
        m_views->setCurrentWidget(view());
        if (!m_person && !m_window->space(m_space)) {
            m_space = spaces.first().id;
            m_week->setSpace(m_space);
            m_choice->showChosen(m_space);
        }
    }
    if (m_wantedAt)
        goToWanted();
    else
        load();
}

void CalendarPage::load()
{
    updateTexts();
    if (!m_window->hasGround())
        return;
    const OccupancyScope scope = m_kind == ViewKind::Timeline ? OccupancyScope() : m_week->scope();
    m_window->show(scope, view()->range(), view()->spacesOnScreen());
    const QTimeZone zone = m_window->siteZone();
    const QDate date = view()->date();
    const int before = (date.dayOfWeek() - QLocale().firstDayOfWeek() + 7) % 7;
    m_choice->shares()->setWeek(date.addDays(-before), zone);
}

void CalendarPage::updateTexts()
{
    const QTimeZone zone = m_window->siteZone();
    const TimeRange range = view()->range();
    m_month->setToday(view()->today());
    m_month->setShown(dateAt(range.start, zone), dateAt(range.end - Milliseconds(1), zone), view()->date());
    m_range->setText(view()->rangeTitle());
    QString whose;
    if (const Space* space = m_window->space(m_space); space && !m_person)
        whose = space->name;
    else if (const Person* person = m_person ? m_window->person(*m_person) : nullptr)
        whose = person->displayName();
    m_whose->setText(whose.isEmpty() ? tr("Choose a space") : whose);
    m_whose->setAccessibleName(tr("Whose calendar: %1").arg(m_whose->text()));
    m_week->setAccessibleName(whose.isEmpty() ? tr("Calendar") : tr("Calendar of %1").arg(whose));
    updateCount();
}

void CalendarPage::updateCount()
{
    const TimeRange range = view()->range();
    QSet<Meaning> present;
    for (const Reservation* reservation : m_window->reservations(range)) {
        present.insert(answerMeaning(reservation->status));
        if (const auto exchange = exchangeMeaning(*reservation))
            present.insert(*exchange);
    }
    if (!m_window->keptTimes(range).isEmpty())
        present.insert(Meaning::KeptForMove);
    m_legend->setCount(view()->reservationCount(), present);
}

// The popup

void CalendarPage::openReservation(ReservationId id, const QRect& anchor)
{
    readPopup(id, QRect(mapFromGlobal(anchor.topLeft()), anchor.size()));
}

void CalendarPage::readPopup(ReservationId id, const QRect& anchor)
{
    whenAnswered(readDetail(m_store, id), this, [this, id, anchor](const Result<ReservationDetail>& detail) {
        if (!detail) {
            tellFailure(detail.error());
            return;
        }
        if (view()->selection() != id)
            return;
        m_popup->showDetail(*detail, m_window->siteZone());
        if (!anchor.isNull())
            m_popup->openBeside(anchor, view());
    });
}

void CalendarPage::tellFailure(const Error& error)
{
    banner()->say(Meaning::Failed, sentence(error), tr("Try again"));
}

} // namespace reserve
