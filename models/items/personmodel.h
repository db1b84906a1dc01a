// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#pragma once

#include "models/items/idtablemodel.h"
#include "models/items/personsections.h"
#include "models/items/rowcache.h"
#include "models/store/store.h"

#include <QTimer>

namespace reserve {

struct Change;

struct PersonRow
{
    Person person;
    int reservations = 0;
    bool sharesEmail = false;   // FAQ 7
    bool winsMatch = false;     // R-LOWEST-ID among those who share it
    bool isDefaultUser = false; // R-DEFAULT
};

// The people; by e-mail, they are grouped by finding: shared e-mails first, then everyone else. Live.
class PersonModel final : public IdTableModel
{
    Q_OBJECT

public:
    enum Column { NumberColumn, NameColumn, EmailColumn, StatusColumn, ZoneColumn, ReservationsColumn, ColumnCount };
    enum Role { IsSectionRole = FirstOwnRole };

    explicit PersonModel(Store& store, QObject* parent = nullptr);

    // Group and text; the order stays.
    void setFilter(PersonFilter filter);
    // By any column, in the store.
    void sort(int column, Qt::SortOrder order = Qt::AscendingOrder) override;
    const PersonFilter& filter() const { return m_filter; }
    const PersonCounts& counts() const { return m_counts; }
    int shownPeople() const { return rowCount() - int(m_sections.size()); }

    bool isSection(int row) const { return idAt(row) < 0; }
    PersonSection sectionAt(int row) const { return m_sections.value(idAt(row)); }
    PersonId personAt(int row) const { return isSection(row) ? PersonId{} : PersonId{idAt(row)}; }
    // nullptr for sections and while it is being read.
    const PersonRow* rowAt(int row) const;

    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    Qt::ItemFlags flags(const QModelIndex& index) const override;

Q_SIGNALS:
    void countsChanged(const reserve::PersonCounts& counts);

private:
    void take(const QList<Change>& changes);
    void readList();
    void takeList(const Result<PersonList>& answer);
    void readRows(const QList<qint64>& ids);
    QString text(const PersonRow& row, int column) const;
    QString sectionText(const PersonSection& section) const;

    Store& m_store;
    PersonFilter m_filter;
    PersonCounts m_counts;
    QHash<qint64, PersonSection> m_sections;
    RowCache<PersonRow> m_cache;
    mutable QTimer m_readMissed; // started by what was asked for in vain
    QTimer m_readList;
    QTimer m_readCounts;
    quint64 m_generation = 0;
};

} // namespace reserve
