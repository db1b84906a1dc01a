// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#include "ui/calendar/choicepanel.h"

#include "models/items/bookedshares.h"
#include "models/items/personchoicemodel.h"
#include "models/items/spacechoicemodel.h"
#include "ui/calendar/choicedelegate.h"
#include "ui/common/label.h"
#include "ui/common/searchfield.h"
#include "ui/common/segmentedswitch.h"
#include "ui/theme/metrics.h"
#include "ui/theme/painting.h"
#include "ui/theme/theme.h"

#include <QListView>
#include <QPainter>
#include <QScrollBar>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace reserve {

ChoicePanel::ChoicePanel(Store& store, QWidget* parent)
    : QWidget(parent)
    , m_spaces(new SpaceChoiceModel(this))
    , m_people(new PersonChoiceModel(store, this))
    , m_shares(new BookedShares(store, this))
    , m_kind(new SegmentedSwitch(tr("Whose calendar")))
    , m_filter(new SearchField(tr("Filter spaces")))
    , m_nothing(Label::paragraph({}, Ink::Secondary))
    , m_lists(new QStackedWidget)
    , m_spaceList(makeList(tr("Spaces")))
    , m_personList(makeList(tr("People")))
{
    m_kind->addChoice(Spaces, tr("Spaces"));
    m_kind->addChoice(People, tr("People"));
    m_kind->setStretched(true);
    m_filter->setLeadingIcon(Icon::ActFilter);
    m_spaceList->setModel(m_spaces);
    m_spaceList->setItemDelegate(new SpaceRowDelegate(*m_shares, m_spaceList));
    m_personList->setModel(m_people);
    m_personList->setItemDelegate(new PersonRowDelegate(m_personList));
    m_lists->addWidget(m_spaceList);
    m_lists->addWidget(m_personList);

    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(1, u(2.5), 1, u(1));
    layout->setSpacing(u(2));
    for (QWidget* field : {static_cast<QWidget*>(m_kind), static_cast<QWidget*>(m_filter)}) {
        auto* row = new QHBoxLayout;
        row->setContentsMargins(u(2.5), 0, u(2.5), 0);
        row->addWidget(field);
        layout->addLayout(row);
    }
    m_nothing->setContentsMargins(u(3), 0, u(3), 0);
    m_nothing->hide();
    layout->addWidget(m_nothing);
    layout->addWidget(m_lists, 1);

    connect(m_kind, &SegmentedSwitch::changed, this, &ChoicePanel::setKind);
    connect(m_filter, &SearchField::searchChanged, this, &ChoicePanel::applyFilter);
    connect(m_people, &PersonChoiceModel::failed, this, &ChoicePanel::failed);
    connect(m_shares, &BookedShares::changed, m_spaceList->viewport(), qOverload<>(&QWidget::update));
    connect(m_spaceList->selectionModel(), &QItemSelectionModel::currentChanged, this, &ChoicePanel::chooseSpace);
    connect(m_personList->selectionModel(), &QItemSelectionModel::currentChanged, this, &ChoicePanel::choosePerson);
    connect(m_people, &QAbstractItemModel::rowsInserted, this, &ChoicePanel::restoreSelection);
    for (const QAbstractItemModel* model : std::initializer_list<QAbstractItemModel*>{m_spaces, m_people}) {
        connect(model, &QAbstractItemModel::rowsInserted, this, &ChoicePanel::sayWhenNothingFits);
        connect(model, &QAbstractItemModel::rowsRemoved, this, &ChoicePanel::sayWhenNothingFits);
        connect(model, &QAbstractItemModel::modelReset, this, &ChoicePanel::sayWhenNothingFits);
    }
    m_kind->setCurrent(Spaces);
}

// An empty list says why: its filter is in sight, with the button that clears it.
void ChoicePanel::sayWhenNothingFits()
{
    const bool isSpaces = m_kind->current() == Spaces;
    const bool isEmpty = (isSpaces ? m_spaces->rowCount() : m_people->rowCount()) == 0;
    m_nothing->setText(isSpaces ? tr("No space fits this filter.") : tr("No person fits this filter."));
    m_nothing->setVisible(isEmpty && !m_filter->text().isEmpty());
}

QListView* ChoicePanel::makeList(const QString& name)
{
    auto* list = new QListView;
    list->setAccessibleName(name);
    list->setFrameShape(QFrame::NoFrame);
    list->setUniformItemSizes(true);
    list->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    list->setEditTriggers(QAbstractItemView::NoEditTriggers);
    return list;
}

void ChoicePanel::setSpaces(const QList<Space>& spaces)
{
    m_restoring = true;
    m_spaces->setSpaces(spaces);
    m_restoring = false;
    restoreSelection();
}

void ChoicePanel::showChosen(SpaceId id)
{
    m_space = id;
    m_person = {};
    m_kind->setCurrent(Spaces);
    restoreSelection();
}

void ChoicePanel::showChosen(PersonId id)
{
    m_person = id;
    m_space = {};
    m_kind->setCurrent(People);
    restoreSelection();
}

QString ChoicePanel::filter() const
{
    return m_spaces->filter();
}

void ChoicePanel::clearFilter()
{
    m_filter->clear();
    applyFilter({});
}

void ChoicePanel::setKind(int kind)
{
    m_lists->setCurrentIndex(kind);
    m_filter->setPlaceholderText(kind == Spaces ? tr("Filter spaces") : tr("Filter people"));
    m_filter->setAccessibleName(m_filter->placeholderText());
    applyFilter(m_filter->text());
    sayWhenNothingFits();
}

void ChoicePanel::applyFilter(const QString& text)
{
    m_restoring = true;
    if (m_kind->current() == People) {
        m_people->setFilter(text);
        m_restoring = false;
        return;
    }
    m_spaces->setFilter(text);
    m_restoring = false;
    restoreSelection();
    Q_EMIT filterChanged(text);
}

void ChoicePanel::chooseSpace(const QModelIndex& index)
{
    const Space* space = m_spaces->spaceAt(index);
    if (m_restoring || !space || space->id == m_space)
        return;
    m_space = space->id;
    m_person = {};
    Q_EMIT spaceChosen(space->id);
}

void ChoicePanel::choosePerson(const QModelIndex& index)
{
    const Person* person = m_people->personAt(index);
    if (m_restoring || !person || person->id == m_person)
        return;
    m_person = person->id;
    m_space = {};
    Q_EMIT personChosen(person->id);
}

void ChoicePanel::restoreSelection()
{
    m_restoring = true;
    const auto mark = [](QListView* list, const QModelIndex& index) {
        if (index.isValid())
            list->setCurrentIndex(index);
        else
            list->selectionModel()->clear();
    };
    mark(m_spaceList, m_space ? m_spaces->indexOf(m_space) : QModelIndex());
    mark(m_personList, m_person ? m_people->indexOf(m_person) : QModelIndex());
    m_restoring = false;
}

void ChoicePanel::paintEvent(QPaintEvent* event)
{
    Q_UNUSED(event)
    const Theme& theme = Theme::current();
    QPainter painter(this);
    paintPanel(&painter, rect(), px(design::cardRadius), theme.surface, theme.line);
}

} // namespace reserve
