// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#include "models/practice/ntlmacceptor.h"

#include "models/base/clock.h"
#include "models/transport/ntlmchallenge.h"
#include "models/transport/ntlmkeys.h"

#include <QRandomGenerator>
#include <QtEndian>

namespace reserve::practice {

namespace {

const QByteArray signature = QByteArrayLiteral("NTLMSSP\0");
constexpr qsizetype fixedBytes = 88; // of AUTHENTICATE_MESSAGE, the message code included
constexpr qsizetype codeAt = 72;
constexpr qsizetype codeBytes = 16;
constexpr qsizetype proofBytes = 16;
constexpr qsizetype pairsAt = 28; // in the proven part (MS-NLMP 2.2.2.7)
constexpr qint64 epochInFileTime = 116444736000000000;

template<typename Number>
QByteArray little(Number number)
{
    const Number octets = qToLittleEndian(number);
    return {reinterpret_cast<const char*>(&octets), sizeof octets};
}

quint32 typeOf(const QByteArray& message)
{
    return message.startsWith(signature) && message.size() >= 12 ? qFromLittleEndian<quint32>(message.constData() + 8)
                                                                 : 0;
}

// A field of AUTHENTICATE_MESSAGE; empty where it lies outside.
QByteArray fieldAt(const QByteArray& message, qsizetype at)
{
    const quint16 length = qFromLittleEndian<quint16>(message.constData() + at);
    const quint32 offset = qFromLittleEndian<quint32>(message.constData() + at + 4);
    return qsizetype(offset) + length <= message.size() ? message.mid(offset, length) : QByteArray();
}

QString unicodeFrom(const QByteArray& octets)
{
    QString text;
    for (qsizetype i = 0; i + 1 < octets.size(); i += 2)
        text.append(QChar(qFromLittleEndian<quint16>(octets.constData() + i)));
    return text;
}

std::optional<QByteArray> pairIn(const QByteArray& pairs, quint16 wanted)
{
    for (qsizetype at = 0; at + 4 <= pairs.size();) {
        const quint16 id = qFromLittleEndian<quint16>(pairs.constData() + at);
        const quint16 length = qFromLittleEndian<quint16>(pairs.constData() + at + 2);
        if (id == NtlmPair::End || at + 4 + length > pairs.size())
            return std::nullopt;
        if (id == wanted)
            return pairs.mid(at + 4, length);
        at += 4 + length;
    }
    return std::nullopt;
}

QByteArray challengeMessage(const QString& domain, const QByteArray& serverChallenge)
{
    constexpr quint16 computerName = 1;
    constexpr quint16 domainName = 2;
    constexpr qsizetype headBytes = 56;
    const QByteArray name = ntlmUnicode(domain);
    const qint64 now = epochInFileTime + toEpochMilliseconds(SystemClock().now()) * 10'000;
    const QByteArray pairs = writeNtlmPairs({{domainName, name},
                                             {computerName, ntlmUnicode(QStringLiteral("EXCHANGE"))},
                                             {NtlmPair::Timestamp, little(now)}});
    const quint32 flags = NtlmFlag::Unicode | NtlmFlag::RequestTarget | NtlmFlag::Ntlm | NtlmFlag::AlwaysSign
        | NtlmFlag::ExtendedSecurity | NtlmFlag::TargetInfo | NtlmFlag::Version | NtlmFlag::Key128 | NtlmFlag::Key56
        | 0x00010000; // the target is a domain
    const auto field = [](qsizetype size, qsizetype offset) -> QByteArray {
        return little(quint16(size)) + little(quint16(size)) + little(quint32(offset));
    };
    return signature + little(quint32(2)) + field(name.size(), headBytes) + little(flags) + serverChallenge
        + QByteArray(8, '\0') + field(pairs.size(), headBytes + name.size()) + QByteArray::fromHex("0a0063450000000f")
        + name + pairs;
}

} // namespace

NtlmAcceptor::NtlmAcceptor(PracticeAccount account)
    : m_account(std::move(account))
{
}

NtlmAcceptor::Step NtlmAcceptor::accept(quint64 connection, const QByteArray& message)
{
    if (typeOf(message) == 1) {
        Handshake handshake;
        handshake.negotiate = message;
        handshake.serverChallenge = little(QRandomGenerator::system()->generate64());
        handshake.challenge = challengeMessage(m_account.domain, handshake.serverChallenge);
        m_connections.insert(connection, handshake);
        return {false, handshake.challenge};
    }
    Handshake& handshake = m_connections[connection];
    const bool answersChallenge = typeOf(message) == 3 && !handshake.serverChallenge.isEmpty();
    handshake.accepted = answersChallenge && proves(handshake, message);
    handshake.serverChallenge.clear(); // it is answered once
    return {handshake.accepted, {}};
}

bool NtlmAcceptor::proves(const Handshake& handshake, const QByteArray& message) const
{
    constexpr qsizetype responseAt = 20;
    constexpr qsizetype domainAt = 28;
    constexpr qsizetype userAt = 36;
    if (message.size() < fixedBytes)
        return false;
    const QByteArray response = fieldAt(message, responseAt);
    const QString domain = unicodeFrom(fieldAt(message, domainAt));
    const QString user = unicodeFrom(fieldAt(message, userAt));
    const bool known = user.compare(m_account.user, Qt::CaseInsensitive) == 0
        ? domain.isEmpty() || domain.compare(m_account.domain, Qt::CaseInsensitive) == 0
        : user.startsWith(m_account.user + u'@', Qt::CaseInsensitive);
    if (!known || response.size() < proofBytes + pairsAt)
        return false;
    const QByteArray proof = response.left(proofBytes);
    const QByteArray proven = response.mid(proofBytes);
    const QByteArray key = ntlmResponseKey(user, domain, m_account.password);
    if (ntlmProof(key, handshake.serverChallenge, proven) != proof)
        return false;
    const auto flags = pairIn(proven.mid(pairsAt), NtlmPair::Flags);
    constexpr quint32 hasCode = 0x2;
    if (!flags || flags->size() != 4 || !(qFromLittleEndian<quint32>(flags->constData()) & hasCode))
        return true;
    QByteArray blank = message;
    blank.replace(codeAt, codeBytes, QByteArray(codeBytes, '\0'));
    const QByteArray code
        = ntlmMessageCode(ntlmSessionBaseKey(key, proof), handshake.negotiate, handshake.challenge, blank);
    return code == message.mid(codeAt, codeBytes);
}

} // namespace reserve::practice
