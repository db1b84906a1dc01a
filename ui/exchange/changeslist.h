// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QWidget>

QT_BEGIN_NAMESPACE
class QStandardItemModel;
QT_END_NAMESPACE

namespace reserve {

class AdminDraft;
class TableView;

// "Show changes": what would be applied, before and after.
class ChangesList final : public QWidget
{
    Q_OBJECT

public:
    explicit ChangesList(AdminDraft& draft, QWidget* parent = nullptr);

    int lineCount() const;

private:
    void refresh();

    AdminDraft& m_draft;
    TableView* m_table;
    QStandardItemModel* m_model;
};

} // namespace reserve
