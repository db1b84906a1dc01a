// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QString>
#include <QWidget>

QT_BEGIN_NAMESPACE
class QLineEdit;
class QPushButton;
class QStackedWidget;
QT_END_NAMESPACE

namespace reserve {

class Label;
class SecretStore;
struct Reason;

// A password that is never shown: "Kept in the system keychain", and Replace…. It is kept at once, apart from the
// draft, because it never stands in the store.
class SecretField final : public QWidget
{
    Q_OBJECT

public:
    // The secrets outlive the field; without any it says that passwords cannot be kept.
    SecretField(SecretStore* secrets, const QString& name, const QString& label, QWidget* parent = nullptr);

Q_SIGNALS:
    void done(const QString& sentence);
    void failed(const reserve::Reason& reason);
    // The agent reads it again.
    void replaced();

private:
    void look();
    void showState(const QString& text);
    void beginReplacing();
    void keep();

    SecretStore* m_secrets;
    QString m_name;
    QStackedWidget* m_stack;
    Label* m_state;
    QPushButton* m_replace;
    QLineEdit* m_typed;
};

} // namespace reserve
