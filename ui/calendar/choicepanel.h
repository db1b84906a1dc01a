// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#pragma once

#include "models/base/result.h"
#include "models/entities/ids.h"
#include "models/entities/space.h"

#include <QModelIndex>
#include <QWidget>

QT_BEGIN_NAMESPACE
class QListView;
class QStackedWidget;
QT_END_NAMESPACE

namespace reserve {

class BookedShares;
class Label;
class PersonChoiceModel;
class SearchField;
class SegmentedSwitch;
class SpaceChoiceModel;
class Store;

// Whose calendar is shown: the spaces by building with the bars of their week, or the people, with one filter over
// both. Beside the grid, or as a drop-down where the window is narrow. The store outlives it.
class ChoicePanel final : public QWidget
{
    Q_OBJECT

public:
    explicit ChoicePanel(Store& store, QWidget* parent = nullptr);

    void setSpaces(const QList<Space>& spaces);
    BookedShares* shares() const { return m_shares; }
    // Marks what is shown without saying so.
    void showChosen(SpaceId id);
    void showChosen(PersonId id);
    SearchField* filterField() const { return m_filter; }
    QString filter() const;
    void clearFilter();

Q_SIGNALS:
    void spaceChosen(reserve::SpaceId id);
    void personChosen(reserve::PersonId id);
    // Of the spaces; the timeline narrows with it.
    void filterChanged(const QString& text);
    void failed(const reserve::Error& error);

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    enum Kind { Spaces, People };

    QListView* makeList(const QString& name);
    void setKind(int kind);
    void applyFilter(const QString& text);
    void chooseSpace(const QModelIndex& index);
    void choosePerson(const QModelIndex& index);
    void restoreSelection();
    void sayWhenNothingFits();

    SpaceChoiceModel* m_spaces;
    PersonChoiceModel* m_people;
    BookedShares* m_shares;
    SegmentedSwitch* m_kind;
    SearchField* m_filter;
    Label* m_nothing;
    QStackedWidget* m_lists;
    QListView* m_spaceList;
    QListView* m_personList;
    SpaceId m_space;
    PersonId m_person;
    bool m_restoring = false;
};

} // namespace reserve
