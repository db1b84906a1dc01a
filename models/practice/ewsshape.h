// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#pragma once

#include "models/practice/ewsxml.h"
#include "models/practice/propertyname.h"
#include "models/practice/site.h"

#include <QSet>

namespace reserve::practice {

// What of an item was asked for (ItemShape).
struct ItemShape
{
    enum class Base { IdOnly, Default, All };

    Base base = Base::IdOnly;
    bool mime = false;
    bool html = false;    // how a body is written
    bool finds = false;   // FindItem, which leaves out what GetItem alone tells
    QSet<QString> fields; // FieldURIs
    struct Extended
    {
        XmlElement uri; // as asked, to be repeated
        PropertyName name;
    };
    QList<Extended> extended;
};

// Errors: ErrorInvalidPropertyRequest, ErrorInvalidExtendedProperty.
tl::expected<ItemShape, EwsFault> shapeFrom(const XmlElement& itemShape);

// Where an item is written from.
struct ItemView
{
    Site& site;
    const Mailbox& mailbox;
};

// One item as its element: CalendarItem, MeetingRequest, MeetingCancellation, MeetingResponse or Message.
void writeItem(EwsXml& xml, const Item& item, const ItemShape& shape, const ItemView& view);
// The same without anything inside but its id.
void writeItemId(EwsXml& xml, const Item& item);

// The element of an item in EWS: "CalendarItem".
const char* elementNameOf(ItemClass itemClass);

// The value of an extended property; nothing where the item has none. Binary in base64.
std::optional<QString> propertyValue(const Item& item, const PropertyName& name);

// An ExtendedProperty with the value it has.
void writeExtendedProperty(EwsXml& xml, const ItemShape::Extended& asked, const QString& value);

// The id of a mailbox's folder.
QString folderId(const Mailbox& mailbox, Folder folder);
// Of one that holds folders alone: "root" or "msgfolderroot".
QString rootFolderId(const Mailbox& mailbox, const QString& name);
// Whether a text is the id of a folder, be it there or not.
bool isFolderId(const QString& id);

} // namespace reserve::practice
