// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#include "models/store/inboxrepository.h"

#include "models/store/connection.h"
#include "models/store/spoolfolder.h"

namespace reserve {

namespace {

InboxMessage readMessage(Row& row)
{
    InboxMessage message;
    row >> message.id >> message.receivedAt >> message.sender >> message.peer >> message.helloName >> message.messageId
        >> message.from >> message.requester >> message.subject >> message.method >> message.uid >> message.kind
        >> message.size >> message.spoolFile;
    return message;
}

} // namespace

InboxRepository::InboxRepository(Connection& connection)
    : m_connection(connection)
{
}

Result<InboxId> InboxRepository::append(const InboxMessage& message)
{
    const bool spooled = !message.spoolFile.isEmpty();
    return m_connection
        .insert(QStringLiteral("INSERT INTO inbox (received_at, sender, peer, hello_name, message_id, from_address, "
                               "requester, subject, method, uid, kind, size, spool_file, raw) "
                               "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"),
                {message.receivedAt, message.sender, message.peer, message.helloName, message.messageId, message.from,
                 message.requester, message.subject, Bound::utf8(message.method), message.uid, message.kind,
                 message.size, spooled ? Bound(message.spoolFile) : Bound::null(),
                 spooled ? Bound::null() : Bound::blob(message.raw)})
        .map([](qint64 id) { return InboxId{id}; });
}

Result<std::optional<InboxMessage>> InboxRepository::find(InboxId id) const
{
    return m_connection.row(
        QStringLiteral("SELECT id, received_at, sender, peer, hello_name, message_id, from_address, "
                       "requester, subject, method, uid, kind, size, spool_file "
                       "FROM inbox WHERE id = ?"),
        {id}, readMessage);
}

Result<QByteArray> InboxRepository::raw(InboxId id) const
{
    struct Bytes
    {
        bool kept = false;
        QString spoolFile;
        QByteArray raw;
    };
    const auto bytes = m_connection.row(
        QStringLiteral("SELECT raw IS NOT NULL, spool_file, raw FROM inbox WHERE id = ?"), {id}, [](Row& row) {
            Bytes found;
            row >> found.kept >> found.spoolFile >> found.raw;
            return found;
        });
    if (!bytes)
        return failure(bytes.error());
    const Failure gone = failure("inbox.raw-gone", {{QStringLiteral("id"), QString::number(id.value)}});
    if (!*bytes)
        return gone;
    if ((*bytes)->kept)
        return (*bytes)->raw;
    if ((*bytes)->spoolFile.isEmpty())
        return gone;
    const Result<QByteArray> spooled = SpoolFolder(m_connection.spoolFolder()).read((*bytes)->spoolFile);
    if (!spooled)
        return gone;
    return spooled;
}

Result<QStringList> InboxRepository::spoolFiles() const
{
    return m_connection.rows(QStringLiteral("SELECT spool_file FROM inbox WHERE spool_file IS NOT NULL"), {},
                             [](Row& row) {
                                 QString name;
                                 row >> name;
                                 return name;
                             });
}

Result<int> InboxRepository::dropRawBefore(Instant instant, int limit)
{
    struct Old
    {
        qint64 id = 0;
        QString spoolFile;
    };
    const auto old = m_connection.rows(
        QStringLiteral("SELECT id, spool_file FROM inbox WHERE (raw IS NOT NULL OR spool_file IS NOT NULL) "
                       "AND received_at < ? ORDER BY received_at LIMIT ?"),
        {instant, limit}, [](Row& row) {
            Old message;
            row >> message.id >> message.spoolFile;
            return message;
        });
    if (!old)
        return failure(old.error());
    for (const Old& message : *old) {
        const Result<int> dropped = m_connection.run(
            QStringLiteral("UPDATE inbox SET raw = NULL, spool_file = NULL WHERE id = ?"), {message.id});
        if (!dropped)
            return dropped;
        if (!message.spoolFile.isEmpty())
            m_connection.removeSpoolFileAfterCommit(message.spoolFile);
    }
    return int(old->size());
}

} // namespace reserve
