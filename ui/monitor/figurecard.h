// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#pragma once

#include "models/items/monitorfigures.h"
#include "ui/theme/meaning.h"

#include <QWidget>

#include <optional>

namespace reserve {

// One figure of the monitor: title, unit, the newest value large, a remark, and a small painted chart of how it came.
// The accessible name says all of it in words.
class FigureCard : public QWidget
{
    Q_OBJECT

public:
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    FigureCard(const QString& title, const QString& unit, QWidget* parent);

    void setFigure(const QString& figure, const QString& remark);
    void setUnit(const QString& unit);
    void setMeaning(std::optional<Meaning> meaning);

    virtual void paintChart(QPainter& painter, const QRectF& area) = 0;
    void paintEvent(QPaintEvent* event) override;

private:
    void paintHead(QPainter& painter, QRectF& rest);
    void paintLongTitle(QPainter& painter, QRectF& rest, double height);
    void paintFigure(QPainter& painter, QRectF& rest);

    QString m_title;
    QString m_unit;
    QString m_figure;
    QString m_remark;
    std::optional<Meaning> m_meaning;
};

// Messages a minute: bars of the last 60 minutes, stacked by answer.
class MinuteBars final : public FigureCard
{
    Q_OBJECT

public:
    explicit MinuteBars(QWidget* parent = nullptr);
    void setFigures(const MonitorFigures& figures);

protected:
    void paintChart(QPainter& painter, const QRectF& area) override;

private:
    QList<MinuteFigures> m_minutes;
};

// Request to decision: middle and slowest percent of each minute, and the bar of 20 ms to hold.
class WaitLines final : public FigureCard
{
    Q_OBJECT

public:
    explicit WaitLines(QWidget* parent = nullptr);
    void setFigures(const MonitorFigures& figures);

protected:
    void paintChart(QPainter& painter, const QRectF& area) override;

private:
    QList<MinuteFigures> m_minutes;
};

// What waits to be told: a step line of the last hour.
class WaitingSteps final : public FigureCard
{
    Q_OBJECT

public:
    explicit WaitingSteps(QWidget* parent = nullptr);
    // `nextTry`: unset where nothing is tried again by itself.
    void setFigures(const MonitorFigures& figures, Instant now, std::optional<Instant> nextTry);

protected:
    void paintChart(QPainter& painter, const QRectF& area) override;

private:
    QList<int> m_waiting;
};

// Today's answers, each with its state's icon, word, bar and number.
class AnswerBars final : public FigureCard
{
    Q_OBJECT

public:
    explicit AnswerBars(QWidget* parent = nullptr);
    void setFigures(const MonitorFigures& figures);

protected:
    void paintChart(QPainter& painter, const QRectF& area) override;

private:
    TraceCounts m_counts;
};

} // namespace reserve
