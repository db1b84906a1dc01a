// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#include "ui/common/importsheet.h"

#include "models/wording/wording.h"
#include "ui/common/label.h"
#include "ui/common/tableview.h"
#include "ui/theme/consolestyle.h"
#include "ui/theme/icons.h"
#include "ui/theme/metrics.h"

#include <QHBoxLayout>
#include <QLocale>
#include <QPushButton>
#include <QSet>
#include <QStandardItemModel>
#include <QVBoxLayout>

namespace reserve {

ImportSheet::ImportSheet(QWidget* parent)
    : QWidget(parent)
    , m_title(new Label({}, Type::Section))
    , m_text(Label::paragraph({}))
    , m_table(new TableView(tr("Rows with problems"), design::resultRow))
    , m_model(new QStandardItemModel(this))
{
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(u(5), u(4), u(5), u(4));
    layout->setSpacing(u(3));
    layout->addWidget(m_title);
    layout->addWidget(m_text);
    m_table->setModel(m_model);
    m_table->setEditTriggers(QAbstractItemView::NoEditTriggers);
    layout->addWidget(m_table, 1);
    auto* buttons = new QHBoxLayout;
    auto* other = new QPushButton(icon(Icon::ActImport, Tint::OnAccent), tr("Import again…"));
    setLook(other, Look::Primary);
    auto* close = new QPushButton(tr("Close"));
    buttons->addStretch(1);
    buttons->addWidget(close);
    buttons->addWidget(other);
    layout->addLayout(buttons);
    connect(close, &QPushButton::clicked, this, &ImportSheet::closeRequested);
    connect(other, &QPushButton::clicked, this, &ImportSheet::otherFileRequested);
}

void ImportSheet::setReport(const QString& fileName, const ImportReport& report)
{
    m_title->setText(report.isClean() ? tr("%1 is imported").arg(fileName)
                                      : tr("Nothing of %1 is imported").arg(fileName));
    QSet<int> lines;
    for (const RowProblem& problem : report.problems)
        lines.insert(problem.line);
    m_text->setText(report.isClean() ? tr("%n column(s) of it were left out.", nullptr, int(report.remarks.size()))
                                     : tr("%n row(s) cannot be taken. Mend them in the file and import it again.",
                                          nullptr, int(lines.size())));
    m_model->clear();
    m_model->setHorizontalHeaderLabels({tr("Line"), tr("Column"), tr("What is wrong")});
    m_model->horizontalHeaderItem(0)->setTextAlignment(Qt::AlignTrailing | Qt::AlignVCenter); // over its numbers
    for (const RowProblem& problem : report.problems)
        append(problem);
    for (const Reason& remark : report.remarks)
        append({1, remark.arguments.value(QStringLiteral("column")), remark});
    m_table->setColumnCharacters({8, 20, 0});
    m_table->setFocus();
}

void ImportSheet::append(const RowProblem& problem)
{
    auto* line = new QStandardItem(QLocale().toString(problem.line));
    line->setTextAlignment(Qt::AlignTrailing | Qt::AlignVCenter);
    m_model->appendRow({line, new QStandardItem(problem.column), new QStandardItem(sentence(problem.reason))});
}

int ImportSheet::problemCount() const
{
    return m_model->rowCount();
}

} // namespace reserve
