// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#include "models/reserving/approvalreply.h"

#include "models/reserving/approving.h"

#include <QHash>

#include <algorithm>

namespace reserve {

namespace {

std::optional<ApprovalAnswer> answerOf(const QString& word)
{
    static const QHash<QString, ApprovalAnswer> words{{QStringLiteral("approve"), ApprovalAnswer::Approve},
                                                      {QStringLiteral("approved"), ApprovalAnswer::Approve},
                                                      {QStringLiteral("accept"), ApprovalAnswer::Approve},
                                                      {QStringLiteral("yes"), ApprovalAnswer::Approve},
                                                      {QStringLiteral("genehmigen"), ApprovalAnswer::Approve},
                                                      {QStringLiteral("genehmigt"), ApprovalAnswer::Approve},
                                                      {QStringLiteral("ja"), ApprovalAnswer::Approve},
                                                      {QStringLiteral("decline"), ApprovalAnswer::Decline},
                                                      {QStringLiteral("declined"), ApprovalAnswer::Decline},
                                                      {QStringLiteral("reject"), ApprovalAnswer::Decline},
                                                      {QStringLiteral("no"), ApprovalAnswer::Decline},
                                                      {QStringLiteral("ablehnen"), ApprovalAnswer::Decline},
                                                      {QStringLiteral("abgelehnt"), ApprovalAnswer::Decline},
                                                      {QStringLiteral("nein"), ApprovalAnswer::Decline},
                                                      {QStringLiteral("tentative"), ApprovalAnswer::Tentative},
                                                      {QStringLiteral("vorbehalt"), ApprovalAnswer::Tentative},
                                                      {QStringLiteral("vorbehaltlich"), ApprovalAnswer::Tentative}};
    const auto known = words.constFind(word.toLower());
    return known == words.cend() ? std::nullopt : std::optional(*known);
}

// The first word of the first line that is not empty.
QString firstWord(const QString& text)
{
    const auto isLetter = [](QChar c) { return c.isLetter(); };
    const auto begin = std::find_if_not(text.begin(), text.end(), [](QChar c) { return c.isSpace(); });
    return QString(begin, std::find_if_not(begin, text.end(), isLetter) - begin);
}

Result<std::optional<Approval>> approvalAnsweredBy(const ReadUnit& unit, const MessageContent& content)
{
    QStringList ids = content.references;
    ids.prepend(content.inReplyTo);
    for (const QString& id : std::as_const(ids)) {
        auto found = unit.approvals().findByMessageId(id);
        if (!found || *found)
            return found;
    }
    return std::optional<Approval>();
}

// What the reply lacks to decide; empty when it lacks nothing.
Reason missingIn(const MessageContent& content, const Approval& approval, const Configuration& configuration)
{
    if (!content.subject.contains(approval.token, Qt::CaseInsensitive))
        return {"approval.reply-without-token", {}};
    const Space* space = configuration.space(approval.spaceId);
    const QStringList approvers
        = space ? configuration.policies().policyFor(*space).admission.resourceDelegates : QStringList();
    if (!approvers.contains(content.from.address, Qt::CaseInsensitive))
        return {"approval.reply-not-by-approver",
                {{QStringLiteral("sender"), content.from.address},
                 {QStringLiteral("space"), approval.announcement.spaceName}}};
    if (!approvalAnswerIn(content.openingText, content.subject))
        return {"approval.reply-without-word", {}};
    return {};
}

} // namespace

std::optional<ApprovalAnswer> approvalAnswerIn(const QString& text, const QString& subject)
{
    if (const auto answer = answerOf(firstWord(text)))
        return answer;
    return answerOf(subject.section(QLatin1Char(':'), 0, 0).trimmed());
}

Result<bool> decideByReply(DecisionWork& work, const Configuration& configuration)
{
    const MessageContent& content = work.prepared.reading->content;
    const auto approval = approvalAnsweredBy(work.unit, content);
    if (!approval)
        return failure(approval.error());
    if (!*approval)
        return false;
    Reason reason = missingIn(content, **approval, configuration);
    if (reason.isEmpty()) {
        const ApproverWord word{*approvalAnswerIn(content.openingText, content.subject), content.from.address, {}};
        const auto decided = decideApproval(work.unit, configuration, (*approval)->id, word);
        if (!decided && !decided.error().code().startsWith("approval."))
            return failure(decided.error());
        reason = decided ? Reason{"approval.decided-by-mail", {{QStringLiteral("by"), content.from.address}}}
                         : decided.error().reason();
        work.trace.reservationId = (*approval)->reservationId;
    }
    work.step("R-POLICY", reason);
    work.end(Verdict::Ignored, reason);
    return true;
}

} // namespace reserve
