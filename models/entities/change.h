// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#pragma once

#include "models/entities/ids.h"

#include <QByteArray>
#include <QList>
#include <QMetaType>

namespace reserve {

// Which table family moved.
enum class ChangeSubject {
    Spaces,
    People,
    Reservations,
    Settings,
    ServerProfiles,
    Traces,
    Outbox,
    Sessions,
    Agent,
    Commands,
    Closures,
    Policies,
    Approvals,
    Notices
};

struct Change
{
    ChangeSubject subject = ChangeSubject::Spaces;
    qint64 id = 0; // 0: more rows than are worth naming, reload the subject

    friend bool operator==(const Change&, const Change&) = default;
};

} // namespace reserve

Q_DECLARE_METATYPE(reserve::Change)
