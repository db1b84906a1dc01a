// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#include "ui/exchange/spacefinding.h"

#include "models/exporting/spacefields.h"
#include "models/items/admindraft.h"
#include "models/items/spacemodel.h"
#include "ui/common/label.h"
#include "ui/exchange/spellinglines.h"
#include "ui/theme/consolestyle.h"
#include "ui/theme/metrics.h"
#include "ui/theme/painting.h"
#include "ui/theme/theme.h"

#include <QHBoxLayout>
#include <QPainter>
#include <QPushButton>
#include <QVBoxLayout>

namespace reserve {

namespace {

FieldPath mailboxOf(qint64 spaceId)
{
    return {FieldPath::Kind::Space, spaceId, columnName(SpaceField::Mailbox)};
}

} // namespace

SpaceFinding::SpaceFinding(AdminDraft& draft, const SpaceModel& model, QWidget* parent)
    : QWidget(parent)
    , m_draft(draft)
    , m_model(model)
    , m_lines(new SpellingLines)
    , m_text(Label::paragraph({}, Ink::Text))
    , m_useSpelling(new QPushButton(tr("Use Exchange's spelling")))
    , m_showRequest(new QPushButton(tr("Show the request")))
    , m_ignoreCase(new QPushButton(tr("Ignore case in mailbox addresses")))
{
    setLook(m_useSpelling, Look::Primary);
    setLook(m_ignoreCase, Look::Quiet);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(px(20), u(2), px(20), u(2));
    layout->setSpacing(u(2));
    layout->addWidget(m_lines);
    layout->addWidget(m_text);
    auto* buttons = new QHBoxLayout;
    buttons->setSpacing(u(2));
    for (QPushButton* button : {m_useSpelling, m_showRequest, m_ignoreCase}) {
        setSmall(button);
        buttons->addWidget(button);
    }
    buttons->addStretch(1);
    layout->addLayout(buttons);
    layout->addStretch(1);
    connect(m_useSpelling, &QPushButton::clicked, this, [this] {
        const QString spelling = m_draft.heldForCase().value(m_space).exchangeSpelling;
        m_draft.fields().setAll({{mailboxOf(m_space), spelling}});
    });
    connect(m_showRequest, &QPushButton::clicked, this, [this] {
        const HeldForCase held = m_draft.heldForCase().value(m_space);
        if (!held.traces.isEmpty())
            Q_EMIT traceRequested(held.traces.first());
    });
    connect(m_ignoreCase, &QPushButton::clicked, this, [this] {
        m_draft.fields().setAll(
            {{{FieldPath::Kind::Setting, 0, QStringLiteral("reserve.ignore-mailbox-case")}, QStringLiteral("true")}});
    });
}

void SpaceFinding::setSpace(qint64 spaceId)
{
    m_space = spaceId;
    const MailboxStanding standing = m_model.standingOf(spaceId);
    const bool differs = standing == MailboxStanding::DiffersInCase;
    m_lines->setVisible(differs);
    for (QPushButton* button : {m_useSpelling, m_showRequest, m_ignoreCase})
        button->setVisible(differs);
    if (differs)
        showDifference();
    else if (standing == MailboxStanding::Duplicate)
        showDuplicate();
    else if (const QStringList problems = m_model.problemsOf(spaceId); !problems.isEmpty())
        showProblems(problems);
    else
        showUnmapped();
    update();
}

bool SpaceFinding::isWanted(const SpaceModel& model, qint64 spaceId)
{
    return model.standingOf(spaceId) != MailboxStanding::Mapped || !model.problemsOf(spaceId).isEmpty();
}

void SpaceFinding::showProblems(const QStringList& problems)
{
    m_meaning = Meaning::Failed;
    m_text->setText(problems.join(QLatin1Char('\n')));
}

void SpaceFinding::showDifference()
{
    m_meaning = Meaning::DiffersInCase;
    const HeldForCase held = m_draft.heldForCase().value(m_space);
    const QString name = m_draft.fields().text({FieldPath::Kind::Space, m_space, columnName(SpaceField::Name)});
    m_lines->setSpellings(m_draft.fields().text(mailboxOf(m_space)), held.exchangeSpelling);
    m_text->setText(tr("Mailboxes are compared letter by letter, so meetings for %1 are not booked. %2")
                        .arg(name, tr("%n request(s) wait.", nullptr, int(held.traces.size()))));
}

void SpaceFinding::showDuplicate()
{
    m_meaning = Meaning::Failed;
    m_text->setText(tr("%1 has the same mailbox. A request names one space only: give each its own mailbox.")
                        .arg(m_model.duplicateOf(m_space)));
}

void SpaceFinding::showUnmapped()
{
    m_meaning = Meaning::Warning;
    m_text->setText(
        tr("No request can mean this space while it has no mailbox. Type or paste the address of its room mailbox "
           "in Exchange."));
}

void SpaceFinding::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.fillRect(rect(), Theme::current().of(m_meaning).wash);
    paintHairline(&painter, QRectF(rect()).bottomLeft(), QRectF(rect()).bottomRight(), Theme::current().line);
}

} // namespace reserve
