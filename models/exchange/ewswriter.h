// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#pragma once

#include "models/base/instant.h"
#include "models/exchange/calendaritem.h"

#include <QByteArray>
#include <QString>
#include <QXmlStreamWriter>

namespace reserve {

// Writes the XML of one EWS request: elements of the two namespaces that requests are made of, "messages" for what is
// asked and "types" for what it is asked about. Characters that XML 1.0 cannot carry are left out: a subject comes from
// anybody's mail.
class EwsWriter final
{
public:
    explicit EwsWriter(QByteArray* target);

    // An element that stays open until end().
    void beginMessage(const char* name);
    void beginType(const char* name);
    void end();

    // Of the element begun last, before anything is written into it.
    void attribute(const char* name, const QString& value);
    void attribute(const char* name, const char* value);

    void message(const char* name, const QString& text);
    void type(const char* name, const QString& text);
    void type(const char* name, bool value);
    void characters(const QString& text);

    // Head and foot of the SOAP 1.1 envelope around one request (MS-OXWSCDATA 2.2.3). `impersonated` is the mailbox as
    // which the request is done; empty: as whoever asks. Times are understood and told in UTC.
    void beginEnvelope(const QString& impersonated);
    void endEnvelope();

    // <t:FieldURI FieldURI="calendar:Start"/>
    void field(const char* fieldUri);
    // <t:ItemId Id= ChangeKey=/>, or another element of that type.
    void item(const ItemReference& reference, const char* name = "ItemId");
    // A folder of the mailbox that everybody has. The mailbox is named even when it is impersonated, which is the same.
    void folder(ItemFolder folder, const QString& mailbox);
    void folder(const char* id, const QString& mailbox);
    void textBody(const QString& text, const char* name = "Body");

private:
    QXmlStreamWriter m_xml;
};

// The text without what XML 1.0 cannot carry: as it will be read again.
QString ewsText(const QString& text);
// A moment as EWS writes it: to the second, in UTC.
QString ewsTime(Instant instant);

} // namespace reserve
