// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#pragma once

#include "ui/calendar/laneview.h"

#include <QDate>
#include <QFont>
#include <QLocale>
#include <QTimeZone>

#include <optional>

namespace reserve {

// Days as columns: a day, a work week or a week of one space or of one person. Above them the days with what is booked
// of each and the strip of all-day reservations; beside them the clock of the home zone, and of the space where it has
// another one.
class WeekView final : public LaneView
{
    Q_OBJECT

public:
    enum class Span { Day, WorkWeek, Week };

    WeekView(OccupancyWindow& window, const Clock& clock, QWidget* parent = nullptr);

    void setSpan(Span span);
    void setSpace(SpaceId id);
    void setPerson(PersonId id);
    OccupancyScope scope() const;

    TimeRange range() const override;
    QList<SpaceId> spacesOnScreen() const override;
    QString rangeTitle() const override;
    QDate datePaged(int pages) const override;
    int reservationCount() const override;

    QList<ReservationId> visibleReservations() const override;
    QRect reservationRect(ReservationId id) const override;
    std::optional<ReservationId> reservationAt(QPoint position) const override;

protected:
    int laneCount() const override { return int(m_days.size()); }
    LaneKey laneKey(int lane) const override { return {m_days.at(lane), m_space}; }
    int laneOf(const LaneKey& key) const override;
    QString laneName(int lane) const override;
    int laneStart(int lane) const override;
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
    bool takesCellsOf(const Reservation& reservation) const override;
    int firstOpenMinute() const override;
    void pageLanes(int by) override;

    void dateMoved() override;
    void rowsMoved(const QList<ReservationId>& ids, const QSet<SpaceId>& spaces) override;
    void groundMoved() override;
    void nowMoved() override;
    bool navigate(QKeyEvent* event) override;
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    // What the width of the ruler comes from.
    struct RulerWords
    {
        QList<QTimeZone> zones;
        QList<QDate> days; // one of them may have an hour twice
        QString allDay;
        QFont font;
        QLocale locale;

        friend bool operator==(const RulerWords&, const RulerWords&) = default;
    };

    // An all-day reservation over some of the columns.
    struct StripBlock
    {
        ReservationId id;
        int firstLane = 0;
        int lastLane = 0;
        int row = 0;
    };

    void rebuild();
    void layOutStrip();
    QList<QDate> wantedDays() const;
    bool isClosedDay(QDate date) const;
    static QString allDayWords() { return tr("all day"); }
    int headHeight() const;
    QString againWords(const WallAxis::Label& label) const;
    bool isLeftOut(const WallAxis::Label& label) const;
    int rulerColumn() const;
    int measuredRuler() const;
    int rulerWidth() const;
    QList<QTimeZone> rulers() const;
    QRect stripRect(const StripBlock& block) const;
    const StripBlock* stripBlock(ReservationId id) const;

    void paintHead(QPainter* painter);
    void paintDayHead(QPainter* painter, int lane);
    void paintBooked(QPainter* painter, const QRect& head, std::optional<int> percent);
    void paintStrip(QPainter* painter);
    void paintCorner(QPainter* painter);
    void paintRuler(QPainter* painter);
    void paintRulerLabels(QPainter* painter, const QRect& column, const QTimeZone& zone, bool home);
    void paintNow(QPainter* painter);

    Span m_span = Span::Week;
    SpaceId m_space;
    std::optional<PersonId> m_person;
    QList<QDate> m_days;
    WallAxis m_axis;
    mutable RulerWords m_rulerWords;
    mutable int m_rulerColumn = 0; // of these words
    QList<StripBlock> m_strip;
    int m_stripRows = 1;
};

} // namespace reserve
