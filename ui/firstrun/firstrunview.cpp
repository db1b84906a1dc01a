// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#include "ui/firstrun/firstrunview.h"

#include "ui/common/card.h"
#include "ui/common/label.h"
#include "ui/firstrun/firststeps.h"
#include "ui/theme/metrics.h"

#include <QCheckBox>
#include <QComboBox>
#include <QCompleter>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QPushButton>
#include <QTimeZone>
#include <QVBoxLayout>

namespace reserve {

namespace {

// Room that is there where the window leaves it, and goes before anything else does.
QSpacerItem* givingWay(int width, int height)
{
    return new QSpacerItem(width, height, QSizePolicy::Maximum, QSizePolicy::Maximum);
}

QHBoxLayout* framed(QLayout* column)
{
    auto* row = new QHBoxLayout;
    row->setContentsMargins(u(5), 0, u(5), 0);
    row->setSpacing(0);
    row->addItem(givingWay(u(16), 0));
    row->addLayout(column, 1);
    row->addItem(givingWay(u(16), 0));
    return row;
}

// What stands above and below the cards begins where they do: round them is room for the ring of the focus.
QVBoxLayout* besideRing()
{
    auto* column = new QVBoxLayout;
    column->setContentsMargins(u(1), 0, u(1), 0);
    column->setSpacing(u(1));
    return column;
}

} // namespace

FirstRunView::FirstRunView(QWidget* parent)
    : QWidget(parent)
    , m_choice(new StartChoice(this))
    , m_practice(new QCheckBox(tr("Run the Practice Exchange, so that answers can be tried without a real one"), this))
    , m_zone(new QComboBox(this))
    , m_continue(new QPushButton(this))
    , m_note(Label::paragraph({}, Ink::Secondary, this))
{
    auto* heading = new Label(tr("How do you want to start?"), Type::Figure, Ink::Text, this);
    auto* paragraph = Label::paragraph(tr("Reserve Console answers meeting requests for your rooms. Everything can be "
                                          "changed later, and the sample building can be replaced by your own."),
                                       Ink::Secondary, this);
    auto* zoneLabel = new Label(tr("Time zone of the building"), Type::Body, Ink::Text, this);
    zoneLabel->setBuddy(m_zone);
    auto* zoneHint
        = Label::paragraph(tr("All-day meetings, and times that name no zone, mean this one."), Ink::Hint, this);
    fillZones();
    m_zone->setAccessibleName(zoneLabel->text());
    m_zone->setMaximumWidth(px(360));
    m_practice->setChecked(true);
    QSizePolicy held(QSizePolicy::Maximum, QSizePolicy::Fixed);
    held.setRetainSizeWhenHidden(true);
    m_practice->setSizePolicy(held);
    m_note->hide();

    QVBoxLayout* above = besideRing();
    above->addWidget(heading);
    above->addSpacing(u(1));
    above->addWidget(paragraph);
    QVBoxLayout* below = besideRing();
    below->addWidget(m_practice);
    below->addSpacing(u(5));
    below->addWidget(zoneLabel);
    below->addWidget(m_zone);
    below->addWidget(zoneHint);
    below->addSpacing(u(3));
    below->addWidget(m_note);
    auto* column = new QVBoxLayout;
    column->setContentsMargins(0, u(6), 0, u(6));
    column->setSpacing(u(2));
    column->addItem(givingWay(0, u(10)));
    column->addLayout(above);
    column->addSpacing(u(2));
    column->addWidget(m_choice);
    column->addLayout(below);
    column->addStretch();

    m_continue->setProperty("look", QStringLiteral("primary"));
    m_continue->setDefault(true);
    auto* foot = new Surface(Surface::Ground::Surface, this);
    foot->setHairlines(Qt::TopEdge);
    auto* buttons = new QHBoxLayout(foot);
    buttons->setContentsMargins(u(6), u(4), u(6), u(4));
    buttons->addStretch();
    buttons->addWidget(m_continue);
    buttons->addItem(givingWay(u(16), 0));

    auto* right = new QVBoxLayout;
    right->setSpacing(0);
    right->addLayout(framed(column), 1);
    right->addWidget(foot);
    auto* whole = new QHBoxLayout(this);
    whole->setContentsMargins(0, 0, 0, 0);
    whole->setSpacing(0);
    whole->addWidget(new FirstSteps(this));
    whole->addLayout(right, 1);

    connect(m_choice, &StartChoice::choiceChanged, this, &FirstRunView::updateButton);
    connect(m_continue, &QPushButton::clicked, this,
            [this] { Q_EMIT chosen(m_choice->choice(), m_zone->currentText().toUtf8()); });
    updateButton();
    m_choice->setFocus();
}

void FirstRunView::fillZones()
{
    for (const QByteArray& zone : QTimeZone::availableTimeZoneIds()) {
        if (zone.contains('/') || zone == "UTC")
            m_zone->addItem(QString::fromUtf8(zone));
    }
    const int own = m_zone->findText(QString::fromUtf8(QTimeZone::systemTimeZoneId()));
    m_zone->setCurrentIndex(own >= 0 ? own : m_zone->findText(QStringLiteral("UTC")));
    m_zone->setEditable(true);
    m_zone->setInsertPolicy(QComboBox::NoInsert);
    m_zone->completer()->setFilterMode(Qt::MatchContains);
    m_zone->completer()->setCompletionMode(QCompleter::PopupCompletion);
    connect(m_zone, &QComboBox::editTextChanged, this, [this](const QString& text) {
        m_continue->setEnabled(m_zone->findText(text, Qt::MatchExactly) >= 0);
        m_continue->setToolTip(m_continue->isEnabled() ? QString() : tr("Choose a time zone of the list."));
    });
}

void FirstRunView::keyPressEvent(QKeyEvent* event)
{
    if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter)
        m_continue->click();
    else
        QWidget::keyPressEvent(event);
}

void FirstRunView::updateButton()
{
    const bool sample = m_choice->choice() == StartWith::SampleBuilding;
    m_continue->setText(sample ? tr("Load the sample building") : tr("Start empty"));
    m_practice->setVisible(sample);
}

bool FirstRunView::wantsPractice() const
{
    return m_choice->choice() == StartWith::SampleBuilding && m_practice->isChecked();
}

void FirstRunView::setBusy(const QString& sentence)
{
    for (QWidget* control : {static_cast<QWidget*>(m_choice), static_cast<QWidget*>(m_practice),
                             static_cast<QWidget*>(m_zone), static_cast<QWidget*>(m_continue)}) {
        control->setEnabled(false);
        control->setToolTip(sentence);
    }
    m_note->setInk(Ink::Secondary);
    m_note->setText(sentence);
    m_note->show();
}

void FirstRunView::setProblem(const QString& sentence)
{
    for (QWidget* control : {static_cast<QWidget*>(m_choice), static_cast<QWidget*>(m_practice),
                             static_cast<QWidget*>(m_zone), static_cast<QWidget*>(m_continue)}) {
        control->setEnabled(true);
        control->setToolTip({});
    }
    m_note->setMeaning(Meaning::Failed);
    m_note->setText(sentence);
    m_note->show();
}

} // namespace reserve
