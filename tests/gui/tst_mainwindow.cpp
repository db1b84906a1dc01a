// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#include "tests/support/accessibilitysweep.h"
#include "ui/common/firstplace.h"
#include "ui/common/page.h"
#include "ui/common/pagehead.h"
#include "ui/common/searchfield.h"
#include "ui/shell/commandlist.h"
#include "ui/shell/mainwindow.h"
#include "ui/shell/rail.h"
#include "ui/theme/metrics.h"
#include "ui/theme/themeswitch.h"

#include <QAction>
#include <QApplication>
#include <QListWidget>
#include <QMenu>
#include <QPushButton>
#include <QScreen>
#include <QSettings>
#include <QSignalSpy>
#include <QTest>
#include <QVBoxLayout>

#include <memory>

using namespace reserve;

namespace {

class TestPage final : public Page
{
public:
    explicit TestPage(const QString& title)
        : Page(title)
        , search(new SearchField(QStringLiteral("Filter %1").arg(title)))
        , body(new QPushButton(QStringLiteral("Body of %1").arg(title)))
    {
        head()->addControl(search);
        Page::body()->addWidget(body);
        auto* command = new QAction(QStringLiteral("Do in %1").arg(title), this);
        addAction(command);
        connect(command, &QAction::triggered, this, [this] { ++commands; });
    }

    void activate() override { ++activated; }
    void deactivate() override { ++deactivated; }
    QList<QWidget*> regions() const override { return {head(), body}; }
    QWidget* filterField() const override { return search; }
    bool escape() override { return ++escapes > 0; }

    using Page::setChanges;
    using Page::setProblems;

    SearchField* search;
    QPushButton* body;
    int activated = 0;
    int deactivated = 0;
    int commands = 0;
    int escapes = 0;
};

StripStatus listening()
{
    StripStatus status;
    status.agent = AgentSign::Listening;
    status.address = QStringLiteral("127.0.0.1:8025");
    status.inbox = 0;
    status.outbox = 3;
    status.oldest = QStringLiteral("4 min");
    status.nextTry = QStringLiteral("10:52");
    status.store = QStringLiteral("This desk (SQLite)");
    status.zone = QStringLiteral("Europe/Berlin");
    status.time = QStringLiteral("10:47");
    return status;
}

QString railName(const MainWindow& window, int index)
{
    return window.rail()->item(index).name;
}

} // namespace

class MainWindowTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanup();
    void onlyPagesThatExistAreListed();
    void numbersOpenPages();
    void railWorksByKeyboardAndMouse();
    void badgesStandInTheName();
    void titleTellsPageAndChanges();
    void railShrinks();
    void regionsCycle();
    void filterKeyFindsTheFilter();
    void escapeReachesThePage();
    void statusSegmentsLeadSomewhere();
    void statusDropsSegmentsWhenNarrow();
    void commandListFindsAndRuns();
    void menuHoldsEverything();
    void toastsAreKept();
    void practiceCardComesAndGoes();
    void placeIsRemembered();
    void theFirstWindowFitsItsScreen();
    void everythingHasAName();

private:
    std::unique_ptr<ThemeSwitch> m_switch;
    std::unique_ptr<MainWindow> m_window;
    TestPage* m_people = nullptr;
    TestPage* m_calendar = nullptr;
};

void MainWindowTest::initTestCase()
{
    QApplication::setOrganizationName(QStringLiteral("reserve-test"));
    QApplication::setApplicationName(QStringLiteral("tst_mainwindow"));
    m_switch = std::make_unique<ThemeSwitch>(*qApp);
    m_switch->setAppearance(Appearance::Light);
}

void MainWindowTest::init()
{
    QSettings().clear();
    m_window = std::make_unique<MainWindow>(*m_switch);
    m_people = new TestPage(QStringLiteral("People"));
    m_calendar = new TestPage(QStringLiteral("Calendar"));
    m_window->addPage(PageId::People, m_people);
    m_window->addPage(PageId::Calendar, m_calendar);
    m_window->showPage(PageId::Calendar);
    m_window->setStatus(listening());
    m_window->show();
    QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
}

void MainWindowTest::cleanup()
{
    m_window.reset();
}

void MainWindowTest::onlyPagesThatExistAreListed()
{
    QCOMPARE(m_window->pages(), (QList<PageId>{PageId::Calendar, PageId::People}));
    QCOMPARE(railName(*m_window, 0), QStringLiteral("Calendar"));
    QCOMPARE(railName(*m_window, 1), QStringLiteral("People"));
    QVERIFY(!accessibleNames(m_window.get()).contains(QStringLiteral("Meeting Test")));
    QCOMPARE(pageFromKey(QStringLiteral("exchange-admin")), std::optional(PageId::ExchangeAdmin));
    QCOMPARE(pageFromKey(QStringLiteral("nowhere")), std::nullopt);
}

