// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#pragma once

#include "models/items/feedreader.h"
#include "models/items/idtablemodel.h"
#include "models/items/rowcache.h"
#include "models/items/whenanswered.h"
#include "models/store/store.h"

#include <QSet>
#include <QTimer>

#include <algorithm>
#include <chrono>
#include <limits>

namespace reserve {

struct Change;

// A list that grows at the top: newest first, older rows by scrolling, changed rows in place. What the change feed
// names is gathered for a tenth of a second and read in one go, so that 200 arrivals a second cost ten small reads.
// Answers of an earlier filter are dropped by their generation.
//
// In another order the store sorts, and what moves makes it sort again, rows keeping their places by id. Sorting looks
// at every row that fits, so it is asked for the more rarely the longer it takes: a fifth of one reader's time at most.
template<typename Row>
class FeedModel : public IdTableModel
{
public:
    bool canFetchMore(const QModelIndex& parent) const override
    {
        return !parent.isValid() && isLoaded() && !m_complete && !m_readingOlder;
    }

    void fetchMore(const QModelIndex& parent) override
    {
        if (canFetchMore(parent))
            readOlder();
    }

    // nullptr while it is being read.
    const Row* rowAt(int row) const
    {
        const Row* found = m_cache.find(idAt(row));
        if (!found)
            m_readMissed->start();
        return found;
    }

    int total() const { return m_total; }
    bool isNewestFirst() const { return !m_source.sorted; }

    // Paused, nothing moves; what comes meanwhile is counted and shown when it goes on.
    bool isPaused() const { return m_paused; }
    int heldBack() const { return m_heldBack; }
    void setPaused(bool paused)
    {
        m_paused = paused;
        if (!paused && m_heldBack > 0) {
            m_heldBack = 0;
            Q_EMIT heldBackChanged(0);
        }
        if (!paused)
            readMoved();
    }

protected:
    FeedModel(Store& store, QObject* parent)
        : IdTableModel(parent)
        , m_store(store)
        , m_gather(new QTimer(this))
        , m_readMissed(new QTimer(this))
    {
        m_gather->setSingleShot(true);
        m_gather->setInterval(gatherMilliseconds);
        connect(m_gather, &QTimer::timeout, this, [this] { readMoved(); });
        m_readMissed->setSingleShot(true);
        m_readMissed->setInterval(0);
        connect(m_readMissed, &QTimer::timeout, this, [this] { readMissed(); });
    }

    Store& store() const { return m_store; }
    const RowCache<Row>& cache() const { return m_cache; }

    // Begins anew with this filter, at the top; what fits it already stays where it is.
    void open(FeedSource<Row> source)
    {
        m_source = std::move(source);
        m_gather->setInterval(gatherMilliseconds);
        if (m_source.sorted)
            readSorted(pageSize);
        else
            readAnew(std::numeric_limits<qint64>::max());
    }

    // 0 stands for "more than is worth naming".
    void noteMoved(qint64 id)
    {
        m_moved.insert(id);
        if (m_paused)
            countHeldBack(id);
        else if (!m_gather->isActive() && !m_reading)
            m_gather->start();
    }

    // As deep as it is: a person who has scrolled down stays there.
    void reload()
    {
        if (m_source.sorted)
            readSorted(std::clamp(int(ids().size()), pageSize, deepestFeed));
        else
            readAnew(ids().size() > pageSize ? ids().last() : std::numeric_limits<qint64>::max());
    }

private:
    static constexpr int pageSize = feedPageSize;
    static constexpr int cachedRows = 4000;
    static constexpr int gatherMilliseconds = 100;
    static constexpr std::chrono::milliseconds longestGather{5000};

    using Page = FeedPage<Row>;
    using Moves = FeedMoves<Row>;

    void keep(const IdentifiedRows<Row>& rows)
    {
        for (const auto& [id, row] : rows)
            m_cache.insert(id, row);
    }

    void setTotal(int total)
    {
        if (std::exchange(m_total, total) != total)
            Q_EMIT totalChanged(total);
    }

    void readAnew(qint64 bottom)
    {
        const quint64 generation = ++m_generation;
        m_moved.clear();
        m_reading = true;
        const FeedSource<Row> source = m_source;
        const QList<qint64> known = m_cache.ids();
        const QSet<qint64> cached(known.begin(), known.end());
        const auto read
            = m_store.read([=](const ReadUnit& unit) { return readFeedAnew(source, unit, bottom, cached); });
        whenAnswered(read, this, [this, generation](const Result<Page>& answer) {
            if (generation == m_generation)
                takeAnew(answer, answer && (answer->ids.size() % pageSize != 0 || answer->ids.isEmpty()));
        });
    }

    void readSorted(int depth)
    {
        const quint64 generation = ++m_generation;
        m_reading = true;
        const FeedSource<Row> source = m_source;
        const QList<qint64> cached = m_cache.ids();
        const FeedKnowledge known{{cached.begin(), cached.end()}, std::exchange(m_moved, {})};
        const auto asked = std::chrono::steady_clock::now();
        const auto read
            = m_store.read([=](const ReadUnit& unit) { return readFeedSorted(source, unit, depth, known); });
        whenAnswered(read, this, [this, generation, depth, asked](const Result<Page>& answer) {
            if (generation != m_generation)
                return;
            const auto took = std::chrono::steady_clock::now() - asked;
            m_gather->setInterval(
                std::clamp<std::chrono::milliseconds>(std::chrono::duration_cast<std::chrono::milliseconds>(4 * took),
                                                      std::chrono::milliseconds(gatherMilliseconds), longestGather));
            takeAnew(answer, answer && answer->ids.size() < depth);
        });
    }

