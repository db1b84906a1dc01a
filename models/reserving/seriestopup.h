// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#pragma once

#include "models/itip/itipreader.h"
#include "models/reserving/configuration.h"
#include "models/store/unit.h"

#include <memory>

namespace reserve {

// Reserves what has come into the booking window of series that go on behind it. A series is a transaction of its own,
// and a long one takes several, so that what waits beside it, mail above all, never waits for more than one part. Of
// any thread; what it is made of outlives it. Errors: those of the store.
class SeriesTopUp final
{
public:
    SeriesTopUp(std::shared_ptr<const Configuration> configuration, const ItipReader& reader);

    // What there is to do by `now`, at most `limit` of them. None of which a newer version is just being written.
    Result<QList<SeriesId>> waiting(const ReadUnit& unit, Instant now, int limit) const;
    // One part of it. A series that has changed since and needs nothing any more is left as it is.
    Result<void> fill(WriteUnit& unit, SeriesId id) const;

private:
    std::shared_ptr<const Configuration> m_configuration;
    const ItipReader& m_reader;
};

} // namespace reserve
