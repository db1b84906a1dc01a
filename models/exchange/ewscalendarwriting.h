// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#pragma once

#include "models/exchange/answer.h"
#include "models/exchange/ewsappointment.h"
#include "models/exchange/ewsconnection.h"
#include "models/exchange/ewsitem.h"

#include <QByteArray>
#include <QString>

#include <optional>

namespace reserve {

// Writes what we keep in a room's calendar. Each step may be repeated: the mark is looked for before anything is
// created, only what differs is changed, and what is gone is cancelled. A change by somebody else between reading and
// writing is read anew, once; then it is exchange.item-changed.
//
// EXDATE: Exchange has no rule with gaps. The series is written whole, and then those dates are taken out of it; a
// repeat takes out what is still there. Dates that were changed by themselves it may put back when the series changes,
// or keep as they are: whoever wants them otherwise says so of each after the whole.
class EwsCalendarWriting final
{
public:
    EwsCalendarWriting(EwsConnection& connection, QString mailbox);

    void create(const ItemDraft& draft, Receive<ItemReference> receive);
    void update(const QString& occurrence, const ItemDraft& draft, Receive<ItemReference> receive);
    void cancel(const QByteArray& mark, const QString& occurrence, const QString& comment, Receive<void> receive);

private:
    using ReceiveItem = Receive<std::optional<EwsItem>>;

    // The item of this mark, or the one date of it.
    void find(const QByteArray& mark, const QString& occurrence, ReceiveItem receive);
    void createNew(const EwsAppointment& appointment, Receive<ItemReference> receive);
    void updateFound(const EwsItem& item, const EwsAppointment& appointment, Receive<ItemReference> receive);
    void updateOnce(const QString& occurrence, const EwsAppointment& appointment, bool mayRepeat,
                    Receive<ItemReference> receive);
    void cancelFound(const EwsItem& item, const QString& comment, Receive<void> receive);
    void remove(const ItemReference& reference, Receive<void> receive);
    // Takes the draft's exceptions out of the series that was just written, then answers with its reference.
    void takeOutExceptions(const ItemReference& reference, const ItemDraft& draft, Receive<ItemReference> receive);

    EwsConnection& m_connection;
    QString m_mailbox;
};

} // namespace reserve
