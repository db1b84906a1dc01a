// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#pragma once

#include "app/console/practicehost.h"

#include <QMenu>

namespace reserve {

// The switches of the console's Practice Exchange, and its end.
class PracticeMenu final : public QMenu
{
    Q_OBJECT
public:
    explicit PracticeMenu(PracticeHost& host, QWidget* parent = nullptr);

Q_SIGNALS:
    void helpWanted();

private:
    void addSwitch(const QString& text, const QString& name, const QString& on);

    PracticeHost& m_host;
};

} // namespace reserve
