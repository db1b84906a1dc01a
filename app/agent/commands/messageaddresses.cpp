// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#include "app/agent/commands/messageaddresses.h"

#include <QRegularExpression>

namespace reserve {

namespace {

constexpr qsizetype longestHead = 256 * 1024;

// The head with its folded lines joined.
QList<QByteArray> headFields(const QByteArray& message)
{
    QList<QByteArray> fields;
    const QList<QByteArray> lines = message.left(longestHead).split('\n');
    for (QByteArray line : lines) {
        if (line.endsWith('\r'))
            line.chop(1);
        if (line.isEmpty())
            break;
        if ((line.startsWith(' ') || line.startsWith('\t')) && !fields.isEmpty())
            fields.last().append(line);
        else
            fields.append(line);
    }
    return fields;
}

} // namespace

QStringList addressesOfField(const QByteArray& message, const QByteArray& field)
{
    static const QRegularExpression quoted(QStringLiteral("\"(?:[^\"\\\\]|\\\\.)*\"|\\([^()]*\\)"));
    static const QRegularExpression address(QStringLiteral("[^\\s<>,;:\"()]+@[^\\s<>,;:\"()]+"));
    QStringList addresses;
    const QByteArray start = field.toLower() + ':';
    const QList<QByteArray> fields = headFields(message);
    for (const QByteArray& line : fields) {
        if (!line.toLower().startsWith(start))
            continue;
        QString value = QString::fromUtf8(line.mid(start.size()));
        value.remove(quoted);
        for (auto match = address.globalMatch(value); match.hasNext();)
            addresses.append(match.next().captured());
    }
    addresses.removeDuplicates();
    return addresses;
}

} // namespace reserve
