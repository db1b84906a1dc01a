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
    m_numberField = new FormField(tr("Control Number"), m_number);
    m_numberField->setHint(tr("Digits only. Of several people with one e-mail, the smallest number wins."));
    m_emailField = new FormField(tr("E-mail"), m_email);
    m_emailField->setHint(tr("Requests from this address belong to this person."));
    m_zoneField = new FormField(tr("Time zone"), m_zone);
    m_zoneField->setHint(tr("A reservation made in this console needs one."));

    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(u(2), u(4), u(4), u(4));
    layout->setSpacing(u(3));
    layout->addWidget(m_title);
    const QList<QWidget*> fields{m_numberField,
                                 new FormField(tr("First name"), m_firstName),
                                 new FormField(tr("Last name"), m_lastName),
                                 m_emailField,
                                 new FormField(tr("Status"), m_status),
                                 m_zoneField};
    for (QWidget* field : fields)
        layout->addWidget(field);
    layout->addStretch(1);
    auto* buttons = new QHBoxLayout;
    auto* cancel = new QPushButton(tr("Cancel"));
    setLook(m_save, Look::Primary);
    buttons->addStretch(1);
    buttons->addWidget(cancel);
    buttons->addWidget(m_save);
    layout->addLayout(buttons);
    setFocusProxy(m_number);
    connect(cancel, &QPushButton::clicked, this, &PersonForm::cancelled);
    connect(m_save, &QPushButton::clicked, this, &PersonForm::save);
    for (QLineEdit* edit : {m_number, m_firstName, m_lastName, m_email})
        connect(edit, &QLineEdit::returnPressed, this, &PersonForm::save);
    connect(m_number, &QLineEdit::textEdited, m_numberField, &FormField::clearFinding);
    connect(m_email, &QLineEdit::textEdited, m_emailField, &FormField::clearFinding);
}

void PersonForm::edit(const Person& person)
{
    m_before = person;
    m_title->setText(person.id ? person.displayName() : tr("New person"));
    m_number->setText(person.controlNumber.text());
    m_firstName->setText(person.firstName);
    m_lastName->setText(person.lastName);
    m_email->setText(person.email);
    m_status->setCurrentIndex(m_status->findData(int(person.status)));
    m_zone->setZone(person.timeZone);
    for (FormField* field : {m_numberField, m_emailField, m_zoneField})
        field->clearFinding();
    m_save->setText(person.id ? tr("Save") : tr("Add person"));
    m_number->setFocus();
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
        refuse(m_numberField, {"import.number-invalid", {{QStringLiteral("value"), m_number->text()}}});
    if (!looksLikeAddress(person.email))
        refuse(m_emailField, {"import.email-invalid", {{QStringLiteral("value"), person.email}}});
    if (!person.timeZone.isEmpty() && !QTimeZone::isTimeZoneIdAvailable(person.timeZone))
        refuse(m_zoneField, {"import.zone-unknown", {{QStringLiteral("value"), QString::fromUtf8(person.timeZone)}}});
    if (firstBad)
        firstBad->setFocus();
    return !firstBad;
}

void PersonForm::save()
{
    for (FormField* field : {m_numberField, m_emailField, m_zoneField})
        field->clearFinding();
    if (!judge())
        return;
    const Person person = typed();
    m_save->setEnabled(false);
    const auto written = m_store.write(WritePriority::Normal, [person](WriteUnit& unit) {
        return unit.people().save(person, consoleActor());
    });
    whenAnswered(written, this, [this, person](const Result<PersonId>& id) {
        m_save->setEnabled(true);
        if (id)
            Q_EMIT saved(*id, person.displayName());
        else
            takeRefusal(id.error().code(), sentence(id.error()));
    });
}

void PersonForm::takeRefusal(const QByteArray& code, const QString& sentence)
{
    FormField* field = code.startsWith("person.email") ? m_emailField
                       : code.startsWith("person.time-zone") ? m_zoneField
                                                             : m_numberField;
    field->setFinding(Meaning::Failed, sentence);
    field->field()->setFocus();
}

} // namespace reserve
