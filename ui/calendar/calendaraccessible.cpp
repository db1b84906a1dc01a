// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#include "ui/calendar/calendaraccessible.h"

#include <QAccessible>
#include <QAccessibleWidget>
#include <QHash>
#include <QPointer>

#include <optional>

namespace reserve {

namespace {

// A cell, or a reservation when there is one.
struct ChildKey
{
    CalendarCell cell;
    ReservationId reservation;

    friend bool operator==(const ChildKey&, const ChildKey&) = default;
    friend size_t qHash(const ChildKey& key, size_t seed = 0) { return qHashMulti(seed, key.cell, key.reservation); }
};

ChildKey keyOf(CalendarCell cell)
{
    return {cell, {}};
}

ChildKey keyOf(ReservationId id)
{
    return {{}, id};
}

// A cell or a reservation. It keeps nothing but its key: what it answers is what the view shows at that moment.
class CalendarItemInterface final : public QAccessibleInterface,
                                    public QAccessibleTableCellInterface,
                                    public QAccessibleActionInterface
{
public:
    CalendarItemInterface(CalendarView* view, ChildKey key)
        : m_view(view)
        , m_key(key)
    {
    }

    bool isValid() const override { return !m_view.isNull(); }
    QObject* object() const override { return nullptr; }
    QWindow* window() const override { return m_view ? m_view->window()->windowHandle() : nullptr; }
    QAccessibleInterface* parent() const override { return QAccessible::queryAccessibleInterface(m_view); }
    QAccessibleInterface* child(int) const override { return nullptr; }
    QAccessibleInterface* childAt(int, int) const override { return nullptr; }
    int childCount() const override { return 0; }
    int indexOfChild(const QAccessibleInterface*) const override { return -1; }

    QAccessible::Role role() const override { return isCell() ? QAccessible::Cell : QAccessible::ListItem; }

    QAccessible::State state() const override
    {
        QAccessible::State state;
        if (!m_view) {
            state.invalid = true;
            return state;
        }
        state.focusable = true;
        state.selectable = true;
        state.selected = isCurrent();
        state.focused = isCurrent() && m_view->hasFocus();
        state.offscreen = viewRect().isEmpty();
        return state;
    }

    QString text(QAccessible::Text kind) const override
    {
        if (kind != QAccessible::Name || !m_view)
            return {};
        return isCell() ? m_view->cellName(m_key.cell) : m_view->reservationName(m_key.reservation);
    }
    void setText(QAccessible::Text, const QString&) override {}

    QRect rect() const override
    {
        const QRect rect = viewRect();
        return rect.isEmpty() ? QRect() : QRect(m_view->viewport()->mapToGlobal(rect.topLeft()), rect.size());
    }

    void* interface_cast(QAccessible::InterfaceType type) override
    {
        if (type == QAccessible::TableCellInterface && isCell())
            return static_cast<QAccessibleTableCellInterface*>(this);
        if (type == QAccessible::ActionInterface)
            return static_cast<QAccessibleActionInterface*>(this);
        return nullptr;
    }

    // Of a cell
    bool isSelected() const override { return isCurrent(); }
    QList<QAccessibleInterface*> columnHeaderCells() const override { return {}; }
    QList<QAccessibleInterface*> rowHeaderCells() const override { return {}; }
    int columnIndex() const override { return m_key.cell.column; }
    int rowIndex() const override { return m_key.cell.row; }
    int columnExtent() const override { return 1; }
    int rowExtent() const override { return 1; }
    QAccessibleInterface* table() const override { return parent(); }

    // Of both: a cell takes the focus, a reservation opens.
    QStringList actionNames() const override { return {isCell() ? setFocusAction() : pressAction()}; }
    void doAction(const QString& action) override
    {
        if (!m_view || !actionNames().contains(action))
            return;
        m_view->setFocus();
        if (isCell())
            m_view->setCurrentCell(m_key.cell);
        else
            m_view->open(m_key.reservation);
    }
    QStringList keyBindingsForAction(const QString&) const override { return {}; }

    const ChildKey& key() const { return m_key; }

private:
    bool isCell() const { return !m_key.reservation; }
    QRect viewRect() const
    {
        if (!m_view)
            return {};
        const QRect rect = isCell() ? m_view->cellRect(m_key.cell) : m_view->reservationRect(m_key.reservation);
        return rect.intersected(m_view->viewport()->rect());
    }
    bool isCurrent() const
    {
        if (!m_view)
            return false;
        if (isCell())
            return !m_view->selection() && m_key.cell == m_view->currentCell();
        return m_view->selection() == m_key.reservation;
    }

    QPointer<CalendarView> m_view;
    ChildKey m_key;
};

// The table. Children in this order: visible cells, visible reservations, the focused one when it is off screen.
class CalendarViewInterface final : public QAccessibleWidget, public QAccessibleTableInterface
{
public:
    explicit CalendarViewInterface(CalendarView* view)
        : QAccessibleWidget(view, QAccessible::Table)
    {
    }
    ~CalendarViewInterface() override
    {
        for (const QAccessible::Id id : std::as_const(m_children))
            QAccessible::deleteAccessibleInterface(id);
    }

