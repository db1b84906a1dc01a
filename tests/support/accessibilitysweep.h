// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QStringList>

QT_BEGIN_NAMESPACE
class QWidget;
QT_END_NAMESPACE

namespace reserve {

// Walks everything under `root` that can take the focus, and every item that a painted widget offers, as a screen
// reader would. One line for each thing without a name, with its class and object names; empty when all is well.
QStringList unnamedThings(QWidget* root);

// The labels in sight whose text a screen reader does not hear, because a name stands in its place; a line each.
QStringList mutedLabels(QWidget* root);

// The text fields in sight that neither Tab nor a click leads into, a line each.
QStringList unreachableFields(QWidget* root);

// The names in the order of the accessible tree, for tests that look for one.
QStringList accessibleNames(QWidget* root);

// What the labels in sight say to a screen reader.
QStringList labelTexts(QWidget* root);

} // namespace reserve
