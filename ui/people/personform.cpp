// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#include "ui/people/personform.h"

#include "models/base/address.h"
#include "models/items/actor.h"
#include "models/items/whenanswered.h"
#include "models/store/store.h"
#include "models/wording/wording.h"
#include "ui/common/formfield.h"
#include "ui/common/label.h"
#include "ui/people/zonechoice.h"
#include "ui/theme/consolestyle.h"
#include "ui/theme/metrics.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QPushButton>
#include <QTimeZone>
#include <QVBoxLayout>

namespace reserve {

PersonForm::PersonForm(Store& store, QWidget* parent)
    : QWidget(parent)
    , m_store(store)
    , m_title(new Label({}, Type::Section))
    , m_number(new QLineEdit)
    , m_firstName(new QLineEdit)
    , m_lastName(new QLineEdit)
    , m_email(new QLineEdit)
    , m_status(new QComboBox)
    , m_zone(new ZoneChoice(ZoneChoice::Empty::Offered))
    , m_save(new QPushButton(tr("Save")))
{
    m_status->addItem(word(PersonStatus::Active), int(PersonStatus::Active));
    m_status->addItem(word(PersonStatus::Retired), int(PersonStatus::Retired));
    m_fields = {new FormField(tr("Control Number"), m_number), new FormField(tr("First name"), m_firstName),
                new FormField(tr("Last name"), m_lastName),    new FormField(tr("E-mail"), m_email),
                new FormField(tr("Status"), m_status),         new FormField(tr("Time zone"), m_zone)};
    at(PersonField::Number)->setHint(tr("Digits only. Of several people with one e-mail, the smallest number wins."));
    at(PersonField::Email)->setHint(tr("Requests from this address belong to this person."));
    at(PersonField::TimeZone)->setHint(tr("A reservation made in this console needs one."));

    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(u(2), u(4), u(4), u(4));
    layout->setSpacing(u(3));
    layout->addLayout(FormField::inLine(m_title));
    for (FormField* field : m_fields)
        layout->addWidget(field);
    layout->addStretch(1);
    auto* buttons = new QHBoxLayout;
    auto* cancel = new QPushButton(tr("Cancel"));
    setLook(m_save, Look::Primary);
    buttons->addStretch(1);
    buttons->addWidget(cancel);
    buttons->addWidget(m_save);
    buttons->addSpacing(FormField::trailingRoom());
    layout->addLayout(buttons);
    setFocusProxy(m_number);
    connect(cancel, &QPushButton::clicked, this, &PersonForm::cancelled);
    connect(m_save, &QPushButton::clicked, this, &PersonForm::save);
    for (QLineEdit* edit : {m_number, m_firstName, m_lastName, m_email})
        connect(edit, &QLineEdit::returnPressed, this, &PersonForm::save);
    connect(m_number, &QLineEdit::textEdited, at(PersonField::Number), &FormField::clearFinding);
    connect(m_email, &QLineEdit::textEdited, at(PersonField::Email), &FormField::clearFinding);
}

void PersonForm::edit(const Person& person)
{
    m_before = person;
    m_title->setText(person.id ? person.displayName() : tr("New person"));
    show(person);
    clearFindings();
    m_save->setText(person.id ? tr("Save") : tr("Add person"));
    m_number->setFocus();
}

void PersonForm::show(const Person& person)
{
    m_number->setText(person.controlNumber.text());
    m_firstName->setText(person.firstName);
    m_lastName->setText(person.lastName);
    m_email->setText(person.email);
    m_status->setCurrentIndex(m_status->findData(int(person.status)));
    m_zone->setZone(person.timeZone);
}

void PersonForm::clearFindings()
{
    for (FormField* field : m_fields)
        field->clearFinding();
}

Person PersonForm::typed() const
{
    Person person = m_before;
    person.controlNumber = ControlNumber::fromText(m_number->text().trimmed()).value_or(ControlNumber());
    person.firstName = m_firstName->text().trimmed();
    person.lastName = m_lastName->text().trimmed();
    person.email = m_email->text().trimmed();
    person.status = PersonStatus(m_status->currentData().toInt());
    person.timeZone = m_zone->zone();
    return person;
}

bool PersonForm::isChanged() const
{
    return typed() != m_before;
}

bool PersonForm::judge()
{
    const Person person = typed();
    QWidget* firstBad = nullptr;
    const auto refuse = [&firstBad](FormField* field, const Reason& reason) {
        field->setFinding(Meaning::Failed, sentence(reason));
        firstBad = firstBad ? firstBad : field->field();
    };
    if (person.controlNumber.text().isEmpty())
        refuse(at(PersonField::Number), {"import.number-invalid", {{QStringLiteral("value"), m_number->text()}}});
    if (!looksLikeAddress(person.email))
        refuse(at(PersonField::Email), {"import.email-invalid", {{QStringLiteral("value"), person.email}}});
    if (!person.timeZone.isEmpty() && !QTimeZone::isTimeZoneIdAvailable(person.timeZone))
        refuse(at(PersonField::TimeZone),
               {"import.zone-unknown", {{QStringLiteral("value"), QString::fromUtf8(person.timeZone)}}});
    if (firstBad)
        firstBad->setFocus();
    return !firstBad;
}

void PersonForm::save()
{
    clearFindings();
    if (!judge())
        return;
    const Person person = typed();
    m_save->setEnabled(false);
    const auto written = m_store.write(
        WritePriority::Normal, [before = m_before, person](WriteUnit& unit) { return write(unit, before, person); });
    whenAnswered(written, this, [this](const Result<Saved>& saved) {
        m_save->setEnabled(true);
        if (!saved)
            takeRefusal(saved.error().code(), sentence(saved.error()));
        else if (saved->id)
            Q_EMIT this->saved(*saved->id, saved->merge.merged.displayName());
        else
            takeConflicts(*saved);
    });
}

Result<PersonForm::Saved> PersonForm::write(WriteUnit& unit, const Person& before, const Person& typed)
{
    Saved saved{std::nullopt, {typed, {}}, before};
    if (before.id) {
        const auto stored = unit.people().find(before.id);
        if (!stored)
            return failure(stored.error());
        if (!*stored)
            return failure("person.missing", {{QStringLiteral("id"), QString::number(before.id.value)}});
        saved.stored = **stored;
        saved.merge = mergePerson(before, typed, saved.stored);
        if (!saved.merge.conflicts.isEmpty())
            return saved;
    }
    const auto id = unit.people().save(saved.merge.merged, consoleActor());
    if (!id)
        return failure(id.error());
    saved.id = *id;
    return saved;
}

QString PersonForm::text(const Person& person, PersonField field) const
{
    switch (field) {
    case PersonField::Number:
        return person.controlNumber.text();
    case PersonField::FirstName:
        return person.firstName;
    case PersonField::LastName:
        return person.lastName;
    case PersonField::Email:
        return person.email;
    case PersonField::Status:
        return word(person.status);
    case PersonField::TimeZone:
        return QString::fromUtf8(person.timeZone);
    }
    Q_UNREACHABLE();
}

// From here on the form is about what is stored now: the next Save keeps what stands in it.
void PersonForm::takeConflicts(const Saved& saved)
{
    m_before = saved.stored;
    show(saved.merge.merged);
    for (const PersonField field : saved.merge.conflicts) {
        const QString theirs = text(saved.stored, field);
        at(field)->setFinding(
            Meaning::Warning,
            theirs.isEmpty()
                ? tr("Somebody else cleared this while it was being changed here. Save again keeps yours.")
                : tr("Somebody else set this to %1 while it was being changed here. Save again keeps yours.")
                      .arg(theirs));
    }
    at(saved.merge.conflicts.first())->field()->setFocus();
}

void PersonForm::takeRefusal(const QByteArray& code, const QString& sentence)
{
    FormField* field = at(code.startsWith("person.email")           ? PersonField::Email
                              : code.startsWith("person.time-zone") ? PersonField::TimeZone
                                                                    : PersonField::Number);
    field->setFinding(Meaning::Failed, sentence);
    field->field()->setFocus();
}

} // namespace reserve
