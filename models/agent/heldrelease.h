// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#pragma once

#include "models/agent/leasedstore.h"
#include "models/reserving/configuration.h"

#include <QObject>

namespace reserve {

class ConfigurationWatch;
class MailIntake;

// R-MAILBOX-CASE: what was held because its recipient differed only in case is decided once the mailbox is spelt as
// Exchange spells it, or case is ignored. R-SUBDOMAIN: what went to a delegate contact of several spaces, once it is
// that of one. Looks when the configuration changes, when the agent starts, and when something was held by what was set
// up before the last change.
class HeldRelease final : public QObject
{
    Q_OBJECT

public:
    HeldRelease(LeasedStore& store, const ConfigurationWatch& configuration, const MailIntake& intake,
                QObject* parent = nullptr);

    void start();

Q_SIGNALS:
    // These stand as waiting again.
    void reopened(const QList<reserve::TraceId>& traces);

private:
    void look();
    void lookBehind(TraceId last);
    void reopen(const QList<Trace>& held);

    LeasedStore& m_store;
    const ConfigurationWatch& m_configuration;
    bool m_isStarted = false;
};

} // namespace reserve
