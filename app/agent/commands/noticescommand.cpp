// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#include "app/agent/cli.h"
#include "app/agent/commands.h"
#include "app/agent/texttable.h"
#include "app/agent/workplace.h"
#include "models/composing/noticesamples.h"
#include "models/entities/enumtext.h"
#include "models/entities/noticetemplate.h"
#include "models/exporting/jsonarray.h"
#include "models/reserving/configuration.h"
#include "models/wording/languages.h"
#include "models/wording/noticewords.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonObject>

namespace reserve {

namespace {

const QString languageOption = QStringLiteral("language");
const QString subjectOption = QStringLiteral("subject");
const QString bodyOption = QStringLiteral("body");
const QString builtInOption = QStringLiteral("built-in");
const QString reservationOption = QStringLiteral("reservation");
const QString seriesOption = QStringLiteral("series");

struct Chosen
{
    NoticeKind kind = NoticeKind::Accepted;
    QString language;
};

QString nameOf(NoticeKind kind)
{
    return QString::fromLatin1(toText(kind));
}

QStringList kindNames()
{
    QStringList names;
    for (const NoticeKind kind : noticeKinds())
        names.append(nameOf(kind));
    return names;
}

QList<QCommandLineOption> withLanguage(QList<QCommandLineOption> others = {})
{
    others.prepend({languageOption, Cli::tr("the language of the mail, such as en or de; else the one in force"),
                    QStringLiteral("LANGUAGE")});
    return others;
}

SubcommandArgument kindArgument()
{
    return {QStringLiteral("NOTICE"), kindNames().join(QLatin1String(", "))};
}

Result<std::shared_ptr<const Configuration>> readConfiguration(Workplace& workplace)
{
    return workplace.read([](const ReadUnit& unit) { return Configuration::load(unit); });
}

Result<QString> languageFrom(const Invocation& invocation, const Settings& settings)
{
    if (!invocation.isSet(languageOption))
        return languageOrThisMachines(settings.noticesLanguage());
    const QString language = invocation.value(languageOption);
    if (!productLanguages().contains(language)) {
        return failure("notice.language-unknown",
                       {{QStringLiteral("language"), language},
                        {QStringLiteral("known"), productLanguages().join(QLatin1String(", "))}});
    }
    return language;
}

Result<Chosen> chosenBy(const Invocation& invocation, const Settings& settings)
{
    const auto kind = fromText<NoticeKind>(invocation.argument(0).toLower().toLatin1());
    if (!kind) {
        return failure("notice.kind-unknown",
                       {{QStringLiteral("kind"), invocation.argument(0)},
                        {QStringLiteral("known"), kindNames().join(QLatin1String(", "))}});
    }
    const auto language = languageFrom(invocation, settings);
    if (!language)
        return failure(language.error());
    return Chosen{*kind, *language};
}

QByteArray asLetter(const NoticeText& text)
{
    return (Cli::tr("Subject: %1").arg(text.subject) + QLatin1String("\n\n") + text.body + QLatin1Char('\n')).toUtf8();
}

class NoticesList final : public Subcommand
{
public:
    QString command() const override { return QStringLiteral("notices"); }
    QString action() const override { return QStringLiteral("list"); }
    QString summary() const override
    {
        return Cli::tr("lists the texts of mails in every language, and which were written here");
    }
    QStringList formats() const override { return {QStringLiteral("table"), QStringLiteral("json")}; }

    Result<ExitCode> run(const Invocation& invocation, Workplace& workplace) override
    {
        const auto configuration = readConfiguration(workplace);
        if (!configuration)
            return failure(configuration.error());
        const NoticeBook& book = (*configuration)->notices();
        if (invocation.wantsJson())
            writeJson(book, workplace.terminal());
        else
            writeTable(book, workplace.terminal());
        return ExitCode::Good;
    }

private:
    static bool isOwn(const NoticeBook& book, NoticeKind kind, const QString& language, NoticePart part)
    {
        return book.own({kind, language, part}).has_value();
    }

    static void writeJson(const NoticeBook& book, Terminal& terminal)
    {
        JsonArray array(terminal.out());
        for (const NoticeKind kind : noticeKinds()) {
            QStringList placeholders;
            for (const NoticePlaceholder& placeholder : placeholdersOf(kind))
                placeholders.append(placeholder.name);
            for (const QString& language : productLanguages()) {
                const NoticeText text = noticeText(book, kind, language);
                array.add({{QStringLiteral("notice"), nameOf(kind)},
                           {QStringLiteral("language"), language},
                           {QStringLiteral("subject"), text.subject},
                           {QStringLiteral("body"), text.body},
                           {QStringLiteral("own_subject"), isOwn(book, kind, language, NoticePart::Subject)},
                           {QStringLiteral("own_body"), isOwn(book, kind, language, NoticePart::Body)},
                           {QStringLiteral("place_holders"), QJsonArray::fromStringList(placeholders)}});
            }
        }
        array.end();
    }

