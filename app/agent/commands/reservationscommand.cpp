// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#include "app/agent/cli.h"
#include "app/agent/commands.h"
#include "app/agent/commands/bookingcommands.h"
#include "app/agent/commands/importing.h"
#include "app/agent/commands/timeinput.h"
#include "app/agent/localtime.h"
#include "app/agent/texttable.h"
#include "app/agent/workplace.h"
#include "models/base/clock.h"
#include "models/exporting/jsonarray.h"
#include "models/exporting/reservationrow.h"
#include "models/exporting/reservationscsv.h"
#include "models/exporting/reservationsics.h"
#include "models/exporting/reservationsjson.h"
#include "models/wording/wording.h"

#include <QBuffer>
#include <QHash>
#include <QTimeZone>

namespace reserve {

namespace {

const QString spaceOption = QStringLiteral("space");
const QString fromOption = QStringLiteral("from");
const QString toOption = QStringLiteral("to");
const QString zoneOption = QStringLiteral("zone-changed");

// What the options narrow; the space by its mailbox, which only the store can turn into an id.
struct Selection
{
    QString mailbox;
    std::optional<TimeRange> touching;
    bool zoneChanged = false;
};

// What is listed, and where only reservations are whose zone sets its clocks otherwise now, why.
struct Listing
{
    ReservationFilter filter;
    std::optional<QHash<ReservationId, ZoneShift>> shifts;

