// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#pragma once

#include "models/agent/diskgauge.h"
#include "models/mail/smtppolicy.h"

namespace reserve {

class ConfigurationWatch;
class RequestProcessor;

// What the sessions are told while they speak: R-SUBDOMAIN by the configuration in force, 451 while too much waits to
// be decided, 452 while the disk is short.
class IntakePolicy final : public SmtpPolicy
{
public:
    IntakePolicy(const ConfigurationWatch& configuration, const RequestProcessor& processor,
                 const QString& storeFolder);

    bool mayBeBehind() const override { return true; }
    IntakeState intakeState() const override;
    RecipientVerdict judgeRecipient(QByteArrayView address) const override;

private:
    const ConfigurationWatch& m_configuration;
    const RequestProcessor& m_processor;
    mutable DiskGauge m_disk;
};

} // namespace reserve
