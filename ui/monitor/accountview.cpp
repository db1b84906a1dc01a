// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#include "ui/monitor/accountview.h"

#include "ui/common/label.h"

#include <QGridLayout>

namespace reserve {

namespace {

Label* makeTitle(const QString& title)
{
    auto* label = new Label(title, Type::CaptionStrong, Ink::Text);
    label->setWordWrap(true);
    return label;
}

Label* makeText(const AccountLine& line)
{
    Label* text = Label::paragraph(line.text, Ink::Text);
    text->setTextInteractionFlags(Qt::TextSelectableByMouse);
    text->setAccessibleName(line.label.isEmpty()
                                ? line.text
                                : AccountView::tr("%1: %2", "a label and its text").arg(line.label, line.text));
    if (line.isProblem)
        text->setMeaning(Meaning::Warning);
    return text;
}

} // namespace

AccountView::AccountView(const QString& name, QWidget* parent)
    : ScrolledRows(name, parent)
{
}

void AccountView::setSections(const QList<AccountSection>& sections)
{
    QGridLayout* grid = beginRows();
    int row = 0;
    for (const AccountSection& section : sections) {
        if (row > 0)
            grid->setRowMinimumHeight(row++, u(2));
        grid->addWidget(makeTitle(section.title), row++, 0, 1, 2);
        for (const AccountLine& line : section.lines) {
            if (!line.label.isEmpty())
                grid->addWidget(new Label(line.label, Type::Caption, Ink::Secondary), row, 0, Qt::AlignTop);
            grid->addWidget(makeText(line), row++, 1);
        }
    }
}

void AccountView::setNote(const QString& note)
{
    beginRows()->addWidget(Label::paragraph(note, Ink::Secondary), 0, 0, 1, 2);
}

} // namespace reserve
