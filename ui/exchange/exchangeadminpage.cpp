// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#include "ui/exchange/exchangeadminpage.h"

#include "models/exporting/spacescsv.h"
#include "models/exporting/spacesimport.h"
#include "models/items/actor.h"
#include "models/items/admindraft.h"
#include "models/items/draftkeeper.h"
#include "models/items/filework.h"
#include "models/items/whenanswered.h"
#include "models/store/store.h"
#include "models/wording/wording.h"
#include "ui/common/banner.h"
#include "ui/common/card.h"
#include "ui/common/changesbar.h"
#include "ui/common/fileimport.h"
#include "ui/common/importsheet.h"
#include "ui/common/pagehead.h"
#include "ui/common/searchfield.h"
#include "ui/common/tableview.h"
#include "ui/exchange/agentform.h"
#include "ui/exchange/changeslist.h"
#include "ui/exchange/noticesview.h"
#include "ui/exchange/policiesform.h"
#include "ui/exchange/serversview.h"
#include "ui/exchange/settinglabels.h"
#include "ui/exchange/settingsform.h"
#include "ui/exchange/spacespanel.h"
#include "ui/theme/consolestyle.h"
#include "ui/theme/icons.h"
#include "ui/theme/metrics.h"

#include <QAction>
#include <QHBoxLayout>
#include <QLocale>
#include <QPushButton>
#include <QSplitter>
#include <QStackedWidget>
#include <QTabBar>
#include <QVBoxLayout>

#include <algorithm>
#include <utility>

