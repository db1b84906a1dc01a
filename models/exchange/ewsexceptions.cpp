// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#include "models/exchange/ewsexceptions.h"

#include "models/exchange/ewsdeleteitem.h"
#include "models/exchange/ewsitemsearch.h"
#include "models/exchange/exchangeproblem.h"

#include <QTimeZone>

#include <algorithm>

namespace reserve {

QStringList exceptionKeys(const ItemDraft& draft)
{
    QStringList keys;
    if (!draft.recurrence)
        return keys;
    const QTimeZone zone = draft.timeZone.isEmpty() ? QTimeZone::utc() : QTimeZone(draft.timeZone);
    for (const ItipTime& exception : draft.recurrence->exceptions) {
        const QDateTime& wall = exception.wall;
        if (exception.kind == ItipTime::Kind::Date || draft.allDay)
            keys.append(wall.date().toString(Qt::ISODate));
        else if (exception.kind == ItipTime::Kind::Utc)
            keys.append(toIso(fromDateTime(wall)));
        else if (exception.isPresent()) // on the wall of the series
            keys.append(toIso(fromDateTime(QDateTime(wall.date(), wall.time(), zone))));
    }
    keys.removeDuplicates();
    return keys;
}

bool lacksDates(const EwsItem& series, const ItemDraft& draft)
{
    if (series.item.kind != ItemKind::SeriesMaster || !draft.recurrence)
        return false;
    const QStringList excepted = exceptionKeys(draft);
    return std::any_of(series.deletedStarts.begin(), series.deletedStarts.end(), [&](Instant start) {
        EwsItem date;
        date.zone = series.zone;
        date.item.allDay = series.item.allDay;
        date.originalStart = start;
        return std::none_of(excepted.begin(), excepted.end(),
                            [&date](const QString& key) { return date.isOccurrence(key); });
    });
}

EwsExceptions::EwsExceptions(EwsConnection& connection, QString mailbox, ItemReference series, QStringList keys,
                             Receive<ItemReference> receive)
    : m_connection(connection)
    , m_mailbox(std::move(mailbox))
    , m_reference(std::move(series))
    , m_keys(std::move(keys))
    , m_receive(std::move(receive))
{
}

void EwsExceptions::start()
{
    EwsItemSearch(m_connection)
        .read(m_mailbox, ItemFolder::Calendar, {m_reference},
              [self = shared_from_this()](const Result<QList<EwsItem>>& items) {
                  if (!items) {
                      self->m_receive(failure(items.error()));
                  } else if (items->isEmpty()) {
                      self->m_receive(failure("exchange.item-gone", {{QStringLiteral("mailbox"), self->m_mailbox}}));
                  } else {
                      self->m_series = items->first();
                      self->findNext();
                  }
              });
}

void EwsExceptions::findNext()
{
    if (m_keys.isEmpty()) {
        removeFound();
        return;
    }
    EwsItemSearch(m_connection)
        .dateOf(m_mailbox, m_series, m_keys.takeFirst(),
                [self = shared_from_this()](const Result<std::optional<EwsItem>>& date) {
                    if (!date) {
                        self->m_receive(failure(date.error()));
                        return;
                    }
                    if (*date)
                        self->m_found.append((*date)->item.reference);
                    self->findNext();
                });
}

void EwsExceptions::removeFound()
{
    if (m_found.isEmpty() && !m_again.isEmpty() && !m_isSecondTime) {
        m_isSecondTime = true;
        m_found = std::exchange(m_again, {});
    }
    if (m_found.isEmpty()) {
        m_receive(m_series.item.reference);
        return;
    }
    const QList<ItemReference> part = m_found.first(std::min(m_found.size(), EwsDeleteItems::mostAtOnce));
    m_found.remove(0, part.size());
    m_connection.call(m_mailbox, EwsDeleteItems{part},
                      [self = shared_from_this(), part](const Result<QList<Result<void>>>& answers) {
                          if (answers)
                              self->take(part, *answers);
                          else
                              self->m_receive(failure(answers.error()));
                      });
}

void EwsExceptions::take(const QList<ItemReference>& part, const QList<Result<void>>& answers)
{
    for (qsizetype i = 0; i < answers.size(); ++i) {
        const Result<void>& answer = answers.at(i);
        if (answer || exchangeProblemOf(answer.error()) == ExchangeProblem::Missing)
            continue;
        if (!answer.error().isRetryable() || m_isSecondTime) {
            m_receive(failure(answer.error()));
            return;
        }
        m_again.append({part.at(i).id, {}}); // its change key may be what failed
    }
    removeFound();
}

} // namespace reserve
