// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#include "ui/exchange/addressfield.h"

#include "models/items/proberequest.h"
#include "models/wording/wording.h"
#include "ui/theme/icons.h"

#include <QHBoxLayout>
#include <QLineEdit>
#include <QPushButton>

namespace reserve {

AddressField::AddressField(Store& store, const QString& label, QWidget* parent)
    : QWidget(parent)
    , m_request(new ProbeRequest(store, this))
    , m_edit(new QLineEdit)
    , m_find(new QPushButton(icon(Icon::ActSearch), tr("Find by Autodiscover")))
{
    m_edit->setAccessibleName(label);
    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_edit, 1);
    layout->addWidget(m_find);
    setFocusProxy(m_edit);
    connect(m_edit, &QLineEdit::textEdited, this, [this] {
        say({});
        Q_EMIT edited();
    });
    connect(m_find, &QPushButton::clicked, this, &AddressField::find);
    connect(m_request, &ProbeRequest::answered, this, &AddressField::take);
}

QString AddressField::text() const
{
    return m_edit->text();
}

void AddressField::setText(const QString& text)
{
    if (text == m_edit->text())
        return;
    m_edit->setText(text);
    m_finding.reset();
}

void AddressField::setServer(ServerProfileId server, const QString& off, bool isFindable)
{
    const bool isOther = server != m_server;
    m_server = server;
    m_off = off;
    if (isOther)
        m_request->forget();
    m_find->setVisible(isFindable);
    showButton();
    if (isOther)
        say({});
}

void AddressField::showButton()
{
    m_find->setEnabled(m_off.isEmpty() && !m_request->isRunning());
    m_find->setToolTip(m_off);
}

void AddressField::find()
{
    m_request->find(m_server, m_mailbox);
    showButton();
    say(LiveFinding{Meaning::Information, tr("The agent is being asked.")});
}

void AddressField::take(const Reason& reason)
{
    showButton();
    const bool isFound = reason.code == "server.found";
    const QString url = reason.arguments.value(QStringLiteral("url"));
    if (isFound && url != m_edit->text()) {
        m_edit->setText(url);
        Q_EMIT edited();
    }
    say(isFound ? LiveFinding{Meaning::Good, tr("Autodiscover leads to this address.")}
                : LiveFinding{Meaning::Failed, sentence(reason)});
}

void AddressField::say(const std::optional<LiveFinding>& finding)
{
    m_finding = finding;
    Q_EMIT findingChanged();
}

} // namespace reserve
