// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#include "ui/monitor/monitorpage.h"

#include "models/exporting/tracesjson.h"
#include "models/items/approvalmodel.h"
#include "models/items/monitorfigures.h"
#include "models/items/outboxmodel.h"
#include "models/items/sessionmodel.h"
#include "models/items/shellstatuswatcher.h"
#include "models/items/tracemodel.h"
#include "models/store/mostsorted.h"
#include "models/wording/wording.h"
#include "ui/common/banner.h"
#include "ui/common/card.h"
#include "ui/common/emptystate.h"
#include "ui/common/label.h"
#include "ui/common/pagehead.h"
#include "ui/common/searchfield.h"
#include "ui/common/tableview.h"
#include "ui/monitor/approvalpane.h"
#include "ui/monitor/feedscroll.h"
#include "ui/monitor/figurecard.h"
#include "ui/monitor/messageexport.h"
#include "ui/monitor/monitortables.h"
#include "ui/monitor/outboxpane.h"
#include "ui/monitor/sessionpane.h"
#include "ui/monitor/tracepane.h"
#include "ui/theme/consolestyle.h"
#include "ui/theme/icons.h"
#include "ui/theme/metrics.h"

#include <QAction>
#include <QApplication>
#include <QClipboard>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QJsonDocument>
#include <QKeyEvent>
#include <QLocale>
#include <QPushButton>
#include <QSplitter>
#include <QStackedWidget>
#include <QTabBar>
#include <QVBoxLayout>

namespace reserve {

MonitorPage::MonitorPage(Store& store, ShellStatusWatcher& status, QWidget* parent, std::unique_ptr<Prompt> prompt)
    : Page(tr("Monitor"), parent)
    , m_store(store)
    , m_prompt(prompt ? std::move(prompt) : std::make_unique<DialogPrompt>())
    , m_messages(new TraceModel(store, this))
    , m_approvals(new ApprovalModel(store, this))
    , m_sessions(new SessionModel(store, this))
    , m_outbox(new OutboxModel(store, this))
    , m_figures(new MonitorFigures(store, this))
    , m_status(status)
{
    buildHead();
    buildCards();
    buildTabs();
    buildPanes();
    connectModels();
    auto* sortAction = new QAction(tr("Sort the list by the chosen column"), this);
    sortAction->setShortcut(QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_S));
    sortAction->setShortcutContext(Qt::WidgetWithChildrenShortcut);
    connect(sortAction, &QAction::triggered, this, &MonitorPage::sortByChosenColumn);
    addAction(sortAction);
    updateCounts();
    updateBanner();
    updateEmpty();
}

MonitorPage::~MonitorPage() = default;

void MonitorPage::buildHead()
{
    m_follow = new QPushButton(icon(Icon::ActFollow), tr("Follow"));
    m_follow->setCheckable(true);
    m_follow->setChecked(true);
    m_follow->setToolTip(tr("Stay at the newest message (F)"));
    m_pause = new QPushButton(icon(Icon::ActPause), tr("Pause"));
    m_pause->setCheckable(true);
    m_pause->setToolTip(tr("Hold the lists still; nothing is lost (P)"));
    m_search = new SearchField(tr("From, space or subject"));
    m_search->setKeyHint(QStringLiteral("/"));
    m_search->setAccessibleName(tr("Search messages"));
    head()->addControl(m_follow);
    head()->addControl(m_pause);
    head()->addControl(m_search, 1);
    auto* copyButton = new QPushButton(icon(Icon::ActCopy), tr("Copy"));
    copyButton->setToolTip(tr("Copies the chosen message as JSON"));
    auto* exportButton = new QPushButton(icon(Icon::ActExport), tr("Export"));
    exportButton->setToolTip(tr("Writes the messages of this filter to a JSON file"));
    head()->addAction(copyButton);
    head()->addAction(exportButton);
    connect(m_follow, &QPushButton::toggled, this, &MonitorPage::setFollowing);
    connect(m_pause, &QPushButton::toggled, this, &MonitorPage::setPaused);
    connect(m_search, &SearchField::searchChanged, this, &MonitorPage::search);
    connect(copyButton, &QPushButton::clicked, this, &MonitorPage::copy);
    connect(exportButton, &QPushButton::clicked, this, &MonitorPage::exportMessages);
}

