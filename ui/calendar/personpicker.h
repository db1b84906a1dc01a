// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#pragma once

#include "models/base/result.h"
#include "models/entities/person.h"

#include <QLineEdit>

#include <optional>

QT_BEGIN_NAMESPACE
class QModelIndex;
QT_END_NAMESPACE

namespace reserve {

class PersonChoiceModel;
class Store;

// For whom: a name, e-mail or Control Number is typed, and what the store finds is offered below. The store
// outlives it.
class PersonPicker final : public QLineEdit
{
    Q_OBJECT

public:
    explicit PersonPicker(Store& store, QWidget* parent = nullptr);

    const std::optional<Person>& person() const { return m_person; }
    void setPerson(const std::optional<Person>& person);

Q_SIGNALS:
    // Another one, or none any more while somebody types.
    void personChanged();
    void failed(const reserve::Error& error);

protected:
    void focusOutEvent(QFocusEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    void search(const QString& text);
    void choose(const QModelIndex& index);
    void takeOnlyOne();

    PersonChoiceModel* m_people;
    std::optional<Person> m_person;
};

} // namespace reserve
