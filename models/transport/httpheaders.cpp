// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#include "models/transport/httpheaders.h"

#include <algorithm>

namespace reserve {

QByteArray headerValue(const HttpHeaders& headers, QByteArrayView name)
{
    return headerValues(headers, name).join(", ");
}

QList<QByteArray> headerValues(const HttpHeaders& headers, QByteArrayView name)
{
    QList<QByteArray> values;
    for (const auto& [field, value] : headers) {
        if (field.compare(name, Qt::CaseInsensitive) == 0)
            values.append(value);
    }
    return values;
}

bool isHeaderName(QByteArrayView name)
{
    static constexpr QByteArrayView others("!#$%&'*+-.^_`|~");
    const auto isTokenOctet = [](char c) {
        return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || others.contains(c);
    };
    return !name.isEmpty() && std::all_of(name.cbegin(), name.cend(), isTokenOctet);
}

bool isHeaderValue(QByteArrayView value)
{
    return std::none_of(value.cbegin(), value.cend(), [](char c) { return c == '\r' || c == '\n' || c == '\0'; });
}

} // namespace reserve
