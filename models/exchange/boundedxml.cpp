// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#include "models/exchange/boundedxml.h"

#include <QBuffer>
#include <QXmlStreamReader>

#include <algorithm>

namespace reserve {

namespace {

const XmlElement nothing;

// Builds the tree from the reader's tokens. `m_open` leads from the root to the element that is being read: only the
// last of them gets children, so the pointers before it stay where they are.
class TreeBuilder
{
public:
    explicit TreeBuilder(const XmlLimits& limits)
        : m_limits(limits)
    {
    }

    // Empty, or why reading stops here.
    QString take(const QXmlStreamReader& reader)
    {
        switch (reader.tokenType()) {
        case QXmlStreamReader::DTD:
        case QXmlStreamReader::EntityReference:
            return QStringLiteral("document type");
        case QXmlStreamReader::StartElement:
            return open(reader);
        case QXmlStreamReader::EndElement:
            m_open.pop_back();
            return {};
        case QXmlStreamReader::Characters:
            if (!m_open.empty())
                m_open.back()->text += reader.text();
            return {};
        default:
            return {};
        }
    }

    XmlElement takeRoot() { return std::move(m_root); }

private:
    QString open(const QXmlStreamReader& reader)
    {
        if (int(m_open.size()) >= m_limits.depth)
            return QStringLiteral("deeper than %1 elements").arg(m_limits.depth);
        if (++m_count > m_limits.elements)
            return QStringLiteral("more than %1 elements").arg(m_limits.elements);
        XmlElement& element = m_open.empty() ? m_root : m_open.back()->children.emplace_back();
        element.name = reader.name().toString();
        for (const QXmlStreamAttribute& attribute : reader.attributes())
            element.attributes.emplace_back(attribute.name().toString(), attribute.value().toString());
        m_open.push_back(&element);
        return {};
    }

    XmlLimits m_limits;
    XmlElement m_root;
    std::vector<XmlElement*> m_open;
    int m_count = 0;
};

// XML 1.0 2.2.
bool isXmlCharacter(char32_t c)
{
    const bool isControl = c < 0x20 && c != '\t' && c != '\n' && c != '\r';
    const bool isSurrogate = c >= 0xD800 && c <= 0xDFFF;
    return !isControl && !isSurrogate && c != 0xFFFE && c != 0xFFFF && c <= 0x10FFFF;
}

// How long a reference to a character that XML does not have is, at the beginning of `text`; 0: there is none.
qsizetype forbiddenReference(QByteArrayView text)
{
    constexpr qsizetype longest = 16;
    const qsizetype end = text.first(std::min(text.size(), longest)).indexOf(';');
    if (end < 0 || !text.startsWith("&#"))
        return 0;
    const bool isHexadecimal = text[2] == 'x';
    const QByteArrayView digits = text.first(end).sliced(isHexadecimal ? 3 : 2);
    bool isNumber = false;
    const uint code = digits.toUInt(&isNumber, isHexadecimal ? 16 : 10);
    return isNumber && !isXmlCharacter(code) ? end + 1 : 0;
}

// What alone may begin such a reference or character, of millions.
bool mayBeginForbidden(char octet)
{
    return uchar(octet) < 0x20 || octet == '&' || octet == '\xEF';
}

// The same for the character itself, in UTF-8.
qsizetype forbiddenCharacter(QByteArrayView text)
{
    if (text.startsWith("\xEF\xBF\xBE") || text.startsWith("\xEF\xBF\xBF"))
        return 3;
    return isXmlCharacter(uchar(text.front())) ? 0 : 1;
}

// Exchange passes on what somebody pasted into a subject or a text, and refers to characters that XML does not have:
// a reader of XML has to refuse the whole answer for it. Each becomes a blank.
QByteArray withoutForbidden(const QByteArray& document)
{
    const bool isUtf16 = document.startsWith("\xFF\xFE") || document.startsWith("\xFE\xFF");
    QByteArray clean;
    qsizetype taken = 0;
    for (qsizetype at = 0; at < document.size() && !isUtf16; ++at) {
        if (!mayBeginForbidden(document[at]))
            continue;
        const QByteArrayView rest = QByteArrayView(document).sliced(at);
        const qsizetype length = rest.front() == '&' ? forbiddenReference(rest) : forbiddenCharacter(rest);
        if (length == 0)
            continue;
        clean += document.sliced(taken, at - taken) + ' ';
        taken = at + length;
        at = taken - 1;
    }
    return taken == 0 ? document : clean + document.sliced(taken);
}

Failure unreadable(const QString& detail)
{
    return failure("exchange.response-unreadable", {{QStringLiteral("detail"), detail}}, true);
}

} // namespace

const XmlElement& XmlElement::operator[](QLatin1String child) const
{
    const auto found = std::find_if(children.begin(), children.end(),
                                    [&](const XmlElement& element) { return element.name == child; });
    return found != children.end() ? *found : nothing;
}

QList<const XmlElement*> XmlElement::all(QLatin1String child) const
{
    QList<const XmlElement*> found;
    for (const XmlElement& element : children) {
        if (element.name == child)
            found.append(&element);
    }
    return found;
}

QString XmlElement::attribute(QLatin1String attribute) const
{
    const auto found
        = std::find_if(attributes.begin(), attributes.end(), [&](const auto& one) { return one.first == attribute; });
    return found != attributes.end() ? found->second : QString();
}

const XmlElement& XmlElement::anywhere(QLatin1String descendant) const
{
    for (const XmlElement& element : children) {
        if (element.name == descendant)
            return element;
        if (const XmlElement& deeper = element.anywhere(descendant); !deeper.isNull())
            return deeper;
    }
    return nothing;
}

Result<XmlElement> readXml(const QByteArray& document, const XmlLimits& limits)
{
    // From a device the reader decodes a few kilobytes at a time; from the array itself it would hold all of it twice.
    QBuffer buffer;
    buffer.setData(withoutForbidden(document));
    buffer.open(QIODevice::ReadOnly);
    QXmlStreamReader reader(&buffer);
    TreeBuilder builder(limits);
    while (!reader.atEnd()) {
        reader.readNext();
        if (reader.hasError())
            break;
        if (const QString obstacle = builder.take(reader); !obstacle.isEmpty())
            return unreadable(obstacle);
    }
    if (reader.hasError()) {
        return unreadable(QStringLiteral("line %1, column %2").arg(reader.lineNumber()).arg(reader.columnNumber()));
    }
    return builder.takeRoot();
}

} // namespace reserve
