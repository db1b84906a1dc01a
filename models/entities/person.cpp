// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#include "models/entities/person.h"

#include <algorithm>

namespace reserve {

std::optional<ControlNumber> ControlNumber::fromText(const QString& text)
{
    const bool digitsOnly
        = std::all_of(text.begin(), text.end(), [](QChar c) { return c >= QLatin1Char('0') && c <= QLatin1Char('9'); });
    if (text.isEmpty() || text.size() > 18 || !digitsOnly)
        return std::nullopt;
    ControlNumber number;
    number.m_text = text;
    number.m_number = text.toLongLong();
    return number;
}

ControlNumber ControlNumber::fromNumber(qint64 value)
{
    ControlNumber number;
    number.m_text = QString::number(value);
    number.m_number = value;
    return number;
}

QString Person::displayName() const
{
    if (firstName == lastName && !firstName.isEmpty())
        return firstName;
    const QString name = QString(firstName + QLatin1Char(' ') + lastName).trimmed();
    return name.isEmpty() ? email : name;
}

} // namespace reserve
