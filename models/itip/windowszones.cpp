// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#include "models/itip/windowszones.h"

#include "models/itip/zonealiases.h"

#include <QString>
#include <QTimeZone>

#include <algorithm>

namespace reserve {

namespace {

constexpr qsizetype longestName = 200;

bool isLetter(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

bool isDigit(char c)
{
    return c >= '0' && c <= '9';
}

// A name of the database and nothing else: QTimeZone also takes POSIX rules ("AAA3") and looks ids up as file
// names, "localtime" and "posix/…" among them, which no zone of the database is called.
bool isIanaId(const QByteArray& name)
{
    const bool beginsAsOne = !name.isEmpty() && name.front() >= 'A' && name.front() <= 'Z';
    if (!beginsAsOne || name.size() > 64 || name.contains("..") || name.contains("//") || name == "Factory")
        return false;
    const bool plain = std::all_of(name.begin(), name.end(), [](char c) {
        return isLetter(c) || isDigit(c) || c == '/' || c == '_' || c == '-' || c == '+';
    });
    if (!plain)
        return false;
    // One word may be a POSIX rule ("Foo" would be UTC): it must be in the database, or be one of the four rules that
    // are meant as such.
    constexpr QByteArrayView rules[] = {"EST5EDT", "CST6CDT", "MST7MDT", "PST8PDT"};
    if (!name.contains('/') && std::find(std::begin(rules), std::end(rules), name) == std::end(rules))
        return QTimeZone::isTimeZoneIdAvailable(name);
    // isTimeZoneIdAvailable() knows no links ("US/Pacific", "Etc/GMT+3").
    return QTimeZone(name).isValid();
}

// "/mozilla.org/20050126_1/America/Argentina/Salta": the id is the last three, two or one of the parts.
QByteArray idAtEndOfPath(const QByteArray& name)
{
    if (!name.startsWith('/'))
        return {};
    const QList<QByteArray> parts = name.split('/');
    for (qsizetype count = 3; count >= 1; --count) {
        const QByteArray candidate = parts.mid(std::max<qsizetype>(1, parts.size() - count)).join('/');
        if (isIanaId(candidate))
            return candidate;
    }
    return {};
}

// The words behind the offset of a display name, or the whole name: "Sarajevo/Warsaw/Zagreb" becomes
// "sarajevo warsaw zagreb".
QByteArray placesOf(const QByteArray& name)
{
    const qsizetype close = name.startsWith('(') ? name.indexOf(')') : -1;
    QByteArray places;
    // Accents are dropped ("Brasília"), an apostrophe parts words.
    for (const QChar c : QString::fromUtf8(name.mid(close + 1)).normalized(QString::NormalizationForm_KD)) {
        if (c.isLetterOrNumber() || c == QLatin1Char('&'))
            places.append(c.toLower().unicode() < 0x80 ? char(c.toLower().unicode()) : '?');
        else if (c.category() != QChar::Mark_NonSpacing)
            places.append(' ');
    }
    return places.simplified();
}

} // namespace

QByteArray ianaIdOfZoneName(const QByteArray& name)
{
    const QByteArray trimmed = name.trimmed();
    if (trimmed.isEmpty() || trimmed.size() > longestName)
        return {};
    QByteArray found = zoneOfChangedWindowsId(trimmed).toByteArray();
    if (found.isEmpty())
        found = QTimeZone::windowsIdToDefaultIanaId(trimmed);
    if (found.isEmpty())
        found = aliasOfZoneName(trimmed).toByteArray();
    if (found.isEmpty() && isIanaId(trimmed))
        found = trimmed;
    if (found.isEmpty())
        found = idAtEndOfPath(trimmed);
    if (found.isEmpty())
        found = zoneOfPlaces(placesOf(trimmed)).toByteArray();
    return found;
}

QByteArray windowsIdOfZone(const QByteArray& ianaId)
{
    const QByteArray id = QTimeZone::ianaIdToWindowsId(ianaId);
    return id.isEmpty() ? QTimeZone::ianaIdToWindowsId(olderNameOfZone(ianaId).toByteArray()) : id;
}

std::optional<std::chrono::seconds> literalOffset(QByteArrayView name)
{
    name = name.trimmed();
    const bool bracketed = name.startsWith('(');
    if (bracketed)
        name = name.sliced(1, std::max<qsizetype>(0, name.indexOf(')') - 1));
    if (!name.startsWith("UTC") && !name.startsWith("GMT"))
        return std::nullopt;
    const QByteArrayView rest = name.sliced(3).trimmed();
    if (rest.isEmpty())
        return bracketed ? std::optional(std::chrono::seconds(0)) : std::nullopt;
    // "+01:00", "-05.30": no other form is read as an offset.
    if (rest.size() != 6 || (rest[0] != '+' && rest[0] != '-') || (rest[3] != ':' && rest[3] != '.'))
        return std::nullopt;
    for (const qsizetype digit : {1, 2, 4, 5}) {
        if (!isDigit(rest[digit]))
            return std::nullopt;
    }
    const int hours = (rest[1] - '0') * 10 + (rest[2] - '0');
    const int minutes = (rest[4] - '0') * 10 + (rest[5] - '0');
    if (hours > 14 || minutes > 59)
        return std::nullopt;
    const std::chrono::seconds size = std::chrono::hours(hours) + std::chrono::minutes(minutes);
    return rest[0] == '-' ? -size : size;
}

} // namespace reserve
