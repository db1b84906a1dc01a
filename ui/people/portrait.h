// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#pragma once

#include "models/entities/person.h"
#include "ui/theme/meaning.h"

#include <QWidget>

namespace reserve {

// "NA" for Nour Abbas, one letter where there is one name.
QString initialsOf(const Person& person);
// How a person is drawn: retired before external, else plain.
Meaning portraitMeaning(const Person& person);

// The large portrait of a profile.
class Portrait final : public QWidget
{
    Q_OBJECT

public:
    explicit Portrait(QWidget* parent = nullptr);
    void setPerson(const Person& person);

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    Person m_person;
};

} // namespace reserve
