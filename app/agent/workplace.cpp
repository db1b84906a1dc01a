// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#include "app/agent/workplace.h"

#include "models/secrets/secretplace.h"

#include <QSysInfo>

#ifdef Q_OS_UNIX
#include <pwd.h>
#include <unistd.h>
#endif

namespace reserve {

namespace {

QString userName()
{
#ifdef Q_OS_UNIX
    if (const passwd* entry = ::getpwuid(::geteuid()))
        return QString::fromLocal8Bit(entry->pw_name);
    return QString::number(::geteuid());
#else
    return qEnvironmentVariable("USERNAME");
#endif
}

} // namespace

Workplace::Workplace(QString storeText, Terminal& terminal)
    : m_storeText(std::move(storeText))
    , m_terminal(terminal)
{
}

QString Workplace::actor() const
{
    return QStringLiteral("%1 on %2 (reserve-agent)").arg(userName(), QSysInfo::machineHostName());
}

Result<StoreLocation> Workplace::location() const
{
    return m_storeText.isEmpty() ? Result<StoreLocation>(StoreLocation::ofThisDesk())
                                 : StoreLocation::fromText(m_storeText);
}

Result<Store*> Workplace::store(OpenMode mode)
{
    if (m_store)
        return m_store.get();
    const Result<StoreLocation> where = location();
    if (!where)
        return failure(where.error());
    Result<std::unique_ptr<Store>> opened = Store::open(*where, mode, m_clock);
    if (!opened)
        return failure(opened.error());
    m_store = std::move(*opened);
    return m_store.get();
}

Result<SecretStore*> Workplace::secrets()
{
    if (m_secrets)
        return m_secrets.get();
    const Result<StoreLocation> where = location();
    if (!where)
        return failure(where.error());
    m_secrets = makeSecretStore(SecretEnvironment::ofThisProcess(where->file()));
    return m_secrets.get();
}

} // namespace reserve
