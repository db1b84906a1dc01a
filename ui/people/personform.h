// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#pragma once

#include "models/base/result.h"
#include "models/entities/person.h"
#include "models/items/personmerge.h"

#include <QWidget>

#include <array>
#include <optional>

QT_BEGIN_NAMESPACE
class QComboBox;
class QLineEdit;
class QPushButton;
QT_END_NAMESPACE

namespace reserve {

class FormField;
class Label;
class Store;
class WriteUnit;
class ZoneChoice;

// One person as a form, new or known. What cannot be saved is said under its field. What others change in the meantime
// stays; where two people change one field, the second is told and saves again to keep the own value.
class PersonForm final : public QWidget
{
    Q_OBJECT

public:
    explicit PersonForm(Store& store, QWidget* parent = nullptr);

    // A person without an id is a new one.
    void edit(const Person& person);
    bool isChanged() const;

Q_SIGNALS:
    void saved(reserve::PersonId id, const QString& name);
    void cancelled();

private:
    Person typed() const;
    bool judge();
    void save();
    struct Saved
    {
        std::optional<PersonId> id; // none: somebody changed the same
        PersonMerge merge;
        Person stored;
    };
    static Result<Saved> write(WriteUnit& unit, const Person& before, const Person& typed);

    FormField* at(PersonField field) const { return m_fields.at(std::size_t(field)); }
    void show(const Person& person);
    QString text(const Person& person, PersonField field) const;
    void clearFindings();
    void takeConflicts(const Saved& saved);
    void takeRefusal(const QByteArray& code, const QString& sentence);

    Store& m_store;
    Person m_before;
    Label* m_title;
    QLineEdit* m_number;
    QLineEdit* m_firstName;
    QLineEdit* m_lastName;
    QLineEdit* m_email;
    QComboBox* m_status;
    ZoneChoice* m_zone;
    std::array<FormField*, personFieldCount> m_fields;
    QPushButton* m_save;
};

} // namespace reserve
