// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#include "app/console/consoleapplication.h"

#include "app/console/agentkeeping.h"
#include "app/console/consoleoptions.h"
#include "app/console/consolewindow.h"
#include "app/console/practicehost.h"
#include "app/console/practicemenu.h"
#include "app/console/samplebuilding.h"
#include "models/items/whenanswered.h"
#include "models/reserving/configuration.h"
#include "models/secrets/secretplace.h"
#include "models/store/changefeed.h"
#include "models/store/store.h"
#include "models/wording/translators.h"
#include "models/wording/wording.h"
#include "ui/common/firstplace.h"
#include "ui/firstrun/firstrunview.h"
#include "ui/theme/icons.h"
#include "ui/theme/meaning.h"
#include "ui/theme/metrics.h"
#include "ui/theme/theme.h"
#include "ui/theme/themeswitch.h"

#include <QApplication>
#include <QLocale>
#include <QMessageBox>
#include <QPainter>
#include <QPixmap>
#include <QTimer>

#include <cstdio>

namespace reserve {

namespace {

constexpr int exitFailed = 1;
constexpr int exitUsage = 2;

void tellOnStderr(const QString& text)
{
    std::fprintf(stderr, "reserve-console: %s\n", qUtf8Printable(text));
}

// What the first start depends on, in one look.
struct Beginning
{
    Settings settings;
    bool isNew = false;
};

Result<Beginning> readBeginning(const ReadUnit& unit)
{
    const auto configuration = Configuration::load(unit);
    if (!configuration)
        return failure(configuration.error());
    const auto people = unit.people().counts();
    if (!people)
        return failure(people.error());
    const Settings& settings = (*configuration)->settings();
    const bool filled = !(*configuration)->spaces().isEmpty() || people->all > 0;
    return Beginning{settings, !settings.consoleStarted() && !filled};
}

QFuture<Result<void>> startEmpty(Store& store, const QByteArray& zone)
{
    return store.write(WritePriority::Normal, [zone](WriteUnit& unit) -> Result<void> {
        const QString actor = QStringLiteral("first start");
        const auto set = unit.settings().set(QStringLiteral("reserve.time-zone"), QString::fromUtf8(zone), actor);
        if (!set)
            return set;
        return unit.settings().set(QStringLiteral("console.started"), QStringLiteral("true"), actor);
    });
}

// The windows and the agent of one run over one open store.
class ConsoleRun final : public QObject
{
public:
    ConsoleRun(ThemeSwitch& themeSwitch, Store& store, SecretStore& secrets, ConsoleOptions options)
        : m_themeSwitch(themeSwitch)
        , m_store(store)
        , m_secrets(secrets)
        , m_options(std::move(options))
    {
        m_store.changes().setWatched(true);
    }

    Result<void> begin()
    {
        const auto beginning = m_store.read(&readBeginning).result();
        if (!beginning)
            return failure(beginning.error());
        startAgent(beginning->settings);
        // An empty store has no rooms to rehearse with yet.
        if (!beginning->isNew && (m_options.practice || beginning->settings.practiceStartsWithConsole()))
            startPractice();
        else
            clearPractice();
        if (beginning->isNew)
            askFirst();
        else
            openWindow({});
        return {};
    }

    // The last window is gone: the agent hands back what it holds, then the program ends.
    void end()
    {
        if (!m_agent) {
            QCoreApplication::quit();
            return;
        }
        connect(m_agent.get(), &AgentKeeping::ended, qApp, &QCoreApplication::quit);
        m_agent->end();
    }

private:
    void startAgent(const Settings& settings)
    {
        // A picture of a window needs no agent, and must not take the port of one.
        if (!m_options.screenshot.isEmpty())
            return;
        m_agent = std::make_unique<AgentKeeping>(m_store, m_secrets, settings);
        connect(m_agent.get(), &AgentKeeping::troubled, this, &ConsoleRun::tellTrouble);
    }

