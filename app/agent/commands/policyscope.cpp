// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#include "app/agent/commands/policyscope.h"

#include "app/agent/cli.h"

namespace reserve {

namespace {

const QString spaceOption = QStringLiteral("space");
const QString buildingOption = QStringLiteral("building");

} // namespace

QString NamedScope::value(const PolicyBook& book, const QString& name) const
{
    return space ? book.valueFor(*space, name) : book.valueForBuilding(scope.building, name);
}

PolicySource NamedScope::source(const PolicyBook& book, const QString& name) const
{
    if (space)
        return book.sourceFor(*space, name);
    return book.own(scope, name) ? PolicySource::Building : PolicySource::Default;
}

BookingPolicy NamedScope::policy(const PolicyBook& book) const
{
    return space ? book.policyFor(*space) : book.policyForBuilding(scope.building);
}

QList<QCommandLineOption> scopeOptions()
{
    return {{spaceOption, Cli::tr("of one space, by its Exchange Mailbox"), QStringLiteral("MAILBOX")},
            {buildingOption, Cli::tr("of one building; '' means the spaces without one"), QStringLiteral("NAME")}};
}

Result<ScopeOptions> scopeFromInput(const Invocation& invocation, bool isNeeded)
{
    ScopeOptions options;
    if (invocation.isSet(spaceOption))
        options.mailbox = invocation.value(spaceOption);
    if (invocation.isSet(buildingOption))
        options.building = invocation.value(buildingOption);
    if (options.mailbox && options.building)
        return failure("usage.scope-both");
    if (isNeeded && options.isEmpty())
        return failure("usage.scope-missing");
    return options;
}

Result<NamedScope> findScope(const ReadUnit& unit, const ScopeOptions& options)
{
    if (options.mailbox) {
        const auto space = unit.spaces().findByMailbox(*options.mailbox);
        if (!space)
            return failure(space.error());
        if (!*space)
            return failure("cli.space-unknown", {{QStringLiteral("mailbox"), *options.mailbox}});
        return NamedScope{PolicyScope::ofSpace((*space)->id), **space};
    }
    const QString building = options.building.value_or(QString());
    const auto spaces = unit.spaces().all();
    if (!spaces)
        return failure(spaces.error());
    QStringList known;
    for (const Space& space : *spaces) {
        if (space.building == building)
            return NamedScope{PolicyScope::ofBuilding(building), std::nullopt};
        if (!space.building.isEmpty() && !known.contains(space.building))
            known.append(space.building);
    }
    return failure(
        "policy.building-unknown",
        {{QStringLiteral("building"), building}, {QStringLiteral("known"), known.join(QLatin1String(", "))}});
}

Result<QList<NamedScope>> allScopes(const ReadUnit& unit)
{
    const auto spaces = unit.spaces().all();
    if (!spaces)
        return failure(spaces.error());
    QList<NamedScope> scopes;
    std::optional<QString> building;
    for (const Space& space : *spaces) {
        if (building != space.building)
            scopes.append({PolicyScope::ofBuilding(space.building), std::nullopt});
        building = space.building;
        scopes.append({PolicyScope::ofSpace(space.id), space});
    }
    return scopes;
}

} // namespace reserve
