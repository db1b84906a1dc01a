// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#pragma once

#include "models/base/result.h"

#include <QByteArray>
#include <QList>
#include <QString>

#include <utility>
#include <vector>

namespace reserve {

// An element of an XML document, names without their prefix: the answers that are read with it have no two names that
// only their namespace tells apart. Asking for what is not there gives an empty element, so that a path can be
// followed to its end before anybody looks.
struct XmlElement
{
    QString name;
    std::vector<std::pair<QString, QString>> attributes;
    QString text; // its own, without that of its children
    std::vector<XmlElement> children;

    bool isNull() const { return name.isEmpty(); }
    bool has(QLatin1String child) const { return !(*this)[child].isNull(); }
    const XmlElement& operator[](QLatin1String child) const; // the first of that name
    QList<const XmlElement*> all(QLatin1String child) const;
    QString attribute(QLatin1String attribute) const;
    // The first element of that name below this one, however deep, in order of the document.
    const XmlElement& anywhere(QLatin1String descendant) const;
};

// What a server may make us hold: a response is data from outside (E4).
struct XmlLimits
{
    int depth = 64;
    int elements = 60'000;
};

// The root of a whole document. A document type is refused before anything in it is looked at, so no entity is ever
// expanded and nothing is fetched. Characters that XML does not have, which Exchange writes all the same, are blanks.
// Errors: exchange.response-unreadable (detail). Pure; any thread.
Result<XmlElement> readXml(const QByteArray& document, const XmlLimits& limits = {});

} // namespace reserve
