// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QHashFunctions>
#include <QMetaType>

namespace reserve {

// A row's identity, distinct for each kind of row so that the compiler refuses a mix-up. 0 is "none yet".
template<typename Tag>
struct Id
{
    qint64 value = 0;

    explicit operator bool() const { return value != 0; }
    friend auto operator<=>(const Id&, const Id&) = default;
    friend size_t qHash(Id id, size_t seed = 0) { return ::qHash(id.value, seed); }
};

using SpaceId = Id<struct SpaceTag>;
using PersonId = Id<struct PersonTag>;
using SeriesId = Id<struct SeriesTag>;
using SeriesChangeId = Id<struct SeriesChangeTag>;
using ReservationId = Id<struct ReservationTag>;
using InboxId = Id<struct InboxTag>;
using TraceId = Id<struct TraceTag>;
using OutboxId = Id<struct OutboxTag>;
using CommandId = Id<struct CommandTag>;
using ClosureId = Id<struct ClosureTag>;
using ServerProfileId = Id<struct ServerProfileTag>;
using SessionId = Id<struct SessionTag>;
using AuditId = Id<struct AuditTag>;
using ApprovalId = Id<struct ApprovalTag>;

} // namespace reserve
