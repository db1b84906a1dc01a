-- SPDX-FileCopyrightText: 2026 The Reserve Console authors
-- SPDX-License-Identifier: MIT
--
-- The lines of a session as they are written, many at once, in one row: a row for each line was a seventh of the
-- writer's work under load. Each is [number, at, verb, argument, reply code, reason or null, dropped before].

CREATE TABLE session_lines (
    session_id INTEGER NOT NULL REFERENCES session (id) ON DELETE CASCADE,
    first_number INTEGER NOT NULL,
    lines TEXT NOT NULL,
    PRIMARY KEY (session_id, first_number)
) STRICT, WITHOUT ROWID;

INSERT INTO session_lines (session_id, first_number, lines)
SELECT session_id, min(number),
       json_group_array(json_array(number, at, verb, argument, reply_code,
                                   iif(reason IN ('', '{"code":""}'), NULL, json(reason)), dropped_before))
  FROM (SELECT * FROM session_event ORDER BY session_id, number)
 GROUP BY session_id;

INSERT INTO counter (name, next) SELECT 'session-line', ifnull(max(number), 0) + 1 FROM session_event;

DROP TABLE session_event;

-- Ids count up as sessions begin: the oldest are found without it.
DROP INDEX session_by_start;
