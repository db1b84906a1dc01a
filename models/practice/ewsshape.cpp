// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#include "models/practice/ewsshape.h"

#include "models/practice/ewsfields.h"

namespace reserve::practice {

namespace {

const QByteArray folderMark = QByteArrayLiteral("AAMkF");

} // namespace

tl::expected<ItemShape, EwsFault> shapeFrom(const XmlElement& itemShape)
{
    ItemShape shape;
    const QString base = itemShape.childText(QLatin1String("BaseShape"));
    shape.base = base == QLatin1String("AllProperties") ? ItemShape::Base::All
        : base == QLatin1String("Default")              ? ItemShape::Base::Default
                                                        : ItemShape::Base::IdOnly;
    shape.mime = itemShape.childText(QLatin1String("IncludeMimeContent")) == QLatin1String("true");
    shape.html = itemShape.childText(QLatin1String("BodyType")) != QLatin1String("Text");
    const XmlElement* additional = itemShape.child(QLatin1String("AdditionalProperties"));
    if (!additional)
        return shape;
    for (const XmlElement& path : additional->children) {
        if (path.name == QLatin1String("FieldURI")) {
            shape.fields.insert(path.value(QLatin1String("FieldURI")));
        } else if (path.name == QLatin1String("ExtendedFieldURI")) {
            const auto name = propertyFromEws(path);
            if (!name)
                return tl::unexpected(EwsFault{QStringLiteral("ErrorInvalidExtendedProperty"),
                                               QStringLiteral("Extended property attributes are invalid."),
                                               {}});
            shape.extended.append({path, *name});
        }
    }
    shape.mime = shape.mime || shape.fields.contains(QStringLiteral("item:MimeContent"));
    return shape;
}

const char* elementNameOf(ItemClass itemClass)
{
    switch (itemClass) {
    case ItemClass::Appointment:
        return "CalendarItem";
    case ItemClass::Request:
        return "MeetingRequest";
    case ItemClass::Cancellation:
        return "MeetingCancellation";
    case ItemClass::Response:
        return "MeetingResponse";
    case ItemClass::Note:
        return "Message";
    }
    return "Message";
}

std::optional<QString> propertyValue(const Item& item, const PropertyName& name)
{
    if ((name.isGlobalId() || name.isCleanGlobalId()) && !item.uid.isEmpty()) {
        const bool dated = name.isGlobalId() && item.date;
        const auto date = dated ? std::optional(toDateTime(item.date->originalStart).date()) : std::nullopt;
        return QString::fromLatin1(globalObjectId(item.uid, date).toBase64());
    }
    if (name.isSequence() && !item.uid.isEmpty())
        return QString::number(item.sequence);
    if (name.isStamp() && item.stamp != Instant())
        return toIso(item.stamp);
    const auto stored = item.properties.constFind(name.key());
    return stored == item.properties.constEnd() ? std::nullopt : std::optional(*stored);
}

void writeItemId(EwsXml& xml, const Item& item)
{
    xml.startT("ItemId");
    xml.attribute("Id", item.id);
    xml.attribute("ChangeKey", Mailbox::changeKey(item));
    xml.end();
}

void writeExtendedProperty(EwsXml& xml, const ItemShape::Extended& asked, const QString& value)
{
    xml.startT("ExtendedProperty");
    xml.startT("ExtendedFieldURI");
    for (const auto& [name, text] : asked.uri.attributes)
        xml.attribute(name.toLatin1().constData(), text);
    xml.end();
    if (asked.name.type.endsWith(QLatin1String("Array"))) {
        xml.startT("Values");
        const QStringList values = value.split(valueSeparator);
        for (const QString& one : values)
            xml.t("Value", one);
        xml.end();
    } else {
        xml.t("Value", value);
    }
    xml.end();
}

namespace {

void writeExtended(EwsXml& xml, const Item& item, const ItemShape& shape)
{
    for (const ItemShape::Extended& asked : shape.extended) {
        if (const auto value = propertyValue(item, asked.name))
            writeExtendedProperty(xml, asked, *value);
    }
}

bool isWanted(const EwsField& field, const ItemShape& shape)
{
    if (shape.finds && !field.finds)
        return false;
    if (shape.fields.contains(QString::fromLatin1(field.uri)))
        return true;
    return shape.base == ItemShape::Base::All || (shape.base == ItemShape::Base::Default && field.isDefault);
}

} // namespace

void writeItem(EwsXml& xml, const Item& item, const ItemShape& shape, const ItemView& view)
{
    xml.startT(elementNameOf(item.itemClass));
    if (shape.mime && !shape.finds)
        writeMimeContent(xml, item);
    writeItemId(xml, item);
    for (const EwsField& field : fieldsOf(item.itemClass)) {
        if (field.uri == extendedPlace)
            writeExtended(xml, item, shape);
        else if (isWanted(field, shape))
            field.write({xml, item, shape, view});
    }
    xml.end();
}

QString folderId(const Mailbox& mailbox, Folder folder)
{
    return rootFolderId(mailbox, QString::number(int(folder)));
}

QString rootFolderId(const Mailbox& mailbox, const QString& name)
{
    const QByteArray text = folderMark + '|' + mailbox.address().toUtf8() + '|' + name.toLatin1();
    return QString::fromLatin1(text.toBase64());
}

bool isFolderId(const QString& id)
{
    const QByteArrayList parts = QByteArray::fromBase64(id.toLatin1()).split('|');
    return parts.size() == 3 && parts.first() == folderMark;
}

} // namespace reserve::practice
