// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#pragma once

#include "models/items/fielddraft.h"

#include <QWidget>

QT_BEGIN_NAMESPACE
class QListWidget;
class QPushButton;
class QStackedWidget;
QT_END_NAMESPACE

namespace reserve {

class AdminDraft;
class EmptyState;
class Label;
class ProfileForm;

// R-SERVERS: the Exchange servers and tenants, and the one that is edited. Rooms without a server are said below.
class ServersView final : public QWidget
{
    Q_OBJECT

public:
    explicit ServersView(AdminDraft& draft, QWidget* parent = nullptr);

    bool focusField(const FieldPath& path);
    ProfileForm* form() const { return m_form; }
    void addServer();

private:
    QWidget* makeList();
    void addRow();
    void refresh();
    void choose();
    void removeServer();
    qint64 currentId() const;

    AdminDraft& m_draft;
    QWidget* m_side; // nothing to choose from: not there
    QListWidget* m_list;
    QPushButton* m_remove;
    Label* m_gaps;
    QStackedWidget* m_stack;
    EmptyState* m_empty;
    ProfileForm* m_form;
    bool m_refreshing = false;
};

} // namespace reserve
