// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#include "models/exporting/reservationrow.h"

#include "models/settings/settings.h"
#include "models/store/unit.h"

#include <QHash>

namespace reserve {

namespace {

constexpr int rowsAtOnce = 2000;

// What the ids of one listing are called; each name is read once.
class Names final
{
public:
    explicit Names(const ReadUnit& unit)
        : m_unit(unit)
    {
    }

    Result<void> readSpacesAndZone()
    {
        const auto spaces = m_unit.spaces().all();
        if (!spaces)
            return failure(spaces.error());
        for (const Space& space : *spaces)
            m_spaces.insert(space.id, space);
        const auto stored = m_unit.settings().all();
        if (!stored)
            return failure(stored.error());
        m_zone = Settings(*stored).timeZone();
        return {};
    }

    Result<ReservationRow> rowOf(const Reservation& reservation)
    {
        const auto known = m_people.constFind(reservation.personId);
        if (known == m_people.cend() && reservation.personId) {
            const auto person = m_unit.people().find(reservation.personId);
            if (!person)
                return failure(person.error());
            m_people.insert(reservation.personId, person->value_or(Person{}));
        }
        const Space space = m_spaces.value(reservation.spaceId);
        const Person person = m_people.value(reservation.personId);
        return ReservationRow{reservation,
                              space.name,
                              space.mailbox,
                              space.timeZone.isEmpty() ? m_zone : space.timeZone,
                              person.controlNumber.text(),
                              person.email};
    }

private:
    const ReadUnit& m_unit;
    QHash<SpaceId, Space> m_spaces;
    QHash<PersonId, Person> m_people;
    QByteArray m_zone;
};

} // namespace

QString ReservationRow::shownSubject() const
{
    return reservation.isPrivate ? QStringLiteral("Private") : reservation.subject;
}

Result<void> forEachReservation(const ReadUnit& unit, const ReservationFilter& filter,
                                const std::function<void(const ReservationRow&)>& row)
{
    Names names(unit);
    if (const auto read = names.readSpacesAndZone(); !read)
        return read;
    for (int offset = 0;; offset += rowsAtOnce) {
        const auto some = unit.reservations().list(filter, rowsAtOnce, offset);
        if (!some)
            return failure(some.error());
        for (const Reservation& reservation : *some) {
            const auto named = names.rowOf(reservation);
            if (!named)
                return failure(named.error());
            row(*named);
        }
        if (some->size() < rowsAtOnce)
            return {};
    }
}

} // namespace reserve
