// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#include "models/practice/ewsxml.h"

#include "models/practice/ewsgrammar.h"

namespace reserve::practice {

namespace {

const QString soapSpace = QStringLiteral("http://schemas.xmlsoap.org/soap/envelope/");
const QString instanceSpace = QStringLiteral("http://www.w3.org/2001/XMLSchema-instance");
const QString errorsSpace = QStringLiteral("http://schemas.microsoft.com/exchange/services/2006/errors");

QString named(const char* name)
{
    return QString::fromLatin1(name);
}

} // namespace

// XML 1.0 has no place for most control characters.
QString allowedInXml(const QString& text)
{
    QString clean = text;
    clean.removeIf([](QChar c) {
        return (c < QLatin1Char(' ') && c != QLatin1Char('\n') && c != QLatin1Char('\r') && c != QLatin1Char('\t'))
            || c.unicode() >= 0xfffe;
    });
    return clean;
}

EwsXml::EwsXml(QByteArray* document)
    : m_writer(document)
{
}

void EwsXml::startM(const char* name)
{
    m_writer.writeStartElement(messagesSpace, named(name));
}

void EwsXml::startT(const char* name)
{
    m_writer.writeStartElement(typesSpace, named(name));
}

void EwsXml::attribute(const char* name, const QString& value)
{
    m_writer.writeAttribute(named(name), allowedInXml(value));
}

void EwsXml::typeIs(const char* name)
{
    m_writer.writeNamespace(instanceSpace, QStringLiteral("xsi"));
    m_writer.writeAttribute(instanceSpace, QStringLiteral("type"), u"t:" + named(name));
}

void EwsXml::text(const QString& value)
{
    m_writer.writeCharacters(allowedInXml(value));
}

void EwsXml::m(const char* name, const QString& value)
{
    m_writer.writeTextElement(messagesSpace, named(name), allowedInXml(value));
}

void EwsXml::t(const char* name, const QString& value)
{
    m_writer.writeTextElement(typesSpace, named(name), allowedInXml(value));
}

void EwsXml::address(const MailPerson& person)
{
    startT("Mailbox");
    t("Name", person.name.isEmpty() ? person.address : person.name);
    if (!person.address.isEmpty())
        t("EmailAddress", person.address);
    t("RoutingType", QStringLiteral("SMTP"));
    end();
}

void EwsXml::mailbox(const char* name, const MailPerson& person)
{
    startT(name);
    address(person);
    end();
}

void EwsXml::envelope(const std::function<void()>& body)
{
    m_writer.writeStartDocument();
    m_writer.writeNamespace(soapSpace, QStringLiteral("s"));
    m_writer.writeNamespace(messagesSpace, QStringLiteral("m"));
    m_writer.writeNamespace(typesSpace, QStringLiteral("t"));
    m_writer.writeStartElement(soapSpace, QStringLiteral("Envelope"));
    m_writer.writeStartElement(soapSpace, QStringLiteral("Header"));
    startT("ServerVersionInfo");
    attribute("MajorVersion", QStringLiteral("15"));
    attribute("MinorVersion", QStringLiteral("2"));
    attribute("MajorBuildNumber", QStringLiteral("1258"));
    attribute("MinorBuildNumber", QStringLiteral("12"));
    attribute("Version", QStringLiteral("V2017_07_11"));
    end();
    m_writer.writeEndElement();
    m_writer.writeStartElement(soapSpace, QStringLiteral("Body"));
    body();
    m_writer.writeEndElement();
    m_writer.writeEndElement();
    m_writer.writeEndDocument();
}

void EwsXml::fault(const EwsFault& fault)
{
    faultDetail(fault, [this, &fault] {
        if (!fault.backOff)
            return;
        startT("MessageXml");
        startT("Value");
        attribute("Name", QStringLiteral("BackOffMilliseconds"));
        text(QString::number(*fault.backOff));
        end();
        end();
    });
}

void EwsXml::schemaFault(const QString& violation, qint64 line, qint64 column)
{
    const EwsFault fault{QStringLiteral("ErrorSchemaValidation"), u"The request failed schema validation: " + violation,
                         std::nullopt};
    faultDetail(fault, [this, &violation, line, column] {
        startT("MessageXml");
        t("LineNumber", int(line));
        t("LinePosition", int(column));
        t("Violation", violation);
        end();
    });
}

void EwsXml::faultDetail(const EwsFault& fault, const std::function<void()>& further)
{
    m_writer.writeStartElement(soapSpace, QStringLiteral("Fault"));
    m_writer.writeStartElement(QStringLiteral("faultcode"));
    m_writer.writeNamespace(typesSpace, QStringLiteral("a"));
    m_writer.writeCharacters(u"a:" + fault.code);
    m_writer.writeEndElement();
    m_writer.writeTextElement(QStringLiteral("faultstring"), allowedInXml(fault.message));
    m_writer.writeStartElement(QStringLiteral("detail"));
    m_writer.writeTextElement(errorsSpace, QStringLiteral("ResponseCode"), fault.code);
    m_writer.writeTextElement(errorsSpace, QStringLiteral("Message"), allowedInXml(fault.message));
    further();
    m_writer.writeEndElement();
    m_writer.writeEndElement();
}

EwsResponse::EwsResponse(EwsXml& xml, const char* operation)
    : m_xml(xml)
    , m_name(QByteArray(operation) + "ResponseMessage")
{
    const QByteArray whole = QByteArray(operation) + "Response";
    m_xml.startM(whole.constData());
    m_xml.startM("ResponseMessages");
}

EwsResponse::~EwsResponse()
{
    m_xml.end();
    m_xml.end();
}

void EwsResponse::success(const std::function<void()>& content)
{
    message("Success", QStringLiteral("NoError"), {}, content);
}

void EwsResponse::warning(const EwsFault& fault, const std::function<void()>& content)
{
    message("Warning", fault.code, fault.message, content);
}

void EwsResponse::error(const EwsFault& fault, const std::function<void()>& content)
{
    message("Error", fault.code, fault.message, content);
}

void EwsResponse::message(const char* responseClass, const QString& code, const QString& text,
                          const std::function<void()>& content)
{
    m_xml.startM(m_name.constData());
    m_xml.attribute("ResponseClass", QString::fromLatin1(responseClass));
    if (!text.isEmpty())
        m_xml.m("MessageText", text);
    m_xml.m("ResponseCode", code);
    if (!text.isEmpty())
        m_xml.m("DescriptiveLinkKey", QStringLiteral("0"));
    if (content)
        content();
    m_xml.end();
}

} // namespace reserve::practice
