// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#include "models/exchange/graphdifference.h"

#include "models/base/address.h"

#include <QJsonArray>

#include <algorithm>

namespace reserve {

namespace {

QStringList addressKeys(const QStringList& addresses)
{
    QStringList keys;
    for (const QString& address : addresses)
        keys.append(addressKey(address));
    keys.removeDuplicates();
    keys.sort();
    return keys;
}

QStringList wordsOf(const QJsonValue& value)
{
    QStringList words;
    for (const QJsonValue& word : value.toArray())
        words.append(word.toString().toLower());
    words.sort();
    return words;
}

// Graph tells parts of a pattern that mean nothing for its type; only what is wanted counts.
bool says(const QJsonValue& told, const QJsonValue& wanted)
{
    if (wanted.isObject()) {
        const QJsonObject parts = wanted.toObject();
        const QJsonObject toldParts = told.toObject();
        const QStringList names = parts.keys();
        return std::all_of(names.begin(), names.end(),
                           [&](const QString& name) { return says(toldParts.value(name), parts.value(name)); });
    }
    if (wanted.isArray())
        return wordsOf(told) == wordsOf(wanted);
    if (wanted.isString())
        return told.toString().compare(wanted.toString(), Qt::CaseInsensitive) == 0;
    return told == wanted;
}

QString textOf(const QJsonObject& event)
{
    // Servers have their own ways with white space.
    return event.value(QLatin1String("body")).toObject().value(QLatin1String("content")).toString().simplified();
}

} // namespace

bool differsOutside(const GraphEvent& event, const ItemDraft& draft)
{
    const CalendarItem& item = event.item;
    const bool isDate = item.kind == ItemKind::Occurrence || item.kind == ItemKind::Exception;
    const bool isSeries = item.kind == ItemKind::SeriesMaster;
    return (!isDate && (item.mark != draft.mark || isSeries != draft.recurrence.has_value()))
        || item.subject.simplified() != draft.subject.simplified()
        || item.location.simplified() != draft.location.simplified() || item.time != draft.time
        || item.allDay != draft.allDay || item.busy != draft.busy || item.privacy != draft.privacy
        || addressKeys(event.attendees) != addressKeys(draft.invited);
}

bool differsInside(const QJsonObject& event, const QJsonObject& wanted)
{
    const QJsonValue recurrence = wanted.value(QLatin1String("recurrence"));
    return textOf(event) != textOf(wanted)
        || (recurrence.isObject() && !says(event.value(QLatin1String("recurrence")), recurrence));
}

} // namespace reserve
