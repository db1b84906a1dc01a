// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
// What an idle agent holds in memory: its own share (PSS, libraries divided among who uses them) and all that is
// resident. Bar: 40 MB.
#include "tests/benchmark/desk.h"
#include "tests/benchmark/figure.h"

#include <QCoreApplication>
#include <QFile>
#include <QProcess>
#include <QThread>

using namespace reserve;
using namespace reserve::benchmark;

namespace {

double megabytes(qint64 process, const QByteArray& field)
{
    QFile file(QStringLiteral("/proc/%1/smaps_rollup").arg(process));
    if (!file.open(QIODevice::ReadOnly))
        return 0;
    for (const QByteArray& line : file.readAll().split('\n')) {
        if (line.startsWith(field) && line.at(field.size()) == ':')
            return line.mid(field.size() + 1).trimmed().split(' ').first().toDouble() / 1024;
    }
    return 0;
}

} // namespace

int main(int argc, char** argv)
{
    QCoreApplication application(argc, argv);
    Desk desk(1000);
    desk.close();
    QProcess agent;
    agent.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    agent.start(QCoreApplication::applicationDirPath() + QStringLiteral("/benchmarkagent"), {desk.file()});
    while (!agent.canReadLine() && agent.waitForReadyRead(10000)) {
    }
    QThread::sleep(2);
    printFigure(QStringLiteral("idle agent, 1,000 spaces, proportional share"), megabytes(agent.processId(), "Pss"),
                QStringLiteral("MB"), QStringLiteral("(bar)"), 40);
    printFigure(QStringLiteral("idle agent, 1,000 spaces, resident"), megabytes(agent.processId(), "Rss"),
                QStringLiteral("MB"), QStringLiteral("(bar)"), 40);
    agent.terminate();
    agent.waitForFinished();
    return 0;
}
