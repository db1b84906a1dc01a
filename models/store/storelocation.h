// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#pragma once

#include "models/base/result.h"

#include <QString>

namespace reserve {

// Where a store is: an SQLite file. (`postgresql://` addresses are recognised and refused with a reason until that
// dialect is there.)
class StoreLocation
{
public:
    // A path, absolute or relative to the current folder. Errors: store.location-empty, store.location-unsupported.
    static Result<StoreLocation> fromText(const QString& text);

    // The desk's own store: reserve.sqlite in the user's data folder.
    static StoreLocation ofThisDesk();

    const QString& file() const { return m_file; }
    // The folder for messages too large for a row, beside the file ("<file>.spool").
    QString spoolFolder() const;
    // As shown to a person.
    QString displayText() const { return m_file; }

private:
    explicit StoreLocation(QString file);

    QString m_file;
};

} // namespace reserve
