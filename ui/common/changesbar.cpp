// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#include "ui/common/changesbar.h"

#include "ui/common/label.h"
#include "ui/theme/consolestyle.h"
#include "ui/theme/icons.h"
#include "ui/theme/metrics.h"
#include "ui/theme/painting.h"
#include "ui/theme/theme.h"

#include <QHBoxLayout>
#include <QKeySequence>
#include <QPainter>
#include <QPushButton>

namespace reserve {
namespace {

constexpr int iconStart = 20;
constexpr int textStart = 46;

} // namespace

ChangesBar::ChangesBar(QWidget* parent)
    : QWidget(parent)
    , m_text(new Label({}, Type::Strong))
    , m_remark(new Label({}, Type::Caption))
    , m_show(new QPushButton(tr("Show changes")))
    , m_revert(new QPushButton(tr("Revert")))
    , m_apply(new QPushButton(icon(Icon::StateAccepted), tr("Apply")))
{
    setFixedHeight(px(design::changesBar));
    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins({});
    layout->setSpacing(u(3));
    layout->addSpacing(px(textStart));
    layout->addWidget(m_text);
    layout->addWidget(m_remark, 1);
    layout->addWidget(m_show);
    layout->addWidget(m_revert);
    layout->addWidget(m_apply);
    layout->addSpacing(px(design::pageMargin));
    m_text->setMeaning(Meaning::Tentative);
    m_remark->setMeaning(Meaning::Tentative);
    m_remark->setElided(true);

    const QKeySequence apply(Qt::CTRL | Qt::Key_S);
    setLook(m_apply, Look::Primary);
    m_apply->setShortcut(apply);
    m_apply->setProperty("shortcutHint", apply.toString(QKeySequence::NativeText));
    connect(m_show, &QPushButton::clicked, this, &ChangesBar::showRequested);
    connect(m_revert, &QPushButton::clicked, this, &ChangesBar::revertRequested);
    connect(m_apply, &QPushButton::clicked, this, &ChangesBar::applyRequested);
    hide();
}

void ChangesBar::setCount(int count)
{
    m_count = count;
    m_text->setText(count == 1 ? tr("1 change not applied") : tr("%n changes not applied", nullptr, count));
    setAccessibleName(m_text->text());
    setVisible(count > 0);
}

void ChangesBar::setRemark(const QString& sentence)
{
    m_remark->setText(sentence);
}

void ChangesBar::setBusy(bool busy)
{
    const QString reason = busy ? tr("The changes are being applied.") : QString();
    for (QPushButton* button : {m_show, m_revert, m_apply}) {
        button->setEnabled(!busy);
        button->setToolTip(reason);
    }
}

void ChangesBar::paintEvent(QPaintEvent*)
{
    const MeaningColors& colors = Theme::current().of(Meaning::Tentative);
    QPainter painter(this);
    const QRectF area(rect());
    painter.fillRect(area, colors.wash);
    paintHairline(&painter, area.topLeft(), area.topRight(), colors.edge);
    const QRectF after = withoutLeading(area, px(iconStart), layoutDirection());
    paintIcon(&painter, leadingSlice(after, px(design::smallIcon), layoutDirection()), Icon::ActEdit, colors.ink);
}

} // namespace reserve