void MainWindowTest::numbersOpenPages()
{
    QSignalSpy shown(m_window.get(), &MainWindow::pageShown);
    QTest::keyClick(m_window.get(), Qt::Key_4, Qt::ControlModifier);
    QCOMPARE(m_window->currentPage(), std::optional(PageId::People));
    QCOMPARE(m_calendar->deactivated, 1);
    QVERIFY(m_people->activated > 0);
    QTest::keyClick(m_window.get(), Qt::Key_5, Qt::ControlModifier);
    QCOMPARE(m_window->currentPage(), std::optional(PageId::People));
    QTest::keyClick(m_window.get(), Qt::Key_1, Qt::ControlModifier);
    QCOMPARE(m_window->currentPage(), std::optional(PageId::Calendar));
    QCOMPARE(shown.count(), 2);
}

void MainWindowTest::railWorksByKeyboardAndMouse()
{
    Rail* rail = m_window->rail();
    QTest::mouseClick(rail, Qt::LeftButton, {}, rail->item(1).rect.center());
    QCOMPARE(m_window->currentPage(), std::optional(PageId::People));
    QVERIFY(rail->item(1).checked);
    rail->setFocus(Qt::TabFocusReason);
    QTest::keyClick(rail, Qt::Key_Up);
    QTest::keyClick(rail, Qt::Key_Return);
    QCOMPARE(m_window->currentPage(), std::optional(PageId::Calendar));
}

void MainWindowTest::badgesStandInTheName()
{
    m_people->setProblems(1);
    QCOMPARE(railName(*m_window, 1), QStringLiteral("People, 1 problem"));
    m_people->setProblems(4);
    QCOMPARE(railName(*m_window, 1), QStringLiteral("People, 4 problems"));
    m_people->setProblems(0);
    m_people->setChanges(3);
    QCOMPARE(railName(*m_window, 1), QStringLiteral("People, 3 changes not applied"));
    m_people->setChanges(0);
    QCOMPARE(railName(*m_window, 1), QStringLiteral("People"));
}

void MainWindowTest::titleTellsPageAndChanges()
{
    QCOMPARE(m_window->windowTitle(), QStringLiteral("Calendar[*] – Reserve Console"));
    QVERIFY(!m_window->isWindowModified());
    m_people->setChanges(1);
    QVERIFY(m_window->isWindowModified());
    m_window->showPage(PageId::People);
    QCOMPARE(m_window->windowTitle(), QStringLiteral("People[*] – Reserve Console"));
    m_people->setChanges(0);
    QVERIFY(!m_window->isWindowModified());
}

void MainWindowTest::railShrinks()
{
    QVERIFY(!m_window->isRailNarrow());
    QTRY_COMPARE(m_window->rail()->width(), px(design::railWide));
    m_window->resize(1100, 700);
    QTRY_VERIFY(m_window->isRailNarrow());
    QTRY_COMPARE(m_window->rail()->width(), px(design::railThin));
    QCOMPARE(m_window->rail()->item(0).toolTip, QStringLiteral("Calendar"));
    m_window->resize(1440, 900);
    QTRY_VERIFY(!m_window->isRailNarrow());
    QTest::keyClick(m_window.get(), Qt::Key_B, Qt::ControlModifier);
    QVERIFY(m_window->isRailNarrow());
    QTest::keyClick(m_window.get(), Qt::Key_B, Qt::ControlModifier);
    QVERIFY(!m_window->isRailNarrow());
}

void MainWindowTest::regionsCycle()
{
    m_window->rail()->setFocus();
    const auto next = [this](Qt::KeyboardModifiers modifiers) {
        QTest::keyClick(m_window.get(), Qt::Key_F6, modifiers);
        return QApplication::focusWidget();
    };
    QCOMPARE(next({}), m_calendar->search);
    QCOMPARE(next({}), m_calendar->body);
    QCOMPARE(next({}), static_cast<QWidget*>(m_window->statusStrip()));
    QCOMPARE(next({}), m_window->rail());
    QCOMPARE(next(Qt::ShiftModifier), m_window->statusStrip());
    QCOMPARE(next(Qt::ShiftModifier), m_calendar->body);
}

