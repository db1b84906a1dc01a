// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#include "ui/monitor/outboxpane.h"

#include "models/items/actor.h"
#include "models/items/itemtexts.h"
#include "models/items/outboxmodel.h"
#include "models/items/whenanswered.h"
#include "models/wording/wording.h"
#include "ui/common/card.h"
#include "ui/common/label.h"
#include "ui/common/pillrow.h"
#include "ui/monitor/monitorcommands.h"
#include "ui/monitor/tracemeaning.h"
#include "ui/theme/consolestyle.h"
#include "ui/theme/icons.h"
#include "ui/theme/metrics.h"

#include <QHBoxLayout>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

namespace reserve {

namespace {

bool canBeRetried(OutboxState state)
{
    return state == OutboxState::Waiting || state == OutboxState::Failed;
}

bool canBeGivenUp(OutboxState state)
{
    return canBeRetried(state) || state == OutboxState::Bounced;
}

// What goes to an organizer or a mailbox is not chosen here: the request and the space say where.
bool hasRecipientToChoose(const OutboxEntry& entry)
{
    return canBeGivenUp(entry.state)
        && (entry.kind == OutboxKind::Confirmation || entry.kind == OutboxKind::ApprovalRequest);
}

} // namespace

OutboxPane::OutboxPane(Store& store, QWidget* parent)
    : QWidget(parent)
    , m_store(store)
    , m_title(new Label({}, Type::Section))
    , m_recipient(Label::paragraph({}, Ink::Secondary))
    , m_pills(new PillRow)
    , m_tries(Label::paragraph({}, Ink::Secondary))
    , m_failure(Label::paragraph({}, Ink::Text))
{
    m_failure->setTextInteractionFlags(Qt::TextSelectableByMouse);
    auto* body = new QVBoxLayout;
    body->setContentsMargins(u(4), u(3), u(4), u(3));
    body->setSpacing(u(2));
    m_recipientRow = makeRecipientRow();
    const QList<QWidget*> parts{m_title, m_recipient, m_recipientRow, m_pills, m_tries, m_failure};
    for (QWidget* part : parts)
        body->addWidget(part);
    body->addStretch(1);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addLayout(body, 1);
    layout->addWidget(makeFoot());
    setEntry(std::nullopt);
}

QWidget* OutboxPane::makeRecipientRow()
{
    m_otherRecipient = new QLineEdit;
    m_otherRecipient->setAccessibleName(tr("Recipient"));
    m_otherRecipient->setToolTip(tr("An address, and copies after commas"));
    m_edit = new QPushButton(tr("Send there"));
    auto* row = new QWidget;
    auto* layout = new QHBoxLayout(row);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(u(2));
    layout->addWidget(m_otherRecipient, 1);
    layout->addWidget(m_edit);
    connect(m_edit, &QPushButton::clicked, this, &OutboxPane::edit);
    connect(m_otherRecipient, &QLineEdit::returnPressed, m_edit, &QPushButton::click);
    connect(m_otherRecipient, &QLineEdit::textChanged, this, [this](const QString& text) {
        m_edit->setEnabled(m_entry && !text.trimmed().isEmpty() && text != m_entry->recipient);
    });
    return row;
}

QWidget* OutboxPane::makeFoot()
{
    m_retry = new QPushButton(icon(Icon::ActRetry, Tint::OnAccent), tr("Try now"));
    setLook(m_retry, Look::Primary);
    m_why = new QLineEdit;
    m_why->setPlaceholderText(tr("Why it is given up"));
    m_why->setAccessibleName(tr("Why it is given up"));
    m_giveUp = new QPushButton(tr("Give up"));
    setLook(m_giveUp, Look::Danger);
    auto* foot = new Surface(Surface::Ground::Alt);
    foot->setHairlines(Qt::TopEdge);
    auto* layout = new QHBoxLayout(foot);
    layout->setContentsMargins(u(3), u(2), u(3), u(2));
    layout->setSpacing(u(2));
    layout->addWidget(m_retry);
    layout->addWidget(m_why, 1);
    layout->addWidget(m_giveUp);
    connect(m_retry, &QPushButton::clicked, this, &OutboxPane::retry);
    connect(m_giveUp, &QPushButton::clicked, this, &OutboxPane::giveUp);
    const auto judge = [this] {
        const bool said = !m_why->text().trimmed().isEmpty();
        m_giveUp->setEnabled(said);
        m_giveUp->setToolTip(said ? tr("It is never told; the list keeps your reason")
                                  : tr("Say why first: the list keeps the reason"));
    };
    connect(m_why, &QLineEdit::textChanged, this, judge);
    judge();
    return foot;
}

void OutboxPane::setEntry(const std::optional<OutboxEntry>& entry)
{
    if (!entry || !m_entry || entry->id != m_entry->id)
        m_why->clear();
    const bool isTyping
        = m_entry && entry && entry->id == m_entry->id && m_otherRecipient->text() != m_entry->recipient;
    m_entry = entry;
    m_recipientRow->setVisible(entry && hasRecipientToChoose(*entry));
    if (!isTyping)
        m_otherRecipient->setText(entry ? entry->recipient : QString());
    const bool retries = entry && canBeRetried(entry->state);
    const bool givesUp = entry && canBeGivenUp(entry->state);
    m_retry->setVisible(retries);
    m_why->setVisible(givesUp);
    m_giveUp->setVisible(givesUp);
    m_pills->setStates(entry ? QList<StateCell>{outboxCell(entry->state)} : QList<StateCell>{});
    if (!entry) {
        m_title->setText(tr("Nothing chosen"));
        m_recipient->setText(tr("Choose an entry to see why it waits."));
        m_tries->clear();
        m_failure->hide();
        return;
    }
    const Instant now = m_store.clock().now();
    m_title->setText(word(entry->kind));
    m_recipient->setText(tr("To %1").arg(entry->recipient));
    const QString tries = entry->attempts > 0 ? tr("Tried %n time(s)", nullptr, entry->attempts) : tr("Not tried yet");
    m_tries->setText(entry->state == OutboxState::Waiting && entry->nextAttempt > now
                         ? tr("%1, next try %2").arg(tries, shortTime(entry->nextAttempt, now))
                         : tries);
    m_failure->setText(failureText(*entry));
    m_failure->setVisible(!m_failure->text().isEmpty());
}

// What has ended instead says why.
template<typename Fn>
void OutboxPane::tell(Fn work, const QString& tried)
{
    whenAnswered(m_store.write(WritePriority::Normal, std::move(work)), this,
                 [this, tried](const Result<Reason>& ended) {
                     if (ended)
                         Q_EMIT done(ended->isEmpty() ? tried : sentence(*ended));
                     else
                         Q_EMIT failed(ended.error().reason());
                 });
}

void OutboxPane::retry()
{
    tell([id = m_entry->id](WriteUnit& unit) { return retryOutbox(unit, id, consoleActor()); }, tr("It is tried now."));
}

void OutboxPane::edit()
{
    const QString recipient = m_otherRecipient->text().trimmed();
    tell([id = m_entry->id, recipient](WriteUnit& unit) { return sendElsewhere(unit, id, recipient, consoleActor()); },
         tr("It goes to %1.").arg(recipient));
}

void OutboxPane::giveUp()
{
    const QString why = m_why->text().trimmed();
    const auto work = [id = m_entry->id, why](WriteUnit& unit) {
        return unit.outbox().giveUp(id, why, consoleActor()).map([] { return Reason(); });
    };
    tell(work, tr("It is given up."));
}

} // namespace reserve
