// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QSslCertificate>
#include <QSslKey>
#include <QString>
#include <QStringList>
#include <QTemporaryDir>

namespace reserve {

// A key and a self-signed certificate for localhost and 127.0.0.1, or for other hosts, made anew by the openssl
// program, so that no key lies in the repository. isValid() is false where that program is missing.
class TestCertificate final
{
public:
    explicit TestCertificate(const QStringList& hosts = {QStringLiteral("localhost")});

    bool isValid() const { return !m_certificate.isNull() && !m_key.isNull(); }
    const QSslCertificate& certificate() const { return m_certificate; }
    const QSslKey& key() const { return m_key; }
    // For a client that is to trust it.
    QString certificateFile() const;

private:
    QTemporaryDir m_folder;
    QSslCertificate m_certificate;
    QSslKey m_key;
};

} // namespace reserve
