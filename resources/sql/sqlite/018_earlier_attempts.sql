-- SPDX-FileCopyrightText: 2026 The Reserve Console authors
-- SPDX-License-Identifier: MIT
--
-- What earlier attempts may have done without our hearing of it: before a repeat it is looked whether it was told. Of what
-- was tried before this was noted nobody knows.

ALTER TABLE outbox ADD COLUMN earlier TEXT NOT NULL DEFAULT 'none';

UPDATE outbox SET earlier = 'begun' WHERE attempts > 0 AND state IN ('waiting', 'delivering', 'failed');
