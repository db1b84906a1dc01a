// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#include "app/console/consoleapplication.h"
#include "app/console/display.h"

#include <QApplication>

int main(int argc, char* argv[])
{
    // Qt ends the process when there is no display.
    if (!reserve::hasDisplay(argc, argv)) {
        QCoreApplication application(argc, argv);
        return reserve::runWithoutDisplay(application);
    }
    QApplication application(argc, argv);
    return reserve::runConsole(application);
}
