// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#pragma once

class QApplication;
class QCoreApplication;

namespace reserve {

// The whole life of the console: options, store, first start or window, embedded agent, and the orderly end of all of
// them. Answers the exit status: 0 good, 1 the store could not be opened, 2 wrong usage.
int runConsole(QApplication& application);

// What can be done where no window can open: --help, --version, and one line that says so. Answers 1 then.
int runWithoutDisplay(QCoreApplication& application);

} // namespace reserve
