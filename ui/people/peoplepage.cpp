// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#include "ui/people/peoplepage.h"

#include "models/exporting/peoplecsv.h"
#include "models/exporting/peopleimport.h"
#include "models/items/actor.h"
#include "models/items/filework.h"
#include "models/items/personmodel.h"
#include "models/items/whenanswered.h"
#include "models/wording/wording.h"
#include "ui/common/banner.h"
#include "ui/common/card.h"
#include "ui/common/chipbar.h"
#include "ui/common/emptystate.h"
#include "ui/common/fileimport.h"
#include "ui/common/importsheet.h"
#include "ui/common/label.h"
#include "ui/common/pagehead.h"
#include "ui/common/scrollcolumn.h"
#include "ui/common/searchfield.h"
#include "ui/common/tableview.h"
#include "ui/people/personform.h"
#include "ui/people/personprofile.h"
#include "ui/people/persontable.h"
#include "ui/people/requestbox.h"
#include "ui/theme/consolestyle.h"
#include "ui/theme/icons.h"
#include "ui/theme/metrics.h"

#include <QAction>
#include <QHBoxLayout>
#include <QPushButton>
#include <QSplitter>
#include <QStackedWidget>
#include <QVBoxLayout>

#include <array>

namespace reserve {

namespace {

using Group = PersonFilter::Group;

struct GroupChip
{
    Group group;
    const char* key;
};

constexpr std::array groupChips{GroupChip{Group::All, "all"},
                                GroupChip{Group::Active, "active"},
                                GroupChip{Group::SameEmailTwice, "same-email"},
                                GroupChip{Group::WithoutTimeZone, "no-zone"},
                                GroupChip{Group::ExternalContacts, "external"},
                                GroupChip{Group::Retired, "retired"}};

Group groupOf(const QStringList& keys)
{
    for (const GroupChip& chip : groupChips) {
        if (!keys.isEmpty() && keys.last() == QLatin1String(chip.key))
            return chip.group;
    }
    return Group::All;
}

QList<Chip> chipsFor()
{
    return {{QStringLiteral("all"), PeoplePage::tr("All"), 0, {}, {}},
            {QStringLiteral("active"), PeoplePage::tr("Active"), 0, {}, {}},
            {QStringLiteral("same-email"), PeoplePage::tr("Same e-mail twice"), 0, {}, Icon::StateDouble},
            {QStringLiteral("no-zone"), PeoplePage::tr("Without time zone"), 0, {}, Icon::TimeZone},
            {QStringLiteral("external"), PeoplePage::tr("External contacts"), 0, {}, Icon::StateExternal},
            {QStringLiteral("retired"), PeoplePage::tr("Retired"), 0, {}, Icon::StateRetired}};
}

} // namespace

PeoplePage::PeoplePage(Store& store, QWidget* parent, std::unique_ptr<Prompt> prompt)
    : Page(tr("People"), parent)
    , m_store(store)
    , m_prompt(prompt ? std::move(prompt) : std::make_unique<DialogPrompt>())
    , m_people(new PersonModel(store, this))
{
    buildHead();
    buildChips();
    buildBody();
    connect(m_people, &PersonModel::countsChanged, this, &PeoplePage::updateCounts);
    connect(m_people, &PersonModel::failed, this, &PeoplePage::tellFailure);
    connect(m_people, &PersonModel::loaded, this, [this] {
        banner()->clear();
        m_order->setVisible(m_people->filter().order == PersonFilter::Order::Email);
        updateEmpty();
        choose();
    });
    auto* sortAction = new QAction(tr("Sort the people by the chosen column"), this);
    sortAction->setShortcut(QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_S));
    sortAction->setShortcutContext(Qt::WidgetWithChildrenShortcut);
    connect(sortAction, &QAction::triggered, m_table, &TableView::sortByCurrentColumn);
    addAction(sortAction);
}

PeoplePage::~PeoplePage() = default;

void PeoplePage::buildHead()
{
    m_search = new SearchField(tr("Name, e-mail or Control Number"));
    m_search->setKeyHint(QStringLiteral("/"));
    m_search->setAccessibleName(tr("Search people"));
    head()->addControl(m_search, 1);
    auto* importButton = new QPushButton(icon(Icon::ActImport), tr("Import…"));
    auto* exportButton = new QPushButton(icon(Icon::ActExport), tr("Export"));
    exportButton->setToolTip(tr("Writes everybody to a CSV file"));
    auto* addButton = new QPushButton(icon(Icon::ActAdd, Tint::OnAccent), tr("New person"));
    setLook(addButton, Look::Primary);
    for (QPushButton* button : {importButton, exportButton, addButton})
        head()->addAction(button);
    connect(importButton, &QPushButton::clicked, this, &PeoplePage::importPeople);
    connect(exportButton, &QPushButton::clicked, this, &PeoplePage::exportPeople);
    connect(addButton, &QPushButton::clicked, this, &PeoplePage::addPerson);
    connect(m_search, &SearchField::searchChanged, this, &PeoplePage::filter);
}

