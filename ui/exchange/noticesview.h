// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#pragma once

#include "models/entities/noticebook.h"
#include "models/items/fielddraft.h"

#include <QWidget>

QT_BEGIN_NAMESPACE
class QModelIndex;
class QStandardItemModel;
QT_END_NAMESPACE

namespace reserve {

class AdminDraft;
class Label;
class NoticeEditor;
class NoticePane;
class Store;
class TableView;
class DraftField;

// The words of the mails: a table of mails and languages, the texts of the chosen one, and how its reader
// would have it. Store and draft outlive it.
class NoticesView final : public QWidget
{
    Q_OBJECT

public:
    NoticesView(Store& store, AdminDraft& draft, QWidget* parent = nullptr);

    // Goes to the mail and language of the path first. False when it is none of this view.
    bool focusField(const FieldPath& path);
    bool hasChanges() const;
    void choose(NoticeKind kind, const QString& language);

    TableView* table() const { return m_table; }
    NoticeEditor* editor() const { return m_editor; }
    NoticePane* pane() const { return m_pane; }

protected:
    void showEvent(QShowEvent* event) override;

private:
    QWidget* makeSide();
    void makeTable();
    void takeCurrent(const QModelIndex& index);
    void refresh();
    void showPreview();
    void readSubjects();
    QString stateText(NoticeKind kind, const QString& language) const;

    Store& m_store;
    AdminDraft& m_draft;
    const QStringList m_languages;
    TableView* m_table;
    QStandardItemModel* m_model;
    Label* m_occasion;
    NoticeEditor* m_editor;
    NoticePane* m_pane;
    DraftField* m_language = nullptr;
};

} // namespace reserve
