// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#include "models/transport/httpclient.h"

namespace reserve {

QByteArray HttpResponse::header(QByteArrayView name) const
{
    return headerValue(headers, name);
}

} // namespace reserve
