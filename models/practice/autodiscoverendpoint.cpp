// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#include "models/practice/autodiscoverendpoint.h"

#include "models/practice/ewsxml.h"
#include "models/practice/xmltree.h"

#include <QXmlStreamWriter>

namespace reserve::practice {

namespace {

const QString requestSpace
    = QStringLiteral("http://schemas.microsoft.com/exchange/autodiscover/outlook/requestschema/2006");
const QString answerSpace = QStringLiteral("http://schemas.microsoft.com/exchange/autodiscover/responseschema/2006");
const QString settingsSpace
    = QStringLiteral("http://schemas.microsoft.com/exchange/autodiscover/outlook/responseschema/2006a");

struct Refusal
{
    int code;
    const char* message;
};

constexpr Refusal noSuchAddress{500, "The email address can't be found."};
constexpr Refusal noRequest{600, "Invalid Request"};
constexpr Refusal noSuchForm{601, "Requested schema version not supported"};

ServedResponse xmlResponse(const QByteArray& body)
{
    ServedResponse response;
    response.headers = {{"Content-Type", "text/xml; charset=utf-8"}, {"X-FEServer", "PRACTICE"}};
    response.body = body;
    return response;
}

void write(QXmlStreamWriter& writer, const char* name, const QString& text)
{
    writer.writeTextElement(QString::fromLatin1(name), allowedInXml(text));
}

ServedResponse refused(const Refusal& refusal, Instant now)
{
    QByteArray document;
    QXmlStreamWriter writer(&document);
    writer.writeStartDocument();
    writer.writeStartElement(QStringLiteral("Autodiscover"));
    writer.writeDefaultNamespace(answerSpace);
    writer.writeStartElement(QStringLiteral("Response"));
    writer.writeStartElement(QStringLiteral("Error"));
    writer.writeAttribute(QStringLiteral("Time"), toDateTime(now).time().toString(QStringLiteral("HH:mm:ss.zzz")));
    writer.writeAttribute(QStringLiteral("Id"), QStringLiteral("1"));
    write(writer, "ErrorCode", QString::number(refusal.code));
    write(writer, "Message", QString::fromLatin1(refusal.message));
    write(writer, "DebugData", {});
    writer.writeEndDocument();
    return xmlResponse(document);
}

// EXCH: from inside the network, EXPR: from outside. Here it is one address.
void writeProtocol(QXmlStreamWriter& writer, const char* type, const QUrl& ews)
{
    writer.writeStartElement(QStringLiteral("Protocol"));
    write(writer, "Type", QString::fromLatin1(type));
    write(writer, "Server", ews.host());
    for (const char* name : {"ASUrl", "EwsUrl", "EmwsUrl", "OOFUrl"})
        write(writer, name, ews.toString());
    writer.writeEndElement();
}

ServedResponse settingsOf(const Mailbox& mailbox, const QString& spelled, const QUrl& ews)
{
    QByteArray document;
    QXmlStreamWriter writer(&document);
    writer.writeStartDocument();
    writer.writeStartElement(QStringLiteral("Autodiscover"));
    writer.writeDefaultNamespace(answerSpace);
    writer.writeStartElement(QStringLiteral("Response"));
    writer.writeDefaultNamespace(settingsSpace);
    writer.writeStartElement(QStringLiteral("User"));
    write(writer, "DisplayName", mailbox.name());
    write(writer, "AutoDiscoverSMTPAddress", spelled);
    writer.writeEndElement();
    writer.writeStartElement(QStringLiteral("Account"));
    write(writer, "AccountType", QStringLiteral("email"));
    write(writer, "Action", QStringLiteral("settings"));
    write(writer, "MicrosoftOnline", QStringLiteral("False"));
    writeProtocol(writer, "EXCH", ews);
    writeProtocol(writer, "EXPR", ews);
    writer.writeEndDocument();
    return xmlResponse(document);
}

} // namespace

AutodiscoverEndpoint::AutodiscoverEndpoint(Site& site)
    : m_site(site)
{
}

ServedResponse AutodiscoverEndpoint::answer(const ServedRequest& request, const QUrl& ews)
{
    const auto root = request.method == "POST" ? readXml(request.body) : Result<XmlElement>();
    const bool isRequest = root && root->name == QLatin1String("Autodiscover") && root->space == requestSpace;
    const XmlElement* asked = isRequest ? root->child(QLatin1String("Request")) : nullptr;
    const QString address = asked ? asked->childText(QLatin1String("EMailAddress")).trimmed() : QString();
    if (address.isEmpty())
        return refused(noRequest, m_site.now());
    if (asked->childText(QLatin1String("AcceptableResponseSchema")).trimmed() != settingsSpace)
        return refused(noSuchForm, m_site.now());
    const Mailbox* mailbox = m_site.find(address);
    if (!mailbox)
        return refused(noSuchAddress, m_site.now());
    return settingsOf(*mailbox, m_site.spelled(mailbox->address()), ews);
}

} // namespace reserve::practice
