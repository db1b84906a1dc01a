// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#include "models/exchange/ewsdeleteitem.h"

#include "models/exchange/ewswriter.h"

namespace reserve {

void EwsDeleteItems::write(EwsWriter& writer) const
{
    writer.beginMessage("DeleteItem");
    writer.attribute("DeleteType", "MoveToDeletedItems");
    writer.attribute("SendMeetingCancellations", "SendToNone");
    writer.beginMessage("ItemIds");
    for (const ItemReference& reference : references)
        writer.item(reference);
    writer.end();
    writer.end();
}

Result<EwsDeleteItems::Answer> EwsDeleteItems::read(const EwsReply& reply) const
{
    const QList<const XmlElement*> messages = reply.messages();
    if (messages.size() != references.size()) {
        const QString detail = QStringLiteral("%1 answers to %2 items").arg(messages.size()).arg(references.size());
        return failure("exchange.response-unreadable", {{QStringLiteral("detail"), detail}}, true);
    }
    Answer answer;
    for (const XmlElement* message : messages)
        answer.append(outcomeOf(*message));
    return answer;
}

} // namespace reserve
