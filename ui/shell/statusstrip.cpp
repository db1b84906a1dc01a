// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#include "ui/shell/statusstrip.h"

#include "ui/theme/metrics.h"
#include "ui/theme/painting.h"
#include "ui/theme/theme.h"

#include <QFontMetrics>
#include <QLocale>
#include <QPainter>
#include <QStyle>

namespace reserve {
namespace {

constexpr int startMargin = 8;
constexpr int padding = 12;
constexpr int iconSide = 14;
constexpr int iconGap = 6;

// Who goes first when it is narrow; the agent never does.
constexpr StatusStrip::Segment dropOrder[] = {
    StatusStrip::Segment::NextTry, StatusStrip::Segment::Store,  StatusStrip::Segment::Zone,
    StatusStrip::Segment::Work,    StatusStrip::Segment::Inbox,  StatusStrip::Segment::Address,
    StatusStrip::Segment::Outbox,  StatusStrip::Segment::Server,
};

Type typeOf(bool strong)
{
    return strong ? Type::CaptionStrong : Type::Caption;
}

std::optional<Meaning> meaningOf(AgentSign state)
{
    switch (state) {
    case AgentSign::Listening:
        return Meaning::Good;
    case AgentSign::CannotListen:
        return Meaning::Failed;
    case AgentSign::Stopped:
        return Meaning::Warning;
    case AgentSign::Starting:
    case AgentSign::Unknown:
        return Meaning::Unknown;
    }
    Q_UNREACHABLE();
}

} // namespace

StatusStrip::StatusStrip(QWidget* parent)
    : PaintedWidget(Qt::Horizontal, parent)
{
    setAccessibleName(tr("Status"));
    setFixedHeight(px(design::statusStrip));
    rebuild();
}

QString StatusStrip::agentWord(AgentSign state)
{
    switch (state) {
    case AgentSign::Unknown:
        return tr("Agent unknown");
    case AgentSign::Starting:
        return tr("Agent starting");
    case AgentSign::Listening:
        return tr("Agent listening");
    case AgentSign::Stopped:
        return tr("Agent stopped");
    case AgentSign::CannotListen:
        return tr("Agent cannot listen");
    }
    Q_UNREACHABLE();
}

void StatusStrip::setStatus(const StripStatus& status)
{
    if (m_status == status)
        return;
    m_status = status;
    rebuild();
}

void StatusStrip::add(Piece piece)
{
    if (piece.name.isEmpty()) {
        for (const Words& words : std::as_const(piece.words))
            piece.name += words.text;
    }
    m_pieces.append(std::move(piece));
}

void StatusStrip::addAgent()
{
    const std::optional<Meaning> meaning = meaningOf(m_status.agent);
    Piece agent{Segment::Agent, {{agentWord(m_status.agent), true}}, stateIcon(*meaning), meaning};
    if (m_status.agent == AgentSign::Starting)
        agent.icon = Icon::StateQueued;
    agent.description = m_status.agentRemark;
    add(agent);
    if (!m_status.address.isEmpty())
        add({Segment::Address, {{m_status.address}}, {}, {}, tr("Listening on %1").arg(m_status.address)});
}

void StatusStrip::addQueues()
{
    const QLocale locale;
    if (m_status.inbox) {
        const QString count = locale.toString(*m_status.inbox);
        add({Segment::Inbox,
             {{tr("Inbox") + u' '}, {count, true}},
             {},
             {},
             tr("Inbox, %1 not yet decided").arg(count)});
    }
    if (m_status.outbox && *m_status.outbox > 0) {
        const QString waiting = tr("%1 waiting").arg(locale.toString(*m_status.outbox));
        const QString oldest = m_status.oldest.isEmpty() ? QString() : tr("oldest %1").arg(m_status.oldest);
        Piece outbox{Segment::Outbox, {{tr("Outbox") + u' '}, {waiting, true}}, Icon::StateQueued, Meaning::Queued};
        if (!oldest.isEmpty())
            outbox.words.append({QStringLiteral(", ") + oldest});
        add(outbox);
    } else if (m_status.outbox) {
        add({Segment::Outbox,
             {{tr("Outbox") + u' '}, {locale.toString(0), true}},
             {},
             {},
             tr("Outbox, nothing waits")});
    }
    if (!m_status.nextTry.isEmpty())
        add({Segment::NextTry, {{tr("Next try %1").arg(m_status.nextTry)}}, {}, {}});
}

void StatusStrip::rebuild()
{
    m_pieces.clear();
    addAgent();
    addQueues();
    if (!m_status.server.isEmpty()) {
        const Meaning meaning = m_status.serverFails ? Meaning::Failed : Meaning::Warning;
        add({Segment::Server, {{m_status.server}}, stateIcon(meaning), meaning});
    }
    if (!m_status.work.isEmpty())
        add({Segment::Work, {{m_status.work}}, Icon::ActRun, {}});
    if (!m_status.store.isEmpty()) {
        Piece store{Segment::Store, {{m_status.store}}, Icon::ThingStore, {}, tr("Store: %1").arg(m_status.store)};
        store.atEnd = true;
        add(store);
    }
    if (!m_status.zone.isEmpty() || !m_status.time.isEmpty()) {
        const QString text = QString(m_status.zone + u' ' + m_status.time).trimmed();
        Piece zone{Segment::Zone, {{text}}, Icon::TimeZone, {}, tr("Time zone: %1").arg(text)};
        zone.atEnd = true;
        add(zone);
    }
    arrange();
    itemsChanged();
}

int StatusStrip::pieceWidth(const Piece& piece) const
{
    int width = 2 * px(padding) + (piece.icon ? px(iconSide + iconGap) : 0);
    for (const Words& words : piece.words)
        width += QFontMetrics(typeface(typeOf(words.strong))).horizontalAdvance(words.text) + 1;
    return width;
}

void StatusStrip::arrange()
{
    int needed = 2 * px(startMargin);
    for (const Piece& piece : std::as_const(m_pieces))
        needed += pieceWidth(piece);
    QList<Segment> dropped;
    for (const Segment candidate : dropOrder) {
        if (needed <= width())
            break;
        for (const Piece& piece : std::as_const(m_pieces)) {
            if (piece.segment == candidate) {
                needed -= pieceWidth(piece);
                dropped.append(candidate);
            }
        }
    }
    int start = px(startMargin);
    int end = width() - px(startMargin);
    for (auto piece = m_pieces.rbegin(); piece != m_pieces.rend(); ++piece) {
        if (!piece->atEnd || dropped.contains(piece->segment))
            continue;
        end -= pieceWidth(*piece);
        piece->rect = QStyle::visualRect(layoutDirection(), rect(), QRect(end, 0, pieceWidth(*piece), height()));
    }
    for (Piece& piece : m_pieces) {
        if (dropped.contains(piece.segment)) {
            piece.rect = {};
        } else if (!piece.atEnd) {
            piece.rect = QStyle::visualRect(layoutDirection(), rect(), QRect(start, 0, pieceWidth(piece), height()));
            start += pieceWidth(piece);
        }
    }
}

PaintedWidget::Item StatusStrip::item(int index) const
{
    const Piece& piece = m_pieces.at(index);
    Item item;
    item.name = piece.name;
    item.description = piece.description;
    item.toolTip = piece.description.toHtmlEscaped();
    item.rect = piece.rect;
    return item;
}

QSize StatusStrip::sizeHint() const
{
    return {px(600), height()};
}

QSize StatusStrip::minimumSizeHint() const
{
    return {px(160), height()};
}

void StatusStrip::itemActivated(int index)
{
    Q_EMIT segmentChosen(m_pieces.at(index).segment);
}

void StatusStrip::resizeEvent(QResizeEvent* event)
{
    arrange();
    PaintedWidget::resizeEvent(event);
}

QColor StatusStrip::inkOf(const Piece& piece) const
{
    const Theme& theme = Theme::current();
    return piece.meaning ? theme.of(*piece.meaning).ink : theme.text2;
}

void StatusStrip::paintEvent(QPaintEvent*)
{
    const Theme& theme = Theme::current();
    const Qt::LayoutDirection direction = layoutDirection();
    QPainter painter(this);
    painter.fillRect(rect(), theme.window);
    paintHairline(&painter, QPointF(0, 0), QPointF(width(), 0), theme.line);
    for (int index = 0; index < m_pieces.size(); ++index) {
        const Piece& piece = m_pieces.at(index);
        if (piece.rect.isEmpty())
            continue;
        if (hoveredItem() == index)
            painter.fillRect(piece.rect.adjusted(0, 1, 0, 0), theme.alt);
        const QRectF border
            = piece.atEnd ? leadingSlice(piece.rect, 1, direction) : trailingSlice(piece.rect, 1, direction);
        if (!piece.atEnd || piece.segment != Segment::Store)
            painter.fillRect(border, theme.line);
        QRectF inner = withoutTrailing(withoutLeading(piece.rect, px(padding), direction), px(padding), direction);
        const QColor ink = inkOf(piece);
        if (piece.icon) {
            paintIcon(&painter, leadingSlice(inner, px(iconSide), direction), *piece.icon, ink, direction);
            inner = withoutLeading(inner, px(iconSide + iconGap), direction);
        }
        for (const Words& words : piece.words) {
            const QFont font = typeface(typeOf(words.strong));
            const double width = QFontMetricsF(font).horizontalAdvance(words.text) + 1;
            const QColor color = words.strong && !piece.meaning ? theme.text : ink;
            paintText(&painter, leadingSlice(inner, width, direction), words.text, font, color, direction);
            inner = withoutLeading(inner, width, direction);
        }
        if (focusedItem() == index)
            paintFocusCell(&painter, QRectF(piece.rect).adjusted(1, 2, -1, -1), px(design::boxRadius));
    }
}

} // namespace reserve
