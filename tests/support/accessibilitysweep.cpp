// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#include "tests/support/accessibilitysweep.h"

#include <QAbstractItemView>
#include <QAccessible>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QWidget>

namespace reserve {
namespace {

QString describe(const QWidget* widget)
{
    QStringList path;
    for (const QWidget* step = widget; step; step = step->parentWidget()) {
        const QString name = step->objectName();
        path.prepend(QLatin1String(step->metaObject()->className())
                     + (name.isEmpty() ? QString() : QStringLiteral("#%1").arg(name)));
    }
    return path.join(QStringLiteral(" > "));
}

// Parts of a control that hand their focus to the whole.
bool isPartOfControl(const QWidget* widget)
{
    for (const QWidget* step = widget; step; step = step->parentWidget()) {
        // The list that a combo box drops down is made, and named by its combo box, on demand.
        if (step->inherits("QComboBoxPrivateContainer"))
            return true;
    }
    return widget->focusProxy() || widget->objectName().startsWith(QLatin1String("qt_"));
}

bool takesFocus(const QWidget* widget)
{
    return widget->focusPolicy() != Qt::NoFocus && widget->isVisibleTo(widget->window()) && !isPartOfControl(widget);
}

QList<QWidget*> focusable(QWidget* root)
{
    QList<QWidget*> all = root->findChildren<QWidget*>();
    all.prepend(root);
    all.removeIf([](const QWidget* widget) { return !takesFocus(widget); });
    return all;
}

// Items of views are named by their models; painted widgets name their own.
bool hasOwnItems(QWidget* widget)
{
    return widget->inherits("reserve::PaintedWidget") || widget->property("paintedItems").toBool();
}

} // namespace

QStringList unnamedThings(QWidget* root)
{
    QStringList found;
    const QList<QWidget*> widgets = focusable(root);
    for (QWidget* widget : widgets) {
        QAccessibleInterface* face = QAccessible::queryAccessibleInterface(widget);
        if (!face || face->text(QAccessible::Name).trimmed().isEmpty())
            found << describe(widget);
        if (!face || !hasOwnItems(widget))
            continue;
        for (int index = 0; index < face->childCount(); ++index) {
            QAccessibleInterface* child = face->child(index);
            if (!child || child->text(QAccessible::Name).trimmed().isEmpty())
                found << QStringLiteral("%1, item %2").arg(describe(widget)).arg(index);
        }
    }
    return found;
}

QStringList mutedLabels(QWidget* root)
{
    QStringList found;
    for (QLabel* label : root->findChildren<QLabel*>()) {
        QAccessibleInterface* face = QAccessible::queryAccessibleInterface(label);
        if (label->isVisibleTo(root) && face && !face->text(QAccessible::Name).contains(label->text()))
            found << QStringLiteral("%1: %2").arg(describe(label), label->text());
    }
    return found;
}

QStringList unreachableFields(QWidget* root)
{
    QStringList found;
    const auto widgets = root->findChildren<QWidget*>();
    for (const QWidget* widget : widgets) {
        const bool isField = qobject_cast<const QLineEdit*>(widget) || qobject_cast<const QPlainTextEdit*>(widget);
        if (isField && widget->isVisibleTo(widget->window()) && widget->isEnabled() && !isPartOfControl(widget)
            && (widget->focusPolicy() & Qt::StrongFocus) != Qt::StrongFocus)
            found << describe(widget);
    }
    return found;
}

QStringList accessibleNames(QWidget* root)
{
    QStringList names;
    const QList<QWidget*> widgets = focusable(root);
    for (QWidget* widget : widgets) {
        QAccessibleInterface* face = QAccessible::queryAccessibleInterface(widget);
        if (!face)
            continue;
        names << face->text(QAccessible::Name);
        for (int index = 0; hasOwnItems(widget) && index < face->childCount(); ++index) {
            if (QAccessibleInterface* child = face->child(index))
                names << child->text(QAccessible::Name);
        }
    }
    return names;
}

QStringList labelTexts(QWidget* root)
{
    QStringList texts;
    for (QLabel* label : root->findChildren<QLabel*>()) {
        if (QAccessibleInterface* face = QAccessible::queryAccessibleInterface(label); face && label->isVisibleTo(root))
            texts << face->text(QAccessible::Name);
    }
    return texts;
}

} // namespace reserve
