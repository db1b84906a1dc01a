// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#include "models/store/commandrepository.h"

#include "models/store/connection.h"

namespace reserve {

namespace {

QString selectCommand()
{
    return QStringLiteral("SELECT id, kind, arguments, created_at, actor, taken_at, done_at, outcome FROM command");
}

Command readCommand(Row& row)
{
    Command command;
    QByteArray arguments;
    row >> command.id >> command.kind >> arguments >> command.createdAt >> command.actor >> command.takenAt
        >> command.doneAt >> command.outcome;
    command.arguments = argumentsFromJson(arguments);
    return command;
}

} // namespace

CommandRepository::CommandRepository(Connection& connection)
    : m_connection(connection)
{
}

Result<CommandId> CommandRepository::append(const Command& command)
{
    const Result<qint64> id = m_connection.insert(
        QStringLiteral("INSERT INTO command (kind, arguments, created_at, actor, taken_at, done_at, "
                       "outcome) VALUES (?, ?, ?, ?, ?, ?, ?)"),
        {command.kind, Bound::utf8(toJson(command.arguments)), command.createdAt, command.actor, command.takenAt,
         command.doneAt, command.outcome});
    if (!id)
        return failure(id.error());
    m_connection.note(ChangeSubject::Commands, *id);
    return CommandId{*id};
}

Result<QList<Command>> CommandRepository::take()
{
    Result<QList<Command>> waiting
        = m_connection.rows(selectCommand() + QStringLiteral(" WHERE taken_at = 0 ORDER BY id"), {}, readCommand);
    if (!waiting)
        return waiting;
    for (Command& command : *waiting) {
        command.takenAt = m_connection.now();
        const Result<int> taken = m_connection.run(QStringLiteral("UPDATE command SET taken_at = ? WHERE id = ?"),
                                                   {command.takenAt, command.id});
        if (!taken)
            return failure(taken.error());
        m_connection.note(ChangeSubject::Commands, command.id.value);
    }
    return waiting;
}

Result<void> CommandRepository::finish(CommandId id, const Reason& outcome)
{
    const Result<int> finished = m_connection.run(
        QStringLiteral("UPDATE command SET done_at = ?, outcome = ? WHERE id = ?"), {m_connection.now(), outcome, id});
    if (!finished)
        return failure(finished.error());
    if (*finished == 0)
        return failure("command.missing", {{QStringLiteral("id"), QString::number(id.value)}});
    m_connection.note(ChangeSubject::Commands, id.value);
    return {};
}

Result<std::optional<Command>> CommandRepository::find(CommandId id) const
{
    return m_connection.row(selectCommand() + QStringLiteral(" WHERE id = ?"), {id}, readCommand);
}

Result<int> CommandRepository::removeFinishedBefore(Instant instant)
{
    return m_connection.run(QStringLiteral("DELETE FROM command WHERE done_at <> 0 AND done_at < ?"), {instant});
}

} // namespace reserve
