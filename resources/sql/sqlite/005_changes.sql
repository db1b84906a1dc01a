-- SPDX-FileCopyrightText: 2026 The Reserve Console authors
-- SPDX-License-Identifier: MIT
--
-- What moved, one row for each commit ("reservations/12 traces/40"). Ids follow one another without gaps, so that a
-- reader notices when pruning has overtaken it.

CREATE TABLE change_log (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    at INTEGER NOT NULL,
    changes TEXT NOT NULL
) STRICT;
