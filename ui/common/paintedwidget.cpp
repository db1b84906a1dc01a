// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#include "ui/common/paintedwidget.h"

#include <QAccessible>
#include <QAccessibleActionInterface>
#include <QAccessibleWidget>
#include <QEvent>
#include <QHash>
#include <QHelpEvent>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QPointer>
#include <QToolTip>

#include <algorithm>

namespace reserve {
namespace {

QAccessible::Role roleOf(PaintedWidget::ItemRole role)
{
    switch (role) {
    case PaintedWidget::ItemRole::Button:
        return QAccessible::Button;
    case PaintedWidget::ItemRole::Toggle:
        return QAccessible::CheckBox;
    case PaintedWidget::ItemRole::Choice:
        return QAccessible::RadioButton;
    case PaintedWidget::ItemRole::Page:
        return QAccessible::PageTab;
    case PaintedWidget::ItemRole::Text:
        return QAccessible::StaticText;
    }
    Q_UNREACHABLE();
}

bool isCheckable(PaintedWidget::ItemRole role)
{
    return role == PaintedWidget::ItemRole::Toggle || role == PaintedWidget::ItemRole::Choice;
}

class AccessibleItem final : public QAccessibleInterface, public QAccessibleActionInterface
{
public:
    AccessibleItem(PaintedWidget* widget, int index)
        : m_widget(widget)
        , m_index(index)
    {
    }

    bool isValid() const override { return m_widget && m_index < m_widget->itemCount(); }
    QObject* object() const override { return nullptr; }
    QWindow* window() const override { return isValid() ? m_widget->window()->windowHandle() : nullptr; }
    QAccessibleInterface* parent() const override { return QAccessible::queryAccessibleInterface(m_widget); }
    QAccessibleInterface* child(int) const override { return nullptr; }
    QAccessibleInterface* childAt(int, int) const override { return nullptr; }
    int childCount() const override { return 0; }
    int indexOfChild(const QAccessibleInterface*) const override { return -1; }
    void setText(QAccessible::Text, const QString&) override {}

    QString text(QAccessible::Text kind) const override
    {
        if (!isValid())
            return {};
        const PaintedWidget::Item item = m_widget->item(m_index);
        if (kind == QAccessible::Name)
            return item.name;
        return kind == QAccessible::Description ? item.description : QString();
    }

    QRect rect() const override
    {
        if (!isValid())
            return {};
        const QRect local = m_widget->item(m_index).rect;
        return {m_widget->mapToGlobal(local.topLeft()), local.size()};
    }

    QAccessible::Role role() const override
    {
        return isValid() ? roleOf(m_widget->item(m_index).role) : QAccessible::NoRole;
    }

    QAccessible::State state() const override
    {
        QAccessible::State state;
        if (!isValid()) {
            state.invalid = true;
            return state;
        }
        const PaintedWidget::Item item = m_widget->item(m_index);
        state.focusable = item.enabled && item.role != PaintedWidget::ItemRole::Text;
        state.focused = m_widget->hasFocus() && m_widget->currentItem() == m_index;
        state.disabled = !item.enabled || !m_widget->isEnabled();
        state.invisible = !m_widget->isVisible() || item.rect.isEmpty();
        state.checkable = isCheckable(item.role);
        state.checked = state.checkable && item.checked;
        state.selectable = item.role == PaintedWidget::ItemRole::Page;
        state.selected = state.selectable && item.checked;
        return state;
    }

    void* interface_cast(QAccessible::InterfaceType type) override
    {
        return type == QAccessible::ActionInterface ? static_cast<QAccessibleActionInterface*>(this) : nullptr;
    }

    QStringList actionNames() const override
    {
        if (!isValid() || m_widget->item(m_index).role == PaintedWidget::ItemRole::Text)
            return {};
        return {isCheckable(m_widget->item(m_index).role) ? toggleAction() : pressAction(), setFocusAction()};
    }

    void doAction(const QString& name) override
    {
        if (!isValid())
            return;
        if (name == setFocusAction()) {
            m_widget->setCurrentItem(m_index);
            m_widget->setFocus(Qt::OtherFocusReason);
        } else {
            m_widget->activateItem(m_index);
        }
    }

    QStringList keyBindingsForAction(const QString&) const override { return {}; }

private:
    QPointer<PaintedWidget> m_widget;
    int m_index;
};

class AccessibleItems final : public QAccessibleWidget
{
public:
    explicit AccessibleItems(PaintedWidget* widget)
        : QAccessibleWidget(widget, QAccessible::Grouping)
    {
    }

    ~AccessibleItems() override
    {
        for (const QAccessible::Id id : std::as_const(m_children))
            QAccessible::deleteAccessibleInterface(id);
    }

    int childCount() const override { return painted()->itemCount(); }

    QAccessibleInterface* child(int index) const override
    {
        if (index < 0 || index >= childCount())
            return nullptr;
        auto found = m_children.find(index);
        if (found == m_children.end()) {
            auto* item = new AccessibleItem(painted(), index);
            found = m_children.insert(index, QAccessible::registerAccessibleInterface(item));
        }
        return QAccessible::accessibleInterface(*found);
    }

    QAccessibleInterface* childAt(int x, int y) const override
    {
        return child(painted()->itemAt(painted()->mapFromGlobal(QPoint(x, y))));
    }

    int indexOfChild(const QAccessibleInterface* wanted) const override
    {
        for (auto found = m_children.cbegin(); found != m_children.cend(); ++found) {
            if (QAccessible::accessibleInterface(found.value()) == wanted)
                return found.key();
        }
        return -1;
    }

