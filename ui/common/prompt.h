// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QString>

#include <functional>

QT_BEGIN_NAMESPACE
class QWidget;
QT_END_NAMESPACE

namespace reserve {

// A decision that cannot wait or be undone. The title is the question, the text the consequence, buttons are verbs.
struct Question
{
    QString title = {};
    QString text = {};
    QString act = {};  // "Cancel the reservation"
    QString keep = {}; // "Keep it": has the focus, and Esc means it
    bool destructive = false;
};

struct FileChoice
{
    QString title = {};
    QString filter = {};    // "CSV files (*.csv)"
    QString suggested = {}; // file name
};

// The one seam through which the program asks people: windows open without blocking, tests answer beforehand.
// The call back comes at most once, on the GUI thread, and not after `over` is gone; choosing nothing gives an empty
// path.
class Prompt
{
public:
    virtual ~Prompt() = default;

    virtual void ask(QWidget* over, const Question& question, std::function<void(bool act)> answered) = 0;
    virtual void openFile(QWidget* over, const FileChoice& choice, std::function<void(const QString&)> chosen) = 0;
    virtual void saveFile(QWidget* over, const FileChoice& choice, std::function<void(const QString&)> chosen) = 0;
};

class DialogPrompt final : public Prompt
{
public:
    void ask(QWidget* over, const Question& question, std::function<void(bool act)> answered) override;
    void openFile(QWidget* over, const FileChoice& choice, std::function<void(const QString&)> chosen) override;
    void saveFile(QWidget* over, const FileChoice& choice, std::function<void(const QString&)> chosen) override;
};

} // namespace reserve
