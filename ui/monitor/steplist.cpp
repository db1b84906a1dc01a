// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#include "ui/monitor/steplist.h"

#include "models/items/itemtexts.h"
#include "models/wording/wording.h"
#include "ui/common/label.h"
#include "ui/theme/metrics.h"

#include <QGridLayout>
#include <QVBoxLayout>

namespace reserve {

StepList::StepList(QWidget* parent)
    : QWidget(parent)
    , m_layout(new QVBoxLayout(this))
{
    m_layout->setContentsMargins(0, 0, 0, 0);
    setAccessibleName(tr("Steps"));
}

void StepList::setSteps(const QList<TraceStep>& steps)
{
    delete m_rows;
    m_rows = new QWidget(this);
    m_layout->addWidget(m_rows);
    auto* grid = new QGridLayout(m_rows);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setHorizontalSpacing(u(3));
    grid->setVerticalSpacing(u(0.5));
    grid->setColumnStretch(1, 1);
    int row = 0;
    for (const TraceStep& step : steps) {
        grid->addWidget(new Label(traceTime(step.at), Type::FixedCaption, Ink::Hint), row, 0, Qt::AlignTop);
        grid->addWidget(new Label(QString::fromLatin1(step.rule), Type::CaptionStrong, Ink::Secondary), row++, 1);
        grid->addWidget(Label::paragraph(sentence(step.reason), Ink::Text), row++, 1);
    }
}

} // namespace reserve
