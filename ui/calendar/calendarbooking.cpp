// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#include "ui/calendar/calendarbooking.h"

#include "models/items/occupancywindow.h"
#include "models/items/whenanswered.h"
#include "models/wording/wording.h"
#include "ui/calendar/calendartexts.h"
#include "ui/calendar/calendarview.h"
#include "ui/calendar/reservationdialog.h"
#include "ui/calendar/reservationform.h"
#include "ui/calendar/scopequestion.h"
#include "ui/common/toast.h"

namespace reserve {

namespace {

bool isOfSeries(const Reservation& row)
{
    return !row.recurrenceId.isEmpty();
}

// "Reserved: CR2 Aurora, 18 November 2026, 09:30 – 10:30".
QString doneWords(const ConsoleWish& wish, const ConsoleAnswer& answer, const QTimeZone& zone)
{
    const QString when = rangeText(answer.time, false, Reader{QLocale(), zone});
    if (std::holds_alternative<ConsoleCancellation>(wish))
        return CalendarBooking::tr("Cancelled: %1, %2").arg(answer.spaceName, when);
    if (answer.status == ReservationStatus::Pending)
        return CalendarBooking::tr("Waits for an approver: %1, %2").arg(answer.spaceName, when);
    const auto* change = std::get_if<ConsoleChange>(&wish);
    if (!change)
        return CalendarBooking::tr("Reserved: %1, %2").arg(answer.spaceName, when);
    return change->time || change->spaceId ? CalendarBooking::tr("Moved: %1, %2").arg(answer.spaceName, when)
                                           : CalendarBooking::tr("Changed: %1, %2").arg(answer.spaceName, when);
}

} // namespace

CalendarBooking::CalendarBooking(Store& store, const OccupancyWindow& window, QWidget* page)
    : QObject(page)
    , m_store(store)
    , m_window(window)
    , m_page(page)
    , m_desk(new BookingDesk(store, this))
    , m_toast(new Toast(page))
{
    connect(m_desk, &BookingDesk::tried, this, [this](const ConsoleWish&, const Result<ConsoleAnswer>& answer) {
        m_dragError = answer ? std::nullopt : std::optional(answer.error());
        if (m_dragging)
            m_dragging->setVerdict(verdictOf(answer));
    });
    connect(this, &CalendarBooking::settled, this, [this] {
        if (m_dragging)
            m_dragging->endDrag();
    });
}

void CalendarBooking::watch(CalendarView* view)
{
    connect(view, &CalendarView::editWanted, this, &CalendarBooking::edit);
    connect(view, &CalendarView::cancelWanted, this, &CalendarBooking::cancel);
    connect(view, &CalendarView::dragged, this, [this, view](const SlotDrag& drag) { follow(view, drag); });
    connect(view, &CalendarView::dropped, this, &CalendarBooking::drop);
    connect(view, &CalendarView::dragEnded, m_desk, &BookingDesk::forget);
}

namespace {

ConsoleChange changeOf(const SlotDrag& drag)
{
    ConsoleChange change;
    change.reservation = drag.id;
    if (drag.space != drag.spaceBefore)
        change.spaceId = drag.space;
    if (drag.time != drag.before)
        change.time = drag.time;
    return change;
}

} // namespace

void CalendarBooking::follow(CalendarView* view, const SlotDrag& drag)
{
    m_dragging = view;
    m_dragError.reset();
    if (drag.what == SlotDrag::What::New)
        view->setVerdict(verdictOfNew(drag));
    else
        m_desk->tryOut(changeOf(drag));
}

// For whom it is nobody knows yet: only what is on screen can be in the way.
DragVerdict CalendarBooking::verdictOfNew(const SlotDrag& drag) const
{
    const CalendarTexts texts(m_window, m_window.siteZone());
    if (!drag.space)
        return {Meaning::Information, tr("Release to reserve")};
    for (const Reservation* other : m_window.reservations(drag.space, drag.time)) {
        if (holdsSlot(other->status) && other->heldTime().overlaps(drag.time))
            return {Meaning::Failed,
                    tr("Taken by %1 until %2").arg(texts.title(*other), texts.clock(other->heldTime().end))};
    }
    if (const QList<const KeptTime*> kept = m_window.keptTimes(drag.space, drag.time); !kept.isEmpty()) {
        const KeptTime& first = *kept.first();
        return {Meaning::Failed,
                tr("Taken by %1 until %2").arg(texts.title(first.reservation), texts.clock(first.held.end))};
    }
    return {Meaning::Good, tr("Free in %1").arg(texts.spaceName(drag.space))};
}

DragVerdict CalendarBooking::verdictOf(const Result<ConsoleAnswer>& answer) const
{
    const Reader reader{QLocale(), m_window.siteZone()};
    if (!answer)
        return {Meaning::Failed, sentence(answer.error(), reader)};
    if (answer->isRefused)
        return {Meaning::Failed, sentence(answer->reason, reader)};
    if (answer->status == ReservationStatus::Pending)
        return {Meaning::Tentative, tr("An approver decides in %1").arg(answer->spaceName)};
    return {Meaning::Good, tr("Free in %1").arg(answer->spaceName)};
}

// Where it is known that it cannot be, the dialog says what is free instead.
void CalendarBooking::drop(const SlotDrag& drag, const DragVerdict& verdict)
{
    if (drag.what == SlotDrag::What::New) {
        Q_EMIT reserveWanted(drag.space, drag.time);
        return;
    }
    if (verdict.meaning != Meaning::Failed) {
        change(changeOf(drag));
        return;
    }
    if (m_dragError)
        Q_EMIT failed(*m_dragError);
    else
        openEditAt(changeOf(drag));
    Q_EMIT settled();
}

// The form, as it was to become: it says why that cannot be, and what is free instead.
void CalendarBooking::openEditAt(const ConsoleChange& change)
{
    whenAnswered(m_desk->read(change.reservation), this, [this, change](const Result<BookingDetail>& detail) {
        if (!detail) {
            Q_EMIT failed(detail.error());
            return;
        }
        openEdit(*detail);
        if (auto* dialog = qobject_cast<ReservationDialog*>(m_open.data()))
            dialog->form()->takeAlternative(change.spaceId.value_or(detail->reservation.spaceId),
                                            change.time.value_or(detail->reservation.time));
    });
}

void CalendarBooking::reserve(SpaceId space, TimeRange time, std::optional<PersonId> person)
{
    ConsoleBooking booking;
    booking.spaceId = space;
    booking.time = time;
    if (!person) {
        openNew(booking, std::nullopt);
        return;
    }
    whenAnswered(m_desk->readPerson(*person), this, [this, booking](const Result<Person>& read) {
        openNew(booking, read ? std::optional(*read) : std::nullopt);
    });
}

void CalendarBooking::openNew(const ConsoleBooking& booking, const std::optional<Person>& person)
{
    if (m_open)
        return;
    auto* dialog = new ReservationDialog(m_store, m_window, booking, person, m_page);
    m_open = dialog;
    connect(dialog, &ReservationDialog::reserved, this, &CalendarBooking::tell);
    connect(dialog, &QDialog::finished, this, &CalendarBooking::settled);
    dialog->open();
}

void CalendarBooking::edit(ReservationId id)
{
    whenAnswered(m_desk->read(id), this, [this](const Result<BookingDetail>& detail) {
        if (detail)
            openEdit(*detail);
        else
            Q_EMIT failed(detail.error());
    });
}

void CalendarBooking::openEdit(const BookingDetail& detail)
{
    if (m_open)
        return;
    if (!detail.meeting) {
        const Space* space = m_window.space(detail.reservation.spaceId);
        Q_EMIT failed(Error("console.made-by-mail",
                            {{QStringLiteral("organizer"), detail.reservation.organizer},
                             {QStringLiteral("space"), space ? space->name : QString()}}));
        return;
    }
    auto* dialog = new ReservationDialog(m_store, m_window, detail, m_page);
    m_open = dialog;
    connect(dialog, &ReservationDialog::reserved, this, &CalendarBooking::tell);
    dialog->open();
}

void CalendarBooking::cancel(ReservationId id)
{
    whenAnswered(m_desk->read(id), this, [this](const Result<BookingDetail>& detail) {
        if (detail)
            askAndCancel(*detail);
        else
            Q_EMIT failed(detail.error());
    });
}

void CalendarBooking::askAndCancel(const BookingDetail& detail)
{
    if (m_open || !holdsSlot(detail.reservation.status))
        return;
    const CalendarTexts texts(m_window, m_window.siteZone());
    const bool series = isOfSeries(detail.reservation);
    ScopeQuestion::Texts said;
    said.title = tr("Cancel \"%1\"?").arg(texts.title(detail.reservation));
    said.text = detail.meeting
        ? tr("%1 is free again, Exchange and the person are told.").arg(texts.spaceName(detail.reservation.spaceId))
        : tr("It was booked by mail. The room declines it to %1, in whose calendar the meeting stays.")
              .arg(detail.reservation.organizer);
    said.keep = tr("Keep it");
    said.once = series ? tr("Cancel this date") : tr("Cancel the reservation");
    said.whole = series ? tr("Cancel the whole series") : QString();
    said.whyLabel = tr("Why, for the person (may be empty)");
    said.destructive = true;
    auto* question = new ScopeQuestion(said, m_page);
    m_open = question;
    connect(question, &ScopeQuestion::answered, this,
            [this, id = detail.reservation.id](BookingScope scope, const QString& why) {
                carryOut(ConsoleCancellation{id, scope, why});
            });
    question->open();
}

void CalendarBooking::change(const ConsoleChange& change)
{
    const Reservation* row = m_window.find(change.reservation);
    if (!row || !isOfSeries(*row)) {
        carryOut(change);
        return;
    }
    const CalendarTexts texts(m_window, m_window.siteZone());
    ScopeQuestion::Texts said;
    said.title = tr("Move this date or the whole series?");
    said.text = tr("\"%1\" repeats. The whole series moves by as much as this date.").arg(texts.title(*row));
    said.keep = tr("Leave it");
    said.once = tr("This date");
    said.whole = tr("Whole series");
    auto* question = new ScopeQuestion(said, m_page);
    m_open = question;
    connect(question, &ScopeQuestion::answered, this, [this, change](BookingScope scope, const QString&) {
        ConsoleChange chosen = change;
        chosen.scope = scope;
        carryOut(chosen);
    });
    connect(question, &QDialog::rejected, this, &CalendarBooking::settled);
    question->open();
}

void CalendarBooking::carryOut(const ConsoleWish& wish)
{
    whenAnswered(m_desk->carryOut(wish), this, [this, wish](const Result<BookingDone>& done) {
        const auto* change = std::get_if<ConsoleChange>(&wish);
        if (done)
            tell(wish, *done);
        else if (change && (done.error().code() == "decision.conflict" || done.error().code() == "reservation.overlap"))
            openEditAt(*change);
        else
            Q_EMIT failed(done.error());
        Q_EMIT settled();
    });
}

namespace {

std::optional<BookingHistory::Step> stepBack(const ConsoleWish& wish, const BookingDone& done, const QString& words)
{
    if (!done.back)
        return std::nullopt;
    const auto* cancellation = std::get_if<ConsoleCancellation>(&wish);
    const bool comesBackAnew = cancellation && std::holds_alternative<ConsoleBooking>(*done.back);
    return BookingHistory::Step{*done.back, words, comesBackAnew ? cancellation->reservation : ReservationId()};
}

} // namespace

void CalendarBooking::tell(const ConsoleWish& wish, const BookingDone& done)
{
    if (done.answer.isUnchanged) {
        m_toast->tell(sentence(done.answer.reason));
        return;
    }
    const QString words = doneWords(wish, done.answer, m_window.siteZone());
    follow(wish, done);
    if (const auto step = stepBack(wish, done, words)) {
        m_history.done(*step);
        m_toast->tell(words, [this] { undo(); });
    } else {
        m_toast->tell(words);
    }
    Q_EMIT reserved(done.answer.reservation);
}

// What goes into another space stands there under another number; the series that a date has left stays where it is.
void CalendarBooking::follow(const ConsoleWish& wish, const BookingDone& done)
{
    const auto* change = std::get_if<ConsoleChange>(&wish);
    const auto* cancellation = std::get_if<ConsoleCancellation>(&wish);
    const ReservationId meant = change ? change->reservation
        : cancellation                 ? cancellation->reservation
                                       : ReservationId();
    if (done.heir)
        m_history.rename(meant, done.heir, BookingScope::Whole);
    if (change && change->spaceId)
        m_history.rename(meant, done.answer.reservation);
}

void CalendarBooking::undo()
{
    goBack(false);
}

void CalendarBooking::redo()
{
    goBack(true);
}

void CalendarBooking::goBack(bool again)
{
    const auto step = again ? m_history.nextAgain() : m_history.nextBack();
    if (!step || m_isGoingBack)
        return;
    m_isGoingBack = true;
    whenAnswered(m_desk->carryOut(step->wish), this, [this, again, step](const Result<BookingDone>& done) {
        m_isGoingBack = false;
        if (!done) {
            // Somebody else has changed it meanwhile: there is no way back.
            again ? m_history.forgetAgain() : m_history.forgetBack();
            Q_EMIT failed(done.error());
            return;
        }
        follow(step->wish, *done);
        if (step->stoodFor)
            m_history.rename(step->stoodFor, done->answer.reservation);
        const auto turn = stepBack(step->wish, *done, step->words);
        again ? m_history.wentAgain(turn) : m_history.wentBack(turn);
        m_toast->tell((again ? tr("Done again. %1") : tr("Undone. %1")).arg(step->words));
        Q_EMIT reserved(done->answer.reservation);
        if (!done->answer.declined.isEmpty())
            Q_EMIT cameShort(done->answer.reason);
    });
}

} // namespace reserve
