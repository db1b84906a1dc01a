// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#pragma once

#include "app/console/practicesetup.h"
#include "models/base/reason.h"

#include <QFuture>
#include <QObject>
#include <QThread>

#include <memory>

namespace reserve {

class SecretStore;
class Store;

// The Practice Exchange inside the console, on a thread of its own. Started, it sets itself up as a server of the store
// and follows the store's rooms. What it holds goes with it, and the outgoing mail server is again what it was.
//
// GUI thread. Owned by the application; `store` and `secrets` outlive it.
class PracticeHost final : public QObject
{
    Q_OBJECT
public:
    PracticeHost(Store& store, SecretStore& secrets, QObject* parent = nullptr);
    ~PracticeHost() override;

    void start();
    void stop();
    // What a run that was killed left in place of the outgoing mail server is put right, unless another console on this
    // machine still runs it.
    void clearLeftovers();
    bool isRunning() const { return m_thread.isRunning(); }

    const PracticeSwitches& switches() const { return m_switches; }
    // Values that PracticeSwitches::set() takes.
    void setSwitch(const QString& name, const QString& value);

Q_SIGNALS:
    // Where it is, for a person; empty when it runs no longer.
    void placeChanged(const QString& place);
    void troubled(const reserve::Reason& reason);

private:
    void open(PracticeOptions options);
    void opened(const PracticePlace& place, const SecretString& password);
    QFuture<Result<void>> takeDown(quint16 smtpPort);
    void followRooms();
    void tell(const Error& error);

    Store& m_store;
    SecretStore& m_secrets;
    QThread m_thread;
    QObject* m_home = nullptr;              // lives on m_thread, dies with it
    PracticeExchange* m_exchange = nullptr; // child of m_home; used on m_thread alone
    PracticeSwitches m_switches;
    std::optional<quint16> m_smtpPort; // as it was set up with
};

} // namespace reserve
