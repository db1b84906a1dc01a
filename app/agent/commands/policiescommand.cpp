// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#include "app/agent/cli.h"
#include "app/agent/commands.h"
#include "app/agent/commands/policyscope.h"
#include "app/agent/texttable.h"
#include "app/agent/workplace.h"
#include "models/booking/policyeffects.h"
#include "models/entities/enumtext.h"
#include "models/exporting/jsonarray.h"
#include "models/reserving/meetingintake.h"
#include "models/wording/wording.h"

#include <QJsonDocument>
#include <QJsonObject>

namespace reserve {

namespace {

// What one listing is about, read in one go.
struct Listing
{
    QList<NamedScope> scopes;
    PolicyBook book;
};

QJsonValue textOrNull(const QString& text, bool isThere)
{
    return isThere ? QJsonValue(text) : QJsonValue(QJsonValue::Null);
}

QJsonObject toJsonObject(const NamedScope& scope, const PolicyBook& book, const PolicyDefinition& policy)
{
    const QString building = scope.space ? scope.space->building : scope.scope.building;
    return {{QStringLiteral("building"), building},
            {QStringLiteral("space"), textOrNull(scope.space ? scope.space->name : QString(), scope.space.has_value())},
            {QStringLiteral("mailbox"),
             textOrNull(scope.space ? scope.space->mailbox : QString(), scope.space.has_value())},
            {QStringLiteral("policy"), policy.name},
            {QStringLiteral("value"), scope.value(book, policy.name)},
            {QStringLiteral("source"), QString::fromLatin1(toText(scope.source(book, policy.name)))},
            {QStringLiteral("default"), policy.defaultValue}};
}

QString nameOf(const NamedScope& scope)
{
    if (scope.space)
        return scope.space->mailbox;
    return scope.scope.building.isEmpty() ? Cli::tr("(no building)") : scope.scope.building;
}

Result<Listing> readListing(const ReadUnit& unit, const ScopeOptions& options)
{
    auto book = unit.policies().all();
    if (!book)
        return failure(book.error());
    if (options.isEmpty()) {
        auto scopes = allScopes(unit);
        return scopes ? Result<Listing>(Listing{std::move(*scopes), std::move(*book)}) : failure(scopes.error());
    }
    auto scope = findScope(unit, options);
    return scope ? Result<Listing>(Listing{{std::move(*scope)}, std::move(*book)}) : failure(scope.error());
}

class PoliciesList final : public Subcommand
{
public:
    QString command() const override { return QStringLiteral("policies"); }
    QString action() const override { return QStringLiteral("list"); }
    QString summary() const override
    {
        return Cli::tr("lists booking policies: of one space or building all in force, else what is set anywhere");
    }
    QList<QCommandLineOption> options() const override { return scopeOptions(); }
    QStringList formats() const override { return {QStringLiteral("table"), QStringLiteral("json")}; }

    Result<ExitCode> run(const Invocation& invocation, Workplace& workplace) override
    {
        const Result<ScopeOptions> options = scopeFromInput(invocation, false);
        if (!options)
            return failure(options.error());
        const Result<Listing> listing
            = workplace.read([options = *options](const ReadUnit& unit) { return readListing(unit, options); });
        if (!listing)
            return failure(listing.error());
        if (invocation.wantsJson())
            writeJson(*listing, workplace.terminal());
        else
            writeTable(*listing, !options->isEmpty(), workplace.terminal());
        return ExitCode::Good;
    }

private:
    static void writeJson(const Listing& listing, Terminal& terminal)
    {
        JsonArray array(terminal.out());
        for (const NamedScope& scope : listing.scopes) {
            for (const PolicyDefinition& policy : policyDefinitions())
                array.add(toJsonObject(scope, listing.book, policy));
        }
        array.end();
    }

    static void writeTable(const Listing& listing, bool inherited, Terminal& terminal)
    {
        TextTable table({Cli::tr("For"), Cli::tr("Policy"), Cli::tr("Value"), Cli::tr("From"), Cli::tr("Default")});
        for (const NamedScope& scope : listing.scopes) {
            for (const PolicyDefinition& policy : policyDefinitions()) {
                const PolicySource source = scope.source(listing.book, policy.name);
                if (!inherited && !listing.book.own(scope.scope, policy.name))
                    continue;
                table.add({nameOf(scope), policy.name, scope.value(listing.book, policy.name), word(source),
                           source == PolicySource::Default ? QString() : policy.defaultValue});
            }
        }
        terminal.write(table.text());
    }
};

class PoliciesGet final : public Subcommand
{
public:
    QString command() const override { return QStringLiteral("policies"); }
    QString action() const override { return QStringLiteral("get"); }
    QString summary() const override { return Cli::tr("shows the value in force of one booking policy"); }
    QList<SubcommandArgument> arguments() const override
    {
        return {{QStringLiteral("POLICY"), Cli::tr("Exchange's name, such as AllowConflicts")}};
    }
    QList<QCommandLineOption> options() const override { return scopeOptions(); }
    QStringList formats() const override { return {QStringLiteral("table"), QStringLiteral("json")}; }

