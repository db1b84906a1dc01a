// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#include "ui/monitor/steplist.h"

#include "models/items/itemtexts.h"
#include "models/wording/wording.h"
#include "ui/common/label.h"

#include <QGridLayout>

namespace reserve {

StepList::StepList(QWidget* parent)
    : ScrolledRows(tr("Steps"), parent)
{
}

void StepList::setSteps(const QList<TraceStep>& steps)
{
    QGridLayout* grid = beginRows();
    int row = 0;
    for (const TraceStep& step : steps) {
        grid->addWidget(new Label(traceTime(step.at), Type::FixedCaption, Ink::Hint), row, 0, Qt::AlignTop);
        grid->addWidget(new Label(QString::fromLatin1(step.rule), Type::CaptionStrong, Ink::Secondary), row++, 1);
        grid->addWidget(Label::paragraph(sentence(step.reason), Ink::Text), row++, 1);
    }
}

} // namespace reserve
