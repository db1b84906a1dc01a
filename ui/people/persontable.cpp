// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#include "ui/people/persontable.h"

#include "models/items/personmodel.h"
#include "models/wording/wording.h"
#include "ui/common/statedelegate.h"
#include "ui/common/tableview.h"
#include "ui/common/textdelegate.h"
#include "ui/people/persondelegate.h"
#include "ui/theme/metrics.h"

#include <QCoreApplication>

namespace reserve {

namespace {

StateCell statusCell(const PersonRow& row)
{
    if (row.person.status == PersonStatus::Retired)
        return {Meaning::Retired, {}, {}};
    if (row.person.kind == PersonKind::ExternalContact)
        return {Meaning::ExternalContact, {}, {}};
    return {Meaning::Good, word(row.person.status), {}};
}

StateCell zoneCell(const PersonRow& row)
{
    if (row.person.timeZone.isEmpty())
        return {Meaning::Warning, PersonModel::tr("None"), {}};
    return {std::nullopt, QString::fromUtf8(row.person.timeZone), {}};
}

void spanSections(TableView* table, const PersonModel* model)
{
    table->clearSpans();
    for (int row = 0; row < model->rowCount(); ++row) {
        if (model->isSection(row))
            table->setSpan(row, 0, 1, PersonModel::ColumnCount);
    }
}

} // namespace

TableView* makePersonTable(PersonModel* model, QWidget* parent)
{
    auto* table = new TableView(QCoreApplication::translate("PersonTable", "People"), design::personRow, parent);
    table->setModel(model);
    table->setSelectionMode(QAbstractItemView::SingleSelection);
    auto* whole = new PersonDelegate(*model, table);
    table->setItemDelegateForColumn(PersonModel::NumberColumn, whole);
    table->setItemDelegateForColumn(PersonModel::NameColumn, whole);
    table->setItemDelegateForColumn(PersonModel::EmailColumn, new TextDelegate(Type::Body, Ink::Secondary, table));
    const auto cellOf = [model](const QModelIndex& index) {
        const PersonRow* row = model->rowAt(index.row());
        if (!row)
            return StateCell{std::nullopt, QStringLiteral(" "), {}};
        return index.column() == PersonModel::StatusColumn ? statusCell(*row) : zoneCell(*row);
    };
    auto* states = new StateDelegate(cellOf, table);
    table->setItemDelegateForColumn(PersonModel::StatusColumn, states);
    table->setItemDelegateForColumn(PersonModel::ZoneColumn, states);
    table->setItemDelegateForColumn(PersonModel::ReservationsColumn, new TextDelegate(Type::Body, Ink::Text, table));
    table->setColumnCharacters({15, 21, 0, 16, 17, 9});
    table->setSortable(PersonModel::EmailColumn);
    const auto span = [table, model] { spanSections(table, model); };
    QObject::connect(model, &QAbstractItemModel::rowsInserted, table, span);
    QObject::connect(model, &QAbstractItemModel::rowsRemoved, table, span);
    QObject::connect(model, &QAbstractItemModel::rowsMoved, table, span);
    QObject::connect(model, &QAbstractItemModel::layoutChanged, table, span);
    QObject::connect(model, &QAbstractItemModel::modelReset, table, span);
    return table;
}

} // namespace reserve
