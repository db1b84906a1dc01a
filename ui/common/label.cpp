// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#include "ui/common/label.h"

#include "ui/theme/painting.h"
#include "ui/theme/theme.h"

#include <QFontMetrics>
#include <QHelpEvent>
#include <QPainter>
#include <QToolTip>

namespace reserve {

Label::Label(const QString& text, Type type, Ink ink, QWidget* parent)
    : QLabel(text, parent)
    , m_type(type)
    , m_ink(ink)
{
    setTextFormat(Qt::PlainText);
    alignToReadingEdge();
    dress();
}

Label* Label::paragraph(const QString& text, Ink ink, QWidget* parent)
{
    auto* label = new Label(text, Type::Body, ink, parent);
    label->setWordWrap(true);
    return label;
}

void Label::setType(Type type)
{
    m_type = type;
    dress();
}

void Label::setInk(Ink ink)
{
    m_ink = ink;
    m_meaning.reset();
    dress();
}

void Label::setMeaning(Meaning meaning)
{
    m_meaning = meaning;
    dress();
}

void Label::setElided(bool elided)
{
    m_elided = elided;
    setMinimumWidth(0);
    setSizePolicy(elided ? QSizePolicy::Ignored : QSizePolicy::Preferred, QSizePolicy::Preferred);
    update();
}

void Label::paintEvent(QPaintEvent* event)
{
    if (!m_elided)
        return QLabel::paintEvent(event);
    QPainter painter(this);
    paintText(&painter, contentsRect(), text(), font(), palette().color(foregroundRole()), layoutDirection());
}

bool Label::event(QEvent* event)
{
    if (event->type() == QEvent::Polish)
        dress(); // the look may have changed while it was not shown
    if (event->type() == QEvent::ToolTip && m_elided && toolTip().isEmpty()
        && fontMetrics().horizontalAdvance(text()) > contentsRect().width()) {
        // Tool tips guess at markup; text from mail must stay text.
        QToolTip::showText(static_cast<QHelpEvent*>(event)->globalPos(), text().toHtmlEscaped(), this);
        return true;
    }
    return QLabel::event(event);
}

void Label::dress()
{
    const Theme& theme = Theme::current();
    const QColor inks[] = {theme.text, theme.text2, theme.text3};
    const QColor color = m_meaning ? theme.of(*m_meaning).ink : inks[int(m_ink)];
    m_dressing = true;
    setFont(typeface(m_type));
    QPalette colors = palette();
    colors.setColor(QPalette::WindowText, color);
    setPalette(colors);
    m_dressing = false;
}

// QLabel aligns by the direction of its text; a foreign name belongs to the reading edge all the same.
void Label::alignToReadingEdge()
{
    if (alignment() & (Qt::AlignHCenter | Qt::AlignJustify))
        return;
    const Qt::AlignmentFlag edge = layoutDirection() == Qt::RightToLeft ? Qt::AlignRight : Qt::AlignLeft;
    setAlignment((alignment() & Qt::AlignVertical_Mask) | edge | Qt::AlignAbsolute);
}

void Label::changeEvent(QEvent* event)
{
    QLabel::changeEvent(event);
    if (event->type() == QEvent::LayoutDirectionChange)
        alignToReadingEdge();
    const bool look = event->type() == QEvent::PaletteChange || event->type() == QEvent::FontChange;
    if (look && !m_dressing)
        dress();
}

} // namespace reserve
