// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#pragma once

#include "models/composing/meetingmail.h"
#include "models/store/store.h"

#include <QTemporaryDir>

#include <memory>

namespace reserve::benchmark {

// A store in a file with rooms and one person, on the system's clock; gone with its folder.
class Desk final
{
public:
    explicit Desk(int rooms);

    Store& store() { return *m_store; }
    QString file() const { return m_folder.filePath(QStringLiteral("reserve.sqlite")); }
    // Lets another process have the file alone.
    void close() { m_store.reset(); }

    static QString mailbox(int room);
    static QString person();
    // A meeting of its own for each number, an hour of its own in its room.
    static ComposedMail meeting(int number, int rooms);

private:
    QTemporaryDir m_folder;
    std::unique_ptr<Store> m_store;
};

} // namespace reserve::benchmark
