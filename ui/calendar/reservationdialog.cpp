// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#include "ui/calendar/reservationdialog.h"

#include "models/items/occupancywindow.h"
#include "models/items/wallaxis.h"
#include "models/items/whenanswered.h"
#include "models/wording/wording.h"
#include "ui/calendar/calendartexts.h"
#include "ui/calendar/personpicker.h"
#include "ui/calendar/reservationform.h"
#include "ui/common/findingmark.h"
#include "ui/common/formfield.h"
#include "ui/common/label.h"
#include "ui/common/segmentedswitch.h"
#include "ui/theme/consolestyle.h"
#include "ui/theme/metrics.h"

#include <QAccessible>
#include <QHBoxLayout>
#include <QPushButton>
#include <QVBoxLayout>

#include <chrono>

namespace reserve {

namespace {

constexpr int dialogWidth = 620;
constexpr auto pauseInTyping = std::chrono::milliseconds(150);

ConsoleBooking bookingOf(const ConsoleMeeting& meeting, const Reservation& row, BookingScope scope)
{
    ConsoleBooking booking{meeting.spaceId, meeting.personId,  meeting.subject, meeting.body,   row.time,
                           meeting.allDay,  meeting.isPrivate, meeting.rule,    meeting.invites};
    if (scope == BookingScope::ThisDate && !row.recurrenceId.isEmpty()) {
        booking.subject = row.subject;
        booking.isPrivate = row.isPrivate;
    }
    return booking;
}

// What is told of a decision: the sentence that the mail would bear, in the words of this window.
// A series begins on the first date that its rule has, which need not be the day that was chosen.
QString firstDateWords(const ConsoleAnswer& answer, const ConsoleBooking& booking, const QTimeZone& zone)
{
    if (answer.dates < 2 || booking.rule.isEmpty() || answer.time.start == booking.time.start)
        return {};
    return QLatin1Char(' ')
        + ReservationDialog::tr("It begins on %1.")
              .arg(rangeText(answer.time, booking.allDay, Reader{QLocale(), zone}));
}

// Said before it is done, because they have to be changed again by hand.
QString putBackWords(const ConsoleAnswer& answer)
{
    return answer.putBack > 0 ? QLatin1Char(' ') + sentence(putBackReason(answer)) : QString();
}

QString freeWords(const ConsoleAnswer& answer, bool allDay, const QTimeZone& zone)
{
    if (answer.isUnchanged)
        return sentence(answer.reason);
    if (answer.status == ReservationStatus::Pending)
        return ReservationDialog::tr("An approver decides; until then the time is held.");
    if (answer.dates > 1 && !answer.declined.isEmpty())
        return ReservationDialog::tr("%n of %1 dates are taken and left out.", nullptr, int(answer.declined.size()))
            .arg(answer.dates);
    if (answer.dates > 1)
        return ReservationDialog::tr("%1 is free on all %n dates.", nullptr, answer.dates).arg(answer.spaceName);
    return ReservationDialog::tr("%1 is free: %2.")
        .arg(answer.spaceName, rangeText(answer.time, allDay, Reader{QLocale(), zone}));
}

} // namespace

ReservationDialog::ReservationDialog(Store& store, const OccupancyWindow& window, QWidget* over)
    : QDialog(over)
    , m_window(window)
    , m_desk(new BookingDesk(store, this))
    , m_scope(new SegmentedSwitch(tr("What is changed")))
    , m_form(new ReservationForm(store, window))
    , m_mark(new FindingMark)
    , m_state(Label::paragraph({}))
    , m_offers(new QWidget)
    , m_offerRow(new QHBoxLayout(m_offers))
    , m_act(new QPushButton)
{
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowModality(Qt::WindowModal);
    setMinimumWidth(px(dialogWidth));
    m_pause.setSingleShot(true);
    m_pause.setInterval(pauseInTyping);
    connect(&m_pause, &QTimer::timeout, this, &ReservationDialog::tryOut);
    connect(m_form, &ReservationForm::changed, this, &ReservationDialog::edited);
    connect(m_form->personField(), &PersonPicker::failed, this, &ReservationDialog::showError);
    connect(m_desk, &BookingDesk::tried, this,
            [this](const ConsoleWish&, const Result<ConsoleAnswer>& answer) { showAnswer(answer); });
    connect(m_act, &QPushButton::clicked, this, &ReservationDialog::carryOut);
}

ReservationDialog::ReservationDialog(Store& store, const OccupancyWindow& window, const ConsoleBooking& booking,
                                     const std::optional<Person>& person, QWidget* over)
    : ReservationDialog(store, window, over)
{
    build(tr("New reservation"), tr("Reserve"));
    m_scope->hide();
    m_initial = booking;
    m_form->setBooking(booking, person);
    m_form->personField()->setFocus();
    edited();
}

ReservationDialog::ReservationDialog(Store& store, const OccupancyWindow& window, const BookingDetail& detail,
                                     QWidget* over)
    : ReservationDialog(store, window, over)
{
    m_before = detail;
    build(tr("Change the reservation"), tr("Save"));
    m_scope->addChoice(int(BookingScope::ThisDate), tr("This date"));
    m_scope->addChoice(int(BookingScope::Whole), tr("Whole series"));
    m_scope->setCurrent(int(BookingScope::ThisDate));
    m_scope->setVisible(!detail.reservation.recurrenceId.isEmpty());
    connect(m_scope, &SegmentedSwitch::changed, this, &ReservationDialog::showScope);
    showScope();
}

void ReservationDialog::build(const QString& title, const QString& act)
{
    setWindowTitle(title);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(u(4), u(4), u(4), u(4));
    layout->setSpacing(u(3));
    auto* head = new QHBoxLayout;
    head->addSpacing(FormField::leadingRoom());
    head->addWidget(new Label(title, Type::Section));
    head->addStretch(1);
    head->addWidget(m_scope);
    head->addSpacing(FormField::trailingRoom());
    layout->addLayout(head);
    layout->addWidget(m_form);
    auto* finding = new QWidget;
    finding->setAccessibleName(tr("What would come of it"));
    auto* row = new QHBoxLayout(finding);
    row->setContentsMargins({});
    row->setSpacing(u(2));
    // Beside the first line of the sentence.
    auto* mark = new QVBoxLayout;
    mark->addSpacing((m_state->fontMetrics().height() - m_mark->height()) / 2);
    mark->addWidget(m_mark);
    mark->addStretch(1);
    row->addLayout(mark);
    row->addWidget(m_state, 1);
    m_mark->hide(); // until there is something to say
    m_state->setAlignment((m_state->alignment() & ~Qt::AlignVertical_Mask) | Qt::AlignTop);
    layout->addLayout(FormField::inLine(finding));
    // Room for what may be said and offered, so that no field gives way when it is.
    m_state->setMinimumHeight(2 * m_state->fontMetrics().lineSpacing());
    QSizePolicy kept = m_offers->sizePolicy();
    kept.setRetainSizeWhenHidden(true);
    m_offers->setSizePolicy(kept);
    m_offers->setMinimumHeight(px(design::field));
    m_offerRow->setContentsMargins({});
    m_offerRow->setSpacing(u(2));
    layout->addLayout(FormField::inLine(m_offers));
    layout->addStretch(1);
    auto* cancel = new QPushButton(tr("Cancel"));
    m_act->setText(act);
    m_act->setDefault(true);
    setLook(m_act, Look::Primary);
    connect(cancel, &QPushButton::clicked, this, &QDialog::reject);
    auto* buttons = new QHBoxLayout;
    buttons->setSpacing(u(3));
    buttons->addStretch(1);
    buttons->addWidget(cancel);
    buttons->addWidget(m_act);
    buttons->addSpacing(FormField::trailingRoom());
    layout->addLayout(buttons);
}

BookingScope ReservationDialog::scope() const
{
    const bool isDate = m_before && !m_before->reservation.recurrenceId.isEmpty();
    return isDate ? BookingScope(m_scope->current()) : BookingScope::Whole;
}

void ReservationDialog::showScope()
{
    m_initial = bookingOf(*m_before->meeting, m_before->reservation, scope());
    m_form->setBooking(m_initial, m_before->person);
    m_form->setOneDateOnly(scope() == BookingScope::ThisDate);
    edited();
}

// Only what differs, so that the rest stays as somebody else may have made it meanwhile.
ConsoleChange ReservationDialog::changeFrom(const ConsoleBooking& now) const
{
    ConsoleChange change;
    change.reservation = m_before->reservation.id;
    change.scope = scope();
    const auto differs = [](const auto& before, const auto& after, auto& place) {
        if (before != after)
            place = after;
    };
    differs(m_initial.spaceId, now.spaceId, change.spaceId);
    differs(m_initial.personId, now.personId, change.personId);
    differs(m_initial.time, now.time, change.time);
    differs(m_initial.allDay, now.allDay, change.allDay);
    differs(m_initial.subject, now.subject, change.subject);
    differs(m_initial.body, now.body, change.body);
    differs(m_initial.isPrivate, now.isPrivate, change.isPrivate);
    differs(m_initial.rule, now.rule, change.rule);
    differs(m_initial.invites, now.invites, change.invites);
    return change;
}

std::optional<ConsoleWish> ReservationDialog::wish() const
{
    const ConsoleBooking now = m_form->booking();
    if (!m_before)
        return now;
    ConsoleChange nothing;
    nothing.reservation = m_before->reservation.id;
    nothing.scope = scope();
    const ConsoleChange change = changeFrom(now);
    return change == nothing ? std::nullopt : std::optional<ConsoleWish>(change);
}

void ReservationDialog::edited()
{
    m_wasFaster = m_isFree = false;
    m_desk->forget();
    m_pause.start();
}

void ReservationDialog::tryOut()
{
    const auto wanted = wish();
    if (!m_form->booking().personId) {
        clearOffers();
        say(Meaning::Information, tr("Choose for whom it is."));
        return;
    }
    if (!wanted) {
        clearOffers();
        say(Meaning::Information, tr("Nothing is changed yet."));
        return;
    }
    m_desk->tryOut(*wanted);
}

void ReservationDialog::say(Meaning meaning, const QString& sentence)
{
    if (m_state->text() == sentence)
        return;
    m_mark->setMeaning(meaning);
    m_mark->show();
    m_state->setMeaning(meaning);
    m_state->setText(sentence);
    QAccessibleEvent event(m_state, QAccessible::NameChanged);
    QAccessible::updateAccessibility(&event);
}

void ReservationDialog::showAnswer(const Result<ConsoleAnswer>& answer)
{
    if (!answer) {
        showError(answer.error());
        return;
    }
    clearOffers();
    m_isFree = !answer->isRefused;
    if (m_isFree) {
        say(answer->status == ReservationStatus::Pending ? Meaning::Tentative : Meaning::Good,
            freeWords(*answer, m_form->booking().allDay, m_window.siteZone())
                + (m_before ? QString() : firstDateWords(*answer, m_form->booking(), m_window.siteZone()))
                + putBackWords(*answer));
        return;
    }
    const QString why = sentence(answer->reason, Reader{QLocale(), m_window.siteZone()});
    say(Meaning::Failed, m_wasFaster ? tr("Somebody else was faster. %1").arg(why) : why);
    offer(answer->alternatives);
}

void ReservationDialog::showError(const Error& error)
{
    clearOffers();
    say(Meaning::Failed, sentence(error, Reader{QLocale(), m_window.siteZone()}));
    if (error.code() == "console.no-time-zone")
        offerZone(error);
}

void ReservationDialog::clearOffers()
{
    while (QLayoutItem* item = m_offerRow->takeAt(0)) {
        if (item->widget())
            item->widget()->deleteLater();
        delete item;
    }
    m_offers->hide();
}

// What is free instead, a button each.
void ReservationDialog::offer(const QList<Alternative>& alternatives)
{
    const CalendarTexts texts(m_window, m_window.siteZone());
    for (const Alternative& other : alternatives) {
        const ConsoleBooking wanted = m_form->booking();
        const bool isHere = other.spaceId == wanted.spaceId;
        const QString when = texts.spanBeside(other.time, dateAt(wanted.time.start, m_window.siteZone()));
        auto* button = new QPushButton(isHere ? when : other.spaceName);
        button->setToolTip(tr("%1 is free: %2").arg(other.spaceName, when));
        button->setAccessibleName(button->toolTip());
        connect(button, &QPushButton::clicked, this,
                [this, other] { m_form->takeAlternative(other.spaceId, other.time); });
        m_offerRow->addWidget(button);
    }
    m_offerRow->addStretch(1);
    m_offers->setVisible(!alternatives.isEmpty());
}

// R-TIMEZONE: the remedy is a button.
void ReservationDialog::offerZone(const Error& error)
{
    const PersonId person{error.arguments().value(QStringLiteral("id")).toLongLong()};
    const QByteArray zone = m_window.siteZone().id();
    auto* button = new QPushButton(tr("Set %1 in the profile").arg(QString::fromUtf8(zone)));
    connect(button, &QPushButton::clicked, this, [this, person, zone] {
        whenAnswered(m_desk->giveZone(person, zone), this, [this](const Result<Person>& given) {
            if (!given)
                showError(given.error());
            else
                m_form->personField()->setPerson(*given);
        });
    });
    m_offerRow->addWidget(button);
    m_offerRow->addStretch(1);
    m_offers->show();
}

void ReservationDialog::carryOut()
{
    m_pause.stop();
    m_desk->forget();
    const auto wanted = wish();
    if (!wanted) {
        reject();
        return;
    }
    m_act->setEnabled(false);
    m_act->setToolTip(tr("It is being stored"));
    whenAnswered(m_desk->carryOut(*wanted), this, [this, wanted](const Result<BookingDone>& done) {
        m_act->setEnabled(true);
        m_act->setToolTip({});
        if (done) {
            Q_EMIT reserved(*wanted, *done);
            accept();
            return;
        }
        showError(done.error());
        // What is free instead, as things stand now.
        const QByteArray& code = done.error().code();
        if (code.startsWith("decision.") || code == "reservation.overlap") {
            m_wasFaster = m_isFree && (code == "decision.conflict" || code == "reservation.overlap");
            m_desk->tryOut(*wanted);
        }
    });
}

} // namespace reserve
