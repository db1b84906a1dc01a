// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#include "models/exchange/remotetext.h"

namespace reserve {

QString remoteText(const QString& said)
{
    constexpr qsizetype longest = 500;
    QString text = said.simplified();
    text.removeIf([](QChar c) { return c.category() == QChar::Other_Control; });
    return text.size() > longest ? QString(text.first(longest) + QChar(0x2026)) : text;
}

} // namespace reserve