namespace reserve {

namespace {

constexpr int wideForm = 488;
constexpr int narrowForm = 456; // the longest label stays whole
constexpr int bothAtEase = 1140;

// The agent reads spaces anew when it is told to.
Result<ImportReport> takeSpaces(WriteUnit& unit, const QByteArray& csv)
{
    auto report = importSpaces(unit, csv, consoleActor());
    if (!report || !report->isClean())
        return report;
    Command reload;
    reload.createdAt = unit.now();
    reload.actor = consoleActor();
    if (const auto appended = unit.commands().append(reload); !appended)
        return failure(appended.error());
    return report;
}

} // namespace

ExchangeAdminPage::ExchangeAdminPage(Store& store, ShellStatusWatcher& status, SecretStore* secrets, QWidget* parent,
                                     std::unique_ptr<Prompt> prompt)
    : Page(tr("Exchange Admin"), parent)
    , m_store(store)
    , m_prompt(prompt ? std::move(prompt) : std::make_unique<DialogPrompt>())
    , m_draft(new AdminDraft(store, this))
    , m_settings(new SettingsForm(store, *m_draft))
    , m_spaces(new SpacesPanel(*m_draft))
    , m_policies(new PoliciesForm(*m_draft))
    , m_servers(new ServersView({store, status, secrets, *m_prompt}, *m_draft))
    , m_notices(new NoticesView(store, *m_draft))
    , m_agent(new AgentForm(store, status, secrets, *m_draft))
    , m_sheet(new ImportSheet)
    , m_import(new FileImport(store, *m_prompt, *m_sheet, takeSpaces, this))
{
    buildHead();
    buildTabs();
    buildFoot();
    addCommands();
    connect(m_draft, &AdminDraft::changed, this, &ExchangeAdminPage::refresh);
    connect(m_draft, &AdminDraft::failed, this, &ExchangeAdminPage::tellFailure);
    connect(m_draft, &AdminDraft::refused, this, &ExchangeAdminPage::tellFailure);
    connect(m_draft, &AdminDraft::applied, this, [this](int changes) {
        m_failure.clear();
        Q_EMIT done(tr("%n change(s) applied.", nullptr, changes));
        refresh();
    });
    connect(m_agent, &AgentForm::done, this, &Page::done);
    connect(m_agent, &AgentForm::failed, this, &ExchangeAdminPage::tellFailure);
    connect(m_agent, &AgentForm::ownAgentRequested, this, &ExchangeAdminPage::ownAgentRequested);
    connect(m_servers, &ServersView::done, this, &Page::done);
    connect(m_servers, &ServersView::practiceStartRequested, this, &ExchangeAdminPage::practiceStartRequested);
    connect(m_servers, &ServersView::failed, this, &ExchangeAdminPage::tellFailure);
    connect(m_spaces, &SpacesPanel::importRequested, this, &ExchangeAdminPage::importSpaces);
    connect(m_spaces, &SpacesPanel::exportRequested, this, &ExchangeAdminPage::exportSpaces);
    connect(m_spaces, &SpacesPanel::traceRequested, this, &ExchangeAdminPage::showTraceRequested);
    connect(m_import, &FileImport::sheetFilled, this, [this] { m_main->setCurrentWidget(m_sheet); });
    connect(m_import, &FileImport::imported, this, [this] { m_main->setCurrentIndex(0); });
    connect(m_import, &FileImport::done, this, [this](const QString& counts) {
        m_failure.clear();
        refresh();
        Q_EMIT done(counts);
    });
    connect(m_import, &FileImport::failed, this, &ExchangeAdminPage::tellFailure);
    connect(m_sheet, &ImportSheet::closeRequested, this, [this] { m_main->setCurrentIndex(0); });
    connect(m_sheet, &ImportSheet::otherFileRequested, this, &ExchangeAdminPage::importSpaces);
    refresh();
}

ExchangeAdminPage::~ExchangeAdminPage()
{
    // It keeps what the draft says last, and the draft is the older child.
    delete m_keeper;
}

void ExchangeAdminPage::buildHead()
{
    m_undo = new QPushButton(icon(Icon::ActUndo), tr("Undo"));
    setLook(m_undo, Look::Quiet);
    head()->addAction(m_undo);
    connect(m_undo, &QPushButton::clicked, this, [this] { m_draft->fields().undo(); });
}

void ExchangeAdminPage::buildTabs()
{
    auto* row = new Surface(Surface::Ground::Window);
    row->setHairlines(Qt::BottomEdge);
    auto* rowLayout = new QHBoxLayout(row);
    rowLayout->setContentsMargins(u(5), 0, u(5), 0);
    m_tabs = new QTabBar;
    m_tabs->setAccessibleName(tr("Parts of Exchange Admin"));
    for (int i = 0; i <= AgentTab; ++i)
        m_tabs->addTab(QString());
    rowLayout->addWidget(m_tabs);
    rowLayout->addStretch(1);

    m_splitter = new QSplitter(Qt::Horizontal);
    m_splitter->setChildrenCollapsible(false);
    m_splitter->addWidget(m_settings);
    m_splitter->addWidget(m_spaces);
    m_splitter->setStretchFactor(1, 1);
    m_splitter->setSizes({px(wideForm), px(756)});
    m_pages = new QStackedWidget;
    const QList<QWidget*> pages{m_splitter, m_policies, m_servers, m_notices, m_agent};
    for (QWidget* page : pages)
        m_pages->addWidget(page);
    auto* tabbed = new QWidget;
    auto* layout = new QVBoxLayout(tabbed);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(row);
    layout->addWidget(m_pages, 1);
    m_main = new QStackedWidget;
    m_main->addWidget(tabbed);
    m_main->addWidget(m_sheet);
    body()->addWidget(m_main, 1);
    connect(m_tabs, &QTabBar::currentChanged, m_pages, &QStackedWidget::setCurrentIndex);
}

void ExchangeAdminPage::buildFoot()
{
    m_changes = new ChangesList(*m_draft);
    m_changes->hide();
    m_bar = new ChangesBar;
    foot()->addWidget(m_changes);
    foot()->addWidget(m_bar);
    connect(m_bar, &ChangesBar::showRequested, this, [this] { m_changes->setVisible(!m_changes->isVisible()); });
    connect(m_bar, &ChangesBar::revertRequested, this, &ExchangeAdminPage::revert);
    connect(m_bar, &ChangesBar::applyRequested, this, &ExchangeAdminPage::apply);
}

void ExchangeAdminPage::addCommands()
{
    const auto add = [this](const QString& text, const QKeySequence& keys, auto call) {
        auto* action = new QAction(text, this);
        action->setShortcut(keys);
        action->setShortcutContext(Qt::WidgetWithChildrenShortcut);
        connect(action, &QAction::triggered, this, call);
        addAction(action);
    };
    add(tr("Apply changes"), {}, [this] { apply(); });
    add(tr("Revert changes"), {}, [this] { revert(); });
    add(tr("Undo"), QKeySequence(Qt::CTRL | Qt::Key_Z), [this] { m_draft->fields().undo(); });
    add(tr("Redo"), QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_Z), [this] { m_draft->fields().redo(); });
    add(tr("Add space"), {}, [this] { addSpace(); });
    add(tr("Import spaces…"), {}, [this] { importSpaces(); });
    add(tr("Export spaces…"), {}, [this] { exportSpaces(); });
    add(tr("Sort the spaces by the chosen column"), QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_S),
        [this] { m_spaces->table()->sortByCurrentColumn(); });
}

