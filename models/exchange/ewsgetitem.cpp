// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#include "models/exchange/ewsgetitem.h"

#include "models/exchange/ewswriter.h"

namespace reserve {

namespace {

Failure unreadable(const QString& detail)
{
    return failure("exchange.response-unreadable", {{QStringLiteral("detail"), detail}}, true);
}

Result<EwsItem> itemIn(const XmlElement& message, ItemFolder folder)
{
    if (const Result<void> outcome = outcomeOf(message); !outcome)
        return failure(outcome.error());
    for (const XmlElement& element : message[QLatin1String("Items")].children) {
        if (std::optional<EwsItem> item = readEwsItem(element, folder))
            return *std::move(item);
    }
    return unreadable(QStringLiteral("no item"));
}

} // namespace

void EwsGetItems::write(EwsWriter& writer) const
{
    writer.beginMessage("GetItem");
    writeShape(writer, EwsShape::Whole);
    writer.beginMessage("ItemIds");
    for (const ItemReference& reference : references)
        writer.item({reference.id, {}});
    writer.end();
    writer.end();
}

Result<EwsGetItems::Answer> EwsGetItems::read(const EwsReply& reply) const
{
    const QList<const XmlElement*> messages = reply.messages();
    if (messages.size() != references.size())
        return unreadable(QStringLiteral("%1 answers to %2 items").arg(messages.size()).arg(references.size()));
    Answer answer;
    for (const XmlElement* message : messages)
        answer.append(itemIn(*message, folder));
    return answer;
}

} // namespace reserve
