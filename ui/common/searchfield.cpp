// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#include "ui/common/searchfield.h"

#include "ui/theme/metrics.h"
#include "ui/theme/painting.h"
#include "ui/theme/theme.h"

#include <QFontMetrics>
#include <QKeyEvent>
#include <QPainter>

namespace reserve {
namespace {

using namespace std::chrono_literals;

constexpr auto typingPause = 150ms;
constexpr int iconStart = 10;
constexpr int textAfterIcon = 24;
constexpr int keyCap = 18;

} // namespace

SearchField::SearchField(const QString& placeholder, QWidget* parent)
    : QLineEdit(parent)
{
    setPlaceholderText(placeholder);
    setAccessibleName(placeholder);
    setClearButtonEnabled(true);
    updateMargins();
    m_pause.setSingleShot(true);
    m_pause.setInterval(typingPause);
    connect(&m_pause, &QTimer::timeout, this, &SearchField::announce);
    connect(this, &QLineEdit::textChanged, &m_pause, QOverload<>::of(&QTimer::start));
    connect(this, &QLineEdit::textChanged, this, &SearchField::updateMargins);
    connect(this, &QLineEdit::returnPressed, this, &SearchField::announce);
}

void SearchField::setLeadingIcon(Icon icon)
{
    m_icon = icon;
    update();
}

void SearchField::setKeyHint(const QString& hint)
{
    m_hint = hint;
    updateMargins();
    update();
}

QSize SearchField::sizeHint() const
{
    return {px(220), QLineEdit::sizeHint().height()};
}

// Text margins are not mirrored by Qt.
void SearchField::updateMargins()
{
    const int leading = px(textAfterIcon);
    const int trailing = !m_hint.isEmpty() && text().isEmpty() ? px(keyCap) : 0;
    const bool mirrored = layoutDirection() == Qt::RightToLeft;
    setTextMargins(mirrored ? trailing : leading, 0, mirrored ? leading : trailing, 0);
}

void SearchField::changeEvent(QEvent* event)
{
    QLineEdit::changeEvent(event);
    if (event->type() == QEvent::LayoutDirectionChange)
        updateMargins();
}

void SearchField::announce()
{
    m_pause.stop();
    if (m_announced == text())
        return;
    m_announced = text();
    Q_EMIT searchChanged(m_announced);
}

void SearchField::paintEvent(QPaintEvent* event)
{
    QLineEdit::paintEvent(event);
    const Theme& theme = Theme::current();
    QPainter painter(this);
    const QRectF after = withoutLeading(rect(), px(iconStart), layoutDirection());
    paintIcon(&painter, leadingSlice(after, px(design::smallIcon), layoutDirection()), m_icon,
              isEnabled() ? theme.text2 : theme.control, layoutDirection());
    if (m_hint.isEmpty() || !text().isEmpty() || hasFocus())
        return;
    const QRectF before = withoutTrailing(rect(), px(8), layoutDirection());
    QRectF cap = trailingSlice(before, px(keyCap), layoutDirection());
    cap = QRectF(cap.center() - QPointF(cap.width() / 2, cap.width() / 2), QSizeF(cap.width(), cap.width()));
    paintPanel(&painter, cap, px(design::boxRadius), theme.alt, theme.line);
    paintText(&painter, cap, m_hint, typeface(Type::Caption), theme.text3, layoutDirection(), Qt::AlignCenter);
}

void SearchField::keyPressEvent(QKeyEvent* event)
{
    if (event->key() == Qt::Key_Escape && !text().isEmpty()) {
        clear();
        announce();
        return;
    }
    QLineEdit::keyPressEvent(event);
}

} // namespace reserve
