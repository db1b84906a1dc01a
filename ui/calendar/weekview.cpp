// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#include "ui/calendar/weekview.h"

#include "models/items/daylayout.h"
#include "models/items/openhours.h"
#include "ui/theme/metrics.h"

#include <QFontMetrics>
#include <QKeyEvent>
#include <QLocale>
#include <QScrollBar>

#include <algorithm>

namespace reserve {

namespace {

constexpr int daysOfWeek = 7;
// An hour is as high as shows a working day with an hour on either side.
constexpr int hoursInSight = 12;
constexpr int dayHeadHeight = 46;
constexpr int stripRowHeight = 23;
constexpr int shortestBlock = 14;
constexpr int narrowBlock = 110;
constexpr int readableBlock = 52;
constexpr int narrowestRuler = 56;
constexpr int widestRuler = 128;
constexpr int narrowStack = 34;

QDate firstDayOfWeek(QDate date)
{
    const int first = QLocale().firstDayOfWeek();
    return date.addDays(-((date.dayOfWeek() - first + daysOfWeek) % daysOfWeek));
}

} // namespace

WeekView::WeekView(OccupancyWindow& window, const Clock& clock, QWidget* parent)
    : LaneView(Qt::Vertical, window, clock, parent)
    , m_axis(date(), 1, window.siteZone())
{
    rebuild();
}

void WeekView::setSpan(Span span)
{
    if (span == m_span)
        return;
    m_span = span;
    rebuild();
}

void WeekView::setSpace(SpaceId id)
{
    if (id == m_space && !m_person)
        return;
    m_space = id;
    m_person.reset();
    clearSelection();
    rebuild();
}

void WeekView::setPerson(PersonId id)
{
    m_space = {};
    m_person = id;
    clearSelection();
    rebuild();
}

OccupancyScope WeekView::scope() const
{
    OccupancyScope scope;
    scope.person = m_person;
    if (!m_person)
        scope.spaces = {m_space};
    return scope;
}

TimeRange WeekView::range() const
{
    return daysRange(m_days.first(), int(m_days.first().daysTo(m_days.last())) + 1, occupancy().siteZone());
}

QList<SpaceId> WeekView::spacesOnScreen() const
{
    return m_person ? QList<SpaceId>() : QList<SpaceId>{m_space};
}

QString WeekView::rangeTitle() const
{
    const QLocale locale;
    const QDate first = m_days.first();
    const QDate last = m_days.last();
    if (first == last)
        return locale.toString(first, tr("ddd d MMMM yyyy", "the day shown"));
    if (first.month() == last.month())
        return tr("%1 – %2", "days of one month")
            .arg(locale.toString(first.day()), locale.toString(last, tr("d MMMM yyyy")));
    const QString beginning = locale.toString(first, first.year() == last.year() ? tr("d MMM") : tr("d MMM yyyy"));
    return tr("%1 – %2", "days of two months").arg(beginning, locale.toString(last, tr("d MMM yyyy")));
}

QDate WeekView::datePaged(int pages) const
{
    return date().addDays(m_span == Span::Day ? pages : pages * daysOfWeek);
}

int WeekView::reservationCount() const
{
    return occupancy().count(range());
}

QList<QDate> WeekView::wantedDays() const
{
    if (m_span == Span::Day)
        return {date()};
    QList<QDate> days;
    const QDate first = firstDayOfWeek(date());
    const QList<Qt::DayOfWeek> work = QLocale().weekdays();
    for (int day = 0; day < daysOfWeek; ++day) {
        const QDate one = first.addDays(day);
        if (m_span == Span::Week || work.contains(Qt::DayOfWeek(one.dayOfWeek())))
            days.append(one);
    }
    return days;
}

void WeekView::rebuild()
{
    m_days = wantedDays();
    const int whole = int(m_days.first().daysTo(m_days.last())) + 1;
    m_axis = WallAxis(m_days.first(), whole, occupancy().siteZone());
    const int lane = int(m_days.indexOf(date()));
    setCurrentLane(std::max(0, lane));
    layOutStrip();
    forgetLanes();
    updateScrollRange();
}

void WeekView::layOutStrip()
{
    m_strip.clear();
    QList<LayoutSpan> spans;
    for (const Reservation* reservation : occupancy().reservations(range())) {
        if (!reservation->allDay)
            continue;
        const Space* space = occupancy().space(reservation->spaceId);
        const QTimeZone zone = space ? occupancy().zoneOf(*space) : occupancy().siteZone();
        const QDate first = dateAt(reservation->time.start, zone);
        const QDate last = std::max(first, dateAt(reservation->time.end - Milliseconds(1), zone));
        const auto begin = std::lower_bound(m_days.cbegin(), m_days.cend(), first);
        const auto end = std::upper_bound(m_days.cbegin(), m_days.cend(), last);
        if (begin >= end)
            continue;
        const StripBlock block{reservation->id, int(begin - m_days.cbegin()), int(end - m_days.cbegin()) - 1, 0};
        m_strip.append(block);
        spans.append({block.firstLane, block.lastLane + 1});
    }
    const QList<LayoutSlot> places = layOut(spans);
    int rows = 1;
    for (qsizetype index = 0; index < places.size(); ++index) {
        m_strip[index].row = places.at(index).column;
        rows = std::max(rows, places.at(index).columns);
    }
    if (rows != m_stripRows) {
        m_stripRows = rows;
        forgetLanes();
        updateScrollRange();
    }
}

// Lanes

int WeekView::laneOf(const LaneKey& key) const
{
    return key.space == m_space ? int(m_days.indexOf(key.date)) : -1;
}

QString WeekView::laneName(int lane) const
{
    Q_UNUSED(lane)
    if (!m_person)
        return texts().spaceName(m_space);
    const Person* person = occupancy().person(*m_person);
    return person ? person->displayName() : QString();
}

bool WeekView::isClosedDay(QDate date) const
{
    const Space* space = occupancy().space(m_space);
    return !(space ? space->hours : WorkingHours()).isOpenOn(date.dayOfWeek());
}

// Closed days are half as wide; what is free to share goes to the open ones.
int WeekView::laneStart(int lane) const
{
    int before = 0;
    int all = 0;
    for (int index = 0; index < laneCount(); ++index) {
        const int weight = isClosedDay(m_days.at(index)) ? 1 : 2;
        if (index < lane)
            before += weight;
        all += weight;
    }
    return body().width() * before / std::max(1, all);
}

int WeekView::laneWidth(int lane) const
{
    return laneStart(lane + 1) - laneStart(lane);
}

int WeekView::headHeight() const
{
    return px(dayHeadHeight) + m_stripRows * px(stripRowHeight) + u(1);
}

QList<QTimeZone> WeekView::rulers() const
{
    const QTimeZone home = occupancy().siteZone();
    const Space* space = occupancy().space(m_space);
    if (!space || occupancy().zoneOf(*space) == home)
        return {home};
    return {occupancy().zoneOf(*space), home};
}

// Asked for with every cell, so the words are measured once, and again when one of them is another.
int WeekView::rulerColumn() const
{
    RulerWords words{rulers(), m_days, allDayWords(), typeface(Type::CaptionStrong), QLocale()};
    if (words != m_rulerWords) {
        m_rulerWords = std::move(words);
        m_rulerColumn = measuredRuler();
    }
    return m_rulerColumn;
}

// As wide as its words are: those beside the strip in this language, the city of the zone, the hours, one of them
// twice.
int WeekView::measuredRuler() const
{
    int words = QFontMetrics(typeface(Type::Caption)).horizontalAdvance(allDayWords());
    for (const QTimeZone& zone : rulers())
        words = std::max(words, QFontMetrics(typeface(Type::CaptionStrong)).horizontalAdvance(cityName(zone)));
    // Hours are alike in width but for morning and evening.
    for (const int hour : {10, 22})
        words = std::max(words,
                         QFontMetrics(typeface(Type::CaptionStrong)).horizontalAdvance(texts().clock(QTime(hour, 0))));
    for (const WallAxis::Label& label : m_axis.hours()) {
        if (label.again)
            words = std::max(words, QFontMetrics(typeface(Type::CaptionStrong)).horizontalAdvance(againWords(label)));
    }
    return std::clamp(words + u(3), px(narrowestRuler), px(widestRuler));
}

QString WeekView::againWords(const WallAxis::Label& label) const
{
    const QTime wall(label.minute / 60 % 24, label.minute % 60);
    return texts().again(texts().clock(wall));
}

int WeekView::rulerWidth() const
{
    return rulerColumn() * int(rulers().size());
}

QRect WeekView::body() const
{
    const QRect all = viewport()->rect();
    return all.adjusted(rulerWidth(), headHeight(), -1, -1);
}

double WeekView::pixelsPerMinute() const
{
    const int hour = std::max(px(design::hour), body().height() / hoursInSight);
    return hour / 60.0;
}

int WeekView::minimumBlockLength() const
{
    return px(shortestBlock);
}

int WeekView::readableAcross() const
{
    return px(readableBlock);
}

int WeekView::stackAcross() const
{
    return px(narrowStack);
}

QList<const Reservation*> WeekView::laneReservations(const LaneKey& key) const
{
    const TimeRange day = m_axis.day(key.date);
    return m_person ? occupancy().reservations(day) : occupancy().reservations(key.space, day);
}

bool WeekView::takesCellsOf(const Reservation& reservation) const
{
    return !reservation.allDay;
}

QRect WeekView::blockInset(const QRect& rect) const
{
    return rect.adjusted(px(4), 1, -px(5), -1);
}

ReservationBlock WeekView::blockFor(const Reservation& reservation, const LaneBlock& place) const
{
    const CalendarTexts words = texts();
    ReservationBlock block = words.block(reservation);
    block.time = place.width < px(narrowBlock) ? words.clock(reservation.time.start) : words.span(reservation.time);
    if (m_person && holdsSlot(reservation.status))
        block.person = words.spaceName(reservation.spaceId);
    return block;
}

QRect WeekView::crowdChipRect(int lane, const LaneCrowd& crowd, QSize chip) const
{
    const int right = laneWidth(lane) - px(5);
    const int top = std::min(crowd.along + crowd.length + px(3), contentLength() - chip.height());
    return {std::max(0, right - chip.width()), top, std::min(chip.width(), right), chip.height()};
}

int WeekView::firstOpenMinute() const
{
    const Space* space = occupancy().space(m_space);
    return (space ? space->hours : WorkingHours()).startMinute;
}

void WeekView::pageLanes(int by)
{
    const QDate next = m_span == Span::WorkWeek
        ? (by < 0 ? firstDayOfWeek(date()).addDays(-1) : firstDayOfWeek(date()).addDays(daysOfWeek))
        : date().addDays(by);
    moveTo(next);
    // A work week begins and ends on its own days.
    setCurrentLane(by < 0 ? laneCount() - 1 : 0);
    if (!m_days.contains(date()))
        moveTo(m_days.at(currentLane()));
    announceCurrentCell();
}

// Changes

void WeekView::dateMoved()
{
    if (m_days.contains(date()) && m_span != Span::Day)
        setCurrentLane(int(m_days.indexOf(date())));
    else
        rebuild();
}

void WeekView::rowsMoved(const QList<ReservationId>& ids, const QSet<SpaceId>& spaces)
{
    LaneView::rowsMoved(ids, spaces);
    layOutStrip();
}

void WeekView::groundMoved()
{
    rebuild();
}

void WeekView::nowMoved()
{
    viewport()->update();
}

void WeekView::resizeEvent(QResizeEvent* event)
{
    LaneView::resizeEvent(event);
    forgetLanes();
    updateScrollRange();
}

// The strip above the days

QRect WeekView::stripRect(const StripBlock& block) const
{
    const int from = laneStart(block.firstLane);
    const int to = laneStart(block.lastLane) + laneWidth(block.lastLane);
    const QRect rect(body().left() + from + px(4), px(dayHeadHeight) + block.row * px(stripRowHeight),
                     to - from - px(9), px(stripRowHeight) - px(3));
    return visual(rect);
}

const WeekView::StripBlock* WeekView::stripBlock(ReservationId id) const
{
    const auto found
        = std::find_if(m_strip.cbegin(), m_strip.cend(), [id](const StripBlock& block) { return block.id == id; });
    return found == m_strip.cend() ? nullptr : &*found;
}

QList<ReservationId> WeekView::visibleReservations() const
{
    QList<ReservationId> shown;
    for (const StripBlock& block : m_strip)
        shown.append(block.id);
    return shown + LaneView::visibleReservations();
}

QRect WeekView::reservationRect(ReservationId id) const
{
    const StripBlock* block = stripBlock(id);
    return block ? stripRect(*block) : LaneView::reservationRect(id);
}

std::optional<ReservationId> WeekView::reservationAt(QPoint position) const
{
    for (const StripBlock& block : m_strip) {
        if (stripRect(block).contains(position))
            return block.id;
    }
    return LaneView::reservationAt(position);
}

// Ctrl+Up above the first reservation of a day reaches its all-day ones, Ctrl+Down comes back.
bool WeekView::navigate(QKeyEvent* event)
{
    const bool upOrDown = event->key() == Qt::Key_Up || event->key() == Qt::Key_Down;
    if (!upOrDown || !(event->modifiers() & Qt::ControlModifier))
        return LaneView::navigate(event);
    const bool up = event->key() == Qt::Key_Up;
    const StripBlock* chosen = selection() ? stripBlock(*selection()) : nullptr;
    if (chosen && !up) {
        setCurrentCell({0, chosen->firstLane});
        return LaneView::navigate(event);
    }
    const auto before = selection();
    const int lane = currentLane();
    if (up && !chosen) {
        const QList<LaneBlock>& blocks = this->lane(lane).layout.blocks;
        const bool atTop = before && !blocks.isEmpty() && blocks.first().id == *before;
        for (const StripBlock& block : std::as_const(m_strip)) {
            const bool overLane = block.firstLane <= lane && lane <= block.lastLane;
            if (overLane && (atTop || blocks.isEmpty())) {
                choose(block.id);
                return true;
            }
        }
    }
    return LaneView::navigate(event);
}

} // namespace reserve
