// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#include "ui/common/banner.h"

#include "ui/common/label.h"
#include "ui/theme/consolestyle.h"
#include "ui/theme/icons.h"
#include "ui/theme/painting.h"
#include "ui/theme/theme.h"

#include <QAccessible>
#include <QHBoxLayout>
#include <QPainter>
#include <QPainterPath>
#include <QPushButton>

namespace reserve {
namespace {

constexpr int iconStart = 14;
constexpr int textStart = 42;
constexpr int leastHeight = 36;

} // namespace

Banner::Banner(QWidget* parent)
    : QWidget(parent)
    , m_sentence(Label::paragraph({}, Ink::Text))
    , m_action(new QPushButton)
{
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Maximum);
    setMinimumHeight(px(leastHeight));
    setSmall(m_action);
    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, px(5), 0, px(5));
    layout->setSpacing(0);
    layout->addSpacing(px(textStart)); // margins of a layout are not mirrored, spacings are
    layout->addWidget(m_sentence, 1);
    layout->addSpacing(px(12));
    layout->addWidget(m_action);
    layout->addSpacing(px(10));
    connect(m_action, &QPushButton::clicked, this, &Banner::actionRequested);
    hide();
}

void Banner::say(Meaning meaning, const QString& sentence, const QString& action)
{
    const bool news = sentence != m_sentence->text() || isHidden();
    m_meaning = meaning;
    m_sentence->setText(sentence);
    m_action->setText(action);
    m_action->setVisible(!action.isEmpty());
    setAccessibleName(sentence);
    show();
    update();
    if (news && QAccessible::isActive()) {
        QAccessibleEvent event(this, QAccessible::Alert);
        QAccessible::updateAccessibility(&event);
    }
}

void Banner::clear()
{
    m_sentence->clear();
    hide();
}

QString Banner::sentence() const
{
    return m_sentence->text();
}

void Banner::paintEvent(QPaintEvent*)
{
    const MeaningColors& colors = Theme::current().of(m_meaning);
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    QPainterPath shape;
    shape.addRoundedRect(rect(), px(design::cardRadius), px(design::cardRadius));
    painter.fillPath(shape, colors.wash);
    painter.setClipPath(shape);
    painter.fillRect(leadingSlice(rect(), px(design::leadingEdge), layoutDirection()), colors.edge);
    painter.setClipping(false);
    const QRectF after = withoutLeading(rect(), px(iconStart), layoutDirection());
    paintIcon(&painter, leadingSlice(after, px(design::icon), layoutDirection()), stateIcon(m_meaning), colors.ink,
              layoutDirection());
}

} // namespace reserve
