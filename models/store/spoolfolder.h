// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#pragma once

#include "models/base/instant.h"
#include "models/base/result.h"

#include <QByteArray>
#include <QSet>
#include <QString>

namespace reserve {

// The folder beside the store for messages too large for a row. A file is written once, is durable when write()
// returns, and never changes. The row that names it follows in a transaction of its own, so a crash between the two
// leaves a file without a row: removeOrphans() finds it.
//
// Any thread; no state but the path.
class SpoolFolder final
{
public:
    // Above this a message is spooled.
    static constexpr qint64 threshold = 256 * 1024;

    explicit SpoolFolder(QString folder);

    // The new file's name, for InboxMessage::spoolFile. Errors: store.disk-full (retryable), store.folder, store.io.
    Result<QString> write(const QByteArray& bytes) const;
    // Error: spool.missing (name).
    Result<QByteArray> read(const QString& name) const;
    // Fine when it is already gone.
    void remove(const QString& name) const;
    // Removes what no row names and what is older than `olderThan`: younger files may wait for their row. Answers how
    // many went.
    int removeOrphans(const QSet<QString>& known, Instant olderThan) const;

    // The path of one file; empty for a name that would lead out of the folder.
    QString pathOf(const QString& name) const;
    QString path() const { return m_folder; }

private:
    QString m_folder;
};

} // namespace reserve
