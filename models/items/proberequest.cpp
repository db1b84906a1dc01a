// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#include "models/items/proberequest.h"

#include "models/items/actor.h"
#include "models/items/whenanswered.h"
#include "models/store/changefeed.h"
#include "models/store/store.h"

#include <algorithm>
#include <chrono>
#include <optional>

namespace reserve {

namespace {

using namespace std::chrono_literals;

// The agent gives a server up well before.
constexpr auto limit = 2min;

Result<CommandId> appendQuestion(WriteUnit& unit, CommandKind kind, ServerProfileId server, const QString& mailbox)
{
    const auto lease = unit.agent().lease();
    if (!lease)
        return failure(lease.error());
    if (!lease->isHeldAt(unit.now()))
        return failure("probe.no-agent");
    Command question;
    question.kind = kind;
    question.arguments
        = {{QStringLiteral("profile"), QString::number(server.value)}, {QStringLiteral("mailbox"), mailbox}};
    question.createdAt = unit.now();
    question.actor = consoleActor();
    return unit.commands().append(question);
}

} // namespace

ProbeRequest::ProbeRequest(Store& store, QObject* parent)
    : QObject(parent)
    , m_store(store)
{
    m_limit.setSingleShot(true);
    m_limit.setInterval(limit);
    connect(&m_limit, &QTimer::timeout, this, [this] { answer({"probe.agent-silent", {}}); });
    connect(&store.changes(), &ChangeFeed::changed, this, &ProbeRequest::take, Qt::QueuedConnection);
}

void ProbeRequest::start(ServerProfileId server, const QString& mailbox)
{
    ask(CommandKind::ProbeServer, server, mailbox);
}

void ProbeRequest::find(ServerProfileId server, const QString& mailbox)
{
    ask(CommandKind::FindServer, server, mailbox);
}

void ProbeRequest::ask(CommandKind kind, ServerProfileId server, const QString& mailbox)
{
    forget();
    m_isRunning = true;
    m_limit.start();
    const auto written = m_store.write(WritePriority::Normal, [kind, server, mailbox](WriteUnit& unit) {
        return appendQuestion(unit, kind, server, mailbox);
    });
    whenAnswered(written, this, [this, round = m_round](const Result<CommandId>& id) {
        if (round != m_round)
            return;
        if (!id)
            return answer(id.error().reason());
        m_command = *id;
        look(); // it may be done already
    });
}

void ProbeRequest::forget()
{
    ++m_round;
    m_isRunning = false;
    m_command = {};
    m_limit.stop();
}

void ProbeRequest::take(const QList<Change>& changes)
{
    const bool concerns = std::any_of(changes.begin(), changes.end(), [this](const Change& change) {
        return change.subject == ChangeSubject::Commands && (change.id == 0 || change.id == m_command.value);
    });
    if (m_isRunning && m_command && concerns)
        look();
}

void ProbeRequest::look()
{
    const auto read = m_store.read([id = m_command](const ReadUnit& unit) { return unit.commands().find(id); });
    whenAnswered(read, this, [this, round = m_round](const Result<std::optional<Command>>& command) {
        if (round != m_round)
            return;
        if (!command)
            answer(command.error().reason());
        else if (*command && (*command)->doneAt != Instant())
            answer((*command)->outcome);
    });
}

void ProbeRequest::answer(const Reason& reason)
{
    forget();
    Q_EMIT answered(reason);
}

} // namespace reserve