void MonitorPage::buildCards()
{
    auto* cards = new QWidget;
    auto* layout = new QHBoxLayout(cards);
    layout->setContentsMargins(u(5), u(2), u(5), u(2));
    layout->setSpacing(u(3));
    m_minutes = new MinuteBars;
    m_waits = new WaitLines;
    m_waiting = new WaitingSteps;
    m_answers = new AnswerBars;
    const QList<QWidget*> all{m_minutes, m_waits, m_waiting, m_answers};
    for (QWidget* card : all)
        layout->addWidget(card, 1);
    cards->setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    body()->addWidget(cards);
    connect(m_figures, &MonitorFigures::changed, this, &MonitorPage::updateFigures);
}

void MonitorPage::buildTabs()
{
    auto* row = new Surface(Surface::Ground::Window);
    row->setHairlines(Qt::BottomEdge);
    auto* layout = new QHBoxLayout(row);
    layout->setContentsMargins(u(5), 0, u(5), 0);
    m_tabs = new QTabBar;
    m_tabs->setAccessibleName(tr("Lists"));
    for (int i = 0; i < 4; ++i)
        m_tabs->addTab(QString());
    m_shown = new Label({}, Type::Caption, Ink::Hint);
    layout->addWidget(m_tabs);
    layout->addStretch(1);
    layout->addWidget(m_shown);
    body()->addWidget(row);
    connect(m_tabs, &QTabBar::currentChanged, this, [this](int tab) {
        m_lists->setCurrentIndex(tab);
        m_panes->setCurrentIndex(tab);
        m_paneOpen = false;
        fold();
        updateCounts();
        updateEmpty();
        updateFollow();
    });
}

void MonitorPage::buildPanes()
{
    m_messageTable = makeMessageTable(m_messages, this);
    m_approvalTable = makeApprovalTable(m_approvals, this);
    m_sessionTable = makeSessionTable(m_sessions, this);
    m_outboxTable = makeOutboxTable(m_outbox, this);
    m_empty = new EmptyState(EmptyState::Drawing::Messages);
    m_lists = new QStackedWidget;
    for (TableView* table : {m_messageTable, m_approvalTable, m_sessionTable, m_outboxTable}) {
        m_lists->addWidget(table);
        auto* scroll = new FeedScroll(table);
        m_scrolls.append(scroll);
        connect(scroll, &FeedScroll::released, this, [this] { m_follow->setChecked(false); });
        connect(table->horizontalHeader(), &QHeaderView::sortIndicatorChanged, scroll,
                [this, scroll](int column, Qt::SortOrder order) {
                    scroll->startOver(column == 0 && order == Qt::DescendingOrder);
                    updateFollow();
                });
        table->installEventFilter(this);
        connect(table->selectionModel(), &QItemSelectionModel::currentRowChanged, this,
                [this, table](const QModelIndex& current) {
                    // A list that gets the focus has a current row; what the pane shows is also chosen.
                    if (current.isValid() && !table->selectionModel()->isRowSelected(current.row()))
                        table->selectionModel()->select(
                            current, QItemSelectionModel::ClearAndSelect | QItemSelectionModel::Rows);
                    choose();
                });
        connect(table, &QTableView::activated, this, [this] {
            m_paneOpen = true;
            fold();
            if (m_folded)
                m_back->setFocus(Qt::OtherFocusReason);
        });
    }
    m_lists->addWidget(m_empty);
    m_tracePane = new TracePane(m_store);
    m_approvalPane = new ApprovalPane(m_store);
    m_sessionPane = new SessionPane(m_store);
    m_outboxPane = new OutboxPane(m_store);
    m_panes = new QStackedWidget;
    const QList<QWidget*> panes{m_tracePane, m_approvalPane, m_sessionPane, m_outboxPane};
    for (QWidget* pane : panes)
        m_panes->addWidget(pane);
    auto* side = new Surface(Surface::Ground::Surface);
    side->setHairlines(Qt::LeftEdge);
    m_back = new QPushButton(icon(Icon::NavPrevious), tr("Back to the list"));
    setLook(m_back, Look::Quiet);
    auto* sideLayout = new QVBoxLayout(side);
    sideLayout->setContentsMargins(1, 0, 0, 0);
    sideLayout->setSpacing(0);
    auto* backRow = new QVBoxLayout; // the ring of the focus is as wide as this
    backRow->setContentsMargins(u(1), u(1), 0, 0);
    backRow->addWidget(m_back, 0, Qt::AlignLeading);
    sideLayout->addLayout(backRow);
    sideLayout->addWidget(m_panes, 1);
    m_splitter = new QSplitter(Qt::Horizontal);
    m_splitter->setChildrenCollapsible(false);
    m_splitter->addWidget(m_lists);
    m_splitter->addWidget(side);
    m_splitter->setStretchFactor(0, 1);
    m_splitter->setSizes({px(840), px(404)});
    body()->addWidget(m_splitter, 1);
    connect(m_back, &QPushButton::clicked, this, [this] {
        m_paneOpen = false;
        fold();
        m_lists->currentWidget()->setFocus();
    });
    fold();
}

