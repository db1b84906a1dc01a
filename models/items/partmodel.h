// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#pragma once

#include "models/mail/messagecontent.h"

#include <QAbstractTableModel>

namespace reserve {

// The parts of one mail in the order of their tree; their paths and the indent of their types tell who is in
// whom. Values only; GUI thread.
class PartModel final : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column { TypeColumn, NameColumn, SizeColumn, CharsetColumn, PartColumn, ColumnCount };

    explicit PartModel(QObject* parent = nullptr);

    void setParts(const QList<MessagePart>& parts);

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    QString text(const MessagePart& part, int column) const;

    QList<MessagePart> m_parts;
};

} // namespace reserve
