// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
// Durable intake: Postfix's smtp-source against this agent and, in the same run, against Postfix's smtp-sink, which
// stores nothing. The agent decides beside it. Bars: 0.5, for meeting requests with reuse 0.35.
#include "tests/benchmark/desk.h"
#include "tests/benchmark/figure.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QFile>
#include <QProcess>
#include <QTcpServer>
#include <QTcpSocket>
#include <QTemporaryFile>
#include <QThread>

#ifdef Q_OS_UNIX
#include <unistd.h>
#endif

using namespace reserve;
using namespace reserve::benchmark;

namespace {

constexpr int rounds = 3;
constexpr int sessions = 20;
constexpr int rooms = 100;

struct Load
{
    QString name;
    QStringList arguments;
    int messages = 0;
    double bar = 0;
};

QString tool(const char* name)
{
    return QStringLiteral(RESERVE_POSTFIX_TOOLS "/usr/sbin/") + QLatin1String(name);
}

void prepare(QProcess& process)
{
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(QStringLiteral("LD_LIBRARY_PATH"), QStringLiteral(RESERVE_POSTFIX_TOOLS "/usr/lib/postfix"));
    process.setProcessEnvironment(environment);
    process.setProcessChannelMode(QProcess::ForwardedErrorChannel);
}

quint16 freePort()
{
    QTcpServer probe;
    probe.listen(QHostAddress::LocalHost);
    return probe.serverPort();
}

// Messages a second; 0 when smtp-source failed.
double run(const Load& load, quint16 port)
{
    QProcess source;
    prepare(source);
    QElapsedTimer timer;
    timer.start();
    source.start(tool("smtp-source"),
                 QStringList{QStringLiteral("-s"), QString::number(sessions), QStringLiteral("-m"),
                             QString::number(load.messages), QStringLiteral("-f"), Desk::person(), QStringLiteral("-t"),
                             Desk::mailbox(1)}
                     + load.arguments + QStringList{QStringLiteral("127.0.0.1:%1").arg(port)});
    source.waitForFinished(300000);
    const double seconds = double(timer.nsecsElapsed()) / 1e9;
    return source.exitStatus() == QProcess::NormalExit && source.exitCode() == 0 ? load.messages / seconds : 0;
}

bool startSink(QProcess& sink, quint16 port)
{
    prepare(sink);
    QStringList arguments;
#ifdef Q_OS_UNIX
    if (geteuid() == 0)
        arguments << QStringLiteral("-u") << QStringLiteral("nobody");
#endif
    sink.start(tool("smtp-sink"), arguments << QStringLiteral("127.0.0.1:%1").arg(port) << QStringLiteral("256"));
    if (!sink.waitForStarted())
        return false;
    for (int i = 0; i < 50; ++i) {
        QTcpSocket socket;
        socket.connectToHost(QHostAddress::LocalHost, port);
        if (socket.waitForConnected(100))
            return true;
        QThread::msleep(20);
    }
    return false;
}

quint16 startAgent(QProcess& agent, const QString& store)
{
    agent.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    agent.start(QCoreApplication::applicationDirPath() + QStringLiteral("/benchmarkagent"), {store});
    while (!agent.canReadLine() && agent.waitForReadyRead(10000)) {
    }
    return agent.readLine().trimmed().toUShort();
}

QString mailFile(QTemporaryFile& file, const QByteArray& content)
{
    if (!file.open())
        return {};
    file.write(content);
    file.close();
    return file.fileName();
}

} // namespace

int main(int argc, char** argv)
{
    QCoreApplication application(argc, argv);
    if (!QFile::exists(tool("smtp-source"))) {
        std::printf("intake: skipped, Postfix's smtp-source is not in %s\n", RESERVE_POSTFIX_TOOLS);
        return 0;
    }
    Desk desk(rooms);
    desk.close();
    QTemporaryFile plain;
    QTemporaryFile meeting;
    const QByteArray body = QByteArray("A line of text that is as long as lines of text are in mail.\n").repeated(80);
    const QString plainFile = mailFile(
        plain, "From: " + Desk::person().toLatin1() + "\nSubject: plain\nMessage-ID: <p@example.com>\n\n" + body);
    QByteArray request = Desk::meeting(1, rooms).bytes;
    const QString meetingFile = mailFile(meeting, request.replace("\r\n", "\n"));
    const auto from = [](const QString& file) { return QStringList{QStringLiteral("-F"), file}; };
    const QStringList reuse{QStringLiteral("-d")};
    const QList<Load> loads{
        {QStringLiteral("intake, plain mail"), from(plainFile), 10000, 0.5},
        {QStringLiteral("intake, plain mail, connections reused"), from(plainFile) + reuse, 20000, 0.5},
        {QStringLiteral("intake, meeting requests"), from(meetingFile), 10000, 0.5},
        {QStringLiteral("intake, meeting requests, connections reused"), from(meetingFile) + reuse, 20000, 0.35}};

    QProcess sink;
    QProcess agent;
    const quint16 sinkPort = freePort();
    const quint16 agentPort = startAgent(agent, desk.file());
    if (agentPort == 0 || !startSink(sink, sinkPort))
        return 1;
    for (const Load& load : loads) {
        QList<double> ours;
        QList<double> theirs;
        for (int round = 0; round < rounds; ++round) {
            theirs.append(run(load, sinkPort));
            ours.append(run(load, agentPort));
        }
        printFigure(load.name, median(ours), QStringLiteral("messages/s"),
                    QStringLiteral("(bar %1) smtp-sink").arg(load.bar), median(theirs));
    }
    agent.terminate();
    sink.kill();
    agent.waitForFinished(10000);
    sink.waitForFinished();
    return 0;
}
