// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#include "models/reserving/decisionwork.h"

#include "models/booking/gate.h"

#include <algorithm>

namespace reserve {

void DecisionWork::end(std::optional<Verdict> verdict, const Reason& reason)
{
    trace.state = verdict == Verdict::Held ? TraceState::Held : TraceState::Done;
    trace.verdict = verdict;
    trace.reason = reason;
    trace.decidedAt = verdict ? unit.now() : Instant();
}

Result<bool> DecisionWork::findSpace(const Configuration& configuration)
{
    const auto endWith = [this](Verdict verdict, const Reason& reason) {
        end(verdict, reason);
        step("R-SUBDOMAIN", reason);
        return false;
    };
    if (!trace.spaceId) {
        // Held for a contact that several spaces shared: judged by what is set up now.
        const RecipientJudgement judgement = configuration.directory().judge(trace.recipient);
        if (judgement.kind == RecipientJudgement::Kind::SharedContact)
            return endWith(Verdict::Held, judgement.reason);
        if (!released || judgement.kind != RecipientJudgement::Kind::Space)
            return endWith(Verdict::Ignored, {"decision.no-space", {}});
        trace.spaceId = judgement.spaceId;
    }
    auto found = unit.spaces().find(trace.spaceId);
    if (!found)
        return failure(found.error());
    if (!*found)
        return endWith(Verdict::Ignored, {"decision.space-removed", {}});
    space = std::move(**found);
    return true;
}

void DecisionWork::tellZones(const QList<ItipEvent>& events)
{
    for (const ItipEvent& event : events) {
        for (const Reason& problem : event.problems) {
            const bool isTold = std::any_of(trace.steps.begin(), trace.steps.end(),
                                            [&problem](const TraceStep& told) { return told.reason == problem; });
            if (problem.code.startsWith("itip.zone-") && !isTold)
                step("R-TIMEZONE", problem);
        }
    }
}

Result<PersonId> DecisionWork::findPerson(PersonId kept)
{
    const GateFinding& gate = trace.gate;
    const bool keeps = meetingStood && kept;
    if (gate.match == GateMatch::NewContact && !keeps) {
        auto contact = unit.people().createExternalContact(prepared.reading->requester, QStringLiteral("agent"));
        if (!contact)
            return failure(contact.error());
        step("R-EXTERNAL",
             {"match.external-contact",
              {{QStringLiteral("email"), contact->email},
               {QStringLiteral("control-number"), contact->controlNumber.text()}}});
        person = std::move(*contact);
        return person->id;
    }
    const PersonId id = gate.personId && !keeps ? gate.personId : kept;
    if (id && !(person && person->id == id)) {
        auto found = unit.people().find(id);
        if (!found)
            return failure(found.error());
        person = std::move(*found);
    }
    if (person) {
        step(gate.match == GateMatch::DefaultUser && !keeps ? "R-DEFAULT" : "R-MATCH",
             {"match.person",
              {{QStringLiteral("person"), person->displayName()},
               {QStringLiteral("control-number"), person->controlNumber.text()}}});
    }
    return id;
}

Result<bool> DecisionWork::isExternal(const Configuration& configuration)
{
    if (trace.gate.match != GateMatch::Person)
        return false;
    auto found = unit.people().find(trace.gate.personId);
    if (!found)
        return failure(found.error());
    person = std::move(*found);
    return person && reserve::isExternal(*person, prepared.reading->requester, configuration);
}

bool isExternal(const Person& person, const QString& requester, const Configuration& configuration)
{
    return person.kind == PersonKind::ExternalContact
        && !acceptsDomain(requester, configuration.settings().defaultReserveUserEmail(),
                          configuration.acceptedDomains());
}

ReservationOrigin originOf(const DecisionWork& work)
{
    return work.byConsole ? ReservationOrigin::Console : ReservationOrigin::Mail;
}

std::optional<Verdict> verdictOf(Outcome outcome, Standing before)
{
    switch (outcome) {
    case Outcome::Accept:
        return Verdict::Accepted;
    case Outcome::Ask:
        return std::nullopt;
    case Outcome::Decline:
        return Verdict::Declined;
    case Outcome::Cancel:
        return Verdict::Cancelled;
    case Outcome::Unchanged:
        if (before == Standing::Waiting)
            return Verdict::Ignored;
        return before == Standing::Holding ? Verdict::Accepted : Verdict::Declined;
    case Outcome::Ignore:
        return Verdict::Ignored;
    case Outcome::Hold:
        return Verdict::Held;
    }
    Q_UNREACHABLE();
}

} // namespace reserve
