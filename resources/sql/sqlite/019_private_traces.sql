-- SPDX-FileCopyrightText: 2026 The Reserve Console authors
-- SPDX-License-Identifier: MIT
--
-- Whether a message is about a private meeting is known when it is taken, reserved or not: lists show no subject of it.

ALTER TABLE trace ADD COLUMN is_private INTEGER NOT NULL DEFAULT 0 CHECK (is_private IN (0, 1));

-- Of what was taken before: the dates of series, and what still waits for a person, as far as it can be told unread.
UPDATE trace SET is_private = 1
 WHERE id IN (SELECT trace_id FROM reservation WHERE is_private = 1 AND series_id IS NOT NULL);
UPDATE trace SET is_private = 1
 WHERE state <> 'done'
   AND EXISTS (SELECT 1 FROM inbox
                WHERE inbox.id = trace.inbox_id
                  AND (instr(raw, CAST('CLASS:PRIVATE' AS BLOB)) > 0 OR instr(raw, CAST('CLASS:CONFIDENTIAL' AS BLOB)) > 0));
