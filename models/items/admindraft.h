// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#pragma once

#include "models/items/adminplan.h"
#include "models/items/adminsnapshot.h"
#include "models/items/fielddraft.h"
#include "models/items/spacestanding.h"
#include "models/settings/settings.h"

#include <QHash>
#include <QObject>
#include <QTimer>

namespace reserve {

class Store;
struct Change;

// Exchange Admin's settings, spaces and servers: what the store has, live, and the draft over it. Applied as a whole in
// one transaction, or not at all. GUI thread.
class AdminDraft final : public QObject
{
    Q_OBJECT

public:
    explicit AdminDraft(Store& store, QObject* parent = nullptr);

    bool isLoaded() const { return m_loaded; }
    const AdminSnapshot& snapshot() const { return m_snapshot; }
    FieldDraft& fields() { return m_fields; }
    const FieldDraft& fields() const { return m_fields; }
    // Valid until the next change.
    const AdminPlan& plan() const { return m_plan; }
    const QHash<qint64, HeldForCase>& heldForCase() const { return m_held; }

    // A setting as it would be: draft over stored over default.
    QString setting(const QString& key) const;
    Settings draftedSettings() const;

    bool isApplying() const { return m_applying; }
    // Answers with applied() or refused(). Does nothing while the draft has a problem or is being applied.
    void apply(const QString& actor);

Q_SIGNALS:
    // The store's side was read (again).
    void loaded();
    // The draft or what it stands over changed.
    void changed();
    void applied(int changes);
    void refused(const reserve::Reason& reason);
    void failed(const reserve::Reason& reason);

private:
    void take(const QList<Change>& changes);
    void read();
    void readHeld();
    void draftChanged();

    Store& m_store;
    AdminSnapshot m_snapshot;
    QHash<qint64, HeldForCase> m_held;
    FieldDraft m_fields;
    AdminPlan m_plan;
    QTimer m_readSoon;
    QTimer m_readHeldSoon;
    quint64 m_generation = 0;
    bool m_loaded = false;
    bool m_applying = false;
};

} // namespace reserve
