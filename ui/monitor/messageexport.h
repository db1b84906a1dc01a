// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#pragma once

#include "models/base/result.h"
#include "models/store/tracerepository.h"

#include <functional>

QT_BEGIN_NAMESPACE
class QObject;
QT_END_NAMESPACE

namespace reserve {

class Store;

// Writes the traces of a filter as one JSON array, on the store's reader thread; answers on the thread of `context` how
// many there were. The file appears whole or not at all. Error: export.file (path, detail).
void writeMessages(Store& store, const TraceFilter& filter, const QString& path, QObject* context,
                   std::function<void(const Result<int>&)> written);

// Writes one stored message as it came; answers likewise. Errors: inbox.raw-gone (id), export.file (path, detail).
void saveMessage(Store& store, InboxId id, const QString& path, QObject* context,
                 std::function<void(const Result<void>&)> written);

} // namespace reserve
