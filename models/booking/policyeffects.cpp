// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#include "models/booking/policyeffects.h"

namespace reserve {

namespace {

bool asksInPolicy(const AdmissionPolicy& policy)
{
    return policy.allRequestInPolicy || !policy.requestInPolicy.isEmpty();
}

bool asksOutOfPolicy(const AdmissionPolicy& policy)
{
    return policy.allRequestOutOfPolicy || !policy.requestOutOfPolicy.isEmpty();
}

bool isThresholdIdle(const SeriesPolicy& policy)
{
    return (policy.conflictPercentageAllowed > 0) != (policy.maximumConflictInstances > 0);
}

bool hasThreshold(const SeriesPolicy& policy)
{
    return policy.conflictPercentageAllowed > 0 || policy.maximumConflictInstances > 0;
}

} // namespace

QList<Reason> missingPolicyEffects(const QString& name, const BookingPolicy& policy)
{
    QList<Reason> reasons;
    const auto is = [&name](const char* other) { return name == QLatin1String(other); };
    const auto add = [&](const char* code) { reasons.append({code, {{QStringLiteral("policy"), name}}}); };
    const AdmissionPolicy& admission = policy.admission;
    if (is("BookInPolicy") && !admission.bookInPolicy.isEmpty() && admission.allBookInPolicy)
        add("policy.book-list-idle");
    const bool isInPolicy = is("AllRequestInPolicy") || is("RequestInPolicy");
    if (isInPolicy && asksInPolicy(admission) && admission.allBookInPolicy)
        add("policy.request-idle");
    const bool isOutOfPolicy = is("AllRequestOutOfPolicy") || is("RequestOutOfPolicy");
    const bool asks = (isInPolicy && asksInPolicy(admission) && !admission.allBookInPolicy)
        || (isOutOfPolicy && asksOutOfPolicy(admission));
    if (asks && admission.resourceDelegates.isEmpty())
        add("policy.no-approvers");
    const bool isThreshold = is("ConflictPercentageAllowed") || is("MaximumConflictInstances");
    if (isThreshold && hasThreshold(policy.series) && policy.allowConflicts)
        add("policy.conflicts-allowed");
    else if (isThreshold && isThresholdIdle(policy.series))
        add("policy.threshold-idle");
    const PolicyLimits& limits = policy.limits;
    const bool isDuration = is("MinimumDurationInMinutes") || is("MaximumDurationInMinutes");
    if (isDuration && limits.maximumDurationInMinutes > 0
        && limits.minimumDurationInMinutes > limits.maximumDurationInMinutes)
        add("policy.minimum-above-maximum");
    return reasons;
}

} // namespace reserve
