// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
// The whole way of meeting requests, each for a slot of its own: over SMTP, through the gate, decided, reservation and
// outbox committed. First as many as can be, then a thousand a second for the time of one. Aims: 1,000 a second, p99
// 20 ms from the final dot to the committed decision, as the change feed tells it.
#include "models/agent/agent.h"
#include "models/secrets/memorysecretstore.h"
#include "models/store/changefeed.h"
#include "tests/benchmark/desk.h"
#include "tests/benchmark/figure.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QNetworkProxy>
#include <QTcpSocket>
#include <QThread>

#include <atomic>
#include <mutex>
#include <thread>
#include <vector>

using namespace reserve;
using namespace reserve::benchmark;
using Monotonic = std::chrono::steady_clock;

namespace {

constexpr int rooms = 200;
constexpr int clients = 8;
constexpr int unpacedMessages = 8000;
constexpr int pacedMessages = 4000;
constexpr auto pacedInterval = std::chrono::milliseconds(clients); // of one client: together 1,000 a second

struct Times
{
    std::vector<std::atomic<qint64>> sent;
    std::vector<std::atomic<qint64>> decided;

    explicit Times(int count)
        : sent(std::size_t(count))
        , decided(std::size_t(count))
    {
    }
};

qint64 nanoseconds()
{
    return Monotonic::now().time_since_epoch().count();
}

QByteArray readReply(QTcpSocket& socket)
{
    QByteArray line;
    do {
        while (!socket.canReadLine() && socket.waitForReadyRead(10000)) {
        }
        line = socket.readLine();
    } while (line.size() > 3 && line.at(3) == '-');
    return line;
}

// One session that sends every `clients`th of the messages; the envelope is pipelined.
void sendAll(quint16 port, int first, int begin, int end, const std::vector<QByteArray>& mails, bool paced,
             Times& times)
{
    QTcpSocket socket;
    socket.setProxy(QNetworkProxy::NoProxy);
    socket.connectToHost(QHostAddress::LocalHost, port);
    socket.waitForConnected();
    socket.setSocketOption(QAbstractSocket::LowDelayOption, 1);
    readReply(socket);
    socket.write("EHLO benchmark.example.com\r\n");
    readReply(socket);
    auto due = Monotonic::now();
    for (int number = begin + first; number < end; number += clients) {
        if (paced) {
            std::this_thread::sleep_until(due);
            due += pacedInterval;
        }
        socket.write("MAIL FROM:<" + Desk::person().toLatin1() + ">\r\nRCPT TO:<"
                     + Desk::mailbox(number % rooms).toLatin1() + ">\r\nDATA\r\n");
        for (int i = 0; i < 3; ++i)
            readReply(socket);
        times.sent[std::size_t(number)] = nanoseconds();
        socket.write(mails[std::size_t(number)] + ".\r\n");
        if (!readReply(socket).startsWith("250"))
            std::fprintf(stderr, "message %d was not taken\n", number);
    }
    socket.write("QUIT\r\n");
    readReply(socket);
}

void sendFromClients(quint16 port, int begin, int end, const std::vector<QByteArray>& mails, bool paced, Times& times)
{
    std::vector<std::jthread> threads;
    for (int client = 0; client < clients; ++client)
        threads.emplace_back([&, client] { sendAll(port, client, begin, end, mails, paced, times); });
}

} // namespace

int main(int argc, char** argv)
{
    QCoreApplication application(argc, argv);
    constexpr int count = unpacedMessages + pacedMessages;
    std::vector<QByteArray> mails;
    for (int number = 0; number < count; ++number)
        mails.push_back(Desk::meeting(number, rooms).bytes);
    Desk desk(rooms);
    Times times(count);
    std::atomic<int> decided{0};

    // Reservations are numbered in the order of their decisions; which message each stands for is read afterwards.
    std::mutex mutex;
    std::vector<std::pair<qint64, qint64>> told;
    QObject context;
    QObject::connect(
        &desk.store().changes(), &ChangeFeed::changed, &context,
        [&](const QList<Change>& changes) {
            const qint64 now = nanoseconds();
            const std::lock_guard lock(mutex);
            for (const Change& change : changes) {
                if (change.subject == ChangeSubject::Reservations && change.id != 0) {
                    told.emplace_back(change.id, now);
                    ++decided;
                }
            }
        },
        Qt::DirectConnection);

    MemorySecretStore secrets;
    QThread thread;
    AgentOptions options;
    options.port = 0;
    auto* agent = new Agent(desk.store(), secrets, options);
    std::atomic<quint16> port{0};
    QObject::connect(agent, &Agent::listening, agent, [&port](const QHostAddress&, quint16 at) { port = at; });
    agent->moveToThread(&thread);
    QObject::connect(&thread, &QThread::finished, agent, &QObject::deleteLater);
    // This thread waits for that one without an event loop of its own.
    QObject::connect(agent, &Agent::stopped, &thread, &QThread::quit, Qt::DirectConnection);
    thread.start();
    QMetaObject::invokeMethod(agent, &Agent::start);
    while (port == 0)
        QThread::msleep(1);

    const auto waitFor = [&decided](int wanted) {
        QElapsedTimer limit;
        limit.start();
        while (decided < wanted && limit.elapsed() < 120000)
            QThread::msleep(1);
    };
    QElapsedTimer timer;
    timer.start();
    sendFromClients(port, 0, unpacedMessages, mails, false, times);
    waitFor(unpacedMessages);
    const double rate = decided.load() / (double(timer.nsecsElapsed()) / 1e9);
    printFigure(QStringLiteral("requests decided and committed"), rate, QStringLiteral("requests/s"),
                QStringLiteral("(aim)"), 1000);

    sendFromClients(port, unpacedMessages, count, mails, true, times);
    waitFor(count);
    const auto reservations
        = desk.store().read([](const ReadUnit& unit) { return unit.reservations().list({}, count + 1); }).result();
    QHash<qint64, int> numberOf;
    for (const Reservation& reservation : *reservations)
        numberOf.insert(reservation.id.value,
                        reservation.uid.section(QLatin1Char('@'), 0, 0).section(QLatin1Char('-'), 1).toInt());
    QList<double> latencies;
    for (const auto& [id, at] : told) {
        const int number = numberOf.value(id, -1);
        if (number >= unpacedMessages)
            latencies.append(double(at - times.sent[std::size_t(number)]) / 1e6);
    }
    printFigure(QStringLiteral("request to committed decision, p50 at 1,000/s"), quantile(latencies, 0.5),
                QStringLiteral("ms"), QStringLiteral("(aim)"), 20);
    printFigure(QStringLiteral("request to committed decision, p99 at 1,000/s"), quantile(latencies, 0.99),
                QStringLiteral("ms"), QStringLiteral("(aim)"), 20);
    QMetaObject::invokeMethod(agent, &Agent::stop);
    thread.wait();
    return 0;
}
