// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#pragma once

#include "models/entities/command.h"
#include "ui/exchange/draftform.h"

QT_BEGIN_NAMESPACE
class QPushButton;
QT_END_NAMESPACE

namespace reserve {

class Label;
class PillRow;
class SecretStore;
class ShellStatusWatcher;
class Store;
struct Reason;

// The Reserve SMTP Agent: what it says of itself, starting and stopping it, where it listens, and through which server
// answers go out.
class AgentForm final : public DraftForm
{
    Q_OBJECT

public:
    AgentForm(Store& store, ShellStatusWatcher& status, SecretStore* secrets, AdminDraft& draft, QWidget* parent = nullptr);

    QPushButton* startButton() const { return m_start; }
    QPushButton* stopButton() const { return m_stop; }
    QPushButton* otherPortButton() const { return m_otherPort; }

Q_SIGNALS:
    void done(const QString& sentence);
    void failed(const reserve::Reason& reason);

private:
    QWidget* makeStatus();
    void addListening();
    void addKeeping();
    void addOutgoing(SecretStore* secrets);
    void showStatus();
    void offerOtherPort(const Reason& reason);
    void command(CommandKind kind, const QString& said);

    Store& m_store;
    ShellStatusWatcher& m_status;
    PillRow* m_state;
    Label* m_address;
    Label* m_reason;
    QPushButton* m_start;
    QPushButton* m_stop;
    QPushButton* m_otherPort; // a free one, while the port is taken
    QString m_freePort;
};

} // namespace reserve
