// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#include "models/mail/mimedecoding.h"

#include "models/mail/headerscanner.h"

#include <gmime/gmime.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <memory>
#include <mutex>
#include <optional>
#include <utility>

namespace reserve {

namespace {

// Octets that are replaced in one text; behind them it is no text, and the rest is cut.
constexpr int mostReplacements = 1'000;

struct GlibFree
{
    void operator()(char* text) const { g_free(text); }
};
using GlibText = std::unique_ptr<char, GlibFree>;

struct ObjectUnref
{
    void operator()(InternetAddressList* list) const { g_object_unref(list); }
};
using AddressList = std::unique_ptr<InternetAddressList, ObjectUnref>;

struct DateUnref
{
    void operator()(GDateTime* date) const { g_date_time_unref(date); }
};
using GlibDate = std::unique_ptr<GDateTime, DateUnref>;

void ensureLibrary()
{
    static std::once_flag once;
    std::call_once(once, [] { g_mime_init(); });
}

bool isPlainAscii(QByteArrayView text)
{
    return std::all_of(text.begin(), text.end(), [](char c) { return c >= 0x20 && c < 0x7f; });
}

// Unfolded, and ready for a library that works on zero-terminated text.
QByteArray unfolded(QByteArrayView field)
{
    QByteArray text = field.toByteArray();
    text.removeIf([](char c) { return c == '\r' || c == '\n'; });
    text.replace('\0', ' ');
    return text;
}

QString withoutControls(QString text)
{
    for (QChar& c : text) {
        if (c.category() == QChar::Other_Control)
            c = QLatin1Char(' ');
    }
    return text;
}

// "Name <local@domain>", "local@domain" and the same in brackets, of letters that need no decoding.
std::optional<MailAddress> plainAddress(QByteArrayView field)
{
    constexpr QByteArrayView special = "(),:;\\\"[]=?";
    const auto isSpecial = [&](char c) { return special.contains(c); };
    QByteArrayView name;
    QByteArrayView address = field;
    const qsizetype open = field.indexOf('<');
    if (open >= 0) {
        if (!field.endsWith('>'))
            return std::nullopt;
        name = field.first(open).trimmed();
        address = field.sliced(open + 1, field.size() - open - 2);
        if (name.size() >= 2 && name.startsWith('"') && name.endsWith('"'))
            name = name.sliced(1, name.size() - 2);
    }
    const qsizetype at = address.indexOf('@');
    const bool isPlain = isPlainAscii(field) && at > 0 && at + 1 < address.size() && address.lastIndexOf('@') == at
        && !address.contains(' ') && !address.contains('<') && !address.contains('>')
        && std::none_of(address.begin(), address.end(), isSpecial) && !name.contains('"') && !name.contains('\\')
        && !name.contains("=?") && !name.contains('(');
    if (!isPlain)
        return std::nullopt;
    return MailAddress{QString::fromLatin1(address), QString::fromLatin1(name)};
}

void appendMailboxes(InternetAddressList* list, int most, QList<MailAddress>& mailboxes)
{
    for (int i = 0; i < internet_address_list_length(list) && mailboxes.size() < most; ++i) {
        InternetAddress* const address = internet_address_list_get_address(list, i);
        if (INTERNET_ADDRESS_IS_GROUP(address)) {
            appendMailboxes(internet_address_group_get_members(INTERNET_ADDRESS_GROUP(address)), most, mailboxes);
            continue;
        }
        const char* const mailbox = internet_address_mailbox_get_addr(INTERNET_ADDRESS_MAILBOX(address));
        const char* const name = internet_address_get_name(address);
        mailboxes.append(
            {withoutControls(QString::fromUtf8(mailbox)).trimmed(), withoutControls(QString::fromUtf8(name))});
    }
}

// For a field that the library makes nothing of: the last address in brackets, and what stands in front of
// it.
std::optional<MailAddress> bracketedAddress(const QByteArray& text)
{
    const qsizetype open = text.lastIndexOf('<');
    const qsizetype close = open < 0 ? -1 : text.indexOf('>', open);
    if (close < 0)
        return std::nullopt;
    const QByteArray address = text.sliced(open + 1, close - open - 1).trimmed();
    const qsizetype at = address.indexOf('@');
    if (at <= 0 || at + 1 == address.size() || address.contains(' '))
        return std::nullopt;
    return MailAddress{withoutControls(QString::fromUtf8(address)),
                       decodeText(QByteArrayView(text).first(open).trimmed())};
}

GMimeContentEncoding encodingOf(QByteArrayView name)
{
    if (equalsIgnoringCase(name, "base64"))
        return GMIME_CONTENT_ENCODING_BASE64;
    if (equalsIgnoringCase(name, "quoted-printable"))
        return GMIME_CONTENT_ENCODING_QUOTEDPRINTABLE;
    if (equalsIgnoringCase(name, "x-uuencode") || equalsIgnoringCase(name, "uuencode"))
        return GMIME_CONTENT_ENCODING_UUENCODE;
    return GMIME_CONTENT_ENCODING_DEFAULT;
}

// A converter of the library, which keeps them in a cache of its own.
class Converter final
{
public:
    explicit Converter(const char* charset)
        : m_converter(g_mime_iconv_open("UTF-8", charset))
    {
    }
    ~Converter()
    {
        if (isOpen())
            g_mime_iconv_close(m_converter);
    }
    Q_DISABLE_COPY_MOVE(Converter)

