// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#include "models/items/personmerge.h"

namespace reserve {

namespace {

class Merging
{
public:
    Merging(const Person& before, const Person& typed, const Person& stored)
        : m_before(before)
        , m_typed(typed)
        , m_result{stored, {}}
    {
    }

    template<typename Value>
    void take(PersonField field, Value Person::*member)
    {
        if (m_typed.*member == m_before.*member)
            return;
        const Value& stored = m_result.merged.*member;
        if (stored != m_before.*member && stored != m_typed.*member)
            m_result.conflicts.append(field);
        m_result.merged.*member = m_typed.*member;
    }

    const PersonMerge& result() const { return m_result; }

private:
    const Person& m_before;
    const Person& m_typed;
    PersonMerge m_result;
};

} // namespace

PersonMerge mergePerson(const Person& before, const Person& typed, const Person& stored)
{
    Merging merging(before, typed, stored);
    merging.take(PersonField::Number, &Person::controlNumber);
    merging.take(PersonField::FirstName, &Person::firstName);
    merging.take(PersonField::LastName, &Person::lastName);
    merging.take(PersonField::Email, &Person::email);
    merging.take(PersonField::Status, &Person::status);
    merging.take(PersonField::TimeZone, &Person::timeZone);
    return merging.result();
}

} // namespace reserve
