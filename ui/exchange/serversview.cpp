// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#include "ui/exchange/serversview.h"

#include "models/base/logging.h"
#include "models/booking/serverrouting.h"
#include "models/items/admindraft.h"
#include "models/items/serverremark.h"
#include "models/items/shellstatuswatcher.h"
#include "models/items/whenanswered.h"
#include "models/secrets/secretstore.h"
#include "models/store/store.h"
#include "ui/common/banner.h"
#include "ui/common/card.h"
#include "ui/common/emptystate.h"
#include "ui/common/label.h"
#include "ui/theme/icons.h"
#include "ui/theme/metrics.h"

#include <QHBoxLayout>
#include <QListWidget>
#include <QPushButton>
#include <QScopedValueRollback>
#include <QStackedWidget>
#include <QVBoxLayout>

#include <algorithm>
#include <utility>

namespace reserve {

namespace {

constexpr qsizetype mostNamedSpaces = 3;

std::optional<Meaning> meaningOf(RemarkWeight weight)
{
    switch (weight) {
    case RemarkWeight::Quiet:
        return std::nullopt;
    case RemarkWeight::Good:
        return Meaning::Good;
    case RemarkWeight::Warning:
        return Meaning::Warning;
    case RemarkWeight::Failed:
        return Meaning::Failed;
    }
    Q_UNREACHABLE();
}

} // namespace

ServersView::ServersView(const ProfileForm::Desk& desk, AdminDraft& draft, QWidget* parent)
    : QWidget(parent)
    , m_desk(desk)
    , m_draft(draft)
    , m_list(new QListWidget)
    , m_remove(new QPushButton(tr("Remove server")))
    , m_gaps(Label::paragraph({}))
    , m_practice(new Banner)
    , m_stack(new QStackedWidget)
    , m_empty(new EmptyState(EmptyState::Drawing::Messages))
    , m_form(new ProfileForm(desk, draft))
{
    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    m_side = makeList();
    layout->addWidget(m_side);
    m_empty->setTexts(
        tr("No server is set up yet"),
        tr("A server names the mail domains it handles. Their people may book, and rooms find their server by "
           "them."));
    m_empty->setPrimary(tr("Add a server"), Icon::ActAdd);
    m_stack->addWidget(m_form);
    m_stack->addWidget(m_empty);
    auto* chosen = new QVBoxLayout;
    chosen->setSpacing(0);
    chosen->addWidget(m_practice);
    chosen->addWidget(m_stack, 1);
    layout->addLayout(chosen, 1);
    connect(m_practice, &Banner::actionRequested, this, &ServersView::practiceStartRequested);
    connect(m_empty, &EmptyState::primaryRequested, this, &ServersView::addServer);
    connect(m_list, &QListWidget::currentRowChanged, this, &ServersView::choose);
    connect(m_remove, &QPushButton::clicked, this, &ServersView::removeServer);
    connect(m_form, &ProfileForm::done, this, &ServersView::done);
    connect(m_form, &ProfileForm::failed, this, &ServersView::failed);
    connect(&draft, &AdminDraft::changed, this, &ServersView::refresh);
    connect(&draft, &AdminDraft::loaded, this, &ServersView::removeSecretsOfGoneServers);
    connect(&desk.status, &ShellStatusWatcher::changed, this, [this] {
        const QList<ServerProfile> profiles = draftedProfiles(m_draft.snapshot(), m_draft.fields());
        showRows(profiles);
        showPractice(profiles);
    });
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
    item->setSizeHint({0, 2 * fontMetrics().lineSpacing() + u(4)});
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
    showRows(profiles);
    keepChosen(profiles);
    showPractice(profiles);
    showGaps(profiles);
    m_side->setVisible(m_list->count() > 0);
    m_stack->setCurrentWidget(m_list->count() > 0 ? static_cast<QWidget*>(m_form) : m_empty);
    if (m_form->profile() != currentId())
        m_form->setProfile(currentId());
}

void ServersView::showRows(const QList<ServerProfile>& profiles)
{
    for (int row = 0; row < profiles.size(); ++row) {
        if (row >= m_list->count())
            addRow();
        showRow(m_list->item(row), profiles[row]);
    }
    while (m_list->count() > profiles.size())
        delete m_list->takeItem(m_list->count() - 1);
}

// Applying takes a new server out of the draft, and a moment later it is there with its number, at its place in the
// order of names.
void ServersView::keepChosen(const QList<ServerProfile>& profiles)
{
    const auto rowOf = [&profiles](auto isMeant) {
        const auto found = std::find_if(profiles.begin(), profiles.end(), isMeant);
        return found == profiles.end() ? -1 : int(found - profiles.begin());
    };
    int row = rowOf([this](const ServerProfile& profile) { return profile.id.value == m_form->profile(); });
    if (row < 0 && m_form->profile() < 0)
        m_awaited = m_chosenName;
    if (!m_awaited.isEmpty()) {
        const int arrived = rowOf([this](const ServerProfile& profile) { return profile.name == m_awaited; });
        row = arrived < 0 ? row : arrived;
        m_awaited = arrived < 0 ? m_awaited : QString();
    }
    if (row < 0 && m_list->currentRow() < 0 && m_list->count() > 0)
        row = 0;
    if (row < 0)
        return;
    m_list->setCurrentRow(row);
    m_chosenName = profiles.at(row).name;
}

void ServersView::showRow(QListWidgetItem* item, const ServerProfile& profile)
{
    const ServerRemark remark
        = remarkOn(profile, ServerFinding::of(profile, m_desk.status.figures(), m_desk.store.clock().now()));
    const auto meaning = meaningOf(remark.weight);
    const QString typed = m_draft.fields().text({FieldPath::Kind::Profile, profile.id.value, QStringLiteral("name")});
    const QString name = typed.isEmpty() ? tr("New server") : typed;
    item->setText(name + QLatin1Char('\n') + remark.words);
    item->setIcon(meaning ? icon(stateIcon(*meaning), *meaning) : icon(Icon::ThingServer));
    item->setData(Qt::AccessibleTextRole, tr("%1, %2").arg(name, remark.words));
    item->setData(Qt::UserRole, profile.id.value);
}

void ServersView::showPractice(const QList<ServerProfile>& profiles)
{
    const auto chosen = std::find_if(profiles.begin(), profiles.end(),
                                     [this](const ServerProfile& profile) { return profile.id.value == currentId(); });
    const bool isStopped = chosen != profiles.end()
        && isStoppedPractice(*chosen, ServerFinding::of(*chosen, m_desk.status.figures(), m_desk.store.clock().now()));
    if (isStopped)
        m_practice->say(
            Meaning::Information,
            tr("The Practice Exchange is not running. What is for its rooms waits until it is started again, or until "
               "another server handles them."),
            tr("Start the Practice Exchange"));
    else
        m_practice->clear();
}

void ServersView::showGaps(const QList<ServerProfile>& profiles)
{
    QStringList names;
    for (const Space& space : draftedSpaces(m_draft.snapshot(), m_draft.fields())) {
        if (!space.mailbox.isEmpty() && !profileFor(profiles, space.mailbox))
            names.append(space.name);
    }
    const bool isGap = !names.isEmpty() && !profiles.isEmpty();
    const int gaps = int(names.size());
    const QString more = names.size() > mostNamedSpaces ? QStringLiteral(" …") : QString();
    m_gaps->setText(isGap ? tr("%n space(s) have a mailbox whose domain no server handles: %1", nullptr, gaps)
                                .arg(names.mid(0, mostNamedSpaces).join(QLatin1String(", ")) + more)
                          : QString());
    m_gaps->setMeaning(Meaning::Warning);
    m_gaps->setVisible(isGap);
}

void ServersView::removeSecretsOfGoneServers()
{
    QSet<qint64> stored;
    for (const ServerProfile& profile : m_draft.snapshot().profiles())
        stored.insert(profile.id.value);
    const QSet<qint64> gone = std::exchange(m_stored, stored) - stored;
    for (const qint64 id : m_desk.secrets ? gone : QSet<qint64>()) {
        for (const ServerSecret secret : serverSecrets()) {
            whenAnswered(m_desk.secrets->remove(serverSecretName(ServerProfileId{id}, secret)), this,
                         [](const Result<void>& removed) {
                             if (!removed)
                                 qCWarning(lcSecrets)
                                     << "a secret of a removed server stays:" << removed.error().code();
                         });
        }
    }
}

void ServersView::choose()
{
    if (m_refreshing)
        return;
    m_awaited.clear();
    m_chosenName = m_draft.fields().text({FieldPath::Kind::Profile, currentId(), QStringLiteral("name")}).trimmed();
    m_form->setProfile(currentId());
    m_form->showTop();
    showPractice(draftedProfiles(m_draft.snapshot(), m_draft.fields()));
}

void ServersView::addServer()
{
    const qint64 id = m_draft.fields().add(FieldPath::Kind::Profile,
                                           {{profileFieldName(ProfileField::Kind), QStringLiteral("ews")},
                                            {profileFieldName(ProfileField::Authentication), QStringLiteral("ntlm")}});
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
