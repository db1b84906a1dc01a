-- SPDX-FileCopyrightText: 2026 The Reserve Console authors
-- SPDX-License-Identifier: MIT
--
-- Booking policies, one row for each value that is set: for a space, or for the building of that name. What is not set is
-- inherited: the space from its building, the building from the defaults. AllowConflicts of a space moves here.

CREATE TABLE policy (
    space_id INTEGER REFERENCES space (id) ON DELETE CASCADE,
    building TEXT,
    name TEXT NOT NULL,
    value TEXT NOT NULL,
    CHECK ((space_id IS NULL) <> (building IS NULL))
) STRICT;

CREATE UNIQUE INDEX policy_of_space ON policy (space_id, name) WHERE space_id IS NOT NULL;
CREATE UNIQUE INDEX policy_of_building ON policy (building, name) WHERE building IS NOT NULL;

INSERT INTO policy (space_id, building, name, value)
SELECT id, NULL, 'AllowConflicts', 'true' FROM space WHERE allow_conflicts = 1;

ALTER TABLE space DROP COLUMN allow_conflicts;