    void startPractice()
    {
        if (!m_options.screenshot.isEmpty())
            return;
        practice().start();
    }

    // What an earlier run left behind when it was killed.
    void clearPractice()
    {
        if (m_options.screenshot.isEmpty())
            practice().clearLeftovers();
    }

    PracticeHost& practice()
    {
        if (m_practice)
            return *m_practice;
        m_practice = std::make_unique<PracticeHost>(m_store, m_secrets);
        connect(m_practice.get(), &PracticeHost::placeChanged, this, [this](const QString& place) {
            m_practicePlace = place;
            if (m_window)
                m_window->setPractice(place);
        });
        connect(m_practice.get(), &PracticeHost::troubled, this,
                [](const Reason& reason) { tellOnStderr(sentence(reason)); });
        return *m_practice;
    }

    // Later starts have it too.
    void keepPractice()
    {
        const auto kept = m_store.write(WritePriority::Normal, [](WriteUnit& unit) {
            return unit.settings().set(QStringLiteral("console.practice"), QStringLiteral("true"),
                                       QStringLiteral("first start"));
        });
        whenAnswered(kept, this, [](const Result<void>& written) {
            if (!written)
                tellOnStderr(sentence(written.error()));
        });
    }

    void showPracticeMenu(const QPoint& place)
    {
        if (!m_practice)
            return;
        auto* menu = new PracticeMenu(*m_practice, m_window->get());
        menu->setAttribute(Qt::WA_DeleteOnClose);
        connect(menu, &PracticeMenu::helpWanted, this, [this] { m_window->showChapter(QStringLiteral("practice")); });
        menu->popup(place);
    }

    void askFirst()
    {
        auto* view = new FirstRunView;
        view->setAttribute(Qt::WA_DeleteOnClose);
        view->setWindowTitle(QStringLiteral("Reserve Console"));
        if (m_options.size.isValid())
            view->resize(m_options.size);
        else
            placeAtFirst(view, {1440, 900});
        connect(view, &FirstRunView::chosen, this, [this, view](StartWith start, const QByteArray& zone) {
            const bool sample = start == StartWith::SampleBuilding;
            view->setBusy(
                sample ? QCoreApplication::translate("ConsoleApplication", "The sample building is being loaded.")
                       : QString());
            auto work = sample ? loadSampleBuilding(m_store, zone) : startEmpty(m_store, zone);
            whenAnswered(work, view, [this, view, sample](const Result<void>& done) {
                if (!done) {
                    view->setProblem(sentence(done.error()));
                    return;
                }
                if (sample && view->wantsPractice()) {
                    keepPractice();
                    startPractice();
                } else if (m_options.practice) {
                    startPractice();
                }
                openWindow(sample ? firstWorkingDay() : QDate());
                view->close();
            });
        });
        view->show();
        takePicture(view);
    }

    // On a Friday evening or a weekend the week of the sample that is still to come is the one worth seeing.
    static QDate firstWorkingDay()
    {
        const QDate today = QDate::currentDate();
        return today.dayOfWeek() >= Qt::Friday ? today.addDays(8 - today.dayOfWeek()) : today;
    }

    void openWindow(QDate date)
    {
        m_window = std::make_unique<ConsoleWindow>(m_themeSwitch, m_store, m_secrets);
        m_window->restore(m_options.page, m_options.size);
        followAgent();
        m_window->onPracticeWanted(this, [this](const QPoint& place) { showPracticeMenu(place); });
        m_window->onPracticeStart(this, [this] { startPractice(); });
        if (m_practice)
            m_window->setPractice(m_practicePlace);
        if (date.isValid())
            m_window->showDate(date);
        m_window->show();
        takePicture(m_window->get());
    }

    void followAgent()
    {
        if (!m_agent)
            return;
        m_window->onAgentWanted(m_agent.get(), [this] { m_agent->start(); });
        if (!m_trouble.isEmpty())
            tellTrouble(m_trouble);
    }

