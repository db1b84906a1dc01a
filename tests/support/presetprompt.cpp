// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#include "tests/support/presetprompt.h"

namespace reserve {

void PresetPrompt::ask(QWidget*, const Question& question, std::function<void(bool act)> answered)
{
    m_asked.append(question);
    answered(!m_answers.isEmpty() && m_answers.takeFirst());
}

void PresetPrompt::openFile(QWidget*, const FileChoice& choice, std::function<void(const QString&)> chosen)
{
    m_choices.append(choice);
    chosen(m_paths.isEmpty() ? QString() : m_paths.takeFirst());
}

void PresetPrompt::saveFile(QWidget* over, const FileChoice& choice, std::function<void(const QString&)> chosen)
{
    openFile(over, choice, std::move(chosen));
}

} // namespace reserve
