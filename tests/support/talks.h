// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#pragma once

#include "tests/support/letter.h"

#include <random>

namespace reserve::test {

using Conversation = QList<Letter>;

// What an organizer has to say about one meeting, for tests that let it arrive in every order.
struct Talk
{
    const char* name;
    Conversation letters; // in the order in which they were written
    qsizetype holds;      // how many dates in the end, where everybody may book
};

QList<Talk> talks();
// What an organizer may send about a daily series, at random: times never meet but where a date is put onto another one
// of the series, numbers rise.
Conversation randomTalk(std::mt19937& chance);

// The same where nearly everything that is said puts a date onto another one of the series, also from a date on and in
// the message of the series itself.
Conversation crowdedTalk(std::mt19937& chance);

// Whom CR1 asks before it takes a meeting.
using Manner = QList<std::pair<const char*, const char*>>; // policies

extern const Manner everybodyMayBook;
extern const Manner everythingIsAsked;
extern const Manner seriesAreAsked;
// Whether a series is asked about depends on its dates here: on those that are not known to be gone when it comes.
extern const Manner outsideWorkHoursIsAsked;

void adopt(RequestDesk& desk, const Manner& manner);

// What holds and what waits, a line each.
QStringList textOf(const RequestDesk::Outcome& outcome);

// What is in one of them alone, for the eyes of whoever looks for an error.
QString differenceOf(const QStringList& found, const QStringList& expected);

QList<int> inOrder(qsizetype count);
QString textOf(const QList<int>& order);
QString textOf(const Conversation& letters);

} // namespace reserve::test
