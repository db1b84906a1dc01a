-- SPDX-FileCopyrightText: 2026 The Reserve Console authors
-- SPDX-License-Identifier: MIT
--
-- Whom and what there is: spaces, people, settings, server profiles, closures, and who changed them.
-- Times are milliseconds since 1970 in UTC. Reasons and lists are JSON. Keys ("mailbox_key") are lower-case text.

CREATE TABLE schema_version (
    number INTEGER PRIMARY KEY,
    name TEXT NOT NULL,
    applied_at INTEGER NOT NULL
) STRICT;

CREATE TABLE space (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    name TEXT NOT NULL CHECK (name <> ''),
    building TEXT NOT NULL,
    floor TEXT NOT NULL,
    capacity INTEGER NOT NULL CHECK (capacity >= 0),
    mailbox TEXT NOT NULL CHECK (mailbox <> ''),
    mailbox_key TEXT NOT NULL UNIQUE,
    delegate_contact TEXT NOT NULL,
    time_zone TEXT NOT NULL,
    work_days INTEGER NOT NULL,
    work_start INTEGER NOT NULL,
    work_end INTEGER NOT NULL,
    bookable INTEGER NOT NULL CHECK (bookable IN (0, 1)),
    allow_conflicts INTEGER NOT NULL CHECK (allow_conflicts IN (0, 1)),
    setup_minutes INTEGER NOT NULL CHECK (setup_minutes >= 0),
    clearup_minutes INTEGER NOT NULL CHECK (clearup_minutes >= 0),
    equipment TEXT NOT NULL
) STRICT;

-- Control Numbers are compared as numbers and shown as typed. People are retired, never removed.
CREATE TABLE person (
    id INTEGER PRIMARY KEY,
    control_number INTEGER NOT NULL UNIQUE,
    control_number_text TEXT NOT NULL,
    first_name TEXT NOT NULL,
    last_name TEXT NOT NULL,
    email TEXT NOT NULL,
    email_key TEXT NOT NULL,
    kind TEXT NOT NULL CHECK (kind IN ('employee', 'external-contact')),
    status TEXT NOT NULL CHECK (status IN ('active', 'retired')),
    time_zone TEXT NOT NULL,
    search TEXT NOT NULL
) STRICT;

CREATE INDEX person_by_email ON person (email_key, control_number);

-- Numbers that are handed out once and never again, whatever is removed.
CREATE TABLE counter (
    name TEXT PRIMARY KEY,
    next INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

INSERT INTO counter (name, next) VALUES ('external-contact', 900000001);

CREATE TABLE setting (
    key TEXT PRIMARY KEY,
    value TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE server_profile (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    name TEXT NOT NULL,
    kind TEXT NOT NULL,
    url TEXT NOT NULL,
    mail_domains TEXT NOT NULL,
    authentication TEXT NOT NULL,
    user_name TEXT NOT NULL,
    ntlm_domain TEXT NOT NULL
) STRICT;

CREATE TABLE closure (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    space_id INTEGER REFERENCES space (id) ON DELETE CASCADE,
    building TEXT NOT NULL,
    starts INTEGER NOT NULL,
    ends INTEGER NOT NULL,
    reason TEXT NOT NULL,
    CHECK (ends >= starts)
) STRICT;

CREATE INDEX closure_by_end ON closure (ends, starts);
CREATE INDEX closure_by_space ON closure (space_id);

CREATE TABLE audit (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    at INTEGER NOT NULL,
    actor TEXT NOT NULL,
    subject TEXT NOT NULL,
    key TEXT NOT NULL,
    before TEXT NOT NULL,
    after TEXT NOT NULL
) STRICT;

CREATE TRIGGER audit_never_changes BEFORE UPDATE ON audit
BEGIN
    SELECT RAISE(ABORT, 'audit.append-only');
END;

CREATE TRIGGER audit_never_goes BEFORE DELETE ON audit
BEGIN
    SELECT RAISE(ABORT, 'audit.append-only');
END;
