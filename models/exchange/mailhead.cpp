// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#include "models/exchange/mailhead.h"

#include <algorithm>

namespace reserve {

namespace {

// The fields of the head, each on one line (RFC 5322 2.2.3).
QList<QByteArray> fieldsOf(const QByteArray& content)
{
    const qsizetype end = content.indexOf("\r\n\r\n");
    QByteArray head = content.first(end < 0 ? content.size() : end);
    head.replace("\r\n ", " ").replace("\r\n\t", " ").replace("\r\n", "\n");
    return head.split('\n');
}

// A name in quotes may hold commas and what looks like an address.
QByteArray withoutQuoted(const QByteArray& text)
{
    QByteArray rest;
    bool isQuoted = false;
    for (qsizetype i = 0; i < text.size(); ++i) {
        if (isQuoted && text.at(i) == '\\')
            ++i;
        else if (text.at(i) == '"')
            isQuoted = !isQuoted;
        else if (!isQuoted)
            rest += text.at(i);
    }
    return rest;
}

QByteArray nameOf(const QByteArray& field)
{
    return field.first(std::max<qsizetype>(field.indexOf(':'), 0)).trimmed().toLower();
}

QByteArray valueOf(const QByteArray& field)
{
    return field.sliced(field.indexOf(':') + 1).trimmed();
}

} // namespace

QByteArray withNetworkLineEnds(const QByteArray& content)
{
    QByteArray result;
    result.reserve(content.size() + content.size() / 32);
    char last = '\0';
    for (const char c : content) {
        if (c == '\n' && last != '\r')
            result += '\r';
        result += c;
        last = c;
    }
    return result;
}

QStringList namedRecipients(const QByteArray& content)
{
    QStringList addresses;
    for (const QByteArray& field : fieldsOf(withNetworkLineEnds(content))) {
        const QByteArray name = nameOf(field);
        if (name != "to" && name != "cc")
            continue;
        for (const QByteArray& mailbox : withoutQuoted(valueOf(field)).split(',')) {
            const qsizetype open = mailbox.lastIndexOf('<');
            const qsizetype close = mailbox.indexOf('>', open + 1);
            const qsizetype end = close < 0 ? mailbox.size() : close;
            addresses.append(QString::fromUtf8(mailbox.sliced(open + 1, end - open - 1).trimmed()));
        }
    }
    return addresses;
}

QString messageIdOf(const QByteArray& content)
{
    for (const QByteArray& field : fieldsOf(withNetworkLineEnds(content))) {
        if (nameOf(field) == "message-id")
            return QString::fromLatin1(valueOf(field));
    }
    return {};
}

} // namespace reserve
