// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#include "models/exchange/ewswriter.h"

namespace reserve {

namespace {

const QString soapNamespace = QStringLiteral("http://schemas.xmlsoap.org/soap/envelope/");
const QString messagesNamespace = QStringLiteral("http://schemas.microsoft.com/exchange/services/2006/messages");
const QString typesNamespace = QStringLiteral("http://schemas.microsoft.com/exchange/services/2006/types");

// What 2013 SP1 and everything after it understands; without it a server takes us for a client of 2007.
constexpr const char* schemaVersion = "Exchange2013_SP1";

bool isAllowed(QChar c)
{
    const char16_t unit = c.unicode();
    return unit >= 0x20 ? unit < 0xFFFE : unit == u'\t' || unit == u'\n' || unit == u'\r';
}

const char* folderId(ItemFolder folder)
{
    switch (folder) {
    case ItemFolder::Calendar:
        return "calendar";
    case ItemFolder::Inbox:
        return "inbox";
    case ItemFolder::DeletedItems:
        return "deleteditems";
    }
    Q_UNREACHABLE();
}

} // namespace

EwsWriter::EwsWriter(QByteArray* target)
    : m_xml(target)
{
}

void EwsWriter::beginMessage(const char* name)
{
    m_xml.writeStartElement(messagesNamespace, QLatin1String(name));
}

void EwsWriter::beginType(const char* name)
{
    m_xml.writeStartElement(typesNamespace, QLatin1String(name));
}

void EwsWriter::end()
{
    m_xml.writeEndElement();
}

void EwsWriter::attribute(const char* name, const QString& value)
{
    m_xml.writeAttribute(QLatin1String(name), ewsText(value));
}

void EwsWriter::attribute(const char* name, const char* value)
{
    m_xml.writeAttribute(QLatin1String(name), QLatin1String(value));
}

void EwsWriter::message(const char* name, const QString& text)
{
    m_xml.writeTextElement(messagesNamespace, QLatin1String(name), ewsText(text));
}

void EwsWriter::type(const char* name, const QString& text)
{
    m_xml.writeTextElement(typesNamespace, QLatin1String(name), ewsText(text));
}

void EwsWriter::type(const char* name, bool value)
{
    type(name, value ? QStringLiteral("true") : QStringLiteral("false"));
}

void EwsWriter::characters(const QString& text)
{
    m_xml.writeCharacters(ewsText(text));
}

void EwsWriter::beginEnvelope(const QString& impersonated)
{
    m_xml.writeStartDocument();
    m_xml.writeNamespace(soapNamespace, QStringLiteral("soap"));
    m_xml.writeNamespace(messagesNamespace, QStringLiteral("m"));
    m_xml.writeNamespace(typesNamespace, QStringLiteral("t"));
    m_xml.writeStartElement(soapNamespace, QStringLiteral("Envelope"));
    m_xml.writeStartElement(soapNamespace, QStringLiteral("Header"));
    beginType("RequestServerVersion");
    attribute("Version", schemaVersion);
    end();
    if (!impersonated.isEmpty()) {
        beginType("ExchangeImpersonation");
        beginType("ConnectingSID");
        type("PrimarySmtpAddress", impersonated);
        end();
        end();
    }
    beginType("TimeZoneContext");
    beginType("TimeZoneDefinition");
    attribute("Id", "UTC");
    end();
    end();
    m_xml.writeEndElement();
    m_xml.writeStartElement(soapNamespace, QStringLiteral("Body"));
}

void EwsWriter::endEnvelope()
{
    m_xml.writeEndElement();
    m_xml.writeEndElement();
    m_xml.writeEndDocument();
}

void EwsWriter::field(const char* fieldUri)
{
    beginType("FieldURI");
    attribute("FieldURI", fieldUri);
    end();
}

void EwsWriter::item(const ItemReference& reference, const char* name)
{
    beginType(name);
    attribute("Id", reference.id);
    if (!reference.changeKey.isEmpty())
        attribute("ChangeKey", reference.changeKey);
    end();
}

void EwsWriter::folder(ItemFolder folder, const QString& mailbox)
{
    this->folder(folderId(folder), mailbox);
}

void EwsWriter::folder(const char* id, const QString& mailbox)
{
    beginType("DistinguishedFolderId");
    attribute("Id", id);
    beginType("Mailbox");
    type("EmailAddress", mailbox);
    end();
    end();
}

void EwsWriter::textBody(const QString& text, const char* name)
{
    beginType(name);
    attribute("BodyType", "Text");
    characters(text);
    end();
}

QString ewsTime(Instant instant)
{
    return toIso(instant);
}

QString ewsText(const QString& text)
{
    QString clean;
    clean.reserve(text.size());
    for (qsizetype i = 0; i < text.size(); ++i) {
        const QChar c = text.at(i);
        if (c.isHighSurrogate() && i + 1 < text.size() && text.at(i + 1).isLowSurrogate()) {
            clean += c;
            clean += text.at(++i);
        } else if (!c.isSurrogate() && isAllowed(c)) {
            clean += c;
        }
    }
    return clean;
}

} // namespace reserve
