// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#pragma once

#include "models/base/instant.h"

#include <QByteArray>
#include <QByteArrayView>
#include <QList>
#include <QString>

#include <optional>

namespace reserve {

// How the octets of a text become letters. The charset is an iconv name ("cp1252", "utf-8"); whoever calls
// the reader brings the decoder, because the library that knows charsets stands elsewhere.
using CharsetDecoder = QString (*)(QByteArrayView octets, const QByteArray& charset);

// The texts of one TNEF stream: UTF-16 for PT_UNICODE, the stream's code page for everything else.
struct TnefTexts
{
    QByteArray charset = QByteArrayLiteral("cp1252");
    CharsetDecoder decoder = nullptr;

    static constexpr qsizetype longest = 16 * 1024; // characters; the rest of a longer text is cut

    QString unicode(QByteArrayView octets) const; // up to the first NUL
    QString narrow(QByteArrayView octets) const;  // likewise
};

// The iconv name of a Windows code page number.
QByteArray charsetOfCodePage(quint32 codePage);

// The sets of named properties that meetings use (MS-OXPROPS 1.3.2); Tag: a property with an id of its own.
enum class TnefSet : quint8 { Tag, Meeting, Appointment, Common };

struct TnefName
{
    TnefSet set = TnefSet::Tag;
    quint32 id = 0; // property id, or the long id (LID) in its set

    friend bool operator==(const TnefName&, const TnefName&) = default;
};

struct TnefProperty
{
    TnefName name;
    quint16 type = 0; // MS-OXCDATA 2.11.1
    QByteArrayView value;
};

// One table of MAPI properties. Of a property that stands twice the first counts, as for header fields.
// Values are views into the stream, which outlives this.
class TnefProperties final
{
public:
    explicit TnefProperties(TnefTexts texts = {});

    void append(const TnefProperty& property) { m_properties.append(property); }
    qsizetype count() const { return m_properties.size(); }

    // Nothing, or empty, when the property is absent or of another type.
    std::optional<qint32> number(TnefName name) const; // PT_LONG, PT_SHORT
    std::optional<bool> flag(TnefName name) const;     // PT_BOOLEAN
    std::optional<Instant> time(TnefName name) const;  // PT_SYSTIME, whole seconds
    QByteArrayView octets(TnefName name) const;        // PT_BINARY
    QString text(TnefName name) const;                 // PT_UNICODE, PT_STRING8

    const TnefTexts& texts() const { return m_texts; }

private:
    const TnefProperty* find(TnefName name) const;

    TnefTexts m_texts;
    QList<TnefProperty> m_properties;
};

// Types of MAPI properties that the reader tells apart.
namespace mapi {
inline constexpr quint16 typeShort = 0x0002;
inline constexpr quint16 typeLong = 0x0003;
inline constexpr quint16 typeFloat = 0x0004;
inline constexpr quint16 typeDouble = 0x0005;
inline constexpr quint16 typeCurrency = 0x0006;
inline constexpr quint16 typeAppTime = 0x0007;
inline constexpr quint16 typeError = 0x000A;
inline constexpr quint16 typeBoolean = 0x000B;
inline constexpr quint16 typeObject = 0x000D;
inline constexpr quint16 typeInt64 = 0x0014;
inline constexpr quint16 typeString8 = 0x001E;
inline constexpr quint16 typeUnicode = 0x001F;
inline constexpr quint16 typeSystemTime = 0x0040;
inline constexpr quint16 typeGuid = 0x0048;
inline constexpr quint16 typeBinary = 0x0102;
inline constexpr quint16 severalValues = 0x1000;
} // namespace mapi

} // namespace reserve
