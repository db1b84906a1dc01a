// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#include "ui/monitor/tracepane.h"

#include "models/exporting/tracesjson.h"
#include "models/items/actor.h"
#include "models/items/itemtexts.h"
#include "models/items/whenanswered.h"
#include "models/itip/itipreader.h"
#include "models/reserving/meetingintake.h"
#include "models/store/changefeed.h"
#include "models/wording/wording.h"
#include "ui/common/actionrow.h"
#include "ui/common/card.h"
#include "ui/common/label.h"
#include "ui/common/pillrow.h"
#include "ui/common/scrollcolumn.h"
#include "ui/common/wayline.h"
#include "ui/monitor/messageviews.h"
#include "ui/monitor/monitorcommands.h"
#include "ui/monitor/replaypanel.h"
#include "ui/monitor/steplist.h"
#include "ui/monitor/tracemeaning.h"
#include "ui/theme/consolestyle.h"
#include "ui/theme/icons.h"
#include "ui/theme/metrics.h"

#include <QApplication>
#include <QClipboard>
#include <QHash>
#include <QHBoxLayout>
#include <QJsonDocument>
#include <QPushButton>
#include <QStackedWidget>
#include <QTabBar>
#include <QVBoxLayout>

#include <chrono>

namespace reserve {

namespace {

using namespace std::chrono_literals;

WayStation::State lineState(TraceStation::State state)
{
    switch (state) {
    case TraceStation::State::NotYet:
        return WayStation::State::NotYet;
    case TraceStation::State::Working:
        return WayStation::State::Working;
    case TraceStation::State::Waiting:
        return WayStation::State::Waiting;
    case TraceStation::State::Done:
        return WayStation::State::Done;
    case TraceStation::State::Differs:
        return WayStation::State::Differs;
    case TraceStation::State::Failed:
        return WayStation::State::Failed;
    }
    Q_UNREACHABLE();
}

QPushButton* makeButton(const QString& text, Icon which, Look look)
{
    auto* button = new QPushButton(icon(which, look == Look::Primary ? Tint::OnAccent : Tint::Normal), text);
    setLook(button, look);
    return button;
}

} // namespace

TracePane::TracePane(Store& store, QWidget* parent)
    : QWidget(parent)
    , m_store(store)
    , m_title(new Label({}, Type::Section))
    , m_route(new Label({}, Type::Caption, Ink::Secondary))
    , m_pills(new PillRow)
    , m_tabs(new QTabBar)
    , m_sides(new QStackedWidget)
    , m_pages(new QStackedWidget)
{
    const auto reader = std::make_shared<const ItipReader>();
    m_views = new MessageViews(store, reader);
    m_replayPanel = new ReplayPanel(store, reader);
    m_title->setWordWrap(true);
    m_route->setTextInteractionFlags(Qt::TextSelectableByMouse);
    buildTabs();
    m_sides->addWidget(makeMessage());
    m_sides->addWidget(m_replayPanel);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_sides);

    m_readSoon.setSingleShot(true);
    m_readSoon.setInterval(100ms);
    connect(&m_readSoon, &QTimer::timeout, this, &TracePane::read);
    connect(m_views, &MessageViews::saveRequested, this, &TracePane::saveRequested);
    connect(m_replayPanel, &ReplayPanel::done, this, &TracePane::done);
    connect(m_replayPanel, &ReplayPanel::failed, this, &TracePane::failed);
    connect(m_replayPanel, &ReplayPanel::closed, this, &TracePane::closeReplay);
    connect(
        &store.changes(), &ChangeFeed::changed, this,
        [this](const QList<Change>& changes) {
            const bool concerns = std::any_of(changes.begin(), changes.end(), [this](const Change& change) {
                return (change.subject == ChangeSubject::Traces && (change.id == 0 || change.id == m_id.value))
                    || change.subject == ChangeSubject::Reservations || change.subject == ChangeSubject::Spaces;
            });
            if (concerns && m_id && !m_readSoon.isActive())
                m_readSoon.start();
        },
        Qt::QueuedConnection);
    setTrace({});
}

