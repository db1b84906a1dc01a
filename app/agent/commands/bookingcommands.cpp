// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#include "app/agent/commands/bookingcommands.h"

#include "app/agent/cli.h"
#include "app/agent/commands/timeinput.h"
#include "app/agent/workplace.h"
#include "models/entities/enumtext.h"
#include "models/itip/itipreader.h"
#include "models/reserving/configuration.h"
#include "models/reserving/consolebooking.h"
#include "models/wording/wording.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTimeZone>

#include <algorithm>
#include <limits>

namespace reserve {

namespace {

const QString spaceOption = QStringLiteral("space");
const QString personOption = QStringLiteral("person");
const QString startOption = QStringLiteral("start");
const QString endOption = QStringLiteral("end");
const QString allDayOption = QStringLiteral("all-day");
const QString subjectOption = QStringLiteral("subject");
const QString textOption = QStringLiteral("text");
const QString ruleOption = QStringLiteral("rule");
const QString privateOption = QStringLiteral("private");
const QString inviteOption = QStringLiteral("invite");
const QString seriesOption = QStringLiteral("series");
const QString whyOption = QStringLiteral("why");
const QString dryRunOption = QStringLiteral("dry-run");

// A wish that the store must be asked for before it can be said: spaces and people by what they are called.
using WishOf = std::function<Result<ConsoleWish>(const ReadUnit&)>;

QJsonObject rangeOf(TimeRange time)
{
    return {{QStringLiteral("start"), toIso(time.start)}, {QStringLiteral("end"), toIso(time.end)}};
}

QJsonObject toJsonObject(const ConsoleAnswer& answer)
{
    QJsonObject object = rangeOf(answer.time);
    object.insert(QStringLiteral("id"), answer.reservation ? QJsonValue(answer.reservation.value) : QJsonValue());
    object.insert(QStringLiteral("space"), answer.spaceName);
    object.insert(QStringLiteral("status"), QString::fromLatin1(toText(answer.status)));
    object.insert(QStringLiteral("exchange_state"), QString::fromLatin1(toText(answer.exchange)));
    object.insert(QStringLiteral("dates"), answer.dates);
    object.insert(QStringLiteral("put_back"), answer.putBack);
    object.insert(QStringLiteral("reason"), QString::fromLatin1(answer.reason.code));
    QJsonArray declined;
    for (const DeclinedOccurrence& date : answer.declined) {
        QJsonObject one = rangeOf(date.time);
        one.insert(QStringLiteral("reason"), QString::fromLatin1(date.reason.code));
        declined.append(one);
    }
    object.insert(QStringLiteral("declined"), declined);
    QJsonArray alternatives;
    for (const Alternative& other : answer.alternatives) {
        QJsonObject one = rangeOf(other.time);
        one.insert(QStringLiteral("space"), other.spaceName);
        alternatives.append(one);
    }
    object.insert(QStringLiteral("alternatives"), alternatives);
    return object;
}

// What is typed without a zone is in the person's; what lasts all day, in the space's.
QTimeZone zoneFor(const QByteArray& id)
{
    const QTimeZone zone(id);
    return !id.isEmpty() && zone.isValid() ? zone : QTimeZone::systemTimeZone();
}

Arguments factsOf(const ConsoleAnswer& answer)
{
    return {{QStringLiteral("id"), QString::number(answer.reservation.value)},
            {QStringLiteral("space"), answer.spaceName},
            {QStringLiteral("start"), toIso(answer.time.start)},
            {QStringLiteral("end"), toIso(answer.time.end)},
            {QStringLiteral("count"), QString::number(answer.dates)}};
}

// In the zone in which the times are typed.
void writeText(const ConsoleAnswer& answer, const char* code, Terminal& terminal)
{
    const Reader reader = Reader::ofLanguage({}, zoneFor(answer.timeZone));
    const auto line = [&](const Reason& reason) { terminal.line(sentence(reason, reader)); };
    if (answer.isUnchanged)
        line(Reason{"cli.reservation-unchanged", factsOf(answer)});
    else if (!answer.isRefused)
        line(Reason{answer.status == ReservationStatus::Pending ? "cli.waits-for-approver" : code, factsOf(answer)});
    if (!answer.isRefused && answer.putBack > 0)
        line(putBackReason(answer));
    for (const DeclinedOccurrence& date : answer.declined) {
        line(Reason{"cli.date-declined",
                    {{QStringLiteral("start"), toIso(date.time.start)},
                     {QStringLiteral("end"), toIso(date.time.end)},
                     {QStringLiteral("why"), sentence(date.reason, reader)}}});
    }
    for (const Alternative& other : answer.alternatives) {
        line(Reason{"cli.reservation-free",
                    {{QStringLiteral("space"), other.spaceName},
                     {QStringLiteral("start"), toIso(other.time.start)},
                     {QStringLiteral("end"), toIso(other.time.end)}}});
    }
}

Result<Space> spaceNamed(const ReadUnit& unit, const QString& mailbox)
{
    auto space = unit.spaces().findByMailbox(mailbox);
    if (!space)
        return failure(space.error());
    return *space ? Result<Space>(std::move(**space))
                  : failure("cli.space-unknown", {{QStringLiteral("mailbox"), mailbox}});
}

Result<Person> personNamed(const ReadUnit& unit, const QString& text)
{
    const auto number = ControlNumber::fromText(text);
    if (!number)
        return invalidValue(personOption, text, Cli::tr("a Control Number, digits only"));
    auto person = unit.people().findByControlNumber(*number);
    if (!person)
        return failure(person.error());
    return *person ? Result<Person>(std::move(**person))
                   : failure("cli.person-unknown", {{QStringLiteral("number"), text}});
}

// The whole of a wish: done, or only tried out, and said.
class Wishing
{
public:
    Wishing(const Invocation& invocation, Workplace& workplace)
        : m_invocation(invocation)
        , m_workplace(workplace)
    {
    }

