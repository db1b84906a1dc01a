// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#include "models/exporting/spacefields.h"

#include "models/base/address.h"

#include <QTimeZone>

namespace reserve {

namespace {

constexpr int mostSeats = 1000000;
constexpr int mostMinutes = 24 * 60;

Failure refusedValue(const char* code, const QString& value)
{
    return failure(code, {{QStringLiteral("value"), value}});
}

Result<void> setAddress(QString& target, const QString& text)
{
    if (!text.isEmpty() && !looksLikeAddress(text))
        return refusedValue("space.address-invalid", text);
    target = text;
    return {};
}

Result<void> setNumber(int& target, const QString& text, int maximum, const char* code)
{
    bool ok = true;
    const int number = text.isEmpty() ? 0 : text.toInt(&ok);
    if (!ok || number < 0 || number > maximum)
        return refusedValue(code, text);
    target = number;
    return {};
}

Result<void> setMinute(int& target, const QString& text)
{
    if (text.isEmpty())
        return {};
    const auto minute = minuteFromText(text);
    if (!minute)
        return refusedValue("space.time-invalid", text);
    target = *minute;
    return {};
}

Result<void> setDays(WorkingHours& hours, const QString& text)
{
    if (text.isEmpty())
        return {};
    const auto days = workDaysFromText(text);
    if (!days || *days == 0)
        return refusedValue("space.days-unknown", text);
    hours.days = *days;
    return {};
}

Result<void> setZone(QByteArray& zone, const QString& text)
{
    const QByteArray id = text.toUtf8();
    if (!id.isEmpty() && !QTimeZone::isTimeZoneIdAvailable(id))
        return refusedValue("space.zone-unknown", text);
    zone = id;
    return {};
}

Result<void> setFlag(bool& flag, const QString& text)
{
    if (text.isEmpty())
        return {};
    const auto value = flagFromText(text);
    if (!value)
        return refusedValue("space.flag-invalid", text);
    flag = *value;
    return {};
}

Result<void> setRequired(QString& target, const QString& text, const char* code)
{
    if (text.isEmpty())
        return failure(code);
    target = text;
    return {};
}

Result<void> setMailbox(QString& target, const QString& text)
{
    if (text.isEmpty())
        return failure("space.mailbox-empty");
    return setAddress(target, text);
}

} // namespace

const QList<SpaceField>& spaceFields()
{
    static const QList<SpaceField> fields{SpaceField::Name,          SpaceField::Building, SpaceField::Floor,
                                          SpaceField::Capacity,      SpaceField::Mailbox,  SpaceField::DelegateContact,
                                          SpaceField::TimeZone,      SpaceField::WorkDays, SpaceField::WorkStart,
                                          SpaceField::WorkEnd,       SpaceField::Bookable, SpaceField::SetupMinutes,
                                          SpaceField::ClearupMinutes};
    return fields;
}

QString columnName(SpaceField field)
{
    switch (field) {
    case SpaceField::Name:
        return QStringLiteral("name");
    case SpaceField::Building:
        return QStringLiteral("building");
    case SpaceField::Floor:
        return QStringLiteral("floor");
    case SpaceField::Capacity:
        return QStringLiteral("capacity");
    case SpaceField::Mailbox:
        return QStringLiteral("mailbox");
    case SpaceField::DelegateContact:
        return QStringLiteral("delegate_contact");
    case SpaceField::TimeZone:
        return QStringLiteral("time_zone");
    case SpaceField::WorkDays:
        return QStringLiteral("work_days");
    case SpaceField::WorkStart:
        return QStringLiteral("work_start");
    case SpaceField::WorkEnd:
        return QStringLiteral("work_end");
    case SpaceField::Bookable:
        return QStringLiteral("bookable");
    case SpaceField::SetupMinutes:
        return QStringLiteral("setup_minutes");
    case SpaceField::ClearupMinutes:
        return QStringLiteral("clearup_minutes");
    }
    Q_UNREACHABLE();
}

std::optional<SpaceField> spaceFieldNamed(const QString& column)
{
    for (const SpaceField field : spaceFields()) {
        if (columnName(field) == column)
            return field;
    }
    return std::nullopt;
}

QString textOf(const Space& space, SpaceField field)
{
    switch (field) {
    case SpaceField::Name:
        return space.name;
    case SpaceField::Building:
        return space.building;
    case SpaceField::Floor:
        return space.floor;
    case SpaceField::Capacity:
        return space.capacity > 0 ? QString::number(space.capacity) : QString();
    case SpaceField::Mailbox:
        return space.mailbox;
    case SpaceField::DelegateContact:
        return space.delegateContact;
    case SpaceField::TimeZone:
        return QString::fromUtf8(space.timeZone);
    case SpaceField::WorkDays:
        return workDaysToText(space.hours.days);
    case SpaceField::WorkStart:
        return minuteToText(space.hours.startMinute);
    case SpaceField::WorkEnd:
        return minuteToText(space.hours.endMinute);
    case SpaceField::Bookable:
        return space.bookable ? QStringLiteral("true") : QStringLiteral("false");
    case SpaceField::SetupMinutes:
        return QString::number(space.setupMinutes);
    case SpaceField::ClearupMinutes:
        return QString::number(space.clearupMinutes);
    }
    Q_UNREACHABLE();
}

Result<void> setText(Space& space, SpaceField field, const QString& typed)
{
    const QString text = typed.trimmed();
    switch (field) {
    case SpaceField::Name:
        return setRequired(space.name, text, "space.name-empty");
    case SpaceField::Building:
        space.building = text;
        return {};
    case SpaceField::Floor:
        space.floor = text;
        return {};
    case SpaceField::Capacity:
        return setNumber(space.capacity, text, mostSeats, "space.capacity-invalid");
    case SpaceField::Mailbox:
        return setMailbox(space.mailbox, text);
    case SpaceField::DelegateContact:
        return setAddress(space.delegateContact, text);
    case SpaceField::TimeZone:
        return setZone(space.timeZone, text);
    case SpaceField::WorkDays:
        return setDays(space.hours, text);
    case SpaceField::WorkStart:
        return setMinute(space.hours.startMinute, text);
    case SpaceField::WorkEnd:
        return setMinute(space.hours.endMinute, text);
    case SpaceField::Bookable:
        return setFlag(space.bookable, text);
    case SpaceField::SetupMinutes:
        return setNumber(space.setupMinutes, text, mostMinutes, "space.minutes-invalid");
    case SpaceField::ClearupMinutes:
        return setNumber(space.clearupMinutes, text, mostMinutes, "space.minutes-invalid");
    }
    Q_UNREACHABLE();
}

Result<void> checkWhole(const Space& space)
{
    if (space.hours.startMinute != space.hours.endMinute)
        return {};
    return failure("space.hours-empty", {{QStringLiteral("start"), minuteToText(space.hours.startMinute)}});
}

std::optional<bool> flagFromText(const QString& text)
{
    static const QStringList yes{QStringLiteral("true"), QStringLiteral("yes"), QStringLiteral("y"),
                                 QStringLiteral("on"), QStringLiteral("1")};
    static const QStringList no{QStringLiteral("false"), QStringLiteral("no"), QStringLiteral("n"),
                                QStringLiteral("off"), QStringLiteral("0")};
    const QString word = text.trimmed().toLower();
    if (yes.contains(word))
        return true;
    if (no.contains(word))
        return false;
    return std::nullopt;
}

} // namespace reserve
