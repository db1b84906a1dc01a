// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#pragma once

#include "models/practice/site.h"

namespace reserve::practice {

// What Exchange's calendar attendant does with the mail of one mailbox (Set-CalendarProcessing, AutoUpdate): a request
// puts a tentative item into the calendar and itself into the Inbox, an update replaces both, a cancellation takes the
// item away, a response is noted with the organizer's item. A room with AutoAccept answers at once and keeps no
// request.
class CalendarAttendant final
{
public:
    CalendarAttendant(Site& site, Mailbox& mailbox);

    void take(const Arrival& arrival);
    // What the mailbox's own person sent: the meeting as organizer.
    void fileOwn(const Arrival& arrival);

private:
    void request(const Arrival& arrival);
    QString enter(const ItipEvent& event, const Timezones& timezones, bool own);
    QString enterDate(const Item& master, const ItipEvent& event);
    QString enterWhole(const ItipEvent& event, const Timezones& timezones, bool own);
    void takeOutRemovedDates(Item& series) const;
    void cancel(const Arrival& arrival);
    void cancelEvent(const ItipEvent& event);
    void noteResponse(const Arrival& arrival);
    void removeOldMessages(const ItipEvent& event);
    void answerByItself(const QString& itemId);
    bool isFree(const Item& item) const;
    Item messageOf(const Arrival& arrival, ItemClass itemClass) const;

    Site& m_site;
    Mailbox& m_mailbox;
};

// The fields of a calendar item as a version of the meeting says them.
void applyEvent(Item& item, const ItipEvent& event, const Timezones& timezones, const QByteArray& defaultZone);

} // namespace reserve::practice
