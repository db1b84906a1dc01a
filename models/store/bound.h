// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#pragma once

#include "models/base/instant.h"
#include "models/base/reason.h"
#include "models/entities/enumtext.h"
#include "models/entities/ids.h"

#include <QList>
#include <QVariant>

#include <concepts>
#include <optional>

namespace reserve {

template<typename Enum>
concept WordedEnum = std::is_enum_v<Enum> && requires(Enum value) {
    { toText(value) } -> std::same_as<QByteArray>;
};

// One value on its way into a statement. Null texts become empty ones (Qt would bind NULL), ids of nothing and empty
// optionals become NULL.
class Bound
{
public:
    Bound(const QString& text)
        : m_value(text.isNull() ? QStringLiteral("") : text)
    {
    }
    template<std::integral Number>
    Bound(Number number)
        : m_value(qint64(number))
    {
    }
    Bound(Instant instant)
        : m_value(toEpochMilliseconds(instant))
    {
    }
    Bound(const Reason& reason)
        : Bound(QString::fromUtf8(toJson(reason)))
    {
    }
    template<typename Tag>
    Bound(Id<Tag> id)
        : m_value(id ? QVariant(id.value) : QVariant())
    {
    }
    template<WordedEnum Enum>
    Bound(Enum value)
        : m_value(QString::fromLatin1(toText(value)))
    {
    }
    template<typename T>
    Bound(const std::optional<T>& value)
        : m_value(value ? Bound(*value).value() : QVariant())
    {
    }

    // Bytes are said to be what they are: text in UTF-8, or a blob.
    static Bound utf8(const QByteArray& text) { return Bound(QString::fromUtf8(text)); }
    static Bound blob(const QByteArray& bytes) { return Bound(QVariant(bytes.isNull() ? QByteArray("") : bytes)); }
    static Bound null() { return Bound(QVariant()); }

    const QVariant& value() const { return m_value; }

private:
    explicit Bound(QVariant value)
        : m_value(std::move(value))
    {
    }

    QVariant m_value;
};

using Bindings = QList<Bound>;

} // namespace reserve
