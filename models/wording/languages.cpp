// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#include "models/wording/languages.h"

#include <QCoreApplication>
#include <QDir>
#include <QLocale>
#include <QTranslator>

#include <algorithm>
#include <map>
#include <memory>

namespace reserve {

namespace {

const QString folder = QStringLiteral(":/i18n");
constexpr QLatin1String prefix("reserve_");
constexpr QLatin1String suffix(".qm");

using Translators = std::map<QString, std::unique_ptr<QTranslator>>;

Translators loadedTranslators()
{
    Translators translators;
    const QStringList files = QDir(folder).entryList({prefix + QLatin1Char('*') + suffix}, QDir::Files);
    for (const QString& file : files) {
        auto translator = std::make_unique<QTranslator>();
        if (translator->load(folder + QLatin1Char('/') + file)) {
            const qsizetype length = file.size() - prefix.size() - suffix.size();
            translators.emplace(file.mid(prefix.size(), length), std::move(translator));
        }
    }
    return translators;
}

// Read by many threads and never changed.
const Translators& translators()
{
    static const Translators all = loadedTranslators();
    return all;
}

QString english()
{
    return QStringLiteral("en");
}

} // namespace

QStringList productLanguages()
{
    QStringList languages;
    for (const auto& [language, translator] : translators())
        languages.append(language);
    if (!languages.contains(english()))
        languages.append(english());
    std::sort(languages.begin(), languages.end(), [](const QString& a, const QString& b) {
        return QString::localeAwareCompare(languageName(a), languageName(b)) < 0;
    });
    return languages;
}

QString languageOfThisMachine()
{
    const QStringList known = productLanguages();
    for (QString wanted : QLocale().uiLanguages()) {
        wanted.replace(QLatin1Char('-'), QLatin1Char('_'));
        for (const QString& candidate : {wanted, wanted.section(QLatin1Char('_'), 0, 0)}) {
            if (known.contains(candidate))
                return candidate;
        }
    }
    return english();
}

QString languageOrThisMachines(const QString& wanted)
{
    return productLanguages().contains(wanted) ? wanted : languageOfThisMachine();
}

QString languageName(const QString& language)
{
    const QLocale locale(language);
    const QString name
        = locale.language() == QLocale::English ? QStringLiteral("English") : locale.nativeLanguageName();
    return name.isEmpty() ? language : name;
}

QString translatedTo(const QString& language, const char* context, const char* text, int count)
{
    const auto found = translators().find(language);
    QString translated;
    if (found != translators().end())
        translated = found->second->translate(context, text, nullptr, count);
    else if (language.isEmpty())
        return QCoreApplication::translate(context, text, nullptr, count);
    if (translated.isEmpty())
        translated = QString::fromUtf8(text);
    return count < 0 ? translated : translated.replace(QLatin1String("%n"), QString::number(count));
}

} // namespace reserve
