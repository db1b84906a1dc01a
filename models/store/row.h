// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#pragma once

#include "models/base/instant.h"
#include "models/base/reason.h"
#include "models/entities/enumtext.h"
#include "models/entities/ids.h"
#include "models/store/statement.h"

#include <concepts>
#include <optional>

namespace reserve {

// One row on its way out of a statement: its columns in their order, each read once with >>. A word that no version of
// the program wrote leaves the target as it is.
class Row final
{
public:
    explicit Row(const Statement& statement)
        : m_statement(statement)
    {
    }

    Row& operator>>(QString& target)
    {
        target = m_statement.text(m_column++);
        return *this;
    }
    Row& operator>>(QByteArray& target)
    {
        target = m_statement.bytes(m_column++);
        return *this;
    }
    Row& operator>>(bool& target)
    {
        target = m_statement.integer(m_column++) != 0;
        return *this;
    }
    template<std::integral Number>
    Row& operator>>(Number& target)
    {
        target = Number(m_statement.integer(m_column++));
        return *this;
    }
    Row& operator>>(Instant& target)
    {
        target = fromEpochMilliseconds(m_statement.integer(m_column++));
        return *this;
    }
    Row& operator>>(Reason& target)
    {
        target = reasonFromJson(m_statement.bytes(m_column++));
        return *this;
    }
    template<typename Tag>
    Row& operator>>(Id<Tag>& target)
    {
        target.value = m_statement.integer(m_column++);
        return *this;
    }
    template<typename Enum>
    requires std::is_enum_v<Enum> Row& operator>>(Enum& target)
    {
        target = fromText<Enum>(m_statement.bytes(m_column++)).value_or(target);
        return *this;
    }
    template<typename Enum>
    requires std::is_enum_v<Enum> Row& operator>>(std::optional<Enum>& target)
    {
        target = fromText<Enum>(m_statement.bytes(m_column++));
        return *this;
    }
    // NULL gives nothing.
    Row& operator>>(std::optional<Instant>& target)
    {
        const int column = m_column++;
        target = m_statement.isNull(column) ? std::nullopt
                                            : std::optional(fromEpochMilliseconds(m_statement.integer(column)));
        return *this;
    }

private:
    const Statement& m_statement;
    int m_column = 0;
};

} // namespace reserve
