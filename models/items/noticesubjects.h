// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#pragma once

#include "models/base/result.h"
#include "models/entities/person.h"
#include "models/entities/reservation.h"
#include "models/entities/space.h"

#include <QList>

#include <optional>

namespace reserve {

class ReadUnit;

// A reservation with which the text of a mail can be shown.
struct NoticeSubject
{
    Reservation reservation;
    Space space;
    std::optional<Person> person;
};

// The next `limit` reservations that hold a space, by start; a series once.
Result<QList<NoticeSubject>> readNoticeSubjects(const ReadUnit& unit, Instant from, int limit);

} // namespace reserve
