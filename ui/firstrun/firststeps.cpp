// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#include "ui/firstrun/firststeps.h"

#include "ui/theme/icons.h"
#include "ui/theme/metrics.h"
#include "ui/theme/painting.h"
#include "ui/theme/theme.h"

#include <QLocale>
#include <QPainter>

#include <array>
#include <utility>

namespace reserve {

namespace {

using Step = std::pair<QString, QString>;

std::array<Step, 3> steps()
{
    return {Step{FirstSteps::tr("Spaces and people"), FirstSteps::tr("A sample building, or your own")},
            Step{FirstSteps::tr("Who may book"), FirstSteps::tr("Under Exchange Admin")},
            Step{FirstSteps::tr("The first meeting"), FirstSteps::tr("Monitor shows its whole way")}};
}

} // namespace

FirstSteps::FirstSteps(QWidget* parent)
    : QWidget(parent)
{
    QStringList words;
    for (const auto& [title, detail] : steps())
        words.append(title + QStringLiteral(": ") + detail);
    setAccessibleName(tr("Steps"));
    setAccessibleDescription(words.join(QStringLiteral("; ")));
    setFixedWidth(px(336));
}

QSize FirstSteps::sizeHint() const
{
    return {px(336), px(600)};
}

void FirstSteps::paintEvent(QPaintEvent*)
{
    const Theme& theme = Theme::current();
    const Qt::LayoutDirection direction = layoutDirection();
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.fillRect(rect(), theme.rail);

    const QRectF inner = QRectF(rect()).adjusted(u(9), u(10), -u(6), -u(6));
    const QRectF head(inner.left(), inner.top(), inner.width(), px(34));
    paintMark(&painter, leadingSlice(head, px(34), direction));
    paintText(&painter, withoutLeading(head, px(34) + u(3), direction), QStringLiteral("Reserve Console"),
              typeface(Type::Section), theme.railTitle, direction);

    const double disc = px(26);
    double y = head.bottom() + u(13);
    const auto all = steps();
    for (std::size_t i = 0; i < all.size(); ++i) {
        const bool current = i == 0;
        const QRectF row(inner.left(), y, inner.width(), px(42));
        const QRectF mark = leadingSlice(row, disc, direction);
        const QRectF circle(mark.left(), row.top(), disc, disc);
        if (i + 1 < all.size()) {
            painter.setPen(QPen(theme.railQuiet, 1.5, Qt::DashLine));
            painter.drawLine(QPointF(circle.center().x(), circle.bottom() + px(4)),
                             QPointF(circle.center().x(), circle.top() + px(66) - px(4)));
        }
        painter.setPen(current ? QPen(Qt::NoPen) : QPen(theme.railQuiet, 1.5, Qt::DashLine));
        painter.setBrush(current ? QBrush(theme.railTitle) : QBrush(Qt::NoBrush));
        painter.drawEllipse(circle);
        paintText(&painter, circle, QLocale().toString(int(i) + 1), typeface(Type::Strong),
                  current ? theme.rail : theme.railQuiet, direction, Qt::AlignCenter);
        const QRectF text = withoutLeading(row, disc + u(3), direction);
        paintText(&painter, QRectF(text.left(), text.top(), text.width(), px(20)), all[i].first,
                  typeface(current ? Type::Strong : Type::Name), current ? theme.railTitle : theme.railText, direction);
        paintText(&painter, QRectF(text.left(), text.top() + px(21), text.width(), px(18)), all[i].second,
                  typeface(Type::Caption), theme.railQuiet, direction);
        y += px(66);
    }
}

} // namespace reserve
