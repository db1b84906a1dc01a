// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#pragma once

#include "models/entities/person.h"

#include <QWidget>

QT_BEGIN_NAMESPACE
class QPushButton;
class QVBoxLayout;
QT_END_NAMESPACE

namespace reserve {

// The people who share one e-mail, and which of them a request goes to (FAQ 7 and 8). Hidden for one person.
class DuplicateBox final : public QWidget
{
    Q_OBJECT

public:
    explicit DuplicateBox(QWidget* parent = nullptr);

    // All who have the e-mail, smallest Control Number first.
    void setPeople(const QList<Person>& people);

Q_SIGNALS:
    void personRequested(reserve::PersonId id);
    void retireRequested(reserve::PersonId id);

private:
    QWidget* makeRow(const Person& person, bool wins);
    QPushButton* makeRetire(const Person& person);

    QVBoxLayout* m_layout;
    QWidget* m_content = nullptr;
};

} // namespace reserve