    void takeAnew(const Result<Page>& answer, bool complete)
    {
        m_reading = false;
        m_readingOlder = false;
        if (!answer) {
            Q_EMIT failed(answer.error().reason());
            return;
        }
        keep(answer->rows);
        m_complete = complete;
        become(answer->ids);
        announceAll();
        setLoaded(true);
        setTotal(answer->total);
        Q_EMIT loaded();
        goOn();
    }

    void readOlder()
    {
        m_readingOlder = true;
        const quint64 generation = m_generation;
        const FeedSource<Row> source = m_source;
        const qint64 before = ids().isEmpty() ? 0 : ids().last();
        const int offset = int(ids().size());
        const auto read = m_store.read([source, before, offset](const ReadUnit& unit) {
            return source.sorted ? readFeedSortedPage(source, unit, offset) : readFeedPage(source, unit, before, false);
        });
        whenAnswered(read, this, [this, generation](const Result<Page>& answer) {
            if (generation != m_generation)
                return;
            m_readingOlder = false;
            if (!answer) {
                Q_EMIT failed(answer.error().reason());
                return;
            }
            // Rows may have come or gone meanwhile: only what is older still belongs below.
            const qint64 last = ids().isEmpty() ? std::numeric_limits<qint64>::max() : ids().last();
            QList<qint64> older;
            std::copy_if(answer->ids.begin(), answer->ids.end(), std::back_inserter(older),
                         [this, last](qint64 id) { return isNewestFirst() ? id < last : rowOf(id) < 0; });
            m_complete = answer->ids.size() < pageSize;
            keep(answer->rows);
            appendIds(older);
        });
    }

    void readMissed()
    {
        const QList<qint64> wanted = m_cache.takeMissed();
        if (wanted.isEmpty() || !m_source.rows)
            return;
        const auto reader = m_source.rows;
        const auto read = m_store.read([reader, wanted](const ReadUnit& unit) { return reader(unit, wanted); });
        whenAnswered(read, this, [this](const Result<IdentifiedRows<Row>>& rows) {
            if (!rows)
                return;
            keep(*rows);
            for (const auto& entry : *rows)
                announceRow(entry.first);
        });
    }

    void readMoved()
    {
        if (m_paused || m_reading || m_moved.isEmpty() || !m_source.page)
            return;
        if (m_moved.contains(0) || m_source.sorted) {
            reload();
            return;
        }
        m_reading = true;
        const quint64 generation = m_generation;
        const FeedSource<Row> source = m_source;
        const QSet<qint64> moved = std::exchange(m_moved, {});
        QSet<qint64> shown;
        for (const qint64 id : moved) {
            if (rowOf(id) >= 0)
                shown.insert(id);
        }
        const qint64 top = ids().isEmpty() ? 0 : ids().first();
        const qint64 bottom = m_complete || ids().isEmpty() ? 1 : ids().last();
        const auto read = m_store.read([=](const ReadUnit& unit) {
            return readFeedMoves(source, unit, moved, shown, {bottom, top});
        });
        whenAnswered(read, this, [this, generation](const Result<Moves>& answer) {
            if (generation == m_generation)
                takeMoves(answer);
        });
    }

    void takeMoves(const Result<Moves>& answer)
    {
        m_reading = false;
        if (!answer) {
            m_moved.insert(0);
            Q_EMIT failed(answer.error().reason());
            return;
        }
        if (answer->tooMany) {
            reload();
            return;
        }
        keep(answer->rows);
        for (const qint64 id : answer->left) {
            m_cache.remove(id);
            removeId(id);
        }
        QList<qint64> next = answer->arrived + ids();
        for (const qint64 id : answer->entered)
            next.insert(std::lower_bound(next.begin(), next.end(), id, std::greater<>()), id);
        become(next);
        for (const auto& entry : answer->rows)
            announceRow(entry.first);
        setTotal(m_total + int(answer->arrived.size() + answer->entered.size() - answer->left.size()));
        goOn();
    }

    void goOn()
    {
        if (!m_moved.isEmpty() && !m_paused)
            m_gather->start();
    }

    void countHeldBack(qint64 id)
    {
        const qint64 newest = ids().isEmpty() ? 0
            : isNewestFirst()                 ? ids().first()
                                              : *std::max_element(ids().begin(), ids().end());
        if (rowOf(id) >= 0 || id < newest)
            return;
        const auto newer
            = std::count_if(m_moved.begin(), m_moved.end(), [newest](qint64 moved) { return moved > newest; });
        if (std::exchange(m_heldBack, int(newer)) != int(newer))
            Q_EMIT heldBackChanged(m_heldBack);
    }

    Store& m_store;
    FeedSource<Row> m_source;
    RowCache<Row> m_cache{cachedRows};
    QTimer* m_gather;
    QTimer* m_readMissed;
    QSet<qint64> m_moved;
    quint64 m_generation = 0;
    int m_total = 0;
    int m_heldBack = 0;
    bool m_complete = false;
    bool m_reading = false;
    bool m_readingOlder = false;
    bool m_paused = false;
};

} // namespace reserve
