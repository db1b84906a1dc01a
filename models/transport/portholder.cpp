// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#include "models/transport/portholder.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QHostAddress>
#include <QTcpServer>

#ifdef Q_OS_UNIX
#include <pwd.h>
#endif

#include <algorithm>
#include <vector>

namespace reserve {

namespace {

constexpr int portsToTry = 100;

#ifdef Q_OS_LINUX

struct ListeningSocket
{
    QByteArray inode;
    uint user = 0;
};

// /proc/net/tcp writes an IPv4 address as one number in the machine's byte order: "0100007F:1F59".
bool concerns(const QByteArray& localAddress, const QHostAddress& address, quint16 port)
{
    const qsizetype colon = localAddress.indexOf(':');
    bool ok = false;
    if (localAddress.mid(colon + 1).toUShort(&ok, 16) != port || !ok)
        return false;
    const QByteArray host = localAddress.first(colon);
    const bool any = host.count('0') == host.size();
    if (any || address == QHostAddress(QHostAddress::Any) || address == QHostAddress(QHostAddress::AnyIPv6)
        || host.size() != 8)
        return true;
    const quint32 number = host.toUInt(&ok, 16);
    return QHostAddress(((number & 0xff) << 24) | ((number & 0xff00) << 8) | ((number >> 8) & 0xff00) | (number >> 24))
        == address;
}

std::optional<ListeningSocket> findSocket(const QString& table, const QHostAddress& address, quint16 port)
{
    constexpr QByteArrayView listening = "0A";
    QFile file(table);
    if (!file.open(QIODevice::ReadOnly))
        return std::nullopt;
    const QList<QByteArray> lines = file.readAll().split('\n');
    for (const QByteArray& line : lines) {
        const QList<QByteArray> fields = line.simplified().split(' ');
        if (fields.size() > 9 && fields.at(3) == listening && concerns(fields.at(1), address, port))
            return ListeningSocket{fields.at(9), fields.at(7).toUInt()};
    }
    return std::nullopt;
}

QString userName(uint id)
{
    passwd entry{};
    passwd* found = nullptr;
    std::vector<char> buffer(4096);
    if (::getpwuid_r(id, &entry, buffer.data(), buffer.size(), &found) == 0 && found)
        return QString::fromLocal8Bit(found->pw_name);
    return QString::number(id);
}

bool holdsSocket(const QString& process, const QString& socket)
{
    const QFileInfoList handles = QDir(QStringLiteral("/proc/%1/fd").arg(process))
                                      .entryInfoList(QDir::System | QDir::Files | QDir::NoDotAndDotDot);
    return std::any_of(handles.begin(), handles.end(), [&](const QFileInfo& handle) {
        // symLinkTarget() makes a path of "socket:[4711]"; its last part stays.
        return handle.symLinkTarget().endsWith(socket);
    });
}

QString programName(const QString& process)
{
    QFile file(QStringLiteral("/proc/%1/comm").arg(process));
    return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()).trimmed() : QString();
}

#endif

} // namespace

std::optional<PortHolder> findPortHolder(const QHostAddress& address, quint16 port)
{
#ifdef Q_OS_LINUX
    std::optional<ListeningSocket> socket = findSocket(QStringLiteral("/proc/net/tcp"), address, port);
    if (!socket)
        socket = findSocket(QStringLiteral("/proc/net/tcp6"), address, port);
    if (!socket)
        return std::nullopt;
    PortHolder holder;
    holder.user = userName(socket->user);
    const QString target = QStringLiteral("socket:[%1]").arg(QString::fromLatin1(socket->inode));
    const QStringList processes = QDir(QStringLiteral("/proc")).entryList({QStringLiteral("[0-9]*")}, QDir::Dirs);
    const auto found = std::find_if(processes.begin(), processes.end(),
                                    [&](const QString& process) { return holdsSocket(process, target); });
    if (found != processes.end()) {
        holder.process = found->toLongLong();
        holder.program = programName(*found);
    }
    return holder;
#else
    Q_UNUSED(address)
    Q_UNUSED(port)
    return std::nullopt;
#endif
}

std::optional<quint16> nextFreePort(const QHostAddress& address, quint16 port)
{
    for (int next = port + 1; next <= std::min(port + portsToTry, 65535); ++next) {
        QTcpServer server;
        if (server.listen(address, quint16(next)))
            return quint16(next);
    }
    return std::nullopt;
}

Reason portTakenReason(const QHostAddress& address, quint16 port)
{
    Reason reason{"agent.port-taken",
                  {{QStringLiteral("address"), address.toString()}, {QStringLiteral("port"), QString::number(port)}}};
    if (const auto holder = findPortHolder(address, port)) {
        reason.arguments.insert(QStringLiteral("user"), holder->user);
        if (!holder->program.isEmpty()) {
            reason.arguments.insert(QStringLiteral("holder"), holder->program);
            reason.arguments.insert(QStringLiteral("process"), QString::number(holder->process));
        }
    }
    if (const auto free = nextFreePort(address, port))
        reason.arguments.insert(QStringLiteral("free"), QString::number(*free));
    return reason;
}

} // namespace reserve
