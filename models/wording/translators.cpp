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

// A system without a region ("C") still has a language: days and months are named in it, not in English beside it.
void takeRegionOfLanguage()
{
    const QLocale system = QLocale::system();
    const QLocale language(system.uiLanguages().value(0));
    // No other region writes short times with seconds; what the system calls its language may come from elsewhere.
    const bool hasRegion = system.timeFormat(QLocale::ShortFormat) != QLocale::c().timeFormat(QLocale::ShortFormat);
    if (!hasRegion && language.language() != QLocale::C)
        QLocale::setDefault(language);
}

} // namespace

void installTranslators(QCoreApplication& application)
{
    takeRegionOfLanguage();
    const QString ours = QStringLiteral(":/i18n");
    install(application, QLocale(QLocale::English), QStringLiteral("reserve"), ours);
    install(application, QLocale(), QStringLiteral("qtbase"), QLibraryInfo::path(QLibraryInfo::TranslationsPath));
    install(application, QLocale(), QStringLiteral("reserve"), ours);
}

} // namespace reserve
