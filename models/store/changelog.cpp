// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#include "models/store/changelog.h"

#include "models/store/connection.h"

#include <QHash>
#include <QSet>

#include <algorithm>
#include <array>

namespace reserve {

namespace {

// More rows of one subject than this in one commit are cheaper to reload than to name.
constexpr int mostRowsNamed = 200;
constexpr int mostCommitsRead = 1000;

struct SubjectWord
{
    ChangeSubject subject;
    const char* word;
};

constexpr std::array subjectWords{SubjectWord{ChangeSubject::Spaces, "spaces"},
                                  SubjectWord{ChangeSubject::People, "people"},
                                  SubjectWord{ChangeSubject::Reservations, "reservations"},
                                  SubjectWord{ChangeSubject::Settings, "settings"},
                                  SubjectWord{ChangeSubject::ServerProfiles, "server-profiles"},
                                  SubjectWord{ChangeSubject::Traces, "traces"},
                                  SubjectWord{ChangeSubject::Outbox, "outbox"},
                                  SubjectWord{ChangeSubject::Sessions, "sessions"},
                                  SubjectWord{ChangeSubject::Agent, "agent"},
                                  SubjectWord{ChangeSubject::Commands, "commands"},
                                  SubjectWord{ChangeSubject::Closures, "closures"},
                                  SubjectWord{ChangeSubject::Policies, "policies"},
                                  SubjectWord{ChangeSubject::Approvals, "approvals"},
                                  SubjectWord{ChangeSubject::Notices, "notices"}};

QLatin1String wordOf(ChangeSubject subject)
{
    const auto match = std::find_if(subjectWords.begin(), subjectWords.end(),
                                    [subject](const SubjectWord& entry) { return entry.subject == subject; });
    Q_ASSERT(match != subjectWords.end());
    return QLatin1String(match->word);
}

QList<Change> condensed(const QList<Change>& changes)
{
    QHash<int, QSet<qint64>> rows;
    for (const Change& change : changes)
        rows[int(change.subject)].insert(change.id);
    const auto isWhole = [&](ChangeSubject subject) {
        const QSet<qint64>& ids = rows[int(subject)];
        return ids.contains(0) || ids.size() > mostRowsNamed;
    };
    QList<Change> result;
    QSet<QPair<int, qint64>> told;
    for (const Change& change : changes) {
        const Change condensedChange{change.subject, isWhole(change.subject) ? 0 : change.id};
        const QPair<int, qint64> mark(int(condensedChange.subject), condensedChange.id);
        if (told.contains(mark))
            continue;
        told.insert(mark);
        result.append(condensedChange);
    }
    return result;
}

QString toText(const QList<Change>& changes)
{
    QStringList words;
    words.reserve(changes.size());
    for (const Change& change : changes)
        words.append(wordOf(change.subject) + QLatin1Char('/') + QString::number(change.id));
    return words.join(QLatin1Char(' '));
}

// A subject that only a newer program knows is left out.
void appendFromText(const QString& text, QList<Change>& changes)
{
    const QStringList words = text.split(QLatin1Char(' '), Qt::SkipEmptyParts);
    for (const QString& word : words) {
        const qsizetype slash = word.indexOf(QLatin1Char('/'));
        const auto match = std::find_if(subjectWords.begin(), subjectWords.end(), [&](const SubjectWord& entry) {
            return QStringView(word).left(slash) == QLatin1String(entry.word);
        });
        if (match != subjectWords.end())
            changes.append({match->subject, word.mid(slash + 1).toLongLong()});
    }
}

QList<Change> everything()
{
    QList<Change> changes;
    for (const SubjectWord& entry : subjectWords)
        changes.append({entry.subject, 0});
    return changes;
}

} // namespace

ChangeLog::ChangeLog(Connection& connection)
    : m_connection(connection)
{
}

Result<void> ChangeLog::append(const QList<Change>& changes, Instant now)
{
    if (changes.isEmpty())
        return {};
    return m_connection
        .run(QStringLiteral("INSERT INTO change_log (at, changes) VALUES (?, ?)"), {now, toText(condensed(changes))})
        .map([](int) {});
}

Result<void> ChangeLog::prune(Instant before)
{
    // By id: rows stand in order of commit, and no index is spent on the time.
    return m_connection
        .run(QStringLiteral("DELETE FROM change_log WHERE id < "
                            "(SELECT id FROM change_log WHERE at >= ? ORDER BY id LIMIT 1)"),
             {before})
        .map([](int) {});
}

Result<qint64> ChangeLog::newest() const
{
    return m_connection.number(QStringLiteral("SELECT seq FROM sqlite_sequence WHERE name = 'change_log'"));
}

Result<ChangeLog::Batch> ChangeLog::after(qint64 cursor) const
{
    Batch batch{{}, cursor, false};
    bool gap = false;
    const auto read = m_connection.rows(
        QStringLiteral("SELECT id, changes FROM change_log WHERE id > ? ORDER BY id LIMIT %1").arg(mostCommitsRead),
        {cursor}, [&](Row& row) {
            qint64 id = 0;
            QString text;
            row >> id >> text;
            gap = gap || id != batch.cursor + 1;
            batch.cursor = id;
            appendFromText(text, batch.changes);
            return id;
        });
    if (!read)
        return failure(read.error());
    if (gap) {
        const Result<qint64> end = newest();
        if (!end)
            return failure(end.error());
        return Batch{everything(), *end, false};
    }
    batch.more = read->size() == mostCommitsRead;
    return batch;
}

} // namespace reserve
