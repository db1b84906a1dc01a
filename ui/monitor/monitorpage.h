// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#pragma once

#include "models/entities/ids.h"
#include "ui/common/page.h"
#include "ui/common/prompt.h"

#include <memory>

QT_BEGIN_NAMESPACE
class QPushButton;
class QSplitter;
class QStackedWidget;
class QTabBar;
QT_END_NAMESPACE

namespace reserve {

class AnswerBars;
class EmptyState;
class FeedScroll;
class Label;
class MinuteBars;
class MonitorFigures;
class ApprovalModel;
class ApprovalPane;
class OutboxModel;
class OutboxPane;
class SearchField;
class SessionModel;
class SessionPane;
class ShellStatusWatcher;
class Store;
class TableView;
class TraceModel;
class TracePane;
class WaitingSteps;
class WaitLines;
struct Reason;

// The page Monitor: what arrives, what becomes of it, what must still be told. Live: a request stands in the list
// within a second, without a click. Store and status outlive the page.
class MonitorPage final : public Page
{
    Q_OBJECT

public:
    enum Tab { MessagesTab, ApprovalsTab, SessionsTab, OutboxTab };

    MonitorPage(Store& store, ShellStatusWatcher& status, QWidget* parent = nullptr,
                std::unique_ptr<Prompt> prompt = nullptr);
    ~MonitorPage() override;

    void activate() override;
    QList<QWidget*> regions() const override;
    bool escape() override;
    QWidget* filterField() const override;

    TraceModel* messages() const { return m_messages; }
    TracePane* tracePane() const { return m_tracePane; }

public Q_SLOTS:
    void showTrace(reserve::TraceId id);
    void showTab(reserve::MonitorPage::Tab tab);

Q_SIGNALS:
    void showReservationRequested(reserve::ReservationId id);
    // Outgoing mail and the agent are set up on the page Exchange Admin.
    void exchangeAdminRequested();

protected:
    void resizeEvent(QResizeEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void buildHead();
    void buildCards();
    void buildTabs();
    void buildPanes();
    void connectModels();
    void setPaused(bool paused);
    void setFollowing(bool following);
    void updateFollow();
    void sortByChosenColumn();
    void search(const QString& text);
    void updateCounts();
    void updateBanner();
    void updateEmpty();
    void sayWhatArrives(const QString& missing);
    void updateFigures();
    void choose();
    void selectWanted();
    void fold();
    void copy();
    void exportMessages();
    void saveOneMessage(InboxId id);
    void tellFailure(const Reason& reason);

    Store& m_store;
    std::unique_ptr<Prompt> m_prompt;
    TraceModel* m_messages;
    ApprovalModel* m_approvals;
    SessionModel* m_sessions;
    OutboxModel* m_outbox;
    MonitorFigures* m_figures;
    ShellStatusWatcher& m_status;

    QPushButton* m_follow;
    QPushButton* m_pause;
    SearchField* m_search;
    MinuteBars* m_minutes;
    WaitLines* m_waits;
    WaitingSteps* m_waiting;
    AnswerBars* m_answers;
    QTabBar* m_tabs;
    Label* m_shown;
    QSplitter* m_splitter;
    QStackedWidget* m_lists;
    QStackedWidget* m_panes;
    QPushButton* m_back; // where the pane lies over the list
    TableView* m_messageTable;
    TableView* m_approvalTable;
    TableView* m_sessionTable;
    TableView* m_outboxTable;
    QList<FeedScroll*> m_scrolls;
    EmptyState* m_empty;
    TracePane* m_tracePane;
    ApprovalPane* m_approvalPane;
    SessionPane* m_sessionPane;
    OutboxPane* m_outboxPane;
    QString m_failure;
    TraceId m_wanted; // to be chosen in the list as soon as it is there
    bool m_folded = false;
    bool m_paneOpen = false; // only while folded
};

} // namespace reserve
