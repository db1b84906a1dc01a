// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#pragma once

#include "models/explaining/explanation.h"
#include "models/explaining/understanding.h"

#include <QByteArray>

#include <functional>

QT_BEGIN_NAMESPACE
class QObject;
QT_END_NAMESPACE

namespace reserve {

class Store;

// A stored message as the monitor shows it: bounded, whatever somebody sent.
struct KeptMessage
{
    QByteArray head;
    QByteArray shown; // the first of its octets
    bool isCut = false;
    Understanding understanding;
};

// Reads and understands the message of a trace on the store's reader thread; answers on the thread of
// `context`. Errors: inbox.raw-gone (id) and those of the store.
void readKeptMessage(Store& store, const Trace& trace, std::shared_ptr<const ItipReader> reader, QObject* context,
                     std::function<void(const Result<KeptMessage>&)> answered);

// What would be decided if this message arrived now, with the envelope that it had. Changes nothing. The same
// errors.
void rehearseKept(Store& store, const Trace& trace, std::shared_ptr<const ItipReader> reader, QObject* context,
                  std::function<void(const Result<JudgedEnvelope>&)> answered);

} // namespace reserve
