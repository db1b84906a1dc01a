// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#pragma once

#include "ui/shell/pageid.h"
#include "ui/shell/rail.h"
#include "ui/shell/statusstrip.h"

#include <QList>
#include <QMainWindow>
#include <QMap>

#include <functional>
#include <optional>

QT_BEGIN_NAMESPACE
class QMenu;
class QStackedWidget;
QT_END_NAMESPACE

namespace reserve {

class CommandList;
class Page;
class ThemeSwitch;
class Toast;

// The window: rail, the page in front, status strip. Knows no model; pages and status are given to it. What belongs
// to the program rather than to a page is added with addProgramAction() and appears in the menu, in the command list
// and, with an icon of the family, at the foot of the rail.
class MainWindow final : public QMainWindow
{
    Q_OBJECT
public:
    explicit MainWindow(ThemeSwitch& themeSwitch, QWidget* parent = nullptr);
    ~MainWindow() override;

    // In the order of PageId, whatever the order of the calls. Owned by the window.
    void addPage(PageId id, Page* page);
    Page* page(PageId id) const;
    QList<PageId> pages() const;
    std::optional<PageId> currentPage() const;

    void setSiteName(const QString& name);
    // The card at the foot of the rail; an empty text takes it away.
    void setPractice(const QString& text);
    void addProgramAction(QAction* action, std::optional<Icon> railIcon = std::nullopt);

    Rail* rail() const { return m_rail; }
    StatusStrip* statusStrip() const { return m_strip; }
    bool isRailNarrow() const;

    // Also says it again through Help > Recent messages.
    void tell(const QString& sentence, std::function<void()> undo = {});

    // Place, size, narrow rail, look and page of the last time, in the user's own settings.
    void restorePlace();

public Q_SLOTS:
    void showPage(reserve::PageId id);
    void setStatus(const reserve::StripStatus& status);

Q_SIGNALS:
    void pageShown(reserve::PageId id);
    // The status segment "store" and the time zone lead here; whoever has a settings window opens it.
    void settingsRequested();
    // The agent's part of the page is wanted: followed after the page is shown.
    void agentRequested();
    // A server is to be looked after.
    void serversRequested();
    // `place`: on the screen, where its switches may open.
    void practiceRequested(const QPoint& place);

protected:
    void resizeEvent(QResizeEvent* event) override;
    void closeEvent(QCloseEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    struct Entry
    {
        Page* page;
        QAction* action;
    };

    struct RailAction
    {
        QAction* action;
        Icon icon;
    };

    void makeActions();
    QAction* makeAction(const QString& text, const QList<QKeySequence>& keys, void (MainWindow::*call)());
    void makeLookMenu();
    void fillMenu();
    void showMenu();
    void showCommands();
    void toggleRail();
    void nextRegion() { cycleRegion(1); }
    void previousRegion() { cycleRegion(-1); }
    void cycleRegion(int by);
    QList<QWidget*> regions() const;
    void focusFilter();
    void watchPage(Page* page);
    void updateRail();
    void updateRailFoot();
    void updateRailWidth(Rail::Motion motion);
    void updateTitle();
    void remember(const QString& sentence);
    void savePlace() const;
    void followSegment(StatusStrip::Segment segment);
    void followFoot(int index);

    ThemeSwitch& m_themeSwitch;
    Rail* m_rail;
    QStackedWidget* m_stack;
    StatusStrip* m_strip;
    Toast* m_toast;
    CommandList* m_commands;
    QMenu* m_menu;
    QMenu* m_pageMenu;
    QMenu* m_goMenu;
    QMenu* m_lookMenu;
    QMenu* m_recentMenu;
    QMap<PageId, Entry> m_pages;
    QList<QAction*> m_windowActions;
    QList<QAction*> m_programActions;
    QList<RailAction> m_railActions;
    std::optional<bool> m_narrowWish; // empty: by width
};

} // namespace reserve
