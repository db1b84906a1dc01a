// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#include "ui/help/manual.h"

#include <QFile>
#include <QStringList>

namespace reserve {

namespace {

const QStringList readingOrder{
    QStringLiteral("welcome"),        QStringLiteral("calendar"), QStringLiteral("monitor"),
    QStringLiteral("exchange-admin"), QStringLiteral("servers"),  QStringLiteral("people"),
    QStringLiteral("policies"),       QStringLiteral("notices"),  QStringLiteral("practice"),
    QStringLiteral("rules"),          QStringLiteral("agent"),    QStringLiteral("keyboard")};

QString pathOf(const QStringList& languages, const QString& key)
{
    for (const QString& language : languages) {
        const QString path = QStringLiteral(":/help/%1/%2.md").arg(language.section(QLatin1Char('-'), 0, 0), key);
        if (QFile::exists(path))
            return path;
    }
    return QStringLiteral(":/help/en/%1.md").arg(key);
}

QString titleOf(const QString& path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return {};
    QString line = QString::fromUtf8(file.readLine()).trimmed();
    while (line.startsWith(QLatin1Char('#')))
        line.remove(0, 1);
    return line.trimmed();
}

} // namespace

QList<ManualChapter> manualChapters(const QStringList& languages)
{
    QList<ManualChapter> chapters;
    for (const QString& key : readingOrder) {
        const QString path = pathOf(languages, key);
        if (const QString title = titleOf(path); !title.isEmpty())
            chapters.append({key, title, path});
    }
    return chapters;
}

} // namespace reserve
