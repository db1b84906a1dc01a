// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#include "tests/unit/tnefsamples.h"

#include <QtEndian>

#include <numeric>

namespace reserve::test {

namespace {

template<typename Number>
QByteArray littleEndian(Number value)
{
    QByteArray octets(sizeof(Number), '\0');
    qToLittleEndian(value, octets.data());
    return octets;
}

quint32 minutesOf(QDateTime wall)
{
    return quint32(QDate(1601, 1, 1).daysTo(wall.date()) * 1440 + wall.time().msecsSinceStartOfDay() / 60'000);
}

quint32 minutesOf(QDate date)
{
    return minutesOf(QDateTime(date, QTime(0, 0), Qt::UTC));
}

QByteArray systemTime(int month, int week, int hour)
{
    TnefOctets octets;
    octets.u16(0).u16(quint16(month)).u16(0).u16(quint16(week)).u16(quint16(hour)).u16(0).u16(0).u16(0);
    return octets.octets();
}

QByteArray globalIdHeader(QDate day, quint32 size)
{
    QByteArray id = QByteArray::fromHex("040000008200E00074C5B7101A82E008");
    if (day.isValid())
        id += QByteArray(1, char(day.year() / 256)) + char(day.year() % 256) + char(day.month()) + char(day.day());
    else
        id += QByteArray(4, '\0');
    return id + QByteArray::fromHex("E040C9C12685C401") + QByteArray(8, '\0') + littleEndian(size);
}

} // namespace

TnefOctets& TnefOctets::u8(quint8 value)
{
    return raw(littleEndian(value));
}

TnefOctets& TnefOctets::u16(quint16 value)
{
    return raw(littleEndian(value));
}

TnefOctets& TnefOctets::u32(quint32 value)
{
    return raw(littleEndian(value));
}

TnefOctets& TnefOctets::u64(quint64 value)
{
    return raw(littleEndian(value));
}

TnefOctets& TnefOctets::raw(const QByteArray& octets)
{
    m_octets += octets;
    return *this;
}

TnefOctets& TnefOctets::padded(const QByteArray& octets)
{
    return raw(octets).raw(QByteArray((4 - octets.size() % 4) % 4, '\0'));
}

TnefOctets& TnefOctets::utf16(const QString& text)
{
    for (const QChar c : text)
        u16(c.unicode());
    return *this;
}

TnefOctets& TnefTable::begin(quint16 type, TnefName name)
{
    ++m_count;
    m_octets.u16(type);
    if (name.set == TnefSet::Tag)
        return m_octets.u16(quint16(name.id));
    m_octets.u16(quint16(0x8000 + m_count));
    switch (name.set) {
    case TnefSet::Meeting:
        m_octets.raw(QByteArray::fromHex("90DAD86E0B451B1098DA00AA003F1305"));
        break;
    case TnefSet::Appointment:
        m_octets.raw(QByteArray::fromHex("0220060000000000C000000000000046"));
        break;
    default:
        m_octets.raw(QByteArray::fromHex("0820060000000000C000000000000046"));
        break;
    }
    return m_octets.u32(0).u32(name.id);
}

TnefTable& TnefTable::number(TnefName name, qint32 value)
{
    begin(mapi::typeLong, name).u32(quint32(value));
    return *this;
}

TnefTable& TnefTable::flag(TnefName name, bool value)
{
    begin(mapi::typeBoolean, name).u32(value ? 1 : 0);
    return *this;
}

TnefTable& TnefTable::time(TnefName name, Instant value)
{
    begin(mapi::typeSystemTime, name).u64(quint64(toEpochMilliseconds(value) + 11'644'473'600'000) * 10'000);
    return *this;
}

TnefTable& TnefTable::octets(TnefName name, const QByteArray& value)
{
    begin(mapi::typeBinary, name).u32(1).u32(quint32(value.size())).padded(value);
    return *this;
}

TnefTable& TnefTable::text(TnefName name, const QString& value)
{
    const QByteArray octets = TnefOctets().utf16(value).u16(0).octets();
    begin(mapi::typeUnicode, name).u32(1).u32(quint32(octets.size())).padded(octets);
    return *this;
}

TnefTable& TnefTable::narrow(TnefName name, const QByteArray& value)
{
    begin(mapi::typeString8, name).u32(1).u32(quint32(value.size() + 1)).padded(value + '\0');
    return *this;
}

TnefTable& TnefTable::numbers(TnefName name, const QList<qint32>& values)
{
    begin(mapi::typeLong | mapi::severalValues, name).u32(quint32(values.size()));
    for (const qint32 value : values)
        m_octets.u32(quint32(value));
    return *this;
}

TnefTable& TnefTable::named(const QString& name, const QString& value)
{
    const QByteArray written = TnefOctets().utf16(name).u16(0).octets();
    ++m_count;
    m_octets.u16(mapi::typeUnicode).u16(0x9000).raw(QByteArray::fromHex("2903020000000000C000000000000046"));
    m_octets.u32(1).u32(quint32(written.size())).padded(written);
    const QByteArray octets = TnefOctets().utf16(value).u16(0).octets();
    m_octets.u32(1).u32(quint32(octets.size())).padded(octets);
    return *this;
}

TnefTable& TnefTable::raw(const QByteArray& property)
{
    ++m_count;
    m_octets.raw(property);
    return *this;
}

QByteArray TnefTable::encoded() const
{
    return littleEndian(m_count) + m_octets.octets();
}

QByteArray tnefAttribute(quint8 level, quint32 id, const QByteArray& value)
{
    const auto sum = std::accumulate(value.begin(), value.end(), quint32(0),
                                     [](quint32 total, char octet) { return total + uchar(octet); });
    return TnefOctets().u8(level).u32(id).u32(quint32(value.size())).raw(value).u16(quint16(sum)).octets();
}

QByteArray tnefStream(const QList<QByteArray>& attributes)
{
    QByteArray stream = TnefOctets().u32(0x223E9F78).u16(1).octets();
    for (const QByteArray& attribute : attributes)
        stream += attribute;
    return stream;
}

QByteArray TnefSampleRule::encoded() const
{
    TnefOctets out;
    out.u16(0x3004).u16(0x3004).u16(frequency).u16(pattern).u16(calendar).u32(firstDateTime).u32(period).u32(0);
    for (const quint32 specific : specifics)
        out.u32(specific);
    out.u32(endType).u32(count).u32(firstWeekday);
    out.u32(quint32(deleted.size() + exceptions.size()));
    for (const QDate date : deleted)
        out.u32(minutesOf(date));
    for (const TnefSampleException& exception : exceptions)
        out.u32(minutesOf(exception.original.date()));
    out.u32(quint32(exceptions.size()));
    for (const TnefSampleException& exception : exceptions)
        out.u32(minutesOf(exception.start.date()));
    out.u32(minutesOf(start)).u32(minutesOf(last));
    out.u32(0x3006).u32(writerVersion).u32(startMinute).u32(endMinute).u16(quint16(exceptions.size()));
    const auto flagsOf = [](const TnefSampleException& exception) {
        return quint16((exception.subject.isEmpty() ? 0 : 1) | (exception.location.isEmpty() ? 0 : 0x10));
    };
    const auto narrow = [&out](const QString& text) {
        const QByteArray octets = text.toLatin1();
        out.u16(quint16(octets.size() + 1)).u16(quint16(octets.size())).raw(octets);
    };
    for (const TnefSampleException& exception : exceptions) {
        out.u32(minutesOf(exception.start)).u32(minutesOf(exception.end)).u32(minutesOf(exception.original));
        out.u16(flagsOf(exception));
        if (!exception.subject.isEmpty())
            narrow(exception.subject);
        if (!exception.location.isEmpty())
            narrow(exception.location);
    }
    out.u32(0);
    for (const TnefSampleException& exception : exceptions) {
        if (writerVersion >= 0x3009)
            out.u32(4).u32(0);
        out.u32(0);
        if (flagsOf(exception) == 0)
            continue;
        out.u32(minutesOf(exception.start)).u32(minutesOf(exception.end)).u32(minutesOf(exception.original));
        if (!exception.subject.isEmpty())
            out.u16(quint16(exception.subject.size())).utf16(exception.subject);
        if (!exception.location.isEmpty())
            out.u16(quint16(exception.location.size())).utf16(exception.location);
        out.u32(0);
    }
    return out.u32(0).octets();
}

QByteArray tnefZoneDefinition(const QString& name, int biasMinutes)
{
    TnefOctets out;
    out.u8(2).u8(1).u16(quint16(6 + 2 * name.size())).u16(2).u16(quint16(name.size())).utf16(name).u16(1);
    out.u8(2).u8(1).u16(62).u16(3).u16(2007).raw(QByteArray(14, '\0'));
    out.u32(quint32(biasMinutes)).u32(0).u32(quint32(-60));
    return out.raw(systemTime(10, 5, 3)).raw(systemTime(3, 5, 2)).octets();
}

QByteArray tnefZoneStructure(int biasMinutes)
{
    TnefOctets out;
    out.u32(quint32(biasMinutes)).u32(0).u32(quint32(-60));
    return out.u16(0).raw(systemTime(10, 5, 3)).u16(0).raw(systemTime(3, 5, 2)).octets();
}

QByteArray globalObjectId(QDate day, const QByteArray& content)
{
    return globalIdHeader(day, quint32(content.size())) + content;
}

QByteArray foreignGlobalObjectId(const QByteArray& uid)
{
    const QByteArray content = "vCal-Uid" + QByteArray("\1\0\0\0", 4) + uid + '\0';
    QByteArray id = globalIdHeader({}, quint32(content.size()));
    std::fill_n(id.begin() + 20, 8, '\0');
    return id + content;
}

TnefSampleMeeting::TnefSampleMeeting()
    : start(*instantFromIso(QStringLiteral("2026-11-20T15:00:00Z")))
    , end(*instantFromIso(QStringLiteral("2026-11-20T16:30:00Z")))
    , changed(*instantFromIso(QStringLiteral("2026-11-17T10:00:00Z")))
    , zone(tnefZoneDefinition(QStringLiteral("W. Europe Standard Time"), -60))
{
}

TnefTable TnefSampleMeeting::properties() const
{
    TnefTable table = more;
    table.text({TnefSet::Tag, 0x0037}, subject).text({TnefSet::Tag, 0x0042}, QStringLiteral("Nour Abbas"));
    table.text({TnefSet::Tag, 0x0064}, QStringLiteral("SMTP")).text({TnefSet::Tag, 0x0065}, organizer);
    table.text({TnefSet::Tag, 0x5D01}, sender.isEmpty() ? organizer : sender).flag({TnefSet::Tag, 0x0063}, true);
    table.named(QStringLiteral("Keywords"), QStringLiteral("Rot")).numbers({TnefSet::Appointment, 0x9001}, {1, 2, 3});
    table.octets({TnefSet::Meeting, 0x0003}, id).octets({TnefSet::Meeting, 0x0023}, cleanId);
    table.time({TnefSet::Meeting, 0x001A}, changed).number({TnefSet::Appointment, 0x8201}, sequence);
    table.number({TnefSet::Appointment, 0x8205}, 1).number({TnefSet::Appointment, 0x8224}, 2);
    table.text({TnefSet::Appointment, 0x8208}, location);
    table.time({TnefSet::Appointment, 0x820D}, start).time({TnefSet::Appointment, 0x820E}, end);
    table.flag({TnefSet::Appointment, 0x8215}, allDay).flag({TnefSet::Appointment, 0x8223}, rule.has_value());
    if (rule)
        table.octets({TnefSet::Appointment, 0x8216}, rule->encoded()).octets({TnefSet::Appointment, 0x8260}, zone);
    if (!zone.isEmpty())
        table.octets({TnefSet::Appointment, 0x825E}, zone);
    return table;
}

QByteArray TnefSampleMeeting::recipientTable() const
{
    const auto row = [](const QString& name, const QString& address, int type) {
        return TnefTable()
            .text({TnefSet::Tag, 0x3001}, name)
            .text({TnefSet::Tag, 0x3002}, QStringLiteral("SMTP"))
            .text({TnefSet::Tag, 0x3003}, address)
            .number({TnefSet::Tag, 0x0C15}, type)
            .encoded();
    };
    return littleEndian(quint32(4)) + row(QStringLiteral("Nour Abbas"), organizer, 1)
        + row(QStringLiteral("CR1 Borealis"), QStringLiteral("CR1@reserve.mycompany.com"), 3)
        + row(QStringLiteral("Babbage, Charles"), QStringLiteral("charles@mycompany.com"), 2)
        + row(QStringLiteral("Ada Lovelace"), QStringLiteral("ada@mycompany.com"), 1);
}

QByteArray TnefSampleMeeting::encoded() const
{
    QList<QByteArray> attributes{
        tnefAttribute(1, attTnefVersion, TnefOctets().u32(0x00010000).octets()),
        tnefAttribute(1, attOemCodepage, TnefOctets().u32(1252).u32(0).octets()),
        tnefAttribute(1, attMessageClass, messageClass + '\0'),
        tnefAttribute(1, attMessageProperties, properties().encoded()),
    };
    if (listRecipients)
        attributes.append(tnefAttribute(1, attRecipientTable, recipientTable()));
    return tnefStream(attributes);
}

} // namespace reserve::test
