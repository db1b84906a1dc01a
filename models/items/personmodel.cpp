// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#include "models/items/personmodel.h"

#include "models/items/feedsource.h"
#include "models/items/itemtexts.h"
#include "models/items/whenanswered.h"
#include "models/settings/settings.h"
#include "models/store/changefeed.h"
#include "models/wording/wording.h"

#include <QLocale>

#include <chrono>

namespace reserve {

namespace {

using namespace std::chrono_literals;

constexpr int cachedRows = 4000;

Result<PersonId> defaultUser(const ReadUnit& unit)
{
    const auto stored = unit.settings().all();
    if (!stored)
        return failure(stored.error());
    const QString email = Settings(*stored).defaultReserveUserEmail();
    if (email.isEmpty())
        return PersonId{};
    return unit.people().match(email).map(
        [](const std::optional<Person>& person) { return person ? person->id : PersonId{}; });
}

PersonFilter::Order orderOf(int column)
{
    using Order = PersonFilter::Order;
    switch (column) {
    case PersonModel::NumberColumn:
        return Order::Number;
    case PersonModel::NameColumn:
        return Order::Name;
    case PersonModel::StatusColumn:
        return Order::Status;
    case PersonModel::ZoneColumn:
        return Order::TimeZone;
    case PersonModel::ReservationsColumn:
        return Order::Reservations;
    default:
        return Order::Email;
    }
}

Result<PersonRow> rowOfPerson(const ReadUnit& unit, const Person& person)
{
    PersonRow row;
    row.person = person;
    const auto sharing = unit.people().withEmail(person.email);
    if (!sharing)
        return failure(sharing.error());
    row.sharesEmail = sharing->size() > 1 && !person.email.isEmpty();
    if (row.sharesEmail) {
        const auto match = unit.people().match(person.email);
        if (!match)
            return failure(match.error());
        row.winsMatch = *match && (*match)->id == person.id;
    }
    return row;
}

Result<IdentifiedRows<PersonRow>> readPersonRows(const ReadUnit& unit, const QList<qint64>& ids)
{
    QList<PersonId> wanted;
    for (const qint64 id : ids) {
        if (id > 0)
            wanted.append(PersonId{id});
    }
    const auto people = unit.people().byIds(wanted);
    if (!people)
        return failure(people.error());
    const auto counts = unit.people().reservationCounts(wanted);
    if (!counts)
        return failure(counts.error());
    const auto standsIn = defaultUser(unit);
    if (!standsIn)
        return failure(standsIn.error());
    IdentifiedRows<PersonRow> rows;
    for (const Person& person : *people) {
        auto row = rowOfPerson(unit, person);
        if (!row)
            return failure(row.error());
        row->reservations = counts->value(person.id);
        row->isDefaultUser = person.id == *standsIn;
        rows.append({person.id.value, *row});
    }
    return rows;
}

} // namespace

PersonModel::PersonModel(Store& store, QObject* parent)
    : IdTableModel(parent)
    , m_store(store)
    , m_cache(cachedRows)
{
    m_readMissed.setSingleShot(true);
    m_readList.setSingleShot(true);
    m_readList.setInterval(100ms);
    m_readCounts.setSingleShot(true);
    m_readCounts.setInterval(1s);
    connect(&m_readMissed, &QTimer::timeout, this, [this] { readRows(m_cache.takeMissed()); });
    connect(&m_readList, &QTimer::timeout, this, &PersonModel::readList);
    connect(&m_readCounts, &QTimer::timeout, this, [this] { readRows(m_cache.ids()); });
    connect(&store.changes(), &ChangeFeed::changed, this, &PersonModel::take, Qt::QueuedConnection);
    readList();
}

void PersonModel::setFilter(PersonFilter filter)
{
    filter.order = m_filter.order;
    filter.descending = m_filter.descending;
    m_filter = filter;
    readList();
}

void PersonModel::sort(int column, Qt::SortOrder order)
{
    m_filter.order = orderOf(column);
    m_filter.descending = order == Qt::DescendingOrder;
    readList();
    Q_EMIT headerDataChanged(Qt::Horizontal, 0, ColumnCount - 1);
}

void PersonModel::take(const QList<Change>& changes)
{
    for (const Change& change : changes) {
        const bool concernsList = change.subject == ChangeSubject::People || change.subject == ChangeSubject::Settings;
        if (concernsList && !m_readList.isActive())
            m_readList.start();
        if (change.subject == ChangeSubject::Reservations && !m_readCounts.isActive())
            m_readCounts.start();
    }
}

void PersonModel::readList()
{
    m_readList.stop();
    const quint64 generation = ++m_generation;
    const auto read = m_store.read([filter = m_filter](const ReadUnit& unit) { return readPersonList(unit, filter); });
    whenAnswered(read, this, [this, generation](const Result<PersonList>& answer) {
        if (generation == m_generation)
            takeList(answer);
    });
}

void PersonModel::takeList(const Result<PersonList>& answer)
{
    if (!answer) {
        Q_EMIT failed(answer.error().reason());
        return;
    }
    // Views ask for a row while it is being inserted: sections are known before it is, and forgotten after.
    const QHash<qint64, PersonSection> sections = answer->sections;
    m_sections.insert(sections);
    become(answer->keys);
    m_sections = sections;
    m_counts = answer->counts;
    readRows(m_cache.ids());
    announceAll();
    setLoaded(true);
    Q_EMIT countsChanged(m_counts);
    Q_EMIT totalChanged(m_counts.all);
    Q_EMIT loaded();
}

void PersonModel::readRows(const QList<qint64>& ids)
{
    if (ids.isEmpty())
        return;
    const auto read = m_store.read([ids](const ReadUnit& unit) { return readPersonRows(unit, ids); });
    whenAnswered(read, this, [this, ids](const Result<IdentifiedRows<PersonRow>>& rows) {
        if (!rows)
            return;
        QSet<qint64> gone(ids.begin(), ids.end());
        for (const auto& [id, row] : *rows) {
            gone.remove(id);
            m_cache.insert(id, row);
            announceRow(id);
        }
        for (const qint64 id : gone)
            m_cache.remove(id);
    });
}

const PersonRow* PersonModel::rowAt(int row) const
{
    const qint64 id = idAt(row);
    if (id <= 0)
        return nullptr;
    const PersonRow* found = m_cache.find(id);
    if (!found)
        m_readMissed.start(0);
    return found;
}

int PersonModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QString PersonModel::sectionText(const PersonSection& section) const
{
    if (!section.isFinding())
        return tr("Everyone else");
    const QString found = tr("%1, found %n time(s).", nullptr, section.people).arg(section.email);
    const int active = section.people - section.retired;
    if (section.retired > 0 && active <= 1)
        return tr("%1 Retired people are never matched.").arg(found);
    return tr("%1 The smallest Control Number wins.").arg(found);
}

QString PersonModel::text(const PersonRow& row, int column) const
{
    const Person& person = row.person;
    switch (column) {
    case NumberColumn:
        return person.controlNumber.text();
    case NameColumn:
        return person.displayName();
    case EmailColumn:
        return person.email;
    case StatusColumn:
        if (person.status == PersonStatus::Active && person.kind == PersonKind::ExternalContact)
            return word(person.kind);
        return word(person.status);
    case ZoneColumn:
        return person.timeZone.isEmpty() ? tr("None") : QString::fromUtf8(person.timeZone);
    case ReservationsColumn:
        return QLocale().toString(row.reservations);
    default:
        return {};
    }
}

QVariant PersonModel::data(const QModelIndex& index, int role) const
{
    if (!index.isValid())
        return {};
    if (role == IdRole)
        return idAt(index.row());
    if (role == IsSectionRole)
        return isSection(index.row());
    if (role == Qt::TextAlignmentRole && (index.column() == NumberColumn || index.column() == ReservationsColumn))
        return QVariant::fromValue(Qt::AlignTrailing | Qt::AlignVCenter);
    if (role != Qt::DisplayRole && role != Qt::ToolTipRole && role != Qt::AccessibleTextRole)
        return {};
    if (isSection(index.row())) {
        // One line over all columns; a screen reader that goes by column meets it in each.
        const bool said = index.column() == 0 || role == Qt::AccessibleTextRole;
        return said ? sectionText(sectionAt(index.row())) : QVariant();
    }
    const PersonRow* row = rowAt(index.row());
    return row ? text(*row, index.column()) : QVariant();
}

QVariant PersonModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole && (section == NumberColumn || section == ReservationsColumn))
        return QVariant::fromValue(Qt::AlignTrailing | Qt::AlignVCenter);
    if (role == Qt::AccessibleDescriptionRole && orderOf(section) == m_filter.order)
        return sortedText(m_filter.descending ? Qt::DescendingOrder : Qt::AscendingOrder);
    if (role != Qt::DisplayRole)
        return {};
    switch (section) {
    case NumberColumn:
        return tr("Control Number");
    case NameColumn:
        return tr("Name");
    case EmailColumn:
        return tr("E-mail");
    case StatusColumn:
        return tr("Status");
    case ZoneColumn:
        return tr("Time zone");
    case ReservationsColumn:
        return tr("Bookings");
    default:
        return {};
    }
}

Qt::ItemFlags PersonModel::flags(const QModelIndex& index) const
{
    if (index.isValid() && isSection(index.row()))
        return Qt::ItemIsEnabled | Qt::ItemNeverHasChildren;
    return IdTableModel::flags(index);
}

} // namespace reserve
