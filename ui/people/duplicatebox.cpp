// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#include "ui/people/duplicatebox.h"

#include "models/wording/wording.h"
#include "ui/common/label.h"
#include "ui/theme/consolestyle.h"
#include "ui/theme/icons.h"
#include "ui/theme/metrics.h"

#include <QHBoxLayout>
#include <QIcon>
#include <QPixmap>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>

namespace reserve {

DuplicateBox::DuplicateBox(QWidget* parent)
    : QWidget(parent)
    , m_layout(new QVBoxLayout(this))
{
    m_layout->setContentsMargins(u(4), u(2), u(4), u(2));
    hide();
}

void DuplicateBox::setPeople(const QList<Person>& people)
{
    // A button of the old content may be what asked for this.
    if (m_content) {
        m_content->hide();
        m_content->deleteLater();
        m_content = nullptr;
    }
    setVisible(people.size() > 1);
    if (people.size() < 2)
        return;
    m_content = new QWidget;
    auto* rows = new QVBoxLayout(m_content);
    rows->setContentsMargins(0, 0, 0, 0);
    rows->setSpacing(u(1));
    rows->addWidget(
        new Label(tr("%n people share this e-mail", nullptr, int(people.size())), Type::CaptionStrong, Ink::Secondary));
    const auto winner = std::find_if(people.begin(), people.end(),
                                     [](const Person& person) { return person.status == PersonStatus::Active; });
    for (auto person = people.begin(); person != people.end(); ++person)
        rows->addWidget(makeRow(*person, person == winner));
    // Below the list: beside a name there is no room for them in every language.
    for (auto person = people.begin(); person != people.end(); ++person) {
        if (person != winner && person->status == PersonStatus::Active)
            rows->addWidget(makeRetire(*person), 0, Qt::AlignLeading);
    }
    m_layout->addWidget(m_content);
}

QWidget* DuplicateBox::makeRow(const Person& person, bool wins)
{
    auto* row = new QWidget;
    auto* layout = new QHBoxLayout(row);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(u(2));
    auto* who = new QPushButton(person.controlNumber.text());
    who->setAccessibleName(tr("%1  %2").arg(person.controlNumber.text(), person.displayName()));
    setLook(who, Look::Quiet);
    setSmall(who);
    // The numbers stand below one another: where there is no crown its place stays empty.
    QPixmap nothing(who->iconSize());
    nothing.fill(Qt::transparent);
    who->setIcon(wins ? icon(Icon::Winner, Meaning::Tentative) : QIcon(nothing));
    const PersonId id = person.id;
    connect(who, &QPushButton::clicked, this, [this, id] { Q_EMIT personRequested(id); });
    layout->addWidget(who);
    auto* name = new Label(person.displayName());
    name->setElided(true);
    layout->addWidget(name, 1);
    auto* remark = new Label(wins                                         ? tr("smallest number")
                                 : person.status == PersonStatus::Retired ? word(person.status)
                                                                          : tr("not used"),
                             wins ? Type::CaptionStrong : Type::Caption, Ink::Hint);
    if (wins)
        remark->setMeaning(Meaning::Tentative);
    layout->addWidget(remark);
    return row;
}

QPushButton* DuplicateBox::makeRetire(const Person& person)
{
    auto* retire = new QPushButton(tr("Retire %1").arg(person.controlNumber.text()));
    setSmall(retire);
    const PersonId id = person.id;
    connect(retire, &QPushButton::clicked, this, [this, id] { Q_EMIT retireRequested(id); });
    return retire;
}

} // namespace reserve
