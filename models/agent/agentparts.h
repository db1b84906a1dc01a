// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#pragma once

#include "models/agent/agent.h"
#include "models/agent/agentleasekeeper.h"
#include "models/agent/changerouter.h"
#include "models/agent/commandrunner.h"
#include "models/agent/configurationwatch.h"
#include "models/agent/courier.h"
#include "models/agent/crashmark.h"
#include "models/agent/deliveryworker.h"
#include "models/agent/heldrelease.h"
#include "models/agent/intakepolicy.h"
#include "models/agent/leasedstore.h"
#include "models/agent/leftoversecrets.h"
#include "models/agent/mailintake.h"
#include "models/agent/messagereplay.h"
#include "models/agent/noticedigest.h"
#include "models/agent/outgoingaccount.h"
#include "models/agent/requestprocessor.h"
#include "models/agent/retention.h"
#include "models/agent/seriesfilling.h"
#include "models/agent/serverlinks.h"
#include "models/agent/serverprobe.h"
#include "models/agent/sessionrecorder.h"
#include "models/agent/smtplistener.h"
#include "models/agent/zonewatch.h"
#include "models/transport/mailtransport.h"

#include <QThreadPool>

namespace reserve {

// The parts of a running agent, in the order in which they lean on each other. Born and deleted on the agent's thread.
class AgentParts final : public QObject
{
    Q_OBJECT

public:
    AgentParts(Store& openStore, SecretStore& secrets, const AgentOptions& options);
    ~AgentParts() override;

    Courier courier;
    LeasedStore store;
    QThreadPool workers;
    MailTransport transport;
    ChangeRouter router;
    AgentLeaseKeeper lease;
    ConfigurationWatch configuration;
    CrashMark crashMark;
    RequestProcessor processor;
    IntakePolicy policy;
    SessionRecorder recorder;
    MailIntake intake;
    SmtpListener listener;
    HeldRelease held;
    MessageReplay replay;
    CommandRunner commands;
    OutgoingAccount account;
    ServerLinks servers;
    ServerProbe serverProbe;
    LeftoverSecrets leftoverSecrets;
    DeliveryWorker delivery;
    NoticeDigest digest;
    Retention retention;
    SeriesFilling seriesFilling;
    ZoneWatch zoneWatch;
};

} // namespace reserve
