// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QCache>
#include <QList>
#include <QSet>

#include <memory>

namespace reserve {

// The rows that were shown last, by id, at most `limit` of them; the one not asked for the longest goes first.
// Remembers which were asked for in vain, so that they are read together. One thread.
template<typename Row>
class RowCache final
{
public:
    explicit RowCache(int limit)
        : m_rows(limit)
    {
    }

    const Row* find(qint64 id) const
    {
        const Row* row = m_rows.object(id);
        if (!row)
            m_missed.insert(id);
        return row;
    }

    // Without counting as asked for.
    const Row* peek(qint64 id) const { return m_rows.contains(id) ? m_rows.object(id) : nullptr; }

    void insert(qint64 id, Row row)
    {
        m_missed.remove(id);
        m_rows.insert(id, std::make_unique<Row>(std::move(row)).release());
    }

    void remove(qint64 id)
    {
        m_missed.remove(id);
        m_rows.remove(id);
    }

    QList<qint64> ids() const { return m_rows.keys(); }
    bool hasMissed() const { return !m_missed.isEmpty(); }
    QList<qint64> takeMissed()
    {
        const QList<qint64> missed = m_missed.values();
        m_missed.clear();
        return missed;
    }

private:
    QCache<qint64, Row> m_rows;
    mutable QSet<qint64> m_missed;
};

} // namespace reserve