QList<QWidget*> ExchangeAdminPage::regions() const
{
    return {head(), m_tabs, m_pages->currentWidget(), m_bar};
}

bool ExchangeAdminPage::escape()
{
    if (m_main->currentWidget() == m_sheet) {
        m_main->setCurrentIndex(0);
        return true;
    }
    return m_spaces->clearFilter();
}

QWidget* ExchangeAdminPage::filterField() const
{
    return m_spaces->searchField();
}

void ExchangeAdminPage::showTab(Tab tab)
{
    m_main->setCurrentIndex(0);
    m_tabs->setCurrentIndex(tab);
}

void ExchangeAdminPage::refresh()
{
    const FieldDraft& fields = m_draft->fields();
    const int count = fields.count();
    m_bar->setCount(count);
    m_bar->setBusy(m_draft->isApplying());
    m_bar->setRemark(m_draft->plan().canBeApplied()
                         ? tr("The agent still runs with the old values.")
                         : tr("%n value(s) cannot be applied yet.", nullptr, int(m_draft->plan().problems.size())));
    if (count == 0)
        m_changes->hide();
    m_undo->setEnabled(fields.canUndo());
    m_undo->setToolTip(fields.canUndo() ? QString() : tr("Nothing was changed yet"));
    showBanner();
    updateTabs();
    if (changes() != count) {
        setChanges(count);
        Q_EMIT unappliedChanges(count);
    }
}

void ExchangeAdminPage::showBanner()
{
    const FieldDraft& fields = m_draft->fields();
    const auto conflicts = std::count_if(fields.edits().begin(), fields.edits().end(),
                                         [](const auto& entry) { return entry.second.conflict; });
    if (!m_failure.isEmpty() && fields.count() > 0)
        banner()->say(Meaning::Failed, m_failure);
    else if (!m_offer.isEmpty())
        banner()->say(Meaning::Information, m_offer, tr("Take up"));
    else if (conflicts > 0)
        banner()->say(Meaning::Warning,
                      tr("Somebody else changed %n value(s) that are changed here too. Apply keeps yours, "
                         "Revert takes theirs.",
                         nullptr, int(conflicts)));
    else
        banner()->clear();
}

void ExchangeAdminPage::keepDraftIn(const QString& file)
{
    m_keeper = new DraftKeeper(*m_draft, m_store.clock(), file, this);
    connect(m_keeper, &DraftKeeper::offered, this, [this](int changes, Instant keptAt) {
        m_offer = tr("%n change(s) of %1 were not applied when the console ended. Take them up to look at them; Revert "
                     "drops "
                     "them.",
                     nullptr, changes)
                      .arg(QLocale().toString(toDateTime(keptAt).toLocalTime(), QLocale::ShortFormat));
        showBanner();
    });
    connect(banner(), &Banner::actionRequested, this, [this] {
        m_offer.clear();
        m_keeper->takeUp();
    });
}

