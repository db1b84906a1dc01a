// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#include "ui/monitor/monitortables.h"

#include "models/items/approvalmodel.h"
#include "models/items/itemtexts.h"
#include "models/items/outboxmodel.h"
#include "models/items/sessionmodel.h"
#include "models/items/tracemodel.h"
#include "ui/common/statedelegate.h"
#include "ui/common/tableview.h"
#include "ui/common/textdelegate.h"
#include "ui/monitor/tracemeaning.h"
#include "ui/theme/metrics.h"
#include "ui/theme/statepainter.h"

#include <QCoreApplication>
#include <QHeaderView>

#include <algorithm>

namespace reserve {

namespace {

// What a narrow window leaves of names and addresses, and at least of the subject.
constexpr int leastCharacters = 11;
constexpr int keptCharacters = 16;

TableView* makeTable(const QString& name, QAbstractItemModel* model, QWidget* parent)
{
    auto* table = new TableView(name, design::monitorRow, parent);
    table->setModel(model);
    table->setSelectionMode(QAbstractItemView::SingleSelection);
    table->setFrameShape(QFrame::NoFrame);
    return table;
}

void setTypes(TableView* table, const QList<int>& columns, Type type, Ink ink)
{
    auto* delegate = new TextDelegate(type, ink, table);
    for (const int column : columns)
        table->setItemDelegateForColumn(column, delegate);
}

// A word of a state is read whole before an address is.
int widthOfStates(const QList<Meaning>& meanings)
{
    int widest = 0;
    for (const Meaning meaning : meanings)
        widest = std::max(widest, stateSize(meaning, Form::Inline).width());
    return widest + px(design::cellPadding) + px(design::cellTrailing);
}

QString named(const char* text)
{
    return QCoreApplication::translate("MonitorTables", text);
}

// Of what is not of today the day is told too.
int timeCharacters()
{
    return longestListTime() + 1;
}

} // namespace

TableView* makeMessageTable(TraceModel* model, QWidget* parent)
{
    TableView* table = makeTable(named(QT_TRANSLATE_NOOP("MonitorTables", "Messages")), model, parent);
    setTypes(table, {TraceModel::TimeColumn}, Type::Fixed, Ink::Secondary);
    setTypes(table, {TraceModel::FromColumn, TraceModel::SpaceColumn}, Type::Body, Ink::Text);
    setTypes(table, {TraceModel::SubjectColumn}, Type::Name, Ink::Text);
    const auto cellOf = [model](const QModelIndex& index) {
        const TraceRow* row = model->rowAt(index.row());
        if (!row)
            return StateCell{std::nullopt, QStringLiteral(" "), {}};
        return index.column() == TraceModel::AnswerColumn ? answerCell(*row) : exchangeCell(*row);
    };
    auto* states = new StateDelegate(cellOf, table);
    table->setItemDelegateForColumn(TraceModel::AnswerColumn, states);
    table->setItemDelegateForColumn(TraceModel::ExchangeColumn, states);
    table->setColumnCharacters({timeCharacters(), 24, 14, 0, 25, 21});
    table->horizontalHeader()->resizeSection(
        TraceModel::AnswerColumn, widthOfStates({Meaning::Accepted, Meaning::Pending, Meaning::DiffersInCase}));
    table->horizontalHeader()->resizeSection(
        TraceModel::ExchangeColumn, widthOfStates({Meaning::InExchange, Meaning::AnsweredByMail, Meaning::Failed}));
    table->setYieldingColumns({TraceModel::FromColumn, TraceModel::SpaceColumn}, leastCharacters, keptCharacters);
    table->setYieldingColumns({TraceModel::AnswerColumn, TraceModel::ExchangeColumn}, leastCharacters, keptCharacters);
    table->setSortable(TraceModel::TimeColumn, Qt::DescendingOrder);
    return table;
}

TableView* makeSessionTable(SessionModel* model, QWidget* parent)
{
    TableView* table = makeTable(named(QT_TRANSLATE_NOOP("MonitorTables", "Sessions")), model, parent);
    setTypes(table, {SessionModel::TimeColumn, SessionModel::PeerColumn, SessionModel::EndColumn}, Type::Fixed,
             Ink::Secondary);
    setTypes(table, {SessionModel::NameColumn}, Type::Body, Ink::Text);
    table->setColumnCharacters({timeCharacters(), 24, 0, 10, 8, 11, timeCharacters()});
    table->setSortable(SessionModel::TimeColumn, Qt::DescendingOrder);
    return table;
}

TableView* makeApprovalTable(ApprovalModel* model, QWidget* parent)
{
    TableView* table = makeTable(named(QT_TRANSLATE_NOOP("MonitorTables", "Approvals")), model, parent);
    setTypes(table, {ApprovalModel::AskedColumn}, Type::Fixed, Ink::Secondary);
    setTypes(table, {ApprovalModel::RequesterColumn, ApprovalModel::SpaceColumn}, Type::Body, Ink::Text);
    setTypes(table, {ApprovalModel::MeetingColumn}, Type::Name, Ink::Text);
    setTypes(table, {ApprovalModel::WhenColumn}, Type::Body, Ink::Secondary);
    const auto cellOf = [model](const QModelIndex& index) {
        const Approval* approval = model->rowAt(index.row());
        return approval ? approvalCell(approval->state) : StateCell{std::nullopt, QStringLiteral(" "), {}};
    };
    table->setItemDelegateForColumn(ApprovalModel::StateColumn, new StateDelegate(cellOf, table));
    table->setColumnCharacters({timeCharacters(), 24, 14, 0, 18, 25});
    table->setYieldingColumns({ApprovalModel::RequesterColumn}, leastCharacters, keptCharacters);
    table->setSortable(ApprovalModel::AskedColumn, Qt::DescendingOrder);
    return table;
}

TableView* makeOutboxTable(OutboxModel* model, QWidget* parent)
{
    TableView* table = makeTable(named(QT_TRANSLATE_NOOP("MonitorTables", "Outbox")), model, parent);
    setTypes(table, {OutboxModel::CreatedColumn, OutboxModel::NextTryColumn}, Type::Fixed, Ink::Secondary);
    setTypes(table, {OutboxModel::RecipientColumn}, Type::Body, Ink::Text);
    setTypes(table, {OutboxModel::FailureColumn}, Type::Body, Ink::Secondary);
    table->setItemDelegateForColumn(
        OutboxModel::StateColumn,
        new StateDelegate(
            [model](const QModelIndex& index) {
                const OutboxEntry* entry = model->rowAt(index.row());
                return entry ? outboxCell(entry->state) : StateCell{std::nullopt, QStringLiteral(" "), {}};
            },
            table));
    table->setColumnCharacters({timeCharacters(), 13, 24, 13, 6, timeCharacters(), 0});
    table->setYieldingColumns({OutboxModel::RecipientColumn}, leastCharacters, keptCharacters);
    table->setSortable(OutboxModel::CreatedColumn, Qt::DescendingOrder);
    return table;
}

} // namespace reserve
