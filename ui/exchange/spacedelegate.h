// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QStyledItemDelegate>

namespace reserve {

class AdminDraft;
class SpaceModel;

// A cell of Exchange Spaces: its text, the letters that differ in case, the bar of a changed value, the frame of one
// that cannot be applied. What is typed into its editor is draft at once.
class SpaceDelegate final : public QStyledItemDelegate
{
    Q_OBJECT

public:
    SpaceDelegate(AdminDraft& draft, const SpaceModel& model, QObject* parent = nullptr);

    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override;
    QWidget* createEditor(QWidget* parent, const QStyleOptionViewItem& option, const QModelIndex& index) const override;
    void setEditorData(QWidget* editor, const QModelIndex& index) const override;
    void destroyEditor(QWidget* editor, const QModelIndex& index) const override;

private:
    void paintMailbox(QPainter* painter, const QRectF& inner, const QStyleOptionViewItem& option,
                      const QModelIndex& index) const;

    AdminDraft& m_draft;
    const SpaceModel& m_model;
};

} // namespace reserve
