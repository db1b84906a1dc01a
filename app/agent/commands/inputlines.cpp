// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#include "app/agent/commands/inputlines.h"

#ifdef Q_OS_UNIX
#include <QSocketNotifier>

#include <unistd.h>

#include <array>
#else
#include <QCoreApplication>
#include <QPointer>

#include <iostream>
#include <string>
#include <thread>
#endif

namespace reserve {

namespace {

// A line beyond this is no command.
constexpr qsizetype longestLine = 64 * 1024;

} // namespace

#ifdef Q_OS_UNIX

class InputLines::Source final
{
public:
    explicit Source(InputLines& lines)
        : m_notifier(STDIN_FILENO, QSocketNotifier::Read)
    {
        connect(&m_notifier, &QSocketNotifier::activated, &lines, [this, &lines] {
            std::array<char, 4096> octets{};
            const auto count = ::read(STDIN_FILENO, octets.data(), octets.size());
            if (count <= 0)
                m_notifier.setEnabled(false);
            else
                lines.take(QByteArray(octets.data(), qsizetype(count)));
        });
    }

private:
    QSocketNotifier m_notifier;
};

#else

// A console cannot be waited for beside an event loop there: a thread reads, which ends with the process.
class InputLines::Source final
{
public:
    explicit Source(InputLines& lines)
    {
        std::thread([guard = QPointer<InputLines>(&lines)] {
            std::string text;
            while (std::getline(std::cin, text)) {
                const QByteArray octets = QByteArray::fromStdString(text) + '\n';
                QMetaObject::invokeMethod(qApp, [guard, octets] {
                    if (guard)
                        guard->take(octets);
                });
            }
        }).detach();
    }
};

#endif

InputLines::InputLines(QObject* parent)
    : QObject(parent)
    , m_source(std::make_unique<Source>(*this))
{
}

InputLines::~InputLines() = default;

void InputLines::take(const QByteArray& octets)
{
    m_pending += octets;
    for (qsizetype end = m_pending.indexOf('\n'); end >= 0; end = m_pending.indexOf('\n')) {
        const QString text = QString::fromUtf8(m_pending.left(end)).trimmed();
        m_pending.remove(0, end + 1);
        if (!text.isEmpty())
            Q_EMIT line(text);
    }
    if (m_pending.size() > longestLine)
        m_pending.clear();
}

} // namespace reserve
