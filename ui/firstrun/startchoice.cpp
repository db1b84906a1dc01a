// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#include "ui/firstrun/startchoice.h"

#include "ui/theme/icons.h"
#include "ui/theme/metrics.h"
#include "ui/theme/painting.h"
#include "ui/theme/theme.h"

#include <QFontMetricsF>
#include <QKeyEvent>
#include <QPainter>
#include <QStyle>

#include <algorithm>

namespace reserve {

namespace {

constexpr double drawingHeight = 132;
constexpr double leastDrawing = 84;
constexpr double titleHeight = 26;
constexpr double discWidth = 18;
constexpr double pointIcon = 16;
constexpr double pointHeight = 20;
constexpr double pointGap = 4;

} // namespace

struct StartChoice::Card
{
    QString title;
    QString why;
    QStringList points;
};

StartChoice::Card StartChoice::cardOf(int index)
{
    if (index == 0) {
        return {tr("Sample building"),
                tr("A building with 14 spaces, 24 people and two weeks of meetings, to look around and to try things."),
                {tr("Two people share an e-mail, one has no time zone"),
                 tr("Send it a meeting and watch it being decided"), tr("Nobody is told: the addresses do not exist")}};
    }
    return {tr("Empty"),
            tr("Nothing is filled in. Spaces and people are imported from CSV files or typed."),
            {tr("Import spaces and people from CSV files"), tr("Set who may book under Exchange Admin"),
             tr("The agent listens from the start")}};
}

StartChoice::StartChoice(QWidget* parent)
    : PaintedWidget(Qt::Horizontal, parent)
{
    setAccessibleName(tr("How to start"));
}

PaintedWidget::Item StartChoice::item(int index) const
{
    const Card card = cardOf(index);
    Item item;
    item.name = card.title;
    item.description = card.why + QLatin1Char(' ') + card.points.join(QStringLiteral(". "));
    item.role = ItemRole::Choice;
    item.checked = (index == 0) == (m_choice == StartWith::SampleBuilding);
    item.rect = cardRect(index);
    return item;
}

QSize StartChoice::sizeHint() const
{
    return {px(834), px(352)};
}

QSize StartChoice::minimumSizeHint() const
{
    return {px(600), px(352)};
}

void StartChoice::itemActivated(int index)
{
    const StartWith choice = index == 0 ? StartWith::SampleBuilding : StartWith::Empty;
    if (choice == m_choice)
        return;
    m_choice = choice;
    itemsChanged();
    Q_EMIT choiceChanged(choice);
}

// As with radio buttons: the arrows choose, and Enter belongs to the page.
void StartChoice::keyPressEvent(QKeyEvent* event)
{
    if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter)
        return event->ignore();
    PaintedWidget::keyPressEvent(event);
    itemActivated(currentItem());
}

QRect StartChoice::cardRect(int index) const
{
    const int gap = u(5);
    const int margin = u(1);
    const int cardWidth = (width() - 2 * margin - gap) / 2;
    const QRect logical(margin + index * (cardWidth + gap), margin, cardWidth, height() - 2 * margin);
    return QStyle::visualRect(layoutDirection(), rect(), logical);
}

// What the words of a card need below its drawing; as they are painted.
double StartChoice::wordsHeight(const Card& card, double cardWidth)
{
    const QFontMetricsF metrics(typeface(Type::Body));
    const auto lines = [&metrics](const QString& text, double width) {
        return metrics.boundingRect(QRectF(0, 0, width, 10000), Qt::TextWordWrap, text).height();
    };
    const double width = cardWidth - 2 * u(5) - px(discWidth) - u(2);
    double height = u(4) + px(titleHeight) + u(1) + lines(card.why, width) + u(3);
    for (const QString& point : card.points)
        height += std::max<double>(px(pointHeight), lines(point, width - px(pointIcon) - u(2))) + px(pointGap);
    return height + u(2);
}

// The drawings give way to the words of a long language, both alike.
double StartChoice::drawingSpace() const
{
    double least = px(drawingHeight);
    for (int index = 0; index < itemCount(); ++index) {
        const QRect rect = cardRect(index);
        least = std::min(least, rect.height() - wordsHeight(cardOf(index), rect.width()));
    }
    return std::max<double>(px(leastDrawing), least);
}

void StartChoice::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    for (int index = 0; index < itemCount(); ++index)
        paintCard(&painter, index);
}

