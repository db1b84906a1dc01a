// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#pragma once

#include "ui/common/label.h"

#include <QStyledItemDelegate>

namespace reserve {

// A table cell of one line in a type and an ink: names in Type::Name, times in Type::Fixed, quiet columns in
// Ink::Secondary. Addresses are elided in the middle and run left to right. An empty cell shows `placeholder`.
class TextDelegate final : public QStyledItemDelegate
{
    Q_OBJECT
public:
    explicit TextDelegate(Type type, Ink ink = Ink::Text, QObject* parent = nullptr);

    void setPlaceholder(const QString& text);

    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override;

private:
    Type m_type;
    Ink m_ink;
    QString m_placeholder;
};

} // namespace reserve
