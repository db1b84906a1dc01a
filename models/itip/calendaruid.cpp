// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#include "models/itip/calendaruid.h"

#include <algorithm>

namespace reserve {

namespace {

constexpr QByteArrayView globalObjectClass = "040000008200E00074C5B7101A82E008";

bool isHexDigit(char character)
{
    return (character >= '0' && character <= '9') || (character >= 'A' && character <= 'F')
        || (character >= 'a' && character <= 'f');
}

} // namespace

QString calendarUid(QByteArrayView value)
{
    const QByteArrayView uid = value.trimmed();
    const bool isExchanges = uid.size() > globalObjectClass.size()
        && uid.first(globalObjectClass.size()).compare(globalObjectClass, Qt::CaseInsensitive) == 0
        && std::all_of(uid.begin(), uid.end(), isHexDigit);
    const QString text = QString::fromUtf8(uid);
    return isExchanges ? text.toUpper() : text;
}

} // namespace reserve
