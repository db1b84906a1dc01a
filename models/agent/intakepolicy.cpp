// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#include "models/agent/intakepolicy.h"

#include "models/agent/configurationwatch.h"
#include "models/agent/requestprocessor.h"

namespace reserve {

IntakePolicy::IntakePolicy(const ConfigurationWatch& configuration, const RequestProcessor& processor,
                           const QString& storeFolder)
    : m_configuration(configuration)
    , m_processor(processor)
    , m_disk(storeFolder)
{
}

IntakeState IntakePolicy::intakeState() const
{
    const auto& configuration = m_configuration.current();
    if (!configuration || m_processor.waitingCount() >= configuration->settings().smtpBacklogLimit())
        return IntakeState::Busy;
    if (m_disk.isBelow(configuration->settings().smtpMinimumFreeBytes()))
        return IntakeState::DiskShort;
    return IntakeState::Open;
}

RecipientVerdict IntakePolicy::judgeRecipient(QByteArrayView address) const
{
    using Outcome = RecipientVerdict::Outcome;
    const auto& configuration = m_configuration.current();
    if (!configuration)
        return {Outcome::Unavailable, {}};
    const RecipientJudgement judgement = configuration->directory().judge(QString::fromUtf8(address));
    switch (judgement.kind) {
    case RecipientJudgement::Kind::Unknown:
        return {Outcome::Unknown, judgement.reason};
    case RecipientJudgement::Kind::NotOurs:
        return {Outcome::NoRelaying, judgement.reason};
    default:
        return {Outcome::Accepted, judgement.reason};
    }
}

} // namespace reserve
