// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#include "app/agent/exitcode.h"

namespace reserve {

ExitCode exitCodeOf(const Error& error)
{
    const QByteArray& code = error.code();
    const bool isPolicyUsage = code.startsWith("policy.") && code != "policy.building-unknown";
    const bool isNoticeUsage = code.startsWith("notice.") && code != "notice.reservation-unknown";
    const bool wrongUsage = code.startsWith("usage.") || code.startsWith("setting.") || isPolicyUsage || isNoticeUsage
        || code == "secret.unknown" || code.startsWith("profile.") || code.startsWith("certificate.")
        || code.startsWith("practice.switch-") || code == "store.location-empty"
        || code == "store.location-unsupported";
    return wrongUsage ? ExitCode::WrongUsage : ExitCode::Failed;
}

} // namespace reserve
