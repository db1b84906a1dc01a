// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#include "tests/support/requestdesk.h"

#include "models/base/address.h"

#include <QSet>
#include <QTest>

namespace reserve::test {

RequestDesk::RequestDesk()
{
    m_cr1 = m_store.addSpace(QStringLiteral("CR1 Borealis"), QStringLiteral("CR1@reserve.mycompany.com"));
    m_cr2 = m_store.addSpace(QStringLiteral("CR2 Aurora"), QStringLiteral("CR2@reserve.mycompany.com"));
    m_nour = m_store.addPerson(100317, QStringLiteral("nour.abbas@mycompany.com"));
    set(QStringLiteral("reserve.time-zone"), QStringLiteral("Europe/Berlin"));
}

void RequestDesk::set(const QString& key, const QString& value)
{
    m_store.write([=](WriteUnit& unit) { return unit.settings().set(key, value, QStringLiteral("test")); });
}

void RequestDesk::edit(SpaceId id, const std::function<void(Space&)>& change)
{
    m_store.write([=](WriteUnit& unit) -> Result<SpaceId> {
        Space space = unit.spaces().find(id).value().value();
        change(space);
        return unit.spaces().save(space, QStringLiteral("test"));
    });
}

PersonId RequestDesk::addPerson(const Person& person)
{
    return m_store.write([=](WriteUnit& unit) { return unit.people().save(person, QStringLiteral("test")); });
}

PersonId RequestDesk::addMaria()
{
    Person maria;
    maria.controlNumber = ControlNumber::fromNumber(100400);
    maria.firstName = QStringLiteral("Maria");
    maria.lastName = QStringLiteral("Keller");
    maria.email = QStringLiteral("maria.keller@mycompany.com");
    return addPerson(maria);
}

void RequestDesk::setPolicy(const PolicyScope& scope, const char* name, const char* value)
{
    m_store.write([=](WriteUnit& unit) {
        return unit.policies().set(scope, QString::fromLatin1(name), QString::fromLatin1(value),
                                   QStringLiteral("test"));
    });
}

Result<Approval> RequestDesk::decideApproval(ApprovalId id, const ApproverWord& word)
{
    const auto current = configuration();
    return m_store.tryWrite([=](WriteUnit& unit) { return reserve::decideApproval(unit, *current, id, word); });
}

QList<Approval> RequestDesk::approvals()
{
    return m_store.read([now = clock().now()](const ReadUnit& unit) { return unit.approvals().waiting(now); });
}

MeetingMail RequestDesk::meeting() const
{
    MeetingMail mail;
    mail.identity = {QStringLiteral("<request-1@mycompany.com>"), at("2026-11-17T10:00:00Z")};
    mail.organizer = {QStringLiteral("nour.abbas@mycompany.com"), QStringLiteral("Nour Abbas")};
    mail.rooms = {{QStringLiteral("CR1@reserve.mycompany.com"), QStringLiteral("CR1 Borealis")}};
    mail.uid = QStringLiteral("040000008200E00074C5B7101A82E0080000000001");
    mail.range = {at("2026-11-20T15:00:00Z"), at("2026-11-20T16:30:00Z")};
    mail.zone = "Europe/Berlin";
    mail.subject = QStringLiteral("Safety training");
    return mail;
}

std::shared_ptr<const Configuration> RequestDesk::configuration()
{
    return m_store.read([](const ReadUnit& unit) { return Configuration::load(unit); });
}

QList<Trace> RequestDesk::send(const MeetingMail& mail)
{
    const ComposedMail composed = composeMeeting(mail);
    QStringList rooms;
    for (const MailPerson& room : mail.rooms)
        rooms.append(room.address);
    return send(composed.bytes, composed.from, rooms);
}

QList<Trace> RequestDesk::send(const QByteArray& raw, const QString& sender, const QStringList& recipients)
{
    const IntakeOutcome outcome = take(raw, sender, recipients);
    QList<Trace> traces;
    for (const TraceId id : outcome.traces) {
        Trace trace = m_store.read([id](const ReadUnit& unit) { return unit.traces().find(id); }).value();
        traces.append(trace.state == TraceState::Waiting ? decide(id) : trace);
    }
    return traces;
}

IncomingMessage RequestDesk::asIncoming(const Configuration& current, const QByteArray& raw, const QString& sender,
                                        const QStringList& recipients)
{
    IncomingMessage incoming;
    incoming.message.receivedAt = clock().now();
    incoming.message.sender = sender;
    incoming.message.raw = raw;
    incoming.message.size = raw.size();
    incoming.reading = readMail(raw, sender);
    for (const QString& recipient : recipients)
        incoming.recipients.append({recipient, current.directory().judge(recipient)});
    return incoming;
}

IntakeOutcome RequestDesk::take(const QByteArray& raw, const QString& sender, const QStringList& recipients)
{
    const auto current = configuration();
    const IncomingMessage message = asIncoming(*current, raw, sender, recipients);
    return m_store.write([=](WriteUnit& unit) { return takeIn(unit, *current, message); });
}

RequestDesk::Arrival RequestDesk::arrivalOf(const QByteArray& raw, const QString& sender, const QStringList& recipients)
{
    Arrival arrival{asIncoming(*configuration(), raw, sender, recipients), {}};
    arrival.prepared = prepare(arrival.incoming.reading, m_reader, clock().now());
    return arrival;
}

namespace {

// Until nothing waits: what is decided decides other requests along with it, and lets others ask.
Result<void> decideAll(WriteUnit& unit, const Configuration& current, const ApproverWord& word)
{
    auto waiting = unit.approvals().waiting(unit.now());
    while (waiting && !waiting->isEmpty()) {
        if (const auto decided = reserve::decideApproval(unit, current, waiting->first().id, word); !decided)
            return failure(decided.error());
        waiting = unit.approvals().waiting(unit.now());
    }
    return waiting ? Result<void>() : failure(waiting.error());
}

} // namespace

RequestDesk::Outcome RequestDesk::outcomeOf(const QList<Arrival>& arrivals, const std::optional<ApproverWord>& word)
{
    const auto current = configuration();
    const Reserving reserving(current, m_reader);
    const auto after = m_store.store().rehearse(clock().now(), [&](WriteUnit& unit) -> Result<Outcome> {
        for (const Arrival& arrival : arrivals) {
            const auto taken = takeIn(unit, *current, arrival.incoming);
            if (!taken)
                return failure(taken.error());
            for (const TraceId id : taken->waiting) {
                if (const auto decided = reserving.decideTrace(unit, id, arrival.prepared, false); !decided)
                    return failure(decided.error());
            }
        }
        if (const auto decided = word ? decideAll(unit, *current, *word) : Result<void>(); !decided)
            return failure(decided.error());
        const auto rows = unit.reservations().list({}, 1000);
        const auto waiting = unit.approvals().waiting(unit.now());
        if (!rows || !waiting)
            return failure(rows ? waiting.error() : rows.error());
        return Outcome{*rows, *waiting};
    });
    return after.result().value();
}

Trace RequestDesk::decide(TraceId id, bool released)
{
    const Trace trace = m_store.read([id](const ReadUnit& unit) { return unit.traces().find(id); }).value();
    const QByteArray raw = m_store.read([&](const ReadUnit& unit) { return unit.inbox().raw(trace.inboxId); });
    const PreparedMessage prepared = prepare(readMail(raw, trace.sender), m_reader, clock().now());
    const Reserving reserving(configuration(), m_reader);
    return m_store.write([&](WriteUnit& unit) { return reserving.decideTrace(unit, id, prepared, released); });
}

QList<RehearsedDecision> RequestDesk::rehearse(const QByteArray& raw, const QString& sender,
                                               const QStringList& recipients)
{
    const RehearsedMessage message{sender, recipients, prepare(readMail(raw, sender), m_reader, clock().now()),
                                   raw.size()};
    const auto rehearsed = m_store.store().rehearse(
        clock().now(), [&](WriteUnit& unit) { return reserve::rehearse(unit, m_reader, message); });
    return rehearsed.result().value();
}

int RequestDesk::decideInParts(TraceId id, int most)
{
    const Trace trace = m_store.read([id](const ReadUnit& unit) { return unit.traces().find(id); }).value();
    const QByteArray raw = m_store.read([&](const ReadUnit& unit) { return unit.inbox().raw(trace.inboxId); });
    const PreparedMessage prepared = prepare(readMail(raw, trace.sender), m_reader, clock().now());
    const Reserving reserving(configuration(), m_reader);
    int parts = 0;
    std::shared_ptr<const SeriesInProgress> rest;
    while (parts < most) {
        rest = m_store
                   .write([&](WriteUnit& unit) {
                       return rest ? reserving.goOn(unit, *rest, prepared)
                                   : reserving.beginTrace(unit, id, prepared, false);
                   })
                   .rest;
        ++parts;
        if (!rest)
            break;
    }
    return parts;
}

int RequestDesk::fillSeries(int* parts)
{
    const SeriesTopUp topUp(configuration(), m_reader);
    QSet<SeriesId> filled;
    for (int part = 0;; ++part) {
        const QList<SeriesId> waiting
            = m_store.read([&](const ReadUnit& unit) { return topUp.waiting(unit, clock().now(), 1); });
        if (parts)
            *parts = part;
        if (waiting.isEmpty())
            return int(filled.size());
        filled.insert(waiting.first());
        m_store.write([&](WriteUnit& unit) { return topUp.fill(unit, waiting.first()); });
    }
}

QList<Reservation> RequestDesk::reservations()
{
    return m_store.read([](const ReadUnit& unit) { return unit.reservations().list({}, 1000); });
}

QList<OutboxEntry> RequestDesk::outbox()
{
    return m_store.read([](const ReadUnit& unit) -> Result<QList<OutboxEntry>> {
        QList<OutboxEntry> entries;
        const QList<OutboxId> newestFirst = unit.outbox().page({}, {}, 1000).value();
        for (auto id = newestFirst.crbegin(); id != newestFirst.crend(); ++id)
            entries.append(unit.outbox().find(*id).value().value());
        return entries;
    });
}

Announcement RequestDesk::announced(const OutboxEntry& entry)
{
    return announcementFromJson(entry.payload).value();
}

CommandId RequestDesk::ask(CommandKind kind, const Arguments& arguments)
{
    Command command;
    command.kind = kind;
    command.arguments = arguments;
    command.actor = QStringLiteral("test");
    return m_store.write([=](WriteUnit& unit) { return unit.commands().append(command); });
}

Command RequestDesk::command(CommandId id)
{
    return m_store.read([id](const ReadUnit& unit) { return unit.commands().find(id); }).value();
}

} // namespace reserve::test
