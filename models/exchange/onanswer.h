// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#pragma once

#include "models/base/result.h"

#include <QFuture>
#include <QFutureWatcher>
#include <QObject>
#include <QPromise>

#include <utility>

namespace reserve {

// Hands the answer of a future to `receive` on the thread of `context`, from its event loop. What `receive` holds goes
// with the context. A future that ends without an answer, because whoever owed it is gone, brings exchange.cancelled.
template<typename T, typename Fn>
void onAnswer(const QFuture<Result<T>>& future, QObject* context, Fn receive)
{
    auto* watcher = new QFutureWatcher<Result<T>>(context);
    QObject::connect(watcher, &QFutureWatcherBase::finished, context,
                     [watcher, receive = std::move(receive)]() mutable {
                         watcher->deleteLater();
                         if (watcher->future().resultCount() > 0)
                             receive(watcher->result());
                         else
                             receive(Result<T>(failure("exchange.cancelled", {}, true)));
                     });
    watcher->setFuture(future);
}

// A future that has its answer already.
template<typename T>
QFuture<Result<T>> answeredFuture(Result<T> result)
{
    QPromise<Result<T>> promise;
    promise.start();
    promise.addResult(std::move(result));
    promise.finish();
    return promise.future();
}

} // namespace reserve
