// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#pragma once

class QCoreApplication;

namespace reserve {

// Installs the program's own translation and Qt's for the language of the system. English is installed beneath every
// other language: its file holds the plural forms. Call once, before the first sentence.
void installTranslators(QCoreApplication& application);

} // namespace reserve
