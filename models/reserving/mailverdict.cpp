// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#include "models/reserving/mailverdict.h"

#include "models/entities/approval.h"

#include <QHash>

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

bool mayEndOtherwise(const MeetingEnding& ending)
{
    return !ending.verdict || ending.verdict == Verdict::Held;
}

// What an approver's word has made of what waited. A request that is withdrawn after a first word ends with that.
MeetingEnding decided(MeetingEnding ending, const Approval& approval)
{
    if (approval.state == ApprovalState::Open)
        return ending;
    const bool isUnheard = approval.state == ApprovalState::Withdrawn && approval.decidedBy.isEmpty();
    const bool declines = approval.state == ApprovalState::Declined;
    ending.verdict = isUnheard ? Verdict::Ignored : declines ? Verdict::Declined : Verdict::Accepted;
    ending.reason = isUnheard ? Reason{"approval.withdrawn", {}} : wordOf(approval);
    ending.decidedAt = approval.decidedAt;
    return ending;
}

} // namespace

MailVerdict::MailVerdict(QList<MeetingEnding> earlier)
    : m_endings(std::move(earlier))
{
}

void MailVerdict::add(const Trace& trace, const QString& meeting)
{
    if (trace.endings.isEmpty()) {
        add({meeting, trace.verdict, trace.reason, trace.reservationId, trace.decidedAt});
        return;
    }
    // What was held as one may be about several dates.
    m_endings.removeIf([&meeting](const MeetingEnding& ending) {
        return ending.meeting == meeting && ending.verdict == Verdict::Held;
    });
    for (const MeetingEnding& ending : trace.endings)
        add(ending);
}

void MailVerdict::add(const MeetingEnding& ending)
{
    const auto known = std::find_if(m_endings.begin(), m_endings.end(),
                                    [&ending](const MeetingEnding& one) { return one.meeting == ending.meeting; });
    if (known == m_endings.end())
        m_endings.append(ending);
    else if (ending.verdict != Verdict::Ignored || known->verdict == Verdict::Held)
        *known = ending;
}

int MailVerdict::rankOf(const MeetingEnding& ending)
{
    return int(std::find(ranks.begin(), ranks.end(), ending.verdict) - ranks.begin());
}

int MailVerdict::count(Verdict verdict) const
{
    return int(std::count_if(m_endings.begin(), m_endings.end(),
                             [verdict](const MeetingEnding& ending) { return ending.verdict == verdict; }));
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
    const auto first
        = std::min_element(m_endings.rbegin(), m_endings.rend(),
                           [](const MeetingEnding& a, const MeetingEnding& b) { return rankOf(a) < rankOf(b); });
    trace.state = first->verdict == Verdict::Held ? TraceState::Held : TraceState::Done;
    trace.verdict = first->verdict;
    trace.reason = first->reason;
    trace.decidedAt = first->decidedAt;
    trace.reservationId = first->reservationId;
    trace.endings = m_endings;
    const bool differ = std::any_of(m_endings.begin(), m_endings.end(), [&first](const MeetingEnding& ending) {
        return ending.verdict != first->verdict && ending.verdict != Verdict::Ignored;
    });
    if (differ && isCounted(first->verdict))
        trace.reason = summary();
}

Result<void> MailVerdict::end(const ReadUnit& unit, Trace& trace) const
{
    putInto(trace);
    if (m_endings.size() < 2 || std::none_of(m_endings.begin(), m_endings.end(), mayEndOtherwise))
        trace.endings.clear();
    return tellWhole(unit, trace);
}

QString meetingIn(const ItipEvent& event)
{
    return event.recurrenceId ? meetingIn(event.uid, event.recurrenceId->key, event.recurrenceId->thisAndFuture)
                              : meetingIn(event.uid, {});
}

QString meetingIn(const QString& uid, const QString& recurrenceId, bool thisAndFuture)
{
    return uid + u' ' + recurrenceId + QLatin1String(thisAndFuture ? "+" : "");
}

Result<void> tellWhole(const ReadUnit& unit, Trace& trace)
{
    if (trace.endings.isEmpty())
        return {};
    const auto approvals = unit.approvals().ofTrace(trace.id);
    if (!approvals)
        return failure(approvals.error());
    QHash<QString, const Approval*> asked; // of one meeting the last
    for (const Approval& approval : *approvals) {
        const Announcement& about = approval.announcement;
        asked.insert(meetingIn(about.uid, about.recurrenceId, about.thisAndFuture), &approval);
    }
    const QList<MeetingEnding> endings = trace.endings;
    MailVerdict verdict;
    Trace one;
    for (const MeetingEnding& ending : endings) {
        const Approval* approval = ending.verdict ? nullptr : asked.value(ending.meeting);
        one.endings = {approval ? decided(ending, *approval) : ending};
        verdict.add(one, ending.meeting);
    }
    verdict.putInto(trace);
    trace.endings = endings; // a tentative answer may be followed by another one
    return {};
}

} // namespace reserve