    static void writeTable(const NoticeBook& book, Terminal& terminal)
    {
        TextTable table({Cli::tr("Notice"), Cli::tr("Language"), Cli::tr("Texts"), Cli::tr("Subject")});
        for (const NoticeKind kind : noticeKinds()) {
            for (const QString& language : productLanguages()) {
                const bool own
                    = isOwn(book, kind, language, NoticePart::Subject) || isOwn(book, kind, language, NoticePart::Body);
                table.add({nameOf(kind), language, own ? Cli::tr("own") : Cli::tr("built in"),
                           noticeText(book, kind, language).subject});
            }
        }
        terminal.write(table.text());
    }
};

class NoticesShow final : public Subcommand
{
public:
    QString command() const override { return QStringLiteral("notices"); }
    QString action() const override { return QStringLiteral("show"); }
    QString summary() const override { return Cli::tr("shows the text of one mail with its place holders"); }
    QList<SubcommandArgument> arguments() const override { return {kindArgument()}; }
    QList<QCommandLineOption> options() const override
    {
        return withLanguage({{builtInOption, Cli::tr("the built-in text, also where another one was written")}});
    }

    Result<ExitCode> run(const Invocation& invocation, Workplace& workplace) override
    {
        const auto configuration = readConfiguration(workplace);
        if (!configuration)
            return failure(configuration.error());
        const auto chosen = chosenBy(invocation, (*configuration)->settings());
        if (!chosen)
            return failure(chosen.error());
        const NoticeBook book = invocation.isSet(builtInOption) ? NoticeBook() : (*configuration)->notices();
        workplace.terminal().write(asLetter(noticeText(book, chosen->kind, chosen->language)));
        return ExitCode::Good;
    }
};

Result<QString> readText(const QString& path, Workplace& workplace)
{
    if (path == QLatin1String("-"))
        return QString::fromUtf8(workplace.terminal().readAll());
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return failure("cli.file-unreadable",
                       {{QStringLiteral("path"), path}, {QStringLiteral("detail"), file.errorString()}});
    constexpr qint64 mostRead = 1 << 20;
    return QString::fromUtf8(file.read(mostRead));
}

// Both texts, or neither; answers with what a reader will miss.
Result<QList<Reason>> store(WriteUnit& unit, const Chosen& chosen, const QList<std::pair<NoticePart, QString>>& texts,
                            const QString& actor)
{
    for (const auto& [part, text] : texts) {
        const NoticeKey key{chosen.kind, chosen.language, part};
        const auto normal = normalisedNotice(chosen.kind, part, text);
        // What is said as it is built in is not kept: a better one takes its place.
        const bool isBuiltIn = normal && *normal == builtInNotice(key);
        if (const auto set = unit.notices().set(key, isBuiltIn ? std::nullopt : std::optional(text), actor); !set)
            return failure(set.error());
    }
    const auto book = unit.notices().all();
    if (!book)
        return failure(book.error());
    const NoticeText text = noticeText(*book, chosen.kind, chosen.language);
    return missingPlaceholders(chosen.kind, text.subject, text.body);
}

class NoticesSet final : public Subcommand
{
public:
    QString command() const override { return QStringLiteral("notices"); }
    QString action() const override { return QStringLiteral("set"); }
    QString summary() const override
    {
        return Cli::tr("writes subject or text of one mail in place of the built-in one");
    }
    QList<SubcommandArgument> arguments() const override { return {kindArgument()}; }
    QList<QCommandLineOption> options() const override
    {
        return withLanguage(
            {{subjectOption, Cli::tr("the subject, such as 'Reserved: {space}'"), QStringLiteral("TEXT")},
             {bodyOption, Cli::tr("a file with the text of the mail; - reads standard input"),
              QStringLiteral("FILE")}});
    }

    Result<ExitCode> run(const Invocation& invocation, Workplace& workplace) override
    {
        const auto configuration = readConfiguration(workplace);
        if (!configuration)
            return failure(configuration.error());
        const auto chosen = chosenBy(invocation, (*configuration)->settings());
        if (!chosen)
            return failure(chosen.error());
        QList<std::pair<NoticePart, QString>> texts;
        if (invocation.isSet(subjectOption))
            texts.append({NoticePart::Subject, invocation.value(subjectOption)});
        if (invocation.isSet(bodyOption)) {
            const auto body = readText(invocation.value(bodyOption), workplace);
            if (!body)
                return failure(body.error());
            texts.append({NoticePart::Body, *body});
        }
        if (texts.isEmpty())
            return failure("notice.nothing-to-set");
        const Result<QList<Reason>> missing
            = workplace.write([chosen = *chosen, texts, actor = workplace.actor()](WriteUnit& unit) {
                  return store(unit, chosen, texts, actor);
              });
        if (!missing)
            return failure(missing.error());
        for (const Reason& warning : *missing)
            workplace.terminal().complain(warning);
        return ExitCode::Good;
    }
};

class NoticesReset final : public Subcommand
{
public:
    QString command() const override { return QStringLiteral("notices"); }
    QString action() const override { return QStringLiteral("reset"); }
    QString summary() const override { return Cli::tr("takes subject and text of one mail back to the built-in ones"); }
    QList<SubcommandArgument> arguments() const override { return {kindArgument()}; }
    QList<QCommandLineOption> options() const override
    {
        return withLanguage({{subjectOption, Cli::tr("the subject alone")}, {bodyOption, Cli::tr("the text alone")}});
    }

