// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#pragma once

#include "models/practice/xmltree.h"

#include <QDate>
#include <QString>

#include <optional>

namespace reserve::practice {

// Which extended (MAPI) property is meant, whichever protocol names it (MS-OXPROPS).
struct PropertyName
{
    QString set;  // GUID in lower case without braces; empty for a tag
    QString name; // of a named property, else empty
    int id = 0;   // LID of a numbered one, or the tag
    QString type; // "Binary", "String", "Integer", ...

    QString key() const;
    friend bool operator==(const PropertyName&, const PropertyName&) = default;

    bool isGlobalId() const;      // PidLidGlobalObjectId, LID 0x3
    bool isCleanGlobalId() const; // PidLidCleanGlobalObjectId, LID 0x23
    bool isSequence() const;      // PidLidAppointmentSequence, LID 0x8201
    bool isStamp() const;         // PidLidOwnerCriticalChange, LID 0x1A
};

// Between the values of a property of several (StringArray): no text that comes as XML or JSON has it.
inline constexpr QChar valueSeparator{0x1f};

// ExtendedFieldURI of EWS. Nothing: no such property set, or neither name, id nor tag.
std::optional<PropertyName> propertyFromEws(const XmlElement& fieldUri);
// "Binary {6ED8DA90-450B-101B-98DA-00AA003F1305} Id 0x23", "String {...} Name x" or "String 0x1001" of Graph.
std::optional<PropertyName> propertyFromGraph(const QString& text);

// The value of either id for a UID (MS-OXCICAL 2.1.3.1.1.20.26), the date of one occurrence put in where it is given.
QByteArray globalObjectId(const QString& uid, std::optional<QDate> occurrence);

} // namespace reserve::practice
