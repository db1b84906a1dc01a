// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#include "app/agent/commands/serverchoice.h"

namespace reserve {

namespace {

Failure unknownServer(const QString& name, const QList<ServerProfile>& profiles)
{
    QStringList known;
    for (const ServerProfile& profile : profiles)
        known.append(profile.name);
    Arguments arguments{{QStringLiteral("name"), name}};
    if (!known.isEmpty())
        arguments.insert(QStringLiteral("known"), known.join(QLatin1String(", ")));
    return failure("cli.server-unknown", arguments);
}

} // namespace

Result<ServerProfile> serverNamed(const ReadUnit& unit, const QString& nameOrNumber)
{
    const auto profiles = unit.serverProfiles().all();
    if (!profiles)
        return failure(profiles.error());
    QList<ServerProfile> meant;
    for (const ServerProfile& profile : *profiles) {
        if (profile.name.compare(nameOrNumber.trimmed(), Qt::CaseInsensitive) == 0)
            meant.append(profile);
    }
    for (const ServerProfile& profile : *profiles) {
        if (meant.isEmpty() && QString::number(profile.id.value) == nameOrNumber)
            meant.append(profile);
    }
    if (meant.isEmpty())
        return unknownServer(nameOrNumber, *profiles);
    if (meant.size() == 1)
        return meant.first();
    QStringList numbers;
    for (const ServerProfile& profile : meant)
        numbers.append(QString::number(profile.id.value));
    return failure(
        "cli.server-ambiguous",
        {{QStringLiteral("name"), nameOrNumber}, {QStringLiteral("numbers"), numbers.join(QLatin1String(", "))}});
}

} // namespace reserve
