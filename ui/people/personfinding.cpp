// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#include "ui/people/personfinding.h"

#include "ui/common/label.h"
#include "ui/people/zonechoice.h"
#include "ui/theme/consolestyle.h"
#include "ui/theme/metrics.h"
#include "ui/theme/painting.h"
#include "ui/theme/theme.h"

#include <QHBoxLayout>
#include <QPainter>
#include <QPushButton>
#include <QTimeZone>
#include <QVBoxLayout>

namespace reserve {

PersonFinding::PersonFinding(QWidget* parent)
    : QWidget(parent)
    , m_title(new Label({}, Type::Strong))
    , m_text(Label::paragraph({}, Ink::Text))
    , m_zone(new ZoneChoice(ZoneChoice::Empty::NotOffered))
    , m_set(new QPushButton(tr("Set time zone")))
{
    m_title->setMeaning(Meaning::Warning);
    m_title->setWordWrap(true);
    // An external contact is named by an e-mail, which no line end breaks.
    m_title->setMinimumWidth(1);
    m_text->setMinimumWidth(1);
    m_zone->setMinimumWidth(u(24)); // the longest zone must not widen the profile
    m_zone->setAccessibleName(tr("Time zone"));
    m_zone->setAccessibleDescription(m_zone->accessibleName()); // on Linux the name of a combo box is its value
    m_zone->setZone(QTimeZone::systemTimeZoneId());
    setLook(m_set, Look::Primary);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(u(3), u(2.5), u(3), u(2.5));
    layout->setSpacing(u(1.5));
    layout->addWidget(m_title);
    layout->addWidget(m_text);
    auto* row = new QHBoxLayout;
    row->setSpacing(u(2));
    row->addWidget(m_zone, 1);
    row->addWidget(m_set);
    layout->addLayout(row);
    connect(m_set, &QPushButton::clicked, this, [this] {
        if (QTimeZone::isTimeZoneIdAvailable(m_zone->zone()))
            Q_EMIT zoneChosen(m_zone->zone());
        else
            m_zone->setFocus();
    });
}

void PersonFinding::setPerson(const QString& name)
{
    m_title->setText(tr("%1 has no time zone").arg(name));
    m_text->setText(
        tr("A reservation made in this console for %1 fails until a time zone is set. Requests from Outlook "
           "are not affected.")
            .arg(name));
}

void PersonFinding::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    paintPanel(&painter, rect(), px(design::cardRadius), Theme::current().of(Meaning::Warning).wash);
}

} // namespace reserve
