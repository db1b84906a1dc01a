// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#include "ui/common/findingmark.h"

#include "ui/theme/icons.h"
#include "ui/theme/metrics.h"
#include "ui/theme/painting.h"
#include "ui/theme/theme.h"

#include <QPainter>

namespace reserve {

namespace {

constexpr int side = 14;

} // namespace

FindingMark::FindingMark(QWidget* parent)
    : QWidget(parent)
{
    setFixedSize(px(side), px(side));
}

void FindingMark::setMeaning(Meaning meaning)
{
    m_meaning = meaning;
    update();
}

void FindingMark::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    paintIcon(&painter, rect(), stateIcon(m_meaning), Theme::current().of(m_meaning).ink, layoutDirection());
}

} // namespace reserve
