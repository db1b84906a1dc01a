// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#include "app/agent/cli.h"
#include "app/agent/commands.h"
#include "app/agent/commands/importing.h"
#include "app/agent/commands/timeinput.h"
#include "app/agent/texttable.h"
#include "app/agent/workplace.h"
#include "models/exporting/jsonarray.h"
#include "models/exporting/reservationrow.h"
#include "models/exporting/reservationscsv.h"
#include "models/exporting/reservationsics.h"
#include "models/exporting/reservationsjson.h"
#include "models/wording/wording.h"

#include <QBuffer>

namespace reserve {

namespace {

const QString spaceOption = QStringLiteral("space");
const QString fromOption = QStringLiteral("from");
const QString toOption = QStringLiteral("to");

// What the options narrow; the space by its mailbox, which only the store can turn into an id.
struct Selection
{
    QString mailbox;
    std::optional<TimeRange> touching;
};

QList<QCommandLineOption> selectionOptions()
{
    return {{spaceOption, Cli::tr("only this space, by its Exchange Mailbox"), QStringLiteral("MAILBOX")},
            {fromOption, Cli::tr("only what ends after this time, such as 2026-11-18 or 2026-11-18T09:00"),
             QStringLiteral("TIME")},
            {toOption, Cli::tr("only what starts before this time"), QStringLiteral("TIME")}};
}

Result<Instant> boundary(const Invocation& invocation, const QString& option, Instant otherwise)
{
    if (!invocation.isSet(option))
        return otherwise;
    return instantFromInput(invocation.value(option), QTimeZone::systemTimeZone(), option);
}

Result<Selection> selectionOf(const Invocation& invocation)
{
    Selection selection{invocation.value(spaceOption), std::nullopt};
    if (!invocation.isSet(fromOption) && !invocation.isSet(toOption))
        return selection;
    const auto from = boundary(invocation, fromOption, fromEpochMilliseconds(0));
    const auto to = boundary(invocation, toOption, fromDateTime(QDateTime(QDate(9999, 1, 1), QTime(0, 0), Qt::UTC)));
    if (!from)
        return failure(from.error());
    if (!to)
        return failure(to.error());
    selection.touching = TimeRange{*from, *to};
    return selection;
}

Result<ReservationFilter> filterOf(const ReadUnit& unit, const Selection& selection)
{
    ReservationFilter filter;
    filter.touching = selection.touching;
    if (selection.mailbox.isEmpty())
        return filter;
    const auto space = unit.spaces().findByMailbox(selection.mailbox);
    if (!space)
        return failure(space.error());
    if (!*space)
        return failure("cli.space-unknown", {{QStringLiteral("mailbox"), selection.mailbox}});
    filter.spaces.insert((*space)->id);
    return filter;
}

QString localText(Instant instant)
{
    return toDateTime(instant).toLocalTime().toString(QStringLiteral("yyyy-MM-dd HH:mm"));
}

Result<void> writeTable(const ReadUnit& unit, const ReservationFilter& filter, QIODevice& out)
{
    TextTable table({Cli::tr("Number"), Cli::tr("Start"), Cli::tr("End"), Cli::tr("Space"), Cli::tr("Status"),
                     Cli::tr("Requester"), Cli::tr("Subject"), Cli::tr("Exchange")});
    const Result<void> done = forEachReservation(unit, filter, [&](const ReservationRow& row) {
        const Reservation& reservation = row.reservation;
        table.add({QString::number(reservation.id.value), localText(reservation.time.start),
                   localText(reservation.time.end), row.spaceName, word(reservation.status),
                   reservation.requesterEmail,
                   reservation.isPrivate ? sentence(Reason{"mail.private-subject", {}}) : reservation.subject, word(reservation.exchangeState)});
    });
    out.write(table.text());
    return done;
}

Result<void> writeJson(const ReadUnit& unit, const ReservationFilter& filter, QIODevice& out)
{
    JsonArray array(out);
    const Result<void> done
        = forEachReservation(unit, filter, [&](const ReservationRow& row) { array.add(toJsonObject(row)); });
    array.end();
    return done;
}

Result<void> writeCsv(const ReadUnit& unit, const ReservationFilter& filter, QIODevice& out)
{
    out.write(reservationsCsvHead());
    return forEachReservation(unit, filter, [&](const ReservationRow& row) { out.write(toCsvLine(row)); });
}

Result<void> writeIcs(const ReadUnit& unit, const ReservationFilter& filter, QIODevice& out)
{
    QList<ReservationRow> rows;
    const Result<void> done = forEachReservation(unit, filter, [&](const ReservationRow& row) { rows.append(row); });
    if (done)
        out.write(reservationsToIcs(rows, Cli::tr("Reservations")));
    return done;
}

Result<void> writeAs(const QString& format, const ReadUnit& unit, const Selection& selection, QIODevice& out)
{
    const Result<ReservationFilter> filter = filterOf(unit, selection);
    if (!filter)
        return failure(filter.error());
    if (format == QLatin1String("json"))
        return writeJson(unit, *filter, out);
    if (format == QLatin1String("csv"))
        return writeCsv(unit, *filter, out);
    if (format == QLatin1String("ics"))
        return writeIcs(unit, *filter, out);
    return writeTable(unit, *filter, out);
}

class ReservationsList final : public Subcommand
{
public:
    QString command() const override { return QStringLiteral("reservations"); }
    QString action() const override { return QStringLiteral("list"); }
    QString summary() const override
    {
        return Cli::tr("lists reservations, past, declined and cancelled ones too");
    }
    QList<QCommandLineOption> options() const override { return selectionOptions(); }
    QStringList formats() const override
    {
        return {QStringLiteral("table"), QStringLiteral("json"), QStringLiteral("csv"), QStringLiteral("ics")};
    }

