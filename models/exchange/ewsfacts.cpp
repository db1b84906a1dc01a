// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#include "models/exchange/ewsfacts.h"

#include "models/base/address.h"
#include "models/exchange/ewswriter.h"

namespace reserve {

namespace {

constexpr QLatin1String automateProcessing("AutomateProcessing");
constexpr QLatin1String allBookInPolicy("AllBookInPolicy");

// MS-OXWSRSLNM: addresses in the directory are found by this prefix alone, never by a part of a name.
const QString addressPrefix = QStringLiteral("smtp:");

void writeResolveNames(EwsWriter& writer, const QString& address)
{
    writer.beginMessage("ResolveNames");
    writer.attribute("ReturnFullContactData", "false");
    writer.attribute("SearchScope", "ActiveDirectory");
    writer.message("UnresolvedEntry", addressPrefix + address);
    writer.end();
}

} // namespace

void EwsAskVersion::write(EwsWriter& writer) const
{
    writeResolveNames(writer, QStringLiteral("nobody@example.invalid"));
}

Result<EwsServerVersion> EwsAskVersion::read(const EwsReply& reply) const
{
    const Result<const XmlElement*> message = onlyMessage(reply);
    if (!message && message.error().code() != "exchange.mailbox-unknown")
        return failure(message.error());
    return reply.version;
}

void EwsGetCalendar::write(EwsWriter& writer) const
{
    writer.beginMessage("GetFolder");
    writer.beginMessage("FolderShape");
    writer.type("BaseShape", QStringLiteral("IdOnly"));
    writer.beginType("AdditionalProperties");
    writer.field("folder:EffectiveRights");
    writer.end();
    writer.end();
    writer.beginMessage("FolderIds");
    writer.folder(ItemFolder::Calendar, mailbox);
    writer.end();
    writer.end();
}

Result<EwsGetCalendar::Answer> EwsGetCalendar::read(const EwsReply& reply) const
{
    const Result<const XmlElement*> message = onlyMessage(reply);
    if (!message)
        return failure(message.error());
    Answer answer{reply.version, {}};
    const XmlElement& rights = (*message)->anywhere(QLatin1String("EffectiveRights"));
    for (const char* right : {"CreateContents", "Modify", "Delete", "Read"}) {
        if (rights[QLatin1String(right)].text.trimmed() == QLatin1String("false"))
            answer.missingRights.append(QLatin1String(right));
    }
    return answer;
}

void EwsResolveName::write(EwsWriter& writer) const
{
    writeResolveNames(writer, mailbox);
}

Result<QString> EwsResolveName::read(const EwsReply& reply) const
{
    const Result<const XmlElement*> message = onlyMessage(reply);
    if (!message) {
        const bool isUnknown = message.error().code() == "exchange.mailbox-unknown";
        return isUnknown ? Result<QString>(QString()) : failure(message.error());
    }
    QString first;
    for (const XmlElement& resolution : (**message)[QLatin1String("ResolutionSet")].children) {
        const QString address = resolution[QLatin1String("Mailbox")][QLatin1String("EmailAddress")].text.trimmed();
        if (sameAddress(address, mailbox))
            return address;
        if (first.isEmpty())
            first = address;
    }
    return first;
}

void EwsGetProcessing::write(EwsWriter& writer) const
{
    writer.beginMessage("GetUserConfiguration");
    writer.beginMessage("UserConfigurationName");
    writer.attribute("Name", "Calendar");
    writer.folder(ItemFolder::Calendar, mailbox);
    writer.end();
    writer.message("UserConfigurationProperties", QStringLiteral("Dictionary"));
    writer.end();
}

Result<EwsGetProcessing::Answer> EwsGetProcessing::read(const EwsReply& reply) const
{
    const Result<const XmlElement*> message = onlyMessage(reply);
    if (!message)
        return failure(message.error());
    Answer answer;
    for (const XmlElement& entry : (*message)->anywhere(QLatin1String("Dictionary")).children) {
        const QString key = entry[QLatin1String("DictionaryKey")][QLatin1String("Value")].text.trimmed();
        const QString value = entry[QLatin1String("DictionaryValue")][QLatin1String("Value")].text.trimmed();
        bool isNumber = false;
        const int number = value.toInt(&isNumber);
        if (key == automateProcessing && isNumber)
            answer.automate = number;
        else if (key == allBookInPolicy && !value.isEmpty())
            answer.allBookInPolicy = value.compare(QLatin1String("true"), Qt::CaseInsensitive) == 0 || number == 1;
    }
    return answer;
}

} // namespace reserve
