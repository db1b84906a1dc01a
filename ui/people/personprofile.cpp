// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#include "ui/people/personprofile.h"

#include "models/items/actor.h"
#include "models/items/itemtexts.h"
#include "models/items/whenanswered.h"
#include "models/store/changefeed.h"
#include "models/wording/wording.h"
#include "ui/common/label.h"
#include "ui/common/pillrow.h"
#include "ui/people/duplicatebox.h"
#include "ui/people/personfinding.h"
#include "ui/people/portrait.h"
#include "ui/theme/consolestyle.h"
#include "ui/theme/icons.h"
#include "ui/theme/metrics.h"

#include <QGridLayout>
#include <QHBoxLayout>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>
#include <chrono>

namespace reserve {

namespace {

using namespace std::chrono_literals;

enum Fact { NumberFact, FirstNameFact, LastNameFact, KindFact, ZoneFact, NextFact, FactCount };

QList<StateCell> statesOf(const PersonRow& row)
{
    QList<StateCell> states;
    if (row.person.status == PersonStatus::Retired)
        states.append({Meaning::Retired, {}, {}});
    else
        states.append({Meaning::Good, word(row.person.status), {}});
    if (row.person.kind == PersonKind::ExternalContact)
        states.append({Meaning::ExternalContact, {}, {}});
    if (row.winsMatch)
        states.append({Meaning::Tentative, PersonProfile::tr("Wins the match"), Icon::Winner});
    return states;
}

} // namespace

PersonProfile::PersonProfile(Store& store, QWidget* parent)
    : QWidget(parent)
    , m_store(store)
    , m_nothing(Label::paragraph(tr("Choose a person to see the profile.")))
    , m_content(new QWidget)
    , m_portrait(new Portrait)
    , m_name(new Label({}, Type::Section))
    , m_email(new Label({}, Type::Body, Ink::Secondary))
    , m_states(new PillRow)
    , m_finding(new PersonFinding)
    , m_facts(new QGridLayout)
    , m_duplicates(new DuplicateBox)
{
    m_email->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_name->setWordWrap(true);
    auto* outer = new QVBoxLayout(this);
    outer->setContentsMargins(0, 0, 0, 0);
    outer->setSpacing(0);
    m_nothing->setContentsMargins(u(4), u(4), u(4), u(4));
    outer->addWidget(m_nothing);
    outer->addWidget(m_content);
    outer->addStretch(1);
    buildHead();
    buildFacts();
    m_readSoon.setSingleShot(true);
    m_readSoon.setInterval(100ms);
    connect(&m_readSoon, &QTimer::timeout, this, &PersonProfile::read);
    connect(m_finding, &PersonFinding::zoneChosen, this, &PersonProfile::setZone);
    connect(m_duplicates, &DuplicateBox::personRequested, this, &PersonProfile::personRequested);
    connect(m_duplicates, &DuplicateBox::retireRequested, this,
            [this](PersonId id) { setStatus(id, PersonStatus::Retired); });
    connect(
        &store.changes(), &ChangeFeed::changed, this,
        [this](const QList<Change>& changes) {
            const bool concerns = std::any_of(changes.begin(), changes.end(), [](const Change& change) {
                return change.subject == ChangeSubject::People || change.subject == ChangeSubject::Reservations;
            });
            if (concerns && m_id && !m_readSoon.isActive())
                m_readSoon.start();
        },
        Qt::QueuedConnection);
    setPerson({});
}

void PersonProfile::buildHead()
{
    auto* layout = new QVBoxLayout(m_content);
    layout->setContentsMargins(0, 0, 0, u(3));
    layout->setSpacing(u(3));
    auto* head = new QHBoxLayout;
    head->setContentsMargins(u(4), u(4), u(4), 0);
    head->setSpacing(u(3));
    head->addWidget(m_portrait, 0, Qt::AlignTop);
    auto* texts = new QVBoxLayout;
    texts->setSpacing(u(1));
    m_name->setElided(true);
    m_email->setElided(true);
    texts->addWidget(m_name);
    texts->addWidget(m_email);
    texts->addWidget(m_states);
    head->addLayout(texts, 1);
    layout->addLayout(head);
    auto* finding = new QVBoxLayout;
    finding->setContentsMargins(u(4), 0, u(4), 0);
    finding->addWidget(m_finding);
    layout->addLayout(finding);
    auto* facts = new QVBoxLayout;
    facts->setContentsMargins(u(4), 0, u(4), 0);
    facts->addLayout(m_facts);
    layout->addLayout(facts);
    m_edit = new QPushButton(icon(Icon::ActEdit), tr("Edit"));
    m_retire = new QPushButton;
    m_calendar = new QPushButton(icon(Icon::PageCalendar), tr("Show in calendar"));
    // Two lines: in some languages the three are wider than the profile.
    auto* buttons = new QGridLayout;
    buttons->setContentsMargins(u(4), 0, u(4), 0);
    buttons->setSpacing(u(2));
    buttons->addWidget(m_edit, 0, 0);
    buttons->addWidget(m_calendar, 0, 1);
    buttons->addWidget(m_retire, 1, 0, 1, 2, Qt::AlignLeading);
    buttons->setColumnStretch(2, 1);
    for (QPushButton* button : {m_edit, m_calendar, m_retire})
        setSmall(button);
    layout->addLayout(buttons);
    layout->addWidget(m_duplicates);
    connect(m_edit, &QPushButton::clicked, this, [this] { Q_EMIT editRequested(m_person); });
    connect(m_calendar, &QPushButton::clicked, this, [this] { Q_EMIT calendarRequested(m_id); });
    connect(m_retire, &QPushButton::clicked, this, [this] {
        setStatus(m_id, m_person.status == PersonStatus::Active ? PersonStatus::Retired : PersonStatus::Active);
    });
}

void PersonProfile::buildFacts()
{
    const QStringList names{tr("Control Number"), tr("First name"), tr("Last name"),
                            tr("Kind"),           tr("Time zone"),  tr("Next reservation")};
    m_facts->setHorizontalSpacing(u(4));
    m_facts->setVerticalSpacing(u(2));
    m_facts->setColumnStretch(1, 1);
    for (int fact = 0; fact < FactCount; ++fact) {
        m_facts->addWidget(new Label(names[fact], Type::Body, Ink::Secondary), fact, 0, Qt::AlignTop);
        // An external contact is named by an e-mail, which no line end breaks: it must not widen the profile.
        const bool isName = fact == FirstNameFact || fact == LastNameFact;
        auto* value = isName ? new Label : Label::paragraph({}, Ink::Text);
        if (isName)
            value->setElided(true);
        value->setMinimumWidth(1);
        m_values.append(value);
        m_facts->addWidget(m_values.last(), fact, 1);
    }
}

void PersonProfile::setPerson(PersonId id)
{
    m_id = id;
    ++m_generation;
    if (id)
        read();
    else
        show(std::nullopt);
}

Result<std::optional<PersonProfile::Profile>> PersonProfile::readProfile(const ReadUnit& unit, PersonId id, Instant now)
{
    const auto person = unit.people().find(id);
    if (!person)
        return failure(person.error());
    if (!*person)
        return std::optional<Profile>();
    Profile profile;
    profile.row.person = **person;
    const auto sharing = unit.people().withEmail(profile.row.person.email);
    if (!sharing)
        return failure(sharing.error());
    profile.sharing = *sharing;
    const auto match = unit.people().match(profile.row.person.email);
    if (!match)
        return failure(match.error());
    profile.row.sharesEmail = sharing->size() > 1;
    profile.row.winsMatch = profile.row.sharesEmail && *match && (*match)->id == id;
    ReservationFilter filter;
    filter.personId = id;
    filter.onlyHolding = true;
    filter.touching = TimeRange{now, now + std::chrono::hours(24 * 366)};
    const auto next = unit.reservations().list(filter, 1);
    if (!next)
        return failure(next.error());
    if (next->isEmpty())
        return profile;
    profile.next = next->first();
    const auto space = unit.spaces().find(profile.next->spaceId);
    if (!space)
        return failure(space.error());
    profile.nextSpace = *space ? (*space)->name : QString();
    return profile;
}

void PersonProfile::read()
{
    const quint64 generation = ++m_generation;
    const Instant now = m_store.clock().now();
    const auto read = m_store.read([id = m_id, now](const ReadUnit& unit) { return readProfile(unit, id, now); });
    whenAnswered(read, this, [this, generation](const Result<std::optional<Profile>>& profile) {
        if (generation != m_generation)
            return;
        if (profile)
            show(*profile);
        else
            Q_EMIT failed(profile.error().reason());
    });
}

void PersonProfile::show(const std::optional<Profile>& profile)
{
    m_nothing->setVisible(!profile);
    m_content->setVisible(profile.has_value());
    if (!profile)
        return;
    const Person& person = profile->row.person;
    m_person = person;
    m_portrait->setPerson(person);
    m_name->setText(person.displayName());
    m_email->setText(person.email);
    m_states->setStates(statesOf(profile->row));
    m_finding->setVisible(person.timeZone.isEmpty());
    m_finding->setPerson(person.displayName());
    m_values[NumberFact]->setText(person.controlNumber.text());
    m_values[FirstNameFact]->setText(person.firstName);
    m_values[LastNameFact]->setText(person.lastName);
    m_values[KindFact]->setText(word(person.kind));
    m_values[ZoneFact]->setText(person.timeZone.isEmpty() ? tr("None") : QString::fromUtf8(person.timeZone));
    m_values[NextFact]->setText(
        profile->next ? tr("%1, %2, %3")
                            .arg(profile->next->isPrivate ? tr("Private") : profile->next->subject,
                                 shortTime(profile->next->time.start, m_store.clock().now()), profile->nextSpace)
                      : tr("None"));
    const bool active = person.status == PersonStatus::Active;
    m_retire->setText(active ? tr("Retire") : tr("Make active again"));
    m_retire->setToolTip(active ? tr("Retired people are never matched; reservations stay") : QString());
    m_duplicates->setPeople(profile->row.sharesEmail ? profile->sharing : QList<Person>{});
}

void PersonProfile::write(PersonId id, const std::function<void(Person&)>& change, const QString& said)
{
    const auto written = m_store.write(WritePriority::Normal, [id, change](WriteUnit& unit) -> Result<QString> {
        const auto found = unit.people().find(id);
        if (!found)
            return failure(found.error());
        if (!*found)
            return QString();
        Person person = **found;
        change(person);
        return unit.people().save(person, consoleActor()).map([&person](PersonId) { return person.displayName(); });
    });
    whenAnswered(written, this, [this, said](const Result<QString>& name) {
        if (name)
            Q_EMIT done(said.arg(*name));
        else
            Q_EMIT failed(name.error().reason());
    });
}

void PersonProfile::setStatus(PersonId id, PersonStatus status)
{
    write(
        id, [status](Person& person) { person.status = status; },
        status == PersonStatus::Retired ? tr("%1 is retired.") : tr("%1 is active again."));
}

void PersonProfile::setZone(const QByteArray& zone)
{
    write(
        m_id, [zone](Person& person) { person.timeZone = zone; }, tr("The time zone of %1 is set."));
}

} // namespace reserve
