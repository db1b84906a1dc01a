// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QByteArray>
#include <QByteArrayView>
#include <QList>

namespace reserve {

// A field like Content-Type or Content-Disposition: a value and parameters (RFC 2045 5.1), continuations put
// together and percent signs decoded (RFC 2231).
struct ParameterizedValue
{
    struct Parameter
    {
        QByteArray name;    // lower case, without the marks of RFC 2231
        QByteArray value;   // octets in `charset`, or as they stood
        QByteArray charset; // only where RFC 2231 names one
    };

    QByteArray value; // lower case, "text/calendar"
    QList<Parameter> parameters;

    const Parameter* find(QByteArrayView name) const;
    // The octets of a parameter, empty without it.
    QByteArray parameter(QByteArrayView name) const;
};

// Takes what is well formed and passes over the rest; never fails.
ParameterizedValue parseParameterized(QByteArrayView field);

} // namespace reserve
