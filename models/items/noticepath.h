// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#pragma once

#include "models/entities/noticebook.h"
#include "models/items/fielddraft.h"

#include <optional>

namespace reserve {

// A text of a mail among the fields of a draft: "accepted/de/subject". What stands in the field is the text
// in force, the built-in one where none was written.
FieldPath noticePath(const NoticeKey& key);
// Nothing for a path that names no text of a mail.
std::optional<NoticeKey> noticeKey(const FieldPath& path);

// The text in force.
QString noticeFieldText(const NoticeBook& book, const NoticeKey& key);

} // namespace reserve
