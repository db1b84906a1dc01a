// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#include "models/items/partmodel.h"

#include <QLocale>

namespace reserve {

PartModel::PartModel(QObject* parent)
    : QAbstractTableModel(parent)
{
}

void PartModel::setParts(const QList<MessagePart>& parts)
{
    beginResetModel();
    m_parts = parts;
    endResetModel();
}

int PartModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : int(m_parts.size());
}

int PartModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QString PartModel::text(const MessagePart& part, int column) const
{
    switch (column) {
    case PartColumn:
        return QString::fromLatin1(part.where);
    case TypeColumn:
        return QString::fromLatin1(part.type);
    case SizeColumn:
        return QLocale().formattedDataSize(part.size, 1, QLocale::DataSizeTraditionalFormat);
    case CharsetColumn:
        return QString::fromLatin1(part.charset);
    case NameColumn:
        return part.name;
    default:
        return {};
    }
}

QVariant PartModel::data(const QModelIndex& index, int role) const
{
    if (!index.isValid())
        return {};
    const MessagePart& part = m_parts.at(index.row());
    if (role == Qt::TextAlignmentRole && index.column() == SizeColumn)
        return QVariant::fromValue(Qt::AlignTrailing | Qt::AlignVCenter);
    if (role == Qt::DisplayRole && index.column() == TypeColumn)
        return QString(QString(2 * part.depth, QChar::Nbsp) + text(part, TypeColumn));
    if (role != Qt::DisplayRole && role != Qt::ToolTipRole && role != Qt::AccessibleTextRole)
        return {};
    return text(part, index.column());
}

QVariant PartModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation == Qt::Horizontal && role == Qt::TextAlignmentRole && section == SizeColumn)
        return QVariant::fromValue(Qt::AlignTrailing | Qt::AlignVCenter);
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case PartColumn:
        return tr("Part");
    case TypeColumn:
        return tr("Type");
    case SizeColumn:
        return tr("Size");
    case CharsetColumn:
        return tr("Charset");
    case NameColumn:
        return tr("Name");
    default:
        return {};
    }
}

} // namespace reserve
