// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#include "models/wording/wording.h"

#include "models/wording/languages.h"
#include "models/wording/sentencetable.h"

#include <algorithm>

namespace reserve {

namespace {

// Words of a sentence's template between the arguments.
template<typename OnText, typename OnArgument>
void walk(QStringView text, OnText onText, OnArgument onArgument)
{
    while (!text.isEmpty()) {
        const qsizetype open = text.indexOf(QLatin1Char('{'));
        const qsizetype close = open < 0 ? -1 : text.indexOf(QLatin1Char('}'), open);
        if (close < 0) {
            onText(text);
            return;
        }
        onText(text.first(open));
        onArgument(text.sliced(open + 1, close - open - 1));
        text = text.sliced(close + 1);
    }
}

constexpr QLatin1String rangeDots("..");
constexpr QLatin1String causeName("cause");

// The names of a placeholder: one, or two for a range.
QStringList namesIn(QStringView placeholder)
{
    return placeholder.toString().split(rangeDots);
}

bool hasEveryArgument(const Sentence& sentence, const Arguments& arguments)
{
    bool complete = !sentence.count || arguments.contains(QLatin1String(sentence.count));
    walk(
        QString::fromUtf8(sentence.text), [](QStringView) {},
        [&](QStringView placeholder) {
            for (const QString& name : namesIn(placeholder))
                complete = complete && !arguments.value(name).isEmpty();
        });
    return complete;
}

// Arguments may come from a hostile message: they are text on one line, and no more of it than a person reads.
QString onOneLine(const QString& value)
{
    constexpr qsizetype longest = 400;
    QString text = value.size() > longest ? QString(value.first(longest) + QChar(0x2026)) : value;
    std::replace_if(
        text.begin(), text.end(), [](QChar c) { return c.category() == QChar::Other_Control || c == QChar(0x2028); },
        QLatin1Char(' '));
    return text.simplified();
}

bool looksLikeInstant(const QString& value)
{
    return value.size() >= 20 && value.endsWith(QLatin1Char('Z')) && value.at(10) == QLatin1Char('T')
        && instantFromIso(value).has_value();
}

QString argumentText(const QString& value, const Reader& reader)
{
    if (looksLikeInstant(value))
        return momentText(*instantFromIso(value), reader);
    return onOneLine(value);
}

// What lies behind it, said from the same arguments; they name no further cause, so that this ends.
QString causeText(const Arguments& arguments, const Reader& reader)
{
    Reason cause{arguments.value(causeName).toLatin1(), arguments};
    cause.arguments.remove(causeName);
    return knows(cause.code) ? sentence(cause, reader) : onOneLine(arguments.value(causeName));
}

QString placeholderText(QStringView placeholder, const Arguments& arguments, const Reader& reader)
{
    if (placeholder == causeName)
        return causeText(arguments, reader);
    const QStringList names = namesIn(placeholder);
    const QString first = arguments.value(names.first());
    if (names.size() == 1)
        return argumentText(first, reader);
    const QString last = arguments.value(names.last());
    if (looksLikeInstant(first) && looksLikeInstant(last))
        return rangeText({*instantFromIso(first), *instantFromIso(last)}, false, reader);
    return argumentText(first, reader) + QString(QChar(0x2013)) + argumentText(last, reader);
}

QString filled(const Sentence& sentence, const Arguments& arguments, const Reader& reader)
{
    const int count = sentence.count ? arguments.value(QLatin1String(sentence.count)).toInt() : -1;
    const QString text = translatedTo(reader.language, "wording", sentence.text, count);
    QString result;
    const auto addText = [&result](QStringView part) {
        // What a server said may end with a full stop of its own.
        const bool isDouble = part.startsWith(QLatin1Char('.')) && result.endsWith(QLatin1Char('.'));
        result.append(isDouble ? part.sliced(1) : part);
    };
    walk(text, addText,
         [&](QStringView placeholder) { result.append(placeholderText(placeholder, arguments, reader)); });
    return result;
}

QString withoutSentence(const Reason& reason)
{
    QStringList parts{QString::fromLatin1(reason.code)};
    for (auto it = reason.arguments.cbegin(); it != reason.arguments.cend(); ++it)
        parts.append(it.key() + QLatin1String(": ") + onOneLine(it.value()));
    return parts.join(QLatin1String(", "));
}

} // namespace

Reader Reader::ofThisMachine()
{
    return {QLocale(), QTimeZone::systemTimeZone()};
}

Reader Reader::ofLanguage(const QString& language, const QTimeZone& zone)
{
    const QLocale here;
    if (language.isEmpty() || here.language() == QLocale(language).language())
        return {here, zone, language};
    return {QLocale(QLocale(language).language(), here.territory()), zone, language};
}

QString sentence(const Reason& reason, const Reader& reader)
{
    if (reason.isEmpty())
        return {};
    const std::span<const Sentence> candidates = sentencesFor(reason.code);
    const auto match = std::find_if(candidates.begin(), candidates.end(), [&](const Sentence& candidate) {
        return hasEveryArgument(candidate, reason.arguments);
    });
    if (match != candidates.end())
        return filled(*match, reason.arguments, reader);
    // An argument is missing: the shortest form with a gap tells more than a bare code.
    if (!candidates.empty())
        return filled(candidates.back(), reason.arguments, reader);
    return withoutSentence(reason);
}

QString sentence(const Error& error, const Reader& reader)
{
    return sentence(error.reason(), reader);
}

bool knows(QByteArrayView code)
{
    return !sentencesFor(code).empty();
}

} // namespace reserve
