// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#include "models/mail/smtpsession.h"
#include "tests/fuzz/fuzztargets.h"

namespace reserve::fuzz {

namespace {

class RoomsPolicy final : public SmtpPolicy
{
public:
    IntakeState intakeState() const override { return IntakeState::Open; }
    RecipientVerdict judgeRecipient(QByteArrayView address) const override
    {
        using Outcome = RecipientVerdict::Outcome;
        return {address.endsWith("@rooms.example") ? Outcome::Accepted : Outcome::Unknown,
                {QByteArrayLiteral("fuzz.judged"), {}}};
    }
};

SmtpLimits tightLimits()
{
    SmtpLimits limits;
    limits.messageOctets = 20'000;
    limits.junkLineOctets = 4'096;
    limits.contentLineOctets = 2'000;
    limits.recipients = 8;
    return limits;
}

// The owner of the socket: stores each message at once.
class Peer
{
public:
    Peer() { m_session.greet(false, m_now); }

    void send(QByteArrayView octets)
    {
        m_session.receive(octets, m_now);
        settle();
        m_now += std::chrono::milliseconds(10);
    }

    void close()
    {
        m_session.peerClosed(m_now);
        settle();
    }

    bool isOver() const { return m_session.wantsClose(); }

private:
    void settle()
    {
        while (const auto message = m_session.takeMessage()) {
            require(!message->envelope.recipients.isEmpty(), "a message without a recipient was taken");
            require(message->content.size() <= tightLimits().messageOctets, "a message above the limit was taken");
            for (const EnvelopeRecipient& recipient : message->envelope.recipients)
                require(recipient.address.endsWith("@rooms.example"), "a recipient nobody knows was taken");
            m_session.finishMessage(SmtpReply(250, "2.0.0", "stored"), m_now);
        }
        checkOutput(m_session.takeOutput());
        for (const SmtpEvent& event : m_session.takeEvents())
            require(event.verb.size() <= 16, "an event has a verb of the peer's own");
    }

    // Whole lines, each with a code, nothing of the peer's own in between.
    static void checkOutput(const QByteArray& output)
    {
        require(output.isEmpty() || output.endsWith("\r\n"), "a reply is cut");
        for (const QByteArray& line : output.split('\n')) {
            if (line.isEmpty())
                continue;
            require(line.endsWith('\r') && line.size() <= 514,
                    "a reply line is too long or ends with a bare line feed");
            require(line.size() >= 4 && line.at(0) >= '2' && line.at(0) <= '5'
                        && (line.at(3) == ' ' || line.at(3) == '-'),
                    "a reply line has no code");
        }
    }

    RoomsPolicy m_policy;
    MonotonicTime m_now{};
    SmtpSession m_session{
        m_policy, tightLimits(), QByteArrayLiteral("mail.rooms.example"), {QStringLiteral("127.0.0.1"), 4711}};
};

} // namespace

// The first octet says how large the pieces are in which the rest arrives.
void smtpSession(QByteArrayView input)
{
    if (input.isEmpty())
        return;
    const qsizetype piece = 1 + quint8(input.front()) * 7;
    Peer peer;
    for (qsizetype at = 1; at < input.size() && !peer.isOver(); at += piece)
        peer.send(input.sliced(at, std::min(piece, input.size() - at)));
    peer.close();
}

} // namespace reserve::fuzz
