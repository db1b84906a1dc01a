-- SPDX-FileCopyrightText: 2026 The Reserve Console authors
-- SPDX-License-Identifier: MIT
--
-- What the agent works on and says: outbox, commands, lease, status, SMTP sessions.

CREATE TABLE outbox (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    kind TEXT NOT NULL,
    state TEXT NOT NULL CHECK (state IN ('waiting', 'delivering', 'done', 'failed', 'given-up', 'bounced')),
    lane TEXT NOT NULL,
    reservation_id INTEGER,
    space_id INTEGER,
    trace_id INTEGER,
    recipient TEXT NOT NULL,
    envelope_sender TEXT NOT NULL,
    message_id TEXT NOT NULL,
    attempts INTEGER NOT NULL,
    created_at INTEGER NOT NULL,
    next_attempt INTEGER NOT NULL,
    last_failure TEXT NOT NULL,
    remote_text TEXT NOT NULL,
    done_at INTEGER NOT NULL,
    payload BLOB NOT NULL
) STRICT;

CREATE INDEX outbox_due ON outbox (next_attempt, id) WHERE state = 'waiting';
CREATE INDEX outbox_lane ON outbox (lane, id) WHERE state IN ('waiting', 'delivering', 'failed') AND lane <> '';
CREATE INDEX outbox_by_state ON outbox (state, id) WHERE state <> 'done';
CREATE INDEX outbox_by_message ON outbox (message_id) WHERE message_id <> '';

CREATE TABLE command (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    kind TEXT NOT NULL,
    arguments TEXT NOT NULL,
    created_at INTEGER NOT NULL,
    actor TEXT NOT NULL,
    taken_at INTEGER NOT NULL,
    done_at INTEGER NOT NULL,
    outcome TEXT NOT NULL
) STRICT;

CREATE INDEX command_waiting ON command (id) WHERE taken_at = 0;

-- The token only ever grows; an agent whose token is not the newest cannot write.
CREATE TABLE agent_lease (
    id INTEGER PRIMARY KEY CHECK (id = 1),
    token INTEGER NOT NULL,
    holder TEXT NOT NULL,
    taken_at INTEGER NOT NULL,
    renewed_at INTEGER NOT NULL,
    expires_at INTEGER NOT NULL
) STRICT;

INSERT INTO agent_lease (id, token, holder, taken_at, renewed_at, expires_at) VALUES (1, 0, '', 0, 0, 0);

CREATE TABLE agent_status (
    id INTEGER PRIMARY KEY CHECK (id = 1),
    state TEXT NOT NULL,
    address TEXT NOT NULL,
    reason TEXT NOT NULL,
    missing_secrets TEXT NOT NULL,
    said_at INTEGER NOT NULL
) STRICT;

INSERT INTO agent_status (id, state, address, reason, missing_secrets, said_at)
VALUES (1, 'stopped', '', '{}', '[]', 0);

CREATE TABLE session (
    id INTEGER PRIMARY KEY,
    started_at INTEGER NOT NULL,
    ended_at INTEGER NOT NULL,
    peer TEXT NOT NULL,
    hello_name TEXT NOT NULL,
    events INTEGER NOT NULL,
    messages INTEGER NOT NULL,
    last_reply_code INTEGER NOT NULL
) STRICT;

CREATE INDEX session_by_start ON session (started_at);

CREATE TABLE session_event (
    number INTEGER PRIMARY KEY,
    session_id INTEGER NOT NULL REFERENCES session (id) ON DELETE CASCADE,
    at INTEGER NOT NULL,
    peer TEXT NOT NULL,
    verb TEXT NOT NULL,
    argument TEXT NOT NULL,
    reply_code INTEGER NOT NULL,
    reason TEXT NOT NULL,
    dropped_before INTEGER NOT NULL
) STRICT;

CREATE INDEX session_event_by_session ON session_event (session_id, number);
