-- SPDX-FileCopyrightText: 2026 The Reserve Console authors
-- SPDX-License-Identifier: MIT
--
-- How the agent stands with each server, and an outbox that is drained server by server and room by room.

CREATE TABLE server_state (
    profile_id INTEGER PRIMARY KEY REFERENCES server_profile (id) ON DELETE CASCADE,
    standing TEXT NOT NULL,
    reason TEXT NOT NULL,
    since INTEGER NOT NULL,
    until INTEGER NOT NULL,
    missing_secrets TEXT NOT NULL
) STRICT;

ALTER TABLE outbox ADD COLUMN looks INTEGER NOT NULL DEFAULT 0;

-- Which queue an entry stands in: what a room's server is told, or what is mailed, of one space.
ALTER TABLE outbox ADD COLUMN queue INTEGER
    GENERATED ALWAYS AS (ifnull(space_id, 0) * 2 + (kind IN ('answer', 'calendar-order'))) VIRTUAL;

-- The entry is the oldest unfinished one of its lane: nothing has to go before it.
ALTER TABLE outbox ADD COLUMN leads INTEGER NOT NULL DEFAULT 1;

UPDATE outbox SET leads = 0
WHERE state IN ('waiting', 'delivering', 'failed') AND lane <> ''
  AND EXISTS (SELECT 1 FROM outbox AS earlier
              WHERE earlier.lane = outbox.lane AND earlier.id < outbox.id
                AND earlier.state IN ('waiting', 'delivering', 'failed') AND earlier.lane <> '');

CREATE INDEX outbox_by_queue ON outbox (queue, next_attempt, id) WHERE state = 'waiting' AND leads = 1;
