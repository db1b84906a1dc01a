// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#include "models/practice/mailaddresses.h"

#include "models/mail/headerscanner.h"

#include <QRegularExpression>

namespace reserve::practice {

QStringList recipientsOf(const QByteArray& message)
{
    static const QRegularExpression quoted(QStringLiteral("\"(?:[^\"\\\\]|\\\\.)*\"|\\([^()]*\\)"));
    static const QRegularExpression address(QStringLiteral("[^\\s<>,;:\"()]+@[^\\s<>,;:\"()]+"));
    QStringList recipients;
    HeaderScanner scanner(message);
    HeaderField field;
    while (scanner.next(field)) {
        if (!field.is("To") && !field.is("Cc") && !field.is("Bcc"))
            continue;
        QString value = QString::fromUtf8(field.value);
        value.remove(quoted);
        for (auto match = address.globalMatch(value); match.hasNext();)
            recipients.append(match.next().captured());
    }
    recipients.removeDuplicates();
    return recipients;
}

QString messageIdOf(const QByteArray& message)
{
    HeaderScanner scanner(message);
    HeaderField field;
    while (scanner.next(field)) {
        if (field.is("Message-ID"))
            return QString::fromUtf8(field.value).trimmed();
    }
    return {};
}

} // namespace reserve::practice
