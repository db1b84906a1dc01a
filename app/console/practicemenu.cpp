// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#include "app/console/practicemenu.h"

namespace reserve {

namespace {

const QString off = QStringLiteral("off");
const QString on = QStringLiteral("on");

} // namespace

PracticeMenu::PracticeMenu(PracticeHost& host, QWidget* parent)
    : QMenu(parent)
    , m_host(host)
{
    setAccessibleName(tr("Practice Exchange"));
    addSection(tr("What goes wrong"));
    addSwitch(tr("Exchange is away"), QStringLiteral("offline"), on);
    addSwitch(tr("Answers come after 3 seconds"), QStringLiteral("slow"), QStringLiteral("3000"));
    addSwitch(tr("Requests are throttled for 30 seconds"), QStringLiteral("throttled"), QStringLiteral("30"));
    addSwitch(tr("The password is refused"), QStringLiteral("wrong-password"), on);
    addSwitch(tr("Tokens have expired"), QStringLiteral("expired-token"), on);
    addSwitch(tr("Rooms answer by themselves (AutoAccept)"), QStringLiteral("auto-accept"), on);
    addSwitch(tr("Mailboxes are spelled in another case"), QStringLiteral("other-case"), on);
    addSwitch(tr("The request is not in the mailbox"), QStringLiteral("message-missing"), on);
    addSwitch(tr("Answers are cut off"), QStringLiteral("truncated"), on);
    addSwitch(tr("Answers get lost after the deed"), QStringLiteral("lost-answer"), on);
    addSwitch(tr("The app may not read mail (Graph)"), QStringLiteral("no-mail-read"), on);
    addSwitch(tr("Answers are a sign-in page"), QStringLiteral("hostile"), QStringLiteral("login-page"));
    addSeparator();
    connect(addAction(tr("Stop the Practice Exchange")), &QAction::triggered, &m_host, &PracticeHost::stop);
    connect(addAction(tr("Help")), &QAction::triggered, this, &PracticeMenu::helpWanted);
}

void PracticeMenu::addSwitch(const QString& text, const QString& name, const QString& onValue)
{
    QAction* action = addAction(text);
    action->setCheckable(true);
    action->setChecked(m_host.switches().value(name) != off);
    connect(action, &QAction::toggled, &m_host,
            [this, name, onValue](bool checked) { m_host.setSwitch(name, checked ? onValue : off); });
}

} // namespace reserve
