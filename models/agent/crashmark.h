// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#pragma once

#include "models/entities/ids.h"

#include <QByteArray>
#include <QList>
#include <QString>

namespace reserve {

// Names the message that took the process down. While one is being read or decided, its id stands where a handler of
// fatal signals (SIGSEGV, SIGBUS, SIGILL, SIGFPE, SIGABRT) finds it; the handler writes it to a file beside the store
// and lets the process die as it would have. A process that was killed from outside leaves no mark, so that no innocent
// message is blamed for it.
//
// One at a time in a process, on Unix; elsewhere, and where the file cannot be written, nothing is marked.
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

    // Names a message on this thread while it lives.
    class Watch final
    {
    public:
        explicit Watch(TraceId id);
        ~Watch();
        Watch(const Watch&) = delete;
        Watch& operator=(const Watch&) = delete;

    private:
        int m_slot;
    };

private:
    QByteArray m_path;
    QList<TraceId> m_victims;
    bool m_isInstalled = false;
};

} // namespace reserve
