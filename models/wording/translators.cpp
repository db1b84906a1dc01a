// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#include "models/wording/translators.h"

#include <QCoreApplication>
#include <QLibraryInfo>
#include <QLocale>
#include <QTranslator>

namespace reserve {

namespace {

void install(QCoreApplication& application, const QLocale& locale, const QString& name, const QString& folder)
{
    auto* translator = new QTranslator(&application);
    if (translator->load(locale, name, QStringLiteral("_"), folder))
        QCoreApplication::installTranslator(translator);
    else
        delete translator;
}

// The first of the reader's languages that the program speaks; C when there is none.
QLocale spokenLanguage(const QLocale& system, const QString& folder)
{
    for (const QString& wanted : system.uiLanguages()) {
        const QLocale language(wanted);
        QTranslator trial;
        if (language.language() == QLocale::C || language.language() == QLocale::English
            || trial.load(language, QStringLiteral("reserve"), QStringLiteral("_"), folder))
            return language;
    }
    return QLocale::c();
}

// Days and months are named in the language of the sentences round them, not in that of the system's region beside it.
void takeLanguageOfSentences(const QString& folder)
{
    const QLocale system = QLocale::system();
    const QLocale language = spokenLanguage(system, folder);
    if (language.language() == QLocale::C)
        return;
    // No other region writes short times with seconds; what the system calls its language may come from elsewhere.
    const bool hasRegion = system.timeFormat(QLocale::ShortFormat) != QLocale::c().timeFormat(QLocale::ShortFormat);
    if (!hasRegion)
        QLocale::setDefault(language);
    else if (system.dayName(Qt::Monday) != language.dayName(Qt::Monday))
        QLocale::setDefault(QLocale(language.language(), system.territory()));
}

} // namespace

void installTranslators(QCoreApplication& application)
{
    const QString ours = QStringLiteral(":/i18n");
    takeLanguageOfSentences(ours);
    install(application, QLocale(QLocale::English), QStringLiteral("reserve"), ours);
    install(application, QLocale(), QStringLiteral("qtbase"), QLibraryInfo::path(QLibraryInfo::TranslationsPath));
    install(application, QLocale(), QStringLiteral("reserve"), ours);
}

} // namespace reserve