    Result<ExitCode> run(const Invocation& invocation, Workplace& workplace) override
    {
        const PolicyDefinition* policy = findPolicy(invocation.argument(0));
        if (!policy)
            return failure(normalisedPolicy(invocation.argument(0), {}).error());
        const Result<ScopeOptions> options = scopeFromInput(invocation, true);
        if (!options)
            return failure(options.error());
        const Result<Listing> listing
            = workplace.read([options = *options](const ReadUnit& unit) { return readListing(unit, options); });
        if (!listing)
            return failure(listing.error());
        const NamedScope& scope = listing->scopes.first();
        if (invocation.wantsJson())
            workplace.terminal().write(
                QJsonDocument(toJsonObject(scope, listing->book, *policy)).toJson(QJsonDocument::Compact) + '\n');
        else
            workplace.terminal().line(scope.value(listing->book, policy->name));
        return ExitCode::Good;
    }
};

// R-GATE holds for approvers too: whose mail it refuses cannot decide by mail.
Result<QList<Reason>> refusedApprovers(const ReadUnit& unit, const QStringList& approvers)
{
    const auto configuration = Configuration::load(unit);
    if (!configuration)
        return failure(configuration.error());
    QList<Reason> reasons;
    for (const QString& approver : approvers) {
        const auto facts = gateFacts(unit, **configuration, approver);
        if (!facts)
            return failure(facts.error());
        if (!judgeGate(*facts).open)
            reasons.append({"policy.approver-refused",
                            {{QStringLiteral("policy"), QStringLiteral("ResourceDelegates")},
                             {QStringLiteral("approver"), approver}}});
    }
    return reasons;
}

// Writes, and answers with what the value lacks to have an effect.
Result<QList<Reason>> store(WriteUnit& unit, const ScopeOptions& options, const QString& name,
                            const std::optional<QString>& value, const QString& actor)
{
    const auto scope = findScope(unit, options);
    if (!scope)
        return failure(scope.error());
    if (const auto written = unit.policies().set(scope->scope, name, value, actor); !written)
        return failure(written.error());
    const auto book = unit.policies().all();
    if (!book)
        return failure(book.error());
    if (!value)
        return QList<Reason>();
    const BookingPolicy policy = scope->policy(*book);
    if (name == QLatin1String("ResourceDelegates"))
        return refusedApprovers(unit, policy.admission.resourceDelegates);
    return missingPolicyEffects(name, policy);
}

Result<ExitCode> change(const Invocation& invocation, Workplace& workplace, const std::optional<QString>& value)
{
    const PolicyDefinition* policy = findPolicy(invocation.argument(0));
    const Result<QString> normal
        = normalisedPolicy(invocation.argument(0), value.value_or(policy ? policy->defaultValue : QString()));
    if (!normal)
        return failure(normal.error());
    const Result<ScopeOptions> options = scopeFromInput(invocation, true);
    if (!options)
        return failure(options.error());
    const Result<QList<Reason>> warnings
        = workplace.write([options = *options, name = policy->name, value, actor = workplace.actor()](WriteUnit& unit) {
              return store(unit, options, name, value, actor);
          });
    if (!warnings)
        return failure(warnings.error());
    for (const Reason& warning : *warnings)
        workplace.terminal().complain(warning);
    return ExitCode::Good;
}

class PoliciesSet final : public Subcommand
{
public:
    QString command() const override { return QStringLiteral("policies"); }
    QString action() const override { return QStringLiteral("set"); }
    QString summary() const override { return Cli::tr("sets one booking policy of a space or a building"); }
    QList<SubcommandArgument> arguments() const override
    {
        return {{QStringLiteral("POLICY"), Cli::tr("Exchange's name, such as AllowConflicts")},
                {QStringLiteral("VALUE"), Cli::tr("the new value; addresses with commas, '' for none of them")}};
    }
    QList<QCommandLineOption> options() const override { return scopeOptions(); }

    Result<ExitCode> run(const Invocation& invocation, Workplace& workplace) override
    {
        return change(invocation, workplace, invocation.argument(1));
    }
};

class PoliciesClear final : public Subcommand
{
public:
    QString command() const override { return QStringLiteral("policies"); }
    QString action() const override { return QStringLiteral("clear"); }
    QString summary() const override
    {
        return Cli::tr("takes one booking policy of a space or a building back, so that it is inherited again");
    }
    QList<SubcommandArgument> arguments() const override
    {
        return {{QStringLiteral("POLICY"), Cli::tr("Exchange's name, such as AllowConflicts")}};
    }
    QList<QCommandLineOption> options() const override { return scopeOptions(); }

    Result<ExitCode> run(const Invocation& invocation, Workplace& workplace) override
    {
        return change(invocation, workplace, std::nullopt);
    }
};

} // namespace

Subcommands policiesCommands()
{
    Subcommands commands;
    commands.push_back(std::make_unique<PoliciesList>());
    commands.push_back(std::make_unique<PoliciesGet>());
    commands.push_back(std::make_unique<PoliciesSet>());
    commands.push_back(std::make_unique<PoliciesClear>());
    return commands;
}

} // namespace reserve