void MainWindowTest::filterKeyFindsTheFilter()
{
    m_calendar->body->setFocus();
    QTest::keyClick(m_calendar->body, Qt::Key_Slash);
    QCOMPARE(QApplication::focusWidget(), m_calendar->search);
    QTest::keyClick(m_calendar->search, Qt::Key_Slash);
    QCOMPARE(m_calendar->search->text(), QStringLiteral("/"));
    m_calendar->body->setFocus();
    QTest::keyClick(m_calendar->body, Qt::Key_F, Qt::ControlModifier);
    QCOMPARE(QApplication::focusWidget(), m_calendar->search);
}

void MainWindowTest::escapeReachesThePage()
{
    m_calendar->body->setFocus();
    QTest::keyClick(m_calendar->body, Qt::Key_Escape);
    QCOMPARE(m_calendar->escapes, 1);
}

void MainWindowTest::statusSegmentsLeadSomewhere()
{
    auto* monitor = new TestPage(QStringLiteral("Monitor"));
    m_window->addPage(PageId::Monitor, monitor);
    StatusStrip* strip = m_window->statusStrip();
    QStringList names;
    int outbox = -1;
    int store = -1;
    for (int index = 0; index < strip->itemCount(); ++index) {
        names << strip->item(index).name;
        if (names.last().startsWith(QLatin1String("Outbox")))
            outbox = index;
        if (names.last().startsWith(QLatin1String("Store")))
            store = index;
    }
    QCOMPARE(names.first(), QStringLiteral("Agent listening"));
    QVERIFY(names.contains(QStringLiteral("Outbox 3 waiting, oldest 4 min")));
    QVERIFY(names.contains(QStringLiteral("Inbox, 0 not yet decided")));
    StripStatus troubled = listening();
    troubled.server = QStringLiteral("Cloud: Secret missing");
    m_window->setStatus(troubled);
    QSignalSpy servers(m_window.get(), &MainWindow::serversRequested);
    for (int index = 0; index < strip->itemCount(); ++index) {
        if (strip->item(index).name == troubled.server)
            strip->activateItem(index);
    }
    QCOMPARE(servers.count(), 1);
    m_window->setStatus(listening());
    QSignalSpy settings(m_window.get(), &MainWindow::settingsRequested);
    strip->activateItem(store);
    QCOMPARE(settings.count(), 1);
    strip->activateItem(outbox);
    QCOMPARE(m_window->currentPage(), std::optional(PageId::Monitor));
}

void MainWindowTest::statusDropsSegmentsWhenNarrow()
{
    StatusStrip strip;
    strip.setStatus(listening());
    const auto visible = [&strip] {
        QStringList names;
        for (int index = 0; index < strip.itemCount(); ++index) {
            if (!strip.item(index).rect.isEmpty())
                names << strip.item(index).name;
        }
        return names;
    };
    strip.resize(1200, strip.height());
    strip.show();
    const qsizetype all = visible().size();
    QVERIFY(visible().contains(QStringLiteral("Next try 10:52")));
    strip.resize(strip.item(strip.itemCount() - 1).rect.width() + 620, strip.height());
    QVERIFY(visible().size() < all);
    QVERIFY(!visible().contains(QStringLiteral("Next try 10:52")));
    strip.resize(160, strip.height());
    QCOMPARE(visible(), QStringList{QStringLiteral("Agent listening")});

    StripStatus broken = listening();
    broken.agent = AgentSign::CannotListen;
    broken.agentRemark = QStringLiteral("Port 8025 is held by smtpd.");
    strip.setStatus(broken);
    QCOMPARE(strip.item(0).name, QStringLiteral("Agent cannot listen"));
    QCOMPARE(strip.item(0).description, QStringLiteral("Port 8025 is held by smtpd."));
}

void MainWindowTest::commandListFindsAndRuns()
{
    QTest::keyClick(m_window.get(), Qt::Key_K, Qt::ControlModifier);
    auto* commands = m_window->findChild<CommandList*>();
    QTRY_VERIFY(commands->isVisible());
    auto* list = commands->findChild<QListWidget*>();
    auto* search = commands->findChild<SearchField*>();
    QVERIFY(list->count() > 8);
    QTest::keyClicks(search, QStringLiteral("calen do"));
    QCOMPARE(list->count(), 1);
    QTest::keyClick(search, Qt::Key_Return);
    QCOMPARE(m_calendar->commands, 1);
    QVERIFY(!commands->isVisible());
}

