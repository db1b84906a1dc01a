// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QByteArray>
#include <QDate>

#include <optional>

namespace reserve {

// How a reservation repeats, in the words of a form; RFC 5545 knows more.
struct RepeatChoice
{
    enum class Every { Never, Day, WorkDay, Week, Month, Other };

    Every every = Every::Never;
    int interval = 1;
    int count = 10;
    QDate until;      // valid: in place of count
    QByteArray other; // of Other: the rule as it is

    friend bool operator==(const RepeatChoice&, const RepeatChoice&) = default;
};

// The RRULE of a series that begins on `first`; empty: never.
QByteArray ruleOf(const RepeatChoice& choice, QDate first);

// What a rule says; Other where the form has no words for it.
RepeatChoice choiceOf(const QByteArray& rule, QDate first);

} // namespace reserve
