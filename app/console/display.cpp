// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#include "app/console/display.h"

#include <QByteArrayView>
#include <QtGlobal>

#include <algorithm>

namespace reserve {

bool hasDisplay(int argc, char* argv[])
{
#if defined(Q_OS_UNIX) && !defined(Q_OS_DARWIN)
    const bool isNamed = !qEnvironmentVariableIsEmpty("DISPLAY") || !qEnvironmentVariableIsEmpty("WAYLAND_DISPLAY")
        || !qEnvironmentVariableIsEmpty("QT_QPA_PLATFORM");
    return isNamed || std::any_of(argv, argv + argc, [](const char* argument) {
               const QByteArrayView word(argument);
               return word.startsWith("-platform") || word.startsWith("--platform");
           });
#else
    Q_UNUSED(argc)
    Q_UNUSED(argv)
    return true;
#endif
}

} // namespace reserve
