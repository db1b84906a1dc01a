// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#pragma once

#include "models/entities/person.h"

#include <QWidget>

QT_BEGIN_NAMESPACE
class QComboBox;
class QLineEdit;
class QPushButton;
QT_END_NAMESPACE

namespace reserve {

class FormField;
class Label;
class Store;
class ZoneChoice;

// One person as a form, new or known. What cannot be saved is said under its field.
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
    FormField* m_numberField;
    FormField* m_emailField;
    FormField* m_zoneField;
    QPushButton* m_save;
};

} // namespace reserve
