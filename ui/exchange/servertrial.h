// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#pragma once

#include "models/base/reason.h"
#include "models/entities/ids.h"

#include <QWidget>

QT_BEGIN_NAMESPACE
class QLineEdit;
class QPushButton;
QT_END_NAMESPACE

namespace reserve {

class FormField;
class ProbeRequest;
class Store;

// "Test": the agent signs in to the server as it is applied, and its answer stands here.
class ServerTrial final : public QWidget
{
    Q_OBJECT

public:
    explicit ServerTrial(Store& store, QWidget* parent = nullptr);

    // `off`: why it cannot be tried; empty: it can. `isFoundByRoom`: it has no address yet (Autodiscover).
    void setServer(ServerProfileId server, const QString& off, bool isFoundByRoom);
    QPushButton* testButton() const { return m_test; }
    QLineEdit* mailbox() const { return m_mailbox; }
    FormField* field() const { return m_field; }

private:
    void showButton();
    void start();
    void showAnswer(const Reason& reason);

    ProbeRequest* m_probe;
    ServerProfileId m_server;
    QString m_off;
    QLineEdit* m_mailbox;
    QPushButton* m_test;
    FormField* m_field;
};

} // namespace reserve
