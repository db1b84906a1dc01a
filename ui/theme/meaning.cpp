// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#include "ui/theme/meaning.h"

#include "ui/theme/icons.h"

#include <QCoreApplication>

namespace reserve {
namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(reserve::Meaning)
};

} // namespace

QString stateWord(Meaning meaning)
{
    switch (meaning) {
    case Meaning::Accepted:
        return Words::tr("Accepted");
    case Meaning::Tentative:
        return Words::tr("Tentative");
    case Meaning::Pending:
        return Words::tr("Waiting for approval");
    case Meaning::Declined:
        return Words::tr("Declined");
    case Meaning::Cancelled:
        return Words::tr("Cancelled");
    case Meaning::InExchange:
        return Words::tr("In Exchange");
    case Meaning::AnsweredByMail:
        return Words::tr("Answered by mail");
    case Meaning::Queued:
        return Words::tr("Queued for Exchange");
    case Meaning::Failed:
        return Words::tr("Failed");
    case Meaning::DiffersInCase:
        return Words::tr("Differs only in case");
    case Meaning::ExternalContact:
        return Words::tr("External contact");
    case Meaning::Retired:
        return Words::tr("Retired");
    case Meaning::OnlyHere:
        return Words::tr("Only here");
    case Meaning::KeptForMove:
        return Words::tr("Held until the move is decided");
    case Meaning::Warning:
        return Words::tr("Warning");
    case Meaning::Information:
        return Words::tr("Information");
    case Meaning::Unknown:
        return Words::tr("Could not tell");
    case Meaning::NotApplicable:
        return Words::tr("Not applicable");
    case Meaning::Good:
        return Words::tr("Good");
    }
    Q_UNREACHABLE();
}

Icon stateIcon(Meaning meaning)
{
    switch (meaning) {
    case Meaning::Accepted:
    case Meaning::Good:
        return Icon::StateAccepted;
    case Meaning::OnlyHere:
        return Icon::StateOnlyHere;
    case Meaning::KeptForMove:
        return Icon::StateKept;
    case Meaning::Tentative:
        return Icon::StateTentative;
    case Meaning::Pending:
        return Icon::StatePending;
    case Meaning::Declined:
        return Icon::StateDeclined;
    case Meaning::Cancelled:
        return Icon::StateCancelled;
    case Meaning::InExchange:
        return Icon::StateInExchange;
    case Meaning::AnsweredByMail:
        return Icon::StateAnsweredByMail;
    case Meaning::Queued:
        return Icon::StateQueued;
    case Meaning::Failed:
        return Icon::StateFailed;
    case Meaning::DiffersInCase:
        return Icon::StateCase;
    case Meaning::ExternalContact:
        return Icon::StateExternal;
    case Meaning::Retired:
        return Icon::StateRetired;
    case Meaning::Warning:
        return Icon::StateWarning;
    case Meaning::Information:
        return Icon::StateInfo;
    case Meaning::Unknown:
        return Icon::StateUnknown;
    case Meaning::NotApplicable:
        return Icon::StateNone;
    }
    Q_UNREACHABLE();
}

} // namespace reserve
