// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QObject>
#include <QTimer>

namespace reserve {

class MainWindow;
class ShellStatusWatcher;
class Store;

// Keeps the status strip and the site's name in the rail true: what the watcher reads from the store, put into words,
// and the time of day. Owned by the console window; GUI thread.
class StatusFeed final : public QObject
{
    Q_OBJECT
public:
    StatusFeed(Store& store, const ShellStatusWatcher& watcher, MainWindow& window);

private:
    void update();
    void readSite();
    QString storeText() const;

    Store& m_store;
    MainWindow& m_window;
    const ShellStatusWatcher& m_watcher;
    QTimer m_minute;
    QByteArray m_zone;
};

} // namespace reserve
