// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#pragma once

#include "models/base/reason.h"
#include "models/entities/bookingpolicy.h"

#include <QList>
#include <QString>

namespace reserve {

// Why the policy `name`, well formed as it is, has no effect beside the others, or an effect that nobody
// wants; empty when there is nothing to say. Codes: policy.book-list-idle, policy.request-idle,
// policy.no-approvers, policy.threshold-idle, policy.conflicts-allowed, policy.minimum-above-maximum; each
// with policy.
QList<Reason> missingPolicyEffects(const QString& name, const BookingPolicy& policy);

} // namespace reserve
