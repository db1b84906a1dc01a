// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#include "ui/exchange/settingsform.h"

#include "models/base/address.h"
#include "models/items/admindraft.h"
#include "models/items/whenanswered.h"
#include "models/store/changefeed.h"
#include "models/store/store.h"
#include "models/wording/wording.h"
#include "ui/common/formfield.h"
#include "ui/exchange/draftfield.h"

#include <algorithm>
#include <chrono>

namespace reserve {

namespace {

using namespace std::chrono_literals;

std::optional<LiveFinding> judgeDefaultUser(const QString& email, const QList<Person>& people)
{
    if (email.isEmpty())
        return std::nullopt;
    const auto active = std::find_if(people.begin(), people.end(),
                                     [](const Person& person) { return person.status == PersonStatus::Active; });
    if (active != people.end()) {
        return LiveFinding{Meaning::Good,
                           SettingsForm::tr("%1, Control Number %2, %3")
                               .arg(active->displayName(), active->controlNumber.text(), word(active->status))};
    }
    if (!people.isEmpty()) {
        return LiveFinding{
            Meaning::Warning,
            SettingsForm::tr("%1, Control Number %2, is retired. Retired people are never matched, so requests "
                             "from unknown people are refused.")
                .arg(people.first().displayName(), people.first().controlNumber.text())};
    }
    return LiveFinding{Meaning::Warning,
                       SettingsForm::tr("Nobody has this e-mail, so requests from unknown people are "
                                        "refused. Add the person on the page People.")};
}

} // namespace

SettingsForm::SettingsForm(Store& store, AdminDraft& draft, QWidget* parent)
    : DraftForm(draft, parent)
    , m_store(store)
{
    FormSection* who = addSection(tr("Who may book"));
    m_defaultUser
        = addSetting(who, QStringLiteral("reserve.default-user-email"),
                     tr("Requests from unknown people go to this person. Left empty, requests from unknown people "
                        "are refused."));
    m_contact
        = addSetting(who, QStringLiteral("reserve.create-external-contact"),
                     tr("A new person is made from the requester's e-mail and gets the reservation. Works only while a "
                        "Default Reserve User Email is set."));
    addSetting(
        who, QStringLiteral("reserve.accepted-domains"),
        tr("Unknown people of these domains may book too, separated by commas. The domains of the default user and of "
           "the servers are accepted already."));
    FormSection* rooms = addSection(tr("Which mail means a space"));
    addSetting(rooms, QStringLiteral("reserve.sub-domain"),
               tr("The domain that Exchange forwards to, whole or its leading labels (TRIRIGA_RESERVE_SUB_DOMAIN)."));
    addSetting(
        rooms, QStringLiteral("reserve.ignore-mailbox-case"),
        tr("Off, mailboxes compare letter by letter, as in Reserve: a request that differs only in case is held."));
    addSetting(rooms, QStringLiteral("reserve.time-zone"),
               tr("All-day and floating times mean this zone where a space names none, for instance Europe/Berlin."));
    FormSection* away = addSection(tr("When Exchange is away"));
    addSetting(away, QStringLiteral("exchange.retry-minutes"),
               tr("Reserving goes on. What must be told waits and is tried again this often, until it is told."));
    FormSection* keeping = addSection(tr("How long it is kept"));
    addSetting(keeping, QStringLiteral("store.keep-mail-days"), tr("Raw and kept mail is removed after this time."));
    addSetting(keeping, QStringLiteral("store.keep-trace-days"),
               tr("Traces are removed after this time. The audit is never removed."));
    finishSections();

    m_defaultUser->setLiveFinding([this]() -> std::optional<LiveFinding> {
        const QString typed = this->draft().setting(QStringLiteral("reserve.default-user-email")).trimmed();
        return typed == m_found.email ? judgeDefaultUser(typed, m_found.people) : std::nullopt;
    });
    m_contact->setLiveFinding([this]() -> std::optional<LiveFinding> {
        const Settings settings = this->draft().draftedSettings();
        if (!settings.createExternalContact() || !settings.defaultReserveUserEmail().isEmpty())
            return std::nullopt;
        return LiveFinding{Meaning::Warning,
                           tr("No Default Reserve User Email is set, so unknown people are refused and no "
                              "contact is made. Set one above.")};
    });
    m_soon.setSingleShot(true);
    m_soon.setInterval(150ms);
    connect(&m_soon, &QTimer::timeout, this, &SettingsForm::readDefaultUser);
    connect(&draft, &AdminDraft::changed, this, [this] {
        if (this->draft().setting(QStringLiteral("reserve.default-user-email")).trimmed() != m_found.email)
            m_soon.start();
    });
    connect(
        &store.changes(), &ChangeFeed::changed, this,
        [this](const QList<Change>& changes) {
            const bool concerns = std::any_of(changes.begin(), changes.end(), [](const Change& change) {
                return change.subject == ChangeSubject::People;
            });
            if (concerns)
                m_soon.start();
        },
        Qt::QueuedConnection);
}

void SettingsForm::readDefaultUser()
{
    const quint64 generation = ++m_generation;
    const QString email = draft().setting(QStringLiteral("reserve.default-user-email")).trimmed();
    if (!looksLikeAddress(email)) {
        showDefaultUser({email, {}});
        return;
    }
    const auto read = m_store.read([email](const ReadUnit& unit) { return unit.people().withEmail(email); });
    whenAnswered(read, this, [this, generation, email](const Result<QList<Person>>& people) {
        if (generation == m_generation && people)
            showDefaultUser({email, *people});
    });
}

void SettingsForm::showDefaultUser(const DefaultUser& found)
{
    m_found = found;
    m_defaultUser->refresh();
}

} // namespace reserve
