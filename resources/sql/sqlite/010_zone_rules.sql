-- SPDX-FileCopyrightText: 2026 The Reserve Console authors
-- SPDX-License-Identifier: MIT
--
-- How clocks are set in the zones that reservations are in, as this machine last knew it, and which reservations are
-- at another time of day since that changed.

CREATE TABLE zone_rules (
    zone TEXT PRIMARY KEY,
    offsets TEXT NOT NULL,
    noted_at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE zone_shift (
    reservation_id INTEGER PRIMARY KEY REFERENCES reservation (id) ON DELETE CASCADE,
    zone TEXT NOT NULL,
    offset_before INTEGER NOT NULL,
    offset_now INTEGER NOT NULL,
    found_at INTEGER NOT NULL
) STRICT;