void PeoplePage::buildChips()
{
    auto* row = new QWidget;
    auto* layout = new QHBoxLayout(row);
    layout->setContentsMargins(u(5), 0, u(5), u(2));
    layout->setSpacing(u(4));
    m_chips = new ChipBar;
    m_chips->setAccessibleName(tr("Groups of people"));
    m_chips->setChips(chipsFor());
    m_chips->setAllKey(QStringLiteral("all"));
    layout->addWidget(m_chips, 1);
    m_order = new Label(tr("Sorted by e-mail. Groups first."), Type::Caption, Ink::Hint);
    m_order->setContentsMargins(0, u(1.5), 0, 0); // beside the words of the first row of chips
    layout->addWidget(m_order, 0, Qt::AlignTop);
    body()->addWidget(row);
    connect(m_chips, &ChipBar::chosenChanged, this, [this](const QStringList& keys) {
        // The groups exclude each other: the one chosen last is on.
        if (keys.size() > 1) {
            const QSignalBlocker quiet(m_chips);
            m_chips->setChosenKeys({keys.last()});
        }
        filter();
    });
}

void PeoplePage::buildBody()
{
    m_table = makePersonTable(m_people, this);
    m_empty = new EmptyState(EmptyState::Drawing::People);
    m_lists = new QStackedWidget;
    m_lists->addWidget(m_table);
    m_lists->addWidget(m_empty);
    m_profile = new PersonProfile(m_store);
    m_form = new PersonForm(m_store);
    m_requestBox = new RequestBox(m_store);
    m_sideStack = new QStackedWidget;
    m_sideStack->addWidget(m_profile);
    m_sideStack->addWidget(m_form);
    m_back = new QPushButton(icon(Icon::NavPrevious), tr("Back to the list"));
    setLook(m_back, Look::Quiet);

    auto* content = new Surface(Surface::Ground::Surface);
    auto* sideLayout = new QVBoxLayout(content);
    sideLayout->setContentsMargins(1, 0, 0, 0);
    sideLayout->setSpacing(0);
    auto* backRow = new QVBoxLayout; // the ring of the focus is as wide as this
    backRow->setContentsMargins(u(1), u(1), 0, 0);
    backRow->addWidget(m_back, 0, Qt::AlignLeading);
    sideLayout->addLayout(backRow);
    sideLayout->addWidget(m_sideStack, 1);
    sideLayout->addWidget(m_requestBox);
    content->setHairlines(Qt::LeftEdge);
    m_side = new ScrollColumn(content);

    m_splitter = new QSplitter(Qt::Horizontal);
    m_splitter->setChildrenCollapsible(false);
    m_splitter->addWidget(m_lists);
    m_splitter->addWidget(m_side);
    m_splitter->setStretchFactor(0, 1);
    m_splitter->setSizes({px(892), px(352)});
    m_sheet = new ImportSheet;
    m_import = new FileImport(
        m_store, *m_prompt, *m_sheet,
        [](WriteUnit& unit, const QByteArray& csv) { return reserve::importPeople(unit, csv, consoleActor()); }, this);
    m_main = new QStackedWidget;
    m_main->addWidget(m_splitter);
    m_main->addWidget(m_sheet);
    body()->addWidget(m_main, 1);

    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this, &PeoplePage::choose);
    connect(m_table, &QTableView::activated, this, [this] {
        m_sideOpen = true;
        fold();
        if (m_folded)
            m_back->setFocus(Qt::OtherFocusReason);
    });
    connect(m_back, &QPushButton::clicked, this, [this] {
        m_sideOpen = false;
        fold();
        m_table->setFocus();
    });
    connect(m_profile, &PersonProfile::editRequested, this, &PeoplePage::edit);
    connect(m_profile, &PersonProfile::personRequested, this, &PeoplePage::showPerson);
    connect(m_profile, &PersonProfile::calendarRequested, this, &PeoplePage::showPersonCalendar);
    connect(m_profile, &PersonProfile::done, this, &Page::done);
    connect(m_profile, &PersonProfile::failed, this, &PeoplePage::tellFailure);
    connect(m_form, &PersonForm::cancelled, this, &PeoplePage::closeForm);
    connect(m_form, &PersonForm::saved, this, [this](PersonId id, const QString& name) {
        closeForm();
        m_profile->setPerson(id);
        Q_EMIT done(tr("%1 is saved.").arg(name));
    });
    connect(m_import, &FileImport::sheetFilled, this, [this] { m_main->setCurrentWidget(m_sheet); });
    connect(m_import, &FileImport::imported, this, [this] { m_main->setCurrentWidget(m_splitter); });
    connect(m_import, &FileImport::failed, this, &PeoplePage::tellFailure);
    connect(m_import, &FileImport::done, this, [this](const QString& counts) {
        banner()->clear();
        Q_EMIT done(counts);
    });
    connect(m_sheet, &ImportSheet::closeRequested, this, [this] { m_main->setCurrentWidget(m_splitter); });
    connect(m_sheet, &ImportSheet::otherFileRequested, this, &PeoplePage::importPeople);
    connect(m_empty, &EmptyState::primaryRequested, this, &PeoplePage::importPeople);
    connect(m_empty, &EmptyState::plainRequested, this, &PeoplePage::addPerson);
    connect(m_empty, &EmptyState::clearFilterRequested, this, [this] {
        m_search->clear();
        m_chips->setChosenKeys({});
        filter();
    });
    fold();
}

