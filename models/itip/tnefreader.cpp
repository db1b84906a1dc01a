// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#include "models/itip/tnefreader.h"

#include "models/itip/tnefcursor.h"

#include <algorithm>
#include <numeric>
#include <optional>

namespace reserve {

namespace {

constexpr quint32 signature = 0x223E9F78;
constexpr quint8 levelMessage = 1;
constexpr quint8 levelAttachment = 2;
constexpr quint16 firstNamedId = 0x8000;

constexpr std::array<TnefAttribute, 9> kept{
    TnefAttribute::Owner,
    TnefAttribute::RequestResponse,
    TnefAttribute::From,
    TnefAttribute::Subject,
    TnefAttribute::MessageClass,
    TnefAttribute::Body,
    TnefAttribute::MessageProperties,
    TnefAttribute::RecipientTable,
    TnefAttribute::OemCodepage,
};

// Message classes as TNEF wrote them before MAPI named them (MS-OXTNEF 2.1.3.3.8).
constexpr std::pair<const char*, const char*> olderClasses[] = {
    {"IPM.Microsoft Mail.Note", "IPM.Note"},
    {"IPM.Microsoft Mail.Read Receipt", "Report.IPM.Note.IPNRN"},
    {"IPM.Microsoft Mail.Non-Delivery", "Report.IPM.Note.NDR"},
    {"IPM.Microsoft Schedule.MtgReq", "IPM.Schedule.Meeting.Request"},
    {"IPM.Microsoft Schedule.MtgCncl", "IPM.Schedule.Meeting.Canceled"},
    {"IPM.Microsoft Schedule.MtgRespP", "IPM.Schedule.Meeting.Resp.Pos"},
    {"IPM.Microsoft Schedule.MtgRespN", "IPM.Schedule.Meeting.Resp.Neg"},
    {"IPM.Microsoft Schedule.MtgRespA", "IPM.Schedule.Meeting.Resp.Tent"},
};

// 16 octets in the order in which they stand in a stream.
constexpr std::array<std::pair<QByteArrayView, TnefSet>, 3> sets{{
    {QByteArrayView("\x90\xDA\xD8\x6E\x0B\x45\x1B\x10\x98\xDA\x00\xAA\x00\x3F\x13\x05", 16), TnefSet::Meeting},
    {QByteArrayView("\x02\x20\x06\x00\x00\x00\x00\x00\xC0\x00\x00\x00\x00\x00\x00\x46", 16), TnefSet::Appointment},
    {QByteArrayView("\x08\x20\x06\x00\x00\x00\x00\x00\xC0\x00\x00\x00\x00\x00\x00\x46", 16), TnefSet::Common},
}};

quint16 checksumOf(QByteArrayView value)
{
    return quint16(std::accumulate(value.begin(), value.end(), quint32(0),
                                   [](quint32 sum, char octet) { return sum + uchar(octet); }));
}

Arguments limitArgument(qsizetype limit)
{
    return {{QStringLiteral("limit"), QString::number(limit)}};
}

// What a transfer encoding may leave behind the last attribute.
bool isPadding(QByteArrayView rest)
{
    constexpr qsizetype most = 16;
    return rest.size() <= most
        && std::all_of(rest.begin(), rest.end(), [](char c) { return c == '\0' || c == '\r' || c == '\n'; });
}

// One table: a count, then for each property its type, id, name where it has one, and value
// (MS-OXTNEF 2.1.3.4).
class PropertyTable final
{
public:
    PropertyTable(TnefCursor& cursor, const TnefTexts& texts, int most)
        : m_cursor(cursor)
        , m_properties(texts)
        , m_most(most)
    {
    }

    Result<TnefProperties> read()
    {
        const quint32 count = m_cursor.u32();
        if (count > quint32(m_most))
            return failure(QByteArrayLiteral("tnef.too-many-properties"), limitArgument(m_most));
        for (quint32 i = 0; i < count && m_cursor.isWhole(); ++i) {
            if (!readOne())
                return failure(QByteArrayLiteral("tnef.properties-unreadable"));
        }
        if (!m_cursor.isWhole())
            return failure(QByteArrayLiteral("tnef.properties-unreadable"));
        return std::move(m_properties);
    }

private:
    bool readOne()
    {
        const quint16 type = m_cursor.u16();
        const quint16 id = m_cursor.u16();
        std::optional<TnefName> name = TnefName{TnefSet::Tag, id};
        if (id >= firstNamedId)
            name = readName();
        const bool isSingle = (type & mapi::severalValues) == 0;
        const quint16 single = type & quint16(~mapi::severalValues);
        const quint32 values = isVariable(single) || !isSingle ? m_cursor.u32() : 1;
        QByteArrayView first;
        for (quint32 i = 0; i < values && m_cursor.isWhole(); ++i) {
            const auto value = readValue(single);
            if (!value)
                return false;
            if (i == 0)
                first = *value;
        }
        if (name && isSingle && values > 0)
            m_properties.append({*name, single, first});
        return m_cursor.isWhole();
    }

