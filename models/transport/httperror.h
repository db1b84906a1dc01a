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

// How far a request had come.
enum class HttpWay {
    Direct, // no connection yet, and nobody but the server is in question
    Proxy,  // no connection yet, by a proxy
    Open,   // connected with the server
};

// Qt's errors in the codes of HttpClient. `detail` is what Qt says of it.
Error httpError(QNetworkReply::NetworkError error, const QString& detail, const QUrl& url, HttpWay way);
Error httpError(QAbstractSocket::SocketError error, const QString& detail, const QUrl& url, HttpWay way);

Error certificateError(const QList<QSslError>& problems, const QUrl& url);
Error timeLimitError(const QUrl& url);
Error tooLargeError(const QUrl& url, qint64 limit);
Error protocolError(const QUrl& url, const QString& detail);

} // namespace reserve
