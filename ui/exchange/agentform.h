// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#pragma once

#include "models/base/reason.h"
#include "models/entities/command.h"
#include "ui/exchange/draftform.h"

QT_BEGIN_NAMESPACE
class QPushButton;
QT_END_NAMESPACE

namespace reserve {

class DraftField;
class Label;
class PillRow;
class SecretStore;
class ShellStatusWatcher;
class Store;
enum class AgentState;

// The Reserve SMTP Agent: what it says of itself, starting and stopping it, where it listens, and through which server
// answers go out.
class AgentForm final : public DraftForm
{
    Q_OBJECT

public:
    AgentForm(Store& store, ShellStatusWatcher& status, SecretStore* secrets, AdminDraft& draft,
              QWidget* parent = nullptr);

    QPushButton* startButton() const { return m_start; }
    QPushButton* stopButton() const { return m_stop; }
    QPushButton* otherPortButton() const { return m_otherPort; }

    // Why the agent of this console does not run; said until one runs.
    void setTrouble(const Reason& reason);

Q_SIGNALS:
    void done(const QString& sentence);
    void failed(const reserve::Reason& reason);
    // None runs on the store, and this console is to run its own.
    void ownAgentRequested();

private:
    QWidget* makeStatus();
    void addOwnAgent();
    void addListening();
    void addKeeping();
    void addOutgoing(SecretStore* secrets);
    void showStatus();
    void showButtons(AgentState state);
    bool mayStartOwnAgent() const;
    void start();
    void offerOtherPort(const Reason& reason);
    void command(CommandKind kind, const QString& said);

    Store& m_store;
    ShellStatusWatcher& m_status;
    PillRow* m_state;
    DraftField* m_asProcess = nullptr;
    Label* m_address;
    Label* m_reason;
    QPushButton* m_start;
    QPushButton* m_stop;
    QPushButton* m_otherPort; // a free one, while the port is taken
    QString m_freePort;
    Reason m_trouble;
    qint64 m_troubledToken = 0; // of the lease at that time: the next one is of an agent that runs
};

} // namespace reserve
