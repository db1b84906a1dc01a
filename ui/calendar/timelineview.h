// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#pragma once

#include "ui/calendar/laneview.h"

#include <QHash>
#include <QList>

namespace reserve {

// One day of all spaces: a lane each, grouped by building, with seats and what is booked of the day; below them how
// many are in use at once.
class TimelineView final : public LaneView
{
    Q_OBJECT

public:
    TimelineView(OccupancyWindow& window, const Clock& clock, QWidget* parent = nullptr);

    // Narrows the lanes, by the words of matchesFilter().
    void setFilter(const QString& text);
    void setCurrentSpace(SpaceId id);
    SpaceId currentSpace() const;

    TimeRange range() const override;
    QList<SpaceId> spacesOnScreen() const override;
    QString rangeTitle() const override;
    QDate datePaged(int pages) const override;
    int reservationCount() const override;

Q_SIGNALS:
    // A lane's name was clicked.
    void spaceWanted(reserve::SpaceId id);

protected:
    int laneCount() const override { return int(m_rows.size()); }
    LaneKey laneKey(int lane) const override { return {date(), m_rows.at(lane).space}; }
    int laneOf(const LaneKey& key) const override;
    QString laneName(int lane) const override;
    int laneStart(int lane) const override { return m_rows.at(lane).top; }
    int laneWidth(int lane) const override;
    QRect body() const override;
    const WallAxis& axis() const override { return m_axis; }
    double pixelsPerMinute() const override;
    int minimumBlockLength() const override;
    int readableAcross() const override;
    int stackAcross() const override;
    QList<const Reservation*> laneReservations(const LaneKey& key) const override;
    QRect blockInset(const QRect& rect) const override;
    ReservationBlock blockFor(const Reservation& reservation, const LaneBlock& place) const override;
    QRect crowdChipRect(int lane, const LaneCrowd& crowd, QSize chip) const override;
    int firstOpenMinute() const override;
    void pageLanes(int by) override;

    void dateMoved() override;
    void rowsMoved(const QList<ReservationId>& ids, const QSet<SpaceId>& spaces) override;
    void groundMoved() override;
    void nowMoved() override;
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;

private:
    struct LanePlace
    {
        SpaceId space;
        int top = 0;
    };
    struct Group
    {
        QString building;
        int top = 0;
    };

    void rebuild();
    int laneHeight() const;
    int sideWidth() const;
    QRect sideRect(int top, int height) const;
    // Spaces in use in each half hour of the day; counted when first asked for after a change.
    const QList<int>& inUse() const;

    void paintHead(QPainter* painter);
    void paintGroups(QPainter* painter);
    void paintSide(QPainter* painter);
    void paintSideLane(QPainter* painter, int lane);
    void paintInUse(QPainter* painter);
    void paintInUseBar(QPainter* painter, int slot, int most);
    void paintNow(QPainter* painter);
    int nowAlong() const;

    QString m_filter;
    QList<LanePlace> m_rows;
    QList<Group> m_groups;
    QHash<SpaceId, int> m_laneOfSpace;
    WallAxis m_axis;
    mutable QList<int> m_inUse;
};

} // namespace reserve
