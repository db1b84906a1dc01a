// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#include "models/practice/propertyname.h"

#include <QDate>
#include <QHash>
#include <QRegularExpression>
#include <QtEndian>

namespace reserve::practice {

namespace {

const QString appointmentSet = QStringLiteral("00062002-0000-0000-c000-000000000046");
const QString meetingSet = QStringLiteral("6ed8da90-450b-101b-98da-00aa003f1305");

QString distinguishedSet(const QString& name)
{
    static const QHash<QString, QString> sets{
        {QStringLiteral("Meeting"), meetingSet},
        {QStringLiteral("Appointment"), appointmentSet},
        {QStringLiteral("Common"), QStringLiteral("00062008-0000-0000-c000-000000000046")},
        {QStringLiteral("PublicStrings"), QStringLiteral("00020329-0000-0000-c000-000000000046")},
        {QStringLiteral("Address"), QStringLiteral("00062004-0000-0000-c000-000000000046")},
        {QStringLiteral("InternetHeaders"), QStringLiteral("00020386-0000-0000-c000-000000000046")},
        {QStringLiteral("CalendarAssistant"), QStringLiteral("11000e07-b51b-40d6-af21-caa85edab1d0")},
        {QStringLiteral("UnifiedMessaging"), QStringLiteral("4442858e-a9e3-4e80-b900-317a210cc15b")},
        {QStringLiteral("Task"), QStringLiteral("00062003-0000-0000-c000-000000000046")},
        {QStringLiteral("Sharing"), QStringLiteral("00062040-0000-0000-c000-000000000046")},
    };
    return sets.value(name);
}

QString plainGuid(QString text)
{
    text.remove(QLatin1Char('{')).remove(QLatin1Char('}'));
    return text.toLower();
}

int numberFrom(const QString& text)
{
    return text.toInt(nullptr, 0);
}

} // namespace

QString PropertyName::key() const
{
    const QString what = name.isEmpty() ? QStringLiteral("id:%1").arg(id) : QString(u"name:" + name);
    return set + u'|' + what + u'|' + type;
}

bool PropertyName::isGlobalId() const
{
    return set == meetingSet && name.isEmpty() && id == 0x3;
}

bool PropertyName::isCleanGlobalId() const
{
    return set == meetingSet && name.isEmpty() && id == 0x23;
}

bool PropertyName::isSequence() const
{
    return set == appointmentSet && name.isEmpty() && id == 0x8201;
}

bool PropertyName::isStamp() const
{
    return set == meetingSet && name.isEmpty() && id == 0x1a;
}

std::optional<PropertyName> propertyFromEws(const XmlElement& fieldUri)
{
    PropertyName property;
    property.type = fieldUri.value(QLatin1String("PropertyType"));
    if (const auto tag = fieldUri.attribute(QLatin1String("PropertyTag"))) {
        property.id = numberFrom(*tag);
        return property.id == 0 ? std::nullopt : std::optional(property);
    }
    const auto distinguished = fieldUri.attribute(QLatin1String("DistinguishedPropertySetId"));
    property.set
        = distinguished ? distinguishedSet(*distinguished) : plainGuid(fieldUri.value(QLatin1String("PropertySetId")));
    property.name = fieldUri.value(QLatin1String("PropertyName"));
    property.id = fieldUri.value(QLatin1String("PropertyId")).toInt();
    if (property.set.isEmpty() || (property.name.isEmpty() && property.id == 0))
        return std::nullopt;
    return property;
}

std::optional<PropertyName> propertyFromGraph(const QString& text)
{
    static const QRegularExpression named(QStringLiteral("^(\\w+) \\{([0-9A-Fa-f-]{36})\\} (Name|Id) (.+)$"));
    static const QRegularExpression tagged(QStringLiteral("^(\\w+) (0x[0-9A-Fa-f]+)$"));
    PropertyName property;
    if (const auto match = named.match(text); match.hasMatch()) {
        property.type = match.captured(1);
        property.set = plainGuid(match.captured(2));
        if (match.captured(3) == QLatin1String("Name"))
            property.name = match.captured(4);
        else
            property.id = numberFrom(match.captured(4));
        return property;
    }
    const auto match = tagged.match(text);
    if (!match.hasMatch())
        return std::nullopt;
    property.type = match.captured(1);
    property.id = numberFrom(match.captured(2));
    return property;
}

QByteArray globalObjectId(const QString& uid, std::optional<QDate> occurrence)
{
    static const QByteArray classId = QByteArray::fromHex("040000008200E00074C5B7101A82E008");
    constexpr qsizetype dateAt = 16;
    constexpr qsizetype shortest = 40;
    QByteArray id = QByteArray::fromHex(uid.toLatin1());
    if (!uid.startsWith(QLatin1String("040000008200E00074C5B7101A82E008"), Qt::CaseInsensitive)
        || id.size() < shortest) {
        // What others call their meetings by is wrapped.
        const QByteArray inner = QByteArrayLiteral("vCal-Uid") + QByteArray::fromHex("01000000") + uid.toUtf8() + '\0';
        const qint32 size = qToLittleEndian(qint32(inner.size()));
        id = classId + QByteArray(20, '\0') + QByteArray(reinterpret_cast<const char*>(&size), sizeof size) + inner;
    }
    for (qsizetype i = dateAt; i < dateAt + 4; ++i)
        id[i] = '\0';
    if (occurrence) {
        id[dateAt] = char(occurrence->year() >> 8);
        id[dateAt + 1] = char(occurrence->year() & 0xff);
        id[dateAt + 2] = char(occurrence->month());
        id[dateAt + 3] = char(occurrence->day());
    }
    return id;
}

} // namespace reserve::practice
