// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#include "models/entities/consolemeeting.h"

#include <QUuid>

namespace reserve {

namespace {

constexpr QStringView ending = u"@reserve-console";

} // namespace

QString newConsoleUid()
{
    return QUuid::createUuid().toString(QUuid::WithoutBraces) + ending;
}

bool isConsoleUid(QStringView uid)
{
    return uid.endsWith(ending);
}

} // namespace reserve