void MonitorPage::connectModels()
{
    for (IdTableModel* model : {static_cast<IdTableModel*>(m_messages), static_cast<IdTableModel*>(m_approvals),
                                static_cast<IdTableModel*>(m_sessions), static_cast<IdTableModel*>(m_outbox)}) {
        connect(model, &IdTableModel::totalChanged, this, &MonitorPage::updateCounts);
        connect(model, &IdTableModel::heldBackChanged, this, &MonitorPage::updateBanner);
        connect(model, &IdTableModel::failed, this, &MonitorPage::tellFailure);
        connect(model, &IdTableModel::loaded, this, [this] {
            m_failure.clear();
            updateCounts();
            updateBanner();
            updateEmpty();
            selectWanted();
        });
        connect(model, &QAbstractItemModel::rowsInserted, this, &MonitorPage::updateEmpty);
        connect(model, &QAbstractItemModel::dataChanged, this,
                [this](const QModelIndex& first, const QModelIndex& last) {
                    const bool isApproval = m_tabs->currentIndex() == ApprovalsTab;
                    const int row = (isApproval ? m_approvalTable : m_outboxTable)->currentIndex().row();
                    if ((isApproval || m_tabs->currentIndex() == OutboxTab) && first.row() <= row && row <= last.row())
                        choose();
                });
    }
    connect(&m_status, &ShellStatusWatcher::changed, this, [this] {
        updateBanner();
        updateEmpty();
        updateFigures();
    });
    connect(m_tracePane, &TracePane::showReservationRequested, this, &MonitorPage::showReservationRequested);
    connect(m_tracePane, &TracePane::showTraceRequested, this, &MonitorPage::showTrace);
    connect(m_tracePane, &TracePane::saveRequested, this, &MonitorPage::saveOneMessage);
    connect(m_tracePane, &TracePane::done, this, &Page::done);
    connect(m_tracePane, &TracePane::failed, this, &MonitorPage::tellFailure);
    connect(m_approvalPane, &ApprovalPane::done, this, &Page::done);
    connect(m_approvalPane, &ApprovalPane::failed, this, &MonitorPage::tellFailure);
    connect(m_outboxPane, &OutboxPane::done, this, &Page::done);
    connect(m_outboxPane, &OutboxPane::failed, this, &MonitorPage::tellFailure);
    connect(banner(), &Banner::actionRequested, this, [this] {
        if (m_pause->isChecked())
            m_pause->setChecked(false);
        else
            Q_EMIT exchangeAdminRequested();
    });
    connect(m_empty, &EmptyState::primaryRequested, this, &MonitorPage::exchangeAdminRequested);
    connect(m_empty, &EmptyState::clearFilterRequested, m_search, &QLineEdit::clear);
}

void MonitorPage::activate()
{
    m_messageTable->setFocus();
    updateFigures();
}

QList<QWidget*> MonitorPage::regions() const
{
    return {head(), m_tabs, m_lists->currentWidget(), m_panes->currentWidget()};
}

bool MonitorPage::escape()
{
    if (m_tabs->currentIndex() == MessagesTab && m_tracePane->closeReplay())
        return true;
    if (m_folded && m_paneOpen) {
        m_back->click();
        return true;
    }
    if (m_search->text().isEmpty())
        return false;
    m_search->clear();
    return true;
}

QWidget* MonitorPage::filterField() const
{
    return m_search;
}

void MonitorPage::showTrace(TraceId id)
{
    showTab(MessagesTab);
    m_tracePane->setTrace(id);
    m_paneOpen = true;
    fold();
    m_wanted = id;
    selectWanted();
}

void MonitorPage::selectWanted()
{
    const int row = m_wanted ? m_messages->rowOf(m_wanted.value) : -1;
    if (row < 0)
        return;
    m_wanted = {};
    m_messageTable->selectRow(row);
    m_messageTable->scrollTo(m_messages->index(row, 0));
}

void MonitorPage::showTab(Tab tab)
{
    m_tabs->setCurrentIndex(tab);
}

void MonitorPage::setPaused(bool paused)
{
    m_messages->setPaused(paused);
    m_approvals->setPaused(paused);
    m_sessions->setPaused(paused);
    m_outbox->setPaused(paused);
    updateBanner();
}

void MonitorPage::setFollowing(bool following)
{
    for (FeedScroll* scroll : m_scrolls)
        scroll->setFollowing(following);
}