    Result<void> forEach(const ReadUnit& unit, const std::function<void(const ReservationRow&)>& use) const
    {
        return forEachReservation(unit, filter, [&](const ReservationRow& row) {
            if (!shifts || shifts->contains(row.reservation.id))
                use(row);
        });
    }
};

QList<QCommandLineOption> selectionOptions()
{
    return {{spaceOption, Cli::tr("only this space, by its Exchange Mailbox"), QStringLiteral("MAILBOX")},
            {fromOption, Cli::tr("only what ends after this time, such as 2026-11-18 or 2026-11-18T09:00"),
             QStringLiteral("TIME")},
            {toOption, Cli::tr("only what starts before this time"), QStringLiteral("TIME")},
            {zoneOption,
             Cli::tr("only what is to come in a time zone whose clocks are set otherwise now than when it was "
                     "reserved")}};
}

Result<Instant> boundary(const Invocation& invocation, const QString& option, Instant otherwise)
{
    if (!invocation.isSet(option))
        return otherwise;
    return instantFromInput(invocation.value(option), QTimeZone::systemTimeZone(), option);
}

Result<Selection> selectionOf(const Invocation& invocation)
{
    Selection selection{invocation.value(spaceOption), std::nullopt, invocation.isSet(zoneOption)};
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

Result<Listing> listingOf(const ReadUnit& unit, const Selection& selection)
{
    Listing listing;
    listing.filter.touching = selection.touching;
    if (selection.zoneChanged) {
        const auto shifts = unit.zones().shifts(SystemClock().now());
        if (!shifts)
            return failure(shifts.error());
        listing.shifts.emplace();
        for (const ZoneShift& shift : *shifts)
            listing.shifts->insert(shift.reservationId, shift);
    }
    if (selection.mailbox.isEmpty())
        return listing;
    const auto space = unit.spaces().findByMailbox(selection.mailbox);
    if (!space)
        return failure(space.error());
    if (!*space)
        return failure("cli.space-unknown", {{QStringLiteral("mailbox"), selection.mailbox}});
    listing.filter.spaces.insert((*space)->id);
    return listing;
}

// "+02:00"
QString offsetText(int seconds)
{
    return QTimeZone(seconds).displayName(QTimeZone::StandardTime, QTimeZone::OffsetName).mid(3);
}

Reason whyShifted(const ZoneShift& shift)
{
    return {"zone.rules-changed",
            {{QStringLiteral("zone"), QString::fromUtf8(shift.zone)},
             {QStringLiteral("before"), offsetText(shift.offsetBefore)},
             {QStringLiteral("now"), offsetText(shift.offsetNow)}}};
}

Result<void> writeTable(const ReadUnit& unit, const Listing& listing, QIODevice& out)
{
    QStringList head{Cli::tr("Number"),
                     titleInLocalZone(Cli::tr("Start")),
                     titleInLocalZone(Cli::tr("End")),
                     Cli::tr("Space"),
                     Cli::tr("Status"),
                     Cli::tr("Requester"),
                     Cli::tr("Subject"),
                     Cli::tr("Exchange")};
    if (listing.shifts)
        head.append(Cli::tr("Why"));
    TextTable table(head);
    const Result<void> done = listing.forEach(unit, [&](const ReservationRow& row) {
        const Reservation& reservation = row.reservation;
        QStringList line{QString::number(reservation.id.value),
                         localMinute(reservation.time.start),
                         localMinute(reservation.time.end),
                         row.spaceName,
                         word(reservation.status),
                         reservation.requesterEmail,
                         reservation.isPrivate ? sentence(Reason{"mail.private-subject", {}}) : reservation.subject,
                         word(reservation.exchangeState)};
        if (listing.shifts)
            line.append(sentence(whyShifted(listing.shifts->value(reservation.id))));
        table.add(line);
    });
    out.write(table.text());
    return done;
}

Result<void> writeJson(const ReadUnit& unit, const Listing& listing, QIODevice& out)
{
    JsonArray array(out);
    const Result<void> done = listing.forEach(unit, [&](const ReservationRow& row) {
        QJsonObject object = toJsonObject(row);
        if (listing.shifts) {
            const ZoneShift shift = listing.shifts->value(row.reservation.id);
            object.insert(QStringLiteral("zone_change"),
                          QJsonObject{{QStringLiteral("zone"), QString::fromUtf8(shift.zone)},
                                      {QStringLiteral("offset_before"), offsetText(shift.offsetBefore)},
                                      {QStringLiteral("offset_now"), offsetText(shift.offsetNow)},
                                      {QStringLiteral("found_at"), toIso(shift.foundAt)}});
        }
        array.add(object);
    });
    array.end();
    return done;
}

Result<void> writeCsv(const ReadUnit& unit, const Listing& listing, QIODevice& out)
{
    out.write(reservationsCsvHead());
    return listing.forEach(unit, [&](const ReservationRow& row) { out.write(toCsvLine(row)); });
}

Result<void> writeIcs(const ReadUnit& unit, const Listing& listing, QIODevice& out)
{
    QList<ReservationRow> rows;
    const Result<void> done = listing.forEach(unit, [&](const ReservationRow& row) { rows.append(row); });
    if (done)
        out.write(reservationsToIcs(rows, Cli::tr("Reservations")));
    return done;
}

Result<void> writeAs(const QString& format, const ReadUnit& unit, const Selection& selection, QIODevice& out)
{
    const Result<Listing> listing = listingOf(unit, selection);
    if (!listing)
        return failure(listing.error());
    if (format == QLatin1String("json"))
        return writeJson(unit, *listing, out);
    if (format == QLatin1String("csv"))
        return writeCsv(unit, *listing, out);
    if (format == QLatin1String("ics"))
        return writeIcs(unit, *listing, out);
    return writeTable(unit, *listing, out);
}

class ReservationsList final : public Subcommand
{
public:
    QString command() const override { return QStringLiteral("reservations"); }
    QString action() const override { return QStringLiteral("list"); }
    QString summary() const override { return Cli::tr("lists reservations, past, declined and cancelled ones too"); }
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
        const Result<void> done
            = workplace.read([&out = workplace.terminal().out(), format = invocation.format(), selection = *selection](
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
    for (auto& command : bookingCommands())
        commands.push_back(std::move(command));
    return commands;
}

} // namespace reserve
