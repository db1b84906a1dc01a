// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#pragma once

#include "models/items/wallaxis.h"
#include "ui/calendar/calendarview.h"
#include "ui/calendar/lanelayout.h"

#include <QCache>
#include <QHash>
#include <QPixmap>

namespace reserve {

class EdgeScroll;

// Views of lanes beside one clock: days as columns with time running down (week), spaces as rows with time running
// along (timeline). A lane is a date of a space (or, without a space, of all that is shown); it is laid out when it is
// first needed and the part of it that is in sight is painted once into a picture of its own, so that scrolling paints
// pictures and no texts.
//
// Subclasses place the lanes and paint what stands around them. Places are computed left to right and mirrored last
// (visual()).
class LaneView : public CalendarView
{
    Q_OBJECT

public:
    static constexpr int slotMinutes = 30;

    LaneView(Qt::Orientation along, OccupancyWindow& window, const Clock& clock, QWidget* parent = nullptr);

    int rowCount() const override;
    int columnCount() const override;
    CalendarCell currentCell() const override;
    void setCurrentCell(CalendarCell cell) override;
    QList<CalendarCell> visibleCells() const override;
    QRect cellRect(CalendarCell cell) const override;
    QString cellName(CalendarCell cell) const override;
    QString rowName(int row) const override;
    QString columnName(int column) const override;
    std::optional<CalendarCell> cellAt(QPoint position) const override;
    QList<ReservationId> visibleReservations() const override;
    QRect reservationRect(ReservationId id) const override;
    std::optional<ReservationId> reservationAt(QPoint position) const override;
    QList<ReservationId> stackAt(QPoint position) const override;
    QList<KeptPlace> keptPlaces(const QRect& area) const override;
    CellTime cellTime(CalendarCell cell) const override;

    void setVerdict(const DragVerdict& verdict) override;
    void endDrag() override;
    bool isDragging() const override;

    // The largest number that a chip of this lane says; 1 where nothing is held twice.
    int mostAtOnce(int lane) const;

protected:
    struct LaneKey
    {
        QDate date;
        SpaceId space;
        friend bool operator==(const LaneKey&, const LaneKey&) = default;
        friend size_t qHash(const LaneKey& key, size_t seed = 0) { return qHashMulti(seed, key.date, key.space); }
    };
    struct Lane
    {
        LaneLayout layout;
        QList<KeptTime> kept; // as in the layout
        std::optional<int> bookedPercent;
    };

    virtual int laneCount() const = 0;
    virtual LaneKey laneKey(int lane) const = 0;
    virtual int laneOf(const LaneKey& key) const = 0; // -1: none
    virtual QString laneName(int lane) const = 0;
    // Across the lanes, in the content.
    virtual int laneStart(int lane) const = 0;
    virtual int laneWidth(int lane) const = 0;
    // What is left for the lanes, left to right.
    virtual QRect body() const = 0;
    virtual const WallAxis& axis() const = 0;
    virtual double pixelsPerMinute() const = 0;
    virtual int minimumBlockLength() const = 0;
    // Across the lane: what a refused request needs to be read beside another one, and what a stack of them takes.
    virtual int readableAcross() const = 0;
    virtual int stackAcross() const = 0;
    virtual QList<const Reservation*> laneReservations(const LaneKey& key) const = 0;
    virtual QRect blockInset(const QRect& rect) const = 0;
    virtual ReservationBlock blockFor(const Reservation& reservation, const LaneBlock& place) const;
    // Where the chip of a crowd stands, in lane coordinates.
    virtual QRect crowdChipRect(int lane, const LaneCrowd& crowd, QSize chip) const = 0;
    virtual bool takesCellsOf(const Reservation& reservation) const;

    Qt::Orientation along() const { return m_along; }
    bool isVertical() const { return m_along == Qt::Vertical; }
    int contentLength() const;
    int slotCount() const;
    int alongScroll() const;
    int acrossScroll() const;
    QRect visual(const QRect& rect) const;
    // A piece of a lane's content as a rectangle of the viewport, left to right.
    QRect laneRect(int lane, int along, int length, int across, int width) const;
    QRect laneRect(int lane) const;
    int firstVisibleLane() const;
    int lastVisibleLane() const;
    int currentLane() const { return m_currentLane; }
    void setCurrentLane(int lane);

    const Lane& lane(int index) const;
    void forgetLane(const LaneKey& key);
    void forgetLanes();
    void forgetPictures();

    void paintLanes(QPainter* painter);
    void paintFocus(QPainter* painter);
    void updateScrollRange();

