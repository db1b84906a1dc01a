// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#include "ui/calendar/calendarview.h"

#include "models/items/wallaxis.h"
#include "ui/calendar/calendaraccessible.h"
#include "ui/theme/icons.h"

#include <QAccessible>
#include <QHelpEvent>
#include <QKeyEvent>
#include <QMenu>
#include <QToolTip>

namespace reserve {

namespace {

constexpr int secondsOfMinute = 60;

} // namespace

CalendarView::CalendarView(OccupancyWindow& window, const Clock& clock, QWidget* parent)
    : QAbstractScrollArea(parent)
    , m_window(window)
    , m_clock(clock)
    , m_date(dateAt(clock.now(), window.siteZone()))
{
    installCalendarAccessibility();
    setFocusPolicy(Qt::StrongFocus);
    setFrameShape(QFrame::NoFrame);
    viewport()->setMouseTracking(false);
    viewport()->setAutoFillBackground(false);
    m_minute.setSingleShot(true);
    m_minute.setTimerType(Qt::PreciseTimer);
    connect(&m_minute, &QTimer::timeout, this, [this] {
        nowMoved();
        armMinute();
    });
    armMinute();
    connect(&window, &OccupancyWindow::changed, this,
            [this](const QList<ReservationId>& ids, const QSet<SpaceId>& spaces) {
                rowsMoved(ids, spaces);
                if (m_selection && !m_window.find(*m_selection))
                    choose(std::nullopt);
                if (QAccessible::isActive())
                    announceChanges(this, ids);
            });
    connect(&window, &OccupancyWindow::groundChanged, this, [this] { groundMoved(); });
}

void CalendarView::setDate(QDate date)
{
    if (!date.isValid() || date == m_date)
        return;
    m_date = date;
    dateMoved();
}

QDate CalendarView::today() const
{
    return dateAt(now(), m_window.siteZone());
}

void CalendarView::select(ReservationId id)
{
    if (!m_window.find(id))
        return;
    choose(id);
    ensureVisible(id);
}

void CalendarView::clearSelection()
{
    choose(std::nullopt);
}

void CalendarView::scrollToNow()
{
    scrollToInstant(now());
}

QString CalendarView::reservationName(ReservationId id) const
{
    const Reservation* reservation = m_window.find(id);
    return reservation ? texts().accessibleName(*reservation) : QString();
}

void CalendarView::open(ReservationId id)
{
    select(id);
    const QRect rect = reservationRect(id);
    Q_EMIT opened(id, QRect(viewport()->mapToGlobal(rect.topLeft()), rect.size()));
}

CalendarTexts CalendarView::texts() const
{
    return CalendarTexts(m_window, m_window.siteZone());
}

void CalendarView::choose(std::optional<ReservationId> id)
{
    if (id == m_selection)
        return;
    m_selection = id;
    viewport()->update();
    Q_EMIT selectionChanged();
    if (id)
        announceReservation(this, *id);
}

void CalendarView::moveTo(QDate date)
{
    if (!date.isValid() || date == m_date)
        return;
    setDate(date);
    Q_EMIT dateChanged(date);
}

void CalendarView::announceCurrentCell()
{
    choose(std::nullopt);
    viewport()->update();
    announceCell(this, currentCell());
}

void CalendarView::armMinute()
{
    const qint64 milliseconds = toEpochMilliseconds(now());
    constexpr qint64 minute = secondsOfMinute * 1000;
    m_minute.start(int(minute - milliseconds % minute));
}

bool CalendarView::event(QEvent* event)
{
    // The grid takes its keys before the page's shortcuts do.
    if (event->type() == QEvent::ShortcutOverride) {
        const auto* key = static_cast<QKeyEvent*>(event);
        if (key->modifiers() == Qt::NoModifier && key->key() >= Qt::Key_A && key->key() <= Qt::Key_Z) {
            event->accept();
            return true;
        }
    }
    return QAbstractScrollArea::event(event);
}

bool CalendarView::viewportEvent(QEvent* event)
{
    if (event->type() == QEvent::Paint)
        shownMoved(); // whatever the cause, what is painted anew may be something else
    if (event->type() == QEvent::ToolTip) {
        const auto* help = static_cast<QHelpEvent*>(event);
        showTip(help->pos(), help->globalPos());
        return true;
    }
    return QAbstractScrollArea::viewportEvent(event);
}

// Of one reservation all that is known, of several a line each.
QStringList CalendarView::tipLines(const Reservation& reservation, const QList<ReservationId>& stack) const
{
    const CalendarTexts words = texts();
    QStringList lines;
    if (stack.size() > 1) {
        for (const ReservationId id : stack) {
            const Reservation* one = m_window.find(id);
            lines.append(one ? words.line(*one) : QString());
        }
    } else {
        lines = {words.title(reservation),      words.span(reservation.time),  words.spaceName(reservation.spaceId),
                 words.requester(reservation),  words.answerWord(reservation), words.exchangeWord(reservation),
                 words.explanation(reservation)};
    }
    return lines;
}

void CalendarView::showTip(QPoint position, QPoint global)
{
    const auto id = reservationAt(position);
    const Reservation* reservation = id ? m_window.find(*id) : nullptr;
    const QList<KeptPlace> kept = reservation ? QList<KeptPlace>() : keptPlaces(QRect(position, QSize(1, 1)));
    if (!reservation && kept.isEmpty()) {
        QToolTip::hideText();
        return;
    }
    QStringList lines = reservation ? tipLines(*reservation, stackAt(position)) : texts().keptLines(kept.first().kept);
    lines.removeAll(QString());
    // What mail brought is text, never markup.
    const QString text = lines.join(QLatin1Char('\n')).toHtmlEscaped();
    QToolTip::showText(
        global, QStringLiteral("<qt>%1</qt>").arg(QString(text).replace(QLatin1Char('\n'), QStringLiteral("<br>"))),
        viewport(), reservation ? reservationRect(*id) : kept.first().rect);
}

void CalendarView::keyPressEvent(QKeyEvent* event)
{
    const Qt::KeyboardModifiers modifiers = event->modifiers() & ~Qt::KeypadModifier;
    if (modifiers == Qt::NoModifier) {
        if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) {
            activate();
            return;
        }
        if (goSomewhere(event->key()) || wantView(event->key()) || doSomething(event->key()))
            return;
    }
    if (!navigate(event))
        event->ignore();
}

