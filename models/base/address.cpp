// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#include "models/base/address.h"

#include <algorithm>

namespace reserve {

QStringView domainOf(QStringView address)
{
    const qsizetype at = address.lastIndexOf(QLatin1Char('@'));
    return at < 0 ? QStringView() : address.mid(at + 1);
}

QStringView localPartOf(QStringView address)
{
    const qsizetype at = address.lastIndexOf(QLatin1Char('@'));
    return at < 0 ? address : address.left(at);
}

bool domainMatches(QStringView domain, QStringView accepted)
{
    if (domain.isEmpty() || accepted.isEmpty())
        return false;
    if (domain.compare(accepted, Qt::CaseInsensitive) == 0)
        return true;
    return domain.size() > accepted.size() && domain.endsWith(accepted, Qt::CaseInsensitive)
        && domain.at(domain.size() - accepted.size() - 1) == QLatin1Char('.');
}

bool sameAddress(QStringView left, QStringView right)
{
    return left.compare(right, Qt::CaseInsensitive) == 0;
}

QString addressKey(QStringView address)
{
    return address.toString().toLower();
}

bool looksLikeAddress(QStringView text)
{
    const qsizetype at = text.indexOf(QLatin1Char('@'));
    if (at <= 0 || at != text.lastIndexOf(QLatin1Char('@')) || at == text.size() - 1)
        return false;
    return std::none_of(text.begin(), text.end(), [](QChar c) {
        return c.isSpace() || c.category() == QChar::Other_Control || c == QLatin1Char(',') || c == QLatin1Char(';');
    });
}

} // namespace reserve
