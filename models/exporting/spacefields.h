// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#pragma once

#include "models/base/result.h"
#include "models/entities/space.h"

#include <QList>
#include <QString>

#include <optional>

namespace reserve {

// The fields of a space as text, one by one: for files, and for fields that are typed into.
enum class SpaceField {
    Name,
    Building,
    Floor,
    Capacity,
    Mailbox,
    DelegateContact,
    TimeZone,
    WorkDays,
    WorkStart,
    WorkEnd,
    Bookable,
    SetupMinutes,
    ClearupMinutes
};

const QList<SpaceField>& spaceFields();

// The name of the CSV column and of JSON: "delegate_contact".
QString columnName(SpaceField field);
std::optional<SpaceField> spaceFieldNamed(const QString& column);

QString textOf(const Space& space, SpaceField field);

// Puts the text into the field, or says why it cannot: space.name-empty, space.mailbox-empty, space.address-invalid
// (value), space.capacity-invalid (value), space.zone-unknown (value), space.days-unknown (value), space.time-invalid
// (value), space.flag-invalid (value), space.minutes-invalid (value). An empty text keeps what cannot be empty: work
// days and times, and bookable.
Result<void> setText(Space& space, SpaceField field, const QString& text);

// What only the whole space tells: space.hours-empty (start).
Result<void> checkWhole(const Space& space);

// "true", "yes", "y", "on", "1" and their opposites, in any case.
std::optional<bool> flagFromText(const QString& text);

} // namespace reserve
