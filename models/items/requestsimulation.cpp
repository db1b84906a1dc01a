// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#include "models/items/requestsimulation.h"

#include "models/settings/settings.h"
#include "models/store/unit.h"

namespace reserve {

Result<RequestSimulation> simulateRequest(const ReadUnit& unit, const QString& requester)
{
    const auto stored = unit.settings().all();
    if (!stored)
        return failure(stored.error());
    const auto profiles = unit.serverProfiles().all();
    if (!profiles)
        return failure(profiles.error());
    const auto match = unit.people().match(requester);
    if (!match)
        return failure(match.error());
    const Settings settings(*stored);
    RequestSimulation simulation;
    simulation.requester = requester;
    GateFacts& facts = simulation.facts;
    facts.requester = requester;
    facts.isRequestOrCancel = true;
    facts.requesterMatch = *match;
    facts.defaultUserEmail = settings.defaultReserveUserEmail();
    facts.createExternalContact = settings.createExternalContact();
    facts.acceptedDomains = settings.acceptedDomains();
    for (const ServerProfile& profile : *profiles)
        facts.acceptedDomains += profile.mailDomains;
    if (!facts.defaultUserEmail.isEmpty()) {
        const auto standsIn = unit.people().match(facts.defaultUserEmail);
        if (!standsIn)
            return failure(standsIn.error());
        facts.defaultUser = *standsIn;
    }
    simulation.judgement = judgeGate(facts);
    return simulation;
}

} // namespace reserve
