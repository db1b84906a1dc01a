-- SPDX-FileCopyrightText: 2026 The Reserve Console authors
-- SPDX-License-Identifier: MIT
--
-- Series as they were sent: the calendar of the newest version, so that occurrences can be added as the booking window
-- moves on, and what was answered about the whole. Takes the place of the table of 003, which nothing has written yet.

DROP TABLE series;

CREATE TABLE series (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    space_id INTEGER NOT NULL REFERENCES space (id),
    person_id INTEGER REFERENCES person (id),
    organizer TEXT NOT NULL,
    organizer_key TEXT NOT NULL,
    uid TEXT NOT NULL,
    sequence INTEGER NOT NULL,
    stamp INTEGER NOT NULL,
    cancels INTEGER NOT NULL CHECK (cancels IN (0, 1)),
    content_hash BLOB NOT NULL,
    requester_email TEXT NOT NULL,
    recipient TEXT NOT NULL,
    status TEXT NOT NULL CHECK (status IN ('accepted', 'tentative', 'pending', 'declined', 'cancelled')),
    room_listed INTEGER NOT NULL CHECK (room_listed IN (0, 1)),
    calendar TEXT NOT NULL,
    filled_until INTEGER NOT NULL,
    continues INTEGER NOT NULL CHECK (continues IN (0, 1)),
    trace_id INTEGER,
    created_at INTEGER NOT NULL,
    changed_at INTEGER NOT NULL,
    UNIQUE (organizer_key, uid, space_id)
) STRICT;

CREATE INDEX series_by_space ON series (space_id);
CREATE INDEX series_to_fill ON series (filled_until) WHERE continues = 1;

-- Whom a series invites; an occurrence has attendees of its own only where its own message named them.
CREATE TABLE series_attendee (
    series_id INTEGER NOT NULL REFERENCES series (id) ON DELETE CASCADE,
    position INTEGER NOT NULL,
    address TEXT NOT NULL,
    name TEXT NOT NULL,
    role TEXT NOT NULL,
    participation TEXT NOT NULL,
    PRIMARY KEY (series_id, position)
) STRICT, WITHOUT ROWID;

-- Whether the version of a row comes from a message, or a part of one, about this occurrence alone.
ALTER TABLE reservation ADD COLUMN by_itself INTEGER NOT NULL DEFAULT 0 CHECK (by_itself IN (0, 1));
