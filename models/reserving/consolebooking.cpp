// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#include "models/reserving/consolebooking.h"

#include "models/itip/recurrencerule.h"
#include "models/reserving/consolework.h"

#include <QTimeZone>

namespace reserve {

namespace {

Result<ConsoleAnswer> tryOut(WriteUnit& unit, const ItipReader& reader, const ConsoleWish& wish, const QString& actor)
{
    const auto configuration = Configuration::load(unit);
    if (!configuration)
        return failure(configuration.error());
    ConsoleWork work(unit, reader, *configuration, actor);
    return std::visit([&work](const auto& one) { return work.carryOut(one); }, wish);
}

} // namespace

Result<ConsoleAnswer> carryOut(WriteUnit& unit, const ItipReader& reader, const ConsoleWish& wish, const QString& actor)
{
    auto answer = tryOut(unit, reader, wish, actor);
    if (answer && answer->isRefused)
        return failure(Error(answer->reason.code, answer->reason.arguments));
    return answer;
}

Result<ConsoleAnswer> preview(WriteUnit& unit, const ItipReader& reader, const ConsoleWish& wish)
{
    return tryOut(unit, reader, wish, QStringLiteral("preview"));
}

Reason putBackReason(const ConsoleAnswer& answer)
{
    return {"console.dates-put-back", {{QStringLiteral("count"), QString::number(answer.putBack)}}};
}

bool hasTimeZone(const Person& person)
{
    return !person.timeZone.isEmpty() && QTimeZone(person.timeZone).isValid();
}

Result<QByteArray> normalisedRule(const QByteArray& typed)
{
    QByteArray rule = typed.trimmed().toUpper();
    if (rule.startsWith("RRULE:"))
        rule = rule.sliced(6);
    if (rule.isEmpty() || parseRecurrenceRule(rule))
        return rule;
    return failure("console.rule-unreadable", {{QStringLiteral("rule"), QString::fromUtf8(typed)}});
}

} // namespace reserve
