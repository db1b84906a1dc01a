// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#include "ui/common/pillrow.h"

#include "ui/theme/metrics.h"
#include "ui/theme/statepainter.h"

#include <QPainter>
#include <QStyle>

namespace reserve {

namespace {

StateText textOf(const StateCell& cell, Qt::LayoutDirection direction)
{
    StateText text;
    text.word = cell.word;
    text.direction = direction;
    text.icon = cell.icon;
    return text;
}

} // namespace

PillRow::PillRow(QWidget* parent)
    : QWidget(parent)
{
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
}

void PillRow::setStates(const QList<StateCell>& states)
{
    m_states.clear();
    QStringList words;
    for (const StateCell& cell : states) {
        if (!cell.meaning)
            continue;
        m_states.append(cell);
        words.append(cell.word.isEmpty() ? stateWord(*cell.meaning) : cell.word);
    }
    setAccessibleName(words.join(QLatin1String(", ")));
    updateGeometry();
    update();
}

QSize PillRow::sizeHint() const
{
    QSize size(0, px(20));
    for (const StateCell& cell : m_states) {
        const QSize pill = stateSize(*cell.meaning, Form::Pill, textOf(cell, layoutDirection()));
        size = {size.width() + pill.width() + u(1.5), std::max(size.height(), pill.height())};
    }
    return size;
}

void PillRow::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    int at = 0;
    for (const StateCell& cell : m_states) {
        const StateText text = textOf(cell, layoutDirection());
        const QSize pill = stateSize(*cell.meaning, Form::Pill, text);
        const QRect place(QPoint(at, (height() - pill.height()) / 2), pill);
        paintState(&painter, QStyle::visualRect(layoutDirection(), rect(), place), *cell.meaning, Form::Pill, text);
        at += pill.width() + u(1.5);
    }
}

} // namespace reserve
