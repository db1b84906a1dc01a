// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#include "models/explaining/account.h"
#include "models/explaining/explaining.h"

#include <algorithm>

namespace reserve {

namespace {

// Of a series, and of its declined dates, no more than a person reads.
constexpr qsizetype mostDates = 10;

bool needsAttention(const Trace& trace)
{
    return trace.verdict == Verdict::Declined || trace.verdict == Verdict::Rejected || trace.verdict == Verdict::Held;
}

QString answerText(const Trace& trace, const Reader& reader)
{
    const QString said = trace.verdict ? word(*trace.verdict) : word(trace.state);
    return trace.reason.isEmpty()
        ? said
        : Explaining::tr("%1. %2", "an answer and its reason").arg(said, sentence(trace.reason, reader));
}

void addReservations(QList<AccountLine>& lines, const QList<Reservation>& reservations, const Reader& reader)
{
    QString label = Explaining::tr("Reservation");
    for (const Reservation& row : reservations.first(std::min(reservations.size(), mostDates))) {
        lines.append({std::exchange(label, QString()),
                      Explaining::tr("%1: %2", "state and time of a reservation")
                          .arg(word(row.status), rangeText(row.time, row.allDay, reader)),
                      false});
    }
    if (reservations.size() > mostDates)
        lines.append({{}, Explaining::tr("and %n more", nullptr, int(reservations.size() - mostDates)), false});
}

void addAlternatives(QList<AccountLine>& lines, const Announcement& told, const Reader& reader)
{
    QString label = Explaining::tr("Offers");
    for (const Alternative& alternative : told.alternatives) {
        lines.append({std::exchange(label, QString()),
                      Explaining::tr("%1: %2", "a free space and its time")
                          .arg(alternative.spaceName, rangeText(alternative.time, told.allDay, reader)),
                      false});
    }
}

void addTold(QList<AccountLine>& lines, const QList<OutboxEntry>& entries, const Reader& reader)
{
    QString label = Explaining::tr("Told");
    for (const OutboxEntry& entry : entries.first(std::min(entries.size(), mostDates))) {
        const auto told = announcementFromJson(entry.payload);
        lines.append(
            {std::exchange(label, QString()),
             told ? Explaining::tr("%1 to %2: %3", "what is told, to whom, and the answer")
                        .arg(word(entry.kind), entry.recipient, word(told->status))
                  : Explaining::tr("%1 to %2", "what is told, and to whom").arg(word(entry.kind), entry.recipient),
             false});
        if (told && entry.kind == OutboxKind::Answer)
            addAlternatives(lines, *told, reader);
    }
    if (entries.size() > mostDates)
        lines.append({{}, Explaining::tr("and %n more", nullptr, int(entries.size() - mostDates)), false});
    if (entries.isEmpty())
        lines.append({label, Explaining::tr("Nobody"), false});
}

} // namespace

Reader inZoneOf(const RehearsedDecision& decision, const Reader& reader)
{
    const QTimeZone zone(decision.space ? decision.space->timeZone : QByteArray());
    return {reader.locale, zone.isValid() ? zone : reader.zone};
}

QList<TraceStep> foreseenSteps(const RehearsedDecision& decision)
{
    QList<TraceStep> steps = decision.trace.steps;
    steps.removeIf([](const TraceStep& step) { return step.reason.code == "intake.durable"; });
    return steps;
}

AccountSection decisionAccount(const RehearsedDecision& decision, const Reader& elsewhere)
{
    const Reader reader = inZoneOf(decision, elsewhere);
    const Trace& trace = decision.trace;
    AccountSection section;
    section.title = decision.space
        ? Explaining::tr("What would be decided for %1, %2").arg(decision.space->name, trace.recipient)
        : Explaining::tr("What would be decided for %1").arg(trace.recipient);
    section.lines.append({Explaining::tr("Answer"), answerText(trace, reader), needsAttention(trace)});
    addReservations(section.lines, decision.reservations, reader);
    addTold(section.lines, decision.told, reader);
    return section;
}

} // namespace reserve
