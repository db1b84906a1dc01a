// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#include "models/items/fielddraft.h"

#include <algorithm>

namespace reserve {

namespace {

constexpr qsizetype mostSteps = 200;

FieldPath thing(FieldPath::Kind kind, qint64 id)
{
    return {kind, id, {}};
}

bool concerns(const FieldPath& path, FieldPath::Kind kind, qint64 id)
{
    return path.kind == kind && path.id == id;
}

} // namespace

FieldDraft::FieldDraft(StoredText stored, QObject* parent)
    : QObject(parent)
    , m_stored(std::move(stored))
{
}

QString FieldDraft::text(const FieldPath& path) const
{
    const auto edit = m_state.edits.find(path);
    return edit != m_state.edits.end() ? edit->second.text : m_stored(path).value_or(QString());
}

bool FieldDraft::isChanged(const FieldPath& path) const
{
    return m_state.edits.contains(path);
}

bool FieldDraft::isConflict(const FieldPath& path) const
{
    const auto edit = m_state.edits.find(path);
    return edit != m_state.edits.end() && edit->second.conflict;
}

bool FieldDraft::isAdded(FieldPath::Kind kind, qint64 id) const
{
    return m_state.added.contains(thing(kind, id));
}

bool FieldDraft::isRemoved(FieldPath::Kind kind, qint64 id) const
{
    return m_state.removed.contains(thing(kind, id));
}

int FieldDraft::State::count() const
{
    const auto fields = std::count_if(edits.begin(), edits.end(), [this](const auto& entry) {
        const FieldPath whole = thing(entry.first.kind, entry.first.id);
        return !added.contains(whole) && !removed.contains(whole);
    });
    return int(fields + added.size() + removed.size());
}

void FieldDraft::put(const FieldPath& path, const QString& text)
{
    const QString stored = m_stored(path).value_or(QString());
    if (text == stored && !isAdded(path.kind, path.id))
        m_state.edits.erase(path);
    else
        m_state.edits.insert_or_assign(path, Edit{stored, text, false});
}

void FieldDraft::finishStep(const State& before)
{
    if (before == m_state)
        return;
    m_undo.append(before);
    if (m_undo.size() > mostSteps)
        m_undo.removeFirst();
    m_redo.clear();
    Q_EMIT changed();
}

void FieldDraft::set(const FieldPath& path, const QString& typed)
{
    if (text(path) == typed && !isConflict(path))
        return;
    if (m_typing == path && !m_undo.isEmpty()) {
        put(path, typed);
        Q_EMIT changed();
        return;
    }
    const State before = m_state;
    put(path, typed);
    finishStep(before);
    m_typing = path;
}

void FieldDraft::setAll(const QList<std::pair<FieldPath, QString>>& values)
{
    endStep();
    const State before = m_state;
    for (const auto& [path, value] : values)
        put(path, value);
    finishStep(before);
}

qint64 FieldDraft::add(FieldPath::Kind kind, const QHash<QString, QString>& values)
{
    endStep();
    const State before = m_state;
    const qint64 id = --m_lastNewId;
    m_state.added.append(thing(kind, id));
    for (auto value = values.begin(); value != values.end(); ++value)
        put({kind, id, value.key()}, value.value());
    finishStep(before);
    return id;
}

void FieldDraft::remove(FieldPath::Kind kind, qint64 id)
{
    endStep();
    const State before = m_state;
    std::erase_if(m_state.edits, [&](const auto& entry) { return concerns(entry.first, kind, id); });
    if (m_state.added.removeAll(thing(kind, id)) == 0 && !isRemoved(kind, id))
        m_state.removed.append(thing(kind, id));
    finishStep(before);
}

void FieldDraft::revert()
{
    endStep();
    const State before = m_state;
    m_state = {};
    finishStep(before);
}

FieldDraft::State FieldDraft::merged(const State& below, const State& over)
{
    State both = over;
    both.edits.insert(below.edits.begin(), below.edits.end());
    for (const FieldPath& path : below.added) {
        if (!both.added.contains(path))
            both.added.append(path);
    }
    for (const FieldPath& path : below.removed) {
        if (!both.removed.contains(path))
            both.removed.append(path);
    }
    std::erase_if(both.edits, [&both](const auto& entry) {
        return both.removed.contains(thing(entry.first.kind, entry.first.id));
    });
    return both;
}

void FieldDraft::claimIds(const State& earlier)
{
    for (const FieldPath& path : earlier.added)
        m_lastNewId = std::min(m_lastNewId, path.id);
}

void FieldDraft::restore(const State& earlier)
{
    endStep();
    claimIds(earlier);
    m_undo.append(std::exchange(m_state, merged(earlier, m_state)));
    m_redo.clear();
    rebase();
}

void FieldDraft::undo()
{
    if (m_undo.isEmpty())
        return;
    endStep();
    m_redo.append(std::exchange(m_state, m_undo.takeLast()));
    rebase();
}

void FieldDraft::redo()
{
    if (m_redo.isEmpty())
        return;
    endStep();
    m_undo.append(std::exchange(m_state, m_redo.takeLast()));
    rebase();
}

void FieldDraft::rebase()
{
    for (auto entry = m_state.edits.begin(); entry != m_state.edits.end();) {
        const auto& [path, edit] = *entry;
        const auto stored = isAdded(path.kind, path.id) ? std::optional<QString>(QString()) : m_stored(path);
        const bool isSettled = !stored || (*stored == edit.text && !isAdded(path.kind, path.id));
        if (isSettled) {
            entry = m_state.edits.erase(entry);
            continue;
        }
        if (*stored != edit.before)
            entry->second = Edit{*stored, edit.text, true};
        ++entry;
    }
    // Every space and profile has a name while it is there.
    m_state.removed.removeIf([this](const FieldPath& path) {
        return !m_stored({path.kind, path.id, QStringLiteral("name")});
    });
    Q_EMIT changed();
}

void FieldDraft::clear()
{
    endStep();
    m_state = {};
    m_undo.clear();
    m_redo.clear();
    Q_EMIT changed();
}

} // namespace reserve
