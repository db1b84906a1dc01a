// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#include "models/agent/intakereply.h"

#include "models/wording/wording.h"

#include <QHash>

namespace reserve {

QByteArray printableAscii(const QString& text)
{
    static const QHash<char16_t, char> marks{{u'\u2018', '\''}, {u'\u2019', '\''}, {u'\u201a', '\''}, {u'\u201c', '"'},
                                             {u'\u201d', '"'},  {u'\u201e', '"'},  {u'\u2013', '-'},  {u'\u2014', '-'},
                                             {u'\u00a0', ' '},  {u'\u202f', ' '}};
    QByteArray ascii;
    for (const QChar c : text.normalized(QString::NormalizationForm_KD)) {
        if (c.isMark())
            continue;
        const char16_t unit = c.unicode();
        if (c.isLowSurrogate())
            continue;
        ascii += unit >= 0x20 && unit < 0x7f ? char(unit) : marks.value(unit, '?');
    }
    return ascii;
}

SmtpReply intakeReply(const Result<IntakeOutcome>& outcome)
{
    if (!outcome) {
        if (outcome.error().code() == "store.disk-full")
            return {452, QByteArrayLiteral("4.3.1"),
                    QByteArrayLiteral("No disk space for the message, try again later")};
        return {451, QByteArrayLiteral("4.3.0"), QByteArrayLiteral("The message could not be stored, try again later")};
    }
    if (!outcome->taken)
        return {550, QByteArrayLiteral("5.7.1"), printableAscii(sentence(outcome->refusal))};
    return {250, QByteArrayLiteral("2.0.0"), "Ok: queued as " + QByteArray::number(outcome->inboxId.value)};
}

} // namespace reserve
