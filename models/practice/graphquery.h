// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#pragma once

#include "models/practice/graphjson.h"
#include "models/practice/graphtypes.h"

#include <QHash>

namespace reserve::practice {

// The query options of a request ($filter, $top, ...), decoded.
class GraphQuery final
{
public:
    explicit GraphQuery(const QByteArray& query);

    QString value(const QString& name) const { return m_values.value(name); }
    // Error, 400: an option that would be passed over, such as $search; a number or an $expand that cannot be meant; a
    // zone in the header Prefer that nobody knows.
    GraphResult<void> check(const QByteArray& prefer) const;
    // Error, 400: $select names a property that resources of this type do not have.
    GraphResult<void> checkSelect(GraphType type) const;
    // $top, of at most a thousand, and $skip; what a page holds without $top is Graph's own choice of ten.
    int top(int usual) const;
    int skip() const { return std::max(0, m_values.value(QStringLiteral("$skip")).toInt()); }
    // The query of the next page.
    QByteArray withSkip(int skip) const;
    // $select, $expand and the header Prefer.
    GraphView view(const QByteArray& prefer) const;

private:
    QStringList selected() const;
    GraphResult<int> numberIn(const QString& option, int least) const; // least where there is none

    QHash<QString, QString> m_values;
};

// Items for which $filter holds: comparisons by eq, joined by "and". Errors: 400 ErrorInvalidUrlQueryFilter for
// everything else.
GraphResult<QList<Item>> filtered(const QList<Item>& items, const QString& filter);

} // namespace reserve::practice
