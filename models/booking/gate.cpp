// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#include "models/booking/gate.h"

#include "models/base/address.h"

#include <algorithm>

namespace reserve {

namespace {

GateJudgement opened(GateMatch match, PersonId person, Reason reason)
{
    return {true, {match, person, reason}, reason};
}

GateJudgement refused(const char* code, const GateFacts& facts)
{
    const Reason reason{code,
                        {{QStringLiteral("requester"), facts.requester},
                         {QStringLiteral("domain"), domainOf(facts.requester).toString()},
                         {QStringLiteral("default-user"), facts.defaultUserEmail}}};
    return {false, {GateMatch::None, {}, reason}, reason};
}

GateJudgement refusedForWant(const GateFacts& facts)
{
    if (facts.defaultUserEmail.isEmpty()) {
        return refused(facts.createExternalContact ? "gate.contact-needs-default-user" : "gate.requester-unknown",
                       facts);
    }
    return refused("gate.default-user-unknown", facts);
}

GateJudgement judgeFacts(const GateFacts& facts)
{
    if (facts.requesterMatch) {
        return opened(GateMatch::Person, facts.requesterMatch->id,
                      {"gate.person",
                       {{QStringLiteral("requester"), facts.requester},
                        {QStringLiteral("person"), facts.requesterMatch->displayName()},
                        {QStringLiteral("control-number"), facts.requesterMatch->controlNumber.text()}}});
    }
    const bool defaultOpens = !facts.defaultUserEmail.isEmpty() && facts.defaultUser
        && acceptsDomain(facts.requester, facts.defaultUserEmail, facts.acceptedDomains);
    // A further meeting in the message needs the default user.
    if (!facts.standingMeetings.isEmpty() && (facts.allStand || !defaultOpens)) {
        return opened(GateMatch::StandingMeeting, facts.standingPerson,
                      {"gate.standing-meeting", {{QStringLiteral("requester"), facts.requester}}});
    }
    if (defaultOpens && facts.createExternalContact) {
        return opened(GateMatch::NewContact, {},
                      {"gate.new-contact", {{QStringLiteral("requester"), facts.requester}}});
    }
    if (defaultOpens) {
        return opened(GateMatch::DefaultUser, facts.defaultUser->id,
                      {"gate.default-user",
                       {{QStringLiteral("requester"), facts.requester},
                        {QStringLiteral("person"), facts.defaultUser->displayName()}}});
    }
    if (facts.nullReversePath && !facts.isRequestOrCancel)
        return opened(GateMatch::None, {}, {"gate.null-sender", {}});
    if (facts.onlyToPostmaster)
        return opened(GateMatch::None, {}, {"gate.postmaster", {}});
    if (facts.defaultUserEmail.isEmpty() || !facts.defaultUser)
        return refusedForWant(facts);
    return refused("gate.domain-not-accepted", facts);
}

} // namespace

bool acceptsDomain(const QString& requester, const QString& defaultUserEmail, const QStringList& acceptedDomains)
{
    const QStringView domain = domainOf(requester);
    if (domainMatches(domain, domainOf(defaultUserEmail)))
        return true;
    return std::any_of(acceptedDomains.begin(), acceptedDomains.end(),
                       [&](const QString& accepted) { return domainMatches(domain, accepted); });
}

GateJudgement judgeGate(const GateFacts& facts)
{
    GateJudgement judgement = judgeFacts(facts);
    judgement.finding.setStanding(facts.standingMeetings);
    return judgement;
}

} // namespace reserve
