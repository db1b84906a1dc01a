// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#pragma once

#include "models/exporting/spacefields.h"
#include "models/items/idtablemodel.h"
#include "models/items/spacestanding.h"

#include <QSet>

namespace reserve {

class AdminDraft;

// The table Exchange Spaces, editable in place: what is typed becomes draft, nothing is written before Apply. A row may
// have its finding open below it, as a row of its own that a page fills.
class SpaceModel final : public IdTableModel
{
    Q_OBJECT

public:
    enum Column {
        NameColumn,
        MailboxColumn,
        ServerColumn,
        StateColumn,
        BuildingColumn,
        FloorColumn,
        CapacityColumn,
        ContactColumn,
        ZoneColumn,
        DaysColumn,
        StartColumn,
        EndColumn,
        BookableColumn,
        SetupColumn,
        ClearupColumn,
        ColumnCount
    };
    enum Role { IsFindingRole = FirstOwnRole, ChangedRole, ConflictRole, ProblemRole };

    struct Counts
    {
        int all = 0;
        int mapped = 0;
        int unmapped = 0;
        int differsInCase = 0;
        int duplicate = 0;
    };

    // The draft outlives the model.
    explicit SpaceModel(AdminDraft& draft, QObject* parent = nullptr);

    // Empty: every standing.
    void setFilter(const QString& text, const QSet<MailboxStanding>& standings);
    // By what the store has, so that no row moves while it is typed into; new spaces stay at the end. -1: by building.
    void sort(int column, Qt::SortOrder order = Qt::AscendingOrder) override;
    Counts counts() const;
    // Why the space cannot be applied, a sentence each.
    QStringList problemsOf(qint64 spaceId) const;

    // Of one space at most; 0 closes.
    void openFinding(qint64 spaceId);
    qint64 openFinding() const { return m_openFinding; }
    int findingRow() const; // -1 while none is open

    bool isFinding(int row) const;
    qint64 spaceAt(int row) const; // negative while it is only a draft; 0 outside
    int rowOfSpace(qint64 spaceId) const;
    MailboxStanding standingOf(qint64 spaceId) const { return m_standings.value(spaceId, MailboxStanding::Mapped); }
    QString duplicateOf(qint64 spaceId) const { return m_duplicates.value(spaceId); }

    static std::optional<SpaceField> fieldOf(int column);
    static int columnOf(SpaceField field);

    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    bool setData(const QModelIndex& index, const QVariant& value, int role) override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    Qt::ItemFlags flags(const QModelIndex& index) const override;

Q_SIGNALS:
    void countsChanged();

private:
    void refresh();
    void judge(const QList<Space>& spaces);
    void arrange(const QList<Space>& spaces);
    void takeSortKeys();
    QList<qint64> inOrder(const QList<Space>& spaces) const;
    QString text(qint64 spaceId, int column) const;
    QString stateText(qint64 spaceId) const;
    QVariant fieldData(qint64 spaceId, SpaceField field, int role) const;

    AdminDraft& m_draft;
    QString m_filterText;
    QSet<MailboxStanding> m_filterStandings;
    QHash<qint64, MailboxStanding> m_standings;
    QHash<qint64, QString> m_duplicates;
    QHash<qint64, QString> m_servers;
    QHash<qint64, QString> m_sortKeys;
    int m_sortColumn = -1;
    Qt::SortOrder m_sortOrder = Qt::AscendingOrder;
    qint64 m_openFinding = 0;
};

} // namespace reserve
