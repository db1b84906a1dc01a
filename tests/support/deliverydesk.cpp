// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#include "tests/support/deliverydesk.h"

#include "models/mail/messagereader.h"
#include "tests/support/smtpdialog.h"

#include <QTest>

#include <algorithm>

namespace reserve::test {

DeliveryDesk::DeliveryDesk()
    : m_exchange(std::make_shared<FakeExchange>())
{
    if (!m_mails.listen())
        qFatal("no port is free for the mail server");
    AgentOptions options;
    options.gateways = m_exchange;
    m_host = std::make_unique<AgentHost>(m_desk.store().store(), options);
    m_desk.set(QStringLiteral("outgoing.security"), QStringLiteral("none"));
    m_desk.set(QStringLiteral("outgoing.from"), QStringLiteral("reserve@mycompany.com"));
}

DeliveryDesk::~DeliveryDesk() = default;

ServerProfileId DeliveryDesk::addServer(const QStringList& domains, ServerKind kind, bool answersByMail)
{
    ServerProfile profile;
    profile.name = QStringLiteral("server of ") + domains.value(0);
    profile.kind = kind;
    profile.mailDomains = domains;
    profile.answersByMail = answersByMail;
    return m_desk.store().write(
        [=](WriteUnit& unit) { return unit.serverProfiles().save(profile, QStringLiteral("test")); });
}

void DeliveryDesk::setKind(ServerProfileId id, ServerKind kind)
{
    m_desk.store().write([=](WriteUnit& unit) {
        ServerProfile profile = unit.serverProfiles().find(id).value().value();
        profile.kind = kind;
        return unit.serverProfiles().save(profile, QStringLiteral("test"));
    });
}

void DeliveryDesk::setMailServer()
{
    m_desk.set(QStringLiteral("outgoing.port"), QString::number(m_mails.port()));
    m_desk.set(QStringLiteral("outgoing.host"), QStringLiteral("127.0.0.1"));
}

void DeliveryDesk::request(const MeetingMail& mail)
{
    SmtpDialog client(m_host->port());
    client.open();
    QCOMPARE(SmtpDialog::code(client.deliver(nour, {cr1}, composeMeeting(mail).bytes)), 250);
}

MeetingMail DeliveryDesk::meetingNumber(int number)
{
    MeetingMail mail = m_desk.meeting();
    mail.uid = QStringLiteral("meeting-%1@mycompany.com").arg(number);
    mail.identity.messageId = QStringLiteral("<meeting-%1@mycompany.com>").arg(number);
    mail.range.start += std::chrono::days(number);
    mail.range.end += std::chrono::days(number);
    return mail;
}

OutboxId DeliveryDesk::order(CalendarAction action, const QByteArray& mark, const QByteArray& recurrence)
{
    CalendarOrder order;
    order.action = action;
    order.mark = mark;
    order.mailbox = cr1Mailbox;
    order.subject = QStringLiteral("Board meeting");
    order.time = {at("2026-11-20T09:00:00Z"), at("2026-11-20T10:00:00Z")};
    order.timeZone = "Europe/Berlin";
    order.recurrence = recurrence;
    OutboxEntry entry;
    entry.kind = OutboxKind::CalendarOrder;
    entry.lane = QString::fromLatin1(mark);
    entry.spaceId = m_desk.cr1();
    entry.recipient = order.mailbox;
    entry.payload = toJson(order);
    entry.createdAt = entry.nextAttempt = m_desk.clock().now();
    return m_desk.store().write([=](WriteUnit& unit) { return unit.outbox().append(entry); });
}

bool DeliveryDesk::allIn(OutboxState state)
{
    const QList<OutboxEntry> entries = m_desk.outbox();
    return !entries.isEmpty()
        && std::all_of(entries.begin(), entries.end(), [state](const OutboxEntry& e) { return e.state == state; });
}

bool DeliveryDesk::waitsAfter(int attempts)
{
    const QList<OutboxEntry> entries = m_desk.outbox();
    return !entries.isEmpty() && entries.first().attempts == attempts && entries.first().state == OutboxState::Waiting;
}

void DeliveryDesk::advance(Milliseconds by)
{
    m_desk.clock().advance(by);
    m_desk.set(QStringLiteral("store.keep-trace-days"), QString::number(++m_days));
}

std::optional<ServerState> DeliveryDesk::stateOf(ServerProfileId id)
{
    const auto states = m_desk.store().read([](const ReadUnit& unit) { return unit.agent().serverStates(); });
    const auto found
        = std::find_if(states.begin(), states.end(), [id](const ServerState& s) { return s.profileId == id; });
    return found == states.end() ? std::nullopt : std::optional(*found);
}

QByteArrayList DeliveryDesk::traceCodes()
{
    const Trace trace = m_desk.store().read(
        [](const ReadUnit& unit) -> Result<Trace> { return unit.traces().find(TraceId{1}).value().value(); });
    QByteArrayList codes;
    for (const TraceStep& step : trace.steps)
        codes.append(step.reason.code);
    return codes;
}

void DeliveryDesk::expectReplyFromTheRoom(const RecordedMail& mail)
{
    QCOMPARE(mail.sender, QStringLiteral("reserve@mycompany.com"));
    QCOMPARE(mail.recipients, QStringList{QString::fromLatin1(nour)});
    const auto read = readMessage(mail.content);
    QVERIFY(read.has_value() && read->calendar.has_value());
    QCOMPARE(read->from.address, cr1Mailbox);
    QCOMPARE(read->calendar->method(), QByteArray("REPLY"));
}

QStringList DeliveryDesk::operations()
{
    QStringList operations;
    for (const ServerEffect& effect : m_exchange->effects())
        operations.append(effect.operation);
    return operations;
}

} // namespace reserve::test
