// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#pragma once

#include "models/mail/smtpsession.h"

#include <QByteArray>
#include <QList>
#include <QMap>

namespace reserve {

// Everybody at rooms.example is known, "full@" cannot be told now, other domains are not ours.
class TalkPolicy final : public SmtpPolicy
{
public:
    IntakeState state = IntakeState::Open;
    QMap<QByteArray, RecipientVerdict::Outcome> verdicts;

    IntakeState intakeState() const override { return state; }
    RecipientVerdict judgeRecipient(QByteArrayView address) const override;
};

// A client that talks to a session in a test: sends octets, collects replies and plays the owner of the
// socket, who stores each message at once and answers 250 with a running number, unless told to leave it
// waiting.
class SmtpTalk final
{
public:
    explicit SmtpTalk(const SmtpLimits& limits = {});

    // Sends and returns what came back.
    QByteArray say(const QByteArray& octets);
    // The same octets in single steps.
    QByteArray sayByteByByte(const QByteArray& octets);
    // After EHLO: MAIL, one RCPT and DATA in one segment; returns the last reply.
    void openData(const QByteArray& parameters = {});
    // A whole message in DATA; `onWire` is what stands between 354 and CRLF.CRLF, dots included.
    QByteArray deliver(const QByteArray& onWire);

    static QList<int> codes(const QByteArray& replies);
    QList<QByteArray> reasons();

    TalkPolicy policy;
    SmtpSession session;
    MonotonicTime now{};
    QList<ReceivedMessage> messages;
    QList<ReceivedMessage> refused; // by the session, for their content
    bool answersMessages = true;

private:
    void answerMessages();
};

} // namespace reserve