bool CalendarView::goSomewhere(int key)
{
    switch (key) {
    case Qt::Key_PageUp:
        moveTo(datePaged(-1));
        return true;
    case Qt::Key_PageDown:
        moveTo(datePaged(1));
        return true;
    case Qt::Key_T:
        moveTo(today());
        scrollToNow();
        return true;
    case Qt::Key_G:
        Q_EMIT goToDateWanted();
        return true;
    case Qt::Key_F5:
        Q_EMIT refreshWanted();
        return true;
    default:
        return false;
    }
}

bool CalendarView::doSomething(int key)
{
    switch (key) {
    case Qt::Key_N:
    case Qt::Key_Insert:
        reserveHere();
        return true;
    case Qt::Key_F2:
        if (m_selection)
            Q_EMIT editWanted(*m_selection);
        return m_selection.has_value();
    case Qt::Key_Delete:
        if (m_selection)
            Q_EMIT cancelWanted(*m_selection);
        return m_selection.has_value();
    default:
        return false;
    }
}

void CalendarView::reserveHere()
{
    const CellTime here = cellTime(currentCell());
    if (!here.time.isEmpty())
        Q_EMIT reserveWanted(here.space, here.time);
}

bool CalendarView::wantView(int key)
{
    switch (key) {
    case Qt::Key_D:
        Q_EMIT viewWanted(ViewKind::Day);
        return true;
    case Qt::Key_K:
        Q_EMIT viewWanted(ViewKind::WorkWeek);
        return true;
    case Qt::Key_W:
        Q_EMIT viewWanted(ViewKind::Week);
        return true;
    case Qt::Key_L:
        Q_EMIT viewWanted(ViewKind::Timeline);
        return true;
    default:
        return false;
    }
}

// Enter opens the chosen reservation, or the one in the focused cell; where there are several it asks which, and where
// there is none it reserves.
void CalendarView::activate()
{
    if (m_selection) {
        open(*m_selection);
        return;
    }
    const QRect cell = cellRect(currentCell());
    QList<ReservationId> there = visibleReservations();
    there.removeIf([&](ReservationId id) { return !reservationRect(id).intersects(cell); });
    if (there.isEmpty() && !openKept(cell))
        reserveHere();
    else
        offer(there, viewport()->mapToGlobal(cell.center()));
}

bool CalendarView::openKept(const QRect& area)
{
    const QList<KeptPlace> there = keptPlaces(area);
    if (there.isEmpty())
        return false;
    const QRect& rect = there.first().rect;
    choose(there.first().kept.reservation.id);
    Q_EMIT opened(there.first().kept.reservation.id, QRect(viewport()->mapToGlobal(rect.topLeft()), rect.size()));
    return true;
}

void CalendarView::offer(const QList<ReservationId>& ids, QPoint global)
{
    if (ids.size() == 1)
        open(ids.first());
    if (ids.size() <= 1)
        return;
    auto* menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->setAccessibleName(tr("Reservations here"));
    for (const ReservationId id : ids) {
        const Reservation* reservation = m_window.find(id);
        if (!reservation)
            continue;
        QString text = texts().line(*reservation);
        QAction* action = menu->addAction(icon(stateIcon(answerMeaning(reservation->status))),
                                          text.replace(QLatin1Char('&'), QLatin1String("&&")));
        connect(action, &QAction::triggered, this, [this, id] { open(id); });
    }
    menu->popup(global);
}

void CalendarView::mousePressEvent(QMouseEvent* event)
{
    if (event->button() != Qt::LeftButton)
        return;
    const QPoint position = event->position().toPoint();
    const QList<ReservationId> stack = stackAt(position);
    const auto id = stack.size() > 1 ? std::nullopt : reservationAt(position);
    if (const auto cell = cellAt(position))
        setCurrentCell(*cell);
    choose(id);
    if (id)
        open(*id);
    else if (stack.size() > 1 || !openKept(QRect(position, QSize(1, 1))))
        offer(stack, event->globalPosition().toPoint());
}

void CalendarView::focusInEvent(QFocusEvent* event)
{
    QAbstractScrollArea::focusInEvent(event);
    viewport()->update();
    if (!m_selection)
        announceCell(this, currentCell());
}

void CalendarView::focusOutEvent(QFocusEvent* event)
{
    QAbstractScrollArea::focusOutEvent(event);
    viewport()->update();
}

} // namespace reserve
