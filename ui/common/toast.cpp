// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#include "ui/common/toast.h"

#include "ui/theme/icons.h"
#include "ui/theme/metrics.h"
#include "ui/theme/painting.h"
#include "ui/theme/theme.h"

#include <QAccessible>
#include <QEvent>
#include <QFontMetrics>
#include <QHBoxLayout>
#include <QPainter>
#include <QPushButton>
#include <QStyle>
#include <QVariantAnimation>

namespace reserve {
namespace {

using namespace std::chrono_literals;

constexpr auto stay = 6s;
constexpr int fadeMilliseconds = 120;
constexpr int leastHeight = 36;
constexpr int iconStart = 14;
constexpr int textStart = 40;
constexpr int textEnd = 16;
constexpr int aboveFoot = 44;

// The button of a toast is text on the tip's ground, underlined.
class UndoButton final : public QPushButton
{
public:
    using QPushButton::QPushButton;

protected:
    void paintEvent(QPaintEvent*) override
    {
        QPainter painter(this);
        QFont font = typeface(Type::Strong);
        font.setUnderline(true);
        paintText(&painter, rect(), text(), font, Theme::current().onTip, layoutDirection(), Qt::AlignCenter);
    }
};

} // namespace

Toast::Toast(QWidget* parent)
    : QWidget(parent)
    , m_undo(new UndoButton(tr("Undo")))
    , m_fade(new QVariantAnimation(this))
{
    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, px(4), 0, px(4));
    layout->setSpacing(0);
    layout->addStretch(1);
    layout->addWidget(m_undo);
    layout->addSpacing(px(12));
    setMinimumHeight(px(leastHeight));
    hide();

    m_timer.setSingleShot(true);
    m_timer.setInterval(stay);
    connect(&m_timer, &QTimer::timeout, this, &Toast::leave);
    connect(m_undo, &QPushButton::clicked, this, [this] {
        const auto call = std::exchange(m_undoCall, {});
        leave();
        if (call)
            call();
    });
    connect(m_fade, &QVariantAnimation::valueChanged, this, [this](const QVariant& value) {
        m_opacity = value.toDouble();
        update();
    });
    connect(m_fade, &QVariantAnimation::finished, this, [this] {
        if (m_opacity <= 0)
            hide();
    });
    parent->installEventFilter(this);
}

void Toast::tell(const QString& sentence, std::function<void()> undo)
{
    m_undoCall = std::move(undo);
    m_undo->setVisible(bool(m_undoCall));
    m_sentence = sentence;
    setAccessibleName(sentence);
    place();
    show();
    raise();
    fadeTo(1);
    m_timer.start();
    if (QAccessible::isActive()) {
        QAccessibleEvent event(this, QAccessible::Alert);
        QAccessible::updateAccessibility(&event);
    }
    Q_EMIT told(sentence);
}

QSize Toast::sizeHint() const
{
    const int text = QFontMetrics(typeface(Type::Body)).horizontalAdvance(m_sentence) + 1;
    const int undo = m_undoCall ? m_undo->sizeHint().width() + px(12) : 0;
    return {px(textStart) + text + px(textEnd) + undo, px(leastHeight)};
}

void Toast::place()
{
    const QRect around = parentWidget()->rect();
    resize(std::min(sizeHint().width(), around.width() - 2 * px(textEnd)), px(leastHeight));
    move(around.center().x() - width() / 2, around.bottom() - px(aboveFoot) - height());
}

void Toast::leave()
{
    if (underMouse() || m_undo->hasFocus())
        return m_timer.start();
    fadeTo(0);
}

void Toast::fadeTo(double opacity)
{
    const bool animated = style()->styleHint(QStyle::SH_Widget_Animation_Duration, nullptr, this) > 0;
    m_fade->stop();
    m_fade->setStartValue(m_opacity);
    m_fade->setEndValue(opacity);
    m_fade->setDuration(animated ? fadeMilliseconds : 0);
    m_fade->start();
}

void Toast::paintEvent(QPaintEvent*)
{
    const Theme& theme = Theme::current();
    QPainter painter(this);
    painter.setOpacity(m_opacity);
    paintPanel(&painter, rect(), px(design::cardRadius), theme.tip);
    const QRectF after = withoutLeading(rect(), px(iconStart), layoutDirection());
    paintIcon(&painter, leadingSlice(after, px(design::smallIcon), layoutDirection()), Icon::StateAccepted,
              theme.onTip);
    const double end = m_undo->isVisible() ? m_undo->width() + px(12) : px(textEnd);
    const QRectF text
        = withoutTrailing(withoutLeading(rect(), px(textStart), layoutDirection()), end, layoutDirection());
    paintText(&painter, text, m_sentence, typeface(Type::Body), theme.onTip, layoutDirection());
}

bool Toast::eventFilter(QObject* watched, QEvent* event)
{
    if (watched == parent() && event->type() == QEvent::Resize && isVisible())
        place();
    return QWidget::eventFilter(watched, event);
}

} // namespace reserve
