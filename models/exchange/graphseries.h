// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#pragma once

#include "models/exchange/answer.h"
#include "models/exchange/exchangegateway.h"

#include <QStringList>

namespace reserve {

class GraphSession;

// Keys of the dates that a draft takes out of its series (EXDATE), which no pattern can say. A time in a zone of its
// own cannot be read here: exchange.recurrence-not-supported (rule).
Result<QStringList> takenOutDates(const ItemDraft& draft);

// Removes single dates of a series, one after the other. What is not there is removed. Answers the series.
void removeGraphDates(GraphSession& session, const QString& mailbox, const ItemReference& series,
                      const QStringList& dates, const Answer<ItemReference>& answer);

} // namespace reserve
