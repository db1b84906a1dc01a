// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QtGlobal>

QT_BEGIN_NAMESPACE
class QTextDocument;
QT_END_NAMESPACE

namespace reserve {

// Gives a chapter that was read from Markdown the look of the program: type scale, room between lines, tables of
// hairlines, code on its own ground. Colours are those of the theme now.
void dressChapter(QTextDocument& chapter);

} // namespace reserve
