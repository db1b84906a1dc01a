// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#pragma once

#include "models/entities/person.h"

#include <QList>

namespace reserve {

// What of a person is edited.
enum class PersonField { Number, FirstName, LastName, Email, Status, TimeZone };
inline constexpr int personFieldCount = int(PersonField::TimeZone) + 1;

// What is to be saved, and which fields two people changed at once, each to something else.
struct PersonMerge
{
    Person merged; // in conflicts: as typed
    QList<PersonField> conflicts;
};

// Somebody edits `before` into `typed` while the store has come to hold `stored`. Only what was typed anew is
// taken, so that what others changed meanwhile stays. Pure.
PersonMerge mergePerson(const Person& before, const Person& typed, const Person& stored);

} // namespace reserve
