// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#include "models/practice/smtpreceiver.h"

#include <QTcpSocket>

#include <utility>

namespace reserve::practice {

namespace {

constexpr int mostConnections = 100;
constexpr int sweepMilliseconds = 5'000;

MonotonicTime monotonicNow()
{
    return std::chrono::steady_clock::now();
}

QStringList addressesOf(const SmtpEnvelope& envelope)
{
    QStringList addresses;
    for (const EnvelopeRecipient& recipient : envelope.recipients)
        addresses.append(QString::fromUtf8(recipient.address));
    return addresses;
}

} // namespace

// The whole world lies behind this server.
class SmtpReceiver::Everybody final : public SmtpPolicy
{
public:
    IntakeState intakeState() const override { return IntakeState::Open; }
    RecipientVerdict judgeRecipient(QByteArrayView) const override
    {
        return {RecipientVerdict::Outcome::Accepted, {"practice.taken", {}}};
    }
};

// One connection and its session; dies with the socket.
class SmtpReceiver::Connection final : public QObject
{
public:
    Connection(SmtpReceiver& receiver, QTcpSocket* socket)
        : QObject(&receiver)
        , m_receiver(receiver)
        , m_socket(socket)
        , m_session(*receiver.m_policy, {}, QByteArrayLiteral("practice-exchange.example"),
                    {socket->peerAddress().toString(), socket->peerPort()})
    {
        m_socket->setParent(this);
        connect(m_socket, &QTcpSocket::readyRead, this, &Connection::read);
        connect(m_socket, &QTcpSocket::disconnected, this, &QObject::deleteLater);
        connect(&m_receiver.m_sweep, &QTimer::timeout, this, [this] {
            m_session.timeout(monotonicNow());
            collect();
        });
        ++m_receiver.m_count;
        m_session.greet(false, monotonicNow());
        collect();
        read();
    }

    ~Connection() override { --m_receiver.m_count; }

private:
    void read()
    {
        if (m_socket->bytesAvailable() == 0)
            return;
        m_session.receive(m_socket->readAll(), monotonicNow());
        collect();
    }

    // A message is taken at once, and what was pipelined behind it goes on.
    void collect()
    {
        while (const auto message = m_session.takeMessage()) {
            if (message->refusal.isEmpty()) {
                Q_EMIT m_receiver.received(QString::fromUtf8(message->envelope.reversePath),
                                           addressesOf(message->envelope), message->content);
            }
            m_session.finishMessage({250, "2.0.0", "Taken by the Practice Exchange"}, monotonicNow());
        }
        m_session.takeEvents();
        if (const QByteArray output = m_session.takeOutput(); !output.isEmpty())
            m_socket->write(output);
        if (m_session.wantsClose())
            m_socket->disconnectFromHost();
    }

    SmtpReceiver& m_receiver;
    QTcpSocket* m_socket;
    SmtpSession m_session;
};

SmtpReceiver::SmtpReceiver(QObject* parent)
    : QObject(parent)
    , m_policy(std::make_unique<Everybody>())
{
    m_sweep.setInterval(sweepMilliseconds);
}

SmtpReceiver::~SmtpReceiver()
{
    stop();
}

Result<void> SmtpReceiver::start(quint16 port)
{
    auto server = std::make_unique<QTcpServer>();
    if (!server->listen(QHostAddress::LocalHost, port)) {
        return failure(
            "practice.smtp-port",
            {{QStringLiteral("port"), QString::number(port)}, {QStringLiteral("detail"), server->errorString()}});
    }
    m_server = std::move(server);
    m_port = m_server->serverPort();
    connect(m_server.get(), &QTcpServer::newConnection, this, &SmtpReceiver::admit);
    m_sweep.start();
    return {};
}

void SmtpReceiver::stop()
{
    m_sweep.stop();
    m_server.reset();
    qDeleteAll(findChildren<Connection*>(QString(), Qt::FindDirectChildrenOnly));
}

void SmtpReceiver::admit()
{
    while (QTcpSocket* socket = m_server ? m_server->nextPendingConnection() : nullptr) {
        if (m_count >= mostConnections)
            socket->deleteLater();
        else
            new Connection(*this, socket);
    }
}

} // namespace reserve::practice
