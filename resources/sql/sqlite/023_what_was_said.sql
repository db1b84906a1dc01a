-- SPDX-FileCopyrightText: 2026 The Reserve Console authors
-- SPDX-License-Identifier: MIT
--
-- What has to be known of messages when later ones come.

-- A meeting that was over when its message came is ignored, but for a note: an older message about it that comes later
-- is outdated, whatever time it asks for. Notes hold nothing, and no list shows them.
ALTER TABLE reservation ADD COLUMN is_note INTEGER NOT NULL DEFAULT 0 CHECK (is_note IN (0, 1));

CREATE INDEX reservation_notes ON reservation (changed_at) WHERE is_note = 1;
