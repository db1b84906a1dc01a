// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QObject>
#include <QSocketNotifier>

#include <memory>

namespace reserve {

// Turns SIGTERM and SIGINT into a Qt signal, through a pipe that the handler writes to. One object a process.
class SignalWatcher final : public QObject
{
    Q_OBJECT

public:
    explicit SignalWatcher(QObject* parent = nullptr);
    ~SignalWatcher() override;

Q_SIGNALS:
    void stopAsked();

private:
    std::unique_ptr<QSocketNotifier> m_notifier;
};

} // namespace reserve
