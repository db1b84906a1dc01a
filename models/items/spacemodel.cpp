// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#include "models/items/spacemodel.h"

#include "models/base/address.h"
#include "models/booking/serverrouting.h"
#include "models/items/admindraft.h"
#include "models/items/itemtexts.h"
#include "models/wording/wording.h"

#include <QCollator>

#include <algorithm>
#include <array>

namespace reserve {

namespace {

// A row's key tells whether it is the space or the finding below it.
qint64 keyOf(qint64 spaceId, bool isFinding)
{
    return spaceId * 2 + (isFinding ? 1 : 0);
}

qint64 spaceOfKey(qint64 key)
{
    return key >> 1;
}

FieldPath pathOf(qint64 spaceId, SpaceField field)
{
    return {FieldPath::Kind::Space, spaceId, columnName(field)};
}

struct ColumnField
{
    int column;
    SpaceField field;
};

constexpr std::array columnFields{ColumnField{SpaceModel::NameColumn, SpaceField::Name},
                                  ColumnField{SpaceModel::MailboxColumn, SpaceField::Mailbox},
                                  ColumnField{SpaceModel::BuildingColumn, SpaceField::Building},
                                  ColumnField{SpaceModel::FloorColumn, SpaceField::Floor},
                                  ColumnField{SpaceModel::CapacityColumn, SpaceField::Capacity},
                                  ColumnField{SpaceModel::ContactColumn, SpaceField::DelegateContact},
                                  ColumnField{SpaceModel::ZoneColumn, SpaceField::TimeZone},
                                  ColumnField{SpaceModel::DaysColumn, SpaceField::WorkDays},
                                  ColumnField{SpaceModel::StartColumn, SpaceField::WorkStart},
                                  ColumnField{SpaceModel::EndColumn, SpaceField::WorkEnd},
                                  ColumnField{SpaceModel::BookableColumn, SpaceField::Bookable},
                                  ColumnField{SpaceModel::SetupColumn, SpaceField::SetupMinutes},
                                  ColumnField{SpaceModel::ClearupColumn, SpaceField::ClearupMinutes}};

bool isNumber(int column)
{
    return column == SpaceModel::CapacityColumn || column == SpaceModel::SetupColumn
        || column == SpaceModel::ClearupColumn;
}

} // namespace

SpaceModel::SpaceModel(AdminDraft& draft, QObject* parent)
    : IdTableModel(parent)
    , m_draft(draft)
{
    connect(&draft, &AdminDraft::changed, this, &SpaceModel::refresh);
    connect(&draft, &AdminDraft::loaded, this, [this] {
        takeSortKeys();
        refresh();
    });
    refresh();
}

std::optional<SpaceField> SpaceModel::fieldOf(int column)
{
    for (const ColumnField& entry : columnFields) {
        if (entry.column == column)
            return entry.field;
    }
    return std::nullopt;
}

int SpaceModel::columnOf(SpaceField field)
{
    for (const ColumnField& entry : columnFields) {
        if (entry.field == field)
            return entry.column;
    }
    return NameColumn;
}

void SpaceModel::setFilter(const QString& text, const QSet<MailboxStanding>& standings)
{
    m_filterText = text;
    m_filterStandings = standings;
    refresh();
}

SpaceModel::Counts SpaceModel::counts() const
{
    const auto with = [this](MailboxStanding standing) {
        return int(std::count(m_standings.begin(), m_standings.end(), standing));
    };
    return {int(m_standings.size()), with(MailboxStanding::Mapped), with(MailboxStanding::Unmapped),
            with(MailboxStanding::DiffersInCase), with(MailboxStanding::Duplicate)};
}

void SpaceModel::openFinding(qint64 spaceId)
{
    if (std::exchange(m_openFinding, spaceId) != spaceId)
        refresh();
}

int SpaceModel::findingRow() const
{
    return m_openFinding == 0 ? -1 : rowOf(keyOf(m_openFinding, true));
}

bool SpaceModel::isFinding(int row) const
{
    return (idAt(row) & 1) != 0;
}

qint64 SpaceModel::spaceAt(int row) const
{
    return spaceOfKey(idAt(row));
}

int SpaceModel::rowOfSpace(qint64 spaceId) const
{
    return rowOf(keyOf(spaceId, false));
}

void SpaceModel::refresh()
{
    if (!m_draft.isLoaded())
        return;
    const QList<Space> spaces = draftedSpaces(m_draft.snapshot(), m_draft.fields());
    judge(spaces);
    arrange(spaces);
    announceAll();
    const bool isFirst = !isLoaded();
    setLoaded(true);
    Q_EMIT countsChanged();
    if (isFirst)
        Q_EMIT loaded();
}

void SpaceModel::judge(const QList<Space>& spaces)
{
    const QList<ServerProfile> profiles = draftedProfiles(m_draft.snapshot(), m_draft.fields());
    QHash<QString, QList<const Space*>> holders;
    m_standings.clear();
    m_duplicates.clear();
    m_servers.clear();
    for (const Space& space : spaces) {
        const QString typed = m_draft.fields().text(pathOf(space.id.value, SpaceField::Mailbox)).trimmed();
        if (!typed.isEmpty())
            holders[addressKey(typed)].append(&space);
        const auto held = m_draft.heldForCase().constFind(space.id.value);
        const bool differs = held != m_draft.heldForCase().cend() && held->exchangeSpelling != typed
            && !m_draft.draftedSettings().ignoreMailboxCase();
        m_standings.insert(space.id.value,
                           typed.isEmpty() ? MailboxStanding::Unmapped
                               : differs   ? MailboxStanding::DiffersInCase
                                           : MailboxStanding::Mapped);
        if (const ServerProfile* profile = profileFor(profiles, typed))
            m_servers.insert(space.id.value, profile->name);
    }
    for (const QList<const Space*>& sharing : std::as_const(holders)) {
        for (const Space* space : sharing.size() > 1 ? sharing : QList<const Space*>{}) {
            m_standings.insert(space->id.value, MailboxStanding::Duplicate);
            m_duplicates.insert(space->id.value, (sharing.first() == space ? sharing.last() : sharing.first())->name);
        }
    }
}

void SpaceModel::arrange(const QList<Space>& spaces)
{
    QList<qint64> keys;
    for (const qint64 id : inOrder(spaces)) {
        const QString words = text(id, NameColumn) + QLatin1Char('\n') + text(id, BuildingColumn) + QLatin1Char('\n')
            + text(id, MailboxColumn) + QLatin1Char('\n') + m_servers.value(id);
        const bool fits = words.contains(m_filterText, Qt::CaseInsensitive)
            && (m_filterStandings.isEmpty() || m_filterStandings.contains(standingOf(id)));
        if (!fits)
            continue;
        keys.append(keyOf(id, false));
        if (id == m_openFinding)
            keys.append(keyOf(id, true));
    }
    become(keys);
}

QList<qint64> SpaceModel::inOrder(const QList<Space>& spaces) const
{
    QList<qint64> ids;
    for (const Space& space : spaces)
        ids.append(space.id.value);
    if (m_sortColumn < 0)
        return ids;
    const auto added = std::find_if(ids.begin(), ids.end(), [this](qint64 id) { return !m_sortKeys.contains(id); });
    // The C locale knows no numbers: "10" would come before "2".
    const QLocale here;
    QCollator collator(here.language() == QLocale::C ? QLocale(QLocale::English) : here);
    collator.setNumericMode(true);
    collator.setCaseSensitivity(Qt::CaseInsensitive);
    std::stable_sort(ids.begin(), added, [&](qint64 a, qint64 b) {
        const int order = collator.compare(m_sortKeys.value(a), m_sortKeys.value(b));
        return m_sortOrder == Qt::AscendingOrder ? order < 0 : order > 0;
    });
    return ids;
}

void SpaceModel::sort(int column, Qt::SortOrder order)
{
    m_sortColumn = column;
    m_sortOrder = order;
    takeSortKeys();
    refresh();
    Q_EMIT headerDataChanged(Qt::Horizontal, 0, ColumnCount - 1);
}

void SpaceModel::takeSortKeys()
{
    m_sortKeys.clear();
    for (const Space& space : m_sortColumn < 0 ? QList<Space>() : m_draft.snapshot().spaces()) {
        const qint64 id = space.id.value;
        const auto field = fieldOf(m_sortColumn);
        m_sortKeys.insert(id, field ? textOf(space, *field) : text(id, m_sortColumn));
    }
}

QStringList SpaceModel::problemsOf(qint64 spaceId) const
{
    QStringList sentences;
    for (const AdminProblem& problem : m_draft.plan().problems) {
        if (problem.path.kind == FieldPath::Kind::Space && problem.path.id == spaceId)
            sentences.append(sentence(problem.reason));
    }
    return sentences;
}

QString SpaceModel::stateText(qint64 spaceId) const
{
    if (standingOf(spaceId) == MailboxStanding::Mapped && !problemsOf(spaceId).isEmpty())
        return tr("Cannot be applied");
    switch (standingOf(spaceId)) {
    case MailboxStanding::Mapped:
        return tr("Mapped");
    case MailboxStanding::Unmapped:
        return tr("Unmapped");
    case MailboxStanding::DiffersInCase:
        return tr("Differs only in case");
    case MailboxStanding::Duplicate:
        return tr("Duplicate of %1").arg(duplicateOf(spaceId));
    }
    Q_UNREACHABLE();
}

QString SpaceModel::text(qint64 spaceId, int column) const
{
    if (column == ServerColumn)
        return m_servers.value(spaceId);
    if (column == StateColumn)
        return stateText(spaceId);
    const auto field = fieldOf(column);
    if (!field)
        return {};
    const QString text = m_draft.fields().text(pathOf(spaceId, *field));
    if (field != SpaceField::Bookable)
        return text;
    return flagFromText(text).value_or(true) ? tr("Bookable") : tr("Closed");
}

QVariant SpaceModel::fieldData(qint64 spaceId, SpaceField field, int role) const
{
    const FieldPath path = pathOf(spaceId, field);
    const FieldDraft& fields = m_draft.fields();
    switch (role) {
    case Qt::EditRole:
        return fields.text(path);
    case Qt::CheckStateRole:
        if (field != SpaceField::Bookable)
            return {};
        return flagFromText(fields.text(path)).value_or(true) ? Qt::Checked : Qt::Unchecked;
    case ChangedRole:
        return fields.isChanged(path);
    case ConflictRole:
        return fields.isConflict(path);
    case ProblemRole:
    case Qt::ToolTipRole:
    case Qt::AccessibleDescriptionRole: {
        const AdminProblem* problem = m_draft.plan().problemAt(path);
        if (problem)
            return sentence(problem->reason);
        return role == Qt::ToolTipRole ? QVariant(text(spaceId, columnOf(field))) : QVariant();
    }
    default:
        return {};
    }
}

int SpaceModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant SpaceModel::data(const QModelIndex& index, int role) const
{
    if (!index.isValid())
        return {};
    const qint64 id = spaceAt(index.row());
    if (role == IdRole)
        return id;
    if (role == IsFindingRole)
        return isFinding(index.row());
    if (isFinding(index.row()))
        return {};
    if (role == Qt::AccessibleTextRole && index.column() == ServerColumn && !m_servers.contains(id))
        return tr("No server");
    if (role == Qt::DisplayRole || role == Qt::AccessibleTextRole)
        return text(id, index.column());
    if (role == Qt::TextAlignmentRole && isNumber(index.column()))
        return QVariant::fromValue(Qt::AlignTrailing | Qt::AlignVCenter);
    const auto field = fieldOf(index.column());
    return field ? fieldData(id, *field, role) : QVariant();
}

bool SpaceModel::setData(const QModelIndex& index, const QVariant& value, int role)
{
    const auto field = fieldOf(index.column());
    if (!index.isValid() || !field || isFinding(index.row()))
        return false;
    QString text;
    if (role == Qt::EditRole)
        text = value.toString();
    else if (role == Qt::CheckStateRole && field == SpaceField::Bookable)
        text = value.toInt() == Qt::Checked ? QStringLiteral("true") : QStringLiteral("false");
    else
        return false;
    m_draft.fields().set(pathOf(spaceAt(index.row()), *field), text);
    return true;
}

QVariant SpaceModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole && isNumber(section))
        return QVariant::fromValue(Qt::AlignTrailing | Qt::AlignVCenter);
    if (role == Qt::AccessibleDescriptionRole && section == m_sortColumn)
        return sortedText(m_sortOrder);
    if (role != Qt::DisplayRole)
        return {};
    switch (section) {
    case NameColumn:
        return tr("Space");
    case MailboxColumn:
        return tr("Exchange Mailbox");
    case ServerColumn:
        return tr("Server");
    case StateColumn:
        return tr("State");
    case BuildingColumn:
        return tr("Building");
    case FloorColumn:
        return tr("Floor");
    case CapacityColumn:
        return tr("Seats");
    case ContactColumn:
        return tr("Delegate contact");
    case ZoneColumn:
        return tr("Time zone");
    case DaysColumn:
        return tr("Work days");
    case StartColumn:
        return tr("From");
    case EndColumn:
        return tr("To");
    case BookableColumn:
        return tr("Booking");
    case SetupColumn:
        return tr("Set-up minutes");
    case ClearupColumn:
        return tr("Clear-up minutes");
    default:
        return {};
    }
}

Qt::ItemFlags SpaceModel::flags(const QModelIndex& index) const
{
    if (!index.isValid())
        return IdTableModel::flags(index);
    if (isFinding(index.row()))
        return Qt::ItemIsEnabled | Qt::ItemNeverHasChildren;
    const Qt::ItemFlags flags = Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemNeverHasChildren;
    if (!fieldOf(index.column()))
        return flags;
    if (fieldOf(index.column()) == SpaceField::Bookable)
        return flags | Qt::ItemIsUserCheckable;
    return flags | Qt::ItemIsEditable;
}

} // namespace reserve
