// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#include "models/exchange/graphseries.h"

#include "models/exchange/exchangeproblem.h"
#include "models/exchange/graphlookup.h"
#include "models/itip/windowszones.h"

#include <QTimeZone>

#include <memory>
#include <utility>

namespace reserve {

namespace {

class DateRemoval final : public std::enable_shared_from_this<DateRemoval>
{
public:
    DateRemoval(GraphSession& session, QString mailbox, ItemReference series, QStringList dates,
                Answer<ItemReference> answer)
        : m_session(session)
        , m_mailbox(std::move(mailbox))
        , m_series(std::move(series))
        , m_dates(std::move(dates))
        , m_answer(std::move(answer))
    {
    }

    void next()
    {
        if (m_dates.isEmpty()) {
            m_answer(m_series);
            return;
        }
        findGraphOccurrence(
            m_session, m_mailbox, m_series.id, m_dates.takeFirst(),
            [self = shared_from_this()](const Result<std::optional<GraphEvent>>& found) { self->remove(found); });
    }

private:
    void remove(const Result<std::optional<GraphEvent>>& found)
    {
        if (!found) {
            m_answer(failure(found.error()));
            return;
        }
        if (!*found) {
            next();
            return;
        }
        GraphRequest request = graphGet(m_mailbox, {QStringLiteral("events"), (*found)->item.reference.id});
        request.method = "DELETE";
        m_session.send(request, [self = shared_from_this()](const Result<GraphReply>& reply) {
            if (!reply && exchangeProblemOf(reply.error()) != ExchangeProblem::Missing)
                self->m_answer(failure(reply.error()));
            else
                self->next();
        });
    }

    GraphSession& m_session;
    QString m_mailbox;
    ItemReference m_series;
    QStringList m_dates;
    Answer<ItemReference> m_answer;
};

std::optional<QString> keyOf(const ItipTime& time, bool allDay)
{
    const QDateTime wall = time.wall;
    switch (time.kind) {
    case ItipTime::Kind::Utc:
        return toIso(fromDateTime(wall));
    case ItipTime::Kind::Date:
        return wall.date().toString(Qt::ISODate);
    case ItipTime::Kind::Floating:
        return allDay ? wall.date().toString(Qt::ISODate) : wall.toString(QStringLiteral("yyyy-MM-ddTHH:mm:ss"));
    case ItipTime::Kind::Zoned: {
        const QByteArray id = ianaIdOfZoneName(time.zone);
        const QTimeZone zone(id);
        if (id.isEmpty() || !zone.isValid()) // an empty id is the zone of this machine
            return std::nullopt;
        return toIso(fromDateTime(QDateTime(wall.date(), wall.time(), zone)));
    }
    case ItipTime::Kind::Absent:
        break;
    }
    return std::nullopt;
}

} // namespace

Result<QStringList> takenOutDates(const ItemDraft& draft)
{
    QStringList keys;
    if (!draft.recurrence)
        return keys;
    for (const ItipTime& time : draft.recurrence->exceptions) {
        const std::optional<QString> key = keyOf(time, draft.allDay);
        if (!key)
            return failure("exchange.recurrence-not-supported", {{QStringLiteral("rule"), QStringLiteral("EXDATE")}});
        keys.append(*key);
    }
    return keys;
}

void removeGraphDates(GraphSession& session, const QString& mailbox, const ItemReference& series,
                      const QStringList& dates, const Answer<ItemReference>& answer)
{
    std::make_shared<DateRemoval>(session, mailbox, series, dates, answer)->next();
}

} // namespace reserve
