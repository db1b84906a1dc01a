-- SPDX-FileCopyrightText: 2026 The Reserve Console authors
-- SPDX-License-Identifier: MIT
--
-- What a server needs beside its address: OAuth clients, proxy, authorities of its own, and how rooms are answered.

ALTER TABLE server_profile ADD COLUMN impersonates INTEGER NOT NULL DEFAULT 1;
ALTER TABLE server_profile ADD COLUMN tenant TEXT NOT NULL DEFAULT '';
ALTER TABLE server_profile ADD COLUMN client_id TEXT NOT NULL DEFAULT '';
ALTER TABLE server_profile ADD COLUMN authority TEXT NOT NULL DEFAULT '';
ALTER TABLE server_profile ADD COLUMN scope TEXT NOT NULL DEFAULT '';
ALTER TABLE server_profile ADD COLUMN proof TEXT NOT NULL DEFAULT 'secret';
ALTER TABLE server_profile ADD COLUMN certificate TEXT NOT NULL DEFAULT '';
ALTER TABLE server_profile ADD COLUMN credentials_expire TEXT NOT NULL DEFAULT '';
ALTER TABLE server_profile ADD COLUMN proxy TEXT NOT NULL DEFAULT '';
ALTER TABLE server_profile ADD COLUMN trusted_authorities TEXT NOT NULL DEFAULT '';
ALTER TABLE server_profile ADD COLUMN answers_by_mail INTEGER NOT NULL DEFAULT 1;

UPDATE server_profile SET authentication = 'anonymous' WHERE authentication NOT IN ('basic', 'ntlm', 'kerberos', 'oauth');
