// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#pragma once

#include "ui/common/paintedwidget.h"

#include <QList>
#include <QVariantAnimation>

#include <chrono>
#include <optional>

namespace reserve {

struct WayStation
{
    enum class State { NotYet, Working, Waiting, Done, Differs, Failed };

    QString name = {};
    State state = State::NotYet;
    QString time = {};                                      // as it is shown
    QString detail = {};                                    // in the vertical form; wraps
    QString wait = {};                                      // named on the line after it: "asked to wait 30 s"
    std::optional<std::chrono::milliseconds> duration = {}; // a bar, logarithmic, in the vertical form
    QString shortName = {};                                 // in the small form, where the name is too long for it
};

// The way of one request through its nine stations; the program's signature. The same drawing small (popup), large
// (Meeting Test) and upright with times (trace). Each station is an accessible item.
class WayLine final : public PaintedWidget
{
    Q_OBJECT
public:
    enum class Shape { Small, Large, Vertical };

    explicit WayLine(Shape shape, QWidget* parent = nullptr);

    // Sent, Session, Durable, Understood, Matched, Decided, Queued, Told to Exchange, Requester informed.
    static QStringList stationNames();
    static QString stateWord(WayStation::State state);

    void setStations(const QList<WayStation>& stations);
    const QList<WayStation>& stations() const { return m_stations; }

    int itemCount() const override { return int(m_stations.size()); }
    Item item(int index) const override;
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;
    bool hasHeightForWidth() const override;
    int heightForWidth(int width) const override;

Q_SIGNALS:
    void stationActivated(int index);

protected:
    void itemActivated(int index) override;
    void paintEvent(QPaintEvent* event) override;
    void showEvent(QShowEvent* event) override;
    void hideEvent(QHideEvent* event) override;

private:
    QPointF center(int index) const;
    int rowHeight(int index, int width) const;
    int timeWidth(const WayStation& station) const;
    void paintLinks(QPainter* painter) const;
    void paintHorizontalTexts(QPainter* painter, int index) const;
    void paintVerticalTexts(QPainter* painter, int index) const;
    bool showsName(int index) const;
    void updateAnimation();

    Shape m_shape;
    QList<WayStation> m_stations;
    QVariantAnimation m_turn;
};

} // namespace reserve
