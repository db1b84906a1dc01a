// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#include "models/exporting/jsonarray.h"

#include <QIODevice>
#include <QJsonDocument>

namespace reserve {

JsonArray::JsonArray(QIODevice& device)
    : m_device(device)
{
}

void JsonArray::add(const QJsonObject& object)
{
    m_device.write(m_isEmpty ? "[\n" : ",\n");
    m_device.write(QJsonDocument(object).toJson(QJsonDocument::Compact));
    m_isEmpty = false;
}

void JsonArray::end()
{
    m_device.write(m_isEmpty ? "[]\n" : "\n]\n");
}

QJsonValue jsonInstant(Instant instant)
{
    return instant == Instant{} ? QJsonValue(QJsonValue::Null) : QJsonValue(toIso(instant));
}

} // namespace reserve
