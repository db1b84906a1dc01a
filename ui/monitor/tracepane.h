// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#pragma once

#include "models/items/tracedetail.h"

#include <QTimer>
#include <QWidget>

QT_BEGIN_NAMESPACE
class QPlainTextEdit;
class QPushButton;
class QStackedWidget;
class QTabBar;
QT_END_NAMESPACE

namespace reserve {

class Label;
class PillRow;
class StepList;
class WayLine;

// One message and recipient: its way, every step in a sentence, the mail as it came (text as text, never markup), and
// what can be done about it. Follows the store while it is shown.
class TracePane final : public QWidget
{
    Q_OBJECT

public:
    explicit TracePane(Store& store, QWidget* parent = nullptr);

    void setTrace(TraceId id);
    TraceId trace() const { return m_id; }
    const TraceDetail& detail() const { return m_detail; }
    QPushButton* spellingButton() const { return m_useSpelling; }
    QPushButton* releaseButton() const { return m_release; }

Q_SIGNALS:
    void showReservationRequested(reserve::ReservationId id);
    // What was just done, for a toast.
    void done(const QString& sentence);
    void failed(const reserve::Reason& reason);

private:
    enum Tab { WayTab, RawTab, HeadersTab };

    QWidget* makeWay();
    QWidget* makeFoot();
    void read();
    void show(const TraceDetail& detail);
    void showWay(const TraceDetail& detail);
    void readRaw();
    void useExchangeSpelling();
    void release();
    void putAside();
    void retry();
    void copy();

    Store& m_store;
    TraceId m_id;
    TraceDetail m_detail;
    quint64 m_generation = 0;
    InboxId m_rawOf;
    QTimer m_readSoon;

    Label* m_title;
    Label* m_route;
    PillRow* m_pills;
    QTabBar* m_tabs;
    QStackedWidget* m_pages;
    WayLine* m_way;
    StepList* m_steps;
    QPlainTextEdit* m_raw;
    QPlainTextEdit* m_headers;
    QPushButton* m_useSpelling;
    QPushButton* m_release;
    QPushButton* m_putAside;
    QPushButton* m_retry;
    QPushButton* m_calendar;
    QPushButton* m_copy;
};

} // namespace reserve
