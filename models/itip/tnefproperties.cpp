// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#include "models/itip/tnefproperties.h"

#include "models/itip/tnefcursor.h"

#include <algorithm>
#include <utility>

namespace reserve {

namespace {

constexpr std::pair<quint32, const char*> otherCharsets[] = {
    {1200, "utf-16le"},     {10000, "macintosh"},   {20127, "us-ascii"},    {20866, "koi8-r"},
    {20932, "euc-jp"},      {21866, "koi8-u"},      {38598, "iso-8859-8"},  {50220, "iso-2022-jp"},
    {50221, "iso-2022-jp"}, {50222, "iso-2022-jp"}, {50225, "iso-2022-kr"}, {51932, "euc-jp"},
    {51936, "euc-cn"},      {51949, "euc-kr"},      {52936, "hz"},          {54936, "gb18030"},
    {65000, "utf-7"},       {65001, "utf-8"},
};

} // namespace

QByteArray charsetOfCodePage(quint32 codePage)
{
    if (codePage == 0)
        return QByteArrayLiteral("cp1252");
    if (codePage > 28590 && codePage < 28606)
        return "iso-8859-" + QByteArray::number(codePage - 28590);
    const auto* other = std::find_if(std::begin(otherCharsets), std::end(otherCharsets),
                                     [codePage](const auto& entry) { return entry.first == codePage; });
    return other != std::end(otherCharsets) ? QByteArray(other->second) : "cp" + QByteArray::number(codePage);
}

QString TnefTexts::unicode(QByteArrayView octets) const
{
    QString text;
    TnefCursor cursor(octets);
    while (cursor.left() >= 2 && text.size() < longest) {
        const char16_t unit = cursor.u16();
        if (unit == 0)
            break;
        text.append(QChar(unit));
    }
    return text;
}

QString TnefTexts::narrow(QByteArrayView octets) const
{
    const qsizetype end = octets.indexOf('\0');
    const QByteArrayView text = octets.first(end < 0 ? octets.size() : end);
    // A character takes four octets at most in the charsets there are.
    const QByteArrayView bounded = text.first(std::min(text.size(), 4 * longest));
    return (decoder ? decoder(bounded, charset) : QString::fromLatin1(bounded)).left(longest);
}

TnefProperties::TnefProperties(TnefTexts texts)
    : m_texts(std::move(texts))
{
}

const TnefProperty* TnefProperties::find(TnefName name) const
{
    const auto found = std::find_if(m_properties.cbegin(), m_properties.cend(),
                                    [name](const TnefProperty& property) { return property.name == name; });
    return found != m_properties.cend() ? &*found : nullptr;
}

std::optional<qint32> TnefProperties::number(TnefName name) const
{
    const TnefProperty* property = find(name);
    if (!property || (property->type != mapi::typeLong && property->type != mapi::typeShort))
        return std::nullopt;
    TnefCursor cursor(property->value);
    return property->type == mapi::typeLong ? cursor.i32() : qint32(qint16(cursor.u16()));
}

std::optional<bool> TnefProperties::flag(TnefName name) const
{
    const TnefProperty* property = find(name);
    if (!property || property->type != mapi::typeBoolean)
        return std::nullopt;
    return TnefCursor(property->value).u16() != 0;
}

std::optional<Instant> TnefProperties::time(TnefName name) const
{
    const TnefProperty* property = find(name);
    if (!property || property->type != mapi::typeSystemTime)
        return std::nullopt;
    // FILETIME: tenths of microseconds since 1601. What no calendar can show is no time.
    constexpr quint64 perSecond = 10'000'000;
    constexpr quint64 mostSeconds = 265'000'000'000; // within the year 9998
    constexpr qint64 from1601To1970 = 11'644'473'600;
    const quint64 seconds = TnefCursor(property->value).u64() / perSecond;
    if (seconds == 0 || seconds > mostSeconds)
        return std::nullopt;
    return Instant(std::chrono::seconds(qint64(seconds) - from1601To1970));
}

QByteArrayView TnefProperties::octets(TnefName name) const
{
    const TnefProperty* property = find(name);
    return property && property->type == mapi::typeBinary ? property->value : QByteArrayView();
}

QString TnefProperties::text(TnefName name) const
{
    const TnefProperty* property = find(name);
    if (property && property->type == mapi::typeUnicode)
        return m_texts.unicode(property->value);
    if (property && property->type == mapi::typeString8)
        return m_texts.narrow(property->value);
    return {};
}

} // namespace reserve
