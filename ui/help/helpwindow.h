// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#pragma once

#include "ui/help/manual.h"

#include <QWidget>

QT_BEGIN_NAMESPACE
class QListWidget;
class QTextBrowser;
QT_END_NAMESPACE

namespace reserve {

// The manual in a window of its own: chapters at the side, one chapter to read. Only its own files are shown; a link
// leads to another chapter, never outside.
class HelpWindow final : public QWidget
{
    Q_OBJECT
public:
    explicit HelpWindow(QWidget* parent = nullptr);

    // "monitor", "exchange-admin", ...; an unknown key shows the first chapter.
    void showChapter(const QString& key);

protected:
    void keyPressEvent(QKeyEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    void open(int row);

    QList<ManualChapter> m_chapters;
    QListWidget* m_list;
    QTextBrowser* m_text;
};

} // namespace reserve
