// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#pragma once

#include "models/secrets/serversecrets.h"

#include <QWidget>

QT_BEGIN_NAMESPACE
class QLineEdit;
class QPushButton;
QT_END_NAMESPACE

namespace reserve {

class Label;
class Prompt;
class SecretField;
class SecretStore;

// One secret of a server (R-CREDENTIALS): kept from here where the agent that uses it runs on this machine or none
// runs, else the command that sets it on the agent's machine.
class ServerSecretField final : public QWidget
{
    Q_OBJECT

public:
    ServerSecretField(SecretStore* secrets, Prompt& prompt, ServerSecret secret, const QString& label,
                      QWidget* parent = nullptr);

    // `elsewhere`: the machine of the agent, when it is another one. `storeOption`: how the command names the store.
    void setServer(ServerProfileId server, const QString& elsewhere, const QString& storeOption);
    QString command() const;
    SecretField* field() const { return m_here; }

Q_SIGNALS:
    void done(const QString& sentence);
    void troubled(const QString& sentence);
    // The agent is to read it again.
    void replaced();

private:
    QWidget* makeElsewhere();

    ServerSecret m_secret;
    SecretField* m_here;
    Label* m_notYet;
    QWidget* m_elsewhere;
    Label* m_machine;
    QLineEdit* m_command;
    QPushButton* m_copy;
};

} // namespace reserve
