// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#pragma once

#include "models/entities/person.h"
#include "models/entities/reservation.h"
#include "models/items/personmodel.h"

#include <QTimer>
#include <QWidget>

#include <functional>
#include <optional>

QT_BEGIN_NAMESPACE
class QGridLayout;
class QPushButton;
QT_END_NAMESPACE

namespace reserve {

class DuplicateBox;
class Label;
class PersonFinding;
class PillRow;
class Portrait;
struct Reason;

// One person: who, what is wrong and the button that mends it, facts, and who shares the e-mail. Follows the store.
class PersonProfile final : public QWidget
{
    Q_OBJECT

public:
    explicit PersonProfile(Store& store, QWidget* parent = nullptr);

    void setPerson(PersonId id);
    PersonId person() const { return m_id; }
    PersonFinding* finding() const { return m_finding; }

Q_SIGNALS:
    void editRequested(const reserve::Person& person);
    void personRequested(reserve::PersonId id);
    void calendarRequested(reserve::PersonId id);
    void done(const QString& sentence);
    void failed(const reserve::Reason& reason);

private:
    struct Profile
    {
        PersonRow row;
        QList<Person> sharing;
        std::optional<Reservation> next;
        QString nextSpace;
    };

    static Result<std::optional<Profile>> readProfile(const ReadUnit& unit, PersonId id, Instant now);
    void buildHead();
    void buildFacts();
    void read();
    void show(const std::optional<Profile>& profile);
    void setStatus(PersonId id, PersonStatus status);
    void setZone(const QByteArray& zone);
    void write(PersonId id, const std::function<void(Person&)>& change, const QString& said);

    Store& m_store;
    PersonId m_id;
    Person m_person;
    quint64 m_generation = 0;
    QTimer m_readSoon;

    Label* m_nothing;
    QWidget* m_content;
    Portrait* m_portrait;
    Label* m_name;
    Label* m_email;
    PillRow* m_states;
    PersonFinding* m_finding;
    QGridLayout* m_facts;
    QList<Label*> m_values;
    QPushButton* m_edit;
    QPushButton* m_retire;
    QPushButton* m_calendar;
    DuplicateBox* m_duplicates;
};

} // namespace reserve