    void* interface_cast(QAccessible::InterfaceType type) override
    {
        if (type == QAccessible::TableInterface)
            return static_cast<QAccessibleTableInterface*>(this);
        return QAccessibleWidget::interface_cast(type);
    }

    int childCount() const override { return int(shown().keys.size()); }
    QAccessibleInterface* child(int index) const override
    {
        const QList<ChildKey>& keys = shown().keys;
        if (m_children.size() > keys.size())
            dropAllBut(m_shown);
        return index >= 0 && index < keys.size() ? interfaceOf(keys.at(index)) : nullptr;
    }
    int indexOfChild(const QAccessibleInterface* child) const override
    {
        const auto* item = dynamic_cast<const CalendarItemInterface*>(child);
        return item ? indexOf(item->key()) : -1;
    }
    QAccessibleInterface* childAt(int x, int y) const override
    {
        const QPoint position = view()->viewport()->mapFromGlobal(QPoint(x, y));
        if (const auto id = view()->reservationAt(position))
            return interfaceOf(keyOf(*id));
        const auto cell = view()->cellAt(position);
        return cell ? interfaceOf(keyOf(*cell)) : nullptr;
    }
    QAccessibleInterface* focusChild() const override { return view()->hasFocus() ? interfaceOf(focusKey()) : nullptr; }

    // The table
    QAccessibleInterface* cellAt(int row, int column) const override
    {
        const bool inside = row >= 0 && row < rowCount() && column >= 0 && column < columnCount();
        return inside ? interfaceOf(keyOf(CalendarCell{row, column})) : nullptr;
    }
    int rowCount() const override { return view()->rowCount(); }
    int columnCount() const override { return view()->columnCount(); }
    QString rowDescription(int row) const override { return view()->rowName(row); }
    QString columnDescription(int column) const override { return view()->columnName(column); }
    QAccessibleInterface* caption() const override { return nullptr; }
    QAccessibleInterface* summary() const override { return nullptr; }
    int selectedCellCount() const override { return view()->selection() ? 0 : 1; }
    QList<QAccessibleInterface*> selectedCells() const override
    {
        if (view()->selection())
            return {};
        return {interfaceOf(keyOf(view()->currentCell()))};
    }
    int selectedColumnCount() const override { return 0; }
    int selectedRowCount() const override { return 0; }
    QList<int> selectedColumns() const override { return {}; }
    QList<int> selectedRows() const override { return {}; }
    bool isColumnSelected(int) const override { return false; }
    bool isRowSelected(int) const override { return false; }
    bool selectRow(int) override { return false; }
    bool selectColumn(int) override { return false; }
    bool unselectRow(int) override { return false; }
    bool unselectColumn(int) override { return false; }
    void modelChange(QAccessibleTableModelChangeEvent*) override {}

    int indexOf(const ChildKey& key) const { return shown().places.value(key, -1); }

