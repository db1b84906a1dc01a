// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#pragma once

#include "models/transport/httpmessagereader.h"
#include "models/transport/httpserver.h"

#include <QObject>
#include <QSslSocket>
#include <QTimer>

#include <optional>

namespace reserve {

// One connection of an HttpServer: reads a request, has it handled, writes the response, then the next. Nothing is read
// beyond one request and a small buffer while one is being handled. Ends by itself after a minute without any progress.
class ServedConnection final : public QObject
{
    Q_OBJECT

public:
    ServedConnection(quint64 id, const HttpServerOptions& options, const HttpServer::Handler& handler, QObject* parent);

    quint64 id() const { return m_id; }
    bool open(qintptr descriptor);
    void cut();

Q_SIGNALS:
    void ended(); // once; nothing more comes of it

private:
    void read();
    bool mayRead() const;
    bool isLast() const; // the request that is handled or was answered
    void handle();
    void answer(const ServedResponse& response, bool toHead, bool keepsOpen);
    void refuse(HttpMessageReader::Problem problem);
    void write(const QByteArray& octets);
    void goOn();
    void end();

    quint64 m_id;
    const HttpServerOptions& m_options; // of the server, which outlives it
    const HttpServer::Handler& m_handler;
    QSslSocket m_socket;
    QTimer m_idle;
    HttpMessageReader m_reader;
    QByteArray m_rest; // read from the socket, not yet by the reader
    bool m_isHandling = false;
    bool m_hasSaidContinue = false;
    bool m_closesAfterwards = false;
    bool m_cutsAfterwards = false;
    bool m_lingers = false;
    bool m_isClosing = false;
    bool m_hasEnded = false;
};

} // namespace reserve
