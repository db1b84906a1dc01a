// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#include "models/agent/crashmark.h"

#include <QCryptographicHash>
#include <QFile>
#include <QtEndian>

#include <algorithm>
#include <array>
#include <atomic>
#include <vector>

#ifdef Q_OS_UNIX
#include <fcntl.h>
#include <unistd.h>

#include <csignal>
#endif

namespace reserve {

namespace {

// A handler of signals reaches nothing but what is static.
constexpr qsizetype markedEnd = 64 * 1024; // octets at either end of a message that its mark is made of
constexpr std::size_t slotCount = 16;      // workers and the store's writer
std::array<std::atomic<qint64>, slotCount> watched{};
static_assert(std::atomic<qint64>::is_always_lock_free);

// Which of them this thread has in hand.
thread_local int slotInHand = -1;

// What an earlier process wrote: a number a line, ids above 0, marks of octets below.
QList<qint64> readNumbers(const QByteArray& path)
{
    QList<qint64> numbers;
    QFile file(QFile::decodeName(path));
    if (!file.open(QIODevice::ReadOnly))
        return numbers;
    for (const QByteArray& line : file.readAll().split('\n')) {
        if (const qint64 number = line.toLongLong(); number != 0)
            numbers.append(number);
    }
    return numbers;
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
    const bool isNegative = number < 0;
    quint64 digits = isNegative ? quint64(-number) : quint64(number);
    do {
        text[--at] = char('0' + digits % 10);
        digits /= 10;
    } while (digits > 0);
    if (isNegative)
        text[--at] = '-';
    if (write(file, text.data() + at, text.size() - at) < 0)
        return;
}

extern "C" void markAndDie(int signal)
{
    const int file = markFile.exchange(-1);
    if (file >= 0 && slotInHand >= 0) {
        writeNumber(file, watched[std::size_t(slotInHand)]);
    } else if (file >= 0) {
        for (const std::atomic<qint64>& slot : watched) {
            if (const qint64 id = slot.load(); id > 0)
                writeNumber(file, id);
        }
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
    struct sigaction action
    {
    };
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
bool install(const QByteArray&)
{
    return false;
}
void uninstall() {}

#endif

} // namespace

ContentMark ContentMark::of(QByteArrayView content)
{
    const auto raw = [](QByteArrayView octets) { return QByteArray::fromRawData(octets.data(), octets.size()); };
    const qsizetype end = std::min(content.size(), markedEnd);
    QCryptographicHash hashing(QCryptographicHash::Blake2b_160);
    hashing.addData(QByteArray::number(content.size()));
    hashing.addData(raw(content.first(end)));
    hashing.addData(raw(content.last(end)));
    const QByteArray hash = hashing.result();
    const auto number = qFromBigEndian<quint64>(hash.constData()) >> 1;
    return {std::max<qint64>(1, qint64(number))};
}

CrashMark::CrashMark(const QString& file)
    : m_path(QFile::encodeName(file))
{
    for (const qint64 number : readNumbers(m_path)) {
        if (number > 0)
            m_victims.append(TraceId{number});
        else
            ++m_contents[-number];
    }
    m_isInstalled = install(m_path);
}

CrashMark::~CrashMark()
{
    if (!m_isInstalled)
        return;
    uninstall();
    if (m_victims.isEmpty() && m_contents.isEmpty())
        QFile::remove(QFile::decodeName(m_path));
}

void CrashMark::forgetVictims()
{
    m_victims.clear();
    rewrite();
}

int CrashMark::crashesOf(ContentMark content) const
{
    const QMutexLocker lock(&m_mutex);
    return m_contents.value(content.value);
}

void CrashMark::forget(ContentMark content)
{
    {
        const QMutexLocker lock(&m_mutex);
        if (!m_contents.remove(content.value))
            return;
    }
    rewrite();
}

// In place: the handler writes into this very file.
void CrashMark::rewrite()
{
    QFile file(QFile::decodeName(m_path));
    if (!m_isInstalled && m_victims.isEmpty() && m_contents.isEmpty()) {
        file.remove();
        return;
    }
    QByteArray lines;
    for (const TraceId victim : std::as_const(m_victims))
        lines += QByteArray::number(victim.value) + '\n';
    for (auto it = m_contents.cbegin(); it != m_contents.cend(); ++it)
        lines += QByteArray(QByteArray::number(-it.key()) + '\n').repeated(it.value());
    if (file.open(QIODevice::ReadWrite) && file.resize(0))
        file.write(lines);
}

CrashMark::Watch::Watch(TraceId id)
{
    take(id.value);
}

CrashMark::Watch::Watch(ContentMark content)
{
    take(-content.value);
}

void CrashMark::Watch::take(qint64 named)
{
    giveThreadASignalStack();
    m_outer = slotInHand;
    for (std::size_t i = 0; i < slotCount; ++i) {
        qint64 empty = 0;
        if (watched[i].compare_exchange_strong(empty, named)) {
            m_slot = int(i);
            slotInHand = m_slot;
            return;
        }
    }
}

CrashMark::Watch::~Watch()
{
    if (m_slot < 0)
        return;
    slotInHand = m_outer;
    watched[std::size_t(m_slot)] = 0;
}

} // namespace reserve
