// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#pragma once

#include "models/base/secretstring.h"

#include <QString>
#include <QWidget>

QT_BEGIN_NAMESPACE
class QLineEdit;
class QPushButton;
class QStackedWidget;
QT_END_NAMESPACE

namespace reserve {

class Label;
class Prompt;
class SecretStore;

// A password that is never shown: "Kept in the system keychain", and Replace…. It is kept at once, apart from the
// draft, because it never stands in the store. What could not be kept stays in the field until it can, or is cancelled.
// The keychain is asked when the field is first seen, because that may ask the person in turn.
class SecretField final : public QWidget
{
    Q_OBJECT

public:
    // The secrets outlive the field; without any it says that passwords cannot be kept.
    SecretField(SecretStore* secrets, const QString& name, const QString& label, QWidget* parent = nullptr);

    // Another secret of the same kind; what is being typed for the last one is dropped.
    void setSecret(const QString& name);
    // The secret is a private key, taken from a PEM file instead of being typed.
    void takeKeyFiles(Prompt& prompt);
    QPushButton* replaceButton() const { return m_replace; }

Q_SIGNALS:
    void done(const QString& sentence);
    // Why the place for passwords does not answer, for below the field; empty when it does.
    void troubled(const QString& sentence);
    // The agent reads it again.
    void replaced();

protected:
    void showEvent(QShowEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    QWidget* makeShown();
    QWidget* makeTyping(const QString& label);
    void look();
    void showState(const QString& text);
    void beginReplacing();
    void chooseKeyFile();
    void keep();
    void write(const SecretString& secret);
    void endTyping();
    bool isTyping() const;

    SecretStore* m_secrets;
    QString m_name;
    QString m_label;
    Prompt* m_prompt = nullptr; // for key files
    QStackedWidget* m_stack;
    Label* m_state;
    QPushButton* m_replace;
    QLineEdit* m_typed;
    QPushButton* m_keep;
};

} // namespace reserve
