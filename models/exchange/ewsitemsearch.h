// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#pragma once

#include "models/exchange/answer.h"
#include "models/exchange/ewsconnection.h"
#include "models/exchange/ewsitem.h"

#include <QByteArray>
#include <QList>
#include <QString>

#include <optional>

namespace reserve {

// Finds items of a mailbox by what they are known by. Items come whole, as GetItem tells them; what goes between the
// listing and the reading is left out, and so is what does not say itself that it is what was asked for: it would be
// answered, changed or removed in its place.
class EwsItemSearch final
{
public:
    explicit EwsItemSearch(EwsConnection& connection);

    // Of one folder, by the UID of the meeting: PidLidCleanGlobalObjectId in both of its forms, then
    // PidLidGlobalObjectId; the first that finds anything ends the search.
    void byUid(const QString& mailbox, ItemFolder folder, const QString& uid, Receive<QList<EwsItem>> receive);
    // What we made ourselves, in the calendar; nothing when it is not there.
    void byMark(const QString& mailbox, const QByteArray& mark, Receive<std::optional<EwsItem>> receive);
    // One date of a series, by its key; nothing when the series has it not or no more. What was moved is found among
    // the series' exceptions, what was not by a look at the day.
    void dateOf(const QString& mailbox, const EwsItem& series, const QString& key,
                Receive<std::optional<EwsItem>> receive);

    // In parts of ten. Gone ones are left out; those that fail for the moment, and only those, are asked for once
    // more (E9).
    void read(const QString& mailbox, ItemFolder folder, const QList<ItemReference>& references,
              Receive<QList<EwsItem>> receive);

private:
    EwsConnection& m_connection;
};

} // namespace reserve
