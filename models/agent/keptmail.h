// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#pragma once

#include "models/base/instant.h"
#include "models/base/result.h"
#include "models/settings/settings.h"
#include "models/store/storelocation.h"

#include <QByteArrayView>
#include <QString>

namespace reserve {

// R-KEEP: the folder of kept messages, one .eml each. File names are made here, never from what a message says. Any
// thread; no state but the path.
class KeptMail final
{
public:
    explicit KeptMail(QString folder);

    // smtp.root; without it "smtp-root" beside the store.
    static QString folderFor(const Settings& settings, const StoreLocation& location);

    // Writes the Received line and the message, and answers the file's name. The folder is created when missing.
    // Errors: keep.folder-failed, keep.failed (path, detail).
    Result<QString> store(Instant at, const QByteArray& id, QByteArrayView receivedLine, QByteArrayView content) const;

    // R-RETENTION: removes files of ours that were kept before `instant`, at most `limit`; answers how many.
    int removeBefore(Instant instant, int limit) const;

private:
    QString m_folder;
};

} // namespace reserve
