// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#include "tests/support/testcertificate.h"

#include <QFile>
#include <QProcess>

namespace reserve {

TestCertificate::TestCertificate(const QStringList& hosts)
{
    const QString names = QStringLiteral("DNS:") + hosts.join(QLatin1String(",DNS:"));
    const QString keyFile = m_folder.filePath(QStringLiteral("key.pem"));
    const int made = QProcess::execute(
        QStringLiteral("openssl"),
        {QStringLiteral("req"), QStringLiteral("-x509"), QStringLiteral("-newkey"), QStringLiteral("ec"),
         QStringLiteral("-pkeyopt"), QStringLiteral("ec_paramgen_curve:P-256"), QStringLiteral("-nodes"),
         QStringLiteral("-days"), QStringLiteral("2"), QStringLiteral("-subj"), QStringLiteral("/CN=") + hosts.first(),
         QStringLiteral("-addext"), QStringLiteral("subjectAltName=%1,IP:127.0.0.1").arg(names),
         QStringLiteral("-keyout"), keyFile, QStringLiteral("-out"), certificateFile()});
    if (made != 0)
        return;
    m_certificate = QSslCertificate::fromPath(certificateFile()).value(0);
    QFile file(keyFile);
    if (file.open(QIODevice::ReadOnly))
        m_key = QSslKey(&file, QSsl::Ec);
}

QString TestCertificate::certificateFile() const
{
    return m_folder.filePath(QStringLiteral("certificate.pem"));
}

} // namespace reserve
