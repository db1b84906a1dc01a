-- SPDX-FileCopyrightText: 2026 The Reserve Console authors
-- SPDX-License-Identifier: MIT
--
-- What waits for the outgoing mail server, and what it was set to before a rehearsal.

-- An answer that Exchange did not let us give there, and that goes as a mail in its place, stands in the queue of what is
-- mailed: it waits for the outgoing server, and for no other. After so many looks in vain an answer is one.
DROP INDEX outbox_by_queue;

ALTER TABLE outbox DROP COLUMN queue;

ALTER TABLE outbox ADD COLUMN queue INTEGER
    GENERATED ALWAYS AS (ifnull(space_id, 0) * 2 + (kind = 'calendar-order' OR (kind = 'answer' AND looks < 5))) VIRTUAL;

CREATE INDEX outbox_by_queue ON outbox (queue, next_attempt, id) WHERE state = 'waiting' AND leads = 1;

-- Settings that others stand in place of for a while, to be given back, be it by the next run after a crash.
CREATE TABLE replaced_setting (
    key TEXT PRIMARY KEY,
    before TEXT NOT NULL,
    during TEXT NOT NULL
) STRICT, WITHOUT ROWID;
