-- SPDX-FileCopyrightText: 2026 The Reserve Console authors
-- SPDX-License-Identifier: MIT
--
-- Messages as taken, and what happened to each of them for each recipient. References from here to other tables are
-- weak (no foreign key): retention removes mail and traces on a day of its own. Ids are never used twice.

CREATE TABLE inbox (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    received_at INTEGER NOT NULL,
    sender TEXT NOT NULL,
    peer TEXT NOT NULL,
    hello_name TEXT NOT NULL,
    message_id TEXT NOT NULL,
    from_address TEXT NOT NULL,
    requester TEXT NOT NULL,
    subject TEXT NOT NULL,
    method TEXT NOT NULL,
    uid TEXT NOT NULL,
    kind TEXT NOT NULL,
    size INTEGER NOT NULL,
    content_hash BLOB NOT NULL,
    spool_file TEXT,
    raw BLOB,
    CHECK (spool_file IS NULL OR raw IS NULL)
) STRICT;

CREATE INDEX inbox_with_bytes ON inbox (received_at) WHERE raw IS NOT NULL OR spool_file IS NOT NULL;
CREATE INDEX inbox_spooled ON inbox (spool_file) WHERE spool_file IS NOT NULL;

CREATE TABLE trace (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    inbox_id INTEGER,
    received_at INTEGER NOT NULL,
    message_id TEXT NOT NULL,
    sender TEXT NOT NULL,
    recipient TEXT NOT NULL,
    recipient_key TEXT NOT NULL,
    space_id INTEGER,
    requester TEXT NOT NULL,
    subject TEXT NOT NULL,
    method TEXT NOT NULL,
    kind TEXT NOT NULL,
    gate_match TEXT NOT NULL,
    gate_person_id INTEGER,
    gate_reason TEXT NOT NULL,
    state TEXT NOT NULL CHECK (state IN ('waiting', 'held', 'done')),
    verdict TEXT CHECK (verdict IN
        ('accepted', 'declined', 'rejected', 'cancelled', 'held', 'ignored', 'quarantined')),
    reason TEXT NOT NULL,
    reservation_id INTEGER,
    attempts INTEGER NOT NULL,
    decided_at INTEGER NOT NULL,
    search TEXT NOT NULL,
    steps TEXT NOT NULL
) STRICT;

CREATE INDEX trace_by_message ON trace (inbox_id) WHERE inbox_id IS NOT NULL;
CREATE INDEX trace_by_time ON trace (received_at, state, verdict);
CREATE INDEX trace_by_space ON trace (space_id, id) WHERE space_id IS NOT NULL;
CREATE INDEX trace_open ON trace (state, id) WHERE state <> 'done';
