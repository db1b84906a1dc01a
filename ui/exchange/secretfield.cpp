// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#include "ui/exchange/secretfield.h"

#include "models/items/whenanswered.h"
#include "models/secrets/secretstore.h"
#include "models/wording/wording.h"
#include "ui/common/label.h"
#include "ui/theme/consolestyle.h"
#include "ui/theme/icons.h"
#include "ui/theme/metrics.h"

#include <QHBoxLayout>
#include <QLineEdit>
#include <QPushButton>
#include <QStackedWidget>

namespace reserve {

SecretField::SecretField(SecretStore* secrets, const QString& name, const QString& label, QWidget* parent)
    : QWidget(parent)
    , m_secrets(secrets)
    , m_name(name)
    , m_stack(new QStackedWidget)
    , m_state(new Label({}, Type::Body, Ink::Secondary))
    , m_replace(new QPushButton(icon(Icon::ThingKey), tr("Replace…")))
    , m_typed(new QLineEdit)
{
    m_replace->setAccessibleName(tr("Replace %1").arg(label));
    m_typed->setEchoMode(QLineEdit::Password);
    m_typed->setAccessibleName(label);
    auto* shown = new QWidget;
    auto* shownLayout = new QHBoxLayout(shown);
    shownLayout->setContentsMargins(0, 0, 0, 0);
    shownLayout->addWidget(m_state, 1);
    shownLayout->addWidget(m_replace);
    auto* typing = new QWidget;
    auto* typingLayout = new QHBoxLayout(typing);
    typingLayout->setContentsMargins(0, 0, 0, 0);
    auto* keepButton = new QPushButton(tr("Keep"));
    auto* cancelButton = new QPushButton(tr("Cancel"));
    typingLayout->addWidget(m_typed, 1);
    typingLayout->addWidget(cancelButton);
    typingLayout->addWidget(keepButton);
    m_stack->addWidget(shown);
    m_stack->addWidget(typing);
    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_stack);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    setFocusProxy(m_replace);
    connect(m_replace, &QPushButton::clicked, this, &SecretField::beginReplacing);
    connect(keepButton, &QPushButton::clicked, this, &SecretField::keep);
    connect(m_typed, &QLineEdit::returnPressed, this, &SecretField::keep);
    connect(cancelButton, &QPushButton::clicked, this, [this] {
        m_typed->clear();
        m_stack->setCurrentIndex(0);
    });
    look();
}

void SecretField::look()
{
    if (!m_secrets) {
        m_replace->setEnabled(false);
        m_replace->setToolTip(tr("This program was started without a place for passwords"));
        return showState(tr("No place for passwords"));
    }
    whenAnswered(m_secrets->read(m_name), this, [this](const Result<SecretString>& secret) {
        if (!secret && secret.error().code() == "secret.missing")
            return showState(tr("Not set"));
        if (!secret)
            return showState(sentence(secret.error()));
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
    m_stack->setCurrentIndex(1);
    m_typed->setFocus();
}

void SecretField::keep()
{
    const QByteArray typed = m_typed->text().toUtf8();
    m_typed->clear();
    m_stack->setCurrentIndex(0);
    if (typed.isEmpty())
        return;
    whenAnswered(m_secrets->write(m_name, SecretString(typed)), this, [this](const Result<void>& written) {
        if (!written) {
            Q_EMIT failed(written.error().reason());
            return;
        }
        look();
        Q_EMIT done(tr("The password is kept."));
        Q_EMIT replaced();
    });
}

} // namespace reserve