    Result<ExitCode> carryOut(const WishOf& wishOf, const char* code)
    {
        if (m_invocation.isSet(dryRunOption))
            return tryOut(wishOf);
        const auto reader = std::make_shared<ItipReader>();
        const Result<ConsoleAnswer> answer = m_workplace.write(
            [wishOf, reader, actor = m_workplace.actor()](WriteUnit& unit) -> Result<ConsoleAnswer> {
                const auto wish = wishOf(unit);
                return wish ? reserve::carryOut(unit, *reader, *wish, actor) : failure(wish.error());
            });
        if (answer) {
            say(*answer, code);
            return ExitCode::Good;
        }
        if (const auto instead = rehearse(wishOf); instead && instead->isRefused)
            say(*instead, code);
        return failure(answer.error());
    }

private:
    Result<ConsoleAnswer> rehearse(const WishOf& wishOf)
    {
        const Result<Store*> store = m_workplace.store();
        if (!store)
            return failure(store.error());
        const auto reader = std::make_shared<ItipReader>();
        return (*store)
            ->rehearse(m_workplace.clock()->now(),
                       [wishOf, reader](WriteUnit& unit) -> Result<ConsoleAnswer> {
                           const auto wish = wishOf(unit);
                           return wish ? preview(unit, *reader, *wish) : failure(wish.error());
                       })
            .result();
    }

    Result<ExitCode> tryOut(const WishOf& wishOf)
    {
        auto answer = rehearse(wishOf);
        if (!answer)
            return failure(answer.error());
        answer->reservation = answer->isRefused ? ReservationId() : answer->reservation;
        say(*answer, "cli.reservation-preview");
        if (answer->isRefused)
            return failure(Error(answer->reason.code, answer->reason.arguments));
        return ExitCode::Good;
    }

    void say(const ConsoleAnswer& answer, const char* code)
    {
        Terminal& terminal = m_workplace.terminal();
        if (m_invocation.wantsJson())
            terminal.write(QJsonDocument(toJsonObject(answer)).toJson());
        else
            writeText(answer, answer.dates > 1 && QByteArrayView(code) == "cli.reserved" ? "cli.reserved-series" : code,
                      terminal);
    }

