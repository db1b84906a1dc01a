// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#include "models/items/personchoicemodel.h"

#include "models/items/whenanswered.h"
#include "models/store/changefeed.h"
#include "models/store/store.h"
#include "models/wording/wording.h"

#include <algorithm>

namespace reserve {

namespace {

Result<QList<Person>> readPeople(const ReadUnit& unit, const PersonFilter& filter)
{
    const auto ids = unit.people().list(filter);
    if (!ids)
        return failure(ids.error());
    return unit.people().byIds(ids->first(std::min<qsizetype>(ids->size(), PersonChoiceModel::mostShown)));
}

} // namespace

PersonChoiceModel::PersonChoiceModel(Store& store, QObject* parent, PersonFilter::Group group)
    : QAbstractListModel(parent)
    , m_store(store)
    , m_group(group)
{
    connect(&store.changes(), &ChangeFeed::changed, this, &PersonChoiceModel::follow, Qt::QueuedConnection);
}

void PersonChoiceModel::setFilter(const QString& text)
{
    if (m_used && text == m_filter)
        return;
    m_used = true;
    m_filter = text;
    read();
}

const Person* PersonChoiceModel::personAt(const QModelIndex& index) const
{
    return index.isValid() ? &m_people.at(index.row()) : nullptr;
}

QModelIndex PersonChoiceModel::indexOf(PersonId id) const
{
    const auto found
        = std::find_if(m_people.cbegin(), m_people.cend(), [id](const Person& person) { return person.id == id; });
    return found == m_people.cend() ? QModelIndex() : index(int(found - m_people.cbegin()));
}

int PersonChoiceModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : int(m_people.size());
}

QVariant PersonChoiceModel::data(const QModelIndex& index, int role) const
{
    const Person* person = personAt(index);
    if (!person)
        return {};
    switch (role) {
    case Qt::DisplayRole:
        return person->displayName();
    case Qt::ToolTipRole:
    case EmailRole:
        return person->email;
    case IsRetiredRole:
        return person->status == PersonStatus::Retired;
    case Qt::AccessibleTextRole: {
        QStringList parts{person->displayName(), person->email};
        if (person->status == PersonStatus::Retired)
            parts.append(word(person->status));
        return parts.join(QStringLiteral(", "));
    }
    case IdRole:
        return person->id.value;
    default:
        return {};
    }
}

void PersonChoiceModel::read()
{
    m_again = m_busy;
    if (m_busy)
        return;
    m_busy = true;
    PersonFilter filter;
    filter.group = m_group;
    filter.text = m_filter;
    const auto answer = m_store.read([filter](const ReadUnit& unit) { return readPeople(unit, filter); });
    whenAnswered(answer, this, [this](Result<QList<Person>> people) {
        m_busy = false;
        if (people)
            take(*people);
        else
            Q_EMIT failed(people.error());
        if (m_again)
            read();
    });
}

// Only what differs between the common beginning and the common end moves, so that selection and scroll survive.
void PersonChoiceModel::take(const QList<Person>& people)
{
    const auto same = [](const Person& a, const Person& b) { return a.id == b.id; };
    const auto begin = std::mismatch(m_people.cbegin(), m_people.cend(), people.cbegin(), people.cend(), same);
    const qsizetype head = begin.first - m_people.cbegin();
    const qsizetype most = std::min(m_people.size(), people.size()) - head;
    const auto end = std::mismatch(m_people.crbegin(), m_people.crbegin() + most, people.crbegin(), same);
    const qsizetype tail = end.first - m_people.crbegin();
    const qsizetype removed = m_people.size() - head - tail;
    const qsizetype added = people.size() - head - tail;
    if (removed > 0) {
        beginRemoveRows({}, int(head), int(head + removed - 1));
        m_people.remove(head, removed);
        endRemoveRows();
    }
    if (added > 0) {
        beginInsertRows({}, int(head), int(head + added - 1));
        m_people = people;
        endInsertRows();
    }
    m_people = people;
    if (!m_people.isEmpty())
        Q_EMIT dataChanged(index(0), index(int(m_people.size()) - 1));
}

void PersonChoiceModel::follow(const QList<Change>& changes)
{
    const bool touched = std::any_of(changes.cbegin(), changes.cend(),
                                     [](const Change& change) { return change.subject == ChangeSubject::People; });
    if (touched && m_used)
        read();
}

} // namespace reserve
