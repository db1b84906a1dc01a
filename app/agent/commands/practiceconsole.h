// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#pragma once

#include "app/agent/terminal.h"
#include "models/practice/practiceexchange.h"

#include <QHash>
#include <QObject>

namespace reserve {

// What is typed while the Practice Exchange runs: switches, people who send requests, and looks into mailboxes. Results
// are one line of JSON or a sentence each on standard output, mistakes one line on standard error.
class PracticeConsole final : public QObject
{
    Q_OBJECT

public:
    PracticeConsole(PracticeExchange& exchange, Terminal& terminal, const QByteArray& zone);

    void run(const QString& line);

Q_SIGNALS:
    void quitAsked();

private:
    struct Command;
    static const QList<Command>& commands();

    Result<void> tell(const QByteArray& json);
    Result<void> help(const QStringList& words);
    Result<void> set(const QStringList& words);
    Result<void> switches(const QStringList& words);
    Result<void> send(const QStringList& words);
    Result<void> move(const QStringList& words);
    Result<void> cancel(const QStringList& words);
    Result<void> mailboxes(const QStringList& words);
    Result<void> mailbox(const QStringList& words);
    Result<void> mails(const QStringList& words);
    Result<void> quit(const QStringList& words);
    Result<TimeRange> rangeFrom(const QString& start, const QString& minutes) const;
    Result<MeetingMail> known(const QString& uid) const;
    void sendVersion(MeetingMail meeting);

    PracticeExchange& m_exchange;
    Terminal& m_terminal;
    QByteArray m_zone;
    QHash<QString, MeetingMail> m_meetings; // as last sent, by UID
};

} // namespace reserve
