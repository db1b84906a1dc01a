// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#include "models/mail/smtpgrammar.h"

#include "models/mail/smtppath.h"

#include <algorithm>
#include <array>
#include <limits>
#include <utility>

namespace reserve {

namespace {

struct KnownVerb
{
    QByteArrayView word;
    SmtpVerb verb;
};

constexpr std::array knownVerbs{
    KnownVerb{"MAIL", SmtpVerb::Mail},           KnownVerb{"RCPT", SmtpVerb::Rcpt},
    KnownVerb{"DATA", SmtpVerb::Data},           KnownVerb{"BDAT", SmtpVerb::Bdat},
    KnownVerb{"EHLO", SmtpVerb::Ehlo},           KnownVerb{"HELO", SmtpVerb::Helo},
    KnownVerb{"QUIT", SmtpVerb::Quit},           KnownVerb{"RSET", SmtpVerb::Rset},
    KnownVerb{"NOOP", SmtpVerb::Noop},           KnownVerb{"VRFY", SmtpVerb::Vrfy},
    KnownVerb{"STARTTLS", SmtpVerb::NotOffered}, KnownVerb{"AUTH", SmtpVerb::NotOffered},
    KnownVerb{"HELP", SmtpVerb::NotOffered},     KnownVerb{"EXPN", SmtpVerb::NotOffered},
    KnownVerb{"TURN", SmtpVerb::NotOffered},     KnownVerb{"ETRN", SmtpVerb::NotOffered},
    KnownVerb{"ATRN", SmtpVerb::NotOffered},     KnownVerb{"SEND", SmtpVerb::NotOffered},
    KnownVerb{"SOML", SmtpVerb::NotOffered},     KnownVerb{"SAML", SmtpVerb::NotOffered},
    KnownVerb{"GET", SmtpVerb::Foreign},         KnownVerb{"POST", SmtpVerb::Foreign},
    KnownVerb{"PUT", SmtpVerb::Foreign},         KnownVerb{"HEAD", SmtpVerb::Foreign},
    KnownVerb{"OPTIONS", SmtpVerb::Foreign},     KnownVerb{"CONNECT", SmtpVerb::Foreign},
    KnownVerb{"DELETE", SmtpVerb::Foreign},      KnownVerb{"PATCH", SmtpVerb::Foreign},
    KnownVerb{"TRACE", SmtpVerb::Foreign},
};

tl::unexpected<SmtpRefusal> refusal(SmtpReply reply, QByteArray code, Arguments arguments = {})
{
    return tl::unexpected(SmtpRefusal{std::move(reply), Reason{std::move(code), std::move(arguments)}});
}

tl::unexpected<SmtpRefusal> badArgument(QByteArray text)
{
    return refusal({501, QByteArrayLiteral("5.5.4"), std::move(text)}, QByteArrayLiteral("smtp.argument-invalid"));
}

QByteArrayView trimmedEnd(QByteArrayView text)
{
    while (!text.isEmpty() && (text.back() == ' ' || text.back() == '\t'))
        text.chop(1);
    return text;
}

bool equalsWord(QByteArrayView text, QByteArrayView word)
{
    return text.compare(word, Qt::CaseInsensitive) == 0;
}

// RFC 1870: at most 20 digits. Numbers that do not fit count as the largest that does: both are over any
// limit.
std::optional<qint64> parseNumber(QByteArrayView digits)
{
    constexpr qsizetype mostDigits = 20;
    const auto isDigit = [](char c) { return c >= '0' && c <= '9'; };
    if (digits.isEmpty() || digits.size() > mostDigits || !std::all_of(digits.begin(), digits.end(), isDigit))
        return std::nullopt;
    bool fits = false;
    const qint64 number = digits.toByteArray().toLongLong(&fits);
    return fits ? number : std::numeric_limits<qint64>::max();
}

// Cuts the next word, up to a blank, off the front of `text`.
QByteArrayView takeWord(QByteArrayView& text)
{
    while (text.startsWith(' '))
        text = text.sliced(1);
    const qsizetype blank = text.indexOf(' ');
    const QByteArrayView word = blank < 0 ? text : text.first(blank);
    text = text.sliced(word.size());
    return word;
}

// The keyword before the path, "FROM:" or "TO:", in any case.
SmtpParsed<SmtpPath> parsePathAfter(QByteArrayView keyword, QByteArrayView argument, SmtpPath::Role role)
{
    if (!equalsWord(argument.first(qMin(argument.size(), keyword.size())), keyword))
        return badArgument("Syntax: " + keyword.toByteArray() + "<address>");
    return parsePath(argument.sliced(keyword.size()), role);
}

SmtpParsed<void> applySize(MailCommand& command, QByteArrayView value, const SmtpLimits& limits)
{
    const std::optional<qint64> size = parseNumber(value);
    if (!size)
        return badArgument(QByteArrayLiteral("SIZE is a number of octets"));
    if (*size > limits.messageOctets) {
        return refusal({552, QByteArrayLiteral("5.3.4"),
                        "Messages here have at most " + QByteArray::number(limits.messageOctets) + " octets"},
                       QByteArrayLiteral("smtp.size-exceeded"),
                       {{QStringLiteral("octets"), QString::number(*size)},
                        {QStringLiteral("limit"), QString::number(limits.messageOctets)}});
    }
    command.size = size;
    return {};
}

SmtpParsed<void> applyBody(MailCommand& command, QByteArrayView value)
{
    if (equalsWord(value, "7BIT"))
        command.bodyType = BodyType::SevenBit;
    else if (equalsWord(value, "8BITMIME"))
        command.bodyType = BodyType::EightBitMime;
    else
        return badArgument(QByteArrayLiteral("BODY is 7BIT or 8BITMIME"));
    return {};
}

// Parameters of MAIL that were seen, to find one that comes twice.
struct SeenParameters
{
    bool size = false;
    bool body = false;
    bool smtpUtf8 = false;
};

SmtpParsed<void> applyParameter(MailCommand& command, QByteArrayView word, const SmtpLimits& limits,
                                SeenParameters& seen)
{
    const qsizetype equals = word.indexOf('=');
    const QByteArrayView name = equals < 0 ? word : word.first(equals);
    const QByteArrayView value = equals < 0 ? QByteArrayView() : word.sliced(equals + 1);
    bool* const wasSeen = equalsWord(name, "SIZE") ? &seen.size
        : equalsWord(name, "BODY")                 ? &seen.body
        : equalsWord(name, "SMTPUTF8")             ? &seen.smtpUtf8
                                                   : nullptr;
    if (!wasSeen)
        return refusal({555, QByteArrayLiteral("5.5.4"), QByteArrayLiteral("Parameter not offered here")},
                       QByteArrayLiteral("smtp.parameter-unknown"));
    if (std::exchange(*wasSeen, true))
        return badArgument(QByteArrayLiteral("Parameter given twice"));
    if (wasSeen == &seen.size)
        return applySize(command, value, limits);
    if (wasSeen == &seen.body)
        return applyBody(command, value);
    if (equals >= 0)
        return badArgument(QByteArrayLiteral("SMTPUTF8 has no value"));
    command.smtpUtf8 = true;
    return {};
}

SmtpParsed<void> requireAscii(QByteArrayView address, bool smtpUtf8)
{
    if (smtpUtf8 || isAsciiOnly(address))
        return {};
    return refusal({553, QByteArrayLiteral("5.6.7"), QByteArrayLiteral("Address beyond ASCII needs SMTPUTF8")},
                   QByteArrayLiteral("smtp.address-needs-smtputf8"));
}

} // namespace

SmtpParsed<SmtpCommand> parseCommand(QByteArrayView line)
{
    const auto isControl = [](char c) { return (uchar(c) < 0x20 && c != '\t') || c == 0x7f; };
    if (std::any_of(line.begin(), line.end(), isControl)) {
        return refusal(
            {501, QByteArrayLiteral("5.5.2"), QByteArrayLiteral("Control characters have no place in a command")},
            QByteArrayLiteral("smtp.control-character"));
    }
    line = trimmedEnd(line);
    const auto blank = std::find_if(line.begin(), line.end(), [](char c) { return c == ' ' || c == '\t'; });
    const QByteArrayView word = line.first(blank - line.begin());
    QByteArrayView argument = line.sliced(word.size());
    while (argument.startsWith(' ') || argument.startsWith('\t'))
        argument = argument.sliced(1);

    const auto known = std::find_if(knownVerbs.begin(), knownVerbs.end(),
                                    [word](const KnownVerb& verb) { return equalsWord(word, verb.word); });
    if (known == knownVerbs.end())
        return SmtpCommand{SmtpVerb::Unknown, QByteArrayLiteral("?"), argument};
    return SmtpCommand{known->verb, QByteArray::fromRawData(known->word.data(), known->word.size()), argument};
}

SmtpParsed<QByteArray> parseHelo(QByteArrayView argument)
{
    constexpr qsizetype longestName = 255;
    const auto isPrintable = [](char c) { return c > 0x20 && c < 0x7f; };
    if (argument.isEmpty() || argument.size() > longestName
        || !std::all_of(argument.begin(), argument.end(), isPrintable))
        return badArgument(QByteArrayLiteral("Say your host name"));
    return argument.toByteArray();
}

SmtpParsed<MailCommand> parseMail(QByteArrayView argument, bool extended, const SmtpLimits& limits)
{
    const SmtpParsed<SmtpPath> path = parsePathAfter("FROM:", argument, SmtpPath::Role::Reverse);
    if (!path)
        return tl::unexpected(path.error());
    MailCommand command;
    command.reversePath = path->address.toByteArray();
    command.blankAfterColon = path->blankBefore;

    SeenParameters seen;
    QByteArrayView rest = path->rest;
    while (!rest.isEmpty()) {
        const QByteArrayView word = takeWord(rest);
        if (!extended)
            return refusal({555, QByteArrayLiteral("5.5.4"), QByteArrayLiteral("Parameters need EHLO")},
                           QByteArrayLiteral("smtp.parameter-unknown"));
        if (const SmtpParsed<void> applied = applyParameter(command, word, limits, seen); !applied)
            return tl::unexpected(applied.error());
    }
    if (const SmtpParsed<void> plain = requireAscii(command.reversePath, command.smtpUtf8); !plain)
        return tl::unexpected(plain.error());
    return command;
}

SmtpParsed<RcptCommand> parseRcpt(QByteArrayView argument, bool smtpUtf8)
{
    const SmtpParsed<SmtpPath> path = parsePathAfter("TO:", argument, SmtpPath::Role::Forward);
    if (!path)
        return tl::unexpected(path.error());
    if (!path->rest.isEmpty())
        return refusal({555, QByteArrayLiteral("5.5.4"), QByteArrayLiteral("Parameter not offered here")},
                       QByteArrayLiteral("smtp.parameter-unknown"));
    if (const SmtpParsed<void> plain = requireAscii(path->address, smtpUtf8); !plain)
        return tl::unexpected(plain.error());
    return RcptCommand{path->address.toByteArray(), path->blankBefore};
}

SmtpParsed<BdatCommand> parseBdat(QByteArrayView argument)
{
    const QByteArrayView digits = takeWord(argument);
    const QByteArrayView last = takeWord(argument);
    const std::optional<qint64> octets = parseNumber(digits);
    const bool fits = octets && *octets < std::numeric_limits<qint64>::max();
    if (!fits || !argument.isEmpty() || !(last.isEmpty() || equalsWord(last, "LAST")))
        return badArgument(QByteArrayLiteral("Syntax: BDAT octets [LAST]"));
    return BdatCommand{*octets, !last.isEmpty()};
}

} // namespace reserve
