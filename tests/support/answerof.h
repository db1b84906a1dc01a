// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QEventLoop>
#include <QFuture>
#include <QFutureWatcher>

namespace reserve::test {

// The result of a future, waited for with the event loop of this thread going on: who answers may live here.
template<typename T>
T answerOf(QFuture<T> future)
{
    QFutureWatcher<T> watcher;
    QEventLoop loop;
    QObject::connect(&watcher, &QFutureWatcherBase::finished, &loop, &QEventLoop::quit);
    watcher.setFuture(future);
    if (!future.isFinished())
        loop.exec();
    return future.result();
}

} // namespace reserve::test
