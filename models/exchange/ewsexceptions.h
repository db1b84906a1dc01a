// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#pragma once

#include "models/exchange/answer.h"
#include "models/exchange/calendaritem.h"
#include "models/exchange/ewsconnection.h"
#include "models/exchange/ewsitem.h"

#include <QList>
#include <QString>
#include <QStringList>

#include <memory>

namespace reserve {

// The keys of the dates that the draft's recurrence excepts (EXDATE), as moments in UTC or as dates.
QStringList exceptionKeys(const ItemDraft& draft);

// Whether a date was taken out of this series that the draft has. Exchange gives it back only with all others, when it
// is told anew how the series repeats.
bool lacksDates(const EwsItem& series, const ItemDraft& draft);

// Takes single dates out of a series in a calendar: finds those that are still there, one look a date, and deletes
// them together. Dates that fail for the moment, and only those, are tried once more (E9). Answers with the series'
// reference. Lives as long as a request of its is under way.
class EwsExceptions final : public std::enable_shared_from_this<EwsExceptions>
{
public:
    EwsExceptions(EwsConnection& connection, QString mailbox, ItemReference series, QStringList keys,
                  Receive<ItemReference> receive);

    void start();

private:
    void findNext();
    void removeFound();
    void take(const QList<ItemReference>& part, const QList<Result<void>>& answers);

    EwsConnection& m_connection;
    const QString m_mailbox;
    const ItemReference m_reference;
    QStringList m_keys;
    EwsItem m_series;
    QList<ItemReference> m_found;
    QList<ItemReference> m_again;
    bool m_isSecondTime = false;
    const Receive<ItemReference> m_receive;
};

} // namespace reserve
