// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#pragma once

#include "models/base/result.h"

#include <QByteArray>
#include <QFuture>
#include <QString>

namespace reserve {

// Whole files, read and written on a thread of the pool: a share that does not answer never holds a window up.
// Errors: file.unreadable (path, detail), file.too-large (path, megabytes), export.file (path, detail). A written file
// appears whole or not at all.
QFuture<Result<QByteArray>> readWholeFile(const QString& path);
QFuture<Result<void>> writeWholeFile(const QString& path, const QByteArray& bytes);

} // namespace reserve
