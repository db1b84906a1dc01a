// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#include "models/reserving/mailverdict.h"

#include <algorithm>
#include <array>

namespace reserve {

namespace {

// What goes before what. Without a verdict an approver has the word.
constexpr std::array<std::optional<Verdict>, 7> ranks{Verdict::Held,     std::nullopt,       Verdict::Accepted,
                                                      Verdict::Declined, Verdict::Cancelled, Verdict::Rejected,
                                                      Verdict::Ignored};

// Of these the reason says how many of each there are; any other is what somebody has to read.
bool isCounted(const std::optional<Verdict>& verdict)
{
    return verdict == Verdict::Accepted || verdict == Verdict::Declined || verdict == Verdict::Cancelled;
}

} // namespace

void MailVerdict::add(const Trace& trace)
{
    m_endings.append({trace.state, trace.verdict, trace.reason, trace.reservationId, trace.decidedAt});
}

int MailVerdict::rankOf(const Ending& ending)
{
    return int(std::find(ranks.begin(), ranks.end(), ending.verdict) - ranks.begin());
}

int MailVerdict::count(Verdict verdict) const
{
    return int(std::count_if(m_endings.begin(), m_endings.end(),
                             [verdict](const Ending& ending) { return ending.verdict == verdict; }));
}

Reason MailVerdict::summary() const
{
    const int accepted = count(Verdict::Accepted);
    const int declined = count(Verdict::Declined);
    const int cancelled = count(Verdict::Cancelled);
    const auto others = m_endings.size() - accepted - declined - cancelled;
    return {"decision.several",
            {{QStringLiteral("accepted"), QString::number(accepted)},
             {QStringLiteral("declined"), QString::number(declined)},
             {QStringLiteral("cancelled"), QString::number(cancelled)},
             {QStringLiteral("others"), QString::number(others)}}};
}

void MailVerdict::putInto(Trace& trace) const
{
    if (m_endings.isEmpty())
        return;
    // Of several alike the last, as it stands in the trace.
    const auto first = std::min_element(m_endings.rbegin(), m_endings.rend(),
                                        [](const Ending& a, const Ending& b) { return rankOf(a) < rankOf(b); });
    trace.state = first->state;
    trace.verdict = first->verdict;
    trace.reason = first->reason;
    trace.decidedAt = first->decidedAt;
    trace.reservationId = first->reservationId;
    const bool differ = std::any_of(m_endings.begin(), m_endings.end(), [&first](const Ending& ending) {
        return ending.verdict != first->verdict && ending.verdict != Verdict::Ignored;
    });
    if (differ && isCounted(first->verdict))
        trace.reason = summary();
}

} // namespace reserve
