// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#pragma once

#include "models/base/reason.h"

#include <QAbstractTableModel>
#include <QHash>
#include <QList>

namespace reserve {

// A table that knows its rows by id, in order; what stands in them is read from the store when it is shown. GUI thread.
// Views keep ids, never row numbers. A change inserts, moves or removes rows; the model is never reset for one.
class IdTableModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Role {
        IdRole = Qt::UserRole + 1, // qint64
        FirstOwnRole
    };

    int rowCount(const QModelIndex& parent = {}) const final;

    qint64 idAt(int row) const; // 0 outside
    int rowOf(qint64 id) const; // -1 when it is not in the list
    bool isLoaded() const { return m_loaded; }

Q_SIGNALS:
    // After the first rows came, and after each new filter.
    void loaded();
    // The store could not be read; the old rows stay.
    void failed(const reserve::Reason& reason);
    void totalChanged(int total);
    void heldBackChanged(int messages);

protected:
    explicit IdTableModel(QObject* parent);

    const QList<qint64>& ids() const { return m_ids; }
    // Takes on `next` by removing, inserting and moving runs of rows, so that selection and scroll position live on.
    // A new order of many rows is one step; so is a list that has hardly anything in common with the old one.
    void become(const QList<qint64>& next);
    void appendIds(const QList<qint64>& older);
    void removeId(qint64 id);
    void announceRow(qint64 id);
    void announceAll();
    void setLoaded(bool loaded) { m_loaded = loaded; }

private:
    void removeMissing(const QList<qint64>& next);
    void reorderLike(const QList<qint64>& next);
    void arrangeLike(const QList<qint64>& next);

    QList<qint64> m_ids;
    mutable QHash<qint64, int> m_rows; // built when asked for
    bool m_loaded = false;
};

} // namespace reserve