    Result<ExitCode> run(const Invocation& invocation, Workplace& workplace) override
    {
        const auto configuration = readConfiguration(workplace);
        if (!configuration)
            return failure(configuration.error());
        const auto chosen = chosenBy(invocation, (*configuration)->settings());
        if (!chosen)
            return failure(chosen.error());
        const bool both = invocation.isSet(subjectOption) == invocation.isSet(bodyOption);
        QList<NoticePart> parts;
        if (both || invocation.isSet(subjectOption))
            parts.append(NoticePart::Subject);
        if (both || invocation.isSet(bodyOption))
            parts.append(NoticePart::Body);
        const Result<void> done = workplace.write(
            [chosen = *chosen, parts, actor = workplace.actor()](WriteUnit& unit) -> Result<void> {
                for (const NoticePart part : parts) {
                    if (const auto set = unit.notices().set({chosen.kind, chosen.language, part}, std::nullopt, actor);
                        !set)
                        return set;
                }
                return {};
            });
        if (!done)
            return failure(done.error());
        return ExitCode::Good;
    }
};

// What a preview is about: a reservation that is there, or a sample.
Result<Announcement> aboutReservation(const ReadUnit& unit, const Configuration& configuration, NoticeKind kind,
                                      const QString& number)
{
    const auto unknown = [&number] { return failure("notice.reservation-unknown", {{QStringLiteral("id"), number}}); };
    const auto reservation = unit.reservations().find(ReservationId{number.toLongLong()});
    if (!reservation)
        return failure(reservation.error());
    const Space* space = *reservation ? configuration.space((*reservation)->spaceId) : nullptr;
    if (!space)
        return unknown();
    const auto person = unit.people().find((*reservation)->personId);
    if (!person)
        return failure(person.error());
    return announcementAbout(kind, **reservation, *space, *person, configuration.zoneOf(*space));
}

class NoticesPreview final : public Subcommand
{
public:
    QString command() const override { return QStringLiteral("notices"); }
    QString action() const override { return QStringLiteral("preview"); }
    QString summary() const override { return Cli::tr("shows one mail as its reader would have it"); }
    QList<SubcommandArgument> arguments() const override { return {kindArgument()}; }
    QList<QCommandLineOption> options() const override
    {
        return withLanguage({{reservationOption, Cli::tr("with the facts of this reservation instead of a sample"),
                              QStringLiteral("ID")},
                             {seriesOption, Cli::tr("with a sample that is a series")}});
    }

    Result<ExitCode> run(const Invocation& invocation, Workplace& workplace) override
    {
        const auto configuration = readConfiguration(workplace);
        if (!configuration)
            return failure(configuration.error());
        const auto chosen = chosenBy(invocation, (*configuration)->settings());
        if (!chosen)
            return failure(chosen.error());
        const auto about = aboutOf(invocation, workplace, **configuration, chosen->kind);
        if (!about)
            return failure(about.error());
        const NoticePreview preview
            = previewOf(chosen->kind, noticeText((*configuration)->notices(), chosen->kind, chosen->language), *about,
                        chosen->language, (*configuration)->settings().siteName());
        workplace.terminal().write(asLetter(preview.text));
        return ExitCode::Good;
    }

private:
    static Result<Announcement> aboutOf(const Invocation& invocation, Workplace& workplace,
                                        const Configuration& configuration, NoticeKind kind)
    {
        if (!invocation.isSet(reservationOption)) {
            const QByteArray zone = configuration.settings().timeZone();
            return invocation.isSet(seriesOption) ? sampleSeries(kind, zone) : sampleAnnouncement(kind, zone);
        }
        if (kind == NoticeKind::Digest)
            return failure("notice.reservation-kind");
        return workplace.read(
            [&configuration, kind, number = invocation.value(reservationOption)](const ReadUnit& unit) {
                return aboutReservation(unit, configuration, kind, number);
            });
    }
};

} // namespace

Subcommands noticesCommands()
{
    Subcommands commands;
    commands.push_back(std::make_unique<NoticesList>());
    commands.push_back(std::make_unique<NoticesShow>());
    commands.push_back(std::make_unique<NoticesSet>());
    commands.push_back(std::make_unique<NoticesReset>());
    commands.push_back(std::make_unique<NoticesPreview>());
    return commands;
}

} // namespace reserve
