// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#pragma once

#include "models/base/reason.h"
#include "models/store/storelocation.h"

#include <QObject>
#include <QProcess>
#include <QThread>
#include <QTimer>

#include <memory>

namespace reserve {

class Agent;
class SecretStore;
class Store;

// The agent that the console runs itself: on a thread of its own, or, by setting, as a child process, so that a crash
// in a parser need not take the window along. Either way it meets the window in the store alone.
//
// GUI thread. Owned by the application; `store` and `secrets` outlive it.
class EmbeddedAgent final : public QObject
{
    Q_OBJECT
public:
    enum class Place { Thread, Process };

    EmbeddedAgent(Store& store, SecretStore& secrets, Place place, QObject* parent = nullptr);
    ~EmbeddedAgent() override;

    void start();
    // Another place from the next start on; what runs hands back what it holds and starts there.
    void setPlace(Place place);
    // Hands back what it holds, finishes what it began; then stopped(). Answers at once when it does not run.
    void stop();
    bool isRunning() const;

    // The program of the child process, beside this one or on the path.
    static QString agentProgram();

Q_SIGNALS:
    // The child process ended without being asked; it is started again after a moment unless it ends at once again.
    void crashed();
    // It does not run and is not started again by itself: agent.program-missing, agent.program-refused (program,
    // detail), agent.ended-at-once.
    void troubled(const reserve::Reason& reason);
    void stopped();

private:
    void startThread();
    void startProcess();
    void processEnded();
    void processRefused();
    void handBackLease();
    void letEnd();
    void ended();

    Store& m_store;
    SecretStore& m_secrets;
    Place m_place;  // where it is to run
    Place m_runsAt; // where it runs, while it does
    QThread m_thread;
    Agent* m_agent = nullptr; // lives on m_thread, dies with it
    QProcess m_process;
    QTimer m_restart;
    qint64 m_processStarted = 0; // milliseconds since the epoch
    bool m_stopping = false;
    bool m_startsAgain = false; // elsewhere, when it has ended
};

} // namespace reserve
