// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#pragma once

#include "models/exchange/answer.h"
#include "models/exchange/ewsconnection.h"
#include "models/exchange/ewsfinditem.h"
#include "models/exchange/exchangegateway.h"

#include <QTimeZone>

#include <memory>
#include <optional>

namespace reserve {

// Whether a decline that an earlier attempt may have given was given: its response lies in Sent Items, of this version,
// and of the one date that is meant. `zone`: of the series whose date it is, where that is in the calendar; without it
// a date is known to a day only, which is no proof.
//
// Lives as long as a request of its is under way. Error: exchange.answer-unproven (mailbox).
class EwsDeclineProof final : public std::enable_shared_from_this<EwsDeclineProof>
{
public:
    EwsDeclineProof(EwsConnection& connection, RoomResponse response, std::optional<QTimeZone> zone,
                    Receive<bool> receive);

    void next();

private:
    enum class Match { No, Perhaps, Yes };

    void take(const Result<QList<EwsSentDecline>>& declines);
    Match match(const EwsSentDecline& decline) const;

    EwsConnection& m_connection;
    const RoomResponse m_response;
    const std::optional<QTimeZone> m_zone;
    const Receive<bool> m_receive;
    QList<QByteArray> m_ids; // of the meeting, not asked for yet
    bool m_isPossible = false;
};

} // namespace reserve
