// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#include "ui/common/pagehead.h"

#include "ui/common/label.h"
#include "ui/common/segmentedswitch.h"
#include "ui/theme/icons.h"
#include "ui/theme/metrics.h"

#include <QAbstractButton>
#include <QEvent>
#include <QHBoxLayout>
#include <QMenu>
#include <QPushButton>
#include <QToolButton>

namespace reserve {
namespace {

bool isPrimary(const QAbstractButton* button)
{
    return button->property("look").toString() == QLatin1String("primary");
}

} // namespace

PageHead::PageHead(const QString& title, QWidget* parent)
    : QWidget(parent)
    , m_title(new Label(title, Type::Title))
    , m_controls(new QHBoxLayout)
    , m_actions(new QHBoxLayout)
    , m_more(new QToolButton)
    , m_moreMenu(new QMenu(this))
{
    setFixedHeight(px(design::pageHead));
    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins(px(design::pageMargin), 0, px(design::pageMargin), 0);
    layout->setSpacing(u(4));
    layout->addWidget(m_title);
    layout->addLayout(m_controls, 1);
    layout->addLayout(m_actions);
    for (QHBoxLayout* row : {m_controls, m_actions})
        row->setSpacing(u(3));
    m_controls->addStretch(1);
    m_more->setIcon(icon(Icon::ActMore));
    m_more->setToolTip(tr("More"));
    m_more->setAccessibleName(tr("More"));
    m_more->setPopupMode(QToolButton::InstantPopup);
    m_more->setFocusPolicy(Qt::StrongFocus);
    m_more->setMenu(m_moreMenu);
    m_more->hide();
    m_actions->addWidget(m_more);
    connect(m_moreMenu, &QMenu::aboutToShow, this, &PageHead::fillMoreMenu);
}

QString PageHead::title() const
{
    return m_title->text();
}

void PageHead::setTitle(const QString& title)
{
    m_title->setText(title);
}

void PageHead::addControl(QWidget* control, int stretch)
{
    m_controls->insertWidget(m_controls->count() - 1, control, stretch);
    if (auto* toggle = qobject_cast<SegmentedSwitch*>(control))
        m_switches.append(toggle);
}

void PageHead::addAction(QAbstractButton* button)
{
    m_actions->insertWidget(m_actions->count() - 1, button);
    if (button->accessibleName().isEmpty())
        button->setAccessibleName(button->text());
    m_entries.append({button, button->text()});
}

QSize PageHead::minimumSizeHint() const
{
    return {px(320), height()};
}

int PageHead::neededWidth() const
{
    return layout()->minimumSize().width();
}

bool PageHead::fits() const
{
    layout()->invalidate(); // which asks for a new layout as well
    return neededWidth() <= width();
}

void PageHead::unfold()
{
    for (SegmentedSwitch* toggle : std::as_const(m_switches))
        toggle->setFolded(false);
    for (Action& action : m_entries) {
        if (action.folded)
            action.button->setText(action.text);
        if (action.inMore)
            action.button->show();
        action.folded = action.inMore = false;
    }
    m_more->hide();
}

void PageHead::foldText(Action& action)
{
    if (action.button->icon().isNull() || isPrimary(action.button))
        return;
    action.text = action.button->text();
    action.button->setText({});
    if (action.button->toolTip().isEmpty())
        action.button->setToolTip(action.text);
    action.folded = true;
}

void PageHead::moveIntoMore(Action& action)
{
    if (isPrimary(action.button) || action.button->isHidden())
        return;
    action.button->hide();
    action.inMore = true;
    m_more->show();
}

void PageHead::fit()
{
    if (m_fitting)
        return;
    m_fitting = true;
    unfold();
    for (SegmentedSwitch* toggle : std::as_const(m_switches)) {
        if (!fits())
            toggle->setFolded(true);
    }
    if (!fits()) {
        for (Action& action : m_entries)
            foldText(action);
    }
    for (auto action = m_entries.rbegin(); action != m_entries.rend() && !fits(); ++action)
        moveIntoMore(*action);
    m_fitting = false;
    layout()->invalidate();
    m_fittedTo = width();
    m_neededThen = neededWidth();
}

void PageHead::fillMoreMenu()
{
    m_moreMenu->clear();
    for (const Action& entry : std::as_const(m_entries)) {
        if (!entry.inMore)
            continue;
        QAction* action = m_moreMenu->addAction(entry.button->icon(), entry.text);
        action->setEnabled(entry.button->isEnabled());
        action->setCheckable(entry.button->isCheckable());
        action->setChecked(entry.button->isChecked());
        connect(action, &QAction::triggered, entry.button, [button = entry.button] { button->click(); });
    }
}

void PageHead::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    fit();
}

bool PageHead::event(QEvent* event)
{
    const bool handled = QWidget::event(event);
    // Fitting itself asks for a new layout: without a look at what changed the head would be busy for ever.
    if (event->type() == QEvent::LayoutRequest && (width() != m_fittedTo || neededWidth() != m_neededThen))
        fit();
    return handled;
}

} // namespace reserve
