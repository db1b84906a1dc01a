// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QString>
#include <QStringView>

namespace reserve {

// Plain e-mail addresses as text ("local@domain"): what is compared everywhere is compared here.

// The part after the last '@', empty when there is none.
QStringView domainOf(QStringView address);
QStringView localPartOf(QStringView address);

// "Domain matches" of the rules: equal, or a suffix after a dot, without regard to case.
// domainMatches("cr.mycompany.com", "MyCompany.com") is true, "notmycompany.com" is not.
bool domainMatches(QStringView domain, QStringView accepted);

bool sameAddress(QStringView left, QStringView right);

// Lower-case form used as a key; e-mail addresses of people compare without regard to case (R-MATCH).
QString addressKey(QStringView address);

// One '@' with something on both sides and no white space or control character: enough to catch typing mistakes,
// never used to refuse mail.
bool looksLikeAddress(QStringView text);

} // namespace reserve