    void rowsMoved(const QList<ReservationId>& ids, const QSet<SpaceId>& spaces) override;
    void ensureVisible(ReservationId id) override;
    void scrollToInstant(Instant instant) override;
    bool navigate(QKeyEvent* event) override;
    void changeEvent(QEvent* event) override;
    void scrollContentsBy(int dx, int dy) override;
    void hideEvent(QHideEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void mouseDoubleClickEvent(QMouseEvent* event) override;

    // The first open hour of what is shown, for the first scroll; in wall minutes.
    virtual int firstOpenMinute() const = 0;
    virtual void pageLanes(int by) = 0; // beyond the first or last lane

private:
    struct Found
    {
        int lane = -1;
        const LaneBlock* block = nullptr;
    };

    // A stretch of a lane, in pixels of its content.
    struct Stretch
    {
        int from = 0;
        int to = 0;

        bool covers(const Stretch& other) const { return from <= other.from && to >= other.to; }
        bool meets(int begin, int end) const { return begin < to && end > from; }
    };
    struct Picture
    {
        QPixmap pixmap;
        Stretch stretch;
    };

    // A lane and a minute of its axis.
    struct Place
    {
        int lane = 0;
        int minute = 0;
    };
    struct Hold
    {
        SlotDrag drag;
        DragVerdict verdict;
        QPoint pressed;
        QPoint pointer; // where it was last, within the lanes
        Instant grabbed;
        bool isMoving = false; // else only pressed
        bool byKey = false;
        bool isFine = false;    // to the fine grid
        bool isDropped = false; // and not settled yet
    };

    std::optional<Place> placeAt(QPoint position) const;
    Instant instantOf(const Place& place) const;
    bool takeHold(QPoint position);
    SlotDrag::What gripAt(ReservationId id, QPoint position) const;
    Instant snap(Instant instant, int lane, int grid, ReservationId except) const;
    void pullTo(QPoint position, bool fine);
    void follow(QPoint position, bool fine);
    void carry(const SlotDrag& drag);
    void drop();
    bool moveByKey(int key, bool resizes);
    bool stepAcross(SlotDrag& drag, int lanes) const;
    bool takeDragKey(QKeyEvent* event);
    void paintDrag(QPainter* painter);
    void paintGhost(QPainter* painter, const QRect& rect, bool withWords) const;

    QList<const KeptTime*> laneKeptTimes(const LaneKey& key) const;
    void paintKeptTimes(QPainter* painter, int lane, const QRect& rect, const Stretch& stretch) const;
    QRect blockRect(int lane, const LaneBlock& block) const;
    Found findBlock(ReservationId id) const;
    Stretch stretchInSight() const;
    const Picture& picture(int lane) const;
    void paintLane(QPainter* painter, int lane, const QRect& rect, const Stretch& stretch) const;
    void paintLaneGround(QPainter* painter, int lane, const QRect& rect) const;
    void paintClosedTimes(QPainter* painter, const LaneKey& key, const QRect& rect) const;
    void paintBreak(QPainter* painter, QDate date, const QRect& rect) const;
    void paintGridLines(QPainter* painter, int lane, const QRect& rect) const;
    void paintMargins(QPainter* painter, const LaneBlock& block, const QRect& rect) const;
    void paintStack(QPainter* painter, const LaneStack& stack, const QRect& rect) const;
    void paintCrowd(QPainter* painter, int lane, const LaneCrowd& crowd, const QRect& rect) const;
    QRect within(const QRect& lane, int from, int to) const;
    // A block, or a stack, in its lane.
    template<typename Placed>
    QRect pieceOf(const Placed& placed) const
    {
        return isVertical() ? QRect(placed.across, placed.along, placed.width, placed.length)
                            : QRect(placed.along, placed.across, placed.length, placed.width);
    }
    TimeRange slotTime(int lane, int slot) const;
    QString wallText(int position) const;
    QString slotState(int lane, const TimeRange& time) const;
    bool moveCell(int lanes, int slots);
    bool moveReservation(int key);
    void revealCell();
    CalendarCell cellOf(int lane, int slot) const;

    const Qt::Orientation m_along;
    int m_currentLane = 0;
    int m_currentSlot = 0;
    // What stands at the edge where the lanes begin, in minutes; none until the opening hours are known.
    std::optional<double> m_firstMinute;
    bool m_scrollingItself = false;
    std::optional<Hold> m_drag;
    EdgeScroll* const m_edgeScroll;
    mutable QHash<LaneKey, Lane> m_lanes;
    mutable QCache<LaneKey, Picture> m_pictures;
};

} // namespace reserve
