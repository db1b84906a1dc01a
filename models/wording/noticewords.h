// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#pragma once

#include "models/entities/noticebook.h"

#include <QString>

namespace reserve {

// The built-in text of a mail in its language, with place holders (models/entities/noticetemplate.h).
QString builtInNotice(const NoticeKey& key);

// For lists and fields, in the language of the person at this machine.
QString word(NoticeKind value);
QString word(NoticePart value);
// When such a mail is written, and to whom.
QString noticeOccasion(NoticeKind kind);
// What stands for a place holder: "the space's name".
QString placeholderMeaning(const QString& name);

} // namespace reserve
