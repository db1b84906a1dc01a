// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#include "ui/exchange/spacespanel.h"

#include "models/items/admindraft.h"
#include "ui/common/card.h"
#include "ui/common/chipbar.h"
#include "ui/common/columnsets.h"
#include "ui/common/emptystate.h"
#include "ui/common/label.h"
#include "ui/common/searchfield.h"
#include "ui/common/segmentedswitch.h"
#include "ui/common/statedelegate.h"
#include "ui/common/tableview.h"
#include "ui/exchange/spacedelegate.h"
#include "ui/exchange/spacefinding.h"
#include "ui/theme/consolestyle.h"
#include "ui/theme/icons.h"
#include "ui/theme/metrics.h"

#include <QHBoxLayout>
#include <QHeaderView>
#include <QPushButton>
#include <QStackedWidget>
#include <QVBoxLayout>

#include <array>

namespace reserve {

namespace {

constexpr int narrowestHead = 320;

struct StandingChip
{
    MailboxStanding standing;
    const char* key;
};

constexpr std::array standingChips{
    StandingChip{MailboxStanding::Mapped, "mapped"}, StandingChip{MailboxStanding::Unmapped, "unmapped"},
    StandingChip{MailboxStanding::DiffersInCase, "case"}, StandingChip{MailboxStanding::Duplicate, "duplicate"}};

StateCell stateCell(const SpaceModel& model, const QModelIndex& index)
{
    const QString word = index.data(Qt::DisplayRole).toString();
    const qint64 id = model.spaceAt(index.row());
    if (model.standingOf(id) == MailboxStanding::Mapped && !model.problemsOf(id).isEmpty())
        return {Meaning::Failed, word, {}};
    switch (model.standingOf(id)) {
    case MailboxStanding::Mapped:
        return {Meaning::InExchange, word, {}};
    case MailboxStanding::Unmapped:
        return {Meaning::NotApplicable, word, {}};
    case MailboxStanding::DiffersInCase:
        return {Meaning::DiffersInCase, word, {}};
    case MailboxStanding::Duplicate:
        return {Meaning::Failed, word, Icon::StateDouble};
    }
    Q_UNREACHABLE();
}

} // namespace

SpacesPanel::SpacesPanel(AdminDraft& draft, QWidget* parent)
    : QWidget(parent)
    , m_draft(draft)
    , m_model(new SpaceModel(draft, this))
{
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    m_head = new Surface(Surface::Ground::Surface);
    buildHead(m_head);
    m_head->setMinimumWidth(px(narrowestHead)); // fitHead() sees to what is in it
    layout->addWidget(m_head);
    buildTable();
    layout->addWidget(m_stack, 1);
    connect(m_model, &SpaceModel::countsChanged, this, &SpacesPanel::updateCounts);
    connect(m_model, &QAbstractItemModel::rowsInserted, this, &SpacesPanel::placeFinding, Qt::QueuedConnection);
    connect(m_model, &QAbstractItemModel::rowsRemoved, this, &SpacesPanel::placeFinding, Qt::QueuedConnection);
    connect(m_model, &QAbstractItemModel::rowsMoved, this, &SpacesPanel::placeFinding, Qt::QueuedConnection);
    connect(m_model, &QAbstractItemModel::layoutChanged, this, &SpacesPanel::placeFinding, Qt::QueuedConnection);
    connect(m_model, &SpaceModel::countsChanged, this, &SpacesPanel::placeFinding, Qt::QueuedConnection);
    updateCounts();
}

void SpacesPanel::buildHead(QWidget* head)
{
    auto* layout = new QVBoxLayout(head);
    layout->setContentsMargins(u(5), u(3), u(5), u(3));
    layout->setSpacing(u(2.5));
    auto* row = new QHBoxLayout;
    row->setSpacing(u(2));
    row->addWidget(new Label(tr("Exchange Spaces"), Type::Section));
    row->addStretch(1);
    m_search = new SearchField(tr("Filter spaces"));
    m_search->setAccessibleName(tr("Filter spaces"));
    m_search->setMaximumWidth(px(190));
    m_search->setMinimumWidth(px(140));
    m_import = new QPushButton(icon(Icon::ActImport), {});
    m_export = new QPushButton(icon(Icon::ActExport), {});
    m_add = new QPushButton(icon(Icon::ActAdd), {});
    foldHead(false);
    m_remove = new QPushButton(tr("Remove"));
    m_remove->setToolTip(tr("Choose a space first"));
    m_remove->setEnabled(false);
    row->addWidget(m_search);
    for (QPushButton* button : {m_import, m_export, m_add, m_remove})
        row->addWidget(button);
    layout->addLayout(row);
    m_chips = new ChipBar;
    m_chips->setAccessibleName(tr("States of mailboxes"));
    m_chips->setChips({{QStringLiteral("all"), tr("All"), 0, {}, {}},
                       {QStringLiteral("mapped"), tr("Mapped"), 0, {}, {}},
                       {QStringLiteral("unmapped"), tr("Unmapped"), 0, {}, {}},
                       {QStringLiteral("case"), tr("Differs only in case"), 0, Meaning::DiffersInCase, {}},
                       {QStringLiteral("duplicate"), tr("Duplicate"), 0, Meaning::Failed, Icon::StateDouble}});
    m_chips->setAllKey(QStringLiteral("all"));
    layout->addWidget(m_chips);
    m_columnChoice = new SegmentedSwitch(tr("Columns"));
    m_columnChoice->setToolTip(tr("Chooses which columns stand beside the space"));
    layout->addWidget(m_columnChoice, 0, Qt::AlignLeading);
    connect(m_search, &SearchField::searchChanged, this, &SpacesPanel::filter);
    connect(m_chips, &ChipBar::chosenChanged, this, &SpacesPanel::filter);
    connect(m_import, &QPushButton::clicked, this, &SpacesPanel::importRequested);
    connect(m_export, &QPushButton::clicked, this, &SpacesPanel::exportRequested);
    connect(m_add, &QPushButton::clicked, this, &SpacesPanel::addSpace);
    connect(m_remove, &QPushButton::clicked, this, &SpacesPanel::removeSpace);
}

void SpacesPanel::buildTable()
{
    m_table = new TableView(tr("Exchange Spaces"), design::spaceRow);
    m_table->setModel(m_model);
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_table->setSortable();
    m_table->setEditTriggers(QAbstractItemView::DoubleClicked | QAbstractItemView::EditKeyPressed
                             | QAbstractItemView::AnyKeyPressed);
    m_table->setItemDelegate(new SpaceDelegate(m_draft, *m_model, m_table));
    m_table->setItemDelegateForColumn(
        SpaceModel::StateColumn,
        new StateDelegate([this](const QModelIndex& index) { return stateCell(*m_model, index); }, m_table));
    fitColumns();
    m_empty = new EmptyState(EmptyState::Drawing::Spaces);
    m_stack = new QStackedWidget;
    m_stack->addWidget(m_table);
    m_stack->addWidget(m_empty);
    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this, &SpacesPanel::openFinding);
    connect(m_table->itemDelegate(), &QAbstractItemDelegate::closeEditor, this, &SpacesPanel::openFinding,
            Qt::QueuedConnection);
    connect(m_empty, &EmptyState::primaryRequested, this, &SpacesPanel::importRequested);
    connect(m_empty, &EmptyState::plainRequested, this, &SpacesPanel::addSpace);
    connect(m_empty, &EmptyState::clearFilterRequested, this, &SpacesPanel::clearFilter);
}

