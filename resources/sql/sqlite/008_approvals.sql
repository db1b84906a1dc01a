-- SPDX-FileCopyrightText: 2026 The Reserve Console authors
-- SPDX-License-Identifier: MIT
--
-- Requests that waited, or wait, for an approver. References to traces are weak: retention removes those.

CREATE TABLE approval (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    state TEXT NOT NULL CHECK (state IN ('open', 'tentative', 'approved', 'declined', 'withdrawn')),
    space_id INTEGER NOT NULL REFERENCES space (id),
    reservation_id INTEGER REFERENCES reservation (id),
    series_id INTEGER REFERENCES series (id),
    trace_id INTEGER,
    reason TEXT NOT NULL,
    broken TEXT NOT NULL,
    announcement TEXT NOT NULL,
    wants_answer INTEGER NOT NULL CHECK (wants_answer IN (0, 1)),
    wants_confirmation INTEGER NOT NULL CHECK (wants_confirmation IN (0, 1)),
    message_id TEXT NOT NULL,
    token TEXT NOT NULL,
    asked_at INTEGER NOT NULL,
    ends INTEGER NOT NULL,
    decided_at INTEGER NOT NULL,
    decided_by TEXT NOT NULL,
    why TEXT NOT NULL,
    CHECK ((reservation_id IS NULL) <> (series_id IS NULL))
) STRICT;

CREATE INDEX approval_waiting ON approval (ends, id) WHERE state IN ('open', 'tentative');
CREATE INDEX approval_by_space ON approval (space_id);
CREATE INDEX approval_by_reservation ON approval (reservation_id) WHERE reservation_id IS NOT NULL;
CREATE INDEX approval_by_series ON approval (series_id) WHERE series_id IS NOT NULL;
CREATE INDEX approval_by_message ON approval (message_id) WHERE message_id <> '';