void MainWindowTest::menuHoldsEverything()
{
    auto* help = new QAction(QStringLiteral("Help"), m_window.get());
    help->setShortcut(QKeySequence(Qt::Key_F1));
    m_window->addProgramAction(help, Icon::NavHelp);
    QSignalSpy helped(help, &QAction::triggered);
    Rail* rail = m_window->rail();
    QCOMPARE(railName(*m_window, 2), QStringLiteral("Help"));
    QCOMPARE(railName(*m_window, 3), QStringLiteral("Menu"));
    rail->activateItem(2);
    QCOMPARE(helped.count(), 1);

    for (int turn = 0; turn < 2; ++turn) {
        QTest::keyClick(m_window.get(), Qt::Key_F10);
        auto* menu = qobject_cast<QMenu*>(QApplication::activePopupWidget());
        QVERIFY(menu);
        QStringList texts;
        for (const QAction* action : menu->actions())
            texts << action->text();
        for (const char* expected : {"Calendar", "Go to", "Look", "Recent messages", "Help", "Quit"})
            QCOMPARE(texts.count(QLatin1String(expected)), 1);
        menu->close();
    }
}

void MainWindowTest::toastsAreKept()
{
    m_window->tell(QStringLiteral("Moved to CR9 Lyra."));
    for (int turn = 0; turn < 25; ++turn)
        Q_EMIT m_calendar->done(QStringLiteral("Message %1").arg(turn));
    QTest::keyClick(m_window.get(), Qt::Key_F10);
    auto* menu = qobject_cast<QMenu*>(QApplication::activePopupWidget());
    QVERIFY(menu);
    QMenu* recent = nullptr;
    for (QAction* action : menu->actions()) {
        if (action->text() == QStringLiteral("Recent messages"))
            recent = action->menu();
    }
    QVERIFY(recent);
    QCOMPARE(recent->actions().size(), 20);
    QVERIFY(recent->actions().first()->text().endsWith(QStringLiteral("Message 24")));
    menu->close();
}

void MainWindowTest::practiceCardComesAndGoes()
{
    const int before = m_window->rail()->itemCount();
    m_window->setPractice(QStringLiteral("On, for tests only."));
    QCOMPARE(m_window->rail()->itemCount(), before + 1);
    QCOMPARE(railName(*m_window, 2), QStringLiteral("Practice Exchange, On, for tests only."));
    QSignalSpy asked(m_window.get(), &MainWindow::practiceRequested);
    m_window->rail()->activateItem(2);
    QCOMPARE(asked.count(), 1);
    // Beside its card, wherever the mouse is.
    const QRect card = m_window->rail()->item(2).rect;
    QCOMPARE(asked.first().first().toPoint(), m_window->rail()->mapToGlobal(card.topLeft()));
    m_window->setPractice({});
    QCOMPARE(m_window->rail()->itemCount(), before);
}

void MainWindowTest::placeIsRemembered()
{
    m_window->showPage(PageId::People);
    QTest::keyClick(m_window.get(), Qt::Key_B, Qt::ControlModifier);
    m_switch->setAppearance(Appearance::Dark);
    m_window->close();
    m_switch->setAppearance(Appearance::Light);

    MainWindow again(*m_switch);
    again.addPage(PageId::Calendar, new TestPage(QStringLiteral("Calendar")));
    again.addPage(PageId::People, new TestPage(QStringLiteral("People")));
    again.restorePlace();
    QCOMPARE(again.currentPage(), std::optional(PageId::People));
    QVERIFY(again.isRailNarrow());
    QCOMPARE(m_switch->appearance(), Appearance::Dark);
    m_switch->setAppearance(Appearance::Light);
}

void MainWindowTest::theFirstWindowFitsItsScreen()
{
    QWidget window;
    const QSize screen = window.screen()->availableSize();
    placeAtFirst(&window, screen);
    QVERIFY(window.windowState() & Qt::WindowMaximized); // with its frame it would be larger
    QVERIFY(window.width() <= screen.width() && window.height() <= screen.height());
    QWidget small;
    placeAtFirst(&small, screen / 2);
    QCOMPARE(small.size(), screen / 2);
    QVERIFY(!(small.windowState() & Qt::WindowMaximized));
}

void MainWindowTest::everythingHasAName()
{
    QCOMPARE(unnamedThings(m_window.get()), QStringList());
    const QStringList names = accessibleNames(m_window.get());
    for (const char* expected : {"Pages", "Calendar", "People", "Menu", "Filter Calendar", "Agent listening"})
        QVERIFY2(names.contains(QLatin1String(expected)), expected);
}

QTEST_MAIN(MainWindowTest)
#include "tst_mainwindow.moc"
