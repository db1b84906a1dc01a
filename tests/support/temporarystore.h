// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#pragma once

#include "models/store/store.h"
#include "tests/support/fakeclock.h"

#include <QTemporaryDir>

#include <memory>

namespace reserve::test {

// A fresh store in a real file, gone with its folder when the test ends. Its clock stands until it is moved.
class TemporaryStore final
{
public:
    TemporaryStore();

    Store& store() { return *m_store; }
    FakeClock& clock() { return *m_clock; }
    std::shared_ptr<FakeClock> sharedClock() const { return m_clock; }
    StoreLocation location() const;
    QString folder() const { return m_folder.path(); }

    // Everything closed and opened again, as a program that starts anew.
    void reopen();
    void close() { m_store.reset(); }
    // A second store on the same file, as another program would have it.
    std::unique_ptr<Store> openAnother() const;

    // One unit, waited for. An error ends the test program with its code: for setting scenes.
    template<typename Fn>
    auto read(Fn fn)
    {
        return valueOf(m_store->read(std::move(fn)).result());
    }
    template<typename Fn>
    auto write(Fn fn)
    {
        return valueOf(m_store->write(WritePriority::Normal, std::move(fn)).result());
    }

    // The same with the Result, where an error is what is tested.
    template<typename Fn>
    auto tryWrite(Fn fn)
    {
        return m_store->write(WritePriority::Normal, std::move(fn)).result();
    }

    SpaceId addSpace(const QString& name, const QString& mailbox);
    PersonId addPerson(qint64 controlNumber, const QString& email);

private:
    static void failWith(const Error& error);

    template<typename T>
    static T valueOf(Result<T> result)
    {
        if (!result)
            failWith(result.error());
        if constexpr (!std::is_void_v<T>)
            return std::move(*result);
    }

    QTemporaryDir m_folder;
    std::shared_ptr<FakeClock> m_clock = std::make_shared<FakeClock>();
    std::unique_ptr<Store> m_store;
};

// A reservation that holds its space alone; vary what the test is about.
Reservation reservationOf(SpaceId space, const char* startUtc, const char* endUtc, const QString& uid);

} // namespace reserve::test
