// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#pragma once

#include "models/practice/graphjson.h"

#include <QHash>

namespace reserve::practice {

// The query options of a request ($filter, $top, ...), decoded.
class GraphQuery final
{
public:
    explicit GraphQuery(const QByteArray& query);

    QString value(const QString& name) const { return m_values.value(name); }
    // The name of an option that would be passed over, such as $search; empty: there is none.
    QString notOffered() const;
    // $top and $skip; what a page holds without $top is Graph's own choice of ten.
    int top(int usual) const;
    int skip() const { return std::max(0, m_values.value(QStringLiteral("$skip")).toInt()); }
    // The query of the next page.
    QByteArray withSkip(int skip) const;
    // $select, $expand and the header Prefer.
    GraphView view(const QByteArray& prefer) const;

private:
    QHash<QString, QString> m_values;
};

// Items for which $filter holds: comparisons by eq, joined by "and". Errors: 400 ErrorInvalidUrlQueryFilter for
// everything else.
GraphResult<QList<Item>> filtered(const QList<Item>& items, const QString& filter);

} // namespace reserve::practice
