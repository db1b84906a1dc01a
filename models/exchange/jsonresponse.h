// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#pragma once

#include "models/base/result.h"
#include "models/transport/httpclient.h"

#include <QJsonObject>
#include <QString>

namespace reserve {

// The body as the JSON object that it has to be, whatever the status. A login page of a proxy, a body that was cut and
// one that nests deeper than anybody means are exchange.response-unreadable (status, detail: what came instead), which
// is temporary: the next answer may be whole.
Result<QJsonObject> jsonObjectOf(const HttpResponse& response);

Failure unreadable(const HttpResponse& response, const QString& detail);

} // namespace reserve
