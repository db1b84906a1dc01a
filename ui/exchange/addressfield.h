// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#pragma once

#include "models/entities/ids.h"
#include "ui/exchange/draftfield.h"

#include <QWidget>

QT_BEGIN_NAMESPACE
class QLineEdit;
class QPushButton;
QT_END_NAMESPACE

namespace reserve {

class ProbeRequest;
class Store;
struct Reason;

// The address of a server, and "Find by Autodiscover": the agent looks for it, because the password lies there. What it
// finds counts as typed: it stands in the field, to be applied or undone.
class AddressField final : public QWidget
{
    Q_OBJECT
    Q_PROPERTY(QString text READ text WRITE setText NOTIFY edited USER true)

public:
    AddressField(Store& store, const QString& label, QWidget* parent = nullptr);

    QString text() const;
    // Not an edit.
    void setText(const QString& text);

    // `off`: why the agent cannot look for it; empty: it can. `isFindable`: there is something to find at all.
    void setServer(ServerProfileId server, const QString& off, bool isFindable);
    // Whose server is looked for; empty: the first room's.
    void setMailbox(const QString& mailbox) { m_mailbox = mailbox; }
    // How the last search went; nothing since the address changed otherwise.
    const std::optional<LiveFinding>& finding() const { return m_finding; }
    QPushButton* findButton() const { return m_find; }

Q_SIGNALS:
    // By a person, or found.
    void edited();
    void findingChanged();

private:
    void showButton();
    void find();
    void take(const Reason& reason);
    void say(const std::optional<LiveFinding>& finding);

    ProbeRequest* m_request;
    ServerProfileId m_server;
    QString m_off;
    QString m_mailbox;
    std::optional<LiveFinding> m_finding;
    QLineEdit* m_edit;
    QPushButton* m_find;
};

} // namespace reserve
