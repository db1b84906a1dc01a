// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#pragma once

#include "ui/shell/pageid.h"

#include <QDate>
#include <QPoint>
#include <QSize>
#include <QWidget>

#include <functional>
#include <memory>
#include <optional>

namespace reserve {

class CalendarPage;
class ExchangeAdminPage;
class HelpWindow;
class MainWindow;
class MonitorPage;
class PeoplePage;
class SecretStore;
class ShellStatusWatcher;
class StatusFeed;
class Store;
struct Reason;
class ThemeSwitch;

// The main window with its pages, and the ways between them: from a reservation to its message and back, from a person
// to the calendar, from every page to its chapter of the manual. Store and secrets outlive it.
class ConsoleWindow final
{
public:
    ConsoleWindow(ThemeSwitch& themeSwitch, Store& store, SecretStore& secrets);
    ~ConsoleWindow();

    // Place and page of the last time, unless the command line names others.
    void restore(std::optional<PageId> page, QSize size);
    void showDate(QDate date);
    // Somebody wants this console's own agent to run.
    void onAgentWanted(QObject* context, std::function<void()> start);
    // Why it does not run.
    void tellAgentTrouble(const Reason& reason);
    // Where the Practice Exchange is; empty: it does not run. Somebody looks for its switches.
    void setPractice(const QString& place);
    void onPracticeWanted(QObject* context, std::function<void(const QPoint& place)> show);
    // It is to run.
    void onPracticeStart(QObject* context, std::function<void()> start);
    void showChapter(const QString& chapter);
    void show();
    QWidget* get() const;

private:
    void connectPages();
    void showAdmin(int tab); // ExchangeAdminPage::Tab
    void addHelp();

    std::unique_ptr<ShellStatusWatcher> m_status; // of all pages
    std::unique_ptr<MainWindow> m_window;
    CalendarPage* m_calendar;
    MonitorPage* m_monitor;
    ExchangeAdminPage* m_admin;
    PeoplePage* m_people;
    std::unique_ptr<HelpWindow> m_help;
    std::unique_ptr<StatusFeed> m_feed;
};

} // namespace reserve
