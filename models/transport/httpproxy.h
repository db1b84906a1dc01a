// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#pragma once

#include "models/base/result.h"

#include <QList>
#include <QNetworkProxy>
#include <QString>
#include <QUrl>

namespace reserve {

// Which proxies lead to this address, the first to be tried first: the one that is set ("host:port", "[::1]:3128"),
// else those of the system. The system's never carry anything to this machine itself, and no proxy ever does so without
// TLS.
QList<QNetworkProxy> proxiesFor(const QUrl& url, const QString& setProxy);

// http.proxy (proxy, detail) for a text that names none; empty means: as the system says.
Result<void> checkProxy(const QString& setProxy);

// localhost, 127.0.0.0/8 and ::1 (RFC 6761 6.3, RFC 4291 2.5.3); no other name, whatever it resolves to.
bool isLoopback(const QUrl& url);

} // namespace reserve
