// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#include "ui/calendar/personpicker.h"

#include "models/items/personchoicemodel.h"
#include "ui/calendar/choicedelegate.h"

#include <QAbstractItemView>
#include <QCompleter>
#include <QFocusEvent>
#include <QKeyEvent>

namespace reserve {

PersonPicker::PersonPicker(Store& store, QWidget* parent)
    : QLineEdit(parent)
    , m_people(new PersonChoiceModel(store, this, PersonFilter::Group::Active)) // R-RETIRED
{
    auto* found = new QCompleter(m_people, this);
    found->setCompletionMode(QCompleter::UnfilteredPopupCompletion);
    found->setCompletionRole(Qt::DisplayRole); // what is put into the field
    found->popup()->setAccessibleName(tr("People found"));
    found->popup()->setItemDelegate(new PersonRowDelegate(found->popup())); // tells two of one name apart
    setCompleter(found);
    setPlaceholderText(tr("Name, e-mail or Control Number"));
    connect(this, &QLineEdit::textEdited, this, &PersonPicker::search);
    connect(found, qOverload<const QModelIndex&>(&QCompleter::activated), this, &PersonPicker::choose);
    connect(m_people, &PersonChoiceModel::failed, this, &PersonPicker::failed);
    connect(m_people, &QAbstractItemModel::rowsInserted, this, [this] {
        if (hasFocus() && !m_person && !text().isEmpty())
            completer()->complete();
    });
}

void PersonPicker::setPerson(const std::optional<Person>& person)
{
    m_person = person;
    setText(person ? person->displayName() : QString());
    setToolTip(person ? person->email : QString());
    if (person)
        completer()->popup()->hide();
    Q_EMIT personChanged();
}

void PersonPicker::search(const QString& text)
{
    m_people->setFilter(text);
    if (!m_person)
        return;
    m_person.reset();
    Q_EMIT personChanged();
}

void PersonPicker::choose(const QModelIndex& index)
{
    // The completer shows a model of its own over the people.
    const Person* person = m_people->personAt(m_people->index(index.row(), 0));
    if (person)
        setPerson(*person);
}

// Who types a whole name and goes on means the one who is found.
void PersonPicker::takeOnlyOne()
{
    if (!m_person && m_people->rowCount() == 1 && !text().isEmpty())
        choose(m_people->index(0, 0));
}

// Enter chooses while nobody is chosen: who is marked in the list, else the only one found. Only then it is the
// dialog's. The list hands its keys to this field first.
void PersonPicker::keyPressEvent(QKeyEvent* event)
{
    const bool enters = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    const QAbstractItemView* list = completer()->popup();
    if (enters && !m_person && list->isVisible() && list->currentIndex().isValid())
        choose(list->currentIndex());
    else if (enters && !m_person && !text().isEmpty())
        takeOnlyOne();
    else
        QLineEdit::keyPressEvent(event);
}

void PersonPicker::focusOutEvent(QFocusEvent* event)
{
    QLineEdit::focusOutEvent(event);
    if (event->reason() != Qt::PopupFocusReason)
        takeOnlyOne();
}

} // namespace reserve
