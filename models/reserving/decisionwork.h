// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#pragma once

#include "models/booking/decision.h"
#include "models/entities/announcement.h"
#include "models/entities/person.h"
#include "models/entities/trace.h"
#include "models/reserving/configuration.h"
#include "models/reserving/preparedmessage.h"
#include "models/store/unit.h"

#include <memory>
#include <optional>

namespace reserve {

struct SeriesInProgress;
class StoredCalendars;

// One trace on its way through one transaction.
struct DecisionWork
{
    WriteUnit& unit;
    const PreparedMessage& prepared;
    bool released;
    Trace trace;
    Space space;
    std::optional<Person> person;
    bool settles = false;                              // it has waited for its series, and may have to go on waiting
    qsizetype mostRows = 0;                            // of a series that one transaction may write; 0: all of them
    std::shared_ptr<const SeriesInProgress> rest = {}; // set by a decision that has not written all of them
    QList<MeetingKey> heard = {};                    // of its events: what waits for them is decided behind the message
    std::shared_ptr<StoredCalendars> calendars = {}; // made when one is read
    // Made in the console and not asked for by mail: whoever decides tells nobody but approvers and leaves here what
    // there is to tell.
    bool byConsole = false;
    std::optional<Announcement> toTell = {};
    Reason ends = {};          // why it ends, in place of its organizer's word
    bool comesBack = false;    // a series that stood before (SeriesFacts::comesBack)
    bool meetingStood = false; // when the gate let in what is being decided: that keeps its person

    void step(const QByteArray& rule, Reason reason) { trace.steps.append({unit.now(), rule, std::move(reason)}); }
    // Without a verdict: an approver has the word.
    void end(std::optional<Verdict> verdict, const Reason& reason);
    // The space that the message is meant for; false: there is none, and the work has ended.
    Result<bool> findSpace(const Configuration& configuration);
    // R-TIMEZONE: a step for each doubt about the zone of the events, once, in how many parts ever it is decided.
    void tellZones(const QList<ItipEvent>& events);
    // Who the reservation belongs to, and the step that says so: what the gate found holds; an update keeps its person
    // (`kept`, none for what is new) where nobody better is known. Creates the external contact of R-EXTERNAL.
    Result<PersonId> findPerson(PersonId kept);
    // Whether the requester is neither an employee nor of a domain that R-GATE accepts. What the gate let in by its
    // domain, or as the organizer of what stands, is not external.
    Result<bool> isExternal(const Configuration& configuration);
};

// Whether a person who asks is neither an employee nor of a domain that R-GATE accepts.
bool isExternal(const Person& person, const QString& requester, const Configuration& configuration);

// Where what is decided comes from.
ReservationOrigin originOf(const DecisionWork& work);

// How the whole ends in the trace; not yet where an approver is asked. An update that changes no more than texts tells
// how the meeting stands; it has no word of its own where an approver has that.
std::optional<Verdict> verdictOf(Outcome outcome, Standing before);

} // namespace reserve
