// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#pragma once

#include "models/base/reason.h"

#include <QByteArray>
#include <QFlags>
#include <QList>
#include <QString>

#include <optional>

namespace reserve {

// Who is at the other end of the connection; the address in its plain text form ("127.0.0.1", "::1").
struct PeerInfo
{
    QString address;
    quint16 port = 0;
};

enum class BodyType { Unspecified, SevenBit, EightBitMime };

// A recipient that was answered 250. The address is UTF-8, without brackets and source route, exactly as
// typed: R-MAILBOX-CASE compares it octet by octet later. The reason is the policy's.
struct EnvelopeRecipient
{
    QByteArray address;
    Reason reason;
};

struct SmtpEnvelope
{
    QByteArray reversePath; // UTF-8, exactly as typed; empty is the null reverse-path
    QList<EnvelopeRecipient> recipients;
    std::optional<qint64> declaredSize;
    BodyType bodyType = BodyType::Unspecified;
    bool smtpUtf8 = false;
    bool chunked = false;    // came by BDAT
    QByteArray heloName;     // printable ASCII, not verified
    QByteArray protocolWord; // "SMTP", "ESMTP" or "UTF8SMTP" (RFC 3848, RFC 6531 3.7.3)
    PeerInfo peer;

    bool hasNullReversePath() const { return reversePath.isEmpty(); }
};

// What is unusual about the octets of a message that is taken all the same, as they came.
enum class ContentFinding : quint8 {
    BareLineFeed = 0x01,
    BareCarriageReturn = 0x02,
    LongLine = 0x04, // more than 998 octets (RFC 5322 2.1.1)
    Nul = 0x08,
    UndeclaredEightBit = 0x10, // octets above 127 without BODY=8BITMIME or SMTPUTF8
};
Q_DECLARE_FLAGS(ContentFindings, ContentFinding)
Q_DECLARE_OPERATORS_FOR_FLAGS(ContentFindings)

// A message whose content has ended, as it came over the wire, dots unstuffed, nothing else changed and nothing added.
struct ReceivedMessage
{
    SmtpEnvelope envelope;
    QByteArray content; // the whole, but of one that was refused for its size its beginning
    ContentFindings findings;
    qint64 octets = 0; // of the whole
    Reason refusal;    // why the session refuses it for its content; empty where it does not
};

// Words for the trace: "smtp.bare-line-feed", ...
QList<QByteArray> findingCodes(ContentFindings findings);

} // namespace reserve
