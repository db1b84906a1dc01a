-- SPDX-FileCopyrightText: 2026 The Reserve Console authors
-- SPDX-License-Identifier: MIT
--
-- What messages said of parts of a series: of one date and all that follow (RANGE=THISANDFUTURE), and, until the series
-- is known, of dates that it does not have yet. May come before the series, so that it names the meeting, not a row.

CREATE TABLE series_change (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    space_id INTEGER NOT NULL REFERENCES space (id) ON DELETE CASCADE,
    organizer TEXT NOT NULL,
    organizer_key TEXT NOT NULL,
    uid TEXT NOT NULL,
    recurrence_id TEXT NOT NULL,
    sequence INTEGER NOT NULL,
    stamp INTEGER NOT NULL,
    cancels INTEGER NOT NULL CHECK (cancels IN (0, 1)),
    content_hash BLOB NOT NULL,
    state TEXT NOT NULL CHECK (state IN ('waiting', 'holding', 'ended')),
    requester_email TEXT NOT NULL,
    recipient TEXT NOT NULL,
    calendar TEXT NOT NULL,
    trace_id INTEGER,
    created_at INTEGER NOT NULL
) STRICT;

CREATE INDEX series_change_by_meeting ON series_change (organizer_key, uid, space_id);

-- A long series is written in several transactions. While it is, the row keeps what was decided before, and which message
-- is being carried out: a start after a crash begins it again from there.
ALTER TABLE series ADD COLUMN pending_trace_id INTEGER;
ALTER TABLE series ADD COLUMN pending_stood INTEGER NOT NULL DEFAULT 0 CHECK (pending_stood IN (0, 1));
ALTER TABLE series ADD COLUMN pending_same INTEGER NOT NULL DEFAULT 0 CHECK (pending_same IN (0, 1));
