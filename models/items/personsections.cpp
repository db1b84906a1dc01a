// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#include "models/items/personsections.h"

#include "models/base/address.h"

#include <algorithm>
#include <limits>

namespace reserve {

namespace {

constexpr qint64 everyoneElseKey = std::numeric_limits<qint64>::min();
constexpr qsizetype readAtOnce = 100;

// The store puts shared e-mails first, so only the head of the list has to be looked at.
class SharedHead final
{
public:
    SharedHead(const ReadUnit& unit, const QList<PersonId>& ids)
        : m_unit(unit)
        , m_ids(ids)
    {
    }

    Result<void> addTo(PersonList& list)
    {
        while (m_next < m_ids.size()) {
            const auto person = at(m_next);
            if (!person)
                return failure(person.error());
            const auto sharing = m_unit.people().withEmail(person->email);
            if (!sharing)
                return failure(sharing.error());
            if (person->email.isEmpty() || sharing->size() < 2)
                break;
            if (const auto added = addSection(list, *person, *sharing); !added)
                return added;
        }
        if (m_next > 0 && m_next < m_ids.size()) {
            list.keys.append(everyoneElseKey);
            list.sections.insert(everyoneElseKey, {});
        }
        for (; m_next < m_ids.size(); ++m_next)
            list.keys.append(m_ids[m_next].value);
        return {};
    }

private:
    Result<Person> at(qsizetype index)
    {
        if (index >= m_from + m_people.size()) {
            m_from = index;
            const auto people = m_unit.people().byIds(m_ids.sliced(index, std::min(readAtOnce, m_ids.size() - index)));
            if (!people)
                return failure(people.error());
            m_people = *people;
        }
        return m_people.value(index - m_from);
    }

    Result<void> addSection(PersonList& list, const Person& first, const QList<Person>& sharing)
    {
        const auto retired = std::count_if(sharing.begin(), sharing.end(),
                                           [](const Person& person) { return person.status == PersonStatus::Retired; });
        list.keys.append(-first.id.value);
        list.sections.insert(-first.id.value, {first.email, int(sharing.size()), int(retired)});
        while (m_next < m_ids.size()) {
            const auto person = at(m_next);
            if (!person)
                return failure(person.error());
            if (!sameAddress(person->email, first.email))
                break;
            list.keys.append(m_ids[m_next++].value);
        }
        return {};
    }

    const ReadUnit& m_unit;
    const QList<PersonId>& m_ids;
    QList<Person> m_people;
    qsizetype m_from = 0;
    qsizetype m_next = 0;
};

} // namespace

Result<PersonList> readPersonList(const ReadUnit& unit, const PersonFilter& filter)
{
    const auto ids = unit.people().list(filter);
    if (!ids)
        return failure(ids.error());
    const auto counts = unit.people().counts();
    if (!counts)
        return failure(counts.error());
    PersonList list;
    list.counts = *counts;
    list.keys.reserve(ids->size());
    if (filter.order != PersonFilter::Order::Email) {
        for (const PersonId id : *ids)
            list.keys.append(id.value);
        return list;
    }
    if (const auto added = SharedHead(unit, *ids).addTo(list); !added)
        return failure(added.error());
    return list;
}

} // namespace reserve
