// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#include "models/composing/composedmail.h"

#include <QUuid>

namespace reserve {

QString newMessageId(const QString& host)
{
    QString domain = host;
    domain.removeIf([](QChar c) { return !c.isLetterOrNumber() && c != u'.' && c != u'-'; });
    if (domain.isEmpty())
        domain = QStringLiteral("localhost");
    return u'<' + QUuid::createUuid().toString(QUuid::WithoutBraces) + u'@' + domain + u'>';
}

} // namespace reserve
