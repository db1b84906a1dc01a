// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#include "models/exchange/ewsdeclineproof.h"

#include "models/exchange/exchangeproblem.h"
#include "models/exchange/globalobjectid.h"

#include <algorithm>
#include <cstdlib>

namespace reserve {

EwsDeclineProof::EwsDeclineProof(EwsConnection& connection, RoomResponse response, std::optional<QTimeZone> zone,
                                 Receive<bool> receive)
    : m_connection(connection)
    , m_response(std::move(response))
    , m_zone(std::move(zone))
    , m_receive(std::move(receive))
    , m_ids(cleanGlobalObjectIds(m_response.meeting.uid))
{
}

void EwsDeclineProof::next()
{
    if (!m_ids.isEmpty()) {
        m_connection.call(
            m_response.mailbox, EwsFindDeclines{m_response.mailbox, m_ids.takeFirst()},
            [self = shared_from_this()](const Result<QList<EwsSentDecline>>& declines) { self->take(declines); });
    } else if (m_isPossible) {
        m_receive(failure("exchange.answer-unproven", {{QStringLiteral("mailbox"), m_response.mailbox}}));
    } else {
        m_receive(false);
    }
}

void EwsDeclineProof::take(const Result<QList<EwsSentDecline>>& declines)
{
    if (!declines) {
        m_receive(failure(keepsShut(declines.error()) ? answerUnproven(declines.error()) : declines.error()));
        return;
    }
    Match best = Match::No;
    for (const EwsSentDecline& decline : *declines)
        best = std::max(best, match(decline));
    m_isPossible = m_isPossible || best == Match::Perhaps;
    if (best == Match::Yes)
        m_receive(true);
    else
        next();
}

EwsDeclineProof::Match EwsDeclineProof::match(const EwsSentDecline& decline) const
{
    const QString& key = m_response.meeting.recurrenceId;
    if (decline.sequence < m_response.sequence || key.isEmpty() == decline.date.has_value())
        return Match::No;
    if (key.isEmpty())
        return Match::Yes;
    const std::optional<ItipRecurrenceId> id = recurrenceIdFromKey(key);
    if (!id)
        return Match::No;
    if (!id->instant)
        return id->sent.wall.date() == *decline.date ? Match::Yes : Match::No;
    if (m_zone)
        return toDateTime(*id->instant).toTimeZone(*m_zone).date() == *decline.date ? Match::Yes : Match::No;
    return std::abs(toDateTime(*id->instant).date().daysTo(*decline.date)) <= 1 ? Match::Perhaps : Match::No;
}

} // namespace reserve
