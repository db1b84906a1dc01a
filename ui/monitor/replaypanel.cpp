// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#include "ui/monitor/replaypanel.h"

#include "models/items/actor.h"
#include "models/items/whenanswered.h"
#include "models/store/store.h"
#include "models/wording/wording.h"
#include "ui/common/card.h"
#include "ui/common/label.h"
#include "ui/common/scrollcolumn.h"
#include "ui/monitor/accountview.h"
#include "ui/monitor/keptmessage.h"
#include "ui/monitor/monitorcommands.h"
#include "ui/monitor/steplist.h"
#include "ui/theme/consolestyle.h"
#include "ui/theme/icons.h"
#include "ui/theme/metrics.h"

#include <QHBoxLayout>
#include <QPushButton>

namespace reserve {

ReplayPanel::ReplayPanel(Store& store, std::shared_ptr<const ItipReader> reader, QWidget* parent)
    : QWidget(parent)
    , m_store(store)
    , m_reader(std::move(reader))
    , m_outcome(new AccountView(tr("What would be decided now")))
    , m_stepsTitle(new Label(tr("Every step it would take"), Type::CaptionStrong, Ink::Secondary))
    , m_steps(new StepList)
{
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(makeBody(), 1);
    layout->addWidget(makeFoot());
}

QWidget* ReplayPanel::makeBody()
{
    auto* content = new Surface(Surface::Ground::Surface);
    auto* layout = new QVBoxLayout(content);
    layout->setContentsMargins(u(4), u(3), u(4), u(3));
    layout->setSpacing(u(2));
    layout->addWidget(new Label(tr("Replay this message?"), Type::Section));
    layout->addWidget(Label::paragraph(tr("The agent takes the kept message as if it had just arrived and "
                                          "decides it with what is set up and booked now. It "
                                          "gets a trace of its own; this one stays. A meeting that is "
                                          "decided already usually stays as it is, and nobody is "
                                          "told again.")));
    layout->addWidget(m_outcome);
    layout->addWidget(m_stepsTitle);
    layout->addWidget(m_steps);
    layout->addStretch(1);
    return new ScrollColumn(content);
}

QWidget* ReplayPanel::makeFoot()
{
    m_replay = new QPushButton(icon(Icon::ActRun, Tint::OnAccent), tr("Replay now"));
    setLook(m_replay, Look::Primary);
    m_back = new QPushButton(icon(Icon::NavPrevious), tr("Back to the message"));
    auto* foot = new Surface(Surface::Ground::Alt);
    foot->setHairlines(Qt::TopEdge);
    auto* layout = new QHBoxLayout(foot);
    layout->setContentsMargins(u(3), u(2), u(3), u(2));
    layout->setSpacing(u(2));
    layout->addWidget(m_replay);
    layout->addWidget(m_back);
    layout->addStretch(1);
    connect(m_replay, &QPushButton::clicked, this, &ReplayPanel::replay);
    connect(m_back, &QPushButton::clicked, this, &ReplayPanel::closed);
    return foot;
}

void ReplayPanel::open(const Trace& trace)
{
    m_trace = trace;
    m_outcome->setNote(tr("The agent's rules are asked\u2026"));
    m_stepsTitle->hide();
    m_steps->setSteps({});
    m_replay->setEnabled(false);
    m_back->setFocus(Qt::OtherFocusReason);
    rehearseKept(m_store, trace, m_reader, this,
                 [this, generation = ++m_generation](const Result<JudgedEnvelope>& judged) {
                     if (generation != m_generation)
                         return;
                     if (judged && !judged->decisions.isEmpty())
                         return show(judged->decisions.first());
                     m_outcome->setNote(judged ? QString() : sentence(judged.error()));
                 });
}

void ReplayPanel::show(const RehearsedDecision& decision)
{
    m_outcome->setSections({decisionAccount(decision, Reader::ofThisMachine())});
    m_stepsTitle->show();
    m_steps->setSteps(foreseenSteps(decision));
    m_replay->setEnabled(true);
}

void ReplayPanel::replay()
{
    m_replay->setEnabled(false);
    const auto written = m_store.write(
        WritePriority::Normal, [id = m_trace.id](WriteUnit& unit) { return replayMessage(unit, id, consoleActor()); });
    whenAnswered(written, this, [this](const Result<void>& result) {
        m_replay->setEnabled(true);
        if (!result)
            return Q_EMIT failed(result.error().reason());
        Q_EMIT done(tr("The agent decides the message again."));
        Q_EMIT closed();
    });
}

} // namespace reserve
