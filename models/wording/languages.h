// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QString>
#include <QStringList>

namespace reserve {

// The languages that this product has words in, as codes in the order of their own names: "de", "en". They
// lie in the program itself. Pure functions, callable from any thread.
QStringList productLanguages();

// The one that a person at this machine reads; English where the product does not have theirs.
QString languageOfThisMachine();

// The language that a setting asks for, where the product has it; else this machine's.
QString languageOrThisMachines(const QString& wanted);

// "Deutsch", as its speakers call it.
QString languageName(const QString& language);

// The text in another language than the installed one; no language or an unknown one: by the installed
// translator. `count` chooses the plural form and takes the place of "%n" where it is not negative.
QString translatedTo(const QString& language, const char* context, const char* text, int count = -1);

} // namespace reserve
