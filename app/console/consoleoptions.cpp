// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#include "app/console/consoleoptions.h"

#include <QCommandLineParser>
#include <QCoreApplication>

namespace reserve {

namespace {

QSize sizeFromText(const QString& text)
{
    const QStringList parts = text.split(QLatin1Char('x'));
    return parts.size() == 2 ? QSize(parts[0].toInt(), parts[1].toInt()) : QSize();
}

QString pageKeys()
{
    QStringList keys;
    for (const PageId page : allPages)
        keys.append(pageKey(page));
    return keys.join(QStringLiteral(", "));
}

} // namespace

Result<ConsoleOptions> ConsoleOptions::fromArguments(const QStringList& arguments)
{
    QCommandLineParser parser;
    const auto tr = [](const char* text) { return QCoreApplication::translate("ConsoleOptions", text); };
    parser.setApplicationDescription(tr(
        QT_TRANSLATE_NOOP("ConsoleOptions", "Administration console for room reservations with Microsoft Exchange.")));
    const QCommandLineOption store(
        QStringLiteral("store"), tr(QT_TRANSLATE_NOOP("ConsoleOptions", "Open this store instead of the desk's own.")),
        QStringLiteral("file"));
    const QCommandLineOption page(QStringLiteral("page"),
                                  tr(QT_TRANSLATE_NOOP("ConsoleOptions", "Begin with this page: ")) + pageKeys(),
                                  QStringLiteral("name"));
    const QCommandLineOption screenshot(
        QStringLiteral("screenshot"),
        tr(QT_TRANSLATE_NOOP("ConsoleOptions", "Save a picture of the window to this PNG file and leave.")),
        QStringLiteral("file"));
    const QCommandLineOption size(QStringLiteral("size"),
                                  tr(QT_TRANSLATE_NOOP("ConsoleOptions", "Size of the window, 1440x900 for instance.")),
                                  QStringLiteral("WxH"));
    const QCommandLineOption practice(
        QStringLiteral("practice"),
        tr(QT_TRANSLATE_NOOP("ConsoleOptions",
                             "Run the Practice Exchange, a stand-in for Exchange to rehearse with.")));
    parser.addOptions({store, page, practice, screenshot, size});
    parser.addHelpOption();
    parser.addVersionOption();
    if (!parser.parse(arguments))
        return failure("console.argument", {{QStringLiteral("detail"), parser.errorText()}});
    parser.process(arguments); // answers --help, --help-all and --version, and leaves
    if (!parser.positionalArguments().isEmpty())
        return failure("console.argument", {{QStringLiteral("detail"), parser.positionalArguments().first()}});

    ConsoleOptions options;
    options.screenshot = parser.value(screenshot);
    options.practice = parser.isSet(practice);
    options.size = sizeFromText(parser.value(size));
    if (parser.isSet(store)) {
        auto location = StoreLocation::fromText(parser.value(store));
        if (!location)
            return failure(location.error());
        options.store = *location;
    }
    if (parser.isSet(page)) {
        options.page = pageFromKey(parser.value(page));
        if (!options.page) {
            return failure("console.page-unknown",
                           {{QStringLiteral("page"), parser.value(page)}, {QStringLiteral("known"), pageKeys()}});
        }
    }
    return options;
}

} // namespace reserve
