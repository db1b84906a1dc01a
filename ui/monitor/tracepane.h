// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#pragma once

#include "models/items/tracedetail.h"

#include <QTimer>
#include <QWidget>

QT_BEGIN_NAMESPACE
class QPushButton;
class QStackedWidget;
class QTabBar;
QT_END_NAMESPACE

namespace reserve {

class Label;
class MessageViews;
class PillRow;
class ReplayPanel;
class StepList;
class WayLine;

// One message and recipient: its way, every step in a sentence, the mail itself from four sides, and what can be done
// about it. Follows the store while it is shown.
class TracePane final : public QWidget
{
    Q_OBJECT

public:
    explicit TracePane(Store& store, QWidget* parent = nullptr);

    void setTrace(TraceId id);
    TraceId trace() const { return m_id; }
    // Back to the message; false when no replay was being looked at.
    bool closeReplay();
    const TraceDetail& detail() const { return m_detail; }
    QPushButton* spellingButton() const { return m_useSpelling; }
    QPushButton* releaseButton() const { return m_release; }

Q_SIGNALS:
    void showReservationRequested(reserve::ReservationId id);
    // A replay, or the message that it replays.
    void showTraceRequested(reserve::TraceId id);
    void saveRequested(reserve::InboxId id);
    // What was just done, for a toast.
    void done(const QString& sentence);
    void failed(const reserve::Reason& reason);

private:
    enum Tab { WayTab, SaysTab, PartsTab, HeadersTab, RawTab };
    enum Page { WayPage, ViewsPage };

    void buildTabs();
    QWidget* makeMessage();
    QWidget* makeWay();
    QWidget* makeFoot();
    void connectFoot();
    void read();
    void show(const TraceDetail& detail);
    void showActs(const TraceDetail& detail);
    void showWay(const TraceDetail& detail);
    void openReplay();
    void useExchangeSpelling();
    void release();
    void putAside();
    void retry();
    void copy();

    Store& m_store;
    TraceId m_id;
    TraceDetail m_detail;
    quint64 m_generation = 0;
    QTimer m_readSoon;

    Label* m_title;
    Label* m_route;
    PillRow* m_pills;
    QTabBar* m_tabs;
    QStackedWidget* m_sides; // the message, or what a replay of it would do
    ReplayPanel* m_replayPanel;
    QStackedWidget* m_pages;
    QWidget* m_foot = nullptr;
    MessageViews* m_views;
    WayLine* m_way;
    StepList* m_steps;
    QPushButton* m_useSpelling;
    QPushButton* m_release;
    QPushButton* m_putAside;
    QPushButton* m_retry;
    QPushButton* m_calendar;
    QPushButton* m_replay;
    QPushButton* m_other;
    QPushButton* m_copy;
};

} // namespace reserve
