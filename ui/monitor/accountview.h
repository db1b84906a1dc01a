// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#pragma once

#include "models/explaining/account.h"
#include "ui/monitor/scrolledrows.h"

namespace reserve {

// Sections of labelled lines about one message. What comes from mail is text, never markup.
class AccountView final : public ScrolledRows
{
    Q_OBJECT

public:
    explicit AccountView(const QString& name, QWidget* parent = nullptr);

    void setSections(const QList<AccountSection>& sections);
    // In place of sections: why there are none.
    void setNote(const QString& note);
};

} // namespace reserve
