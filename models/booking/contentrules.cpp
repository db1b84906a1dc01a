// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#include "models/booking/contentrules.h"

namespace reserve {

QString keptSubject(const QString& subject, const MeetingRequest& request, const ContentPolicy& policy)
{
    if (policy.addOrganizerToSubject)
        return request.organizerName.isEmpty() ? request.organizer : request.organizerName;
    return policy.deleteSubject ? QString() : subject;
}

void applyContent(MeetingRequest& request, const ContentPolicy& policy)
{
    request.content = policy;
    request.isPrivate = request.isPrivate && !policy.removePrivateProperty;
}

} // namespace reserve
