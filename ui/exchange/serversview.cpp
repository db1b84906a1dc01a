// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#include "ui/exchange/serversview.h"

#include "models/items/admindraft.h"
#include "ui/common/card.h"
#include "ui/common/emptystate.h"
#include "ui/common/label.h"
#include "ui/exchange/profileform.h"
#include "ui/theme/icons.h"
#include "ui/theme/metrics.h"

#include <QHBoxLayout>
#include <QListWidget>
#include <QPushButton>
#include <QScopedValueRollback>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace reserve {

ServersView::ServersView(AdminDraft& draft, QWidget* parent)
    : QWidget(parent)
    , m_draft(draft)
    , m_list(new QListWidget)
    , m_remove(new QPushButton(tr("Remove server")))
    , m_gaps(Label::paragraph({}))
    , m_stack(new QStackedWidget)
    , m_empty(new EmptyState(EmptyState::Drawing::Messages))
    , m_form(new ProfileForm(draft))
{
    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    m_side = makeList();
    layout->addWidget(m_side);
    m_empty->setTexts(tr("No server is set up yet"),
                      tr("A server names the mail domains it handles. Their people may book, and rooms find their server by "
                         "them."));
    m_empty->setPrimary(tr("Add a server"), Icon::ActAdd);
    m_stack->addWidget(m_form);
    m_stack->addWidget(m_empty);
    layout->addWidget(m_stack, 1);
    connect(m_empty, &EmptyState::primaryRequested, this, &ServersView::addServer);
    connect(m_list, &QListWidget::currentRowChanged, this, &ServersView::choose);
    connect(m_remove, &QPushButton::clicked, this, &ServersView::removeServer);
    connect(&draft, &AdminDraft::changed, this, &ServersView::refresh);
    refresh();
}

QWidget* ServersView::makeList()
{
    auto* side = new Surface(Surface::Ground::Alt);
    side->setHairlines(Qt::RightEdge);
    side->setFixedWidth(px(262));
    auto* layout = new QVBoxLayout(side);
    layout->setContentsMargins(u(3), u(3), u(3), u(3));
    layout->setSpacing(u(2));
    m_list->setAccessibleName(tr("Servers"));
    m_list->setFrameShape(QFrame::NoFrame);
    auto* add = new QPushButton(icon(Icon::ActAdd), tr("Add server"));
    connect(add, &QPushButton::clicked, this, &ServersView::addServer);
    layout->addWidget(m_list, 1);
    layout->addWidget(m_gaps);
    layout->addWidget(add);
    layout->addWidget(m_remove);
    return side;
}

void ServersView::addRow()
{
    auto* item = new QListWidgetItem(m_list);
    item->setSizeHint({0, px(design::resultRow)});
}

qint64 ServersView::currentId() const
{
    const QListWidgetItem* item = m_list->currentItem();
    return item ? item->data(Qt::UserRole).toLongLong() : 0;
}

void ServersView::refresh()
{
    const QList<ServerProfile> profiles = draftedProfiles(m_draft.snapshot(), m_draft.fields());
    const QScopedValueRollback refreshing(m_refreshing, true);
    for (int row = 0; row < profiles.size(); ++row) {
        if (row >= m_list->count())
            addRow();
        const QString name = m_draft.fields().text({FieldPath::Kind::Profile, profiles[row].id.value, QStringLiteral("name")});
        m_list->item(row)->setText(name.isEmpty() ? tr("New server") : name);
        m_list->item(row)->setData(Qt::UserRole, profiles[row].id.value);
    }
    while (m_list->count() > profiles.size())
        delete m_list->takeItem(m_list->count() - 1);
    if (m_list->currentRow() < 0 && m_list->count() > 0)
        m_list->setCurrentRow(0);

    int gaps = 0;
    for (const Space& space : draftedSpaces(m_draft.snapshot(), m_draft.fields()))
        gaps += !space.mailbox.isEmpty() && !profileFor(space.mailbox, profiles);
    m_gaps->setText(gaps > 0 && !profiles.isEmpty() ? tr("%n space(s) have a mailbox whose domain no server handles.", nullptr, gaps)
                                                    : QString());
    m_gaps->setMeaning(Meaning::Warning);
    m_gaps->setVisible(!m_gaps->text().isEmpty());
    m_side->setVisible(m_list->count() > 0);
    m_stack->setCurrentWidget(m_list->count() > 0 ? static_cast<QWidget*>(m_form) : m_empty);
    if (m_form->profile() != currentId())
        m_form->setProfile(currentId());
}

void ServersView::choose()
{
    if (!m_refreshing)
        m_form->setProfile(currentId());
}

void ServersView::addServer()
{
    const qint64 id = m_draft.fields().add(FieldPath::Kind::Profile,
                                           {{profileFieldName(ProfileField::Kind), QStringLiteral("mail-only")},
                                            {profileFieldName(ProfileField::Authentication), QStringLiteral("anonymous")}});
    m_list->setCurrentRow(m_list->count() - 1);
    m_form->setProfile(id);
    m_form->focusField({FieldPath::Kind::Profile, id, profileFieldName(ProfileField::Name)});
}

void ServersView::removeServer()
{
    if (const qint64 id = currentId(); id != 0)
        m_draft.fields().remove(FieldPath::Kind::Profile, id);
}

bool ServersView::focusField(const FieldPath& path)
{
    if (path.kind != FieldPath::Kind::Profile)
        return false;
    for (int row = 0; row < m_list->count(); ++row) {
        if (m_list->item(row)->data(Qt::UserRole).toLongLong() == path.id)
            m_list->setCurrentRow(row);
    }
    return m_form->focusField(path);
}

} // namespace reserve
