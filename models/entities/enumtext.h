// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#pragma once

#include "models/entities/agentstatus.h"
#include "models/entities/approval.h"
#include "models/entities/calendarorder.h"
#include "models/entities/command.h"
#include "models/entities/earlierattempt.h"
#include "models/entities/inbox.h"
#include "models/entities/noticebook.h"
#include "models/entities/outbox.h"
#include "models/entities/person.h"
#include "models/entities/policybook.h"
#include "models/entities/reservation.h"
#include "models/entities/serieschange.h"
#include "models/entities/serverprofile.h"
#include "models/entities/serverstate.h"
#include "models/entities/trace.h"

#include <optional>

namespace reserve {

// The fixed words of enumerations in the store, JSON and CSV ("accepted", "external-contact"). They never change and
// are never translated; models/wording has the words for people.
QByteArray toText(ReservationStatus value);
QByteArray toText(ReservationOrigin value);
QByteArray toText(ExchangeState value);
QByteArray toText(SeriesChangeState value);
QByteArray toText(PersonKind value);
QByteArray toText(PersonStatus value);
QByteArray toText(PolicySource value);
QByteArray toText(Verdict value);
QByteArray toText(TraceState value);
QByteArray toText(MessageKind value);
QByteArray toText(OutboxKind value);
QByteArray toText(OutboxState value);
QByteArray toText(EarlierAttempt value);
QByteArray toText(CommandKind value);
QByteArray toText(ServerKind value);
QByteArray toText(ServerAuthentication value);
QByteArray toText(ClientProof value);
QByteArray toText(ServerStanding value);
QByteArray toText(CalendarAction value);
QByteArray toText(AgentState value);
QByteArray toText(ApprovalState value);
QByteArray toText(NoticeKind value);
QByteArray toText(NoticePart value);

// Reading a word that no version of the program wrote gives nothing.
template<typename Enum>
std::optional<Enum> fromText(QByteArrayView text);

} // namespace reserve
