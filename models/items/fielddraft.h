// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QHash>
#include <QList>
#include <QObject>
#include <QString>

#include <functional>
#include <map>
#include <optional>
#include <tuple>

namespace reserve {

// Where a value stands: a setting (by key), a field of a space or server profile (by id), a booking policy
// (models/items/policypath.h), or a text of a mail (models/items/noticepath.h). Things that are new have negative ids
// until they are applied.
struct FieldPath
{
    enum class Kind { Setting, Space, Profile, Policy, Notice };

    Kind kind = Kind::Setting;
    qint64 id = 0;
    QString field;

    friend bool operator==(const FieldPath&, const FieldPath&) = default;
    friend bool operator<(const FieldPath& a, const FieldPath& b)
    {
        return std::tie(a.kind, a.id, a.field) < std::tie(b.kind, b.id, b.field);
    }
};

// What was typed and is not applied yet, as text, field by field, over what the store has. Text is kept as typed, also
// when it cannot be applied. When the store moves on, untouched fields follow it; an edited field keeps its draft and,
// if the store's value changed under it, becomes a conflict. Every step can be undone. GUI thread.
class FieldDraft final : public QObject
{
    Q_OBJECT

public:
    struct Edit
    {
        QString before; // the store's value when last seen
        QString text;
        bool conflict = false; // somebody else changed `before` after the edit began

        friend bool operator==(const Edit&, const Edit&) = default;
    };
    using Edits = std::map<FieldPath, Edit>;
    struct State
    {
        Edits edits;
        QList<FieldPath> added;   // field empty
        QList<FieldPath> removed; // field empty

        // Fields changed, things added, things removed.
        int count() const;
        friend bool operator==(const State&, const State&) = default;
    };
    // The store's value, or nothing when the thing it belongs to is gone.
    using StoredText = std::function<std::optional<QString>(const FieldPath&)>;

    explicit FieldDraft(StoredText stored, QObject* parent = nullptr);

    QString text(const FieldPath& path) const;
    bool isChanged(const FieldPath& path) const;
    bool isConflict(const FieldPath& path) const;
    const Edits& edits() const { return m_state.edits; }
    const QList<FieldPath>& added() const { return m_state.added; }
    const QList<FieldPath>& removed() const { return m_state.removed; }
    const State& state() const { return m_state; }
    bool isAdded(FieldPath::Kind kind, qint64 id) const;
    bool isRemoved(FieldPath::Kind kind, qint64 id) const;

    int count() const { return m_state.count(); }

    // Typing on in the same field is one step until endStep().
    void set(const FieldPath& path, const QString& text);
    void endStep() { m_typing.reset(); }
    // Several fields as one step.
    void setAll(const QList<std::pair<FieldPath, QString>>& values);
    // A new thing with these first values; its id.
    qint64 add(FieldPath::Kind kind, const QHash<QString, QString>& values);
    void remove(FieldPath::Kind kind, qint64 id);
    void revert();

    // What an earlier run left is put below what was typed since, as one step. Things that it added have ids of this
    // draft's kind: claimIds() keeps new ones apart from them.
    void restore(const State& earlier);
    static State merged(const State& below, const State& over);
    void claimIds(const State& earlier);

    bool canUndo() const { return !m_undo.isEmpty(); }
    bool canRedo() const { return !m_redo.isEmpty(); }
    void undo();
    void redo();

    // The store moved: drops what it has by now, notes conflicts.
    void rebase();
    // Everything was applied.
    void clear();

Q_SIGNALS:
    void changed();

private:
    void put(const FieldPath& path, const QString& text);
    void finishStep(const State& before);

    StoredText m_stored;
    State m_state;
    QList<State> m_undo;
    QList<State> m_redo;
    std::optional<FieldPath> m_typing;
    qint64 m_lastNewId = 0;
};

} // namespace reserve