    QAccessibleInterface* focusChild() const override
    {
        return painted()->hasFocus() ? child(painted()->currentItem()) : nullptr;
    }

private:
    PaintedWidget* painted() const { return static_cast<PaintedWidget*>(widget()); }

    mutable QHash<int, QAccessible::Id> m_children; // made when asked for
};

QAccessibleInterface* makeInterface(const QString&, QObject* object)
{
    auto* widget = qobject_cast<PaintedWidget*>(object);
    return widget ? new AccessibleItems(widget) : nullptr;
}

void notify(PaintedWidget* widget, QAccessible::Event type, int child)
{
    if (!QAccessible::isActive())
        return;
    QAccessibleEvent event(widget, type);
    event.setChild(child);
    QAccessible::updateAccessibility(&event);
}

} // namespace

PaintedWidget::PaintedWidget(Qt::Orientation orientation, QWidget* parent)
    : QWidget(parent)
    , m_orientation(orientation)
{
    installAccessibility();
    setFocusPolicy(Qt::TabFocus);
    setMouseTracking(true);
}

void PaintedWidget::installAccessibility()
{
    static const bool installed = (QAccessible::installFactory(makeInterface), true);
    Q_UNUSED(installed)
}

void PaintedWidget::setCurrentItem(int index)
{
    if (index < 0 || index >= itemCount() || index == m_current)
        return;
    m_current = index;
    update();
    if (hasFocus())
        notify(this, QAccessible::Focus, m_current);
}

int PaintedWidget::itemAt(const QPoint& position) const
{
    for (int index = 0; index < itemCount(); ++index) {
        if (item(index).rect.contains(position))
            return index;
    }
    return -1;
}

void PaintedWidget::activateItem(int index)
{
    if (index < 0 || index >= itemCount() || !isEnabled())
        return;
    const Item target = item(index);
    if (!target.enabled || target.role == ItemRole::Text)
        return;
    setCurrentItem(index);
    itemActivated(index);
}

void PaintedWidget::itemsChanged()
{
    m_current = std::clamp(m_current, 0, std::max(0, itemCount() - 1));
    m_hovered = -1;
    updateGeometry();
    update();
    for (int index = 0; QAccessible::isActive() && index < itemCount(); ++index)
        notify(this, QAccessible::NameChanged, index);
}

int PaintedWidget::focusedItem() const
{
    return hasFocus() && m_keyboardFocus ? m_current : -1;
}

bool PaintedWidget::event(QEvent* event)
{
    if (event->type() == QEvent::ToolTip) {
        auto* help = static_cast<QHelpEvent*>(event);
        const int index = itemAt(help->pos());
        const Item shown = index < 0 ? Item() : item(index);
        QToolTip::showText(help->globalPos(), shown.toolTip, this, shown.rect);
        return true;
    }
    return QWidget::event(event);
}

void PaintedWidget::step(int by)
{
    for (int index = m_current + by; index >= 0 && index < itemCount(); index += by) {
        const Item candidate = item(index);
        if (candidate.enabled && !candidate.rect.isEmpty())
            return setCurrentItem(index);
    }
}

void PaintedWidget::keyPressEvent(QKeyEvent* event)
{
    m_keyboardFocus = true;
    const bool mirrored = layoutDirection() == Qt::RightToLeft;
    const int next = m_orientation == Qt::Vertical ? Qt::Key_Down : mirrored ? Qt::Key_Left : Qt::Key_Right;
    const int previous = m_orientation == Qt::Vertical ? Qt::Key_Up : mirrored ? Qt::Key_Right : Qt::Key_Left;
    const int key = event->key();
    if (key == next)
        step(1);
    else if (key == previous)
        step(-1);
    else if (key == Qt::Key_Home)
        setCurrentItem(0);
    else if (key == Qt::Key_End)
        setCurrentItem(itemCount() - 1);
    else if (key == Qt::Key_Return || key == Qt::Key_Enter || key == Qt::Key_Space)
        activateItem(m_current);
    else
        return QWidget::keyPressEvent(event);
    update();
}

void PaintedWidget::mousePressEvent(QMouseEvent* event)
{
    if (event->button() != Qt::LeftButton)
        return QWidget::mousePressEvent(event);
    m_pressed = itemAt(event->position().toPoint());
    update();
}

void PaintedWidget::mouseReleaseEvent(QMouseEvent* event)
{
    const int pressed = std::exchange(m_pressed, -1);
    update();
    if (event->button() == Qt::LeftButton && pressed >= 0 && pressed == itemAt(event->position().toPoint()))
        activateItem(pressed);
}

void PaintedWidget::mouseMoveEvent(QMouseEvent* event)
{
    setHovered(itemAt(event->position().toPoint()));
}

void PaintedWidget::leaveEvent(QEvent* event)
{
    setHovered(-1);
    QWidget::leaveEvent(event);
}

void PaintedWidget::setHovered(int index)
{
    if (m_hovered == index)
        return;
    m_hovered = index;
    update();
}

void PaintedWidget::focusInEvent(QFocusEvent* event)
{
    const Qt::FocusReason reason = event->reason();
    if (reason == Qt::TabFocusReason || reason == Qt::BacktabFocusReason || reason == Qt::ShortcutFocusReason)
        m_keyboardFocus = true;
    else if (reason == Qt::MouseFocusReason)
        m_keyboardFocus = false;
    update();
    QWidget::focusInEvent(event);
    notify(this, QAccessible::Focus, m_current);
}

void PaintedWidget::focusOutEvent(QFocusEvent* event)
{
    update();
    QWidget::focusOutEvent(event);
}

} // namespace reserve
