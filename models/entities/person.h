// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#pragma once

#include "models/entities/ids.h"

#include <QByteArray>
#include <QString>

#include <optional>

namespace reserve {

enum class PersonKind { Employee, ExternalContact };
enum class PersonStatus { Active, Retired };

// The ID field of a user profile (FAQ 7): digits only, shown as typed, compared as a number.
class ControlNumber
{
public:
    ControlNumber() = default;

    // Digits only, 1 to 18 of them.
    static std::optional<ControlNumber> fromText(const QString& text);
    static ControlNumber fromNumber(qint64 number);

    const QString& text() const { return m_text; }
    qint64 number() const { return m_number; }

    friend bool operator==(const ControlNumber& a, const ControlNumber& b) { return a.m_number == b.m_number; }
    friend auto operator<=>(const ControlNumber& a, const ControlNumber& b) { return a.m_number <=> b.m_number; }

private:
    QString m_text;
    qint64 m_number = 0;
};

// The Control Number of the first external contact (R-EXTERNAL); later ones count up and are never reused.
inline constexpr qint64 firstExternalContactNumber = 900000001;

// A user profile.
struct Person
{
    PersonId id;
    ControlNumber controlNumber;
    QString firstName;
    QString lastName;
    QString email;
    PersonKind kind = PersonKind::Employee;
    PersonStatus status = PersonStatus::Active;
    QByteArray timeZone; // IANA id; a reservation made in the console needs one (R-TIMEZONE)

    // First and last name; external contacts carry their e-mail in both, which is then said once.
    QString displayName() const;
    friend bool operator==(const Person&, const Person&) = default;
};

} // namespace reserve