void StartChoice::paintCard(QPainter* painter, int index) const
{
    const Theme& theme = Theme::current();
    const QRectF rect = cardRect(index);
    const Card card = cardOf(index);
    const bool chosen = item(index).checked;
    const double radius = px(design::cardRadius);
    paintPanel(painter, rect, radius, theme.surface);
    const QRectF drawing(rect.left(), rect.top(), rect.width(), drawingSpace());
    painter->save();
    painter->setClipRect(drawing);
    paintPanel(painter, rect, radius, chosen ? theme.wash : theme.alt);
    painter->restore();
    paintDrawing(painter, drawing, index);
    painter->save();
    painter->setPen(QPen(chosen ? theme.accent : theme.control, chosen ? 2 : 1));
    painter->setBrush(Qt::NoBrush);
    painter->drawRoundedRect(rect.adjusted(0.5, 0.5, -0.5, -0.5), radius, radius);
    painter->restore();

    const Qt::LayoutDirection direction = layoutDirection();
    QRectF text = rect.adjusted(u(5), drawing.height() + u(4), -u(5), -u(3));
    const QRectF titleLine(text.left(), text.top(), text.width(), px(titleHeight));
    const QRectF disc = leadingSlice(titleLine, px(discWidth), direction);
    const QRectF ring(disc.left() + px(1), titleLine.center().y() - px(8), px(16), px(16));
    painter->setPen(QPen(chosen ? theme.accent : theme.control, 1.5));
    painter->setBrush(theme.surface);
    painter->drawEllipse(ring);
    if (chosen) {
        painter->setPen(Qt::NoPen);
        painter->setBrush(theme.accent);
        painter->drawEllipse(ring.adjusted(px(4), px(4), -px(4), -px(4)));
    }
    paintText(painter, withoutLeading(titleLine, px(discWidth) + u(2), direction), card.title, typeface(Type::Section),
              theme.text, direction);

    text = withoutLeading(text, px(discWidth) + u(2), direction);
    text.setTop(titleLine.bottom() + u(1));
    painter->setFont(typeface(Type::Body));
    painter->setPen(theme.text2);
    const QRectF why = QRectF(painter->boundingRect(text, Qt::TextWordWrap, card.why));
    painter->drawText(text, int(Qt::TextWordWrap) | int(Qt::AlignLeading), card.why);
    double y = why.bottom() + u(3);
    for (const QString& point : card.points) {
        const QRectF line(text.left(), y, text.width(), px(pointHeight));
        paintIcon(painter, leadingSlice(line, px(pointIcon), direction), Icon::StateAccepted,
                  chosen ? theme.accent : theme.text3, direction);
        QRectF words = withoutLeading(line, px(pointIcon) + u(2), direction);
        painter->setFont(typeface(Type::Body));
        painter->setPen(theme.text2);
        words.setHeight(std::max(words.height(), painter->boundingRect(words, Qt::TextWordWrap, point).height()));
        painter->drawText(words, int(Qt::TextWordWrap) | int(Qt::AlignLeading) | int(Qt::AlignVCenter), point);
        y += words.height() + px(pointGap);
    }
    if (focusedItem() == index)
        paintFocusRing(painter, rect, radius);
}

// Doors of rooms: drawn and numbered for the sample, dashed outlines for the empty house.
void StartChoice::paintDrawing(QPainter* painter, const QRectF& rect, int index) const
{
    const Theme& theme = Theme::current();
    const bool sample = index == 0;
    const QSizeF door(px(44), px(32));
    const double gap = px(10);
    const double left = rect.center().x() - (5 * door.width() + 4 * gap) / 2;
    const double top = rect.center().y() - (2 * door.height() + gap) / 2;
    painter->save();
    QPen pen(sample ? theme.accent : theme.control, 1.5);
    if (!sample)
        pen.setStyle(Qt::DashLine);
    for (int i = 0; i < 10; ++i) {
        const QRectF room(QPointF(left + (i % 5) * (door.width() + gap), top + (i / 5) * (door.height() + gap)), door);
        painter->setPen(pen);
        painter->setBrush(sample ? QBrush(theme.surface) : QBrush(Qt::NoBrush));
        painter->drawRoundedRect(room, px(3), px(3));
        if (!sample)
            continue;
        painter->drawLine(QPointF(room.right() - px(16), room.bottom()),
                          QPointF(room.right() - px(16), room.top() + px(14)));
        painter->drawLine(QPointF(room.right() - px(16), room.top() + px(14)),
                          QPointF(room.right() - px(5), room.top() + px(14)));
        painter->drawLine(QPointF(room.right() - px(5), room.top() + px(14)),
                          QPointF(room.right() - px(5), room.bottom()));
        painter->setPen(Qt::NoPen);
        painter->setBrush(i % 4 == 1 ? theme.of(Meaning::Tentative).edge : theme.of(Meaning::Accepted).edge);
        painter->drawEllipse(QPointF(room.left() + px(9), room.top() + px(9)), px(3), px(3));
    }
    painter->restore();
}

} // namespace reserve
