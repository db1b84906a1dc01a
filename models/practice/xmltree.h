// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#pragma once

#include "models/base/result.h"

#include <QByteArray>
#include <QList>
#include <QPair>
#include <QString>

#include <optional>

namespace reserve::practice {

// One element of a request with what is inside, and where it stood.
struct XmlElement
{
    QString space; // namespace URI
    QString name;  // without prefix
    QList<QPair<QString, QString>> attributes;
    QList<XmlElement> children;
    QString text; // of its own, joined
    qint64 line = 0;
    qint64 column = 0;

    const XmlElement* child(QLatin1String name) const;
    // Step by step inwards; null when one is missing.
    const XmlElement* at(std::initializer_list<QLatin1String> path) const;
    QString childText(QLatin1String name) const;
    std::optional<QString> attribute(QLatin1String name) const;
    QString value(QLatin1String attributeName) const { return attribute(attributeName).value_or(QString()); }
};

// Reads a small document: no DTD, at most 64 levels and 20,000 elements. Errors: practice.xml (detail, line).
Result<XmlElement> readXml(const QByteArray& document);

} // namespace reserve::practice