void TracePane::buildTabs()
{
    m_tabs->addTab(tr("Trace"));
    m_tabs->addTab(tr("Says"));
    m_tabs->addTab(tr("Parts"));
    m_tabs->addTab(tr("Headers"));
    m_tabs->addTab(tr("Raw"));
    m_tabs->setTabToolTip(SaysTab, tr("What the message says, in plain words"));
    m_tabs->setAccessibleTabName(SaysTab, tr("What it says"));
    m_tabs->setExpanding(false);
    m_tabs->setAccessibleName(tr("Views of the message"));
    connect(m_tabs, &QTabBar::currentChanged, this, [this](int tab) {
        static const QHash<int, MessageViews::View> views{{SaysTab, MessageViews::Says},
                                                          {PartsTab, MessageViews::Parts},
                                                          {HeadersTab, MessageViews::Headers},
                                                          {RawTab, MessageViews::Raw}};
        if (views.contains(tab))
            m_views->showView(views.value(tab));
        m_pages->setCurrentIndex(tab == WayTab ? WayPage : ViewsPage);
    });
}

QWidget* TracePane::makeMessage()
{
    m_pages->addWidget(makeWay());
    m_pages->addWidget(m_views);
    auto* head = new QVBoxLayout;
    head->setContentsMargins(u(4), u(3), u(4), u(1));
    head->setSpacing(u(1));
    for (QWidget* part :
         {static_cast<QWidget*>(m_title), static_cast<QWidget*>(m_route), static_cast<QWidget*>(m_pills)})
        head->addWidget(part);
    m_other = makeButton({}, Icon::ActHistory, Look::Quiet);
    head->addWidget(m_other, 0, Qt::AlignLeading);
    auto* message = new QWidget;
    auto* layout = new QVBoxLayout(message);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addLayout(head);
    layout->addWidget(m_tabs);
    layout->addWidget(m_pages, 1);
    m_foot = makeFoot();
    layout->addWidget(m_foot);
    layout->addStretch(); // keeps the head at the top where there is nothing below it
    return message;
}

QWidget* TracePane::makeWay()
{
    auto* content = new Surface(Surface::Ground::Surface);
    m_way = new WayLine(WayLine::Shape::Vertical);
    m_way->setAccessibleName(tr("The way of the request"));
    m_steps = new StepList;
    auto* layout = new QVBoxLayout(content);
    layout->setContentsMargins(u(4), u(3), u(4), u(3));
    layout->setSpacing(u(2));
    layout->addWidget(m_way);
    layout->addWidget(new Label(tr("Every step"), Type::CaptionStrong, Ink::Secondary));
    layout->addWidget(m_steps);
    layout->addStretch(1);
    return new ScrollColumn(content);
}

QWidget* TracePane::makeFoot()
{
    m_useSpelling = makeButton(tr("Use Exchange's spelling"), Icon::StateCase, Look::Primary);
    m_release = makeButton(tr("Release"), Icon::ActRun, Look::Primary);
    m_putAside = makeButton(tr("Put aside"), Icon::ActClose, Look::Plain);
    m_putAside->setToolTip(tr("Ends this message: nothing is booked and nobody is answered"));
    m_retry = makeButton(tr("Try now"), Icon::ActRetry, Look::Primary);
    m_retry->setToolTip(tr("Everything that waits to be told is tried at once"));
    m_calendar = makeButton(tr("Show in calendar"), Icon::PageCalendar, Look::Plain);
    m_replay = makeButton(tr("Replay"), Icon::ActHistory, Look::Plain);
    m_replay->setToolTip(tr("Shows what would be decided if this message arrived now, before anything is done"));
    m_copy = makeButton({}, Icon::ActCopy, Look::Plain);
    m_copy->setToolTip(tr("Copies the trace as JSON"));
    m_copy->setAccessibleName(tr("Copy"));
    auto* foot = new Surface(Surface::Ground::Alt);
    foot->setHairlines(Qt::TopEdge);
    auto* layout = new QHBoxLayout(foot);
    layout->setContentsMargins(u(3), u(2), u(3), u(2));
    auto* row = new ActionRow;
    for (QPushButton* button : {m_useSpelling, m_release, m_putAside, m_retry, m_calendar, m_replay}) {
        button->hide();
        row->addButton(button);
    }
    row->addAtEnd(m_copy);
    layout->addWidget(row);
    connectFoot();
    return foot;
}

