-- SPDX-FileCopyrightText: 2026 The Reserve Console authors
-- SPDX-License-Identifier: MIT
--
-- Times that stay held although their reservation asks for another one: a move that waits for an approver frees the old
-- time only when it is decided. What ends the waiting ends the keeping, whoever writes it.

CREATE TABLE kept_time (
    id INTEGER PRIMARY KEY,
    reservation_id INTEGER NOT NULL REFERENCES reservation (id) ON DELETE CASCADE,
    series_id INTEGER REFERENCES series (id) ON DELETE CASCADE, -- where the whole of it was moved
    space_id INTEGER NOT NULL REFERENCES space (id),
    starts INTEGER NOT NULL,
    ends INTEGER NOT NULL,
    held_start INTEGER NOT NULL,
    held_end INTEGER NOT NULL CHECK (held_end >= held_start)
) STRICT;

CREATE INDEX kept_time_by_space ON kept_time (space_id, held_end, held_start);
CREATE INDEX kept_time_by_reservation ON kept_time (reservation_id);
CREATE INDEX kept_time_by_series ON kept_time (series_id) WHERE series_id IS NOT NULL;

CREATE TRIGGER kept_time_ends_with_reservation AFTER UPDATE OF status ON reservation
WHEN NEW.status NOT IN ('pending', 'tentative')
BEGIN
    DELETE FROM kept_time WHERE reservation_id = NEW.id AND series_id IS NULL;
END;

-- The row of a series is written whole, whatever changed: only the end of its own waiting counts, or its own end.
CREATE TRIGGER kept_time_ends_with_series AFTER UPDATE OF status ON series
WHEN NEW.status NOT IN ('pending', 'tentative')
    AND (OLD.status IN ('pending', 'tentative') OR NEW.status IN ('declined', 'cancelled'))
BEGIN
    DELETE FROM kept_time WHERE series_id = NEW.id;
END;

-- A part of a series (THISANDFUTURE) leaves the status of the whole as it is.
CREATE TRIGGER kept_time_ends_with_approval AFTER UPDATE OF state ON approval
WHEN NEW.state NOT IN ('open', 'tentative') AND NEW.series_id IS NOT NULL
    AND (NEW.state <> 'withdrawn'
         OR (SELECT status FROM series WHERE id = NEW.series_id) NOT IN ('pending', 'tentative'))
BEGIN
    DELETE FROM kept_time WHERE series_id = NEW.series_id;
END;

-- R-NO-DOUBLE, for these times too. A meeting is not in its own way.
CREATE TRIGGER kept_time_no_double_insert BEFORE INSERT ON reservation
WHEN NEW.exclusive = 1 AND NEW.holds = 1
BEGIN
    SELECT RAISE(ABORT, 'reservation.overlap')
     WHERE EXISTS (SELECT 1 FROM kept_time AS k JOIN reservation AS r ON r.id = k.reservation_id
                    WHERE k.space_id = NEW.space_id AND k.held_end > NEW.held_start AND k.held_start < NEW.held_end
                      AND NOT (r.organizer_key = NEW.organizer_key AND r.uid = NEW.uid));
END;

CREATE TRIGGER kept_time_no_double_update BEFORE UPDATE ON reservation
WHEN NEW.exclusive = 1 AND NEW.holds = 1
    AND (OLD.exclusive = 0 OR OLD.holds = 0 OR NEW.space_id <> OLD.space_id
         OR NEW.held_start <> OLD.held_start OR NEW.held_end <> OLD.held_end)
BEGIN
    SELECT RAISE(ABORT, 'reservation.overlap')
     WHERE EXISTS (SELECT 1 FROM kept_time AS k JOIN reservation AS r ON r.id = k.reservation_id
                    WHERE k.space_id = NEW.space_id AND k.held_end > NEW.held_start AND k.held_start < NEW.held_end
                      AND NOT (r.organizer_key = NEW.organizer_key AND r.uid = NEW.uid));
END;
