// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#pragma once

#include "models/items/adminsnapshot.h"

#include <QString>

namespace reserve {

// The FAQ's own words where it has them; they are also the accessible names of the fields.
QString settingLabel(const QString& key);
// " minutes", with its leading blank; empty where there is none.
QString settingUnit(const QString& key);

// "CR2 Aurora, Exchange Mailbox": any field of the draft, for the list of changes.
QString fieldLabel(const FieldPath& path, const AdminSnapshot& snapshot, const FieldDraft& draft);

} // namespace reserve
