// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#pragma once

#include "models/agent/gatewayfactory.h"
#include "models/entities/serverprofile.h"
#include "models/practice/practiceexchange.h"
#include "tests/support/agenthost.h"
#include "tests/support/requestdesk.h"

namespace reserve::test {

// How an agent under test is brought together with a Practice Exchange.

inline const SecretString practicePassword("practice secret");

// These rooms, in Berlin; one password for every way to sign in.
PracticeOptions practiceOptions(const QList<PracticeRoom>& rooms);
// The server "Headquarters" for mycompany.com: EWS signs in by password, Graph by a client's secret.
ServerProfile practiceProfile(const PracticeExchange& exchange, ServerKind kind);
// Mails go out through the Practice Exchange too.
void mailThrough(const PracticeExchange& exchange, RequestDesk& desk);
// What the profile signs in with, for a gateway, and for an agent.
GatewaySecrets practiceSecrets(ServerProfileId profile);
void keepPracticeSecrets(AgentHost& agent, ServerProfileId profile);

} // namespace reserve::test
