// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#include "ui/common/segmentaccessible.h"

#include "ui/common/segmentbutton.h"

#include <QAccessible>
#include <QAccessibleWidget>

namespace reserve {

namespace {

class SegmentInterface final : public QAccessibleWidget
{
public:
    explicit SegmentInterface(SegmentButton* button)
        : QAccessibleWidget(button, QAccessible::RadioButton)
    {
    }

    QString text(QAccessible::Text kind) const override
    {
        const QString own = QAccessibleWidget::text(kind);
        return own.isEmpty() && kind == QAccessible::Name ? button()->text() : own;
    }

    QAccessible::State state() const override
    {
        QAccessible::State state = QAccessibleWidget::state();
        state.checkable = true;
        state.checked = button()->isChecked();
        return state;
    }

    QStringList actionNames() const override { return {pressAction(), setFocusAction()}; }
    void doAction(const QString& action) override
    {
        if (action == pressAction() && button()->isEnabled())
            button()->click();
        else
            QAccessibleWidget::doAction(action);
    }

private:
    SegmentButton* button() const { return static_cast<SegmentButton*>(object()); }
};

QAccessibleInterface* makeInterface(const QString&, QObject* object)
{
    auto* button = qobject_cast<SegmentButton*>(object);
    return button ? new SegmentInterface(button) : nullptr;
}

} // namespace

void installSegmentAccessibility()
{
    static const bool installed = [] {
        QAccessible::installFactory(makeInterface);
        return true;
    }();
    Q_UNUSED(installed)
}

} // namespace reserve
