// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#include "app/agent/terminal.h"

#include "models/wording/wording.h"

#include <cstdio>

#ifdef Q_OS_UNIX
#include <termios.h>
#include <unistd.h>
#endif

namespace reserve {

namespace {

constexpr qint64 longestSecret = 64 * 1024;

// Turns the echo of a terminal off for as long as it lives; does nothing where input is no terminal.
class QuietTyping
{
public:
#ifdef Q_OS_UNIX
    QuietTyping()
        : m_isTerminal(::isatty(STDIN_FILENO) == 1 && ::tcgetattr(STDIN_FILENO, &m_before) == 0)
    {
        if (!m_isTerminal)
            return;
        termios quiet = m_before;
        quiet.c_lflag &= ~tcflag_t(ECHO);
        ::tcsetattr(STDIN_FILENO, TCSAFLUSH, &quiet);
    }
    ~QuietTyping()
    {
        if (m_isTerminal)
            ::tcsetattr(STDIN_FILENO, TCSAFLUSH, &m_before);
    }
    bool isTerminal() const
    {
        return m_isTerminal;
    }

private:
    termios m_before{};
    bool m_isTerminal = false;
#else
    QuietTyping() = default;
    bool isTerminal() const
    {
        return false;
    }

private:
#endif
    Q_DISABLE_COPY_MOVE(QuietTyping)
};

} // namespace

Terminal::Terminal()
{
    m_out.open(stdout, QIODevice::WriteOnly);
    m_complaints.open(stderr, QIODevice::WriteOnly | QIODevice::Unbuffered);
    m_in.open(stdin, QIODevice::ReadOnly);
}

void Terminal::write(const QByteArray& bytes)
{
    m_out.write(bytes);
}

void Terminal::line(const QString& text)
{
    m_out.write(text.toLocal8Bit() + '\n');
    m_out.flush();
}

void Terminal::line(const Reason& reason)
{
    line(sentence(reason));
}

Result<void> Terminal::finish()
{
    m_out.flush();
    if (m_out.error() == QFileDevice::NoError)
        return {};
    return failure("cli.output-closed", {{QStringLiteral("detail"), m_out.errorString()}});
}

void Terminal::say(const QString& text)
{
    m_complaints.write(text.toLocal8Bit() + '\n');
    m_complaints.flush();
}

void Terminal::complain(const Reason& reason)
{
    m_out.flush();
    say(QLatin1String("reserve-agent: ") + sentence(reason));
}

QByteArray Terminal::readAll()
{
    return m_in.readAll();
}

QByteArray Terminal::readSecret(const QString& question)
{
    const QuietTyping quiet;
    QByteArray bytes;
    if (quiet.isTerminal()) {
        m_complaints.write(question.toLocal8Bit() + ' ');
        bytes = m_in.readLine(longestSecret);
        // A key is pasted as it stands in its file, in several lines.
        const bool isKey = bytes.startsWith("-----BEGIN ");
        for (QByteArray line = bytes; isKey && !line.isEmpty() && !line.startsWith("-----END ");) {
            line = m_in.readLine(longestSecret);
            bytes += line;
        }
        say({});
    } else {
        bytes = m_in.read(longestSecret);
    }
    if (bytes.endsWith('\n'))
        bytes.chop(1);
    if (bytes.endsWith('\r'))
        bytes.chop(1);
    return bytes;
}

} // namespace reserve
