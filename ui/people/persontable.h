// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QtGlobal>

QT_BEGIN_NAMESPACE
class QWidget;
QT_END_NAMESPACE

namespace reserve {

class PersonModel;
class TableView;

// The table of people, dressed; heads of sections span its columns, also after rows came and went.
TableView* makePersonTable(PersonModel* model, QWidget* parent);

} // namespace reserve
