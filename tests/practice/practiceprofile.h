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
// What lies in somebody's Inbox, sorted: "accept" or "decline" for a response, with its SEQUENCE ("accept 1") where
// that is asked for, "mail" for any other.
enum class TellSequence { No, Yes };
QStringList toldTo(const PracticeExchange& exchange, const QString& mailbox, TellSequence tells = TellSequence::No);
// The rows of a test that is made by EWS and by Graph, column "kind".
void addServerKinds();

} // namespace reserve::test
