-- SPDX-FileCopyrightText: 2026 The Reserve Console authors
-- SPDX-License-Identifier: MIT
--
-- How a message about one date of a series named it. A date without a time, or a time without a zone, means another
-- moment once the series has moved: which one is found anew then. Empty: recurrence_id tells all there is to know.

ALTER TABLE reservation ADD COLUMN named_as TEXT NOT NULL DEFAULT '';
