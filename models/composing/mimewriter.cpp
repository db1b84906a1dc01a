// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#include "models/composing/mimewriter.h"

#include <QCryptographicHash>
#include <QDateTime>
#include <QLocale>

#include <algorithm>

namespace reserve {

namespace {

constexpr qsizetype lineLength = 76;

bool isPlain(QStringView text)
{
    return std::all_of(text.begin(), text.end(), [](QChar c) { return c.unicode() >= 0x20 && c.unicode() < 0x7F; });
}

// No control character survives: neither a line break that would begin another header, nor a NUL.
QString clean(const QString& text)
{
    QString result = text;
    for (QChar& c : result) {
        if (c.unicode() < 0x20 || (c.unicode() >= 0x7F && c.unicode() < 0xA0) || c == QChar::LineSeparator
            || c == QChar::ParagraphSeparator)
            c = u' ';
    }
    return result.simplified();
}

// RFC 2047 B, each word whole in itself: never cut inside a character.
QList<QByteArray> encodedWords(const QString& text)
{
    constexpr qsizetype bytesPerWord = 42; // 56 in base64, 68 with its frame
    QList<QByteArray> words;
    QByteArray chunk;
    const auto flush = [&] { words.append("=?UTF-8?B?" + std::exchange(chunk, {}).toBase64() + "?="); };
    for (const char32_t c : text.toUcs4()) {
        const QByteArray character = QString::fromUcs4(&c, 1).toUtf8();
        if (chunk.size() + character.size() > bytesPerWord)
            flush();
        chunk += character;
    }
    if (!chunk.isEmpty())
        flush();
    return words;
}

// Words of a header, joined by single spaces and folded in front of what would be too long.
QByteArray folded(QByteArrayView name, const QList<QByteArray>& words)
{
    QByteArray lines = name + QByteArrayLiteral(":");
    qsizetype column = lines.size();
    for (const QByteArray& word : words) {
        if (column + 1 + word.size() > lineLength && column > name.size() + 1) {
            lines += "\r\n";
            column = 0;
        }
        lines += ' ' + word;
        column += 1 + word.size();
    }
    return lines + "\r\n";
}

QList<QByteArray> phrase(const QString& name)
{
    if (!isPlain(name))
        return encodedWords(name);
    QString quoted = name;
    quoted.replace(u'\\', QStringLiteral("\\\\")).replace(u'"', QStringLiteral("\\\""));
    return {'"' + quoted.toLatin1() + '"'};
}

// What stands between the angle brackets; UTF-8 is left as it is (RFC 6532).
QByteArray bareAddress(const QString& address)
{
    QString plain = clean(address);
    plain.removeIf([](QChar c) { return c.isSpace() || c == u'<' || c == u'>'; });
    return plain.toUtf8();
}

QByteArray withCrlf(const QByteArray& text)
{
    QByteArray result;
    result.reserve(text.size() + 64);
    for (qsizetype i = 0; i < text.size(); ++i) {
        const char c = text[i];
        if (c == '\r' && i + 1 < text.size() && text[i + 1] == '\n')
            continue;
        if (c == '\n' || c == '\r')
            result += "\r\n";
        else
            result += c;
    }
    return result;
}

bool isPrintable(char c)
{
    return c >= 0x20 && c < 0x7F && c != '=';
}

QByteArray quotedPrintableLine(QByteArrayView line)
{
    QByteArray encoded;
    qsizetype column = 0;
    for (qsizetype i = 0; i < line.size(); ++i) {
        const bool last = i + 1 == line.size();
        // A blank at the end of a line would be lost on the way; a dot or "From " at its start is left alone
        // by SMTP's own stuffing.
        const bool plain = isPrintable(line[i]) && !(last && line[i] == ' ');
        const QByteArray one = plain ? QByteArray(1, line[i]) : '=' + QByteArray(1, line[i]).toHex().toUpper();
        if (column + one.size() > lineLength - 1) {
            encoded += "=\r\n";
            column = 0;
        }
        encoded += one;
        column += one.size();
    }
    return encoded + "\r\n";
}

QByteArray quotedPrintable(const QByteArray& text)
{
    QByteArray encoded;
    QByteArrayList lines = withCrlf(text).split('\n');
    if (!lines.isEmpty() && lines.last().isEmpty())
        lines.removeLast();
    for (QByteArray& line : lines) {
        if (line.endsWith('\r'))
            line.chop(1);
        encoded += quotedPrintableLine(line);
    }
    return encoded;
}

QByteArray base64(const QByteArray& content)
{
    const QByteArray flat = content.toBase64();
    QByteArray lines;
    for (qsizetype i = 0; i < flat.size(); i += lineLength)
        lines += flat.mid(i, lineLength) + "\r\n";
    return lines;
}

QByteArray writePart(const MimePart& part)
{
    QByteArray text = "Content-Type: " + part.contentType + "\r\n";
    if (!part.fileName.isEmpty())
        text += "Content-Disposition: attachment; filename=\"" + part.fileName + "\"\r\n";
    text += "Content-Transfer-Encoding: ";
    switch (part.encoding) {
    case MimePart::Encoding::QuotedPrintable:
        return text + "quoted-printable\r\n\r\n" + quotedPrintable(part.content);
    case MimePart::Encoding::Base64:
        return text + "base64\r\n\r\n" + base64(withCrlf(part.content));
    case MimePart::Encoding::EightBit:
        break;
    }
    QByteArray content = withCrlf(part.content);
    if (!content.endsWith("\r\n"))
        content += "\r\n";
    return text + "8bit\r\n\r\n" + content;
}

// Holds "=_", which neither base64 nor quoted-printable can produce; 8-bit content is searched for it. Made of the
// content, which thus cannot hold it on purpose: the same mail written again is the same to the byte.
QByteArray boundaryFor(const QByteArray& content)
{
    QByteArray hash = QCryptographicHash::hash(content, QCryptographicHash::Sha256);
    QByteArray boundary;
    do {
        boundary = "=_reserve_" + hash.first(12).toHex();
        hash = QCryptographicHash::hash(hash, QCryptographicHash::Sha256);
    } while (content.contains(boundary));
    return boundary;
}

} // namespace

void MimeWriter::addToken(QByteArrayView name, QByteArrayView value)
{
    addText(name, QString::fromLatin1(value));
}

void MimeWriter::addText(QByteArrayView name, const QString& text)
{
    const QString plain = clean(text);
    if (plain.isEmpty())
        return;
    // What looks like an encoded word would be decoded by the reader; a word longer than a line could not be
    // folded.
    const QStringList words = plain.split(u' ');
    const bool foldable
        = std::all_of(words.begin(), words.end(), [](const QString& word) { return word.size() < lineLength; });
    if (!isPlain(plain) || plain.contains(u"=?") || !foldable) {
        m_headers += folded(name, encodedWords(plain));
        return;
    }
    QList<QByteArray> plainWords;
    for (const QString& word : words)
        plainWords.append(word.toLatin1());
    m_headers += folded(name, plainWords);
}

void MimeWriter::addPeople(QByteArrayView name, const QList<MailPerson>& people)
{
    QList<QByteArray> words;
    for (const MailPerson& person : people) {
        const QByteArray address = bareAddress(person.address);
        if (address.isEmpty())
            continue;
        if (!words.isEmpty())
            words.last() += ',';
        const QString shown = clean(person.name);
        if (!shown.isEmpty())
            words += phrase(shown);
        words.append(shown.isEmpty() ? address : '<' + address + '>');
    }
    if (!words.isEmpty())
        m_headers += folded(name, words);
}

void MimeWriter::addIds(QByteArrayView name, const QStringList& messageIds)
{
    QList<QByteArray> words;
    for (const QString& id : messageIds) {
        if (const QByteArray bare = bareAddress(id); !bare.isEmpty())
            words.append('<' + bare + '>');
    }
    if (!words.isEmpty())
        m_headers += folded(name, words);
}

void MimeWriter::addDate(Instant date)
{
    const QString text = QLocale::c().toString(toDateTime(date), QStringLiteral("ddd, dd MMM yyyy HH:mm:ss"));
    m_headers += "Date: " + text.toLatin1() + " +0000\r\n";
}

QByteArray MimeWriter::write(const QList<MimePart>& parts) const
{
    const QByteArray start = m_headers + "MIME-Version: 1.0\r\n";
    if (parts.size() == 1)
        return start + writePart(parts.constFirst());
    QByteArrayList written;
    for (const MimePart& part : parts)
        written.append(writePart(part));
    const QByteArray boundary = boundaryFor(written.join());
    const bool hasFile
        = std::any_of(parts.begin(), parts.end(), [](const MimePart& part) { return !part.fileName.isEmpty(); });
    const QByteArray kind = hasFile ? QByteArrayLiteral("mixed") : QByteArrayLiteral("alternative");
    QByteArray mail = start + "Content-Type: multipart/" + kind + ";\r\n boundary=\"" + boundary + "\"\r\n";
    for (const QByteArray& part : written)
        mail += "\r\n--" + boundary + "\r\n" + part;
    return mail + "\r\n--" + boundary + "--\r\n";
}

} // namespace reserve
