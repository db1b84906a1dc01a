// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#include "ui/exchange/secretfield.h"

#include "models/items/filework.h"
#include "models/items/whenanswered.h"
#include "models/secrets/certificates.h"
#include "models/secrets/secretstore.h"
#include "models/wording/wording.h"
#include "ui/common/label.h"
#include "ui/common/prompt.h"
#include "ui/theme/consolestyle.h"
#include "ui/theme/icons.h"
#include "ui/theme/metrics.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLineEdit>
#include <QPushButton>
#include <QStackedWidget>

namespace reserve {

SecretField::SecretField(SecretStore* secrets, const QString& name, const QString& label, QWidget* parent)
    : QWidget(parent)
    , m_secrets(secrets)
    , m_name(name)
    , m_label(label)
    , m_stack(new QStackedWidget)
    , m_state(new Label({}, Type::Body, Ink::Secondary))
    , m_replace(new QPushButton(icon(Icon::ThingKey), tr("Replace…")))
    , m_typed(new QLineEdit)
    , m_keep(new QPushButton(tr("Keep")))
{
    m_replace->setAccessibleName(tr("Replace %1").arg(label));
    m_stack->addWidget(makeShown());
    m_stack->addWidget(makeTyping(label));
    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_stack);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    setFocusProxy(m_replace);
    connect(m_replace, &QPushButton::clicked, this, &SecretField::beginReplacing);
    connect(m_keep, &QPushButton::clicked, this, &SecretField::keep);
    connect(m_typed, &QLineEdit::returnPressed, this, &SecretField::keep);
    if (m_secrets)
        return;
    m_replace->setEnabled(false);
    m_replace->setToolTip(tr("This program was started without a place for passwords"));
    showState(tr("No place for passwords"));
}

void SecretField::setSecret(const QString& name)
{
    if (name == m_name)
        return;
    m_name = name;
    m_typed->clear();
    m_stack->setCurrentIndex(0);
    Q_EMIT troubled({});
    if (m_secrets && isVisible())
        look();
}

void SecretField::takeKeyFiles(Prompt& prompt)
{
    m_prompt = &prompt;
    m_replace->setText(tr("Choose file…"));
    m_replace->setAccessibleName(tr("Choose a file for %1").arg(m_label));
}

QWidget* SecretField::makeShown()
{
    auto* shown = new QWidget;
    auto* layout = new QHBoxLayout(shown);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_state, 1);
    layout->addWidget(m_replace);
    return shown;
}

QWidget* SecretField::makeTyping(const QString& label)
{
    m_typed->setEchoMode(QLineEdit::Password);
    m_typed->setAccessibleName(label);
    auto* typing = new QWidget;
    auto* layout = new QHBoxLayout(typing);
    layout->setContentsMargins(0, 0, 0, 0);
    auto* cancel = new QPushButton(tr("Cancel"));
    layout->addWidget(m_typed, 1);
    layout->addWidget(cancel);
    layout->addWidget(m_keep);
    connect(cancel, &QPushButton::clicked, this, &SecretField::endTyping);
    return typing;
}

bool SecretField::isTyping() const
{
    return m_stack->currentIndex() == 1;
}

void SecretField::showEvent(QShowEvent* event)
{
    QWidget::showEvent(event);
    if (m_secrets && !isTyping())
        look();
}

void SecretField::keyPressEvent(QKeyEvent* event)
{
    if (event->key() == Qt::Key_Escape && isTyping())
        return endTyping();
    QWidget::keyPressEvent(event);
}

void SecretField::look()
{
    if (m_name.isEmpty())
        return;
    showState(tr("The place for passwords is being asked."));
    whenAnswered(m_secrets->read(m_name), this, [this, name = m_name](const Result<SecretString>& secret) {
        if (name != m_name)
            return;
        const bool isMissing = !secret && secret.error().code() == "secret.missing";
        Q_EMIT troubled(secret || isMissing ? QString() : sentence(secret.error()));
        if (isMissing)
            showState(tr("Not set"));
        else if (!secret)
            showState(tr("Not known"));
        else
            showState(m_secrets->folder().isEmpty() ? tr("Kept in the system keychain")
                                                    : tr("Kept in %1").arg(m_secrets->folder()));
    });
}

void SecretField::showState(const QString& text)
{
    m_state->setText(text);
    m_replace->setAccessibleDescription(text);
}

void SecretField::beginReplacing()
{
    if (m_prompt)
        return chooseKeyFile();
    m_stack->setCurrentIndex(1);
    m_typed->setFocus();
}

void SecretField::endTyping()
{
    m_typed->clear();
    m_stack->setCurrentIndex(0);
    m_replace->setFocus();
    look();
}

void SecretField::keep()
{
    const QByteArray typed = m_typed->text().toUtf8();
    if (typed.isEmpty())
        return endTyping();
    write(SecretString(typed));
}

void SecretField::write(const SecretString& secret)
{
    m_typed->setEnabled(false);
    m_keep->setEnabled(false);
    m_replace->setEnabled(false);
    whenAnswered(m_secrets->write(m_name, secret), this, [this, name = m_name](const Result<void>& written) {
        m_typed->setEnabled(true);
        m_keep->setEnabled(true);
        m_replace->setEnabled(true);
        if (written) {
            Q_EMIT done(tr("%1 is kept.").arg(m_label));
            Q_EMIT replaced();
        }
        if (name != m_name)
            return;
        if (!written) {
            m_typed->setFocus();
            Q_EMIT troubled(sentence(written.error()));
            return;
        }
        endTyping();
    });
}

void SecretField::chooseKeyFile()
{
    m_prompt->openFile(this, {tr("Choose a private key"), tr("Private keys (*.pem *.key);;All files (*)"), {}},
                       [this, name = m_name](const QString& path) {
                           if (path.isEmpty() || name != m_name)
                               return;
                           whenAnswered(readWholeFile(path), this, [this, name](const Result<QByteArray>& bytes) {
                               if (name != m_name)
                                   return;
                               const auto key
                                   = bytes ? privateKeyOf(*bytes) : Result<SecretString>(failure(bytes.error()));
                               if (key)
                                   write(*key);
                               else
                                   Q_EMIT troubled(sentence(key.error()));
                           });
                       });
}

} // namespace reserve
