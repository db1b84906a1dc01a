// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#pragma once

#include "models/base/instant.h"
#include "models/itip/tnefproperties.h"

#include <QByteArray>
#include <QDate>
#include <QList>
#include <QString>

#include <optional>

namespace reserve::test {

// Writes little-endian numbers.
class TnefOctets final
{
public:
    TnefOctets& u8(quint8 value);
    TnefOctets& u16(quint16 value);
    TnefOctets& u32(quint32 value);
    TnefOctets& u64(quint64 value);
    TnefOctets& raw(const QByteArray& octets);
    TnefOctets& padded(const QByteArray& octets); // to four octets
    TnefOctets& utf16(const QString& text);

    const QByteArray& octets() const { return m_octets; }

private:
    QByteArray m_octets;
};

// One table of MAPI properties.
class TnefTable final
{
public:
    TnefTable& number(TnefName name, qint32 value);
    TnefTable& flag(TnefName name, bool value);
    TnefTable& time(TnefName name, Instant value);
    TnefTable& octets(TnefName name, const QByteArray& value);
    TnefTable& text(TnefName name, const QString& value);           // PT_UNICODE
    TnefTable& narrow(TnefName name, const QByteArray& value);      // PT_STRING8
    TnefTable& numbers(TnefName name, const QList<qint32>& values); // PT_MV_LONG
    TnefTable& named(const QString& name, const QString& value);    // a property named by a text
    TnefTable& raw(const QByteArray& property);

    QByteArray encoded() const; // with its count

private:
    TnefOctets& begin(quint16 type, TnefName name);

    quint32 m_count = 0;
    TnefOctets m_octets;
};

QByteArray tnefAttribute(quint8 level, quint32 id, const QByteArray& value);
QByteArray tnefStream(const QList<QByteArray>& attributes);

// Attributes of MS-OXTNEF with their types.
inline constexpr quint32 attOwner = 0x00060000;
inline constexpr quint32 attSubject = 0x00018004;
inline constexpr quint32 attMessageClass = 0x00078008;
inline constexpr quint32 attBody = 0x0002800C;
inline constexpr quint32 attAttachRendData = 0x00069002;
inline constexpr quint32 attMessageProperties = 0x00069003;
inline constexpr quint32 attRecipientTable = 0x00069004;
inline constexpr quint32 attTnefVersion = 0x00089006;
inline constexpr quint32 attOemCodepage = 0x00069007;

struct TnefSampleException
{
    QDateTime original;
    QDateTime start;
    QDateTime end;
    QString subject; // empty: as the series
    QString location;
};

// The blob of PidLidAppointmentRecur.
struct TnefSampleRule
{
    quint16 frequency = 0x200B;
    quint16 pattern = 1;
    quint16 calendar = 0;
    quint32 firstDateTime = 0;
    quint32 period = 1;
    QList<quint32> specifics;
    quint32 endType = 0x2023;
    quint32 count = 10;
    quint32 firstWeekday = 1;
    QList<QDate> deleted; // those that are exceptions are added
    QDate start;
    QDate last = QDate(4500, 8, 31);
    quint32 startMinute = 0;
    quint32 endMinute = 0;
    QList<TnefSampleException> exceptions;
    quint32 writerVersion = 0x3009;

    QByteArray encoded() const;
};

// Outlook's rules of a zone with daylight saving time on the last Sundays of March and October.
QByteArray tnefZoneDefinition(const QString& name, int biasMinutes);
QByteArray tnefZoneStructure(int biasMinutes);

// 16 octets of header, the day of an occurrence, and 16 octets of content; or a foreign UID inside.
QByteArray globalObjectId(QDate day = {},
                          const QByteArray& content = QByteArray::fromHex("0BF0ED4B6E4EE94E9E39E3867B378EF3"));
QByteArray foreignGlobalObjectId(const QByteArray& uid);

// A request of Nour for CR1 on Friday 20 November 2026, 16:00 to 17:30 in Berlin, as Outlook writes it.
struct TnefSampleMeeting
{
    QByteArray messageClass = QByteArrayLiteral("IPM.Microsoft Schedule.MtgReq");
    QByteArray cleanId = globalObjectId();
    QByteArray id = globalObjectId();
    Instant start;
    Instant end;
    Instant changed;
    int sequence = 3;
    QString subject = QStringLiteral("Sicherheitsschulung – Übung");
    QString location = QStringLiteral("CR1 Borealis");
    QString organizer = QStringLiteral("nour.abbas@mycompany.com");
    QString sender; // empty: the organizer
    QByteArray zone;
    std::optional<TnefSampleRule> rule;
    bool allDay = false;
    bool listRecipients = true;
    TnefTable more; // further properties, first

    TnefSampleMeeting();
    TnefTable properties() const;
    QByteArray recipientTable() const;
    QByteArray encoded() const;
};

} // namespace reserve::test