void SpacesPanel::fitColumns()
{
    using Model = SpaceModel;
    m_table->setCopiesHidden(true);
    m_columns = new ColumnSets(
        *m_table, *m_columnChoice, {Model::NameColumn, 13, 16},
        {{tr("Mailbox", "columns of the table of spaces"),
          {{Model::MailboxColumn, 22, 32}, {Model::StateColumn, 18, 22}}},
         {tr("Server", "columns of the table of spaces"),
          {{Model::ServerColumn, 11, 13}, {Model::ContactColumn, 18, 26}}},
         {tr("Place", "columns of the table of spaces"),
          {{Model::BuildingColumn, 12, 14}, {Model::FloorColumn, 7, 7}, {Model::CapacityColumn, 7, 7}}},
         {tr("Hours", "columns of the table of spaces"),
          {{Model::ZoneColumn, 13, 16},
           {Model::DaysColumn, 13, 20},
           {Model::StartColumn, 6, 7},
           {Model::EndColumn, 6, 7}}},
         {tr("Booking", "columns of the table of spaces"),
          {{Model::BookableColumn, 11, 12}, {Model::SetupColumn, 14, 15}, {Model::ClearupColumn, 14, 16}}}});
    connect(m_columns, &ColumnSets::shownChanged, this, &SpacesPanel::placeFinding);
}

SpaceFinding* SpacesPanel::finding() const
{
    return m_finding;
}

// Of the chosen space; also after a cell was edited, because only then is what stands in it judged.
void SpacesPanel::openFinding()
{
    const QModelIndex current = m_table->currentIndex();
    const bool any = current.isValid() && !m_model->isFinding(current.row());
    m_remove->setEnabled(any);
    m_remove->setToolTip(any ? QString() : tr("Choose a space first"));
    if (!any)
        return;
    const qint64 id = m_model->spaceAt(current.row());
    m_model->openFinding(SpaceFinding::isWanted(*m_model, id) ? id : 0);
    placeFinding();
}

