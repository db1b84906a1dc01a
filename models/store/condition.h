// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#pragma once

#include "models/store/bound.h"

#include <QStringList>

namespace reserve {

// The WHERE of a filter: terms joined by AND, with their values in the same order.
class Condition final
{
public:
    void add(const QString& term, const Bindings& values = {})
    {
        m_terms.append(term);
        m_values.append(values);
    }
    // `column` holds lower-case text and contains `text`, whatever its case.
    void addContains(const QString& column, const QString& text)
    {
        if (!text.trimmed().isEmpty())
            add(QStringLiteral("instr(%1, ?) > 0").arg(column), {text.trimmed().toLower()});
    }

    QString term() const { return m_terms.join(QStringLiteral(" AND ")); }
    QString where() const { return m_terms.isEmpty() ? QString() : QStringLiteral(" WHERE ") + term(); }
    const Bindings& values() const { return m_values; }

private:
    QStringList m_terms;
    Bindings m_values;
};

} // namespace reserve
