// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QList>
#include <QString>
#include <QStringList>

namespace reserve {

// The user manual: Markdown chapters under resources/help/<language>, compiled in. The language is that of the program;
// English where a chapter is not translated. The first line of a chapter is its title.
struct ManualChapter
{
    QString key; // "monitor": the file's name without ending
    QString title;
    QString path; // ":/help/en/monitor.md"
};

// In reading order.
QList<ManualChapter> manualChapters(const QStringList& languages);

} // namespace reserve