// Only what is newest first can be followed.
void MonitorPage::updateFollow()
{
    const auto* table = static_cast<QTableView*>(m_lists->widget(m_tabs->currentIndex()));
    const QHeaderView* header = table->horizontalHeader();
    const bool newestFirst = header->sortIndicatorSection() == 0 && header->sortIndicatorOrder() == Qt::DescendingOrder;
    m_follow->setEnabled(newestFirst);
    m_follow->setToolTip(newestFirst ? tr("Stay at the newest message (F)")
                                     : tr("Sort by the first column, newest first, to follow what arrives"));
    updateCounts();
}

// Another order is made of the newest rows alone (mostsorted.h); the list says so where it has more.
bool MonitorPage::isSortedInPart() const
{
    const auto* table = static_cast<QTableView*>(m_lists->widget(m_tabs->currentIndex()));
    const auto isMore = [table](const auto* model) { return table->model() == model && model->total() > mostSorted; };
    const bool many = isMore(m_messages) || isMore(m_approvals) || isMore(m_sessions) || isMore(m_outbox);
    return many && table->horizontalHeader()->sortIndicatorSection() != 0;
}

void MonitorPage::sortByChosenColumn()
{
    static_cast<TableView*>(m_lists->widget(m_tabs->currentIndex()))->sortByCurrentColumn();
}

void MonitorPage::search(const QString& text)
{
    TraceFilter filter = m_messages->filter();
    filter.text = text.trimmed();
    m_messages->setFilter(filter);
    if (!filter.text.isEmpty())
        showTab(MessagesTab);
}

void MonitorPage::updateCounts()
{
    const auto title = [this](Tab tab, const QString& name, int count) {
        const QString number = QLocale().toString(count);
        m_tabs->setTabText(tab, name + QLatin1Char('\t') + number); // the style sets what follows a tab apart
        m_tabs->setAccessibleTabName(tab, tr("%1, %2", "a list and how much is in it").arg(name, number));
    };
    title(MessagesTab, tr("Messages"), m_messages->total());
    title(ApprovalsTab, tr("Approvals"), m_approvals->total());
    title(SessionsTab, tr("Sessions"), m_sessions->total());
    title(OutboxTab, tr("Outbox"), m_status.figures().outbox.waiting);
    const QString live = m_pause->isChecked() ? tr("Paused.") : tr("Live.");
    const QString sorted
        = tr("Sorted: the newest %1, and all that waits. %2").arg(QLocale().toString(mostSorted), live);
    const QString shown = isSortedInPart() ? sorted : live;
    m_shown->setText(m_search->text().isEmpty() ? shown
                                                : tr("%n message(s) fit. %1", nullptr, m_messages->total()).arg(shown));
}

void MonitorPage::updateBanner()
{
    const StatusFigures& figures = m_status.figures();
    if (!m_failure.isEmpty()) {
        banner()->say(Meaning::Failed, m_failure);
    } else if (m_pause->isChecked()) {
        const int held = m_messages->heldBack();
        banner()->say(Meaning::Information,
                      held > 0 ? tr("Paused. %n message(s) came meanwhile.", nullptr, held)
                               : tr("Paused. Nothing came since."),
                      tr("Go on"));
    } else if (figures.outbox.waiting > 0 && !figures.hasOutgoingServer) {
        banner()->say(Meaning::Warning, tr("Answers wait: no outgoing mail server is set."),
                      tr("Set it in Exchange Admin"));
    } else {
        banner()->clear();
    }
    updateCounts();
}

void MonitorPage::updateEmpty()
{
    const int tab = m_tabs->currentIndex();
    const QList<const IdTableModel*> models{m_messages, m_approvals, m_sessions, m_outbox};
    const bool nothing = models.at(tab)->isLoaded() && models.at(tab)->rowCount() == 0;
    if (!nothing) {
        m_lists->setCurrentIndex(tab);
        return;
    }
    m_empty->setPrimary({}, Icon::PageExchange);
    if (tab == ApprovalsTab)
        m_empty->setTexts(tr("Nothing waits for an approval"),
                          tr("Reservations that a booking policy lets an approver decide stand here."));
    else if (tab == OutboxTab)
        m_empty->setTexts(tr("Nothing is to be told"),
                          tr("Answers and notices that Exchange or a person must still be told stand here."));
    else if (tab == SessionsTab || m_search->text().isEmpty())
        sayWhatArrives(tab == SessionsTab ? tr("Nobody has connected yet") : tr("No message has arrived yet"));
    else
        m_empty->setFilter(m_search->text());
    m_lists->setCurrentWidget(m_empty);
}

