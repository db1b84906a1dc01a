// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#include "models/practice/xmltree.h"

#include <QXmlStreamReader>

namespace reserve::practice {

namespace {

constexpr int deepest = 64;
constexpr int mostElements = 20'000;

Failure unreadable(const QXmlStreamReader& reader, const QString& detail)
{
    return failure(
        "practice.xml",
        {{QStringLiteral("detail"), detail}, {QStringLiteral("line"), QString::number(reader.lineNumber())}});
}

XmlElement startOf(const QXmlStreamReader& reader)
{
    XmlElement element;
    element.space = reader.namespaceUri().toString();
    element.name = reader.name().toString();
    element.line = reader.lineNumber();
    element.column = reader.columnNumber();
    const QXmlStreamAttributes attributes = reader.attributes();
    for (const QXmlStreamAttribute& attribute : attributes)
        element.attributes.append({attribute.name().toString(), attribute.value().toString()});
    return element;
}

} // namespace

const XmlElement* XmlElement::child(QLatin1String wanted) const
{
    for (const XmlElement& element : children) {
        if (element.name == wanted)
            return &element;
    }
    return nullptr;
}

const XmlElement* XmlElement::at(std::initializer_list<QLatin1String> path) const
{
    const XmlElement* element = this;
    for (const QLatin1String step : path) {
        element = element->child(step);
        if (!element)
            return nullptr;
    }
    return element;
}

QString XmlElement::childText(QLatin1String wanted) const
{
    const XmlElement* element = child(wanted);
    return element ? element->text : QString();
}

std::optional<QString> XmlElement::attribute(QLatin1String wanted) const
{
    for (const auto& [attributeName, attributeValue] : attributes) {
        if (attributeName == wanted)
            return attributeValue;
    }
    return std::nullopt;
}

Result<XmlElement> readXml(const QByteArray& document)
{
    QXmlStreamReader reader(document);
    QList<XmlElement> open; // from the root inwards
    int count = 0;
    while (!reader.atEnd()) {
        switch (reader.readNext()) {
        case QXmlStreamReader::DTD:
            return unreadable(reader, QStringLiteral("a document type is not allowed"));
        case QXmlStreamReader::StartElement:
            if (open.size() >= deepest || ++count > mostElements)
                return unreadable(reader, QStringLiteral("too many elements"));
            open.append(startOf(reader));
            break;
        case QXmlStreamReader::Characters:
            if (!open.isEmpty())
                open.last().text += reader.text();
            break;
        case QXmlStreamReader::EndElement: {
            XmlElement element = open.takeLast();
            if (open.isEmpty())
                return element;
            open.last().children.append(std::move(element));
            break;
        }
        default:
            break;
        }
    }
    return unreadable(reader, reader.hasError() ? reader.errorString() : QStringLiteral("no element"));
}

} // namespace reserve::practice
