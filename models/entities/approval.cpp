// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#include "models/entities/approval.h"

#include <QJsonDocument>
#include <QJsonObject>

namespace reserve {

namespace {

QJsonObject objectOf(const QByteArray& json)
{
    return QJsonDocument::fromJson(json).object();
}

QByteArray bytesOf(const QJsonValue& value)
{
    return QJsonDocument(value.toObject()).toJson(QJsonDocument::Compact);
}

} // namespace

bool awaitsApprover(ApprovalState state)
{
    return state == ApprovalState::Open || state == ApprovalState::Tentative;
}

Reason wordOf(const Approval& approval)
{
    const char* code = approval.state == ApprovalState::Approved ? "approval.approved"
        : approval.state == ApprovalState::Declined              ? "approval.declined"
                                                                 : "approval.tentative";
    return {code,
            {{QStringLiteral("by"), approval.decidedBy},
             {QStringLiteral("why"), approval.why},
             {QStringLiteral("space"), approval.announcement.spaceName}}};
}

QByteArray toJson(const ApprovalRequest& request)
{
    return QJsonDocument(QJsonObject{{QStringLiteral("about"), objectOf(toJson(request.about))},
                                     {QStringLiteral("broken"), objectOf(toJson(request.broken))},
                                     {QStringLiteral("token"), request.token},
                                     {QStringLiteral("replyTo"), request.replyTo}})
        .toJson(QJsonDocument::Compact);
}

std::optional<ApprovalRequest> approvalRequestFromJson(const QByteArray& json)
{
    const QJsonObject object = objectOf(json);
    auto about = announcementFromJson(bytesOf(object.value(QStringLiteral("about"))));
    if (!about)
        return std::nullopt;
    return ApprovalRequest{std::move(*about), reasonFromJson(bytesOf(object.value(QStringLiteral("broken")))),
                           object.value(QStringLiteral("token")).toString(),
                           object.value(QStringLiteral("replyTo")).toString()};
}

} // namespace reserve
