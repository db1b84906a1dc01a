// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#pragma once

#include "models/base/instant.h"
#include "models/store/agentrepository.h"
#include "models/store/approvalrepository.h"
#include "models/store/auditrepository.h"
#include "models/store/closurerepository.h"
#include "models/store/commandrepository.h"
#include "models/store/consolemeetingrepository.h"
#include "models/store/inboxrepository.h"
#include "models/store/noticerepository.h"
#include "models/store/outboxrepository.h"
#include "models/store/personrepository.h"
#include "models/store/policyrepository.h"
#include "models/store/reservationrepository.h"
#include "models/store/serieschangerepository.h"
#include "models/store/seriesrepository.h"
#include "models/store/serverprofilerepository.h"
#include "models/store/sessioneventrepository.h"
#include "models/store/settingsrepository.h"
#include "models/store/spacerepository.h"
#include "models/store/tracerepository.h"
#include "models/store/zonerepository.h"

#include <memory>

namespace reserve {

class Connection;

// What a unit of work may touch while it reads: one consistent snapshot. Valid only inside the function that got it, on
// that thread.
class ReadUnit
{
public:
    explicit ReadUnit(Connection& connection);
    ~ReadUnit();
    ReadUnit(const ReadUnit&) = delete;
    ReadUnit& operator=(const ReadUnit&) = delete;

    const SpaceRepository& spaces() const;
    const PersonRepository& people() const;
    const PolicyRepository& policies() const;
    const SettingsRepository& settings() const;
    const ServerProfileRepository& serverProfiles() const;
    const InboxRepository& inbox() const;
    const TraceRepository& traces() const;
    const ReservationRepository& reservations() const;
    const SeriesRepository& series() const;
    const SeriesChangeRepository& seriesChanges() const;
    const ClosureRepository& closures() const;
    const NoticeRepository& notices() const;
    const ConsoleMeetingRepository& consoleMeetings() const;
    const OutboxRepository& outbox() const;
    const CommandRepository& commands() const;
    const SessionEventRepository& sessionEvents() const;
    const ApprovalRepository& approvals() const;
    const AuditRepository& audit() const;
    const AgentRepository& agent() const;
    const ZoneRepository& zones() const;

protected:
    struct Repositories;
    std::unique_ptr<Repositories> m_repositories;
};

// The same repositories for writing. Each write notes what moved for the change feed and, where an `actor` is asked
// for, adds the audit row.
class WriteUnit final : public ReadUnit
{
public:
    WriteUnit(Connection& connection, Instant now);

    Instant now() const { return m_now; }

    SpaceRepository& spaces();
    PersonRepository& people();
    PolicyRepository& policies();
    SettingsRepository& settings();
    ServerProfileRepository& serverProfiles();
    InboxRepository& inbox();
    TraceRepository& traces();
    ReservationRepository& reservations();
    SeriesRepository& series();
    SeriesChangeRepository& seriesChanges();
    ClosureRepository& closures();
    NoticeRepository& notices();
    ConsoleMeetingRepository& consoleMeetings();
    OutboxRepository& outbox();
    CommandRepository& commands();
    SessionEventRepository& sessionEvents();
    ApprovalRepository& approvals();
    AuditRepository& audit();
    AgentRepository& agent();
    ZoneRepository& zones();

private:
    Instant m_now;
};

} // namespace reserve