    Result<ExitCode> run(const Invocation& invocation, Workplace& workplace) override
    {
        const Result<Selection> selection = selectionOf(invocation);
        if (!selection)
            return failure(selection.error());
        const Result<void> done = workplace.read(
            [&out = workplace.terminal().out(), format = invocation.format(), selection = *selection](
                const ReadUnit& unit) { return writeAs(format, unit, selection, out); });
        return done ? Result<ExitCode>(ExitCode::Good) : failure(done.error());
    }
};

class ReservationsExport final : public Subcommand
{
public:
    QString command() const override { return QStringLiteral("reservations"); }
    QString action() const override { return QStringLiteral("export"); }
    QString summary() const override { return Cli::tr("writes reservations into a file"); }
    QList<SubcommandArgument> arguments() const override
    {
        return {{QStringLiteral("FILE"), Cli::tr("where to; without it standard output"), true}};
    }
    QList<QCommandLineOption> options() const override { return selectionOptions(); }
    QStringList formats() const override
    {
        return {QStringLiteral("csv"), QStringLiteral("ics"), QStringLiteral("json"), QStringLiteral("table")};
    }

    Result<ExitCode> run(const Invocation& invocation, Workplace& workplace) override
    {
        const Result<Selection> selection = selectionOf(invocation);
        if (!selection)
            return failure(selection.error());
        QBuffer content;
        content.open(QIODevice::WriteOnly);
        const Result<void> done
            = workplace.read([&content, format = invocation.format(), selection = *selection](const ReadUnit& unit) {
                  return writeAs(format, unit, selection, content);
              });
        if (!done)
            return failure(done.error());
        const Result<void> written = writeOutput(invocation.argument(0), content.data(), workplace.terminal());
        return written ? Result<ExitCode>(ExitCode::Good) : failure(written.error());
    }
};

} // namespace

Subcommands reservationsCommands()
{
    Subcommands commands;
    commands.push_back(std::make_unique<ReservationsList>());
    commands.push_back(std::make_unique<ReservationsExport>());
    return commands;
}

} // namespace reserve
