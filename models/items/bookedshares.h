// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#pragma once

#include "models/base/result.h"
#include "models/entities/change.h"
#include "models/entities/space.h"

#include <QDate>
#include <QHash>
#include <QObject>
#include <QSet>
#include <QTimer>
#include <QTimeZone>

#include <array>
#include <optional>

namespace reserve {

class Store;

// Of one space, how much of the open hours of each day of a week is booked, in percent; nothing on closed days.
using WeekShares = std::array<std::optional<int>, 7>;

// The small week bars beside the names of spaces. Only the spaces that are asked for (the rows on screen) are read,
// the sums are made on the store's reader, and what changes in the store is read again when it is next asked for.
//
// Lives on the thread of its owner (the GUI's); the store outlives it. A read that fails leaves the bars as they were.
class BookedShares final : public QObject
{
    Q_OBJECT

public:
    explicit BookedShares(Store& store, QObject* parent = nullptr);

    void setWeek(QDate firstDay, const QTimeZone& siteZone);
    // What is known of a space; asks for it when nothing is, or when it is no longer true.
    std::optional<WeekShares> shares(const Space& space);

Q_SIGNALS:
    void changed();

private:
    void ask();
    void follow(const QList<Change>& changes);

    Store& m_store;
    QDate m_firstDay;
    QTimeZone m_siteZone;
    QHash<SpaceId, WeekShares> m_known;
    QSet<SpaceId> m_stale;
    QHash<SpaceId, Space> m_wanted;
    bool m_asked = false;
    bool m_busy = false;
    quint64 m_generation = 0;
    QTimer m_settle;
};

} // namespace reserve
