// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#include "ui/exchange/servertrial.h"

#include "models/items/proberequest.h"
#include "models/wording/wording.h"
#include "ui/common/formfield.h"
#include "ui/theme/icons.h"
#include "ui/theme/metrics.h"

#include <QHBoxLayout>
#include <QLineEdit>
#include <QPushButton>

namespace reserve {

ServerTrial::ServerTrial(Store& store, QWidget* parent)
    : QWidget(parent)
    , m_probe(new ProbeRequest(store, this))
    , m_mailbox(new QLineEdit)
    , m_test(new QPushButton(icon(Icon::ThingPlug), tr("Test")))
{
    auto* row = new QWidget;
    auto* rowLayout = new QHBoxLayout(row);
    rowLayout->setContentsMargins(0, 0, 0, 0);
    rowLayout->addWidget(m_mailbox, 1);
    rowLayout->addWidget(m_test);
    row->setFocusProxy(m_mailbox);
    m_mailbox->setAccessibleName(tr("Room to open"));
    m_mailbox->setPlaceholderText(tr("A room's mailbox, or nothing"));
    m_field = new FormField(tr("Room to open"), row);
    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_field);
    connect(m_test, &QPushButton::clicked, this, &ServerTrial::start);
    connect(m_mailbox, &QLineEdit::returnPressed, this, &ServerTrial::start);
    connect(m_probe, &ProbeRequest::answered, this, &ServerTrial::showAnswer);
}

void ServerTrial::setServer(ServerProfileId server, const QString& off, bool isFoundByRoom)
{
    if (server != m_server) {
        m_probe->forget();
        m_mailbox->clear();
        m_field->clearFinding();
    }
    m_server = server;
    m_off = off;
    showButton();
    m_field->setHint(!off.isEmpty() ? off
                         : isFoundByRoom
                         ? tr("Name a room: the agent finds the server by its address (Autodiscover), and signs in.")
                         : tr("The agent signs in, because the password lies on its machine. With a room, it opens "
                              "that mailbox too."));
}

void ServerTrial::showButton()
{
    m_test->setEnabled(m_off.isEmpty() && !m_probe->isRunning());
    m_test->setToolTip(m_off);
}

void ServerTrial::start()
{
    if (!m_test->isEnabled())
        return;
    m_field->setFinding(Meaning::Information, tr("The agent is being asked."));
    m_probe->start(m_server, m_mailbox->text().trimmed());
    showButton();
}

void ServerTrial::showAnswer(const Reason& reason)
{
    showButton();
    const bool isReached = reason.code == "server.reached";
    m_field->setFinding(isReached ? Meaning::Good : Meaning::Failed, sentence(reason));
}

} // namespace reserve
