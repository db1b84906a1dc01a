// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#include "ui/calendar/scopequestion.h"

#include "ui/common/formfield.h"
#include "ui/common/label.h"
#include "ui/theme/consolestyle.h"
#include "ui/theme/metrics.h"

#include <QHBoxLayout>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

namespace reserve {

namespace {

constexpr int questionWidth = 420;

} // namespace

ScopeQuestion::ScopeQuestion(const Texts& texts, QWidget* over)
    : QDialog(over)
{
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowModality(Qt::WindowModal);
    setWindowTitle(texts.title);
    setMinimumWidth(px(questionWidth));
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(u(4), u(4), u(4), u(4));
    layout->setSpacing(u(3));
    auto* title = new Label(texts.title, Type::Section);
    title->setWordWrap(true);
    layout->addLayout(FormField::inLine(title));
    layout->addLayout(FormField::inLine(Label::paragraph(texts.text)));
    if (!texts.whyLabel.isEmpty()) {
        m_why = new QLineEdit;
        layout->addWidget(new FormField(texts.whyLabel, m_why));
    }
    auto* keep = new QPushButton(texts.keep);
    keep->setDefault(true);
    connect(keep, &QPushButton::clicked, this, &QDialog::reject);
    auto* buttons = new QHBoxLayout;
    buttons->setSpacing(u(3));
    buttons->addStretch(1);
    buttons->addWidget(keep);
    buttons->addWidget(choice(texts.once, BookingScope::ThisDate, texts.destructive));
    if (!texts.whole.isEmpty())
        buttons->addWidget(choice(texts.whole, BookingScope::Whole, texts.destructive));
    buttons->addSpacing(FormField::trailingRoom());
    layout->addLayout(buttons);
    keep->setFocus();
}

QPushButton* ScopeQuestion::choice(const QString& text, BookingScope scope, bool destructive)
{
    auto* button = new QPushButton(text);
    setLook(button, destructive ? Look::Danger : Look::Plain);
    connect(button, &QPushButton::clicked, this, [this, scope] {
        Q_EMIT answered(scope, m_why ? m_why->text().trimmed() : QString());
        accept();
    });
    return button;
}

} // namespace reserve