void PeoplePage::activate()
{
    m_table->setFocus();
}

QList<QWidget*> PeoplePage::regions() const
{
    return {head(), m_chips, m_lists->currentWidget(), m_sideStack->currentWidget(), m_requestBox};
}

bool PeoplePage::escape()
{
    if (m_main->currentWidget() == m_sheet) {
        m_main->setCurrentWidget(m_splitter);
        return true;
    }
    if (m_sideStack->currentWidget() == m_form) {
        if (!m_form->isChanged())
            closeForm();
        return true;
    }
    if (m_folded && m_sideOpen) {
        m_back->click();
        return true;
    }
    if (m_search->text().isEmpty())
        return false;
    m_search->clear();
    return true;
}

QWidget* PeoplePage::filterField() const
{
    return m_search;
}

void PeoplePage::filter()
{
    PersonFilter filter;
    filter.group = groupOf(m_chips->chosenKeys());
    filter.text = m_search->text().trimmed();
    m_people->setFilter(filter);
}

void PeoplePage::updateCounts(const PersonCounts& counts)
{
    m_chips->setCount(QStringLiteral("all"), counts.all);
    m_chips->setCount(QStringLiteral("active"), counts.active);
    m_chips->setCount(QStringLiteral("same-email"), counts.sameEmailTwice);
    m_chips->setCount(QStringLiteral("no-zone"), counts.withoutTimeZone);
    m_chips->setCount(QStringLiteral("external"), counts.externalContacts);
    m_chips->setCount(QStringLiteral("retired"), counts.retired);
}

void PeoplePage::updateEmpty()
{
    if (m_people->shownPeople() > 0) {
        m_lists->setCurrentWidget(m_table);
        return;
    }
    if (m_people->counts().all > 0) {
        m_empty->setFilter(m_search->text());
    } else {
        m_empty->setTexts(tr("Nobody is here yet"),
                          tr("A request is matched to a person by e-mail. Without people, every request is refused."));
        m_empty->setPrimary(tr("Import people…"), Icon::ActImport);
        m_empty->setPlain(tr("Add a person"));
    }
    m_lists->setCurrentWidget(m_empty);
}

void PeoplePage::choose()
{
    const PersonId id = m_people->personAt(m_table->currentIndex().row());
    if (!id || id == m_profile->person())
        return;
    // Somebody who types is not interrupted by a look at the list.
    if (m_sideStack->currentWidget() != m_form || !m_form->isChanged())
        closeForm();
    m_profile->setPerson(id);
}

void PeoplePage::showPerson(PersonId id)
{
    closeForm();
    m_profile->setPerson(id);
    m_sideOpen = true;
    fold();
    if (const int row = m_people->rowOf(id.value); row >= 0) {
        m_table->setCurrentIndex(m_people->index(row, 0));
        m_table->scrollTo(m_people->index(row, 0));
    }
}

void PeoplePage::addPerson()
{
    edit(Person{});
}

void PeoplePage::edit(const Person& person)
{
    // What is typed and not saved is not overwritten by another form.
    if (m_sideStack->currentWidget() == m_form && m_form->isChanged())
        return m_form->setFocus();
    m_sideStack->setCurrentWidget(m_form);
    m_sideOpen = true;
    fold();
    m_form->edit(person);
}

void PeoplePage::closeForm()
{
    m_sideStack->setCurrentWidget(m_profile);
}

// Where both do not fit side by side, the profile lies over the table and Enter opens it.
void PeoplePage::fold()
{
    m_back->setVisible(m_folded);
    m_lists->setVisible(!m_folded || !m_sideOpen);
    m_side->setVisible(!m_folded || m_sideOpen);
}

void PeoplePage::resizeEvent(QResizeEvent* event)
{
    Page::resizeEvent(event);
    m_folded = width() < px(design::detailsFoldUnder - design::railThin);
    fold();
}

void PeoplePage::importPeople()
{
    m_import->choose(tr("Import people"));
}

void PeoplePage::exportPeople()
{
    m_prompt->saveFile(
        this, {tr("Export people"), tr("CSV files (*.csv)"), QStringLiteral("people.csv")},
        [this](const QString& path) {
            if (path.isEmpty())
                return;
            const auto read = m_store.read([](const ReadUnit& unit) { return unit.people().all().map(peopleToCsv); });
            whenAnswered(read, this, [this, path](const Result<QByteArray>& csv) {
                if (!csv)
                    return tellFailure(csv.error().reason());
                whenAnswered(writeWholeFile(path, *csv), this, [this, path](const Result<void>& written) {
                    if (written)
                        Q_EMIT done(tr("Everybody is written to %1.").arg(path));
                    else
                        tellFailure(written.error().reason());
                });
            });
        });
}

void PeoplePage::tellFailure(const Reason& reason)
{
    banner()->say(Meaning::Failed, sentence(reason));
}

} // namespace reserve
