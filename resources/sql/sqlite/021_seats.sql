-- SPDX-FileCopyrightText: 2026 The Reserve Console authors
-- SPDX-License-Identifier: MIT
--
-- How many people a reservation brings, organizer included: what overlapping meetings leave of the seats where conflicts are
-- allowed (EnforceCapacity). Of what was reserved before, the organizer and whoever is known to be invited.

ALTER TABLE reservation ADD COLUMN seats INTEGER NOT NULL DEFAULT 1 CHECK (seats >= 0);

UPDATE reservation SET seats = 1 + (
    SELECT count(*) FROM attendee AS a
     WHERE a.reservation_id = reservation.id AND a.role <> 'NON-PARTICIPANT'
       AND lower(a.address) NOT IN (lower(room_address), organizer_key));

UPDATE reservation SET seats = 1 + (
    SELECT count(*) FROM series_attendee AS a
     WHERE a.series_id = reservation.series_id AND a.role <> 'NON-PARTICIPANT'
       AND lower(a.address) NOT IN (lower(room_address), organizer_key))
 WHERE series_id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM attendee AS a WHERE a.reservation_id = reservation.id);
