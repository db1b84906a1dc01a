// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#pragma once

#include "models/base/instant.h"
#include "models/base/reason.h"
#include "models/entities/enumtext.h"
#include "models/entities/ids.h"

#include <QSqlQuery>
#include <QVariant>

#include <concepts>
#include <optional>

namespace reserve {

// One row on its way out of a statement: its columns in their order, each read once with >>. A word that no version of
// the program wrote leaves the target as it is.
class Row final
{
public:
    explicit Row(const QSqlQuery& query)
        : m_query(query)
    {
    }

    Row& operator>>(QString& target)
    {
        target = next().toString();
        return *this;
    }
    Row& operator>>(QByteArray& target)
    {
        target = next().toByteArray();
        return *this;
    }
    Row& operator>>(bool& target)
    {
        target = next().toLongLong() != 0;
        return *this;
    }
    template<std::integral Number>
    Row& operator>>(Number& target)
    {
        target = Number(next().toLongLong());
        return *this;
    }
    Row& operator>>(Instant& target)
    {
        target = fromEpochMilliseconds(next().toLongLong());
        return *this;
    }
    Row& operator>>(Reason& target)
    {
        target = reasonFromJson(next().toByteArray());
        return *this;
    }
    template<typename Tag>
    Row& operator>>(Id<Tag>& target)
    {
        target.value = next().toLongLong();
        return *this;
    }
    template<typename Enum>
        requires std::is_enum_v<Enum>
    Row& operator>>(Enum& target)
    {
        target = fromText<Enum>(next().toByteArray()).value_or(target);
        return *this;
    }
    template<typename Enum>
        requires std::is_enum_v<Enum>
    Row& operator>>(std::optional<Enum>& target)
    {
        target = fromText<Enum>(next().toByteArray());
        return *this;
    }
    // NULL gives nothing.
    Row& operator>>(std::optional<Instant>& target)
    {
        const QVariant value = next();
        target = value.isNull() ? std::nullopt : std::optional(fromEpochMilliseconds(value.toLongLong()));
        return *this;
    }

private:
    QVariant next() { return m_query.value(m_column++); }

    const QSqlQuery& m_query;
    int m_column = 0;
};

} // namespace reserve
