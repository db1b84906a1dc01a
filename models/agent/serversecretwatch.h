// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#pragma once

#include "models/agent/courier.h"
#include "models/base/result.h"
#include "models/entities/serverprofile.h"

#include <QObject>
#include <QSet>
#include <QStringList>

namespace reserve {

class ConfigurationWatch;
class SecretStore;

// Which secrets the server profiles need and this machine lacks (R-CREDENTIALS), and that the secrets of a profile that
// is removed do not stay behind it. Agent's thread.
class ServerSecretWatch final : public QObject
{
    Q_OBJECT

public:
    ServerSecretWatch(const ConfigurationWatch& configuration, SecretStore& secrets, Courier& courier,
                      QObject* parent = nullptr);

    // Names, in the order of the profiles. One that cannot be read for another reason than its absence is not among
    // them: who needs it says why.
    const QStringList& missing() const { return m_missing; }

    // Looks at profiles and secrets again; refreshed() follows.
    void refresh();

Q_SIGNALS:
    void refreshed();

private:
    void removeThoseOfGoneProfiles();
    void take(int round, const QString& name, bool isMissing);
    void finish();

    const ConfigurationWatch& m_configuration;
    SecretStore& m_secrets;
    Courier& m_courier;
    QSet<ServerProfileId> m_known;
    QStringList m_wanted;
    QSet<QString> m_found; // missing, in this round
    qsizetype m_awaited = 0;
    QStringList m_missing;
    int m_round = 0;
};

} // namespace reserve
