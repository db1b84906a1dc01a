// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#include "tests/support/picture.h"

#include <QCoreApplication>
#include <QDir>
#include <QPixmap>
#include <QtDebug>
#include <QWidget>

namespace reserve::test {

void keepPicture(QWidget* window, const QString& name)
{
    const QString folder = qEnvironmentVariable("RESERVE_PICTURES");
    if (folder.isEmpty())
        return;
    // A layout that has changed asks those inside it to change in the next round.
    constexpr int deepestLayouts = 16;
    for (int round = 0; round < deepestLayouts; ++round)
        QCoreApplication::processEvents();
    if (!window->grab().save(QDir(folder).filePath(name)))
        qWarning("%s could not be saved in %s", qUtf8Printable(name), qUtf8Printable(folder));
}

} // namespace reserve::test