void MonitorPage::sayWhatArrives(const QString& missing)
{
    const bool listens = m_status.agentState() == AgentState::Listening;
    m_empty->setTexts(missing,
                      listens ? tr("The agent listens on %1. Exchange has sent nothing there so far.")
                                    .arg(m_status.figures().agent.address)
                              : tr("The agent does not listen, so Exchange can send nothing."));
    m_empty->setPrimary(tr("Look at the agent"), Icon::PageExchange);
}

void MonitorPage::updateFigures()
{
    m_minutes->setFigures(*m_figures);
    m_waits->setFigures(*m_figures);
    const Instant now = m_store.clock().now();
    m_waiting->setFigures(*m_figures, now, m_status.figures().nextTry(now));
    m_answers->setFigures(*m_figures);
}

void MonitorPage::choose()
{
    switch (m_tabs->currentIndex()) {
    case MessagesTab:
        m_wanted = {};
        if (const TraceId id = m_messages->traceAt(m_messageTable->currentIndex().row());
            id && id != m_tracePane->trace())
            m_tracePane->setTrace(id);
        break;
    case ApprovalsTab: {
        const Approval* approval = m_approvals->rowAt(m_approvalTable->currentIndex().row());
        m_approvalPane->setApproval(approval ? std::optional(*approval) : std::nullopt);
        break;
    }
    case SessionsTab:
        m_sessionPane->setSession(m_sessions->sessionAt(m_sessionTable->currentIndex().row()));
        break;
    case OutboxTab: {
        const OutboxEntry* entry = m_outbox->rowAt(m_outboxTable->currentIndex().row());
        m_outboxPane->setEntry(entry ? std::optional(*entry) : std::nullopt);
        break;
    }
    }
}

// Where both do not fit side by side, the pane lies over the list and Enter opens it.
void MonitorPage::fold()
{
    m_back->setVisible(m_folded);
    m_splitter->widget(0)->setVisible(!m_folded || !m_paneOpen);
    m_splitter->widget(1)->setVisible(!m_folded || m_paneOpen);
}

void MonitorPage::resizeEvent(QResizeEvent* event)
{
    Page::resizeEvent(event);
    m_folded = width() < px(design::detailsFoldUnder - design::railThin);
    fold();
}

bool MonitorPage::eventFilter(QObject* watched, QEvent* event)
{
    // Single letters act only while a list has the focus; the list itself would take them for a search.
    if (event->type() == QEvent::KeyPress && m_lists->isAncestorOf(qobject_cast<QWidget*>(watched))) {
        const auto* key = static_cast<QKeyEvent*>(event);
        if (key->modifiers() == Qt::NoModifier && (key->key() == Qt::Key_F || key->key() == Qt::Key_P)) {
            if (QPushButton* button = key->key() == Qt::Key_F ? m_follow : m_pause; button->isEnabled())
                button->toggle();
            return true;
        }
    }
    return Page::eventFilter(watched, event);
}

void MonitorPage::copy()
{
    const TraceDetail& detail = m_tracePane->detail();
    if (!detail.row.trace.id)
        return;
    const QJsonDocument json(toJsonObject(detail.row.trace, detail.row.spaceName));
    QApplication::clipboard()->setText(QString::fromUtf8(json.toJson()));
    Q_EMIT done(tr("The trace is copied."));
}

void MonitorPage::exportMessages()
{
    m_prompt->saveFile(this, {tr("Export messages"), tr("JSON files (*.json)"), QStringLiteral("messages.json")},
                       [this](const QString& path) {
                           if (path.isEmpty())
                               return;
                           writeMessages(
                               m_store, m_messages->filter(), path, this, [this, path](const Result<int>& written) {
                                   if (written)
                                       Q_EMIT done(tr("%n message(s) are written to %1.", nullptr, *written).arg(path));
                                   else
                                       tellFailure(written.error().reason());
                               });
                       });
}

void MonitorPage::saveOneMessage(InboxId id)
{
    const QString name = QStringLiteral("message-%1.eml").arg(id.value);
    m_prompt->saveFile(this, {tr("Save the message"), tr("Mail (*.eml)"), name}, [this, id](const QString& path) {
        if (path.isEmpty())
            return;
        saveMessage(m_store, id, path, this, [this, path](const Result<void>& written) {
            if (written)
                Q_EMIT done(tr("The message is written to %1.").arg(path));
            else
                tellFailure(written.error().reason());
        });
    });
}

void MonitorPage::tellFailure(const Reason& reason)
{
    m_failure = sentence(reason);
    updateBanner();
}

} // namespace reserve
