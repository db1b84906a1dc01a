// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#include "models/wording/sentencetable.h"

#include <QHash>

namespace reserve {

namespace {

using Index = QHash<QByteArrayView, std::span<const Sentence>>;

void addRuns(Index& index, std::span<const Sentence> table)
{
    for (std::size_t first = 0; first < table.size();) {
        const QByteArrayView code(table[first].code);
        std::size_t end = first + 1;
        while (end < table.size() && code == QByteArrayView(table[end].code))
            ++end;
        Q_ASSERT_X(!index.contains(code), "wording", table[first].code);
        index.insert(code, table.subspan(first, end - first));
        first = end;
    }
}

Index makeIndex()
{
    Index index;
    for (const auto table :
         {agentSentences(), bookingSentences(), calendarSentences(), commandSentences(), consoleSentences(),
          exchangeSentences(), httpSentences(), intakeSentences(), mailSentences(), noticeSentences(), oauthSentences(),
          outboxSentences(), peopleSentences(), policySentences(), practiceSentences(), serverSentences(),
          settingSentences(), storeSentences()}) {
        addRuns(index, table);
    }
    return index;
}

} // namespace

std::span<const Sentence> sentencesFor(QByteArrayView code)
{
    static const Index index = makeIndex();
    return index.value(code);
}

} // namespace reserve
