// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QByteArray>
#include <QList>
#include <QPair>

namespace reserve {

// Fields of a request or response in their order; a name may stand several times.
using HttpHeaders = QList<QPair<QByteArray, QByteArray>>;

// All values of the field, joined by ", " (RFC 9110 5.3); names compare without regard to case.
QByteArray headerValue(const HttpHeaders& headers, QByteArrayView name);
// One by one: what a list of challenges needs, because a challenge may contain commas itself.
QList<QByteArray> headerValues(const HttpHeaders& headers, QByteArrayView name);

// A name is a token (RFC 9110 5.6.2); a value has no line end and no NUL, so that nothing can be smuggled in by it.
bool isHeaderName(QByteArrayView name);
bool isHeaderValue(QByteArrayView value);

} // namespace reserve
