// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#include "ui/calendar/statepills.h"

#include "ui/theme/metrics.h"
#include "ui/theme/statepainter.h"

#include <QPainter>
#include <QStyle>

#include <algorithm>

namespace reserve {

namespace {

StateText textOf(const StatePill& pill, Qt::LayoutDirection direction)
{
    StateText text;
    text.word = pill.word;
    text.direction = direction;
    return text;
}

} // namespace

StatePills::StatePills(QWidget* parent)
    : QWidget(parent)
{
}

void StatePills::setPills(const QList<StatePill>& pills)
{
    m_pills = pills;
    QStringList words;
    for (const StatePill& pill : pills)
        words.append(pill.word);
    setAccessibleName(words.join(tr(", ", "between states")));
    updateGeometry();
    update();
}

QSize StatePills::sizeHint() const
{
    QSize whole;
    for (const StatePill& pill : m_pills) {
        const QSize size = stateSize(pill.meaning, Form::Pill, textOf(pill, layoutDirection()));
        whole = {whole.width() + size.width() + u(1.5), std::max(whole.height(), size.height())};
    }
    return whole;
}

void StatePills::paintEvent(QPaintEvent* event)
{
    Q_UNUSED(event)
    QPainter painter(this);
    int left = 0;
    for (const StatePill& pill : std::as_const(m_pills)) {
        const StateText text = textOf(pill, layoutDirection());
        const QSize size = stateSize(pill.meaning, Form::Pill, text);
        paintState(&painter, QStyle::visualRect(layoutDirection(), rect(), QRect(QPoint(left, 0), size)), pill.meaning,
                   Form::Pill, text);
        left += size.width() + u(1.5);
    }
}

} // namespace reserve
