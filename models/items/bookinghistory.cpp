// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#include "models/items/bookinghistory.h"

namespace reserve {

namespace {

std::optional<BookingHistory::Step> newestOf(const QList<BookingHistory::Step>& steps)
{
    return steps.isEmpty() ? std::nullopt : std::optional(steps.last());
}

template<typename Wish>
void renameIn(Wish* wish, ReservationId before, ReservationId now, std::optional<BookingScope> scope)
{
    if (wish && wish->reservation == before && (!scope || wish->scope == *scope))
        wish->reservation = now;
}

void renameAmong(QList<BookingHistory::Step>& steps, ReservationId before, ReservationId now,
                 std::optional<BookingScope> scope)
{
    for (BookingHistory::Step& step : steps) {
        renameIn(std::get_if<ConsoleChange>(&step.wish), before, now, scope);
        renameIn(std::get_if<ConsoleCancellation>(&step.wish), before, now, scope);
    }
}

} // namespace

void BookingHistory::done(const Step& back)
{
    m_again.clear();
    m_back.append(back);
    if (m_back.size() > mostSteps)
        m_back.removeFirst();
}

std::optional<BookingHistory::Step> BookingHistory::nextBack() const
{
    return newestOf(m_back);
}

std::optional<BookingHistory::Step> BookingHistory::nextAgain() const
{
    return newestOf(m_again);
}

void BookingHistory::wentBack(const std::optional<Step>& step)
{
    forgetBack();
    if (step)
        m_again.append(*step);
}

void BookingHistory::wentAgain(const std::optional<Step>& step)
{
    forgetAgain();
    if (step)
        m_back.append(*step);
}

void BookingHistory::forgetBack()
{
    if (!m_back.isEmpty())
        m_back.removeLast();
}

void BookingHistory::forgetAgain()
{
    if (!m_again.isEmpty())
        m_again.removeLast();
}

void BookingHistory::rename(ReservationId before, ReservationId now)
{
    for (QList<Step>* steps : {&m_back, &m_again})
        renameAmong(*steps, before, now, std::nullopt);
}

void BookingHistory::rename(ReservationId before, ReservationId now, BookingScope scope)
{
    for (QList<Step>* steps : {&m_back, &m_again})
        renameAmong(*steps, before, now, scope);
}

} // namespace reserve
