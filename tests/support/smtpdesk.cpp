// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#include "tests/support/smtpdesk.h"

#include <QTest>

namespace reserve::test {

QByteArray plainMail(const QByteArray& body)
{
    return "From: Nour <nour.abbas@mycompany.com>\r\nSubject: Plain\r\nMessage-ID: <plain@mycompany.com>\r\n\r\n"
        + body;
}

SmtpDesk::SmtpDesk()
    : m_host(std::make_unique<AgentHost>(m_desk.store().store()))
{
}

void SmtpDesk::start(const AgentOptions& options)
{
    if (options.idleLimit != AgentOptions().idleLimit)
        m_host = std::make_unique<AgentHost>(m_desk.store().store(), options);
    QVERIFY2(m_host->start(), m_host->reason().code.constData());
}

QList<InboxMessage> SmtpDesk::inbox()
{
    QList<InboxMessage> messages;
    const auto find = [this](qint64 id) {
        return m_desk.store().read([id](const ReadUnit& unit) { return unit.inbox().find(InboxId{id}); });
    };
    for (qint64 id = 1; auto message = find(id); ++id)
        messages.append(*message);
    return messages;
}

QByteArray SmtpDesk::raw(InboxId id)
{
    return m_desk.store().read([id](const ReadUnit& unit) { return unit.inbox().raw(id); });
}

QByteArray SmtpDesk::content(InboxId id)
{
    const QByteArray all = raw(id);
    return all.mid(all.indexOf("\r\n", all.indexOf(";\r\n\t") + 3) + 2);
}

} // namespace reserve::test