void ExchangeAdminPage::updateTabs()
{
    const FieldDraft& fields = m_draft->fields();
    const auto changesOf = [&fields](FieldPath::Kind kind) {
        const auto ofKind = [kind](const FieldPath& path) { return path.kind == kind; };
        return std::any_of(fields.edits().begin(), fields.edits().end(),
                           [&](const auto& entry) { return ofKind(entry.first); })
            || std::any_of(fields.added().begin(), fields.added().end(), ofKind)
            || std::any_of(fields.removed().begin(), fields.removed().end(), ofKind);
    };
    const auto title = [this](int tab, const QString& text, bool changed, const QString& count = {}) {
        const QString dot = changed ? QStringLiteral("●") : QString();
        const QString after
            = QString(count + (count.isEmpty() || dot.isEmpty() ? QString() : QStringLiteral(" ")) + dot);
        m_tabs->setTabText(tab, after.isEmpty() ? text : QString(text + QLatin1Char('\t') + after));
        QStringList parts{text, count, changed ? tr("changed") : QString()};
        parts.removeAll(QString());
        m_tabs->setAccessibleTabName(tab, parts.join(tr(", ", "between the parts of an accessible name")));
    };
    const auto servers = draftedProfiles(m_draft->snapshot(), fields).size();
    title(SettingsTab, tr("Settings and spaces"), m_settings->hasChanges() || changesOf(FieldPath::Kind::Space));
    title(PoliciesTab, tr("Booking policies"), changesOf(FieldPath::Kind::Policy));
    title(ServersTab, tr("Servers"), changesOf(FieldPath::Kind::Profile), QLocale().toString(servers));
    title(NoticesTab, tr("Notices"), m_notices->hasChanges());
    title(AgentTab, tr("Reserve SMTP Agent"), m_agent->hasChanges());
}

void ExchangeAdminPage::apply()
{
    m_spaces->closeEditor();
    m_failure.clear();
    if (!m_draft->plan().canBeApplied()) {
        const AdminProblem problem = m_draft->plan().problems.first();
        m_failure = tr("%1: %2").arg(fieldLabel(problem.path, m_draft->snapshot(), m_draft->fields()),
                                     sentence(problem.reason));
        refresh();
        focusField(problem.path);
        return;
    }
    m_draft->apply(consoleActor());
}

void ExchangeAdminPage::revert()
{
    m_spaces->closeEditor();
    m_failure.clear();
    m_draft->fields().revert();
}

void ExchangeAdminPage::focusField(const FieldPath& path)
{
    if (path.kind == FieldPath::Kind::Space) {
        showTab(SettingsTab);
        m_spaces->focusField(path);
    } else if (path.kind == FieldPath::Kind::Policy) {
        showTab(PoliciesTab);
        m_policies->showField(path);
    } else if (path.kind == FieldPath::Kind::Profile) {
        showTab(ServersTab);
        m_servers->focusField(path);
    } else if (path.kind == FieldPath::Kind::Notice) {
        showTab(NoticesTab);
        m_notices->focusField(path);
    } else {
        showTab(m_settings->focusField(path) ? SettingsTab : AgentTab);
        if (!m_settings->focusField(path))
            m_agent->focusField(path);
    }
}

void ExchangeAdminPage::addSpace()
{
    showTab(SettingsTab);
    m_spaces->addSpace();
}

void ExchangeAdminPage::importSpaces()
{
    m_import->choose(tr("Import spaces"));
}

void ExchangeAdminPage::exportSpaces()
{
    const FileChoice choice{tr("Export spaces"), tr("CSV files (*.csv)"), QStringLiteral("spaces.csv")};
    m_prompt->saveFile(this, choice, [this](const QString& path) {
        if (path.isEmpty())
            return;
        const auto read = m_store.read([](const ReadUnit& unit) { return unit.spaces().all().map(spacesToCsv); });
        whenAnswered(read, this, [this, path](const Result<QByteArray>& csv) {
            if (!csv)
                return tellFailure(csv.error().reason());
            whenAnswered(writeWholeFile(path, *csv), this, [this, path](const Result<void>& written) {
                if (!written)
                    return tellFailure(written.error().reason());
                m_failure.clear();
                refresh();
                Q_EMIT done(tr("All spaces are written to %1.").arg(path));
            });
        });
    });
}

void ExchangeAdminPage::tellFailure(const Reason& reason)
{
    m_failure = sentence(reason);
    banner()->say(Meaning::Failed, m_failure);
}

void ExchangeAdminPage::resizeEvent(QResizeEvent* event)
{
    Page::resizeEvent(event);
    // Narrow, the form gives way first: its lines wrap, a mailbox does not.
    const bool narrow = width() < px(bothAtEase);
    if (std::exchange(m_narrow, narrow) == narrow)
        return;
    m_spaces->setNarrow(narrow);
    const int form = px(narrow ? narrowForm : wideForm);
    m_splitter->setSizes({form, width() - form});
}

} // namespace reserve
