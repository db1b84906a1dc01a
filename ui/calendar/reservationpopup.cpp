// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#include "ui/calendar/reservationpopup.h"

#include "models/wording/wording.h"
#include "ui/calendar/calendartexts.h"
#include "ui/calendar/statepills.h"
#include "ui/common/card.h"
#include "ui/common/label.h"
#include "ui/common/wayline.h"
#include "ui/theme/consolestyle.h"
#include "ui/theme/icons.h"
#include "ui/theme/metrics.h"
#include "ui/theme/painting.h"
#include "ui/theme/theme.h"

#include <QApplication>
#include <QGridLayout>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLocale>
#include <QMouseEvent>
#include <QPainter>
#include <QPushButton>
#include <QStyle>
#include <QTimeZone>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>

namespace reserve {

namespace {

constexpr int popupWidth = 424;
constexpr int shadow = 12;
constexpr int shadowSteps = 6;

// The clocks of both zones show the same.
bool readsAlike(const TimeRange& time, const QTimeZone& one, const QTimeZone& other)
{
    const auto agree
        = [&](Instant at) { return one.offsetFromUtc(toDateTime(at)) == other.offsetFromUtc(toDateTime(at)); };
    return agree(time.start) && agree(time.end);
}

// A small icon that follows the theme.
class RowIcon final : public QWidget
{
public:
    explicit RowIcon(Icon icon)
        : m_icon(icon)
    {
        setFixedSize(px(design::smallIcon), px(design::icon));
    }

protected:
    void paintEvent(QPaintEvent*) override
    {
        QPainter painter(this);
        paintIcon(&painter, rect(), m_icon, Theme::current().text2, layoutDirection());
    }

private:
    Icon m_icon;
};

// The line draws the states that the model counts.
static_assert(int(WayStation::State::NotYet) == int(TraceStation::State::NotYet)
              && int(WayStation::State::Working) == int(TraceStation::State::Working)
              && int(WayStation::State::Waiting) == int(TraceStation::State::Waiting)
              && int(WayStation::State::Done) == int(TraceStation::State::Done)
              && int(WayStation::State::Differs) == int(TraceStation::State::Differs)
              && int(WayStation::State::Failed) == int(TraceStation::State::Failed));

} // namespace

ReservationPopup::ReservationPopup(QWidget* page)
    : QWidget(page)
    , m_title(new Label({}, Type::Section))
    , m_where(new Label({}, Type::Caption, Ink::Secondary))
    , m_pills(new StatePills)
    , m_close(new QToolButton)
    , m_reason(Label::paragraph({}, Ink::Secondary))
    , m_way(new Surface(Surface::Ground::Alt))
    , m_line(new WayLine(WayLine::Shape::Small))
    , m_message(new QPushButton(tr("Show the message")))
    , m_change(new QPushButton(tr("Change")))
    , m_cancel(new QPushButton(tr("Cancel it")))
    , m_whose(Label::paragraph({}, Ink::Secondary))
{
    setFocusPolicy(Qt::StrongFocus);
    auto* layout = new QVBoxLayout(this);
    // Inside the panel's outline.
    const int margin = px(shadow) + 1;
    layout->setContentsMargins(margin, margin, margin, margin);
    layout->setSpacing(0);
    layout->addWidget(makeHead());
    auto* line = new Surface(Surface::Ground::Surface);
    line->setHairlines(Qt::TopEdge);
    line->setFixedHeight(1);
    layout->addWidget(line);
    auto* rows = new QWidget;
    auto* grid = new QGridLayout(rows);
    grid->setContentsMargins(u(4), u(3), u(4), u(3));
    grid->setHorizontalSpacing(u(3));
    grid->setVerticalSpacing(u(1));
    grid->setColumnStretch(1, 1);
    m_when = addRow(grid, int(Icon::TimeZone));
    m_margins = addRow(grid, int(Icon::SetUp));
    m_who = addRow(grid, int(Icon::PagePeople));
    m_people = addRow(grid, int(Icon::Seats));
    layout->addWidget(rows);
    layout->addWidget(makeWay());
    m_whose->setContentsMargins(u(4), u(2.5), u(4), 0);
    layout->addWidget(m_whose);
    layout->addLayout(makeButtons());
    setFixedWidth(px(popupWidth) + 2 * px(shadow));
    hide();
}

QWidget* ReservationPopup::makeHead()
{
    auto* head = new QWidget;
    auto* layout = new QGridLayout(head);
    layout->setContentsMargins(u(4), u(3), u(3), u(3));
    layout->setVerticalSpacing(u(1));
    m_title->setWordWrap(true);
    m_close->setIcon(icon(Icon::ActClose));
    m_close->setToolTip(tr("Close"));
    m_close->setAccessibleName(tr("Close"));
    m_close->setAutoRaise(true);
    setLook(m_close, Look::Quiet);
    connect(m_close, &QToolButton::clicked, this, &QWidget::hide);
    layout->addWidget(m_title, 0, 0);
    layout->addWidget(m_close, 0, 1, Qt::AlignTop);
    layout->addWidget(m_where, 1, 0, 1, 2);
    layout->addWidget(m_pills, 2, 0, 1, 2);
    layout->setColumnStretch(0, 1);
    return head;
}

QWidget* ReservationPopup::makeWay()
{
    m_way->setHairlines(Qt::TopEdge | Qt::BottomEdge);
    auto* layout = new QVBoxLayout(m_way);
    layout->setContentsMargins(u(4), u(3), u(4), u(3));
    layout->setSpacing(u(2));
    layout->addWidget(new Label(tr("The way of this request"), Type::CaptionStrong, Ink::Secondary));
    layout->addWidget(m_line);
    layout->addWidget(m_reason);
    return m_way;
}

QLayout* ReservationPopup::makeButtons()
{
    auto* buttons = new QHBoxLayout;
    buttons->setContentsMargins(u(3), u(2.5), u(3), u(2.5));
    m_message->setIcon(icon(Icon::PageMonitor));
    connect(m_message, &QPushButton::clicked, this, [this] {
        const TraceId trace = m_trace;
        hide();
        Q_EMIT traceWanted(trace);
    });
    m_change->setIcon(icon(Icon::ActEdit));
    connect(m_change, &QPushButton::clicked, this, [this] {
        const ReservationId id = m_id;
        hide();
        Q_EMIT editWanted(id);
    });
    m_cancel->setIcon(icon(Icon::StateCancelled));
    connect(m_cancel, &QPushButton::clicked, this, [this] {
        const ReservationId id = m_id;
        hide();
        Q_EMIT cancelWanted(id);
    });
    buttons->addWidget(m_message);
    buttons->addStretch(1);
    buttons->addWidget(m_cancel);
    buttons->addSpacing(u(2));
    buttons->addWidget(m_change);
    return buttons;
}

ReservationPopup::Row ReservationPopup::addRow(QGridLayout* grid, int which)
{
    const Row row{new RowIcon(Icon(which)), new Label({}, Type::Name), new Label({}, Type::Caption, Ink::Secondary)};
    row.first->setWordWrap(true);
    row.second->setWordWrap(true);
    const int line = grid->rowCount();
    grid->addWidget(row.icon, line, 0, Qt::AlignTop);
    grid->addWidget(row.first, line, 1);
    grid->addWidget(row.second, line + 1, 1);
    return row;
}

void ReservationPopup::fill(const Row& row, const QString& first, const QString& second)
{
    row.first->setText(first);
    row.second->setText(second);
    row.icon->setVisible(!first.isEmpty());
    row.first->setVisible(!first.isEmpty());
    row.second->setVisible(!second.isEmpty());
}

void ReservationPopup::showDetail(const ReservationDetail& detail, const QTimeZone& zone)
{
    const Reservation& reservation = detail.reservation;
    m_id = reservation.id;
    m_trace = reservation.traceId;
    QString title = reservation.isPrivate ? tr("Private") : reservation.subject;
    if (title.isEmpty())
        title = tr("No subject");
    m_title->setText(title);
    setAccessibleName(title);
    QStringList where;
    if (detail.space)
        where = {detail.space->name, detail.space->building, detail.space->floor};
    where.removeAll(QString());
    m_where->setText(where.join(tr(", ", "between the parts of a place")));

    QList<StatePill> pills{{answerMeaning(reservation.status), word(reservation.status)}};
    if (const auto exchange = exchangeMeaning(reservation))
        pills.append({*exchange, stateWord(*exchange)});
    m_pills->setPills(pills);
    fillWhen(detail, zone);
    fillWho(detail);
    fillWay(detail, zone);
    fillActs(reservation);
    if (isVisible())
        place(m_anchor);
}

void ReservationPopup::fillWhen(const ReservationDetail& detail, const QTimeZone& zone)
{
    const Reservation& reservation = detail.reservation;
    const Reader reader{QLocale(), zone};
    const QTimeZone organizer(reservation.timeZone);
    QString other;
    if (!reservation.timeZone.isEmpty() && organizer.isValid() && !reservation.allDay
        && !readsAlike(reservation.time, organizer, zone))
        other = tr("For the organizer: %1").arg(rangeText(reservation.time, false, Reader{QLocale(), organizer}));
    QStringList below{other};
    for (const KeptTime& kept : detail.kept)
        below.append(tr("%1 is held until the move is decided").arg(rangeText(kept.time, false, reader)));
    below.removeAll(QString());
    fill(m_when, rangeText(reservation.time, reservation.allDay, reader), below.join(QLatin1Char('\n')));
    QString margins;
    if (holdsSlot(reservation.status) && (reservation.setupMinutes > 0 || reservation.clearupMinutes > 0))
        margins
            = tr("Set-up %1 min before, clear-up %2 min after")
                  .arg(QLocale().toString(reservation.setupMinutes), QLocale().toString(reservation.clearupMinutes));
    fill(m_margins, margins, {});
}

void ReservationPopup::fillWho(const ReservationDetail& detail)
{
    const Reservation& reservation = detail.reservation;
    if (reservation.isPrivate) {
        fill(m_who, {}, {});
        fill(m_people, {}, {});
        return;
    }
    QString name = reservation.requesterEmail;
    QStringList below;
    if (detail.person) {
        name = detail.person->displayName();
        below.append(tr("Control Number %1").arg(detail.person->controlNumber.text()));
    }
    if (!reservation.requesterEmail.isEmpty() && reservation.requesterEmail != name)
        below.append(reservation.requesterEmail);
    if (!reservation.sentBy.isEmpty())
        below.append(tr("sent by %1").arg(reservation.sentBy));
    fill(m_who, name, below.join(tr(", ", "between the parts of a person's line")));
    // Beside the organizer; rooms are no guests, and what was made here invites nobody but, at most, the person.
    const bool isOurs = reservation.origin == ReservationOrigin::Console;
    const int invited = isOurs ? 0 : std::max(0, reservation.seats - 1);
    const int seats = detail.space ? detail.space->capacity : 0;
    QString people = invited > 0 ? tr("%n invited", nullptr, invited) : QString();
    if (seats > 0)
        people = people.isEmpty() ? tr("Room seats %1").arg(QLocale().toString(seats))
                                  : tr("%1, room seats %2").arg(people, QLocale().toString(seats));
    fill(m_people, people, {});
}

void ReservationPopup::fillWay(const ReservationDetail& detail, const QTimeZone& zone)
{
    const Reader reader{QLocale(), zone};
    QStringList why;
    if (!detail.reservation.reason.isEmpty())
        why.append(sentence(detail.reservation.reason, reader));
    if (!detail.reservation.exchangeReason.isEmpty())
        why.append(sentence(detail.reservation.exchangeReason, reader));
    m_reason->setText(why.join(QLatin1Char(' ')));
    m_reason->setVisible(!why.isEmpty());
    QList<WayStation> stations;
    if (detail.trace) {
        const QStringList names = WayLine::stationNames();
        for (const TraceStation& one : wayOf(*detail.trace)) {
            WayStation station;
            station.name = names.value(int(one.station));
            if (one.station == Station::Informed)
                station.shortName = tr("Informed", "the requester, in the short form");
            station.state = WayStation::State(one.state);
            stations.append(station);
        }
    }
    m_line->setStations(stations);
    m_line->setVisible(!stations.isEmpty());
    m_message->setVisible(detail.trace.has_value());
    m_way->setVisible(!stations.isEmpty() || !why.isEmpty());
}

// What came by mail belongs to its organizer: it can be cancelled here, not moved.
void ReservationPopup::fillActs(const Reservation& reservation)
{
    const bool stands = holdsSlot(reservation.status);
    const bool isOurs = reservation.origin == ReservationOrigin::Console;
    m_change->setVisible(stands && isOurs);
    m_cancel->setVisible(stands && reservation.origin != ReservationOrigin::Exchange);
    QString whose;
    if (stands && reservation.origin == ReservationOrigin::Mail)
        whose = tr(
            "Booked by mail: it belongs to its organizer, who alone can move it. Cancelling it here makes the room "
            "decline it.");
    else if (stands && reservation.origin == ReservationOrigin::Exchange)
        whose = tr("Read from the room's calendar in Exchange. It is changed there.");
    m_whose->setText(whose);
    m_whose->setVisible(!whose.isEmpty());
}

void ReservationPopup::openBeside(const QRect& anchor, QWidget* giveBack)
{
    m_giveBack = giveBack;
    place(anchor);
    show();
    raise();
    qApp->installEventFilter(this);
    m_close->setFocus(Qt::PopupFocusReason);
}

// Beside the block where there is room: after it, else before it, else over it.
void ReservationPopup::place(const QRect& anchor)
{
    m_anchor = anchor;
    layout()->activate();
    const QSize size(width(), layout()->heightForWidth(width()));
    const QRect page = parentWidget()->rect();
    const QRect logical = QStyle::visualRect(layoutDirection(), page, anchor);
    const int gap = u(1);
    int x = logical.right() + gap - px(shadow);
    if (x + size.width() > page.width())
        x = logical.left() - size.width() + px(shadow) - gap;
    x = std::clamp(x, 0, std::max(0, page.width() - size.width()));
    const int y = std::clamp(anchor.top() - px(shadow) - u(4), 0, std::max(0, page.height() - size.height()));
    setGeometry(QStyle::visualRect(layoutDirection(), page, QRect(QPoint(x, y), size)));
}

bool ReservationPopup::eventFilter(QObject* watched, QEvent* event)
{
    if (event->type() == QEvent::MouseButtonPress) {
        const auto* widget = qobject_cast<QWidget*>(watched);
        const bool outside = widget && widget != this && !isAncestorOf(widget) && widget->window() == window();
        if (outside)
            hide();
    }
    return QWidget::eventFilter(watched, event);
}

void ReservationPopup::keyPressEvent(QKeyEvent* event)
{
    if (event->key() == Qt::Key_Escape)
        hide();
    else
        QWidget::keyPressEvent(event);
}

// Tab goes round in it, as in a dialog: what lies behind it is reached once it is closed.
bool ReservationPopup::focusNextPrevChild(bool next)
{
    QWidget* const at = QApplication::focusWidget();
    if (!at || !isAncestorOf(at))
        return QWidget::focusNextPrevChild(next);
    const auto after
        = [next](QWidget* widget) { return next ? widget->nextInFocusChain() : widget->previousInFocusChain(); };
    for (QWidget* widget = after(at); widget != at; widget = after(widget)) {
        const bool isStop = isAncestorOf(widget) && widget->isVisible() && widget->isEnabled()
            && widget->focusPolicy() & Qt::TabFocus;
        if (isStop) {
            widget->setFocus(next ? Qt::TabFocusReason : Qt::BacktabFocusReason);
            break;
        }
    }
    return true;
}

void ReservationPopup::hideEvent(QHideEvent* event)
{
    QWidget::hideEvent(event);
    qApp->removeEventFilter(this);
    if (m_giveBack && (!QApplication::focusWidget() || isAncestorOf(QApplication::focusWidget())))
        m_giveBack->setFocus();
    Q_EMIT closed();
}

void ReservationPopup::paintEvent(QPaintEvent* event)
{
    Q_UNUSED(event)
    const Theme& theme = Theme::current();
    QPainter painter(this);
    const QRectF panel = QRectF(rect()).adjusted(px(shadow), px(shadow), -px(shadow), -px(shadow));
    const double radius = px(design::popupRadius);
    // 18 % of black in the light, 45 % in the dark, thinning outwards.
    const double strength = (theme.isDark() ? 0.45 : 0.18) / shadowSteps;
    for (int step = shadowSteps; step > 0; --step) {
        const double grow = px(shadow) * step / double(shadowSteps);
        QColor black(Qt::black);
        black.setAlphaF(float(strength * 0.6));
        paintPanel(&painter, panel.adjusted(-grow, -grow / 2, grow, grow), radius + grow, black);
    }
    paintPanel(&painter, panel, radius, theme.raised, theme.control);
}

} // namespace reserve
