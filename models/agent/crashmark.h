// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#pragma once

#include "models/entities/ids.h"

#include <QByteArray>
#include <QByteArrayView>
#include <QHash>
#include <QList>
#include <QMutex>
#include <QString>

namespace reserve {

// As often may a message take the process down before it is read no more.
constexpr int mostCrashes = 2;

// Names a message by its length and the octets at both its ends while it has no id yet.
struct ContentMark
{
    static ContentMark of(QByteArrayView content);

    qint64 value = 0; // above 0
};

// Names the message that took the process down. While one is being read or decided, it stands where a handler of fatal
// signals (SIGSEGV, SIGBUS, SIGILL, SIGFPE, SIGABRT) finds it; the handler writes it to a file beside the store and
// lets the process die as it would have. What the thread that fails has in hand is named; when it has nothing, whatever
// has an id and is in other hands. A process that was killed from outside leaves no mark, so that no innocent message
// is blamed for it.
//
// One at a time in a process, on Unix; elsewhere, and where the file cannot be written, nothing is marked. Belongs to
// the agent's thread but for crashesOf().
class CrashMark final
{
public:
    explicit CrashMark(const QString& file);
    ~CrashMark();
    CrashMark(const CrashMark&) = delete;
    CrashMark& operator=(const CrashMark&) = delete;

    // Whom an earlier process named, each once for each crash.
    const QList<TraceId>& victims() const { return m_victims; }
    // They are stored elsewhere now.
    void forgetVictims();

    // How often earlier processes died of these octets before they were durable. Any thread.
    int crashesOf(ContentMark content) const;
    // They are durable now.
    void forget(ContentMark content);

    // Names a message on this thread while it lives.
    class Watch final
    {
    public:
        explicit Watch(TraceId id);
        explicit Watch(ContentMark content);
        ~Watch();
        Watch(const Watch&) = delete;
        Watch& operator=(const Watch&) = delete;

    private:
        void take(qint64 named);

        int m_slot = -1;
        int m_outer = -1; // what the thread had in hand before
    };

private:
    void rewrite();

    QByteArray m_path;
    QList<TraceId> m_victims;
    mutable QMutex m_mutex;
    QHash<qint64, int> m_contents; // crashes by mark
    bool m_isInstalled = false;
};

} // namespace reserve
