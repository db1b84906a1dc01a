// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#include "models/transport/httpchallenge.h"

#include "models/transport/httpheaders.h"

#include <QString>
#include <QStringList>

#include <algorithm>

namespace reserve {

namespace {

// The parts between commas that stand outside of quoted strings.
QList<QByteArray> listElements(const QByteArray& field)
{
    QList<QByteArray> elements;
    QByteArray element;
    bool isQuoted = false;
    for (qsizetype i = 0; i < field.size(); ++i) {
        const char c = field.at(i);
        if (c == '"')
            isQuoted = !isQuoted;
        if (c == ',' && !isQuoted) {
            elements.append(element.trimmed());
            element.clear();
            continue;
        }
        element.append(c);
        if (c == '\\' && isQuoted && i + 1 < field.size())
            element.append(field.at(++i));
    }
    elements.append(element.trimmed());
    return elements;
}

} // namespace

QList<HttpChallenge> httpChallenges(const QByteArray& field)
{
    QList<HttpChallenge> challenges;
    const QList<QByteArray> elements = listElements(field);
    for (const QByteArray& element : elements) {
        const auto end = std::find_if(element.cbegin(), element.cend(), [](char c) { return c == ' ' || c == '='; });
        const QByteArray word = element.left(end - element.cbegin());
        const QByteArray rest = element.mid(word.size()).trimmed();
        if (!isHeaderName(word))
            continue;
        // "a=b" and "a = b" are a further parameter of the challenge before.
        if (rest.startsWith('=')) {
            if (!challenges.isEmpty())
                challenges.last().rest += ", " + element;
            continue;
        }
        challenges.append({word.toLower(), rest});
    }
    return challenges;
}

QString offeredSchemes(const QList<HttpChallenge>& challenges)
{
    QStringList names;
    for (const HttpChallenge& challenge : challenges)
        names.append(QString::fromLatin1(challenge.scheme));
    names.removeDuplicates();
    return names.join(QStringLiteral(", "));
}

bool offers(const QList<HttpChallenge>& challenges, const QByteArray& scheme)
{
    return std::any_of(challenges.cbegin(), challenges.cend(),
                       [&](const HttpChallenge& challenge) { return challenge.scheme == scheme; });
}

} // namespace reserve
