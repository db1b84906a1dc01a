// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#pragma once

#include "models/base/result.h"
#include "models/store/storelocation.h"
#include "ui/shell/pageid.h"

#include <QSize>
#include <QString>
#include <QStringList>

#include <optional>

namespace reserve {

// What the command line of reserve-console asks for. Qt's own options have been taken out before.
struct ConsoleOptions
{
    StoreLocation store = StoreLocation::ofThisDesk();
    std::optional<PageId> page;
    bool practice = false; // with the Practice Exchange, whatever the settings say
    QString screenshot;    // a PNG file; the window is shown, pictured and closed
    QSize size;            // of the window, for pictures

    // Answers --help and --version itself and leaves the process then. Errors: console.argument (argument),
    // console.page-unknown (page, known), and those of StoreLocation.
    static Result<ConsoleOptions> fromArguments(const QStringList& arguments);
};

} // namespace reserve