    // Nothing for a name that no meeting uses.
    std::optional<TnefName> readName()
    {
        constexpr quint32 named = 1; // MNID_STRING
        const QByteArrayView guid = m_cursor.take(16);
        const quint32 kind = m_cursor.u32();
        const quint32 number = m_cursor.u32(); // a long id, or the octets of the text
        if (kind == named) {
            m_cursor.takePadded(number);
            return std::nullopt;
        }
        const auto set = std::find_if(sets.begin(), sets.end(), [guid](const auto& s) { return s.first == guid; });
        return set != sets.end() ? std::optional(TnefName{set->second, number}) : std::nullopt;
    }

    static bool isVariable(quint16 type)
    {
        return type == mapi::typeString8 || type == mapi::typeUnicode || type == mapi::typeBinary
            || type == mapi::typeObject;
    }

    // Nothing for a type that nobody knows: where its value ends cannot be told.
    std::optional<QByteArrayView> readValue(quint16 type)
    {
        switch (type) {
        case mapi::typeShort:
        case mapi::typeLong:
        case mapi::typeFloat:
        case mapi::typeError:
        case mapi::typeBoolean:
            return m_cursor.take(4);
        case mapi::typeDouble:
        case mapi::typeCurrency:
        case mapi::typeAppTime:
        case mapi::typeInt64:
        case mapi::typeSystemTime:
            return m_cursor.take(8);
        case mapi::typeGuid:
            return m_cursor.take(16);
        default:
            if (!isVariable(type))
                return std::nullopt;
            return m_cursor.takePadded(m_cursor.u32());
        }
    }

    TnefCursor& m_cursor;
    TnefProperties m_properties;
    int m_most;
};

} // namespace

TnefStream::TnefStream(CharsetDecoder decoder, const TnefLimits& limits)
    : m_limits(limits)
{
    m_texts.decoder = decoder;
}

std::size_t TnefStream::slot(TnefAttribute attribute)
{
    return std::size_t(std::find(kept.begin(), kept.end(), attribute) - kept.begin());
}

Result<TnefStream> TnefStream::open(QByteArrayView octets, CharsetDecoder decoder, const TnefLimits& limits)
{
    if (octets.size() > limits.octets)
        return failure(QByteArrayLiteral("tnef.too-large"), limitArgument(limits.octets));
    TnefCursor cursor(octets);
    const quint32 found = cursor.u32();
    cursor.u16(); // the key with which attachments were once referred to
    if (!cursor.isWhole() || found != signature)
        return failure(QByteArrayLiteral("tnef.not-tnef"));
    TnefStream stream(decoder, limits);
    stream.walk(octets.sliced(6));
    if (const QByteArrayView pages = stream.octets(TnefAttribute::OemCodepage); pages.size() >= 4)
        stream.m_texts.charset = charsetOfCodePage(TnefCursor(pages).u32());
    return stream;
}

void TnefStream::walk(QByteArrayView attributes)
{
    TnefCursor cursor(attributes);
    for (int count = 0; !cursor.atEnd(); ++count) {
        const qsizetype at = attributes.size() - cursor.left();
        const quint8 level = cursor.u8();
        if (level == levelAttachment || (level != levelMessage && isPadding(attributes.sliced(at))))
            return;
        const quint32 id = cursor.u32();
        const QByteArrayView value = cursor.take(cursor.u32());
        const quint16 checksum = cursor.u16();
        if (level != levelMessage || !cursor.isWhole() || checksum != checksumOf(value)) {
            m_damage = {QByteArrayLiteral("tnef.damaged"), {{QStringLiteral("octet"), QString::number(at + 6)}}};
            return;
        }
        if (count >= m_limits.attributes) {
            m_damage = {QByteArrayLiteral("tnef.too-many-attributes"), limitArgument(m_limits.attributes)};
            return;
        }
        keep(id, value);
    }
}

void TnefStream::keep(quint32 id, QByteArrayView value)
{
    const auto attribute = TnefAttribute(id & 0xFFFF);
    const std::size_t index = slot(attribute);
    if (index == kept.size() || has(attribute))
        return;
    // An attribute without content is there all the same.
    m_attributes[index] = value.isNull() ? QByteArrayView("", qsizetype(0)) : value;
}

QString TnefStream::messageClass() const
{
    const QString written = text(TnefAttribute::MessageClass).trimmed();
    for (const auto& [older, current] : olderClasses) {
        if (written.compare(QLatin1String(older), Qt::CaseInsensitive) == 0)
            return QLatin1String(current);
    }
    return written;
}

Result<TnefProperties> TnefStream::messageProperties() const
{
    if (!has(TnefAttribute::MessageProperties))
        return TnefProperties(m_texts);
    TnefCursor cursor(octets(TnefAttribute::MessageProperties));
    return PropertyTable(cursor, m_texts, m_limits.properties).read();
}

Result<QList<TnefProperties>> TnefStream::recipients() const
{
    QList<TnefProperties> rows;
    if (!has(TnefAttribute::RecipientTable))
        return rows;
    TnefCursor cursor(octets(TnefAttribute::RecipientTable));
    const quint32 count = cursor.u32();
    if (count > quint32(m_limits.recipients))
        return failure(QByteArrayLiteral("tnef.too-many-recipients"), limitArgument(m_limits.recipients));
    int room = m_limits.properties;
    for (quint32 i = 0; i < count; ++i) {
        Result<TnefProperties> row = PropertyTable(cursor, m_texts, room).read();
        if (!row)
            return failure(row.error());
        room -= int(row->count());
        rows.append(std::move(*row));
    }
    return rows;
}

} // namespace reserve
