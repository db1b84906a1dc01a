// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QWidget>

namespace reserve {

// A widget that paints its items itself (rail, status strip, chips, the way of a request) and is still complete for
// keyboard and screen reader: one tab stop, arrow keys from item to item, each item an accessible child with a name,
// a role, a state and an action. Subclasses say what there is and paint it; they call itemsChanged() after a change.
class PaintedWidget : public QWidget
{
    Q_OBJECT
public:
    // Toggle: on or off by itself. Choice: one of several, of which exactly one is chosen.
    enum class ItemRole { Button, Toggle, Choice, Page, Text };

    struct Item
    {
        QString name; // accessible, complete: "Troubleshoot, 1 problem"
        QString description;
        QString toolTip; // shown when not empty
        ItemRole role = ItemRole::Button;
        bool checked = false;
        bool enabled = true;
        QRect rect;
    };

    explicit PaintedWidget(Qt::Orientation orientation, QWidget* parent = nullptr);

    virtual int itemCount() const = 0;
    virtual Item item(int index) const = 0;

    int currentItem() const { return m_current; }
    void setCurrentItem(int index);
    int itemAt(const QPoint& position) const;

    // What a click, Enter or Space on the item does; calls itemActivated().
    void activateItem(int index);

    // Once per process, before the first one is shown to a screen reader; the constructor does it.
    static void installAccessibility();

protected:
    virtual void itemActivated(int index) = 0;

    // Texts, states or places changed: clamps the current item, repaints, tells accessibility.
    void itemsChanged();

    int hoveredItem() const { return m_hovered; }
    int pressedItem() const { return m_pressed; }

    // The item that shows the focus ring now, or -1.
    int focusedItem() const;

    bool event(QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void leaveEvent(QEvent* event) override;
    void focusInEvent(QFocusEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;

private:
    void step(int by);
    void setHovered(int index);

    Qt::Orientation m_orientation;
    int m_current = 0;
    int m_hovered = -1;
    int m_pressed = -1;
    bool m_keyboardFocus = false;
};

} // namespace reserve
