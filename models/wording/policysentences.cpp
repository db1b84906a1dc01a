// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#include "models/wording/sentencetable.h"

namespace reserve {

std::span<const Sentence> policySentences()
{
    static constexpr Sentence table[] = {
        {"decision.policy-external",
         QT_TRANSLATE_NOOP("wording",
                           "{requester} is neither an employee nor of an accepted domain, and {space} takes no "
                           "requests from outside (policy {policy}).")},
        {"decision.policy-window",
         QT_TRANSLATE_NOOP("wording",
                           "The meeting begins at {start}, and {space} can be reserved {days} days ahead (policy "
                           "{policy}). Ask again nearer to it.")},
        {"decision.policy-too-long",
         QT_TRANSLATE_NOOP("wording",
                           "The meeting lasts {minutes} minutes, and {space} can be reserved for {limit} at most "
                           "(policy {policy}). Make it shorter, or divide it.")},
        {"decision.policy-too-short",
         QT_TRANSLATE_NOOP("wording",
                           "The meeting lasts {minutes} minutes, and {space} is reserved for {limit} at least "
                           "(policy {policy}). Make it longer.")},
        {"decision.policy-work-hours",
         QT_TRANSLATE_NOOP("wording",
                           "{space} can only be reserved within its working hours, {opens} to {closes} (policy "
                           "{policy}): {start..end} lies outside. Choose another time.")},
        {"decision.policy-capacity",
         QT_TRANSLATE_NOOP("wording",
                           "{seats} people come, {taken} from other meetings are there at that time, and {space} "
                           "seats {capacity} (policy {policy}). Choose another time or a larger space.")},
        {"decision.policy-capacity",
         QT_TRANSLATE_NOOP("wording",
                           "{seats} people come, the organizer included, and {space} seats {capacity} (policy "
                           "{policy}). Choose a larger space.")},
        {"decision.policy-not-permitted",
         QT_TRANSLATE_NOOP("wording",
                           "{requester} is not among those who may reserve {space} (policy {policy}). Ask the "
                           "people who look after it.")},
        {"decision.policy-booked",
         QT_TRANSLATE_NOOP("wording", "{requester} may reserve {space} without an approval (policy {policy}).")},
        {"decision.pending",
         QT_TRANSLATE_NOOP("wording",
                           "The request waits for an approver of {space} (policy {policy}). The time is held until "
                           "then.")},
        {"decision.series-waits",
         QT_TRANSLATE_NOOP("wording",
                           "The series that this date of {space} belongs to waits for an approver, and so does the "
                           "date. The time is held until then.")},
        {"decision.work-hours-need-zone",
         QT_TRANSLATE_NOOP("wording",
                           "{space} can only be reserved within its working hours, and it has no time zone. Set the "
                           "time zone of the space, then decide again.")},
        {"approval.asked",
         QT_TRANSLATE_NOOP("wording", "The mail that asks {approvers} for an approval waits in the outbox.")},
        {"approval.nobody-to-ask",
         QT_TRANSLATE_NOOP(
             "wording",
             "{space} has no approvers (policy ResourceDelegates), so nobody is asked by mail. Approve or "
             "decline the request here.")},
        {"approval.approved", QT_TRANSLATE_NOOP("wording", "{by} approved the request: {why}")},
        {"approval.approved", QT_TRANSLATE_NOOP("wording", "{by} approved the request.")},
        {"approval.approved", QT_TRANSLATE_NOOP("wording", "An approver approved the request.")},
        {"approval.declined", QT_TRANSLATE_NOOP("wording", "{by} declined the request: {why}")},
        {"approval.declined", QT_TRANSLATE_NOOP("wording", "An approver of {space} declined the request: {why}")},
        {"approval.declined", QT_TRANSLATE_NOOP("wording", "{by} declined the request.")},
        {"approval.declined", QT_TRANSLATE_NOOP("wording", "An approver of {space} declined the request.")},
        {"approval.tentative", QT_TRANSLATE_NOOP("wording", "{by} answered tentatively: {why}")},
        {"approval.tentative", QT_TRANSLATE_NOOP("wording", "{by} answered tentatively. The time stays held.")},
        {"approval.tentative", QT_TRANSLATE_NOOP("wording", "An approver answered tentatively. The time stays held.")},
        {"approval.withdrawn",
         QT_TRANSLATE_NOOP("wording",
                           "A newer version of the meeting came before an approver decided, so this one needs no "
                           "decision.")},
        {"approval.missing",
         QT_TRANSLATE_NOOP("wording",
                           "There is no request for approval with number {id}. List them with: reserve-agent approvals "
                           "list.")},
        {"approval.settled",
         QT_TRANSLATE_NOOP("wording",
                           "The request for approval number {id} was decided by {by} already. Nothing changes.")},
        {"approval.settled",
         QT_TRANSLATE_NOOP(
             "wording",
             "The request for approval number {id} needs no decision any more: its meeting was changed or "
             "cancelled.")},
        {"approval.over",
         QT_TRANSLATE_NOOP("wording",
                           "The meeting of the request for approval number {id} is over. There is nothing to decide.")},
        {"approval.decided-by-mail",
         QT_TRANSLATE_NOOP("wording", "{by} decided a request for approval with this mail.")},
        {"approval.reply-without-token",
         QT_TRANSLATE_NOOP(
             "wording",
             "The mail answers a request for approval, but its subject lacks the token of that mail. It is "
             "kept, and nothing is decided.")},
        {"approval.reply-not-by-approver",
         QT_TRANSLATE_NOOP(
             "wording",
             "{sender} answers a request for approval, but is no approver of {space}. The mail is kept, and "
             "nothing is decided.")},
        {"approval.reply-without-word",
         QT_TRANSLATE_NOOP("wording",
                           "The mail answers a request for approval, but does not begin with approve, decline or "
                           "tentative. It is kept, and nothing is decided.")},
        {"policy.unknown",
         QT_TRANSLATE_NOOP("wording",
                           "There is no booking policy {policy}. The nearest is {nearest}. List them with: "
                           "reserve-agent policies list.")},
        {"policy.unknown",
         QT_TRANSLATE_NOOP("wording",
                           "There is no booking policy {policy}. List them with: reserve-agent policies list.")},
        {"policy.not-boolean", QT_TRANSLATE_NOOP("wording", "\"{value}\" does not fit {policy}. Use true or false.")},
        {"policy.not-boolean", QT_TRANSLATE_NOOP("wording", "{policy} needs a value. Use true or false.")},
        {"policy.not-integer", QT_TRANSLATE_NOOP("wording", "\"{value}\" does not fit {policy}. Use a whole number.")},
        {"policy.not-integer", QT_TRANSLATE_NOOP("wording", "{policy} needs a value. Use a whole number.")},
        {"policy.out-of-range",
         QT_TRANSLATE_NOOP("wording", "{value} does not fit {policy}. Use a number from {minimum} to {maximum}.")},
        {"policy.not-address",
         QT_TRANSLATE_NOOP("wording", "\"{value}\" does not fit {policy}. Use e-mail addresses, separated by commas.")},
        {"policy.building-unknown",
         QT_TRANSLATE_NOOP("wording", "No space is in the building \"{building}\". Buildings: {known}.")},
        {"policy.building-unknown",
         QT_TRANSLATE_NOOP("wording",
                           "No space is in the building \"{building}\". Give the spaces their building first.")},
        {"policy.book-list-idle",
         QT_TRANSLATE_NOOP("wording",
                           "{policy} is stored, but it has no effect while AllBookInPolicy is true: everybody "
                           "books at once. Set AllBookInPolicy to false.")},
        {"policy.request-idle",
         QT_TRANSLATE_NOOP("wording",
                           "{policy} is stored, but it has no effect while AllBookInPolicy is true: nobody needs "
                           "an approval. Set AllBookInPolicy to false.")},
        {"policy.no-approvers",
         QT_TRANSLATE_NOOP("wording",
                           "{policy} is stored, but no approver gets mail of such requests: they wait in the "
                           "console alone. Set ResourceDelegates.")},
        {"policy.approver-refused",
         QT_TRANSLATE_NOOP(
             "wording",
             "{policy} is stored, but the agent refuses mail of {approver}, so no reply decides: no active "
             "person has that e-mail. Add the person.")},
        {"policy.threshold-idle",
         QT_TRANSLATE_NOOP("wording",
                           "{policy} is stored, but a series with conflicts is declined while either of "
                           "ConflictPercentageAllowed and MaximumConflictInstances is 0. Set both.")},
        {"policy.conflicts-allowed",
         QT_TRANSLATE_NOOP("wording", "{policy} is stored, but it has no effect while AllowConflicts is true.")},
        {"policy.minimum-above-maximum",
         QT_TRANSLATE_NOOP("wording",
                           "{policy} is stored, but no meeting fits: MinimumDurationInMinutes is above "
                           "MaximumDurationInMinutes.")},
    };
    return table;
}

} // namespace reserve
