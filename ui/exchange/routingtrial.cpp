// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#include "ui/exchange/routingtrial.h"

#include "models/base/address.h"
#include "models/booking/serverrouting.h"
#include "models/items/admindraft.h"
#include "ui/common/formfield.h"

#include <QHBoxLayout>
#include <QLineEdit>

namespace reserve {

namespace {

// The mailbox's own space, where there is one.
QString spaceOf(const QString& address, const QList<Space>& spaces)
{
    for (const Space& space : spaces) {
        if (sameAddress(space.mailbox, address))
            return space.name;
    }
    return {};
}

} // namespace

RoutingTrial::RoutingTrial(const AdminDraft& draft, QWidget* parent)
    : QWidget(parent)
    , m_draft(draft)
    , m_address(new QLineEdit)
    , m_field(new FormField(tr("Which server handles this address?"), m_address))
{
    m_address->setPlaceholderText(tr("A room's mailbox"));
    m_field->setHint(
        tr("By the mail domains as they stand here, applied or not. The longest domain that matches wins."));
    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_field);
    connect(m_address, &QLineEdit::textChanged, this, &RoutingTrial::refresh);
    connect(&draft, &AdminDraft::changed, this, &RoutingTrial::refresh);
}

void RoutingTrial::refresh()
{
    const QString address = m_address->text().trimmed();
    if (!looksLikeAddress(address))
        return m_field->clearFinding();
    const QList<ServerProfile> profiles = draftedProfiles(m_draft.snapshot(), m_draft.fields());
    const ServerProfile* profile = profileFor(profiles, address);
    if (!profile)
        return m_field->setFinding(Meaning::Warning,
                                   tr("No server handles it. Its answers go out by the outgoing mail server."));
    const QString space = spaceOf(address, draftedSpaces(m_draft.snapshot(), m_draft.fields()));
    m_field->setFinding(Meaning::Good,
                        space.isEmpty() ? tr("%1 handles it. No space has this mailbox.").arg(profile->name)
                                        : tr("%1 handles it, for %2.").arg(profile->name, space));
}

} // namespace reserve
