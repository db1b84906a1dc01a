// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#include "models/exchange/itemorganizer.h"

#include "models/base/address.h"

namespace reserve {

namespace {

QString nameBeforeDomain(const QString& address)
{
    return address.section(QLatin1Char('@'), 0, -2).trimmed();
}

} // namespace

bool canBeOrganizer(const QString& ofItem, const QString& ofRequest)
{
    const bool tellsNothing = ofRequest.isEmpty() || !looksLikeAddress(ofItem)
        || ofItem.startsWith(QLatin1String("IMCEAEX-"), Qt::CaseInsensitive);
    return tellsNothing || sameAddress(ofItem, ofRequest)
        || nameBeforeDomain(ofItem).compare(nameBeforeDomain(ofRequest), Qt::CaseInsensitive) == 0;
}

} // namespace reserve
