// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#include "ui/exchange/spellinglines.h"

#include "ui/theme/casedifference.h"
#include "ui/theme/metrics.h"
#include "ui/theme/painting.h"
#include "ui/theme/theme.h"

#include <QPainter>

#include <algorithm>

namespace reserve {

namespace {

constexpr int labelWidth = 84;

} // namespace

SpellingLines::SpellingLines(QWidget* parent)
    : QWidget(parent)
{
}

void SpellingLines::setSpellings(const QString& here, const QString& inExchange)
{
    m_here = here;
    m_exchange = inExchange;
    setAccessibleName(tr("Here %1, in Exchange %2").arg(here, inExchange));
    updateGeometry();
    update();
}

QSize SpellingLines::sizeHint() const
{
    const QSize here = caseDifferenceSize(m_here);
    const QSize exchange = caseDifferenceSize(m_exchange);
    return {px(labelWidth) + std::max(here.width(), exchange.width()), here.height() + exchange.height() + u(1)};
}

void SpellingLines::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const QRectF all(rect());
    const QRectF top(all.left(), all.top(), all.width(), all.height() / 2);
    const QRectF bottom = top.translated(0, all.height() / 2);
    const auto line = [&](const QRectF& place, const QString& label, const QString& text, const QString& other) {
        paintText(&painter, leadingSlice(place, px(labelWidth), layoutDirection()), label, typeface(Type::Caption),
                  Theme::current().text2, layoutDirection());
        paintCaseDifference(&painter, withoutLeading(place, px(labelWidth), layoutDirection()).toRect(), text,
                            caseDifferences(text, other), layoutDirection());
    };
    line(top, tr("Here"), m_here, m_exchange);
    line(bottom, tr("In Exchange"), m_exchange, m_here);
}

} // namespace reserve