    const Invocation& m_invocation;
    Workplace& m_workplace;
};

QList<QCommandLineOption> timeOptions()
{
    return {{startOption, Cli::tr("when it begins, such as 2026-11-18T09:30, in the person's time zone"),
             QStringLiteral("TIME")},
            {endOption, Cli::tr("when it ends; of all-day reservations the last day"), QStringLiteral("TIME")},
            {subjectOption, Cli::tr("what it is about"), QStringLiteral("TEXT")},
            {textOption, Cli::tr("more about it, for the person and the room's calendar"), QStringLiteral("TEXT")},
            {ruleOption, Cli::tr("how it repeats, such as FREQ=WEEKLY;BYDAY=MO;COUNT=10 (RFC 5545)"),
             QStringLiteral("RULE")},
            {dryRunOption, Cli::tr("only says what would come of it")}};
}

Result<ReservationId> numberOf(const Invocation& invocation)
{
    return numberFromArgument(invocation.argument(0), 1, std::numeric_limits<int>::max(), QStringLiteral("NUMBER"))
        .map([](int number) { return ReservationId{number}; });
}

struct TypedTime
{
    QString start;
    QString end;
    bool allDay = false;
};

// All-day: from the midnight of the first day to that after the last.
Result<TimeRange> rangeFrom(const TypedTime& typed, const QTimeZone& zone)
{
    const auto start = instantFromInput(typed.start, zone, startOption);
    if (!start)
        return failure(start.error());
    const auto end = instantFromInput(typed.end.isEmpty() && typed.allDay ? typed.start : typed.end, zone, endOption);
    if (!end)
        return failure(end.error());
    if (!typed.allDay)
        return TimeRange{*start, *end};
    const QDate first = toDateTime(*start).toTimeZone(zone).date();
    const QDate last = toDateTime(*end).toTimeZone(zone).date();
    return TimeRange{fromDateTime(first.startOfDay(zone)), fromDateTime(last.addDays(1).startOfDay(zone))};
}

Result<QByteArray> zoneOfSpace(const ReadUnit& unit, const Space& space)
{
    return Configuration::load(unit).map([&space](const auto& configuration) { return configuration->zoneOf(space); });
}

class ReservationsBook final : public Subcommand
{
public:
    QString command() const override { return QStringLiteral("reservations"); }
    QString action() const override { return QStringLiteral("book"); }
    QString summary() const override
    {
        return Cli::tr("reserves a space for a person, decided like a meeting request");
    }
    QList<QCommandLineOption> options() const override
    {
        QList<QCommandLineOption> options{
            {spaceOption, Cli::tr("which space, by its Exchange Mailbox"), QStringLiteral("MAILBOX")},
            {personOption, Cli::tr("for whom, by Control Number"), QStringLiteral("NUMBER")}};
        return options + timeOptions()
            + QList<QCommandLineOption>{{allDayOption, Cli::tr("whole days, those of the space's time zone")},
                                        {privateOption, Cli::tr("others see neither subject nor person")},
                                        {inviteOption, Cli::tr("the room invites the person, in place of a mail")}};
    }
    QStringList formats() const override { return {QStringLiteral("text"), QStringLiteral("json")}; }

    Result<ExitCode> run(const Invocation& invocation, Workplace& workplace) override
    {
        for (const QString& needed : {spaceOption, personOption, startOption}) {
            if (invocation.value(needed).isEmpty())
                return failure("usage.option-missing", {{QStringLiteral("option"), needed}});
        }
        const TypedTime typed{invocation.value(startOption), invocation.value(endOption),
                              invocation.isSet(allDayOption)};
        if (typed.end.isEmpty() && !typed.allDay)
            return failure("usage.option-missing", {{QStringLiteral("option"), endOption}});
        ConsoleBooking booking;
        booking.subject = invocation.value(subjectOption);
        booking.body = invocation.value(textOption);
        booking.rule = invocation.value(ruleOption).toUtf8();
        booking.allDay = typed.allDay;
        booking.isPrivate = invocation.isSet(privateOption);
        booking.invites = invocation.isSet(inviteOption);
        const auto wishOf = [booking, typed, mailbox = invocation.value(spaceOption),
                             number = invocation.value(personOption)](const ReadUnit& unit) -> Result<ConsoleWish> {
            const auto space = spaceNamed(unit, mailbox);
            if (!space)
                return failure(space.error());
            const auto person = personNamed(unit, number);
            if (!person)
                return failure(person.error());
            const auto zone = typed.allDay ? zoneOfSpace(unit, *space) : Result<QByteArray>(person->timeZone);
            if (!zone)
                return failure(zone.error());
            const auto time = rangeFrom(typed, zoneFor(*zone));
            if (!time)
                return failure(time.error());
            ConsoleBooking wish = booking;
            wish.spaceId = space->id;
            wish.personId = person->id;
            wish.time = *time;
            return wish;
        };
        return Wishing(invocation, workplace).carryOut(wishOf, "cli.reserved");
    }
};

class ReservationsMove final : public Subcommand
{
public:
    QString command() const override { return QStringLiteral("reservations"); }
    QString action() const override { return QStringLiteral("move"); }
    QString summary() const override
    {
        return Cli::tr("changes a reservation that was made here: its time, space, subject or person");
    }
    QList<SubcommandArgument> arguments() const override
    {
        return {{QStringLiteral("NUMBER"), Cli::tr("the reservation, as reservations list numbers it")}};
    }
    QList<QCommandLineOption> options() const override
    {
        QList<QCommandLineOption> options{
            {spaceOption, Cli::tr("into this space, by its Exchange Mailbox"), QStringLiteral("MAILBOX")},
            {personOption, Cli::tr("for somebody else, by Control Number"), QStringLiteral("NUMBER")}};
        return options + timeOptions()
            + QList<QCommandLineOption>{{seriesOption, Cli::tr("the whole series, not this date alone")}};
    }
    QStringList formats() const override { return {QStringLiteral("text"), QStringLiteral("json")}; }

