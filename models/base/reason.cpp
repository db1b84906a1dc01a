// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#include "models/base/reason.h"

#include "models/base/jsontext.h"

#include <QJsonDocument>
#include <QJsonObject>

#include <optional>
#include <utility>

namespace reserve {

namespace {

Arguments fromObject(const QJsonObject& object)
{
    Arguments arguments;
    for (auto it = object.constBegin(); it != object.constEnd(); ++it)
        arguments.insert(it.key(), it.value().toString());
    return arguments;
}

// Reads what toJson() writes as long as nothing in it is escaped, which is nearly always: lists read tens of thousands.
// Anything else is left to the JSON reader.
class PlainReading final
{
public:
    explicit PlainReading(QByteArrayView json)
        : m_rest(json)
    {
    }

    std::optional<Reason> read()
    {
        Reason reason;
        if (m_rest.contains('\\') || !skip("{"))
            return std::nullopt;
        if (skip("\"args\":{")) {
            do {
                const auto name = text();
                const auto value = name && skip(":") ? text() : std::nullopt;
                if (!value)
                    return std::nullopt;
                reason.arguments.insert(QString::fromUtf8(*name), QString::fromUtf8(*value));
            } while (skip(","));
            if (!skip("},"))
                return std::nullopt;
        }
        const auto code = skip("\"code\":") ? text() : std::nullopt;
        if (!code || m_rest != "}")
            return std::nullopt;
        reason.code = code->toByteArray();
        return reason;
    }

private:
    bool skip(QByteArrayView expected)
    {
        if (!m_rest.startsWith(expected))
            return false;
        m_rest = m_rest.sliced(expected.size());
        return true;
    }

    std::optional<QByteArrayView> text()
    {
        if (!skip("\""))
            return std::nullopt;
        const qsizetype end = m_rest.indexOf('"');
        if (end < 0)
            return std::nullopt;
        const QByteArrayView found = m_rest.first(end);
        m_rest = m_rest.sliced(end + 1);
        return found;
    }

    QByteArrayView m_rest;
};

} // namespace

QByteArray toJson(const Reason& reason)
{
    QByteArray json("{");
    if (!reason.arguments.isEmpty()) {
        json.append("\"args\":");
        appendJson(json, reason.arguments);
        json.append(',');
    }
    json.append("\"code\":");
    appendJson(json, QString::fromLatin1(reason.code));
    return json.append('}');
}

Reason reasonFromJson(const QByteArray& json)
{
    if (std::optional<Reason> plain = PlainReading(json).read())
        return std::move(*plain);
    const QJsonObject object = QJsonDocument::fromJson(json).object();
    return {object.value(QStringLiteral("code")).toString().toLatin1(),
            fromObject(object.value(QStringLiteral("args")).toObject())};
}

QByteArray toJson(const Arguments& arguments)
{
    QByteArray json;
    appendJson(json, arguments);
    return json;
}

Arguments argumentsFromJson(const QByteArray& json)
{
    return fromObject(QJsonDocument::fromJson(json).object());
}

} // namespace reserve
