// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#include "models/exporting/peoplejson.h"

#include "models/entities/enumtext.h"

namespace reserve {

QJsonObject toJsonObject(const Person& person)
{
    return {{QStringLiteral("control_number"), person.controlNumber.text()},
            {QStringLiteral("first_name"), person.firstName},
            {QStringLiteral("last_name"), person.lastName},
            {QStringLiteral("email"), person.email},
            {QStringLiteral("status"), QString::fromLatin1(toText(person.status))},
            {QStringLiteral("time_zone"), QString::fromUtf8(person.timeZone)},
            {QStringLiteral("kind"), QString::fromLatin1(toText(person.kind))}};
}

} // namespace reserve
