// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#include "ui/monitor/tracepane.h"

#include "models/exporting/tracesjson.h"
#include "models/items/actor.h"
#include "models/items/itemtexts.h"
#include "models/items/whenanswered.h"
#include "models/store/changefeed.h"
#include "models/wording/wording.h"
#include "ui/common/card.h"
#include "ui/common/label.h"
#include "ui/common/scrollcolumn.h"
#include "ui/common/wayline.h"
#include "ui/monitor/monitorcommands.h"
#include "ui/common/pillrow.h"
#include "ui/monitor/steplist.h"
#include "ui/monitor/tracemeaning.h"
#include "ui/theme/consolestyle.h"
#include "ui/theme/icons.h"
#include "ui/theme/metrics.h"

#include <QApplication>
#include <QClipboard>
#include <QHBoxLayout>
#include <QJsonDocument>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QStackedWidget>
#include <QTabBar>
#include <QVBoxLayout>

#include <chrono>

namespace reserve {

namespace {

using namespace std::chrono_literals;

// A mail of 36 MB is more than a text field shows in good time; the file itself is exported whole.
constexpr qsizetype mostShownBytes = 1024 * 1024;

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

QPlainTextEdit* makeTextView(const QString& name)
{
    auto* view = new QPlainTextEdit;
    view->setReadOnly(true);
    view->setFont(typeface(Type::Fixed));
    view->setLineWrapMode(QPlainTextEdit::NoWrap);
    view->setFrameShape(QFrame::NoFrame);
    view->setAccessibleName(name);
    view->setTabChangesFocus(true);
    return view;
}

QByteArray headersOf(const QByteArray& raw)
{
    const qsizetype end = raw.indexOf("\r\n\r\n");
    return end < 0 ? raw : raw.first(end);
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
    , m_pages(new QStackedWidget)
    , m_raw(makeTextView(tr("The message as it came")))
    , m_headers(makeTextView(tr("Headers of the message")))
{
    m_title->setWordWrap(true);
    m_route->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_tabs->addTab(tr("Trace"));
    m_tabs->addTab(tr("Raw"));
    m_tabs->addTab(tr("Headers"));
    m_tabs->setExpanding(false);
    m_tabs->setAccessibleName(tr("Views of the message"));
    m_pages->addWidget(makeWay());
    m_pages->addWidget(m_raw);
    m_pages->addWidget(m_headers);

    auto* head = new QVBoxLayout;
    head->setContentsMargins(u(4), u(3), u(4), u(1));
    head->setSpacing(u(1));
    for (QWidget* part : {static_cast<QWidget*>(m_title), static_cast<QWidget*>(m_route), static_cast<QWidget*>(m_pills)})
        head->addWidget(part);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addLayout(head);
    layout->addWidget(m_tabs);
    layout->addWidget(m_pages, 1);
    layout->addWidget(makeFoot());

    m_readSoon.setSingleShot(true);
    m_readSoon.setInterval(100ms);
    connect(&m_readSoon, &QTimer::timeout, this, &TracePane::read);
    connect(m_tabs, &QTabBar::currentChanged, this, [this](int tab) {
        m_pages->setCurrentIndex(tab);
        readRaw();
    });
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
    m_copy = makeButton(tr("Copy"), Icon::ActCopy, Look::Plain);
    m_copy->setToolTip(tr("Copies the trace as JSON"));
    auto* foot = new Surface(Surface::Ground::Alt);
    foot->setHairlines(Qt::TopEdge);
    auto* layout = new QHBoxLayout(foot);
    layout->setContentsMargins(u(3), u(2), u(3), u(2));
    layout->setSpacing(u(2));
    for (QPushButton* button : {m_useSpelling, m_release, m_putAside, m_retry, m_calendar})
        layout->addWidget(button);
    layout->addStretch(1);
    layout->addWidget(m_copy);
    connect(m_useSpelling, &QPushButton::clicked, this, &TracePane::useExchangeSpelling);
    connect(m_release, &QPushButton::clicked, this, &TracePane::release);
    connect(m_putAside, &QPushButton::clicked, this, &TracePane::putAside);
    connect(m_retry, &QPushButton::clicked, this, &TracePane::retry);
    connect(m_copy, &QPushButton::clicked, this, &TracePane::copy);
    connect(m_calendar, &QPushButton::clicked, this,
            [this] { Q_EMIT showReservationRequested(m_detail.row.trace.reservationId); });
    return foot;
}

void TracePane::setTrace(TraceId id)
{
    m_id = id;
    ++m_generation;
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
    m_detail = detail;
    const Trace& trace = detail.row.trace;
    const bool any = bool(trace.id);
    m_title->setText(!any ? tr("No message chosen")
                          : trace.subject.isEmpty() ? tr("(no subject)") : trace.subject);
    const QString to = detail.row.spaceName.isEmpty() ? trace.recipient : detail.row.spaceName;
    m_route->setText(any ? tr("%1 to %2", "sender and recipient").arg(trace.requester.isEmpty() ? trace.sender : trace.requester, to)
                         : tr("Choose a message in the list to see its way."));
    m_pills->setStates(any ? QList<StateCell>{answerCell(detail.row), exchangeCell(detail.row)} : QList<StateCell>{});
    m_tabs->setVisible(any);
    m_pages->setVisible(any);
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
    m_copy->setVisible(any);
    showWay(detail);
    readRaw();
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

void TracePane::readRaw()
{
    const InboxId id = m_detail.row.trace.inboxId;
    if (m_tabs->currentIndex() == WayTab || id == m_rawOf)
        return;
    m_rawOf = id;
    m_raw->clear();
    m_headers->clear();
    if (!id) {
        m_raw->setPlainText(tr("The recipient was refused before any message came."));
        return;
    }
    const auto read = m_store.read([id](const ReadUnit& unit) { return unit.inbox().raw(id); });
    whenAnswered(read, this, [this, id](const Result<QByteArray>& raw) {
        if (id != m_rawOf)
            return;
        if (!raw) {
            m_raw->setPlainText(sentence(raw.error()));
            return;
        }
        m_raw->setPlainText(QString::fromUtf8(raw->first(std::min(raw->size(), mostShownBytes))));
        m_headers->setPlainText(QString::fromUtf8(headersOf(*raw)));
    });
}

void TracePane::useExchangeSpelling()
{
    m_useSpelling->setEnabled(false);
    const Trace trace = m_detail.row.trace;
    const auto written = m_store.write(WritePriority::Normal, [trace](WriteUnit& unit) {
        return useSpellingOf(unit, trace, consoleActor());
    });
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
    const auto written = m_store.write(WritePriority::Normal, [id = m_id](WriteUnit& unit) {
        return releaseHeld(unit, id, consoleActor());
    });
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
    const auto written = m_store.write(WritePriority::Normal, [id = m_id](WriteUnit& unit) {
        return reserve::putAside(unit, id, consoleActor());
    });
    whenAnswered(written, this, [this](const Result<void>& result) {
        if (result)
            Q_EMIT done(tr("The message is put aside."));
        else
            Q_EMIT failed(result.error().reason());
    });
}

void TracePane::retry()
{
    const auto written = m_store.write(WritePriority::Normal, [](WriteUnit& unit) {
        return retryOutbox(unit, std::nullopt, consoleActor());
    });
    whenAnswered(written, this, [this](const Result<void>& result) {
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
