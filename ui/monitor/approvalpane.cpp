// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#include "ui/monitor/approvalpane.h"

#include "models/items/actor.h"
#include "models/items/approvalmodel.h"
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

QString factsOf(const Approval& approval)
{
    const Announcement& about = approval.announcement;
    QStringList lines{ApprovalPane::tr("%1 asks for %2.").arg(about.requester, about.spaceName),
                      rangeText(about.time, about.allDay, Reader::ofThisMachine())};
    if (about.occurrences > 0)
        lines.append(ApprovalPane::tr("A series of %n date(s); the first is named here.", nullptr, about.occurrences));
    if (!about.declined.isEmpty())
        lines.append(
            ApprovalPane::tr("%n of them cannot be had and will be declined.", nullptr, int(about.declined.size())));
    return lines.join(QLatin1Char('\n'));
}

// Why it waits, or who decided it.
QString reasonOf(const Approval& approval)
{
    if (awaitsApprover(approval.state)) {
        const QStringList parts{approval.broken.isEmpty() ? QString() : sentence(approval.broken),
                                sentence(approval.reason)};
        return parts.join(QLatin1Char('\n')).trimmed();
    }
    if (approval.decidedBy.isEmpty())
        return sentence(Reason{"approval.withdrawn", {}});
    return approval.why.isEmpty() ? ApprovalPane::tr("Decided by %1.").arg(approval.decidedBy)
                                  : ApprovalPane::tr("Decided by %1: %2").arg(approval.decidedBy, approval.why);
}

} // namespace

ApprovalPane::ApprovalPane(Store& store, QWidget* parent)
    : QWidget(parent)
    , m_store(store)
    , m_title(new Label({}, Type::Section))
    , m_facts(Label::paragraph({}, Ink::Secondary))
    , m_pills(new PillRow)
    , m_reason(Label::paragraph({}, Ink::Text))
{
    auto* body = new QVBoxLayout;
    body->setContentsMargins(u(4), u(3), u(4), u(3));
    body->setSpacing(u(2));
    const QList<QWidget*> parts{m_title, m_pills, m_facts, m_reason};
    for (QWidget* part : parts)
        body->addWidget(part);
    body->addStretch(1);
    m_foot = makeFoot();
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addLayout(body, 1);
    layout->addWidget(m_foot);
    setApproval({});
}

QWidget* ApprovalPane::makeFoot()
{
    auto* foot = new Surface(Surface::Ground::Surface);
    foot->setHairlines(Qt::TopEdge);
    m_why = new QLineEdit;
    m_why->setPlaceholderText(tr("Words for the requester"));
    m_why->setAccessibleName(tr("Words for the requester"));
    m_approve = new QPushButton(tr("Approve"));
    setLook(m_approve, Look::Primary);
    m_tentative = new QPushButton(tr("Answer tentatively"));
    m_decline = new QPushButton(tr("Decline"));
    auto* buttons = new QHBoxLayout;
    buttons->setSpacing(u(2));
    buttons->addWidget(m_approve);
    buttons->addWidget(m_tentative);
    buttons->addWidget(m_decline);
    buttons->addStretch(1);
    auto* layout = new QVBoxLayout(foot);
    layout->setContentsMargins(u(4), u(3), u(4), u(3));
    layout->setSpacing(u(2));
    layout->addWidget(m_why);
    layout->addLayout(buttons);
    connect(m_approve, &QPushButton::clicked, this, [this] { decide(ApprovalAnswer::Approve); });
    connect(m_tentative, &QPushButton::clicked, this, [this] { decide(ApprovalAnswer::Tentative); });
    connect(m_decline, &QPushButton::clicked, this, [this] { decide(ApprovalAnswer::Decline); });
    return foot;
}

void ApprovalPane::setApproval(const std::optional<Approval>& approval)
{
    const bool isOther = !m_approval || !approval || m_approval->id != approval->id;
    m_approval = approval;
    if (isOther)
        m_why->clear();
    const bool waits = approval && awaitsApprover(approval->state) && approval->ends > m_store.clock().now();
    m_foot->setVisible(waits);
    m_tentative->setEnabled(waits && approval->state == ApprovalState::Open);
    if (!approval) {
        m_title->setText(tr("No request chosen"));
        m_facts->setText(tr("Choose a request in the list to decide it."));
        m_pills->setStates({});
        m_reason->clear();
        return;
    }
    m_title->setText(shownSubject(*approval));
    m_facts->setText(factsOf(*approval));
    m_pills->setStates({approvalCell(approval->state)});
    m_reason->setText(reasonOf(*approval));
}

void ApprovalPane::decide(ApprovalAnswer answer)
{
    const ApproverWord said{answer, consoleActor(), m_why->text().trimmed()};
    const auto written = m_store.write(
        WritePriority::Normal, [id = m_approval->id, said](WriteUnit& unit) { return decideRequest(unit, id, said); });
    whenAnswered(written, this, [this](const Result<Approval>& decided) {
        if (!decided)
            Q_EMIT failed(decided.error().reason());
        else
            Q_EMIT done(tr("%1: %2", "a requester and what was decided")
                            .arg(decided->announcement.requester, word(decided->state)));
    });
}

} // namespace reserve
