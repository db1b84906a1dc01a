// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#include "models/exporting/peopleimport.h"

#include "models/exporting/peoplecsv.h"
#include "models/store/unit.h"

namespace reserve {

namespace {

Result<void> moveReservations(WriteUnit& unit, const ContactHandover& handover)
{
    ReservationFilter filter;
    filter.personId = handover.contact;
    for (;;) {
        constexpr int atOnce = 500;
        const auto some = unit.reservations().list(filter, atOnce);
        if (!some)
            return failure(some.error());
        if (some->isEmpty())
            return {};
        for (const Reservation& listed : *some) {
            // Lists come without attendees, and an update writes the whole reservation.
            const auto whole = unit.reservations().find(listed.id);
            if (!whole)
                return failure(whole.error());
            Reservation moved = whole->value_or(listed);
            moved.personId = handover.employee;
            if (const auto updated = unit.reservations().update(moved); !updated)
                return failure(updated.error());
        }
    }
}

Result<void> retire(WriteUnit& unit, PersonId id, const QString& actor)
{
    const auto found = unit.people().find(id);
    if (!found)
        return failure(found.error());
    if (!*found)
        return {};
    Person contact = **found;
    contact.status = PersonStatus::Retired;
    if (const auto saved = unit.people().save(contact, actor); !saved)
        return failure(saved.error());
    return {};
}

} // namespace

Result<ImportReport> importPeople(WriteUnit& unit, const QByteArray& csv, const QString& actor)
{
    const auto existing = unit.people().all();
    if (!existing)
        return failure(existing.error());
    const PeoplePlan plan = planPeople(csv, *existing);
    for (const Person& person : plan.toSave) {
        if (const auto saved = unit.people().save(person, actor); !saved)
            return failure(saved.error());
    }
    for (const ContactHandover& handover : plan.handovers) {
        if (const auto moved = moveReservations(unit, handover); !moved)
            return failure(moved.error());
        if (const auto retired = retire(unit, handover.contact, actor); !retired)
            return failure(retired.error());
    }
    return plan.report;
}

} // namespace reserve
