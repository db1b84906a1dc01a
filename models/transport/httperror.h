// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#pragma once

#include "models/base/error.h"

#include <QAbstractSocket>
#include <QList>
#include <QNetworkReply>
#include <QSslError>
#include <QUrl>

namespace reserve {

// Qt's errors in the codes of HttpClient. `detail` is what Qt says of it.
Error httpError(QNetworkReply::NetworkError error, const QString& detail, const QUrl& url);
// `wasConnected`: whether the way to the server had been open already.
Error httpError(QAbstractSocket::SocketError error, const QString& detail, const QUrl& url, bool wasConnected);

Error certificateError(const QList<QSslError>& problems, const QUrl& url);
Error timeLimitError(const QUrl& url);
Error tooLargeError(const QUrl& url, qint64 limit);
Error protocolError(const QUrl& url, const QString& detail);

} // namespace reserve
