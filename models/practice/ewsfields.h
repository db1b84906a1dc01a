// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#pragma once

#include "models/practice/ewsshape.h"

namespace reserve::practice {

struct FieldPlace
{
    EwsXml& xml;
    const Item& item;
    const ItemShape& shape;
    const ItemView& view;
};

// One property of an item that can be asked for, and how it is written.
struct EwsField
{
    const char* uri; // "calendar:Start"
    void (*write)(const FieldPlace& place);
    bool isDefault = false;
    bool finds = true; // FindItem tells it too
};

// Where the extended properties stand among the fields.
inline constexpr const char* extendedPlace = "";

// In the order of the schema, behind ItemId.
const QList<EwsField>& fieldsOf(ItemClass itemClass);

void writeMimeContent(EwsXml& xml, const Item& item);

} // namespace reserve::practice
