// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#include "app/agent/commands/timeinput.h"

#include "app/agent/cli.h"

#include <optional>

namespace reserve {

namespace {

std::optional<int> numberWithin(const QString& text, int minimum, int maximum)
{
    bool isNumber = false;
    const int number = text.toInt(&isNumber);
    return isNumber && number >= minimum && number <= maximum ? std::optional(number) : std::nullopt;
}

QString rangeWords(int minimum, int maximum)
{
    return Cli::tr("a whole number from %1 to %2").arg(minimum).arg(maximum);
}

} // namespace

Failure invalidValue(const QString& option, const QString& value, const QString& expected)
{
    return failure(
        "usage.value-invalid",
        {{QStringLiteral("option"), option}, {QStringLiteral("value"), value}, {QStringLiteral("expected"), expected}});
}

Failure invalidArgument(const QString& argument, const QString& value, const QString& expected)
{
    return failure("usage.argument-invalid",
                   {{QStringLiteral("argument"), argument},
                    {QStringLiteral("value"), value},
                    {QStringLiteral("expected"), expected}});
}

Result<Instant> instantFromInput(const QString& text, const QTimeZone& zone, const QString& option)
{
    const QString written = text.trimmed().replace(QLatin1Char(' '), QLatin1Char('T'));
    if (written.endsWith(QLatin1Char('Z'))) {
        if (const auto instant = instantFromIso(written))
            return *instant;
    }
    const QDateTime local = QDateTime::fromString(written, Qt::ISODate);
    if (!local.isValid() || local.timeSpec() != Qt::LocalTime)
        return invalidValue(option, text, Cli::tr("a time such as 2026-11-18T09:30"));
    return fromDateTime(QDateTime(local.date(), local.time(), zone));
}

Result<QTimeZone> zoneFromInput(const QString& text, const QString& option)
{
    const QTimeZone zone = text.isEmpty() ? QTimeZone::systemTimeZone() : QTimeZone(text.toUtf8());
    // QTimeZone takes any word for a POSIX rule that means UTC.
    if (!zone.isValid() || (!text.isEmpty() && !QTimeZone::isTimeZoneIdAvailable(text.toUtf8())))
        return invalidValue(option, text, Cli::tr("a time zone such as Europe/Berlin"));
    return zone;
}

Result<int> numberFromInput(const QString& text, int minimum, int maximum, const QString& option)
{
    const auto number = numberWithin(text, minimum, maximum);
    return number ? *number : Result<int>(invalidValue(option, text, rangeWords(minimum, maximum)));
}

Result<int> numberFromArgument(const QString& text, int minimum, int maximum, const QString& argument)
{
    const auto number = numberWithin(text, minimum, maximum);
    return number ? *number : Result<int>(invalidArgument(argument, text, rangeWords(minimum, maximum)));
}

} // namespace reserve
