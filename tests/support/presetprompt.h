// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#pragma once

#include "ui/common/prompt.h"

#include <QList>
#include <QStringList>

namespace reserve {

// Answers beforehand, and remembers what was asked. Without a preset answer the safe one is given.
class PresetPrompt final : public Prompt
{
public:
    void answerNext(bool act) { m_answers.append(act); }
    void chooseNext(const QString& path) { m_paths.append(path); }

    const QList<Question>& asked() const { return m_asked; }
    const QList<FileChoice>& choices() const { return m_choices; }

    void ask(QWidget* over, const Question& question, std::function<void(bool act)> answered) override;
    void openFile(QWidget* over, const FileChoice& choice, std::function<void(const QString&)> chosen) override;
    void saveFile(QWidget* over, const FileChoice& choice, std::function<void(const QString&)> chosen) override;

private:
    QList<bool> m_answers;
    QStringList m_paths;
    QList<Question> m_asked;
    QList<FileChoice> m_choices;
};

} // namespace reserve