void TracePane::connectFoot()
{
    connect(m_useSpelling, &QPushButton::clicked, this, &TracePane::useExchangeSpelling);
    connect(m_release, &QPushButton::clicked, this, &TracePane::release);
    connect(m_putAside, &QPushButton::clicked, this, &TracePane::putAside);
    connect(m_retry, &QPushButton::clicked, this, &TracePane::retry);
    connect(m_copy, &QPushButton::clicked, this, &TracePane::copy);
    connect(m_replay, &QPushButton::clicked, this, &TracePane::openReplay);
    connect(m_calendar, &QPushButton::clicked, this,
            [this] { Q_EMIT showReservationRequested(m_detail.row.trace.reservationId); });
    connect(m_other, &QPushButton::clicked, this, [this] {
        const Trace& trace = m_detail.row.trace;
        const TraceId replay = replayOf(trace);
        Q_EMIT showTraceRequested(replay ? replay : earlierOf(trace));
    });
}

void TracePane::setTrace(TraceId id)
{
    m_id = id;
    ++m_generation;
    m_sides->setCurrentIndex(0);
    if (id)
        read();
    else
        show({});
}

void TracePane::read()
{
    const quint64 generation = ++m_generation;
    const auto detail = m_store.read([id = m_id](const ReadUnit& unit) { return readTraceDetail(unit, id); });
    whenAnswered(detail, this, [this, generation](const Result<TraceDetail>& answer) {
        if (generation != m_generation)
            return;
        if (answer)
            show(*answer);
        else
            Q_EMIT failed(answer.error().reason());
    });
}

void TracePane::show(const TraceDetail& detail)
{
    // What a private message says is shown to who asks for this one, not to who leafs through the list.
    if (detail.row.trace.isPrivate && detail.row.trace.id != m_detail.row.trace.id)
        m_tabs->setCurrentIndex(WayTab);
    m_detail = detail;
    const Trace& trace = detail.row.trace;
    const bool any = bool(trace.id);
    m_title->setText(any ? detail.row.subjectText() : tr("No message chosen"));
    const QString to = detail.row.spaceName.isEmpty() ? trace.recipient : detail.row.spaceName;
    m_route->setText(
        any ? tr("%1 to %2", "sender and recipient").arg(trace.requester.isEmpty() ? trace.sender : trace.requester, to)
            : tr("Choose a message in the list to see its way."));
    m_pills->setStates(any ? QList<StateCell>{answerCell(detail.row), exchangeCell(detail.row)} : QList<StateCell>{});
    m_tabs->setVisible(any);
    m_pages->setVisible(any);
    m_foot->setVisible(any);
    m_views->setTrace(trace);
    showActs(detail);
    showWay(detail);
}

