// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#include "models/items/admindraft.h"

#include "models/items/whenanswered.h"
#include "models/store/changefeed.h"
#include "models/store/store.h"

#include <chrono>

namespace reserve {

using namespace std::chrono_literals;

AdminDraft::AdminDraft(Store& store, QObject* parent)
    : QObject(parent)
    , m_store(store)
    , m_fields([this](const FieldPath& path) { return m_snapshot.text(path); })
{
    for (QTimer* timer : {&m_readSoon, &m_readHeldSoon}) {
        timer->setSingleShot(true);
        timer->setInterval(100ms);
    }
    connect(&m_readSoon, &QTimer::timeout, this, &AdminDraft::read);
    connect(&m_readHeldSoon, &QTimer::timeout, this, &AdminDraft::readHeld);
    connect(&m_fields, &FieldDraft::changed, this, &AdminDraft::draftChanged);
    connect(&store.changes(), &ChangeFeed::changed, this, &AdminDraft::take, Qt::QueuedConnection);
    read();
    readHeld();
}

QString AdminDraft::setting(const QString& key) const
{
    return m_fields.text({FieldPath::Kind::Setting, 0, key});
}

Settings AdminDraft::draftedSettings() const
{
    QMap<QString, QString> values = m_snapshot.settings();
    for (const auto& [path, edit] : m_fields.edits()) {
        if (path.kind == FieldPath::Kind::Setting)
            values.insert(path.field, edit.text.trimmed());
    }
    return Settings(values);
}

void AdminDraft::take(const QList<Change>& changes)
{
    for (const Change& change : changes) {
        const bool concernsDraft = change.subject == ChangeSubject::Spaces || change.subject == ChangeSubject::Settings
            || change.subject == ChangeSubject::ServerProfiles || change.subject == ChangeSubject::Policies
            || change.subject == ChangeSubject::Notices;
        if (concernsDraft && !m_readSoon.isActive())
            m_readSoon.start();
        const bool concernsHeld = change.subject == ChangeSubject::Traces || change.subject == ChangeSubject::Spaces;
        if (concernsHeld && !m_readHeldSoon.isActive())
            m_readHeldSoon.start();
    }
}

void AdminDraft::read()
{
    const quint64 generation = ++m_generation;
    whenAnswered(m_store.read(readAdminSnapshot), this, [this, generation](const Result<AdminSnapshot>& snapshot) {
        if (generation != m_generation)
            return;
        if (!snapshot) {
            Q_EMIT failed(snapshot.error().reason());
            return;
        }
        const bool isNew = !m_loaded || *snapshot != m_snapshot;
        m_snapshot = *snapshot;
        m_loaded = true;
        if (isNew)
            m_fields.rebase();
        Q_EMIT loaded();
    });
}

void AdminDraft::readHeld()
{
    whenAnswered(m_store.read(readHeldForCase), this, [this](const Result<QHash<qint64, HeldForCase>>& held) {
        if (!held || *held == m_held)
            return;
        m_held = *held;
        Q_EMIT changed();
    });
}

void AdminDraft::draftChanged()
{
    m_plan = planAdmin(m_snapshot, m_fields, toDateTime(m_store.clock().now()).toLocalTime().date());
    Q_EMIT changed();
}

void AdminDraft::apply(const QString& actor)
{
    if (m_applying || !m_plan.canBeApplied() || m_fields.count() == 0)
        return;
    m_applying = true;
    const int changes = m_fields.count();
    const AdminPlan plan = m_plan;
    const auto written = m_store.write(WritePriority::Normal,
                                       [plan, actor](WriteUnit& unit) { return applyAdmin(unit, plan, actor); });
    Q_EMIT changed();
    whenAnswered(written, this, [this, changes](const Result<void>& result) {
        m_applying = false;
        if (!result) {
            Q_EMIT refused(result.error().reason());
            Q_EMIT changed();
            return;
        }
        m_fields.clear();
        read();
        Q_EMIT applied(changes);
    });
}

} // namespace reserve
