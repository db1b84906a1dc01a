// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#pragma once

#include "models/entities/person.h"
#include "ui/exchange/draftform.h"

#include <QTimer>

#include <optional>

namespace reserve {

class Store;

// Who may book and what happens while Exchange is away, in the FAQ's words, each with what it means at present.
class SettingsForm final : public DraftForm
{
    Q_OBJECT

public:
    SettingsForm(Store& store, AdminDraft& draft, QWidget* parent = nullptr);

private:
    struct DefaultUser
    {
        QString email;
        QList<Person> people; // all who have it, retired too
    };

    void readDefaultUser();
    void showDefaultUser(const DefaultUser& found);

    Store& m_store;
    DraftField* m_defaultUser;
    DraftField* m_contact;
    DefaultUser m_found;
    QTimer m_soon;
    quint64 m_generation = 0;
};

} // namespace reserve
