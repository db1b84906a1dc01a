// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#pragma once

#include "models/store/store.h"

#include <QHash>
#include <QString>

namespace reserve::test {

// A campus of fourteen spaces in two buildings in a busy week of November 2026, with every state a reservation can
// have; times in Europe/Berlin. The clock that fits it stands at Wednesday 18 November 2026, 10:47 there.
struct CalendarScene
{
    QHash<QString, SpaceId> spaces;             // by name
    QHash<QString, PersonId> people;            // by last name
    QHash<QString, ReservationId> reservations; // of CR2 Aurora, by subject

    SpaceId space(const char* name) const { return spaces.value(QString::fromLatin1(name)); }
    ReservationId reservation(const char* subject) const { return reservations.value(QString::fromLatin1(subject)); }
};

// Ends the program when the store refuses.
CalendarScene setCalendarScene(Store& store);

inline constexpr const char* sceneNow = "2026-11-18T09:47:00Z";

// `perSpace` reservations on 18 November in each of so many spaces, from 00:00 on, side by side in time.
void fillWithSpaces(Store& store, int spaces, int perSpace);

} // namespace reserve::test