void SpacesPanel::placeFinding()
{
    const int lineHeight = m_table->verticalHeader()->defaultSectionSize();
    if (m_findingRow >= 0 && m_findingRow < m_model->rowCount())
        m_table->setRowHeight(m_findingRow, lineHeight);
    m_table->clearSpans();
    const qint64 id = m_model->openFinding();
    if (id != 0 && !SpaceFinding::isWanted(*m_model, id))
        m_model->openFinding(0);
    m_findingRow = m_model->findingRow();
    if (m_findingRow < 0)
        return;
    const QModelIndex place = m_model->index(m_findingRow, 0);
    if (!m_finding || m_table->indexWidget(place) != m_finding) {
        // The table owns and deletes what it shows: each opening has a widget of its own.
        m_finding = new SpaceFinding(m_draft, *m_model);
        connect(m_finding, &SpaceFinding::traceRequested, this, &SpacesPanel::traceRequested);
        m_table->setIndexWidget(place, m_finding);
    }
    m_finding->setSpace(id);
    m_table->setSpan(m_findingRow, 0, 1, SpaceModel::ColumnCount);
    m_table->setRowHeight(m_findingRow, m_finding->heightForWidth(m_table->horizontalHeader()->length()));
}

void SpacesPanel::filter()
{
    QSet<MailboxStanding> standings;
    for (const StandingChip& chip : standingChips) {
        if (m_chips->chosenKeys().contains(QLatin1String(chip.key)))
            standings.insert(chip.standing);
    }
    m_model->setFilter(m_search->text().trimmed(), standings);
    updateCounts();
}

bool SpacesPanel::clearFilter()
{
    if (m_search->text().isEmpty() && m_chips->chosenKeys().isEmpty())
        return false;
    m_search->clear();
    m_chips->setChosenKeys({});
    filter();
    return true;
}

void SpacesPanel::setNarrow(bool narrow)
{
    m_narrow = narrow;
    fitHead();
    // Where not all fits, the state matters more than the server.
    QHeaderView* header = m_table->horizontalHeader();
    header->moveSection(header->visualIndex(SpaceModel::StateColumn), narrow ? 2 : 3);
}

void SpacesPanel::foldHead(bool fold)
{
    const auto name = [fold](QPushButton* button, const QString& text, const QString& tip = {}) {
        button->setText(fold ? QString() : text);
        button->setToolTip(tip.isEmpty() && fold ? text : tip);
        button->setAccessibleName(text);
    };
    name(m_import, tr("Import CSV…"));
    name(m_export, tr("Export"), tr("Writes all spaces to a CSV file, without what is not applied yet"));
    name(m_add, tr("Add space"));
}

// What the head needs now: layouts within it remember what their buttons were before.
int SpacesPanel::headWidth() const
{
    for (QLayout* row : m_head->findChildren<QLayout*>())
        row->invalidate();
    m_head->layout()->invalidate();
    return m_head->layout()->minimumSize().width();
}

void SpacesPanel::fitHead()
{
    foldHead(m_narrow);
    if (!m_narrow && headWidth() > width())
        foldHead(true);
}

void SpacesPanel::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    fitHead();
}

void SpacesPanel::updateCounts()
{
    const SpaceModel::Counts counts = m_model->counts();
    m_chips->setCount(QStringLiteral("all"), counts.all);
    m_chips->setCount(QStringLiteral("mapped"), counts.mapped);
    m_chips->setCount(QStringLiteral("unmapped"), counts.unmapped);
    m_chips->setCount(QStringLiteral("case"), counts.differsInCase);
    m_chips->setCount(QStringLiteral("duplicate"), counts.duplicate);
    if (m_model->rowCount() > 0 || !m_model->isLoaded()) {
        m_stack->setCurrentWidget(m_table);
        return;
    }
    if (counts.all > 0) {
        m_empty->setFilter(m_search->text());
    } else {
        m_empty->setTexts(tr("No space can be booked yet"),
                          tr("A space is a room with a mailbox in Exchange. Import the list, or type the first one."));
        m_empty->setPrimary(tr("Import CSV…"), Icon::ActImport);
        m_empty->setPlain(tr("Add a space"));
    }
    m_stack->setCurrentWidget(m_empty);
}

void SpacesPanel::addSpace()
{
    clearFilter();
    const qint64 id = m_draft.fields().add(FieldPath::Kind::Space, {});
    focusField({FieldPath::Kind::Space, id, columnName(SpaceField::Name)});
}

void SpacesPanel::removeSpace()
{
    const QModelIndex current = m_table->currentIndex();
    if (!current.isValid() || m_model->isFinding(current.row()))
        return;
    m_model->openFinding(0);
    m_draft.fields().remove(FieldPath::Kind::Space, m_model->spaceAt(m_table->currentIndex().row()));
}

bool SpacesPanel::focusField(const FieldPath& path)
{
    const auto field = spaceFieldNamed(path.field);
    if (path.kind != FieldPath::Kind::Space || !field)
        return false;
    if (m_model->rowOfSpace(path.id) < 0)
        clearFilter();
    const int row = m_model->rowOfSpace(path.id);
    if (row < 0)
        return false;
    const QModelIndex cell = m_model->index(row, SpaceModel::columnOf(*field));
    m_columns->reveal(cell.column());
    m_table->setFocus();
    m_table->setCurrentIndex(cell);
    m_table->scrollTo(cell);
    m_table->edit(cell);
    return true;
}

void SpacesPanel::closeEditor()
{
    if (m_table->isAncestorOf(focusWidget()))
        m_table->setFocus();
}

} // namespace reserve