    void announceChange(const ChildKey& key, bool isShown)
    {
        const auto known = m_children.constFind(key);
        const bool isKnown = known != m_children.cend();
        if (isShown) {
            QAccessibleEvent event(interfaceOf(key), isKnown ? QAccessible::NameChanged : QAccessible::ObjectCreated);
            QAccessible::updateAccessibility(&event);
        } else if (isKnown) {
            QAccessibleEvent event(QAccessible::accessibleInterface(*known), QAccessible::ObjectDestroyed);
            QAccessible::updateAccessibility(&event);
            QAccessible::deleteAccessibleInterface(m_children.take(key));
        }
    }

private:
    CalendarView* view() const { return static_cast<CalendarView*>(object()); }

    ChildKey focusKey() const
    {
        if (const auto chosen = view()->selection())
            return keyOf(*chosen);
        return keyOf(view()->currentCell());
    }

    // The children by place and the places by child, as they were when they were last asked for.
    struct Shown
    {
        QList<ChildKey> keys;
        QHash<ChildKey, int> places;
        ChildKey focus;
        std::optional<quint64> revision;

        void append(const ChildKey& key)
        {
            if (places.contains(key))
                return;
            places.insert(key, int(keys.size()));
            keys.append(key);
        }
    };

    // Gathered anew only when the view shows something else: a reader that walks through all children asks once each.
    const Shown& shown() const
    {
        const ChildKey focus = focusKey();
        const quint64 revision = view()->shownRevision();
        if (m_shown.revision == revision && m_shown.focus == focus)
            return m_shown;
        m_shown = Shown{{}, {}, focus, revision};
        for (const CalendarCell& cell : view()->visibleCells())
            m_shown.append(keyOf(cell));
        for (const ReservationId id : view()->visibleReservations())
            m_shown.append(keyOf(id));
        m_shown.append(focus);
        return m_shown;
    }

    QAccessibleInterface* interfaceOf(const ChildKey& key) const
    {
        const auto known = m_children.constFind(key);
        if (known != m_children.cend())
            return QAccessible::accessibleInterface(*known);
        auto* made = new CalendarItemInterface(view(), key);
        m_children.insert(key, QAccessible::registerAccessibleInterface(made));
        return made;
    }

    void dropAllBut(const Shown& shown) const
    {
        m_children.removeIf([&shown](const auto child) {
            if (shown.places.contains(child.key()))
                return false;
            QAccessible::deleteAccessibleInterface(child.value());
            return true;
        });
    }

    mutable Shown m_shown;
    mutable QHash<ChildKey, QAccessible::Id> m_children;
};

QAccessibleInterface* makeInterface(const QString&, QObject* object)
{
    auto* view = qobject_cast<CalendarView*>(object);
    return view ? new CalendarViewInterface(view) : nullptr;
}

void announce(CalendarView* view, const ChildKey& key)
{
    if (!QAccessible::isActive() || !view->hasFocus())
        return;
    auto* table = static_cast<CalendarViewInterface*>(QAccessible::queryAccessibleInterface(view));
    QAccessibleEvent event(view, QAccessible::Focus);
    event.setChild(table->indexOf(key));
    QAccessible::updateAccessibility(&event);
}

} // namespace

void announceChanges(CalendarView* view, const QList<ReservationId>& ids)
{
    constexpr qsizetype mostFollowed = 50;
    if (!view->isVisible() || ids.size() > mostFollowed)
        return;
    auto* table = static_cast<CalendarViewInterface*>(QAccessible::queryAccessibleInterface(view));
    const QList<ReservationId> shown = view->visibleReservations();
    for (const ReservationId id : ids)
        table->announceChange(keyOf(id), shown.contains(id));
}

void installCalendarAccessibility()
{
    static const bool installed = [] {
        QAccessible::installFactory(makeInterface);
        return true;
    }();
    Q_UNUSED(installed)
}

void announceCell(CalendarView* view, CalendarCell cell)
{
    announce(view, keyOf(cell));
}

void announceReservation(CalendarView* view, ReservationId id)
{
    announce(view, keyOf(id));
}

} // namespace reserve
