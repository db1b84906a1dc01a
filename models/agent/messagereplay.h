// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#pragma once

#include "models/agent/commandrunner.h"
#include "models/reserving/meetingreading.h"

#include <QObject>

class QThreadPool;

namespace reserve {

class ConfigurationWatch;

// The command Replay: a message that was kept arrives again for one recipient. Read on a worker, judged and
// stored in one unit of work, then decided in its turn like any other.
class MessageReplay final : public QObject
{
    Q_OBJECT

public:
    MessageReplay(LeasedStore& store, ConfigurationWatch& configuration, QThreadPool& workers,
                  QObject* parent = nullptr);

    // `done` with the codes of takeAgain(), inbox.raw-gone (id) and those of the store.
    void replay(TraceId id, const QString& actor, const CommandRunner::Done& done);

Q_SIGNALS:
    void taken(const QList<reserve::TraceId>& traces, const std::shared_ptr<const reserve::MessageReading>& reading,
               qint64 octets);
    // Held at once (R-MAILBOX-CASE).
    void held();

private:
    struct Job;

    void read(const std::shared_ptr<Job>& job);
    void store(const std::shared_ptr<Job>& job);

    LeasedStore& m_store;
    ConfigurationWatch& m_configuration;
    QThreadPool& m_workers;
};

} // namespace reserve