    bool isOpen() const { return m_converter != iconv_t(-1); }

    Utf8Text convert(QByteArray octets)
    {
        Utf8Text result;
        char* in = octets.data();
        size_t left = size_t(octets.size());
        int replaced = 0;
        while (left > 0 && replaced < mostReplacements) {
            const int cause = step(&in, &left, result.text);
            if (cause != EILSEQ && cause != EINVAL)
                continue;
            // The octet means nothing in this charset, or the text ends inside a letter.
            result.soundness = Utf8Text::Soundness::Broken;
            result.text.append("\xef\xbf\xbd");
            ++replaced;
            ++in;
            --left;
        }
        step(nullptr, nullptr, result.text);
        return result;
    }

private:
    // Converts a block; returns the cause it stopped for, 0 for none.
    int step(char** in, size_t* left, QByteArray& text)
    {
        std::array<char, 8192> block;
        char* out = block.data();
        size_t room = block.size();
        const bool failed = iconv(m_converter, in, left, &out, &room) == size_t(-1);
        const int cause = failed ? errno : 0;
        text.append(block.data(), out - block.data());
        return cause;
    }

    iconv_t m_converter;
};

QByteArray withoutMark(QByteArray text)
{
    if (text.startsWith("\xef\xbb\xbf"))
        text.remove(0, 3);
    return text;
}

Utf8Text guessed(const QByteArray& octets, Utf8Text::Soundness soundness)
{
    if (octets.isValidUtf8())
        return {octets, soundness};
    Converter converter("windows-1252");
    Utf8Text result
        = converter.isOpen() ? converter.convert(octets) : Utf8Text{QString::fromLatin1(octets).toUtf8(), soundness};
    result.soundness = soundness;
    return result;
}

Utf8Text convertDeclared(const QByteArray& octets, const QByteArray& charset)
{
    const bool isLittleEndian = octets.startsWith("\xff\xfe");
    const bool isUtf16 = isLittleEndian || octets.startsWith("\xfe\xff");
    if (charset.isEmpty() && isUtf16) {
        Converter converter(isLittleEndian ? "utf-16le" : "utf-16be");
        return converter.isOpen() ? converter.convert(octets) : guessed(octets, Utf8Text::Soundness::UnknownCharset);
    }
    const bool claimsUtf8
        = charset.isEmpty() || charset == "utf-8" || charset == "utf8" || charset == "us-ascii" || charset == "ascii";
    if (claimsUtf8)
        return octets.isValidUtf8() ? Utf8Text{octets} : guessed(octets, Utf8Text::Soundness::Guessed);
    Converter converter(charset.constData());
    return converter.isOpen() ? converter.convert(octets) : guessed(octets, Utf8Text::Soundness::UnknownCharset);
}

} // namespace

QString decodeText(QByteArrayView field)
{
    if (isPlainAscii(field) && !field.contains("=?"))
        return QString::fromLatin1(field);
    ensureLibrary();
    const QByteArray text = unfolded(field);
    const GlibText decoded(g_mime_utils_header_decode_text(nullptr, text.constData()));
    return withoutControls(QString::fromUtf8(decoded.get())).trimmed();
}

QList<MailAddress> decodeAddresses(QByteArrayView field, int most)
{
    if (const std::optional<MailAddress> plain = plainAddress(field))
        return {*plain};
    ensureLibrary();
    QList<MailAddress> mailboxes;
    const QByteArray text = unfolded(field);
    const AddressList list(internet_address_list_parse(nullptr, text.constData()));
    if (list)
        appendMailboxes(list.get(), most, mailboxes);
    if (mailboxes.isEmpty()) {
        if (const std::optional<MailAddress> rescued = bracketedAddress(text))
            mailboxes.append(*rescued);
    }
    return mailboxes;
}

std::optional<Instant> decodeDate(QByteArrayView field)
{
    ensureLibrary();
    const GlibDate date(g_mime_utils_header_decode_date(unfolded(field).constData()));
    if (!date)
        return std::nullopt;
    return Instant(std::chrono::seconds(g_date_time_to_unix(date.get())));
}

QByteArray decodeTransfer(QByteArrayView octets, QByteArrayView encoding)
{
    const GMimeContentEncoding kind = encodingOf(encoding);
    if (kind == GMIME_CONTENT_ENCODING_DEFAULT)
        return octets.toByteArray();
    ensureLibrary();
    GMimeEncoding state;
    g_mime_encoding_init_decode(&state, kind);
    QByteArray decoded(qsizetype(g_mime_encoding_outlen(&state, size_t(octets.size()))), Qt::Uninitialized);
    const size_t length = g_mime_encoding_flush(&state, octets.data(), size_t(octets.size()), decoded.data());
    decoded.truncate(qsizetype(length));
    return decoded;
}

Utf8Text toUtf8(const QByteArray& octets, const QByteArray& charset)
{
    ensureLibrary();
    Utf8Text result = convertDeclared(octets, charset.toLower());
    result.text = withoutMark(std::move(result.text));
    return result;
}

} // namespace reserve
