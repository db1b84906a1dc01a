// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QFrame>
#include <QList>

QT_BEGIN_NAMESPACE
class QAction;
class QListWidget;
QT_END_NAMESPACE

namespace reserve {

class SearchField;

// Ctrl+K: every command by name. Typed words must all occur, in any order; Enter does the first, Esc closes.
class CommandList final : public QFrame
{
    Q_OBJECT
public:
    explicit CommandList(QWidget* parent);

    // Disabled commands are left out. The actions must outlive the open list.
    void open(const QList<QAction*>& commands);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void filter(const QString& text);
    void run();

    SearchField* m_search;
    QListWidget* m_list;
    QList<QAction*> m_commands;
};

} // namespace reserve
