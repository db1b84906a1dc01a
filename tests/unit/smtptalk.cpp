// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#include "tests/unit/smtptalk.h"

namespace reserve {

RecipientVerdict TalkPolicy::judgeRecipient(QByteArrayView address) const
{
    using Outcome = RecipientVerdict::Outcome;
    const QByteArray key = address.toByteArray();
    if (verdicts.contains(key))
        return {verdicts.value(key), {QByteArrayLiteral("test.told"), {}}};
    const bool isPostmaster = key.toLower() == "postmaster";
    if (isPostmaster || key.toLower().endsWith("@rooms.example"))
        return {Outcome::Accepted, {QByteArrayLiteral("test.known"), {}}};
    return {Outcome::NoRelaying, {QByteArrayLiteral("test.elsewhere"), {}}};
}

SmtpTalk::SmtpTalk(const SmtpLimits& limits)
    : session(policy, limits, QByteArrayLiteral("mail.rooms.example"), {QStringLiteral("127.0.0.1"), 4711})
{
    session.greet(false, now);
    session.takeOutput();
    session.receive("EHLO client.example\r\n", now);
    session.takeOutput();
    session.takeEvents();
}

QByteArray SmtpTalk::say(const QByteArray& octets)
{
    session.receive(octets, now);
    answerMessages();
    return session.takeOutput();
}

QByteArray SmtpTalk::sayByteByByte(const QByteArray& octets)
{
    QByteArray replies;
    for (const char c : octets)
        replies += say(QByteArray(1, c));
    return replies;
}

void SmtpTalk::openData(const QByteArray& parameters)
{
    say("MAIL FROM:<ann@corp.example>" + parameters + "\r\nRCPT TO:<blue@rooms.example>\r\nDATA\r\n");
}

QByteArray SmtpTalk::deliver(const QByteArray& onWire)
{
    openData();
    return say(onWire + "\r\n.\r\n");
}

QList<int> SmtpTalk::codes(const QByteArray& replies)
{
    QList<int> codes;
    for (const QByteArray& line : replies.split('\n')) {
        if (line.size() > 3 && line.at(3) == ' ')
            codes.append(line.first(3).toInt());
    }
    return codes;
}

QList<QByteArray> SmtpTalk::reasons()
{
    QList<QByteArray> reasons;
    for (const SmtpEvent& event : session.takeEvents())
        reasons.append(event.reason.code);
    return reasons;
}

void SmtpTalk::answerMessages()
{
    while (answersMessages) {
        std::optional<ReceivedMessage> message = session.takeMessage();
        if (!message)
            return;
        QList<ReceivedMessage>& pile = message->refusal.isEmpty() ? messages : refused;
        pile.append(*std::move(message));
        session.finishMessage({250, QByteArrayLiteral("2.0.0"), "Stored as m" + QByteArray::number(messages.size())},
                              now);
    }
}

} // namespace reserve
