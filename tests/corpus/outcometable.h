// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#pragma once

#include "models/base/result.h"

#include <QMap>
#include <QString>
#include <QStringList>

namespace reserve::test {

// What became of each file of the corpus: name of the file to "kind verdict reason". Kept as text, one line a
// file, columns parted by TAB, in the order of the names; lines that begin with # are remarks.
class OutcomeTable final
{
public:
    // Error: outcomes.unreadable (file).
    static Result<OutcomeTable> load(const QString& file);

    void insert(const QString& name, const QString& outcome) { m_outcomes.insert(name, outcome); }
    Result<void> save(const QString& file) const;

    qsizetype size() const { return m_outcomes.size(); }
    QMap<QString, int> counts() const; // by outcome

    // This one is what is expected. Lines for people: what was expected, what was found.
    QStringList differencesFrom(const OutcomeTable& found) const;
    // Whether `found` was made of the same collection of files, grown or shrunk, not of another.
    bool isOfSameCorpus(const OutcomeTable& found) const;

private:
    QMap<QString, QString> m_outcomes;
};

} // namespace reserve::test
