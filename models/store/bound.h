// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#pragma once

#include "models/base/instant.h"
#include "models/base/reason.h"
#include "models/entities/enumtext.h"
#include "models/entities/ids.h"

#include <QByteArray>
#include <QList>
#include <QString>

#include <concepts>
#include <optional>

namespace reserve {

template<typename Enum>
concept WordedEnum = std::is_enum_v<Enum> && requires(Enum value)
{
    {
        toText(value)
        } -> std::same_as<QByteArray>;
};

// One value on its way into a statement. Null texts become empty ones, ids of nothing and empty optionals become NULL.
class Bound
{
public:
    enum class Type { Null, Integer, Text, Blob };

    Bound(const QString& text)
        : Bound(Type::Text, text.toUtf8())
    {
    }
    template<std::integral Number>
    Bound(Number number)
        : m_type(Type::Integer)
        , m_number(qint64(number))
    {
    }
    Bound(Instant instant)
        : Bound(toEpochMilliseconds(instant))
    {
    }
    Bound(const Reason& reason)
        : Bound(Type::Text, toJson(reason))
    {
    }
    template<typename Tag>
    Bound(Id<Tag> id)
        : m_type(id ? Type::Integer : Type::Null)
        , m_number(id.value)
    {
    }
    template<WordedEnum Enum>
    Bound(Enum value)
        : Bound(Type::Text, toText(value))
    {
    }
    template<typename T>
    Bound(const std::optional<T>& value)
        : Bound(value ? Bound(*value) : null())
    {
    }

    // Bytes are said to be what they are: text in UTF-8, or a blob.
    static Bound utf8(const QByteArray& text) { return Bound(Type::Text, text); }
    static Bound blob(const QByteArray& bytes) { return Bound(Type::Blob, bytes); }
    static Bound null() { return Bound(); }

    Type type() const { return m_type; }
    qint64 number() const { return m_number; }
    const QByteArray& bytes() const { return m_bytes; }

private:
    Bound() = default;
    // SQLite would read a null pointer as NULL.
    Bound(Type type, const QByteArray& bytes)
        : m_type(type)
        , m_bytes(bytes.isNull() ? QByteArray("") : bytes)
    {
    }

    Type m_type = Type::Null;
    qint64 m_number = 0;
    QByteArray m_bytes;
};

using Bindings = QList<Bound>;

} // namespace reserve
