// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#include "ui/shell/mainwindow.h"

#include "ui/common/firstplace.h"
#include "ui/common/page.h"
#include "ui/common/pagehead.h"
#include "ui/common/toast.h"
#include "ui/shell/commandlist.h"
#include "ui/theme/metrics.h"
#include "ui/theme/themeswitch.h"

#include <QAction>
#include <QActionGroup>
#include <QApplication>
#include <QClipboard>
#include <QCloseEvent>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLocale>
#include <QMenu>
#include <QSettings>
#include <QStackedWidget>
#include <QTime>
#include <QVBoxLayout>

#include <functional>

namespace reserve {
namespace {

constexpr int smallestWidth = 1024;
constexpr int smallestHeight = 700;
constexpr int usualWidth = 1440;
constexpr int usualHeight = 900;
constexpr int recentMessages = 20;

const auto geometryKey = QStringLiteral("window/geometry");
const auto narrowKey = QStringLiteral("window/narrow-rail");
const auto lookKey = QStringLiteral("window/look");
const auto pageKeyName = QStringLiteral("window/page");

// Where F6 lands inside a region: where the focus was before, else the first that takes it.
QWidget* focusTarget(QWidget* region)
{
    const auto takes = [](const QWidget* widget) {
        return widget && widget->isVisible() && widget->isEnabled() && widget->focusPolicy() & Qt::TabFocus;
    };
    if (takes(region->focusWidget()))
        return region->focusWidget();
    if (takes(region))
        return region;
    const QList<QWidget*> children = region->findChildren<QWidget*>();
    const auto found = std::find_if(children.cbegin(), children.cend(), takes);
    return found == children.cend() ? nullptr : *found;
}

QWidget* lastInTabOrder(QWidget* page)
{
    QWidget* last = page;
    for (QWidget* next = page->nextInFocusChain(); next != page; next = next->nextInFocusChain()) {
        if (page->isAncestorOf(next))
            last = next;
    }
    return last;
}

QString lookName(Appearance appearance)
{
    switch (appearance) {
    case Appearance::FollowSystem:
        return QStringLiteral("system");
    case Appearance::Light:
        return QStringLiteral("light");
    case Appearance::Dark:
        return QStringLiteral("dark");
    }
    Q_UNREACHABLE();
}

} // namespace

MainWindow::MainWindow(ThemeSwitch& themeSwitch, QWidget* parent)
    : QMainWindow(parent)
    , m_themeSwitch(themeSwitch)
    , m_rail(new Rail)
    , m_stack(new QStackedWidget)
    , m_strip(new StatusStrip)
    , m_toast(nullptr)
    , m_commands(new CommandList(this))
    , m_menu(new QMenu(this))
    , m_pageMenu(new QMenu(this))
    , m_goMenu(new QMenu(tr("Go to"), this))
    , m_lookMenu(new QMenu(tr("Look"), this))
    , m_recentMenu(new QMenu(tr("Recent messages"), this))
{
    auto* content = new QWidget;
    auto* row = new QHBoxLayout(content);
    row->setContentsMargins({});
    row->setSpacing(0);
    row->addWidget(m_rail);
    auto* column = new QVBoxLayout;
    column->setSpacing(0);
    column->addWidget(m_stack, 1);
    column->addWidget(m_strip);
    row->addLayout(column, 1);
    setCentralWidget(content);
    m_toast = new Toast(content);
    m_menu->setAccessibleName(tr("Menu"));
    setMinimumSize(smallestWidth, smallestHeight);
    resize(usualWidth, usualHeight);
    setWindowIcon(applicationIcon());

    makeLookMenu();
    makeActions();
    connect(m_rail, &Rail::pageChosen, this, &MainWindow::showPage);
    connect(m_rail, &Rail::footChosen, this, &MainWindow::followFoot);
    connect(m_rail, &Rail::practiceChosen, this,
            [this](const QRect& card) { Q_EMIT practiceRequested(m_rail->mapToGlobal(card.topLeft())); });
    connect(m_strip, &StatusStrip::segmentChosen, this, &MainWindow::followSegment);
    connect(m_toast, &Toast::told, this, &MainWindow::remember);
    connect(m_menu, &QMenu::aboutToShow, this, &MainWindow::fillMenu);
    updateRailFoot();
    updateTitle();
}

MainWindow::~MainWindow() = default;

QAction* MainWindow::makeAction(const QString& text, const QList<QKeySequence>& keys, void (MainWindow::*call)())
{
    auto* action = new QAction(text, this);
    action->setShortcuts(keys);
    connect(action, &QAction::triggered, this, call);
    addAction(action);
    m_windowActions.append(action);
    return action;
}

void MainWindow::makeActions()
{
    makeAction(tr("Every command…"), {Qt::CTRL | Qt::Key_K}, &MainWindow::showCommands);
    makeAction(tr("Menu"), {Qt::Key_F10}, &MainWindow::showMenu);
    makeAction(tr("Filter this page"), {Qt::CTRL | Qt::Key_F, Qt::Key_Slash}, &MainWindow::focusFilter);
    makeAction(tr("Rail wide or narrow"), {Qt::CTRL | Qt::Key_B}, &MainWindow::toggleRail);
    makeAction(tr("Next region"), {Qt::Key_F6}, &MainWindow::nextRegion);
    makeAction(tr("Previous region"), {Qt::SHIFT | Qt::Key_F6}, &MainWindow::previousRegion);
    auto* quit = new QAction(tr("Quit"), this);
    quit->setShortcut(QKeySequence(Qt::CTRL | Qt::Key_Q));
    connect(quit, &QAction::triggered, this, &QWidget::close);
    addAction(quit);
    m_windowActions.append(quit);
}

void MainWindow::makeLookMenu()
{
    auto* group = new QActionGroup(this);
    const std::pair<Appearance, QString> choices[] = {{Appearance::FollowSystem, tr("Follow the system")},
                                                      {Appearance::Light, tr("Light")},
                                                      {Appearance::Dark, tr("Dark")}};
    for (const auto& [appearance, text] : choices) {
        QAction* action = m_lookMenu->addAction(text);
        action->setCheckable(true);
        action->setChecked(m_themeSwitch.appearance() == appearance);
        group->addAction(action);
        connect(action, &QAction::triggered, this, [this, choice = appearance] {
            m_themeSwitch.setAppearance(choice);
            QSettings().setValue(lookKey, lookName(choice));
        });
        connect(&m_themeSwitch, &ThemeSwitch::changed, action,
                [this, action, choice = appearance] { action->setChecked(m_themeSwitch.appearance() == choice); });
    }
}

void MainWindow::addPage(PageId id, Page* page)
{
    Q_ASSERT(page && !m_pages.contains(id));
    auto* action = new QAction(icon(pageIcon(id)), pageTitle(id), this);
    action->setShortcut(QKeySequence(int(Qt::CTRL) | (Qt::Key_1 + int(id))));
    connect(action, &QAction::triggered, this, [this, id] { showPage(id); });
    addAction(action);
    m_stack->addWidget(page);
    QWidget::setTabOrder(lastInTabOrder(page), m_strip); // rail, page, foot
    m_pages.insert(id, {page, action});
    watchPage(page);
    updateRail();
    if (m_pages.size() == 1)
        showPage(id);
}

void MainWindow::watchPage(Page* page)
{
    connect(page, &Page::problemsChanged, this, &MainWindow::updateRail);
    connect(page, &Page::changesChanged, this, &MainWindow::updateRail);
    connect(page, &Page::changesChanged, this, &MainWindow::updateTitle);
    connect(page, &Page::done, this, [this](const QString& sentence) { tell(sentence); });
}

Page* MainWindow::page(PageId id) const
{
    return m_pages.value(id, {nullptr, nullptr}).page;
}

QList<PageId> MainWindow::pages() const
{
    return m_pages.keys();
}

std::optional<PageId> MainWindow::currentPage() const
{
    for (auto entry = m_pages.cbegin(); entry != m_pages.cend(); ++entry) {
        if (entry->page == m_stack->currentWidget())
            return entry.key();
    }
    return std::nullopt;
}

void MainWindow::showPage(PageId id)
{
    Page* next = page(id);
    auto* previous = qobject_cast<Page*>(m_stack->currentWidget());
    if (!next)
        return;
    if (previous && previous != next)
        previous->deactivate();
    m_stack->setCurrentWidget(next);
    m_rail->setCurrentPage(id);
    updateTitle();
    next->activate();
    Q_EMIT pageShown(id);
}

void MainWindow::setStatus(const StripStatus& status)
{
    m_strip->setStatus(status);
}

void MainWindow::setSiteName(const QString& name)
{
    m_rail->setSiteName(name);
}

void MainWindow::setPractice(const QString& text)
{
    m_rail->setPractice(text);
}

void MainWindow::addProgramAction(QAction* action, std::optional<Icon> railIcon)
{
    addAction(action);
    m_programActions.append(action);
    if (railIcon) {
        m_railActions.append({action, *railIcon});
        updateRailFoot();
    }
}

void MainWindow::tell(const QString& sentence, std::function<void()> undo)
{
    m_toast->tell(sentence, std::move(undo));
}

void MainWindow::remember(const QString& sentence)
{
    const QString line
        = tr("%1  %2", "time, message").arg(QLocale().toString(QTime::currentTime(), QLocale::ShortFormat), sentence);
    auto* action = new QAction(line, m_recentMenu);
    action->setToolTip(tr("Copies the message"));
    connect(action, &QAction::triggered, action, [sentence] { QApplication::clipboard()->setText(sentence); });
    m_recentMenu->insertAction(m_recentMenu->actions().value(0), action);
    while (m_recentMenu->actions().size() > recentMessages)
        delete m_recentMenu->actions().last();
}

bool MainWindow::isRailNarrow() const
{
    return m_rail->isNarrow();
}

void MainWindow::toggleRail()
{
    m_narrowWish = !m_rail->isNarrow();
    updateRailWidth(Rail::Motion::Slides);
}

void MainWindow::updateRailWidth(Rail::Motion motion)
{
    m_rail->setNarrow(m_narrowWish.value_or(width() < px(design::railShrinksUnder)), motion);
}

void MainWindow::updateRail()
{
    QList<Rail::PageEntry> entries;
    for (auto entry = m_pages.cbegin(); entry != m_pages.cend(); ++entry) {
        const Page* page = entry->page;
        Rail::Badge badge;
        if (page->problems() > 0)
            badge = {Rail::BadgeKind::Problems, page->problems()};
        else if (page->changes() > 0)
            badge = {Rail::BadgeKind::Changes, page->changes()};
        entries.append({entry.key(), badge});
    }
    m_rail->setPages(entries);
}

void MainWindow::updateRailFoot()
{
    QList<Rail::FootEntry> entries;
    for (const RailAction& entry : std::as_const(m_railActions)) {
        QString text = entry.action->text();
        text.remove(u'&');
        if (text.endsWith(u'…'))
            text.chop(1);
        entries.append({text, entry.icon, entry.action->shortcut().toString(QKeySequence::NativeText)});
    }
    entries.append({tr("Menu"), Icon::NavMenu, QKeySequence(Qt::Key_F10).toString(QKeySequence::NativeText)});
    m_rail->setFoot(entries);
}

void MainWindow::followFoot(int index)
{
    if (index < m_railActions.size())
        m_railActions.at(index).action->trigger();
    else
        showMenu();
}

void MainWindow::followSegment(StatusStrip::Segment segment)
{
    switch (segment) {
    case StatusStrip::Segment::Agent:
    case StatusStrip::Segment::Address:
        showPage(PageId::ExchangeAdmin);
        Q_EMIT agentRequested();
        return;
    case StatusStrip::Segment::Inbox:
    case StatusStrip::Segment::Outbox:
    case StatusStrip::Segment::NextTry:
    case StatusStrip::Segment::Work:
        return showPage(PageId::Monitor);
    case StatusStrip::Segment::Server:
        Q_EMIT serversRequested();
        break;
    case StatusStrip::Segment::Store:
    case StatusStrip::Segment::Zone:
        Q_EMIT settingsRequested();
    }
}

void MainWindow::updateTitle()
{
    const auto id = currentPage();
    const QString name = tr("Reserve Console");
    setWindowTitle(id ? tr("%1[*] – %2", "page, program").arg(pageTitle(*id), name) : name);
    const bool pending
        = std::any_of(m_pages.cbegin(), m_pages.cend(), [](const Entry& entry) { return entry.page->changes() > 0; });
    setWindowModified(pending);
}

void MainWindow::fillMenu()
{
    m_menu->clear();
    m_pageMenu->clear();
    m_goMenu->clear();
    const auto* current = qobject_cast<Page*>(m_stack->currentWidget());
    if (current && !current->actions().isEmpty()) {
        m_pageMenu->setTitle(current->title());
        m_pageMenu->addActions(current->actions());
        m_menu->addMenu(m_pageMenu);
        m_menu->addSeparator();
    }
    for (const Entry& entry : std::as_const(m_pages))
        m_goMenu->addAction(entry.action);
    m_menu->addMenu(m_goMenu);
    m_menu->addMenu(m_lookMenu);
    m_recentMenu->setEnabled(!m_recentMenu->isEmpty());
    m_menu->addMenu(m_recentMenu);
    m_menu->addSeparator();
    m_menu->addActions(m_programActions);
    m_menu->addSeparator();
    m_menu->addActions(m_windowActions);
}

void MainWindow::showMenu()
{
    const QRect place = m_rail->item(m_rail->itemCount() - 1).rect;
    m_menu->popup(m_rail->mapToGlobal(place.topLeft()));
}

void MainWindow::showCommands()
{
    QList<QAction*> commands;
    if (const auto* current = qobject_cast<Page*>(m_stack->currentWidget()))
        commands = current->actions();
    for (const Entry& entry : std::as_const(m_pages))
        commands.append(entry.action);
    commands += m_programActions + m_windowActions + m_lookMenu->actions();
    m_commands->open(commands);
}

QList<QWidget*> MainWindow::regions() const
{
    QList<QWidget*> result{m_rail};
    if (const auto* current = qobject_cast<Page*>(m_stack->currentWidget()))
        result += current->regions();
    result.append(m_strip);
    return result;
}

void MainWindow::cycleRegion(int by)
{
    const QList<QWidget*> all = regions();
    const QWidget* focus = focusWidget();
    qsizetype start = by > 0 ? -1 : all.size();
    for (qsizetype index = 0; index < all.size(); ++index) {
        if (focus && (all.at(index) == focus || all.at(index)->isAncestorOf(focus)))
            start = index;
    }
    for (qsizetype step = 1; step <= all.size(); ++step) {
        const qsizetype index = (start + by * step + 2 * all.size()) % all.size();
        if (QWidget* target = focusTarget(all.at(index)))
            return target->setFocus(Qt::TabFocusReason);
    }
}

void MainWindow::focusFilter()
{
    const auto* current = qobject_cast<Page*>(m_stack->currentWidget());
    if (QWidget* field = current ? current->filterField() : nullptr)
        field->setFocus(Qt::ShortcutFocusReason);
}

void MainWindow::resizeEvent(QResizeEvent* event)
{
    QMainWindow::resizeEvent(event);
    updateRailWidth(Rail::Motion::AtOnce);
}

void MainWindow::keyPressEvent(QKeyEvent* event)
{
    auto* current = qobject_cast<Page*>(m_stack->currentWidget());
    if (event->key() == Qt::Key_Escape && current && current->escape())
        return;
    QMainWindow::keyPressEvent(event);
}

void MainWindow::closeEvent(QCloseEvent* event)
{
    savePlace();
    QMainWindow::closeEvent(event);
}

void MainWindow::savePlace() const
{
    QSettings settings;
    settings.setValue(geometryKey, saveGeometry());
    settings.setValue(lookKey, lookName(m_themeSwitch.appearance()));
    if (m_narrowWish)
        settings.setValue(narrowKey, *m_narrowWish);
    if (const auto id = currentPage())
        settings.setValue(pageKeyName, pageKey(*id));
}

void MainWindow::restorePlace()
{
    const QSettings settings;
    if (!restoreGeometry(settings.value(geometryKey).toByteArray()))
        placeAtFirst(this, {usualWidth, usualHeight});
    const QString look = settings.value(lookKey).toString();
    for (const Appearance choice : {Appearance::FollowSystem, Appearance::Light, Appearance::Dark}) {
        if (lookName(choice) == look)
            m_themeSwitch.setAppearance(choice);
    }
    if (settings.contains(narrowKey))
        m_narrowWish = settings.value(narrowKey).toBool();
    updateRailWidth(Rail::Motion::AtOnce);
    if (const auto id = pageFromKey(settings.value(pageKeyName).toString()))
        showPage(*id);
}

} // namespace reserve
