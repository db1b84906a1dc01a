// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#include "app/agent/commands.h"
#include "app/agent/dispatcher.h"
#include "models/wording/translators.h"

#include <QCoreApplication>
#include <QLoggingCategory>

int main(int argc, char* argv[])
{
    QCoreApplication application(argc, argv);
    QCoreApplication::setApplicationName(QStringLiteral("reserve-agent"));
    QCoreApplication::setApplicationVersion(QStringLiteral(RESERVE_VERSION));
    reserve::installTranslators(application);
    // Standard error is for complaints; QT_LOGGING_RULES asks for more.
    QLoggingCategory::setFilterRules(QStringLiteral("reserve.*.info=false"));

    reserve::Terminal terminal;
    reserve::Dispatcher dispatcher(terminal);
    for (auto* family : {&reserve::runCommands, &reserve::settingsCommands, &reserve::spacesCommands,
                         &reserve::peopleCommands, &reserve::serversCommands, &reserve::policiesCommands,
                         &reserve::noticesCommands, &reserve::reservationsCommands, &reserve::approvalsCommands,
                         &reserve::traceCommands, &reserve::explainCommands, &reserve::outboxCommands,
                         &reserve::sendCommands, &reserve::practiceCommands, &reserve::storeCommands}) {
        for (auto& subcommand : family())
            dispatcher.add(std::move(subcommand));
    }
    return int(dispatcher.run(QCoreApplication::arguments().mid(1)));
}
