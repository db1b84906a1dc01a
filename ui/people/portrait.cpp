// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#include "ui/people/portrait.h"

#include "ui/theme/metrics.h"
#include "ui/theme/statepainter.h"

#include <QPainter>

namespace reserve {

QString initialsOf(const Person& person)
{
    QString initials = person.firstName.first(std::min<qsizetype>(1, person.firstName.size()));
    if (person.lastName != person.firstName)
        initials += person.lastName.first(std::min<qsizetype>(1, person.lastName.size()));
    return initials.toUpper();
}

Meaning portraitMeaning(const Person& person)
{
    if (person.status == PersonStatus::Retired)
        return Meaning::Retired;
    return person.kind == PersonKind::ExternalContact ? Meaning::ExternalContact : Meaning::Accepted;
}

Portrait::Portrait(QWidget* parent)
    : QWidget(parent)
{
    setFixedSize(px(44), px(44));
}

void Portrait::setPerson(const Person& person)
{
    m_person = person;
    setAccessibleName(person.displayName());
    update();
}

void Portrait::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setFont(typeface(Type::Strong));
    paintPortrait(&painter, rect(), initialsOf(m_person), portraitMeaning(m_person));
}

} // namespace reserve
