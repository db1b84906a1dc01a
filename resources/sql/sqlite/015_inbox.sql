-- SPDX-FileCopyrightText: 2026 The Reserve Console authors
-- SPDX-License-Identifier: MIT
--
-- Nothing ever asked for the digest of a whole message, and making it cost more than reading a large one.

ALTER TABLE inbox DROP COLUMN content_hash;
