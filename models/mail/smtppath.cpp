// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#include "models/mail/smtppath.h"

#include <algorithm>

namespace reserve {

namespace {

// RFC 5321 4.5.3.1. A local part and a domain within their own limits are taken even where the path is
// longer.
constexpr qsizetype longestLocalPart = 64;
constexpr qsizetype longestDomain = 255;
constexpr qsizetype longestPath = 256;

bool isAlphanumeric(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
}

bool isBeyondAscii(char c)
{
    return (uchar(c) & 0x80) != 0;
}

bool isLocalPartLetter(char c)
{
    constexpr QByteArrayView specials = "!#$%&'*+-/=?^_`{|}~.";
    return isAlphanumeric(c) || isBeyondAscii(c) || specials.contains(c);
}

bool isDomainLetter(char c)
{
    return isAlphanumeric(c) || isBeyondAscii(c) || c == '-' || c == '.' || c == '_';
}

template<typename Predicate>
qsizetype runLength(QByteArrayView text, Predicate predicate)
{
    return std::find_if_not(text.begin(), text.end(), predicate) - text.begin();
}

// Length of a quoted string with its quotes, 0 when it does not end.
qsizetype quotedLength(QByteArrayView text)
{
    for (qsizetype i = 1; i < text.size(); ++i) {
        if (text[i] == '\\')
            ++i;
        else if (text[i] == '"')
            return i + 1;
    }
    return 0;
}

qsizetype localPartLength(QByteArrayView text)
{
    return text.startsWith('"') ? quotedLength(text) : runLength(text, isLocalPartLetter);
}

qsizetype domainLength(QByteArrayView text)
{
    if (!text.startsWith('['))
        return runLength(text, isDomainLetter);
    const qsizetype bracket = text.indexOf(']');
    const auto isLiteralLetter = [](char c) { return isAlphanumeric(c) || c == '.' || c == ':' || c == '-'; };
    const bool isSound = bracket > 1 && runLength(text.sliced(1), isLiteralLetter) == bracket - 1;
    return isSound ? bracket + 1 : 0;
}

// "@one,@two:" in front of the mailbox; 0 without one, -1 where it does not end.
qsizetype routeLength(QByteArrayView text)
{
    if (!text.startsWith('@'))
        return 0;
    const qsizetype length = runLength(text, [](char c) { return isDomainLetter(c) || c == '@' || c == ','; });
    return length < text.size() && text[length] == ':' ? length + 1 : -1;
}

// U+0080 to U+009F are controls too.
bool hasC1Control(QByteArrayView utf8)
{
    for (qsizetype i = 0; i + 1 < utf8.size(); ++i) {
        if (uchar(utf8[i]) == 0xc2 && uchar(utf8[i + 1]) < 0xa0)
            return true;
    }
    return false;
}

bool isWithinLengths(qsizetype local, qsizetype domain)
{
    constexpr qsizetype brackets = 2;
    const qsizetype path = local + domain + 1 + brackets;
    return domain <= longestDomain && (local <= longestLocalPart || path <= longestPath);
}

tl::unexpected<SmtpRefusal> badAddress(SmtpPath::Role role, QByteArray code, QByteArray text)
{
    const bool isReverse = role == SmtpPath::Role::Reverse;
    return tl::unexpected(SmtpRefusal{
        SmtpReply(501, isReverse ? QByteArrayLiteral("5.1.7") : QByteArrayLiteral("5.1.3"), std::move(text)),
        Reason{std::move(code), {}}});
}

// Length of the mailbox that ends in front of '>', 0 when there is none.
qsizetype mailboxLength(QByteArrayView text, SmtpPath::Role role, bool& isTooLong)
{
    const qsizetype local = localPartLength(text);
    if (local == 0 || local == text.size())
        return 0;
    if (text[local] == '>') {
        const bool isPostmaster = text.first(local).compare("postmaster", Qt::CaseInsensitive) == 0;
        return role == SmtpPath::Role::Forward && isPostmaster ? local : 0;
    }
    if (text[local] != '@')
        return 0;
    const qsizetype domain = domainLength(text.sliced(local + 1));
    isTooLong = !isWithinLengths(local, domain);
    return domain == 0 ? 0 : local + 1 + domain;
}

} // namespace

bool isAsciiOnly(QByteArrayView text)
{
    return std::none_of(text.begin(), text.end(), isBeyondAscii);
}

SmtpParsed<SmtpPath> parsePath(QByteArrayView text, SmtpPath::Role role)
{
    const auto notAnAddress = [role] {
        return badAddress(role, QByteArrayLiteral("smtp.address-invalid"),
                          QByteArrayLiteral("This is no address in brackets: <name@domain>"));
    };
    SmtpPath path;
    path.blankBefore = text.startsWith(' ');
    text = text.sliced(runLength(text, [](char c) { return c == ' '; }));
    if (!text.startsWith('<'))
        return notAnAddress();
    text = text.sliced(1);

    const qsizetype route = routeLength(text);
    if (route < 0)
        return notAnAddress();
    text = text.sliced(route);

    const bool isNull = role == SmtpPath::Role::Reverse && route == 0 && text.startsWith('>');
    bool isTooLong = false;
    const qsizetype length = isNull ? 0 : mailboxLength(text, role, isTooLong);
    if (isTooLong)
        return badAddress(role, QByteArrayLiteral("smtp.address-too-long"), QByteArrayLiteral("Address too long"));
    if ((length == 0 && !isNull) || length >= text.size() || text[length] != '>')
        return notAnAddress();

    path.address = text.first(length);
    path.rest = text.sliced(length + 1);
    if (!path.rest.isEmpty() && !path.rest.startsWith(' '))
        return notAnAddress();
    if (!path.address.isValidUtf8() || hasC1Control(path.address))
        return badAddress(role, QByteArrayLiteral("smtp.address-not-utf8"),
                          QByteArrayLiteral("Address is not sound UTF-8"));
    return path;
}

} // namespace reserve
