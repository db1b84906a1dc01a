// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#pragma once

#include "models/practice/practiceitem.h"

namespace reserve::practice {

// Values as the schema spells them, and back; an unknown word gives the first of its kind.
QString ewsAnswer(Answer answer);
QString ewsBusy(BusyKind busy);
BusyKind busyFromEws(const QString& word);
QString ewsSensitivity(PrivacyKind privacy);
PrivacyKind privacyFromEws(const QString& word);

} // namespace reserve::practice
