// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#include "models/transport/httpserver.h"

#include "models/transport/servedconnection.h"

#include <QHash>
#include <QNetworkProxy>
#include <QTcpServer>
#include <QTcpSocket>

#include <utility>

namespace reserve {

class HttpServer::Engine final : public QTcpServer
{
public:
    Engine(HttpServer& owner, HttpServerOptions options, Handler handler)
        : m_owner(owner)
        , m_options(std::move(options))
        , m_handler(std::move(handler))
    {
        setProxy(QNetworkProxy(QNetworkProxy::NoProxy));
    }

    ~Engine() override { cutAll(); }

    const HttpServerOptions& options() const { return m_options; }

    void cutAll()
    {
        const QList<ServedConnection*> connections = m_connections.values();
        for (ServedConnection* connection : connections)
            connection->cut();
    }

protected:
    void incomingConnection(qintptr descriptor) override
    {
        if (m_connections.size() >= m_options.mostConnections) {
            QTcpSocket refused;
            refused.setSocketDescriptor(descriptor);
            return;
        }
        auto* connection = new ServedConnection(++m_lastId, m_options, m_handler, this);
        if (!connection->open(descriptor)) {
            delete connection;
            return;
        }
        m_connections.insert(connection->id(), connection);
        connect(connection, &ServedConnection::ended, this, [this, connection] {
            m_connections.remove(connection->id());
            connection->deleteLater();
            Q_EMIT m_owner.connectionClosed(connection->id());
        });
    }

private:
    HttpServer& m_owner;
    HttpServerOptions m_options;
    Handler m_handler;
    QHash<quint64, ServedConnection*> m_connections;
    quint64 m_lastId = 0;
};

QByteArray ServedRequest::header(QByteArrayView name) const
{
    return headerValue(headers, name);
}

HttpServer::HttpServer(HttpServerOptions options, Handler handler, QObject* parent)
    : QObject(parent)
    , m_engine(std::make_unique<Engine>(*this, std::move(options), std::move(handler)))
{
}

HttpServer::~HttpServer() = default;

Result<void> HttpServer::listen()
{
    const HttpServerOptions& options = m_engine->options();
    const QString address = options.address.toString();
    if (!options.address.isLoopback())
        return failure("http.not-loopback", {{QStringLiteral("address"), address}});
    if (m_engine->listen(options.address, options.port))
        return {};
    return failure("http.port-taken",
                   {{QStringLiteral("address"), address},
                    {QStringLiteral("port"), QString::number(options.port)},
                    {QStringLiteral("detail"), m_engine->errorString()}});
}

void HttpServer::close()
{
    m_engine->close();
    m_engine->cutAll();
}

quint16 HttpServer::port() const
{
    return m_engine->serverPort();
}

QUrl HttpServer::url() const
{
    QUrl url;
    url.setScheme(m_engine->options().certificate.isNull() ? QStringLiteral("http") : QStringLiteral("https"));
    url.setHost(m_engine->options().address.toString());
    url.setPort(port());
    return url;
}

} // namespace reserve
