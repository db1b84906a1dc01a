// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#include "ui/exchange/policiesform.h"

#include "models/booking/policyeffects.h"
#include "models/items/admindraft.h"
#include "models/items/policypath.h"
#include "models/wording/wording.h"
#include "ui/common/formfield.h"
#include "ui/common/label.h"
#include "ui/exchange/draftfield.h"
#include "ui/theme/metrics.h"

#include <QComboBox>
#include <QLineEdit>
#include <QLocale>
#include <QSignalBlocker>
#include <QVBoxLayout>

#include <algorithm>

namespace reserve {

namespace {

QString yesOrNo(const QString& value)
{
    return value == QLatin1String("true") ? PoliciesForm::tr("Yes") : PoliciesForm::tr("No");
}

QString shown(const PolicyDefinition& policy, const QString& value)
{
    switch (policy.type) {
    case PolicyType::Boolean:
        return yesOrNo(value);
    case PolicyType::Integer:
        return QLocale().toString(value.toInt());
    case PolicyType::Addresses:
        return value.isEmpty() ? PoliciesForm::tr("nobody")
                               : QString(value).replace(QLatin1Char(','), QLatin1String(", "));
    }
    Q_UNREACHABLE();
}

QString buildingName(const QString& building)
{
    return building.isEmpty() ? PoliciesForm::tr("Without a building") : building;
}

} // namespace

PoliciesForm::PoliciesForm(AdminDraft& draft, QWidget* parent)
    : DraftForm(draft, parent)
    , m_building(new QComboBox)
    , m_space(new QComboBox)
    , m_own(Label::paragraph({}))
{
    addPart(makeChooser());
    addPolicies(
        tr("Who may book"),
        {{QStringLiteral("AllBookInPolicy"), tr("Everybody books at once what keeps to the policies.")},
         {QStringLiteral("BookInPolicy"),
          tr("Who books at once where not everybody does. E-mail addresses with commas.")},
         {QStringLiteral("AllRequestInPolicy"), tr("Everybody else may ask an approver.")},
         {QStringLiteral("RequestInPolicy"), tr("Who may ask an approver where not everybody may.")},
         {QStringLiteral("AllRequestOutOfPolicy"), tr("Everybody may ask an approver for what breaks a policy.")},
         {QStringLiteral("RequestOutOfPolicy"), tr("Who may ask for what breaks a policy where not everybody may.")},
         {QStringLiteral("ResourceDelegates"), tr("The approvers. They get a mail, and their reply decides.")},
         {QStringLiteral("ProcessExternalMeetingMessages"),
          tr("Also people who are no employees and of no accepted domain.")}});
    addPolicies(tr("What a meeting has to keep to"),
                {{QStringLiteral("BookingWindowInDays"), tr("How many days ahead it may begin; 0 is today only.")},
                 {QStringLiteral("MaximumDurationInMinutes"), tr("Of each date; 0 is without limit.")},
                 {QStringLiteral("MinimumDurationInMinutes"), tr("Of each date.")},
                 {QStringLiteral("ScheduleOnlyDuringWorkHours"), tr("Only within the working hours of the space.")},
                 {QStringLiteral("EnforceCapacity"), tr("No more people than the space seats.")},
                 {QStringLiteral("AllowConflicts"), tr("Meetings may overlap, as at a shared desk.")}});
    addPolicies(tr("Series"),
                {{QStringLiteral("AllowRecurringMeetings"), tr("Series are taken.")},
                 {QStringLiteral("EnforceSchedulingHorizon"),
                  tr("Yes: a series that goes on behind the booking window is declined. No: it is reserved "
                     "up to there.")},
                 {QStringLiteral("ConflictPercentageAllowed"),
                  tr("How many dates of a series may be taken, in percent; those are declined.")},
                 {QStringLiteral("MaximumConflictInstances"), tr("And how many at most. Both must hold.")}});
    addPolicies(tr("What the calendar keeps"),
                {{QStringLiteral("AddOrganizerToSubject"), tr("The organizer's name takes the place of the subject.")},
                 {QStringLiteral("DeleteSubject"), tr("No subject is kept.")},
                 {QStringLiteral("RemovePrivateProperty"), tr("Private meetings are shown like any other.")}});
    finishSections();
    connect(m_building, &QComboBox::currentIndexChanged, this, [this] {
        fillSpaces();
        choose();
    });
    connect(m_space, &QComboBox::currentIndexChanged, this, &PoliciesForm::choose);
    connect(&draft, &AdminDraft::loaded, this, &PoliciesForm::fillBuildings);
    connect(&draft, &AdminDraft::changed, this, &PoliciesForm::refresh);
    fillBuildings();
}

QWidget* PoliciesForm::makeChooser()
{
    auto* chooser = new FormSection(tr("For which spaces"));
    chooser->setFirst(true);
    chooser->addRow({new FormField(tr("Building"), m_building), new FormField(tr("Space"), m_space)});
    m_own->setContentsMargins(px(14), 0, px(4), 0); // below the fields, as their hints
    chooser->addField(m_own);
    return chooser;
}

void PoliciesForm::addPolicies(const QString& title, const QList<std::pair<QString, QString>>& policies)
{
    FormSection* section = addSection(title);
    section->setFirst(false);
    for (const auto& [name, hint] : policies) {
        DraftField* field = tie(policyPath(scope(), name), name, makeEditor(name), hint);
        section->addField(field->form());
        field->setLiveFinding([this, name = name]() -> std::optional<LiveFinding> {
            const PolicyBook book = draftedPolicies(draft().snapshot(), draft().fields());
            const Space* space = draft().snapshot().space(scope().spaceId.value);
            const BookingPolicy policy = space ? book.policyFor(*space) : book.policyForBuilding(scope().building);
            const QList<Reason> missing = missingPolicyEffects(name, policy);
            if (missing.isEmpty() || !book.own(scope(), name))
                return std::nullopt;
            return LiveFinding{Meaning::Warning, sentence(missing.first())};
        });
        m_rows.append({name, field});
    }
}

QWidget* PoliciesForm::makeEditor(const QString& name) const
{
    const PolicyDefinition* policy = findPolicy(name);
    Q_ASSERT(policy);
    if (policy->type != PolicyType::Boolean)
        return new QLineEdit;
    auto* choice = new QComboBox;
    choice->addItem(QString(), QString());
    for (const QString& value : {QStringLiteral("true"), QStringLiteral("false")})
        choice->addItem(yesOrNo(value), value);
    return choice;
}

void PoliciesForm::fillBuildings()
{
    QStringList buildings;
    for (const Space& space : draft().snapshot().spaces()) {
        if (!buildings.contains(space.building))
            buildings.append(space.building);
    }
    const QVariant before = m_building->currentData();
    {
        const QSignalBlocker quiet(m_building);
        m_building->clear();
        for (const QString& building : std::as_const(buildings))
            m_building->addItem(buildingName(building), building);
        m_building->setCurrentIndex(std::max(0, m_building->findData(before)));
    }
    for (const Row& row : std::as_const(m_rows))
        row.field->form()->setOff(buildings.isEmpty() ? tr("Add a space first.") : QString());
    fillSpaces();
    choose();
}

void PoliciesForm::fillSpaces()
{
    const QString building = m_building->currentData().toString();
    const QVariant before = m_space->currentData();
    const QSignalBlocker quiet(m_space);
    m_space->clear();
    m_space->addItem(tr("All spaces of the building"), qint64(0));
    for (const Space& space : draft().snapshot().spaces()) {
        if (space.building == building)
            m_space->addItem(space.name, space.id.value);
    }
    m_space->setCurrentIndex(std::max(0, m_space->findData(before)));
}

PolicyScope PoliciesForm::scope() const
{
    const SpaceId space{m_space->currentData().toLongLong()};
    return space ? PolicyScope::ofSpace(space) : PolicyScope::ofBuilding(m_building->currentData().toString());
}

void PoliciesForm::choose()
{
    const PolicyScope chosen = scope();
    refresh(); // the inherited choice first: its text is what the field shows
    for (const Row& row : std::as_const(m_rows)) {
        const FieldPath path = policyPath(chosen, row.name);
        if (!(row.field->path() == path))
            row.field->setPath(path);
    }
}

void PoliciesForm::refresh()
{
    const PolicyBook book = draftedPolicies(draft().snapshot(), draft().fields());
    int own = 0;
    for (const Row& row : std::as_const(m_rows)) {
        own += book.own(scope(), row.name) ? 1 : 0;
        showInherited(row, book);
    }
    m_own->setText(ownWords(own));
}

QString PoliciesForm::ownWords(int own) const
{
    const bool isSpace = bool(scope().spaceId);
    if (own == 0)
        return isSpace ? tr("Nothing is set; everything is inherited from its building.")
                       : tr("Nothing is set; everything is as Exchange has it. Spaces may differ.");
    return isSpace ? tr("%n value(s) of its own; the rest is inherited from its building.", nullptr, own)
                   : tr("%n value(s) set; the rest is as Exchange has it. Spaces may differ.", nullptr, own);
}

void PoliciesForm::showInherited(const Row& row, const PolicyBook& book)
{
    const QString text = inheritedText(row.name, book);
    QWidget* editor = row.field->form()->field();
    if (auto* choice = qobject_cast<QComboBox*>(editor))
        choice->setItemText(0, text);
    else if (auto* edit = qobject_cast<QLineEdit*>(editor))
        edit->setPlaceholderText(text);
}

QString PoliciesForm::inheritedText(const QString& name, const PolicyBook& book) const
{
    const PolicyDefinition* policy = findPolicy(name);
    const QString building = m_building->currentData().toString();
    const bool fromBuilding = scope().spaceId && book.own(PolicyScope::ofBuilding(building), name);
    if (!fromBuilding)
        return tr("Default: %1").arg(shown(*policy, policy->defaultValue));
    const QString value = shown(*policy, book.valueForBuilding(building, name));
    return building.isEmpty() ? tr("Inherited from the building: %1").arg(value)
                              : tr("Inherited from %1: %2").arg(building, value);
}

bool PoliciesForm::showField(const FieldPath& path)
{
    if (path.kind != FieldPath::Kind::Policy)
        return false;
    const PolicyScope wanted = policyScope(path);
    const Space* space = draft().snapshot().space(wanted.spaceId.value);
    if (wanted.spaceId && !space)
        return false;
    m_building->setCurrentIndex(m_building->findData(space ? space->building : wanted.building));
    m_space->setCurrentIndex(std::max(0, m_space->findData(wanted.spaceId.value)));
    return focusField(path);
}

} // namespace reserve
