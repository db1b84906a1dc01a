// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#pragma once

#include "app/agent/subcommand.h"
#include "models/entities/policybook.h"
#include "models/store/unit.h"

namespace reserve {

// --space MAILBOX or --building NAME, as the sub-commands on policies take them.
struct ScopeOptions
{
    std::optional<QString> mailbox;
    std::optional<QString> building;

    bool isEmpty() const { return !mailbox && !building; }
};

// A space, or a building that has some.
struct NamedScope
{
    PolicyScope scope;
    std::optional<Space> space;

    QString value(const PolicyBook& book, const QString& name) const;
    PolicySource source(const PolicyBook& book, const QString& name) const;
    BookingPolicy policy(const PolicyBook& book) const;
};

QList<QCommandLineOption> scopeOptions();

// Errors: usage.scope-both; usage.scope-missing where `isNeeded`.
Result<ScopeOptions> scopeFromInput(const Invocation& invocation, bool isNeeded);

// Errors: cli.space-unknown (mailbox), policy.building-unknown (building, known).
Result<NamedScope> findScope(const ReadUnit& unit, const ScopeOptions& options);

// Every building, each followed by its spaces, in their natural order.
Result<QList<NamedScope>> allScopes(const ReadUnit& unit);

} // namespace reserve
