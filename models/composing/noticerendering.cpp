// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#include "models/composing/noticerendering.h"

#include "models/entities/noticetemplate.h"
#include "models/wording/noticewords.h"

#include <QStringList>

#include <algorithm>

namespace reserve {

namespace {

constexpr qsizetype longestFact = 2000;
constexpr qsizetype mostLines = 500;

// Controls would begin lines or headers; signs that turn the direction of what follows could make it read as
// something else (UAX 9).
bool isUnwanted(QChar c)
{
    const bool turns
        = (c.unicode() >= 0x202A && c.unicode() <= 0x202E) || (c.unicode() >= 0x2066 && c.unicode() <= 0x2069);
    return turns || c.category() == QChar::Other_Control || c == QChar::LineSeparator || c == QChar::ParagraphSeparator;
}

QString onOneLine(const QString& value)
{
    QString text = value.size() > longestFact ? QString(value.first(longestFact) + QChar(0x2026)) : value;
    std::replace_if(text.begin(), text.end(), isUnwanted, QLatin1Char(' '));
    return text.simplified();
}

QString cleaned(const QString& name, const QString& value)
{
    if (!isListPlaceholder(name))
        return onOneLine(value);
    QStringList lines;
    for (const QString& line : value.split(QLatin1Char('\n')).mid(0, mostLines)) {
        // Items may be indented; nothing else of a line's blank space is kept.
        const qsizetype blanks
            = std::find_if(line.begin(), line.end(), [](QChar c) { return c != QLatin1Char(' '); }) - line.begin();
        lines.append(QString(std::min<qsizetype>(blanks, 4), QLatin1Char(' ')) + onOneLine(line));
    }
    return lines.join(QLatin1Char('\n')).trimmed();
}

// One line of a template with its facts filled in.
struct FilledLine
{
    QString text;
    int placeholders = 0;
    int filled = 0;

    bool isHollow() const { return placeholders > 0 && filled == 0; }
};

FilledLine filledLine(const QString& line, const NoticeFacts& facts)
{
    FilledLine result;
    const auto pieces = noticePieces(line);
    if (!pieces) {
        result.text = line;
        return result;
    }
    for (const NoticePiece& piece : *pieces) {
        const QString value = piece.isPlaceholder ? cleaned(piece.text, facts.value(piece.text)) : piece.text;
        result.placeholders += piece.isPlaceholder ? 1 : 0;
        result.filled += piece.isPlaceholder && !value.isEmpty() ? 1 : 0;
        result.text += value;
    }
    while (result.text.endsWith(QLatin1Char(' ')))
        result.text.chop(1);
    return result;
}

QString filledParagraph(const QStringList& lines, const NoticeFacts& facts)
{
    FilledLine whole;
    QStringList kept;
    for (const QString& line : lines) {
        const FilledLine one = filledLine(line, facts);
        whole.placeholders += one.placeholders;
        whole.filled += one.filled;
        if (!one.isHollow())
            kept.append(one.text);
    }
    return whole.isHollow() ? QString() : kept.join(QLatin1Char('\n'));
}

QString filledBody(const QString& body, const NoticeFacts& facts)
{
    QStringList paragraphs;
    QStringList lines;
    const auto endParagraph = [&] {
        if (const QString text = filledParagraph(lines, facts); !text.isEmpty())
            paragraphs.append(text);
        lines.clear();
    };
    for (const QString& line : body.split(QLatin1Char('\n'))) {
        if (line.trimmed().isEmpty())
            endParagraph();
        else
            lines.append(line);
    }
    endParagraph();
    return paragraphs.join(QLatin1String("\n\n"));
}

bool isSeparator(QChar c)
{
    return c.isSpace() || c == QLatin1Char(',') || c == QLatin1Char(':') || c == QLatin1Char(';')
        || c == QLatin1Char('-') || c == QChar(0x2013) || c == QChar(0x2014);
}

QString filledSubject(const QString& subject, const NoticeFacts& facts)
{
    const auto pieces = noticePieces(subject);
    if (!pieces)
        return onOneLine(subject);
    QString text;
    bool isAfterNothing = false; // place holders alone, and they stand for nothing
    for (const NoticePiece& piece : *pieces) {
        const QString value = piece.isPlaceholder ? onOneLine(facts.value(piece.text)) : piece.text;
        if (piece.isPlaceholder && value.isEmpty()) {
            while (!text.isEmpty() && isSeparator(text.back()))
                text.chop(1);
            isAfterNothing = isAfterNothing || text.isEmpty();
            continue;
        }
        const auto first = std::find_if_not(
            value.begin(), value.end(), [&](QChar c) { return isAfterNothing && text.isEmpty() && isSeparator(c); });
        text += value.mid(first - value.begin());
    }
    return onOneLine(text);
}

} // namespace

NoticeText noticeText(const NoticeBook& book, NoticeKind kind, const QString& language)
{
    const auto inForce = [&](NoticePart part) {
        const NoticeKey key{kind, language, part};
        const std::optional<QString> own = book.own(key);
        // What a newer version wrote may name what this one does not have.
        return own && normalisedNotice(kind, part, *own) ? *own : builtInNotice(key);
    };
    return {inForce(NoticePart::Subject), inForce(NoticePart::Body)};
}

NoticeText filledNotice(const NoticeText& text, const NoticeFacts& facts)
{
    return {filledSubject(text.subject, facts), filledBody(text.body, facts)};
}

} // namespace reserve
