// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#include "models/practice/graphtypes.h"

#include <QSet>
#include <QStringList>

namespace reserve::practice {

namespace {

QSet<QString> namesIn(const char* text)
{
    const QStringList names = QString::fromLatin1(text).toLower().simplified().split(QLatin1Char(' '));
    return QSet<QString>(names.begin(), names.end());
}

const QSet<QString>& eventNames()
{
    static const QSet<QString> names
        = namesIn("id createdDateTime lastModifiedDateTime changeKey categories transactionId originalStartTimeZone "
                  "originalEndTimeZone originalStart iCalUId uid occurrenceId cancelledOccurrences isReminderOn "
                  "reminderMinutesBeforeStart hasAttachments subject body bodyPreview importance sensitivity isAllDay "
                  "isCancelled isDraft isOrganizer responseRequested responseStatus seriesMasterId showAs type webLink "
                  "isOnlineMeeting onlineMeeting onlineMeetingProvider onlineMeetingUrl allowNewTimeProposals "
                  "hideAttendees start end location locations recurrence attendees organizer");
    return names;
}

const QSet<QString>& messageNames()
{
    static const QSet<QString> names
        = namesIn("id createdDateTime lastModifiedDateTime changeKey categories receivedDateTime sentDateTime "
                  "hasAttachments internetMessageId internetMessageHeaders subject body bodyPreview uniqueBody "
                  "importance parentFolderId conversationId conversationIndex isDeliveryReceiptRequested "
                  "isReadReceiptRequested isRead isDraft webLink inferenceClassification sender from toRecipients "
                  "ccRecipients bccRecipients replyTo flag");
    return names;
}

const QSet<QString>& eventMessageNames()
{
    static const QSet<QString> names = namesIn(
        "meetingMessageType meetingRequestType startDateTime endDateTime location type recurrence isOutOfDate "
        "isAllDay isDelegated responseRequested allowNewTimeProposals previousStartDateTime previousEndDateTime "
        "previousLocation responseType proposedNewTime");
    return names;
}

} // namespace

QString nameOf(GraphType type)
{
    return type == GraphType::Event ? QStringLiteral("Microsoft.OutlookServices.Event")
                                    : QStringLiteral("Microsoft.OutlookServices.Message");
}

bool hasProperty(GraphType type, const QString& name)
{
    const QString key = name.toLower();
    if (type == GraphType::Event)
        return eventNames().contains(key);
    const qsizetype slash = key.indexOf(QLatin1Char('/'));
    if (slash < 0)
        return messageNames().contains(key);
    return key.startsWith(QLatin1String("microsoft.graph.eventmessage"))
        && eventMessageNames().contains(key.mid(slash + 1));
}

} // namespace reserve::practice
