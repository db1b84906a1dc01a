// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#include "models/store/unit.h"

namespace reserve {

struct ReadUnit::Repositories
{
    explicit Repositories(Connection& connection)
        : spaces(connection)
        , people(connection)
        , policies(connection)
        , settings(connection)
        , serverProfiles(connection)
        , inbox(connection)
        , traces(connection)
        , reservations(connection)
        , series(connection)
        , seriesChanges(connection)
        , closures(connection)
        , notices(connection)
        , consoleMeetings(connection)
        , outbox(connection)
        , commands(connection)
        , sessionEvents(connection)
        , approvals(connection)
        , audit(connection)
        , agent(connection)
        , zones(connection)
    {
    }

    SpaceRepository spaces;
    PersonRepository people;
    PolicyRepository policies;
    SettingsRepository settings;
    ServerProfileRepository serverProfiles;
    InboxRepository inbox;
    TraceRepository traces;
    ReservationRepository reservations;
    SeriesRepository series;
    SeriesChangeRepository seriesChanges;
    ClosureRepository closures;
    NoticeRepository notices;
    ConsoleMeetingRepository consoleMeetings;
    OutboxRepository outbox;
    CommandRepository commands;
    SessionEventRepository sessionEvents;
    ApprovalRepository approvals;
    AuditRepository audit;
    AgentRepository agent;
    ZoneRepository zones;
};

ReadUnit::ReadUnit(Connection& connection)
    : m_repositories(std::make_unique<Repositories>(connection))
{
}

ReadUnit::~ReadUnit() = default;

const SpaceRepository& ReadUnit::spaces() const
{
    return m_repositories->spaces;
}
const PersonRepository& ReadUnit::people() const
{
    return m_repositories->people;
}
const PolicyRepository& ReadUnit::policies() const
{
    return m_repositories->policies;
}
const SettingsRepository& ReadUnit::settings() const
{
    return m_repositories->settings;
}
const ServerProfileRepository& ReadUnit::serverProfiles() const
{
    return m_repositories->serverProfiles;
}
const InboxRepository& ReadUnit::inbox() const
{
    return m_repositories->inbox;
}
const TraceRepository& ReadUnit::traces() const
{
    return m_repositories->traces;
}
const ReservationRepository& ReadUnit::reservations() const
{
    return m_repositories->reservations;
}
const SeriesRepository& ReadUnit::series() const
{
    return m_repositories->series;
}
const SeriesChangeRepository& ReadUnit::seriesChanges() const
{
    return m_repositories->seriesChanges;
}
const ClosureRepository& ReadUnit::closures() const
{
    return m_repositories->closures;
}
const NoticeRepository& ReadUnit::notices() const
{
    return m_repositories->notices;
}
const ConsoleMeetingRepository& ReadUnit::consoleMeetings() const
{
    return m_repositories->consoleMeetings;
}
const OutboxRepository& ReadUnit::outbox() const
{
    return m_repositories->outbox;
}
const CommandRepository& ReadUnit::commands() const
{
    return m_repositories->commands;
}
const SessionEventRepository& ReadUnit::sessionEvents() const
{
    return m_repositories->sessionEvents;
}
const ApprovalRepository& ReadUnit::approvals() const
{
    return m_repositories->approvals;
}
const AuditRepository& ReadUnit::audit() const
{
    return m_repositories->audit;
}
const AgentRepository& ReadUnit::agent() const
{
    return m_repositories->agent;
}
const ZoneRepository& ReadUnit::zones() const
{
    return m_repositories->zones;
}

WriteUnit::WriteUnit(Connection& connection, Instant now)
    : ReadUnit(connection)
    , m_now(now)
{
}

SpaceRepository& WriteUnit::spaces()
{
    return m_repositories->spaces;
}
PersonRepository& WriteUnit::people()
{
    return m_repositories->people;
}
PolicyRepository& WriteUnit::policies()
{
    return m_repositories->policies;
}
SettingsRepository& WriteUnit::settings()
{
    return m_repositories->settings;
}
ServerProfileRepository& WriteUnit::serverProfiles()
{
    return m_repositories->serverProfiles;
}
InboxRepository& WriteUnit::inbox()
{
    return m_repositories->inbox;
}
TraceRepository& WriteUnit::traces()
{
    return m_repositories->traces;
}
ReservationRepository& WriteUnit::reservations()
{
    return m_repositories->reservations;
}
SeriesRepository& WriteUnit::series()
{
    return m_repositories->series;
}
SeriesChangeRepository& WriteUnit::seriesChanges()
{
    return m_repositories->seriesChanges;
}
ClosureRepository& WriteUnit::closures()
{
    return m_repositories->closures;
}
NoticeRepository& WriteUnit::notices()
{
    return m_repositories->notices;
}
ConsoleMeetingRepository& WriteUnit::consoleMeetings()
{
    return m_repositories->consoleMeetings;
}
OutboxRepository& WriteUnit::outbox()
{
    return m_repositories->outbox;
}
CommandRepository& WriteUnit::commands()
{
    return m_repositories->commands;
}
SessionEventRepository& WriteUnit::sessionEvents()
{
    return m_repositories->sessionEvents;
}
ApprovalRepository& WriteUnit::approvals()
{
    return m_repositories->approvals;
}
AuditRepository& WriteUnit::audit()
{
    return m_repositories->audit;
}
AgentRepository& WriteUnit::agent()
{
    return m_repositories->agent;
}
ZoneRepository& WriteUnit::zones()
{
    return m_repositories->zones;
}

} // namespace reserve
