// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#include "ui/monitor/sessionpane.h"

#include "models/items/itemtexts.h"
#include "models/items/whenanswered.h"
#include "models/store/changefeed.h"
#include "models/store/store.h"
#include "models/wording/wording.h"
#include "ui/common/label.h"
#include "ui/theme/metrics.h"

#include <QFontMetricsF>
#include <QScrollBar>
#include <QTextCursor>
#include <QTextEdit>
#include <QVBoxLayout>

#include <algorithm>
#include <chrono>

namespace reserve {

using namespace std::chrono_literals;

namespace {

// "21:39:29.316  ", behind which everything stands.
constexpr int timeCharacters = 14;

// An arrow, and no line ends before it.
QString replyText(int code)
{
    return QString(2, QChar(QChar::Nbsp)) + QStringLiteral("→") + QChar(QChar::Nbsp) + QString::number(code);
}

} // namespace

SessionPane::SessionPane(Store& store, QWidget* parent)
    : QWidget(parent)
    , m_store(store)
    , m_title(new Label(tr("No session chosen"), Type::Section))
    , m_lines(new QTextEdit)
{
    m_lines->setReadOnly(true);
    m_lines->setFont(typeface(Type::Fixed));
    m_lines->setFrameShape(QFrame::NoFrame);
    m_lines->setAccessibleName(tr("Lines of the session"));
    m_lines->setTabChangesFocus(true);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(u(4), u(3), u(1), u(1));
    layout->setSpacing(u(2));
    layout->addWidget(m_title);
    layout->addWidget(m_lines, 1);
    m_readSoon.setSingleShot(true);
    m_readSoon.setInterval(200ms);
    connect(&m_readSoon, &QTimer::timeout, this, &SessionPane::read);
    connect(
        &store.changes(), &ChangeFeed::changed, this,
        [this](const QList<Change>& changes) {
            const bool concerns = std::any_of(changes.begin(), changes.end(), [this](const Change& change) {
                return change.subject == ChangeSubject::Sessions && (change.id == 0 || change.id == m_id.value);
            });
            if (concerns && m_id && !m_readSoon.isActive())
                m_readSoon.start();
        },
        Qt::QueuedConnection);
}

void SessionPane::setSession(SessionId id)
{
    m_id = id;
    m_title->setText(id ? tr("Session %1").arg(id.value) : tr("No session chosen"));
    m_lines->clear();
    m_shown.clear();
    ++m_generation;
    if (id)
        read();
}

void SessionPane::read()
{
    const quint64 generation = ++m_generation;
    const auto read = m_store.read([id = m_id](const ReadUnit& unit) { return unit.sessionEvents().ofSession(id); });
    whenAnswered(read, this, [this, generation](const Result<QList<SessionEvent>>& events) {
        if (generation != m_generation)
            return;
        if (events)
            show(*events);
        else
            setLines({sentence(events.error())});
    });
}

void SessionPane::show(const QList<SessionEvent>& events)
{
    QStringList lines;
    for (const SessionEvent& event : events) {
        if (event.droppedBefore > 0)
            lines.append(tr("%n line(s) were not recorded here.", nullptr, int(event.droppedBefore)));
        QString line = traceTime(event.at) + QLatin1String("  ") + QString::fromLatin1(event.verb);
        if (!event.argument.isEmpty())
            line += QLatin1Char(' ') + event.argument;
        if (event.replyCode > 0)
            line += replyText(event.replyCode);
        lines.append(line);
        if (!event.reason.isEmpty())
            lines.append(QString(timeCharacters, QLatin1Char(' ')) + sentence(event.reason));
    }
    setLines(lines);
}

// What is longer than the pane is wide goes on below its own beginning, not below the time.
void SessionPane::setLines(const QStringList& lines)
{
    if (lines == m_shown)
        return;
    m_shown = lines;
    const int scrolled = m_lines->verticalScrollBar()->value();
    const qreal indent = QFontMetricsF(m_lines->font()).horizontalAdvance(QString(timeCharacters, QLatin1Char(' ')));
    QTextBlockFormat hanging;
    hanging.setLeftMargin(indent);
    hanging.setTextIndent(-indent);
    hanging.setLayoutDirection(Qt::LeftToRight);
    m_lines->clear();
    QTextCursor cursor(m_lines->document());
    cursor.setBlockFormat(hanging);
    cursor.insertText(lines.join(QLatin1Char('\n')));
    m_lines->verticalScrollBar()->setValue(scrolled);
}

} // namespace reserve
