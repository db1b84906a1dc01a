// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QObject>

QT_BEGIN_NAMESPACE
class QTableView;
QT_END_NAMESPACE

namespace reserve {

// What a table does when rows come in at its top: while following it shows them, else what is on screen stays where it
// is, to the row. Who scrolls down, or goes down by the keyboard, wants to read and follows no more. Sorted otherwise
// than newest first there is nothing to follow, and a new order begins at its top. Owned by the table.
class FeedScroll final : public QObject
{
    Q_OBJECT

public:
    explicit FeedScroll(QTableView* table);

    bool isFollowing() const { return m_following; }
    void setFollowing(bool following);
    // The list is being sorted anew.
    void startOver(bool newestFirst);

Q_SIGNALS:
    void released();

private:
    void rowsCame(int first, int last);

    QTableView* m_table;
    bool m_following = true;
    bool m_newestFirst = true;
    bool m_startsOver = false; // until the new order is there
};

} // namespace reserve
