-- SPDX-FileCopyrightText: 2026 The Reserve Console authors
-- SPDX-License-Identifier: MIT
--
-- What has to be known of messages when later ones come.

-- A meeting that was over when its message came is ignored, but for a note: an older message about it that comes later
-- is outdated, whatever time it asks for. Notes hold nothing, and no list shows them.
ALTER TABLE reservation ADD COLUMN is_note INTEGER NOT NULL DEFAULT 0 CHECK (is_note IN (0, 1));

CREATE INDEX reservation_notes ON reservation (changed_at) WHERE is_note = 1;

-- A message about several meetings has one verdict. Where one of them waits for a person or an approver, how each has
-- ended is kept, so that the verdict can be told anew when that one is decided. JSON; empty where nothing waits.
ALTER TABLE trace ADD COLUMN endings TEXT NOT NULL DEFAULT '';

CREATE INDEX approval_by_trace ON approval (trace_id) WHERE trace_id IS NOT NULL;
