// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#include "ui/exchange/serversecretfield.h"

#include "ui/common/label.h"
#include "ui/exchange/secretfield.h"
#include "ui/theme/icons.h"
#include "ui/theme/metrics.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

namespace reserve {

ServerSecretField::ServerSecretField(SecretStore* secrets, Prompt& prompt, ServerSecret secret, const QString& label,
                                     QWidget* parent)
    : QWidget(parent)
    , m_secret(secret)
    , m_here(new SecretField(secrets, {}, label))
    , m_notYet(Label::paragraph(tr("It can be given once the server is applied.")))
    , m_machine(Label::paragraph({}))
    , m_command(new QLineEdit)
    , m_copy(new QPushButton(icon(Icon::ActCopy), tr("Copy")))
{
    if (secret == ServerSecret::PrivateKey)
        m_here->takeKeyFiles(prompt);
    m_elsewhere = makeElsewhere();
    // One of them at a time, each with its own height.
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    for (QWidget* part : {static_cast<QWidget*>(m_here), static_cast<QWidget*>(m_notYet), m_elsewhere}) {
        part->hide();
        layout->addWidget(part);
    }
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Maximum);
    connect(m_here, &SecretField::done, this, &ServerSecretField::done);
    connect(m_here, &SecretField::troubled, this, &ServerSecretField::troubled);
    connect(m_here, &SecretField::replaced, this, &ServerSecretField::replaced);
    connect(m_copy, &QPushButton::clicked, this, [this] { QGuiApplication::clipboard()->setText(command()); });
}

QWidget* ServerSecretField::makeElsewhere()
{
    m_command->setReadOnly(true);
    m_command->setAccessibleName(tr("Command that sets it"));
    m_copy->setAccessibleName(tr("Copy the command"));
    auto* elsewhere = new QWidget;
    auto* row = new QHBoxLayout;
    row->addWidget(m_command, 1);
    row->addWidget(m_copy);
    auto* layout = new QVBoxLayout(elsewhere);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(u(1));
    layout->addWidget(m_machine);
    layout->addLayout(row);
    return elsewhere;
}

void ServerSecretField::setServer(ServerProfileId server, const QString& elsewhere, const QString& storeOption)
{
    const bool isApplied = server.value > 0;
    const QString name = isApplied ? serverSecretName(server, m_secret) : QString();
    m_here->setSecret(name);
    m_machine->setText(tr("The agent runs on %1, and the secret lies on its machine. Run there:").arg(elsewhere));
    m_command->setText(QStringLiteral("reserve-agent settings set-secret %1%2").arg(name, storeOption));
    m_command->setCursorPosition(0);
    QWidget* shown = !isApplied ? static_cast<QWidget*>(m_notYet)
        : elsewhere.isEmpty()   ? static_cast<QWidget*>(m_here)
                                : m_elsewhere;
    for (QWidget* part : {static_cast<QWidget*>(m_here), static_cast<QWidget*>(m_notYet), m_elsewhere})
        part->setVisible(part == shown);
    setFocusProxy(shown == m_elsewhere ? static_cast<QWidget*>(m_command) : shown == m_here ? m_here : nullptr);
}

QString ServerSecretField::command() const
{
    return m_command->text();
}

} // namespace reserve
