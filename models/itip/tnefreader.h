// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#pragma once

#include "models/base/result.h"
#include "models/itip/tnefproperties.h"

#include <QByteArrayView>
#include <QList>
#include <QString>

#include <array>

namespace reserve {

struct TnefLimits
{
    qsizetype octets = 16 * 1024 * 1024;
    int attributes = 1'000;  // of the message
    int properties = 40'000; // of one table or of all recipients together
    int recipients = 2'000;
};

// Attributes of the message that a meeting needs (MS-OXTNEF 2.1.3.3), by the low word of their id.
enum class TnefAttribute : quint16 {
    Owner = 0x0000,
    RequestResponse = 0x0009,
    From = 0x8000,
    Subject = 0x8004,
    MessageClass = 0x8008,
    Body = 0x800C,
    MessageProperties = 0x9003,
    RecipientTable = 0x9004,
    OemCodepage = 0x9007,
};

// A TNEF stream ("winmail.dat", application/ms-tnef; MS-OXTNEF). open() walks the attributes of the message
// once, checks each checksum and keeps views of those that matter; property tables are read when they are
// asked for. It ends at the first attachment: those stand last and hold nothing of a meeting, so that nothing
// nests. Time is linear in the stream, memory is bounded by the limits, and nothing is read past the end. The
// octets outlive the stream; any thread.
class TnefStream final
{
public:
    // Fails with tnef.not-tnef (no TNEF at all) and tnef.too-large (limit).
    static Result<TnefStream> open(QByteArrayView octets, CharsetDecoder decoder, const TnefLimits& limits = {});

    // tnef.damaged (octet), tnef.too-many-attributes (limit): reading ended there. Empty when all of the
    // message is whole.
    const Reason& damage() const { return m_damage; }

    // As MAPI names it ("IPM.Schedule.Meeting.Request"), also where the stream has the older name of it
    // ("IPM.Microsoft Schedule.MtgReq"). Empty when the stream does not say.
    QString messageClass() const;

    bool has(TnefAttribute attribute) const { return !m_attributes[slot(attribute)].isNull(); }
    QByteArrayView octets(TnefAttribute attribute) const { return m_attributes[slot(attribute)]; }
    QString text(TnefAttribute attribute) const { return m_texts.narrow(octets(attribute)); }
    const TnefTexts& texts() const { return m_texts; }

    // Properties of several values and those named by a text are stepped over: no meeting needs one. Fails
    // with tnef.properties-unreadable and tnef.too-many-properties (limit).
    Result<TnefProperties> messageProperties() const;
    // One table a recipient. Also fails with tnef.too-many-recipients (limit).
    Result<QList<TnefProperties>> recipients() const;

private:
    TnefStream(CharsetDecoder decoder, const TnefLimits& limits);
    static std::size_t slot(TnefAttribute attribute);
    void walk(QByteArrayView attributes);
    void keep(quint32 id, QByteArrayView value);

    TnefLimits m_limits;
    TnefTexts m_texts;
    Reason m_damage;
    std::array<QByteArrayView, 9> m_attributes;
};

} // namespace reserve
