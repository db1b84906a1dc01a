-- SPDX-FileCopyrightText: 2026 The Reserve Console authors
-- SPDX-License-Identifier: MIT
--
-- Meetings that were made in the console: what was asked for as a whole, beside the reservations that came of it.

CREATE TABLE console_meeting (
    uid TEXT PRIMARY KEY,
    space_id INTEGER NOT NULL REFERENCES space (id) ON DELETE CASCADE,
    person_id INTEGER REFERENCES person (id) ON DELETE SET NULL,
    organizer TEXT NOT NULL,
    subject TEXT NOT NULL,
    body TEXT NOT NULL,
    starts INTEGER NOT NULL,
    ends INTEGER NOT NULL,
    all_day INTEGER NOT NULL CHECK (all_day IN (0, 1)),
    is_private INTEGER NOT NULL CHECK (is_private IN (0, 1)),
    time_zone TEXT NOT NULL,
    rule TEXT NOT NULL,
    exceptions TEXT NOT NULL,
    invites INTEGER NOT NULL CHECK (invites IN (0, 1)),
    mark TEXT NOT NULL
) STRICT;

CREATE INDEX console_meeting_by_space ON console_meeting (space_id);
CREATE INDEX console_meeting_by_person ON console_meeting (person_id) WHERE person_id IS NOT NULL;
