// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#include "models/practice/ewsendpoint.h"

#include "models/itip/windowszones.h"
#include "models/practice/ewsgrammar.h"

#include <QSet>

namespace reserve::practice {

namespace {

const QString soapSpace = QStringLiteral("http://schemas.xmlsoap.org/soap/envelope/");

using Operation = void (*)(const EwsCall&);

Operation operationNamed(const QString& name)
{
    static const QHash<QString, Operation> operations{
        {QStringLiteral("FindItem"), &findItem},
        {QStringLiteral("GetItem"), &getItem},
        {QStringLiteral("CreateItem"), &createItem},
        {QStringLiteral("UpdateItem"), &updateItem},
        {QStringLiteral("DeleteItem"), &deleteItem},
        {QStringLiteral("SendItem"), &sendItem},
        {QStringLiteral("GetFolder"), &getFolder},
        {QStringLiteral("GetUserConfiguration"), &getUserConfiguration},
        {QStringLiteral("FindFolder"), &findFolder},
        {QStringLiteral("ConvertId"), &convertId},
        {QStringLiteral("ResolveNames"), &resolveNames},
        {QStringLiteral("SyncFolderItems"), &syncFolderItems},
        {QStringLiteral("GetUserAvailabilityRequest"), &getUserAvailability},
    };
    return operations.value(name, nullptr);
}

ServedResponse xmlResponse(int status, const QByteArray& body)
{
    ServedResponse response;
    response.status = status;
    response.headers = {{"Content-Type", "text/xml; charset=utf-8"}, {"X-FEServer", "PRACTICE"}};
    response.body = body;
    return response;
}

ServedResponse schemaFault(const QString& violation, qint64 line, qint64 column)
{
    QByteArray document;
    EwsXml xml(&document);
    xml.envelope([&] { xml.schemaFault(violation, line, column); });
    return xmlResponse(500, document);
}

std::optional<EwsFault> versionFault(const XmlElement* header)
{
    const XmlElement* version = header ? header->child(QLatin1String("RequestServerVersion")) : nullptr;
    if (!version)
        return std::nullopt;
    static const QStringList known{
        QStringLiteral("Exchange2007"),     QStringLiteral("Exchange2007_SP1"), QStringLiteral("Exchange2010"),
        QStringLiteral("Exchange2010_SP1"), QStringLiteral("Exchange2010_SP2"), QStringLiteral("Exchange2013"),
        QStringLiteral("Exchange2013_SP1"), QStringLiteral("Exchange2015"),     QStringLiteral("Exchange2016")};
    if (known.contains(version->value(QLatin1String("Version"))))
        return std::nullopt;
    return EwsFault{QStringLiteral("ErrorInvalidServerVersion"),
                    QStringLiteral("The specified server version is invalid."), std::nullopt};
}

QByteArray zoneIn(const XmlElement* header)
{
    const XmlElement* definition
        = header ? header->at({QLatin1String("TimeZoneContext"), QLatin1String("TimeZoneDefinition")}) : nullptr;
    const QByteArray zone
        = definition ? ianaIdOfZoneName(definition->value(QLatin1String("Id")).toUtf8()) : QByteArray();
    return zone.isEmpty() ? QByteArrayLiteral("UTC") : zone;
}

} // namespace

EwsEndpoint::EwsEndpoint(Site& site, QString account)
    : m_site(site)
    , m_account(std::move(account))
{
}

ServedResponse EwsEndpoint::answer(const ServedRequest& request, Authentication::Proof proof)
{
    if (request.method != "POST")
        return xmlResponse(405, {});
    const auto envelope = readXml(request.body);
    if (!envelope)
        return schemaFault(envelope.error().arguments().value(QStringLiteral("detail")),
                           envelope.error().arguments().value(QStringLiteral("line")).toLongLong(), 0);
    const XmlElement* body = envelope->child(QLatin1String("Body"));
    if (envelope->name != QLatin1String("Envelope") || envelope->space != soapSpace || !body
        || body->children.size() != 1) {
        return schemaFault(QStringLiteral("The request is no SOAP envelope with one request in its body."),
                           envelope->line, envelope->column);
    }
    const XmlElement& operation = body->children.first();
    const XmlElement* header = envelope->child(QLatin1String("Header"));
    if (const auto refused = versionFault(header))
        return fault(*refused);
    if (!isKnownOperation(operation.name) || !operationNamed(operation.name)) {
        return fault(
            {QStringLiteral("ErrorInvalidRequest"), u"The request is invalid: " + operation.name, std::nullopt});
    }
    if (const auto violation = schemaViolation(operation))
        return schemaFault(violation->text, violation->line, violation->column);
    const auto acting = actingMailbox(header, proof);
    return acting ? run(operation, **acting, header) : fault(acting.error());
}

bool EwsEndpoint::changesAnything(const ServedRequest& request)
{
    static const QSet<QString> writing{QStringLiteral("CreateItem"), QStringLiteral("UpdateItem"),
                                       QStringLiteral("DeleteItem"), QStringLiteral("SendItem")};
    const auto envelope = readXml(request.body);
    const XmlElement* body = envelope ? envelope->child(QLatin1String("Body")) : nullptr;
    return body && !body->children.isEmpty() && writing.contains(body->children.first().name);
}

EwsResult<Mailbox*> EwsEndpoint::actingMailbox(const XmlElement* header, Authentication::Proof proof)
{
    const XmlElement* sid
        = header ? header->at({QLatin1String("ExchangeImpersonation"), QLatin1String("ConnectingSID")}) : nullptr;
    if (!sid) {
        if (proof == Authentication::Proof::Token) {
            return ewsFailure(QStringLiteral("ErrorImpersonationRequired"),
                              QStringLiteral("ExchangeImpersonation SOAP header must be present for this type of OAuth "
                                             "token."));
        }
        return m_site.find(m_account);
    }
    const QString address = sid->children.isEmpty() ? QString() : sid->children.first().text.trimmed();
    Mailbox* mailbox = m_site.find(address);
    if (mailbox)
        return mailbox;
    return ewsFailure(QStringLiteral("ErrorNonExistentMailbox"),
                      QStringLiteral("The SMTP address has no mailbox associated with it."));
}

ServedResponse EwsEndpoint::fault(const EwsFault& fault) const
{
    QByteArray document;
    EwsXml xml(&document);
    xml.envelope([&] { xml.fault(fault); });
    return xmlResponse(500, document);
}

ServedResponse EwsEndpoint::run(const XmlElement& operation, Mailbox& acting, const XmlElement* header)
{
    if (const auto hint = m_site.switches().throttled) {
        constexpr int usualBackOff = 10'000;
        const auto asked = std::chrono::duration_cast<std::chrono::milliseconds>(*hint).count();
        return fault({QStringLiteral("ErrorServerBusy"),
                      QStringLiteral("The server cannot service this request right now. Try again later."),
                      asked > 0 ? int(asked) : usualBackOff});
    }
    QByteArray document;
    EwsXml xml(&document);
    xml.envelope([&] { operationNamed(operation.name)({m_site, acting, operation, xml, zoneIn(header)}); });
    return xmlResponse(200, document);
}

} // namespace reserve::practice
