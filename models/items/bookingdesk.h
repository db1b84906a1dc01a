// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#pragma once

#include "models/reserving/consolebooking.h"

#include <QFuture>
#include <QObject>

#include <memory>
#include <optional>

namespace reserve {

class ItipReader;
class Store;

// A wish that was carried out, and the one that takes it back; none where that cannot be said. A series that was
// cancelled as a whole, or whose dates were put back by a change of the whole, comes back as it stood. Anything else
// that was cancelled comes back under another number; a date of a series, cancelled or moved into another space, comes
// back by itself: Exchange does not take a date again that was taken out of its series.
struct BookingDone
{
    ConsoleAnswer answer;
    std::optional<ConsoleWish> back;
    ReservationId heir = {}; // of a date that left its series: another one, by which the series is still known
};

// A reservation as a form of it needs it.
struct BookingDetail
{
    Reservation reservation;
    std::optional<ConsoleMeeting> meeting; // none: it was not made in the console
    std::optional<Person> person;
    // What taking back the end of a series needs (ConsoleRestoring::dates); filled for that alone.
    QList<Reservation> datesOtherwise;
};

// Where windows have reservations made: carries wishes out on the store's writer and tries them out in a
// rehearsal, of which only the newest is answered. Owned by a page, on the GUI's thread; the store outlives
// it. Errors: as models/reserving/consolebooking.h.
class BookingDesk final : public QObject
{
    Q_OBJECT

public:
    explicit BookingDesk(Store& store, QObject* parent = nullptr);
    ~BookingDesk() override;

    QFuture<Result<BookingDone>> carryOut(const ConsoleWish& wish);
    QFuture<Result<BookingDetail>> read(ReservationId id);
    QFuture<Result<Person>> readPerson(PersonId id);
    // R-TIMEZONE: into the profile.
    QFuture<Result<Person>> giveZone(PersonId id, const QByteArray& zone);

    // Answered by tried(), unless a newer wish or forget() comes first.
    void tryOut(const ConsoleWish& wish);
    void forget();

Q_SIGNALS:
    void tried(const reserve::ConsoleWish& wish, const reserve::Result<reserve::ConsoleAnswer>& answer);

private:
    void rehearseNext();

    Store& m_store;
    std::shared_ptr<const ItipReader> m_reader;
    std::optional<ConsoleWish> m_next;
    bool m_isTrying = false;
    quint64 m_round = 0; // forget() begins a new one; answers of an older one are dropped
};

// What takes `done` back, given how it was before.
std::optional<ConsoleWish> wishBack(const BookingDetail& before, const ConsoleWish& done, const ConsoleAnswer& answer);

} // namespace reserve
