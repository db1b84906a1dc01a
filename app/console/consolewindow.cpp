// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#include "app/console/consolewindow.h"

#include "app/console/statusfeed.h"
#include "models/items/draftkeeper.h"
#include "models/items/shellstatuswatcher.h"
#include "models/secrets/secretstore.h"
#include "models/store/store.h"
#include "ui/calendar/calendarpage.h"
#include "ui/exchange/agentform.h"
#include "ui/exchange/exchangeadminpage.h"
#include "ui/help/helpwindow.h"
#include "ui/monitor/monitorpage.h"
#include "ui/people/peoplepage.h"
#include "ui/shell/mainwindow.h"

#include <QAction>
#include <QCoreApplication>

namespace reserve {

ConsoleWindow::ConsoleWindow(ThemeSwitch& themeSwitch, Store& store, SecretStore& secrets)
    : m_status(std::make_unique<ShellStatusWatcher>(store))
    , m_window(std::make_unique<MainWindow>(themeSwitch))
    , m_calendar(new CalendarPage(store))
    , m_monitor(new MonitorPage(store, *m_status))
    , m_admin(new ExchangeAdminPage(store, *m_status, &secrets))
    , m_people(new PeoplePage(store))
{
    m_admin->keepDraftIn(DraftKeeper::fileFor(store.location().file()));
    m_window->addPage(PageId::Calendar, m_calendar);
    m_window->addPage(PageId::Monitor, m_monitor);
    m_window->addPage(PageId::ExchangeAdmin, m_admin);
    m_window->addPage(PageId::People, m_people);
    connectPages();
    addHelp();
    m_feed = std::make_unique<StatusFeed>(store, *m_status, *m_window);
}

ConsoleWindow::~ConsoleWindow() = default;

void ConsoleWindow::connectPages()
{
    MainWindow* window = m_window.get();
    QObject::connect(m_calendar, &CalendarPage::traceWanted, window, [this](TraceId id) {
        m_window->showPage(PageId::Monitor);
        m_monitor->showTrace(id);
    });
    QObject::connect(m_calendar, &CalendarPage::spacesWanted, window,
                     [this] { m_window->showPage(PageId::ExchangeAdmin); });
    QObject::connect(m_monitor, &MonitorPage::showReservationRequested, window, [this](ReservationId id) {
        m_window->showPage(PageId::Calendar);
        m_calendar->showReservation(id);
    });
    QObject::connect(m_monitor, &MonitorPage::exchangeAdminRequested, window,
                     [this] { showAdmin(ExchangeAdminPage::AgentTab); });
    QObject::connect(m_admin, &ExchangeAdminPage::showTraceRequested, window, [this](TraceId id) {
        m_window->showPage(PageId::Monitor);
        m_monitor->showTrace(id);
    });
    QObject::connect(m_people, &PeoplePage::showPersonCalendar, window, [this](PersonId id) {
        m_window->showPage(PageId::Calendar);
        m_calendar->showPerson(id);
    });
    QObject::connect(window, &MainWindow::agentRequested, window, [this] { showAdmin(ExchangeAdminPage::AgentTab); });
    QObject::connect(window, &MainWindow::serversRequested, window,
                     [this] { showAdmin(ExchangeAdminPage::ServersTab); });
    QObject::connect(window, &MainWindow::settingsRequested, window,
                     [this] { showAdmin(ExchangeAdminPage::SettingsTab); });
}

void ConsoleWindow::showAdmin(int tab)
{
    m_window->showPage(PageId::ExchangeAdmin);
    m_admin->showTab(ExchangeAdminPage::Tab(tab));
}

void ConsoleWindow::addHelp()
{
    auto* help = new QAction(QCoreApplication::translate("ConsoleWindow", "Help"), m_window.get());
    help->setShortcut(QKeySequence::HelpContents);
    QObject::connect(help, &QAction::triggered, m_window.get(), [this] {
        const auto page = m_window->currentPage();
        showChapter(page ? pageKey(*page) : QString());
    });
    m_window->addProgramAction(help, Icon::NavHelp);
    auto* keys = new QAction(QCoreApplication::translate("ConsoleWindow", "Keyboard shortcuts"), m_window.get());
    keys->setShortcut(Qt::CTRL | Qt::Key_Slash);
    QObject::connect(keys, &QAction::triggered, m_window.get(), [this] { showChapter(QStringLiteral("keyboard")); });
    m_window->addProgramAction(keys);
}

void ConsoleWindow::showChapter(const QString& chapter)
{
    if (!m_help)
        m_help = std::make_unique<HelpWindow>();
    m_help->showChapter(chapter);
    m_help->show();
    m_help->raise();
    m_help->activateWindow();
}

void ConsoleWindow::restore(std::optional<PageId> page, QSize size)
{
    m_window->restorePlace();
    if (size.isValid()) {
        m_window->setWindowState(Qt::WindowNoState);
        m_window->resize(size);
    }
    if (page)
        m_window->showPage(*page);
}

void ConsoleWindow::showDate(QDate date)
{
    m_calendar->showDate(date);
}

void ConsoleWindow::onAgentWanted(QObject* context, std::function<void()> start)
{
    QObject::connect(m_admin, &ExchangeAdminPage::ownAgentRequested, context, std::move(start));
}

void ConsoleWindow::tellAgentTrouble(const Reason& reason)
{
    m_admin->agent()->setTrouble(reason);
}

void ConsoleWindow::setPractice(const QString& place)
{
    m_window->setPractice(place);
    m_status->setPracticeRuns(!place.isEmpty());
}

void ConsoleWindow::onPracticeStart(QObject* context, std::function<void()> start)
{
    QObject::connect(m_admin, &ExchangeAdminPage::practiceStartRequested, context, std::move(start));
}

void ConsoleWindow::onPracticeWanted(QObject* context, std::function<void(const QPoint&)> show)
{
    QObject::connect(m_window.get(), &MainWindow::practiceRequested, context, std::move(show));
}

void ConsoleWindow::show()
{
    m_window->show();
}

QWidget* ConsoleWindow::get() const
{
    return m_window.get();
}

} // namespace reserve
