// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#pragma once

#include "models/entities/person.h"
#include "ui/common/page.h"
#include "ui/common/prompt.h"

#include <memory>

QT_BEGIN_NAMESPACE
class QPushButton;
class QSplitter;
class QStackedWidget;
QT_END_NAMESPACE

namespace reserve {

class ChipBar;
class EmptyState;
class FileImport;
class ImportSheet;
class Label;
class PersonForm;
class PersonModel;
class PersonProfile;
class RequestBox;
class SearchField;
class Store;
class TableView;
struct PersonCounts;
struct Reason;

// The page People: who may be the match of a request, grouped by what is wrong. The store outlives the page.
class PeoplePage final : public Page
{
    Q_OBJECT

public:
    explicit PeoplePage(Store& store, QWidget* parent = nullptr, std::unique_ptr<Prompt> prompt = nullptr);
    ~PeoplePage() override;

    void activate() override;
    QList<QWidget*> regions() const override;
    bool escape() override;
    QWidget* filterField() const override;

    PersonModel* people() const { return m_people; }
    PersonProfile* profile() const { return m_profile; }
    RequestBox* requestBox() const { return m_requestBox; }

public Q_SLOTS:
    void showPerson(reserve::PersonId id);
    void addPerson();
    void importPeople();
    void exportPeople();

Q_SIGNALS:
    void showPersonCalendar(reserve::PersonId id);

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    void buildHead();
    void buildChips();
    void buildBody();
    void filter();
    void updateCounts(const PersonCounts& counts);
    void updateEmpty();
    void choose();
    void edit(const Person& person);
    void closeForm();
    void fold();
    void tellFailure(const Reason& reason);

    Store& m_store;
    std::unique_ptr<Prompt> m_prompt;
    PersonModel* m_people;
    SearchField* m_search;
    ChipBar* m_chips;
    Label* m_order;         // said only in the order by e-mail
    QStackedWidget* m_main; // table and profile, or the sheet of an import
    QSplitter* m_splitter;
    QStackedWidget* m_lists;
    TableView* m_table;
    EmptyState* m_empty;
    QWidget* m_side;
    QPushButton* m_back;
    QStackedWidget* m_sideStack;
    PersonProfile* m_profile;
    PersonForm* m_form;
    RequestBox* m_requestBox;
    ImportSheet* m_sheet;
    FileImport* m_import;
    bool m_folded = false;
    bool m_sideOpen = false; // only while folded
};

} // namespace reserve
