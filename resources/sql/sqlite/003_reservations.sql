-- SPDX-FileCopyrightText: 2026 The Reserve Console authors
-- SPDX-License-Identifier: MIT
--
-- Reservations: one row for each occurrence of a meeting in a space. Rows that hold nothing stay as the record of what
-- was answered.

-- One recurring meeting in one space; its occurrences name it. It stays pending until all of them are written.
CREATE TABLE series (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    space_id INTEGER NOT NULL REFERENCES space (id),
    organizer TEXT NOT NULL,
    organizer_key TEXT NOT NULL,
    uid TEXT NOT NULL,
    rule TEXT NOT NULL,
    time_zone TEXT NOT NULL,
    pending INTEGER NOT NULL CHECK (pending IN (0, 1)),
    created_at INTEGER NOT NULL,
    UNIQUE (organizer_key, uid, space_id)
) STRICT;

CREATE INDEX series_by_space ON series (space_id);

CREATE TABLE reservation (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    series_id INTEGER REFERENCES series (id),
    space_id INTEGER NOT NULL REFERENCES space (id),
    person_id INTEGER REFERENCES person (id),
    organizer TEXT NOT NULL,
    organizer_key TEXT NOT NULL,
    uid TEXT NOT NULL,
    recurrence_id TEXT NOT NULL,
    sequence INTEGER NOT NULL,
    stamp INTEGER NOT NULL,
    cancels INTEGER NOT NULL CHECK (cancels IN (0, 1)),
    content_hash BLOB NOT NULL,
    requester_email TEXT NOT NULL,
    sent_by TEXT NOT NULL,
    subject TEXT NOT NULL,
    starts INTEGER NOT NULL,
    ends INTEGER NOT NULL,
    all_day INTEGER NOT NULL CHECK (all_day IN (0, 1)),
    is_private INTEGER NOT NULL CHECK (is_private IN (0, 1)),
    time_zone TEXT NOT NULL,
    setup_minutes INTEGER NOT NULL CHECK (setup_minutes >= 0),
    clearup_minutes INTEGER NOT NULL CHECK (clearup_minutes >= 0),
    held_start INTEGER NOT NULL CHECK (held_start = starts - setup_minutes * 60000),
    held_end INTEGER NOT NULL CHECK (held_end = ends + clearup_minutes * 60000),
    status TEXT NOT NULL CHECK (status IN ('accepted', 'tentative', 'pending', 'declined', 'cancelled')),
    holds INTEGER NOT NULL CHECK (holds = (status IN ('accepted', 'tentative', 'pending'))),
    exclusive INTEGER NOT NULL CHECK (exclusive IN (0, 1)),
    reason TEXT NOT NULL,
    origin TEXT NOT NULL,
    exchange_state TEXT NOT NULL,
    exchange_reason TEXT NOT NULL,
    room_address TEXT NOT NULL,
    room_listed INTEGER NOT NULL CHECK (room_listed IN (0, 1)),
    trace_id INTEGER,
    created_at INTEGER NOT NULL,
    changed_at INTEGER NOT NULL,
    search TEXT NOT NULL,
    CHECK (ends >= starts),
    UNIQUE (organizer_key, uid, recurrence_id, space_id)
) STRICT;

-- Overlaps are looked up among short rows by start, which no more than two days before the asked range can touch it,
-- and among the few long rows (above two days) by end. Both stay quick however many reservations a space has, past or
-- to come. A query must repeat the condition of the index word for word.
CREATE INDEX reservation_holding_short ON reservation (space_id, held_start, held_end, exclusive)
    WHERE holds = 1 AND held_end - held_start <= 172800000;
CREATE INDEX reservation_holding_long ON reservation (space_id, held_end, held_start, exclusive)
    WHERE holds = 1 AND held_end - held_start > 172800000;

-- The same for pictures and lists, which show rows that hold nothing too.
CREATE INDEX reservation_by_space ON reservation (space_id, starts, ends);
CREATE INDEX reservation_by_start ON reservation (starts, ends, id);
CREATE INDEX reservation_long ON reservation (ends, starts) WHERE ends - starts > 172800000;
CREATE INDEX reservation_by_person ON reservation (person_id, starts) WHERE person_id IS NOT NULL;
CREATE INDEX reservation_by_series ON reservation (series_id) WHERE series_id IS NOT NULL;

-- R-NO-DOUBLE: two rows that hold a space alone never overlap in the time they hold; touching is not overlapping.
CREATE TRIGGER reservation_no_double_insert BEFORE INSERT ON reservation
WHEN NEW.exclusive = 1 AND NEW.holds = 1
BEGIN
    SELECT RAISE(ABORT, 'reservation.overlap')
     WHERE EXISTS (SELECT 1 FROM reservation
                    WHERE space_id = NEW.space_id AND holds = 1 AND held_end - held_start <= 172800000
                      AND held_start > NEW.held_start - 172800000 AND held_start < NEW.held_end
                      AND held_end > NEW.held_start AND exclusive = 1)
        OR EXISTS (SELECT 1 FROM reservation
                    WHERE space_id = NEW.space_id AND holds = 1 AND held_end - held_start > 172800000
                      AND held_end > NEW.held_start AND held_start < NEW.held_end AND exclusive = 1);
END;

CREATE TRIGGER reservation_no_double_update BEFORE UPDATE ON reservation
WHEN NEW.exclusive = 1 AND NEW.holds = 1
    AND (OLD.exclusive = 0 OR OLD.holds = 0 OR NEW.space_id <> OLD.space_id
         OR NEW.held_start <> OLD.held_start OR NEW.held_end <> OLD.held_end)
BEGIN
    SELECT RAISE(ABORT, 'reservation.overlap')
     WHERE EXISTS (SELECT 1 FROM reservation
                    WHERE space_id = NEW.space_id AND holds = 1 AND held_end - held_start <= 172800000
                      AND held_start > NEW.held_start - 172800000 AND held_start < NEW.held_end
                      AND held_end > NEW.held_start AND exclusive = 1 AND id <> OLD.id)
        OR EXISTS (SELECT 1 FROM reservation
                    WHERE space_id = NEW.space_id AND holds = 1 AND held_end - held_start > 172800000
                      AND held_end > NEW.held_start AND held_start < NEW.held_end AND exclusive = 1
                      AND id <> OLD.id);
END;

CREATE TABLE attendee (
    reservation_id INTEGER NOT NULL REFERENCES reservation (id) ON DELETE CASCADE,
    position INTEGER NOT NULL,
    address TEXT NOT NULL,
    name TEXT NOT NULL,
    role TEXT NOT NULL,
    participation TEXT NOT NULL,
    PRIMARY KEY (reservation_id, position)
) STRICT, WITHOUT ROWID;