    void tellTrouble(const Reason& reason)
    {
        m_trouble = reason;
        if (m_window)
            m_window->tellAgentTrouble(reason);
    }

    void takePicture(QWidget* window)
    {
        if (m_options.screenshot.isEmpty())
            return;
        constexpr int settled = 1500; // milliseconds: models have loaded what is on screen
        QTimer::singleShot(settled, window, [this, window] {
            const bool saved = window->grab().save(m_options.screenshot, "PNG");
            if (!saved)
                tellOnStderr(sentence(Reason{"console.screenshot", {{QStringLiteral("file"), m_options.screenshot}}}));
            QCoreApplication::exit(saved ? 0 : exitFailed);
        });
    }

    ThemeSwitch& m_themeSwitch;
    Store& m_store;
    SecretStore& m_secrets;
    const ConsoleOptions m_options;
    std::unique_ptr<AgentKeeping> m_agent;
    std::unique_ptr<PracticeHost> m_practice;
    QString m_practicePlace;
    std::unique_ptr<ConsoleWindow> m_window;
    Reason m_trouble; // of the agent, while there was no window
};

void nameApplication()
{
    QCoreApplication::setApplicationName(QStringLiteral("reserve-console"));
    QCoreApplication::setOrganizationName(QStringLiteral("reserve-console"));
    QCoreApplication::setApplicationVersion(QStringLiteral(RESERVE_VERSION));
}

// Of the program's own family, not the style's.
QPixmap failureMark()
{
    constexpr int side = 32;
    const double ratio = qApp->devicePixelRatio();
    QPixmap mark(QSize(px(side), px(side)) * ratio);
    mark.setDevicePixelRatio(ratio);
    mark.fill(Qt::transparent);
    QPainter painter(&mark);
    paintIcon(&painter, QRectF(0, 0, px(side), px(side)), Icon::StateFailed, Theme::current().of(Meaning::Failed).ink,
              QGuiApplication::layoutDirection());
    return mark;
}

int tellFailure(const Error& error)
{
    const QString text = sentence(error);
    tellOnStderr(text);
    QMessageBox box(QMessageBox::Critical, QStringLiteral("Reserve Console"), text);
    box.setIconPixmap(failureMark());
    box.setTextFormat(Qt::PlainText);
    box.setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    box.addButton(QCoreApplication::translate("ConsoleApplication", "Close"), QMessageBox::AcceptRole);
    box.exec();
    return exitFailed;
}

} // namespace

int runWithoutDisplay(QCoreApplication& application)
{
    nameApplication();
    installTranslators(application);
    const auto options = ConsoleOptions::fromArguments(QCoreApplication::arguments());
    tellOnStderr(sentence(options ? Reason{"console.no-display", {}} : options.error().reason()));
    return options ? exitFailed : exitUsage;
}

int runConsole(QApplication& application)
{
    nameApplication();
    QGuiApplication::setDesktopFileName(QStringLiteral("reserve-console"));
    installTranslators(application);
    const auto options = ConsoleOptions::fromArguments(QCoreApplication::arguments());
    if (!options) {
        tellOnStderr(sentence(options.error()));
        return exitUsage;
    }
    ThemeSwitch themeSwitch(application);
    QApplication::setWindowIcon(applicationIcon());
    QApplication::setQuitOnLastWindowClosed(false);

    auto store = Store::open(options->store, OpenMode::CreateIfMissing, std::make_shared<SystemClock>());
    if (!store)
        return tellFailure(store.error());
    const auto secrets = makeSecretStore(SecretEnvironment::ofThisProcess(options->store.file()));
    ConsoleRun run(themeSwitch, **store, *secrets, *options);
    QObject::connect(&application, &QGuiApplication::lastWindowClosed, &run, [&run] { run.end(); });
    if (const auto begun = run.begin(); !begun)
        return tellFailure(begun.error());
    return QApplication::exec();
}

} // namespace reserve
