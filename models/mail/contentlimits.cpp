// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#include "models/mail/contentlimits.h"

#include <utility>

namespace reserve {

namespace {

SmtpRefusal refusal(int code, QByteArray enhanced, QByteArray text, QByteArray reason, const QString& name,
                    qint64 number)
{
    return {SmtpReply(code, std::move(enhanced), std::move(text)),
            Reason{std::move(reason), {{name, QString::number(number)}}}};
}

} // namespace

std::optional<SmtpRefusal> refusalOfContent(const ContentScan& scan, qint64 octets, const SmtpLimits& limits)
{
    if (octets > limits.messageOctets) {
        return refusal(552, QByteArrayLiteral("5.3.4"),
                       "Messages here have at most " + QByteArray::number(limits.messageOctets) + " octets",
                       QByteArrayLiteral("smtp.size-exceeded"), QStringLiteral("limit"), limits.messageOctets);
    }
    if (scan.receivedFields > limits.receivedFields) {
        return refusal(554, QByteArrayLiteral("5.4.6"),
                       QByteArrayLiteral("Too many Received fields: the mail runs in a loop"),
                       QByteArrayLiteral("smtp.mail-loop"), QStringLiteral("count"), scan.receivedFields);
    }
    if (scan.longestLine > limits.contentLineOctets) {
        return refusal(554, QByteArrayLiteral("5.6.0"), QByteArrayLiteral("A line of the message is too long"),
                       QByteArrayLiteral("smtp.content-line-too-long"), QStringLiteral("octets"), scan.longestLine);
    }
    return std::nullopt;
}

} // namespace reserve
