// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
// What a person does with entries of the outbox: try again, send elsewhere, give up. Each leaves an audit row.
#include "models/base/address.h"
#include "models/entities/calendarorder.h"
#include "models/store/auditjson.h"
#include "models/store/auditrepository.h"
#include "models/store/connection.h"
#include "models/store/outboxrepository.h"

namespace reserve {

namespace {

QByteArray stateJson(OutboxState state)
{
    return auditJson(QStringLiteral("state"), QString::fromLatin1(toText(state)));
}

// Tried again, what failed is looked for in Exchange from the beginning. What only waits to be mailed in its
// place stays with the mails: it was looked for.
QString looksFromTheBeginning()
{
    return QStringLiteral("looks = iif(state = 'waiting' AND looks >= %1, looks, 0)").arg(looksThatSayByMail);
}

} // namespace

Result<int> OutboxRepository::retryNow(std::optional<OutboxId> id, const QString& actor)
{
    if (!id) {
        const Result<int> hurried
            = m_connection.run(QStringLiteral("UPDATE outbox SET next_attempt = ? WHERE state = 'waiting' "
                                              "AND next_attempt > ?"),
                               {m_connection.now(), m_connection.now()});
        if (!hurried || *hurried == 0)
            return hurried;
        m_connection.note(ChangeSubject::Outbox, 0);
        const Result<void> audited
            = audit({}, actor, {}, auditJson(QStringLiteral("retried"), QString::number(*hurried)));
        return audited ? hurried : failure(audited.error());
    }
    const Result<OutboxEntry> entry = existing(*id);
    if (!entry)
        return failure(entry.error());
    const OutboxState state = entry->state;
    if (state != OutboxState::Waiting && state != OutboxState::Failed && state != OutboxState::Bounced)
        return 0;
    // What came back is sent once more, though it was sent.
    const Result<int> updated = m_connection.run(
        QStringLiteral("UPDATE outbox SET state = 'waiting', next_attempt = ?, done_at = 0, ") + looksFromTheBeginning()
            + QStringLiteral(", earlier = iif(state = 'bounced', 'none', earlier) WHERE id = ?"),
        {m_connection.now(), *id});
    if (!updated)
        return updated;
    if (const Result<void> led = letTheFirstLead(entry->lane); !led)
        return failure(led.error());
    m_connection.note(ChangeSubject::Outbox, id->value);
    const Result<void> audited = audit(*id, actor, stateJson(state), stateJson(OutboxState::Waiting));
    return audited ? updated : failure(audited.error());
}

Result<int> OutboxRepository::retryNow(const QList<OutboxQueue>& queues, const QString& actor)
{
    const Result<int> hurried = m_connection.run(
        QStringLiteral("UPDATE outbox SET state = 'waiting', next_attempt = ?, done_at = 0, ") + looksFromTheBeginning()
            + QStringLiteral(" WHERE state IN ('waiting', 'failed') AND queue IN (SELECT value FROM json_each(?))"),
        {m_connection.now(), queuesToJson(queues)});
    if (!hurried || *hurried == 0)
        return hurried;
    m_connection.note(ChangeSubject::Outbox, 0);
    const Result<void> audited = audit({}, actor, {}, auditJson(QStringLiteral("retried"), QString::number(*hurried)));
    return audited ? hurried : failure(audited.error());
}

Result<void> OutboxRepository::edit(OutboxId id, const QString& recipient, const QString& actor)
{
    const Result<OutboxEntry> entry = existing(id);
    if (!entry)
        return failure(entry.error());
    const Arguments which{{QStringLiteral("id"), QString::number(id.value)}};
    const OutboxState state = entry->state;
    if (state != OutboxState::Waiting && state != OutboxState::Failed && state != OutboxState::Bounced)
        return failure("outbox.settled", which);
    if (entry->kind != OutboxKind::Confirmation && entry->kind != OutboxKind::ApprovalRequest)
        return failure("outbox.recipient-fixed", which);
    QStringList addresses;
    for (const QString& address : recipient.split(QLatin1Char(','))) {
        addresses.append(address.trimmed());
        if (!looksLikeAddress(addresses.last()))
            return failure("outbox.recipient-invalid", {{QStringLiteral("recipient"), addresses.last()}});
    }
    const QString told = addresses.join(QLatin1Char(','));
    // Whatever was sent before went to somebody else.
    if (const Result<int> updated = m_connection.run(
            QStringLiteral("UPDATE outbox SET recipient = ?, earlier = 'none' WHERE id = ?"), {told, id});
        !updated)
        return failure(updated.error());
    const QString field = QStringLiteral("recipient");
    if (const Result<void> audited = audit(id, actor, auditJson(field, entry->recipient), auditJson(field, told));
        !audited)
        return audited;
    if (state == OutboxState::Waiting) {
        m_connection.note(ChangeSubject::Outbox, id.value);
        return {};
    }
    const Result<int> retried = retryNow(id, actor);
    return retried ? Result<void>() : failure(retried.error());
}

Result<void> OutboxRepository::giveUp(OutboxId id, const QString& why, const QString& actor)
{
    const Result<OutboxEntry> entry = existing(id);
    if (!entry)
        return failure(entry.error());
    if (entry->state == OutboxState::Done || entry->state == OutboxState::GivenUp)
        return failure("outbox.settled", {{QStringLiteral("id"), QString::number(id.value)}});
    const Reason reason{"outbox.given-up", {{QStringLiteral("why"), why}, {QStringLiteral("actor"), actor}}};
    if (const Result<void> settled = settle(id, OutboxState::GivenUp, reason, entry->remoteText); !settled)
        return settled;
    if (const Result<void> followed = giveUpDependants(*entry, reason); !followed)
        return followed;
    return audit(id, actor, stateJson(entry->state), stateJson(OutboxState::GivenUp));
}

// What never comes into a calendar is not changed there; to take it out does no harm, should it be there after all.
Result<void> OutboxRepository::giveUpDependants(const OutboxEntry& entry, const Reason& reason)
{
    const auto created = calendarOrderFromJson(entry.payload);
    if (entry.kind != OutboxKind::CalendarOrder || !created || created->action != CalendarAction::Create)
        return {};
    const auto others = notDone(entry.lane);
    if (!others)
        return failure(others.error());
    for (const OutboxEntry& other : *others) {
        const auto order = calendarOrderFromJson(other.payload);
        const bool waits = other.kind == OutboxKind::CalendarOrder && other.id > entry.id
            && (other.state == OutboxState::Waiting || other.state == OutboxState::Failed);
        const bool takesOut = order && order->action == CalendarAction::Cancel && order->recurrenceId.isEmpty();
        if (!waits || !order || order->mark != created->mark || takesOut)
            continue;
        if (const auto settled = settle(other.id, OutboxState::GivenUp, reason, other.remoteText); !settled)
            return settled;
    }
    return {};
}

Result<void> OutboxRepository::audit(OutboxId id, const QString& actor, const QByteArray& before,
                                     const QByteArray& after)
{
    return AuditRepository(m_connection)
        .append({{}, m_connection.now(), actor, "outbox", id ? QString::number(id.value) : QString(), before, after});
}

} // namespace reserve
