// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QString>

#include <cstddef>

namespace reserve {

enum class Icon;

// What a colour, a pattern, an icon and a word say together; any one of them alone is enough. The fill of a
// reservation tells what the room answered (Accepted to Cancelled), its leading edge what Exchange knows
// (InExchange, AnsweredByMail, Queued, Failed, OnlyHere). Pending is not answered yet, an approver is asked, and
// Exchange knows nothing of it. KeptForMove is no answer: the old time of a move that is not decided yet. Colours stand
// in Theme, drawing in statepainter.h.
enum class Meaning {
    Accepted,
    Tentative,
    Pending,
    Declined,
    Cancelled,
    InExchange,
    AnsweredByMail,
    Queued,
    Failed,
    DiffersInCase,
    ExternalContact,
    Retired,
    OnlyHere,
    KeptForMove,
    Warning,
    Information,
    Unknown,
    NotApplicable,
    Good
};

inline constexpr std::size_t meaningCount = std::size_t(Meaning::Good) + 1;

// "Queued for Exchange": the only words for a state, wherever it is named. Translated at each call.
QString stateWord(Meaning meaning);

Icon stateIcon(Meaning meaning);

} // namespace reserve
