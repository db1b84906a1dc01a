// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#include "models/agent/crashmark.h"

#include <QFile>

#include <array>
#include <atomic>
#include <vector>

#ifdef Q_OS_UNIX
#include <csignal>
#include <fcntl.h>
#include <unistd.h>
#endif

namespace reserve {

namespace {

// A handler of signals reaches nothing but what is static.
constexpr std::size_t slotCount = 16; // workers and the store's writer
std::array<std::atomic<qint64>, slotCount> watched{};
static_assert(std::atomic<qint64>::is_always_lock_free);

QList<TraceId> readVictims(const QByteArray& path)
{
    QList<TraceId> victims;
    QFile file(QFile::decodeName(path));
    if (!file.open(QIODevice::ReadOnly))
        return victims;
    for (const QByteArray& line : file.readAll().split('\n')) {
        if (const qint64 id = line.toLongLong(); id > 0)
            victims.append(TraceId{id});
    }
    return victims;
}

#ifdef Q_OS_UNIX

constexpr std::array fatalSignals{SIGSEGV, SIGBUS, SIGILL, SIGFPE, SIGABRT};
std::array<struct sigaction, fatalSignals.size()> previousActions{};
std::atomic<int> markFile{-1};

// Only what is safe in a signal handler (signal-safety(7)) from here on.
void writeNumber(int file, qint64 number)
{
    std::array<char, 24> text{};
    std::size_t at = text.size();
    text[--at] = '\n';
    do {
        text[--at] = char('0' + number % 10);
        number /= 10;
    } while (number > 0);
    if (write(file, text.data() + at, text.size() - at) < 0)
        return;
}

extern "C" void markAndDie(int signal)
{
    const int file = markFile.exchange(-1);
    for (const std::atomic<qint64>& slot : watched) {
        if (const qint64 id = slot.load(); id > 0 && file >= 0)
            writeNumber(file, id);
    }
    for (std::size_t i = 0; i < fatalSignals.size(); ++i) {
        if (fatalSignals[i] == signal)
            sigaction(signal, &previousActions[i], nullptr);
    }
    raise(signal);
}

// An overflown stack leaves no room for the handler on it.
void giveThreadASignalStack()
{
    thread_local std::vector<char> stack;
    if (!stack.empty())
        return;
    stack.resize(64 * 1024);
    stack_t signalStack{};
    signalStack.ss_sp = stack.data();
    signalStack.ss_size = stack.size();
    sigaltstack(&signalStack, nullptr);
}

bool install(const QByteArray& path)
{
    if (markFile >= 0)
        return false;
    const int file = open(path.constData(), O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC | O_NOFOLLOW, S_IRUSR | S_IWUSR);
    if (file < 0)
        return false;
    markFile = file;
    struct sigaction action{};
    action.sa_handler = markAndDie;
    action.sa_flags = SA_ONSTACK;
    for (std::size_t i = 0; i < fatalSignals.size(); ++i)
        sigaction(fatalSignals[i], &action, &previousActions[i]);
    return true;
}

void uninstall()
{
    for (std::size_t i = 0; i < fatalSignals.size(); ++i)
        sigaction(fatalSignals[i], &previousActions[i], nullptr);
    if (const int file = markFile.exchange(-1); file >= 0)
        close(file);
}

#else

void giveThreadASignalStack() {}
bool install(const QByteArray&) { return false; }
void uninstall() {}

#endif

} // namespace

CrashMark::CrashMark(const QString& file)
    : m_path(QFile::encodeName(file))
    , m_victims(readVictims(m_path))
    , m_isInstalled(install(m_path))
{
}

CrashMark::~CrashMark()
{
    if (!m_isInstalled)
        return;
    uninstall();
    if (m_victims.isEmpty())
        QFile::remove(QFile::decodeName(m_path));
}

void CrashMark::forgetVictims()
{
    m_victims.clear();
    // Not removed: the handler writes into this very file.
    if (m_isInstalled)
        QFile::resize(QFile::decodeName(m_path), 0);
    else
        QFile::remove(QFile::decodeName(m_path));
}

CrashMark::Watch::Watch(TraceId id)
    : m_slot(-1)
{
    giveThreadASignalStack();
    for (std::size_t i = 0; i < slotCount; ++i) {
        qint64 empty = 0;
        if (watched[i].compare_exchange_strong(empty, id.value)) {
            m_slot = int(i);
            return;
        }
    }
}

CrashMark::Watch::~Watch()
{
    if (m_slot >= 0)
        watched[std::size_t(m_slot)] = 0;
}

} // namespace reserve
