// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#include "models/mail/smtpenvelope.h"

namespace reserve {

QList<QByteArray> findingCodes(ContentFindings findings)
{
    QList<QByteArray> codes;
    if (findings.testFlag(ContentFinding::BareLineFeed))
        codes.append(QByteArrayLiteral("smtp.bare-line-feed"));
    if (findings.testFlag(ContentFinding::BareCarriageReturn))
        codes.append(QByteArrayLiteral("smtp.bare-carriage-return"));
    if (findings.testFlag(ContentFinding::LongLine))
        codes.append(QByteArrayLiteral("smtp.long-line"));
    if (findings.testFlag(ContentFinding::Nul))
        codes.append(QByteArrayLiteral("smtp.nul-octet"));
    if (findings.testFlag(ContentFinding::UndeclaredEightBit))
        codes.append(QByteArrayLiteral("smtp.undeclared-8bit"));
    return codes;
}

} // namespace reserve