    Result<ExitCode> run(const Invocation& invocation, Workplace& workplace) override
    {
        const auto number = numberOf(invocation);
        if (!number)
            return failure(number.error());
        ConsoleChange change;
        change.reservation = *number;
        change.scope = invocation.isSet(seriesOption) ? BookingScope::Whole : BookingScope::ThisDate;
        if (invocation.isSet(subjectOption))
            change.subject = invocation.value(subjectOption);
        if (invocation.isSet(textOption))
            change.body = invocation.value(textOption);
        if (invocation.isSet(ruleOption))
            change.rule = invocation.value(ruleOption).toUtf8();
        const QStringList changing{startOption,   endOption,  spaceOption, personOption,
                                   subjectOption, textOption, ruleOption};
        if (std::none_of(changing.begin(), changing.end(),
                         [&](const QString& option) { return invocation.isSet(option); }))
            return failure("usage.nothing-changed");
        const TypedTime typed{invocation.value(startOption), invocation.value(endOption)};
        const auto wishOf
            = [change, typed, mailbox = invocation.value(spaceOption), person = invocation.value(personOption)](
                  const ReadUnit& unit) { return wishFor(unit, change, typed, mailbox, person); };
        return Wishing(invocation, workplace).carryOut(wishOf, "cli.reservation-changed");
    }

private:
    static Result<ConsoleWish> wishFor(const ReadUnit& unit, ConsoleChange change, const TypedTime& typed,
                                       const QString& mailbox, const QString& number)
    {
        if (!mailbox.isEmpty()) {
            const auto space = spaceNamed(unit, mailbox);
            if (!space)
                return failure(space.error());
            change.spaceId = space->id;
        }
        if (!number.isEmpty()) {
            const auto person = personNamed(unit, number);
            if (!person)
                return failure(person.error());
            change.personId = person->id;
        }
        if (typed.start.isEmpty() && typed.end.isEmpty())
            return change;
        const auto row = unit.reservations().find(change.reservation);
        if (!row)
            return failure(row.error());
        if (!*row)
            return failure("reservation.missing", {{QStringLiteral("id"), QString::number(change.reservation.value)}});
        const auto time = timeFor(**row, typed);
        if (!time)
            return failure(time.error());
        change.time = *time;
        return change;
    }

    // With a start alone it keeps its length.
    static Result<TimeRange> timeFor(const Reservation& row, const TypedTime& typed)
    {
        const QTimeZone zone = zoneFor(row.timeZone);
        TimeRange time = row.time;
        if (!typed.start.isEmpty()) {
            const auto start = instantFromInput(typed.start, zone, startOption);
            if (!start)
                return failure(start.error());
            time = {*start, *start + (row.time.end - row.time.start)};
        }
        if (!typed.end.isEmpty()) {
            const auto end = instantFromInput(typed.end, zone, endOption);
            if (!end)
                return failure(end.error());
            time.end = *end;
        }
        return time;
    }
};

class ReservationsCancel final : public Subcommand
{
public:
    QString command() const override { return QStringLiteral("reservations"); }
    QString action() const override { return QStringLiteral("cancel"); }
    QString summary() const override
    {
        return Cli::tr("cancels a reservation; one that came by mail, the room declines");
    }
    QList<SubcommandArgument> arguments() const override
    {
        return {{QStringLiteral("NUMBER"), Cli::tr("the reservation, as reservations list numbers it")}};
    }
    QList<QCommandLineOption> options() const override
    {
        return {{seriesOption, Cli::tr("the whole series, not this date alone")},
                {whyOption, Cli::tr("why, in words that the person reads"), QStringLiteral("TEXT")},
                {dryRunOption, Cli::tr("only says what would come of it")}};
    }
    QStringList formats() const override { return {QStringLiteral("text"), QStringLiteral("json")}; }

    Result<ExitCode> run(const Invocation& invocation, Workplace& workplace) override
    {
        const auto number = numberOf(invocation);
        if (!number)
            return failure(number.error());
        const ConsoleCancellation cancellation{
            *number, invocation.isSet(seriesOption) ? BookingScope::Whole : BookingScope::ThisDate,
            invocation.value(whyOption)};
        return Wishing(invocation, workplace)
            .carryOut([cancellation](const ReadUnit&) -> Result<ConsoleWish> { return cancellation; },
                      "cli.reservation-cancelled");
    }
};

} // namespace

Subcommands bookingCommands()
{
    Subcommands commands;
    commands.push_back(std::make_unique<ReservationsBook>());
    commands.push_back(std::make_unique<ReservationsMove>());
    commands.push_back(std::make_unique<ReservationsCancel>());
    return commands;
}

} // namespace reserve
