// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#pragma once

#include "models/base/result.h"
#include "models/store/unit.h"

#include <QHash>
#include <QList>
#include <QString>

namespace reserve {

// A row of the People table that is not a person but the head of those below it: an e-mail that several people have
// (FAQ 7), or everyone else.
struct PersonSection
{
    QString email;   // empty: everyone else
    int people = 0;  // who have it, whether the filter shows them or not
    int retired = 0; // of them

    bool isFinding() const { return !email.isEmpty(); }
    friend bool operator==(const PersonSection&, const PersonSection&) = default;
};

// Keys in the order of the table: a person's id is positive, a section's key is not.
struct PersonList
{
    QList<qint64> keys;
    QHash<qint64, PersonSection> sections;
    PersonCounts counts;
};

// Reader thread. Sections stand only in the order by e-mail, and where one is shared.
Result<PersonList> readPersonList(const ReadUnit& unit, const PersonFilter& filter);

} // namespace reserve
