// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#pragma once

#include "models/entities/space.h"

#include <QAbstractListModel>
#include <QList>
#include <QString>

#include <optional>

namespace reserve {

// Spaces to choose from: their buildings as group rows, the spaces below, in the order given. A filter narrows by
// name, building, floor, mailbox and equipment; each word of it must be found. GUI thread; owns copies of the spaces.
class SpaceChoiceModel final : public QAbstractListModel
{
    Q_OBJECT

public:
    enum Role { IdRole = Qt::UserRole + 1, IsGroupRole };

    explicit SpaceChoiceModel(QObject* parent = nullptr);

    // Rows that stay are kept; a renamed or added space does not reset the list.
    void setSpaces(const QList<Space>& spaces);
    void setFilter(const QString& text);
    const QString& filter() const { return m_filter; }

    const Space* spaceAt(const QModelIndex& index) const;
    QModelIndex indexOf(SpaceId id) const;
    QList<Space> shownSpaces() const;

    int rowCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    Qt::ItemFlags flags(const QModelIndex& index) const override;

private:
    // A building's group row when there is no space.
    struct Row
    {
        QString building;
        qsizetype space = -1; // index in m_spaces
        SpaceId id;
        bool isSame(const Row& other) const { return id == other.id && building == other.building; }
    };

    QList<Row> rowsOf(const QList<Space>& spaces) const;
    void rebuild(const QList<Space>& spaces);

    QList<Space> m_spaces;
    QString m_filter;
    QList<Row> m_rows;
};

// Whether every word of `text` stands in something by which a space is known.
bool matchesFilter(const Space& space, const QString& text);

} // namespace reserve
