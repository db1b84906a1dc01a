// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#pragma once

#include "models/base/result.h"
#include "models/entities/change.h"
#include "models/entities/person.h"
#include "models/store/personrepository.h"

#include <QAbstractListModel>
#include <QList>

namespace reserve {

class Store;

// People to choose from, as the People page orders them. The filter runs in the store; the first `mostShown` are read.
// Nothing is read before the first setFilter(). Lives on its owner's thread (the GUI's); the store outlives it.
class PersonChoiceModel final : public QAbstractListModel
{
    Q_OBJECT

public:
    enum Role { IdRole = Qt::UserRole + 1, EmailRole, IsRetiredRole };
    static constexpr int mostShown = 200;

    // Those of this group alone.
    explicit PersonChoiceModel(Store& store, QObject* parent = nullptr,
                               PersonFilter::Group group = PersonFilter::Group::All);

    // Name, e-mail or Control Number.
    void setFilter(const QString& text);
    const Person* personAt(const QModelIndex& index) const;
    QModelIndex indexOf(PersonId id) const;

    int rowCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;

Q_SIGNALS:
    void failed(const reserve::Error& error);

private:
    void read();
    void take(const QList<Person>& people);
    void follow(const QList<Change>& changes);

    Store& m_store;
    const PersonFilter::Group m_group;
    QString m_filter;
    bool m_used = false;
    bool m_busy = false;
    bool m_again = false;
    QList<Person> m_people;
};

} // namespace reserve
