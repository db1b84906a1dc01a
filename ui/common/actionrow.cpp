// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#include "ui/common/actionrow.h"

#include "ui/theme/metrics.h"

#include <QAbstractButton>
#include <QEvent>
#include <QHBoxLayout>

namespace reserve {

namespace {

bool keepsText(const QAbstractButton* button)
{
    return button->icon().isNull() || button->property("look").toString() == QLatin1String("primary");
}

} // namespace

ActionRow::ActionRow(QWidget* parent)
    : QWidget(parent)
{
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins({});
    row->setSpacing(u(2));
    row->addStretch(1);
    setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed);
}

void ActionRow::addButton(QAbstractButton* button)
{
    static_cast<QHBoxLayout*>(layout())->insertWidget(int(m_entries.size()), button);
    m_entries.append(Entry{button, {}, false});
}

void ActionRow::addAtEnd(QAbstractButton* button)
{
    layout()->addWidget(button);
}

QSize ActionRow::minimumSizeHint() const
{
    return {0, layout()->minimumSize().height()};
}

int ActionRow::neededWidth() const
{
    layout()->invalidate(); // which asks for a new layout as well
    return layout()->minimumSize().width();
}

void ActionRow::unfold()
{
    for (Entry& entry : m_entries) {
        if (entry.isFolded)
            entry.button->setText(entry.text);
        entry.isFolded = false;
    }
}

void ActionRow::fit()
{
    if (m_isFitting)
        return;
    m_isFitting = true;
    unfold();
    for (auto entry = m_entries.rbegin(); entry != m_entries.rend() && neededWidth() > width(); ++entry) {
        if (keepsText(entry->button) || entry->button->isHidden())
            continue;
        entry->text = entry->button->text();
        entry->isFolded = true;
        if (entry->button->accessibleName().isEmpty())
            entry->button->setAccessibleName(entry->text);
        if (entry->button->toolTip().isEmpty())
            entry->button->setToolTip(entry->text);
        entry->button->setText({});
    }
    m_isFitting = false;
    m_fittedTo = width();
    m_neededThen = neededWidth();
}

void ActionRow::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    fit();
}

bool ActionRow::event(QEvent* event)
{
    const bool handled = QWidget::event(event);
    // Fitting itself asks for a new layout: without a look at what changed the row would be busy for ever.
    if (event->type() == QEvent::LayoutRequest && (width() != m_fittedTo || neededWidth() != m_neededThen))
        fit();
    return handled;
}

} // namespace reserve
