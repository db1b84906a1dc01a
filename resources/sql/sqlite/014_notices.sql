-- SPDX-FileCopyrightText: 2026 The Reserve Console authors
-- SPDX-License-Identifier: MIT
--
-- Texts of mails that were written in place of the built-in ones, one row for each subject or body in one language.

CREATE TABLE notice_text (
    kind TEXT NOT NULL,
    language TEXT NOT NULL,
    part TEXT NOT NULL,
    text TEXT NOT NULL,
    PRIMARY KEY (kind, language, part)
) STRICT, WITHOUT ROWID;

-- By whom a meeting was asked for not long ago.
CREATE INDEX outbox_refresh ON outbox (recipient COLLATE NOCASE, created_at) WHERE kind = 'refresh';
