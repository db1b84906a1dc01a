// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#pragma once

#include "models/entities/person.h"
#include "models/exporting/rowproblem.h"

#include <QByteArrayView>
#include <QList>

namespace reserve {

// People as CSV (design section 4): control_number,first_name,last_name,email,status,time_zone.
QByteArray peopleToCsv(const QList<Person>& people);

// An external contact whose e-mail an employee of the file has (R-EXTERNAL).
struct ContactHandover
{
    PersonId contact;
    PersonId employee; // already there: takes over the contact's reservations, and the contact retires

    friend bool operator==(const ContactHandover&, const ContactHandover&) = default;
};

struct PeoplePlan
{
    // New ones without id. One with the id of an external contact turns that contact into the employee.
    QList<Person> toSave;
    QList<ContactHandover> handovers;
    ImportReport report;
};

// Pure. People are known by Control Number. Missing columns keep values, people without a row stay. Problems:
// csv.* of CsvTable, csv.column-missing (column), import.number-invalid (value), import.number-twice (number, line),
// import.email-invalid (value), import.status-unknown (value), import.zone-unknown (value).
PeoplePlan planPeople(QByteArrayView csv, const QList<Person>& existing);

} // namespace reserve
