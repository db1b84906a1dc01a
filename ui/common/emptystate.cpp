// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#include "ui/common/emptystate.h"

#include "ui/common/label.h"
#include "ui/theme/consolestyle.h"
#include "ui/theme/metrics.h"
#include "ui/theme/painting.h"
#include "ui/theme/theme.h"

#include <QHBoxLayout>
#include <QPainter>
#include <QPainterPath>
#include <QPushButton>
#include <QVBoxLayout>

namespace reserve {
namespace {

constexpr int pictureSide = 88;
constexpr int widest = 620;
constexpr int contentStretch = 100;

// Drawn on 88 x 88, stroke 1.5.
QPainterPath envelope()
{
    QPainterPath path;
    path.addRoundedRect(QRectF(4, 24, 42, 32), 4, 4);
    path.moveTo(6, 28);
    path.lineTo(25, 42);
    path.lineTo(44, 28);
    path.moveTo(52, 40);
    path.lineTo(56, 40);
    path.addEllipse(QPointF(60, 40), 4, 4);
    path.moveTo(64, 40);
    path.lineTo(70, 40);
    path.addEllipse(QPointF(74, 40), 4, 4);
    path.moveTo(78, 40);
    path.lineTo(84, 40);
    return path;
}

QPainterPath calendar()
{
    QPainterPath path;
    path.addRoundedRect(QRectF(14, 16, 60, 50), 5, 5);
    path.moveTo(14, 30);
    path.lineTo(74, 30);
    for (const double x : {28.0, 60.0}) {
        path.moveTo(x, 10);
        path.lineTo(x, 21);
    }
    path.addRoundedRect(QRectF(22, 37, 14, 20), 3, 3);
    path.addRoundedRect(QRectF(42, 44, 14, 13), 3, 3);
    return path;
}

QPainterPath door()
{
    QPainterPath path;
    path.addRoundedRect(QRectF(10, 22, 30, 46), 3, 3);
    path.addEllipse(QPointF(34, 46), 1.2, 1.2);
    path.addRoundedRect(QRectF(48, 34, 30, 20), 3, 3);
    for (const double x : {54.0, 63.0, 72.0}) {
        path.moveTo(x, 60);
        path.lineTo(x, 68);
    }
    return path;
}

QPainterPath persons()
{
    QPainterPath path;
    for (const double x : {30.0, 60.0}) {
        path.addEllipse(QPointF(x, 28), 9, 9);
        path.moveTo(x - 15, 64);
        path.cubicTo(x - 15, 48, x - 8, 44, x, 44);
        path.cubicTo(x + 8, 44, x + 15, 48, x + 15, 64);
    }
    return path;
}

class Picture final : public QWidget
{
public:
    explicit Picture(EmptyState::Drawing drawing)
    {
        setFixedSize(px(pictureSide), px(pictureSide));
        switch (drawing) {
        case EmptyState::Drawing::Messages:
            m_path = envelope();
            break;
        case EmptyState::Drawing::Calendar:
            m_path = calendar();
            break;
        case EmptyState::Drawing::Spaces:
            m_path = door();
            break;
        case EmptyState::Drawing::People:
            m_path = persons();
            break;
        }
    }

protected:
    void paintEvent(QPaintEvent*) override
    {
        const Theme& theme = Theme::current();
        QPainter painter(this);
        painter.setRenderHint(QPainter::Antialiasing);
        if (layoutDirection() == Qt::RightToLeft) {
            painter.translate(width(), 0);
            painter.scale(-1, 1);
        }
        painter.scale(width() / double(pictureSide), height() / double(pictureSide));
        painter.strokePath(m_path, QPen(theme.control, 1.5, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
        painter.setPen(QPen(theme.line, 1.5, Qt::SolidLine, Qt::RoundCap));
        painter.drawLine(QPointF(4, 78), QPointF(84, 78));
    }

private:
    QPainterPath m_path;
};

} // namespace

EmptyState::EmptyState(Drawing drawing, QWidget* parent)
    : QWidget(parent)
    , m_picture(new Picture(drawing))
    , m_missing(new Label({}, Type::Section))
    , m_why(Label::paragraph({}))
    , m_primary(new QPushButton)
    , m_plain(new QPushButton)
    , m_clear(new QPushButton(tr("Clear filter")))
{
    // In the middle of what it stands for; the stretch beside gives way before the words do.
    auto* content = new QWidget;
    content->setMaximumWidth(px(widest));
    auto* outer = new QHBoxLayout(this);
    outer->setContentsMargins(u(5), u(3), u(5), u(3));
    outer->addStretch(1);
    outer->addWidget(content, contentStretch);
    outer->addStretch(1);
    auto* row = new QHBoxLayout(content);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(u(6));
    row->addWidget(m_picture, 0, Qt::AlignVCenter);
    auto* column = new QVBoxLayout;
    column->setSpacing(u(1));
    column->addStretch(1);
    column->addWidget(m_missing);
    column->addWidget(m_why);
    auto* buttons = new QHBoxLayout;
    buttons->setContentsMargins(0, u(2), 0, u(1));
    buttons->setSpacing(u(2));
    for (QPushButton* button : {m_primary, m_plain, m_clear}) {
        buttons->addWidget(button);
        button->hide();
    }
    buttons->addStretch(1);
    column->addLayout(buttons);
    column->addStretch(1);
    row->addLayout(column, 1);
    setLook(m_primary, Look::Primary);
    connect(m_primary, &QPushButton::clicked, this, &EmptyState::primaryRequested);
    connect(m_plain, &QPushButton::clicked, this, &EmptyState::plainRequested);
    connect(m_clear, &QPushButton::clicked, this, &EmptyState::clearFilterRequested);
}

void EmptyState::setTexts(const QString& missing, const QString& why)
{
    m_missing->setText(missing);
    m_why->setText(why);
    m_clear->hide();
    m_picture->show();
    m_primary->setVisible(!m_primary->text().isEmpty());
    m_plain->setVisible(!m_plain->text().isEmpty());
    setAccessibleName(missing);
}

void EmptyState::setPrimary(const QString& text, Icon which)
{
    m_primary->setText(text);
    m_primary->setIcon(icon(which));
    m_primary->setVisible(!text.isEmpty());
}

void EmptyState::setPlain(const QString& text)
{
    m_plain->setText(text);
    m_plain->setVisible(!text.isEmpty());
}

void EmptyState::setFilter(const QString& words)
{
    m_missing->setText(tr("Nothing matches"));
    m_why->setText(words);
    m_picture->hide();
    m_primary->hide();
    m_plain->hide();
    m_clear->show();
    setAccessibleName(m_missing->text());
}

} // namespace reserve
