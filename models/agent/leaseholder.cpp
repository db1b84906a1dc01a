// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#include "models/agent/leaseholder.h"

#include <QCoreApplication>
#include <QFile>
#include <QRegularExpression>
#include <QSysInfo>

#ifdef Q_OS_LINUX
#include <unistd.h>

#include <cerrno>
#include <csignal>
#endif

namespace reserve {

LeaseHolder LeaseHolder::thisProcess()
{
    return {QSysInfo::machineHostName(), QCoreApplication::applicationPid()};
}

std::optional<LeaseHolder> LeaseHolder::fromText(const QString& text)
{
    static const QRegularExpression pattern(QStringLiteral("^(.*), process ([0-9]+)$"));
    const QRegularExpressionMatch match = pattern.match(text);
    if (!match.hasMatch())
        return std::nullopt;
    return LeaseHolder{match.captured(1), match.captured(2).toLongLong()};
}

QString LeaseHolder::text() const
{
    return host + QStringLiteral(", process ") + QString::number(process);
}

#ifdef Q_OS_LINUX

namespace {

// Seconds since boot at which a process began: field 22 of its stat (proc(5)), counted behind the name in brackets,
// which may hold anything.
std::optional<double> startAfterBoot(qint64 process)
{
    QFile file(QStringLiteral("/proc/%1/stat").arg(process));
    if (!file.open(QIODevice::ReadOnly))
        return std::nullopt;
    const QByteArray text = file.readAll();
    const QList<QByteArray> fields = text.mid(text.lastIndexOf(')') + 2).split(' ');
    constexpr int startTime = 22 - 3;
    if (fields.size() <= startTime)
        return std::nullopt;
    return double(fields.at(startTime).toLongLong()) / double(sysconf(_SC_CLK_TCK));
}

std::optional<double> secondsSinceBoot()
{
    QFile file(QStringLiteral("/proc/uptime"));
    if (!file.open(QIODevice::ReadOnly))
        return std::nullopt;
    return file.readAll().split(' ').value(0).toDouble();
}

} // namespace

bool isHolderGone(const AgentLease& lease, Instant now)
{
    const std::optional<LeaseHolder> holder = LeaseHolder::fromText(lease.holder);
    const LeaseHolder self = LeaseHolder::thisProcess();
    if (!holder || holder->host != self.host || holder->process == self.process)
        return false;
    const std::optional<double> started = startAfterBoot(holder->process);
    // Gone, or there and hidden from this user (hidepid=, ProtectProc=): then the lease's end must tell.
    if (!started)
        return ::kill(pid_t(holder->process), 0) != 0 && errno == ESRCH;
    const std::optional<double> running = secondsSinceBoot();
    if (!running)
        return false;
    const double age = *running - *started;
    const double leaseAge = std::chrono::duration<double>(now - lease.takenAt).count();
    constexpr double clockSlack = 2.0;
    return age + clockSlack < leaseAge;
}

#else

bool isHolderGone(const AgentLease&, Instant)
{
    return false;
}

#endif

} // namespace reserve
