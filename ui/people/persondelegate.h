// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QStyledItemDelegate>

namespace reserve {

class PersonModel;
struct PersonRow;

// Control Number with the winner's crown, name with portrait and the tag "Default", and the heads of sections.
class PersonDelegate final : public QStyledItemDelegate
{
    Q_OBJECT

public:
    explicit PersonDelegate(const PersonModel& model, QObject* parent = nullptr);

    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override;

private:
    void paintSection(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const;
    void paintNumber(QPainter* painter, const QStyleOptionViewItem& option, const PersonRow& row) const;
    void paintName(QPainter* painter, const QStyleOptionViewItem& option, const PersonRow& row) const;

    const PersonModel& m_model;
};

} // namespace reserve
