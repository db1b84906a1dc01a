// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#include "app/agent/commands/hostandport.h"

#include "app/agent/cli.h"
#include "app/agent/commands/timeinput.h"

namespace reserve {

QString HostAndPort::text() const
{
    const QString shown = host.contains(QLatin1Char(':')) ? QStringLiteral("[%1]").arg(host) : host;
    return shown + QLatin1Char(':') + QString::number(port);
}

Result<HostAndPort> hostAndPortFromInput(const QString& text, const QString& option)
{
    const qsizetype colon = text.lastIndexOf(QLatin1Char(':'));
    QString host = text.left(colon);
    if (host.startsWith(QLatin1Char('[')) && host.endsWith(QLatin1Char(']')))
        host = host.mid(1, host.size() - 2);
    else if (host.contains(QLatin1Char(':')))
        host.clear();
    bool isNumber = false;
    const quint16 port = text.mid(colon + 1).toUShort(&isNumber);
    if (colon < 0 || host.isEmpty() || !isNumber)
        return invalidValue(option, text, Cli::tr("an address and port such as 127.0.0.1:8025"));
    return HostAndPort{host, port};
}

} // namespace reserve