void TracePane::showActs(const TraceDetail& detail)
{
    const Trace& trace = detail.row.trace;
    const bool any = bool(trace.id);
    m_useSpelling->setVisible(detail.row.differsOnlyInCase() && !detail.spaceMailbox.isEmpty());
    const bool held = any && trace.state == TraceState::Held;
    const bool forged = trace.reason.code.startsWith("match.");
    m_release->setVisible(held && !detail.row.differsOnlyInCase());
    m_release->setText(forged ? tr("Release") : tr("Decide again"));
    m_release->setToolTip(forged ? tr("Decides this message as if its sender were in order")
                                 : tr("Decides this message once more, with what is set up now"));
    m_putAside->setVisible(held);
    m_retry->setVisible(any && detail.row.exchange == ExchangeState::Queued);
    m_calendar->setVisible(bool(trace.reservationId));
    m_replay->setVisible(any && trace.state == TraceState::Done && trace.inboxId);
    const bool replayed = bool(replayOf(trace));
    m_other->setVisible(replayed || earlierOf(trace));
    m_other->setText(replayed ? tr("Show the replay") : tr("Show the first time"));
    m_copy->setVisible(any);
}

void TracePane::showWay(const TraceDetail& detail)
{
    if (!detail.row.trace.id) {
        m_way->setStations({});
        m_steps->setSteps({});
        return;
    }
    QList<WayStation> stations;
    Instant before;
    for (const TraceStation& station : wayOf(detail)) {
        WayStation line;
        line.name = word(station.station);
        line.state = lineState(station.state);
        line.detail = station.detail;
        if (station.at != Instant{}) {
            line.time = traceTime(station.at);
            if (before != Instant{})
                line.duration = station.at - before;
            before = station.at;
        }
        stations.append(line);
    }
    m_way->setStations(stations);
    m_steps->setSteps(detail.row.trace.steps);
}

void TracePane::openReplay()
{
    m_sides->setCurrentWidget(m_replayPanel);
    m_replayPanel->open(m_detail.row.trace);
}

bool TracePane::closeReplay()
{
    if (m_sides->currentWidget() != m_replayPanel)
        return false;
    m_sides->setCurrentIndex(0);
    m_replay->setFocus(Qt::OtherFocusReason);
    return true;
}

void TracePane::useExchangeSpelling()
{
    m_useSpelling->setEnabled(false);
    const Trace trace = m_detail.row.trace;
    const auto written = m_store.write(WritePriority::Normal,
                                       [trace](WriteUnit& unit) { return useSpellingOf(unit, trace, consoleActor()); });
    whenAnswered(written, this, [this, trace](const Result<void>& result) {
        m_useSpelling->setEnabled(true);
        if (result)
            Q_EMIT done(tr("%1 is the mailbox now. What was held is decided.").arg(trace.recipient));
        else
            Q_EMIT failed(result.error().reason());
    });
}

void TracePane::release()
{
    m_release->setEnabled(false);
    const auto written = m_store.write(WritePriority::Normal,
                                       [id = m_id](WriteUnit& unit) { return releaseHeld(unit, id, consoleActor()); });
    whenAnswered(written, this, [this](const Result<void>& result) {
        m_release->setEnabled(true);
        if (result)
            Q_EMIT done(tr("The message is decided again."));
        else
            Q_EMIT failed(result.error().reason());
    });
}

void TracePane::putAside()
{
    const auto written = m_store.write(
        WritePriority::Normal, [id = m_id](WriteUnit& unit) { return reserve::putAside(unit, id, consoleActor()); });
    whenAnswered(written, this, [this](const Result<void>& result) {
        if (result)
            Q_EMIT done(tr("The message is put aside."));
        else
            Q_EMIT failed(result.error().reason());
    });
}

void TracePane::retry()
{
    const auto written = m_store.write(WritePriority::Normal,
                                       [](WriteUnit& unit) { return retryOutbox(unit, std::nullopt, consoleActor()); });
    whenAnswered(written, this, [this](const Result<Reason>& result) {
        if (result)
            Q_EMIT done(tr("Everything that waits is tried now."));
        else
            Q_EMIT failed(result.error().reason());
    });
}

void TracePane::copy()
{
    const QJsonDocument json(toJsonObject(m_detail.row.trace, m_detail.row.spaceName));
    QApplication::clipboard()->setText(QString::fromUtf8(json.toJson()));
    Q_EMIT done(tr("The trace is copied."));
}

} // namespace reserve
