// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#pragma once

#include "models/entities/calendarorder.h"
#include "tests/support/agenthost.h"
#include "tests/support/fakegateway.h"
#include "tests/support/recordingsmtpserver.h"
#include "tests/support/requestdesk.h"

#include <memory>
#include <optional>

namespace reserve::test {

inline const QByteArray nour = QByteArrayLiteral("nour.abbas@mycompany.com");
inline const QByteArray cr1 = QByteArrayLiteral("CR1@reserve.mycompany.com");
inline const QString cr1Mailbox = QStringLiteral("CR1@reserve.mycompany.com");

// A live agent between people, an Exchange that remembers what it did and an outgoing mail server that does so too. The
// agent is started, and mail and Exchange are set up, by whoever uses it.
class DeliveryDesk final
{
public:
    DeliveryDesk();
    ~DeliveryDesk();

    RequestDesk& desk() { return m_desk; }
    RecordingSmtpServer& mails() { return m_mails; }
    FakeExchange& exchange() { return *m_exchange; }
    AgentHost& host() { return *m_host; }

    ServerProfileId addServer(const QStringList& domains, ServerKind kind = ServerKind::Ews, bool answersByMail = true);
    ServerProfileId addServer() { return addServer({QStringLiteral("mycompany.com")}); }
    void setKind(ServerProfileId id, ServerKind kind);
    void setMailServer();
    void request(const MeetingMail& mail);
    MeetingMail meetingNumber(int number);
    OutboxId order(CalendarAction action, const QByteArray& mark, const QByteArray& recurrence = {});
    bool allIn(OutboxState state);
    bool waitsAfter(int attempts);
    // The agent looks when something moves, and within half a minute by itself.
    void advance(Milliseconds by);
    std::optional<ServerState> stateOf(ServerProfileId id);
    QByteArrayList traceCodes();
    static void expectReplyFromTheRoom(const RecordedMail& mail);
    QStringList operations();

private:
    RequestDesk m_desk;
    RecordingSmtpServer m_mails;
    std::shared_ptr<FakeExchange> m_exchange;
    std::unique_ptr<AgentHost> m_host;
    int m_days = 400;
};

} // namespace reserve::test
