// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#include "models/base/jsontext.h"

#include <algorithm>

namespace reserve {

namespace {

QByteArrayView escapeOf(char character)
{
    switch (character) {
    case '"':
        return "\\\"";
    case '\\':
        return "\\\\";
    case '\b':
        return "\\b";
    case '\f':
        return "\\f";
    case '\n':
        return "\\n";
    case '\r':
        return "\\r";
    case '\t':
        return "\\t";
    default:
        return {};
    }
}

void appendEscaped(QByteArray& json, char character)
{
    if (const QByteArrayView escape = escapeOf(character); !escape.isEmpty())
        json.append(escape);
    else if (quint8(character) < 0x20)
        json.append("\\u00").append(QByteArray::number(quint8(character), 16).rightJustified(2, '0'));
    else
        json.append(character);
}

} // namespace

void appendJson(QByteArray& json, const QString& text)
{
    const auto isPlain
        = [](char character) { return quint8(character) >= 0x20 && character != '"' && character != '\\'; };
    const QByteArray utf8 = text.toUtf8();
    json.append('"');
    if (std::all_of(utf8.begin(), utf8.end(), isPlain)) {
        json.append(utf8);
    } else {
        for (const char character : utf8)
            appendEscaped(json, character);
    }
    json.append('"');
}

void appendJson(QByteArray& json, const QMap<QString, QString>& object)
{
    json.append('{');
    for (auto it = object.cbegin(); it != object.cend(); ++it) {
        if (it != object.cbegin())
            json.append(',');
        appendJson(json, it.key());
        json.append(':');
        appendJson(json, it.value());
    }
    json.append('}');
}

} // namespace reserve
