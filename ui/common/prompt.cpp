// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#include "ui/common/prompt.h"

#include "ui/common/label.h"
#include "ui/theme/consolestyle.h"
#include "ui/theme/metrics.h"

#include <QDialog>
#include <QFileDialog>
#include <QHBoxLayout>
#include <QPushButton>
#include <QVBoxLayout>

namespace reserve {
namespace {

constexpr int dialogWidth = 380;

QDialog* makeQuestion(QWidget* over, const Question& question)
{
    auto* dialog = new QDialog(over);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setWindowModality(Qt::WindowModal);
    dialog->setWindowTitle(question.title);
    dialog->setMinimumWidth(px(dialogWidth));

    auto* layout = new QVBoxLayout(dialog);
    layout->setContentsMargins(u(4), u(4), u(4), u(4));
    layout->setSpacing(u(2));
    auto* title = new Label(question.title, Type::Section);
    title->setWordWrap(true);
    layout->addWidget(title);
    layout->addWidget(Label::paragraph(question.text));

    auto* keep = new QPushButton(question.keep);
    auto* act = new QPushButton(question.act);
    setLook(act, question.destructive ? Look::Danger : Look::Primary);
    keep->setDefault(true);
    auto* buttons = new QHBoxLayout;
    buttons->setContentsMargins(0, u(2), 0, 0);
    buttons->setSpacing(u(3));
    buttons->addStretch(1);
    buttons->addWidget(keep);
    buttons->addWidget(act);
    layout->addLayout(buttons);
    QObject::connect(keep, &QPushButton::clicked, dialog, &QDialog::reject);
    QObject::connect(act, &QPushButton::clicked, dialog, &QDialog::accept);
    keep->setFocus();
    return dialog;
}

void openFileDialog(QWidget* over, const FileChoice& choice, QFileDialog::AcceptMode mode,
                    std::function<void(const QString&)> chosen)
{
    auto* dialog = new QFileDialog(over, choice.title, {}, choice.filter);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(mode);
    dialog->setFileMode(mode == QFileDialog::AcceptOpen ? QFileDialog::ExistingFile : QFileDialog::AnyFile);
    if (!choice.suggested.isEmpty())
        dialog->selectFile(choice.suggested);
    QObject::connect(dialog, &QDialog::finished, over, [dialog, chosen = std::move(chosen)](int result) {
        chosen(result == QDialog::Accepted ? dialog->selectedFiles().value(0) : QString());
    });
    dialog->open();
}

} // namespace

void DialogPrompt::ask(QWidget* over, const Question& question, std::function<void(bool act)> answered)
{
    QDialog* dialog = makeQuestion(over, question);
    QObject::connect(dialog, &QDialog::finished, over,
                     [answered = std::move(answered)](int result) { answered(result == QDialog::Accepted); });
    dialog->open();
}

void DialogPrompt::openFile(QWidget* over, const FileChoice& choice, std::function<void(const QString&)> chosen)
{
    openFileDialog(over, choice, QFileDialog::AcceptOpen, std::move(chosen));
}

void DialogPrompt::saveFile(QWidget* over, const FileChoice& choice, std::function<void(const QString&)> chosen)
{
    openFileDialog(over, choice, QFileDialog::AcceptSave, std::move(chosen));
}

} // namespace reserve
