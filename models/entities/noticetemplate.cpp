// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#include "models/entities/noticetemplate.h"

#include <algorithm>
#include <numeric>
#include <utility>

namespace reserve {

namespace {

constexpr qsizetype longestSubject = 200;
constexpr qsizetype longestBody = 10000;

QList<NoticePlaceholder> plain(const QStringList& names)
{
    QList<NoticePlaceholder> placeholders;
    for (const QString& name : names)
        placeholders.append({name, isListPlaceholder(name)});
    return placeholders;
}

// How many letters have to be put in, left out, exchanged or swapped with their neighbour.
int distance(const QString& a, const QString& b)
{
    QList<QList<int>> rows(a.size() + 1, QList<int>(b.size() + 1));
    std::iota(rows[0].begin(), rows[0].end(), 0);
    for (qsizetype i = 1; i <= a.size(); ++i) {
        rows[i][0] = int(i);
        for (qsizetype j = 1; j <= b.size(); ++j) {
            const int exchanged = rows[i - 1][j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1);
            rows[i][j] = std::min({rows[i - 1][j] + 1, rows[i][j - 1] + 1, exchanged});
            if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
                rows[i][j] = std::min(rows[i][j], rows[i - 2][j - 2] + 1);
        }
    }
    return rows[a.size()][b.size()];
}

// The known name that was probably meant; empty where none is near.
QString nearestName(const QString& typed, const QStringList& known)
{
    constexpr qsizetype longestCompared = 40;
    const QString name = typed.left(longestCompared).toLower();
    QString nearest;
    int least = std::max(2, int(name.size()) / 2) + 1;
    for (const QString& candidate : known) {
        if (const int far = distance(name, candidate); far < least) {
            least = far;
            nearest = candidate;
        }
    }
    return nearest;
}

QStringList namesOf(NoticeKind kind)
{
    QStringList names;
    for (const NoticePlaceholder& placeholder : placeholdersOf(kind))
        names.append(placeholder.name);
    return names;
}

Result<void> checkPlaceholder(NoticeKind kind, NoticePart part, const QString& name)
{
    const QStringList known = namesOf(kind);
    if (!known.contains(name)) {
        return failure("notice.placeholder-unknown",
                       {{QStringLiteral("placeholder"), name},
                        {QStringLiteral("nearest"), nearestName(name, known)},
                        {QStringLiteral("known"), known.join(QLatin1String(", "))}});
    }
    if (part == NoticePart::Subject && isListPlaceholder(name))
        return failure("notice.placeholder-list", {{QStringLiteral("placeholder"), name}});
    return {};
}

QString unified(const QString& text)
{
    QString lines = text;
    lines.replace(QLatin1String("\r\n"), QLatin1String("\n")).replace(QLatin1Char('\r'), QLatin1Char('\n'));
    lines.replace(QChar::ParagraphSeparator, QLatin1Char('\n')).replace(QChar::LineSeparator, QLatin1Char('\n'));
    return lines.trimmed();
}

// Any one of each is enough.
QList<QStringList> neededIn(NoticeKind kind)
{
    const QStringList space{QStringLiteral("space")};
    const QStringList when{QStringLiteral("when"), QStringLiteral("start")};
    switch (kind) {
    case NoticeKind::Declined:
        return {space, when, {QStringLiteral("reason")}, {QStringLiteral("alternatives")}};
    case NoticeKind::ApprovalAsked:
        return {space, when, {QStringLiteral("requester")}};
    case NoticeKind::Digest:
        return {{QStringLiteral("items")}};
    case NoticeKind::Accepted:
    case NoticeKind::Moved:
    case NoticeKind::Changed:
    case NoticeKind::Cancelled:
        break;
    }
    return {space, when};
}

QStringList namedIn(const QString& text)
{
    QStringList names;
    for (const NoticePiece& piece : noticePieces(text).value_or(QList<NoticePiece>())) {
        if (piece.isPlaceholder)
            names.append(piece.text);
    }
    return names;
}

} // namespace

const QList<NoticeKind>& noticeKinds()
{
    static const QList<NoticeKind> kinds{NoticeKind::Accepted,  NoticeKind::Moved,    NoticeKind::Changed,
                                         NoticeKind::Cancelled, NoticeKind::Declined, NoticeKind::ApprovalAsked,
                                         NoticeKind::Digest};
    return kinds;
}

bool isListPlaceholder(const QString& name)
{
    static const QStringList lists{QStringLiteral("alternatives"), QStringLiteral("dates"), QStringLiteral("items")};
    return lists.contains(name);
}

QList<NoticePlaceholder> placeholdersOf(NoticeKind kind)
{
    if (kind == NoticeKind::Digest)
        return plain({QStringLiteral("count"), QStringLiteral("items"), QStringLiteral("site")});
    QStringList names{QStringLiteral("space"),    QStringLiteral("building"), QStringLiteral("subject"),
                      QStringLiteral("when"),     QStringLiteral("start"),    QStringLiteral("end"),
                      QStringLiteral("zone"),     QStringLiteral("dates"),    QStringLiteral("organizer"),
                      QStringLiteral("requester")};
    if (kind == NoticeKind::Declined)
        names += {QStringLiteral("reason"), QStringLiteral("alternatives"), QStringLiteral("freed")};
    else
        names += QStringLiteral("person");
    if (kind == NoticeKind::ApprovalAsked)
        names += {QStringLiteral("policy"), QStringLiteral("token")};
    else if (kind != NoticeKind::Declined)
        names += QStringLiteral("how-to-change");
    names += QStringLiteral("site");
    return plain(names);
}

Result<QList<NoticePiece>> noticePieces(const QString& text)
{
    QList<NoticePiece> pieces;
    QString words;
    const auto open = [&text](qsizetype at) {
        constexpr qsizetype shown = 20;
        return failure("notice.brace-open", {{QStringLiteral("near"), text.mid(at, shown).simplified()}});
    };
    const auto endWords = [&] {
        if (!words.isEmpty())
            pieces.append({false, std::exchange(words, {})});
    };
    for (qsizetype at = 0; at < text.size(); ++at) {
        const QChar c = text.at(at);
        if (c != QLatin1Char('{') && c != QLatin1Char('}')) {
            words.append(c);
            continue;
        }
        if (at + 1 < text.size() && text.at(at + 1) == c) {
            words.append(c);
            ++at;
            continue;
        }
        const qsizetype close = c == QLatin1Char('{') ? text.indexOf(QLatin1Char('}'), at) : -1;
        const QString name = text.mid(at + 1, close - at - 1);
        if (close < 0 || name.contains(QLatin1Char('{')) || name.contains(QLatin1Char('\n')))
            return open(at);
        endWords();
        pieces.append({true, name.trimmed()});
        at = close;
    }
    endWords();
    return pieces;
}

Result<QString> normalisedNotice(NoticeKind kind, NoticePart part, const QString& typed)
{
    const QString text = unified(typed);
    if (text.isEmpty())
        return failure("notice.empty");
    const qsizetype longest = part == NoticePart::Subject ? longestSubject : longestBody;
    if (text.size() > longest)
        return failure("notice.too-long", {{QStringLiteral("limit"), QString::number(longest)}});
    if (part == NoticePart::Subject && text.contains(QLatin1Char('\n')))
        return failure("notice.subject-lines");
    const auto pieces = noticePieces(text);
    if (!pieces)
        return failure(pieces.error());
    for (const NoticePiece& piece : *pieces) {
        if (!piece.isPlaceholder)
            continue;
        if (const auto fits = checkPlaceholder(kind, part, piece.text); !fits)
            return failure(fits.error());
    }
    return text;
}

QList<Reason> missingPlaceholders(NoticeKind kind, const QString& subject, const QString& body)
{
    const QStringList named = namedIn(subject) + namedIn(body);
    QList<Reason> missing;
    for (const QStringList& choice : neededIn(kind)) {
        const bool isThere
            = std::any_of(choice.begin(), choice.end(), [&named](const QString& name) { return named.contains(name); });
        if (!isThere)
            missing.append({"notice.placeholder-missing", {{QStringLiteral("placeholder"), choice.first()}}});
    }
    return missing;
}

} // namespace reserve
