// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QFuture>
#include <QFutureWatcher>
#include <QObject>

#include <utility>

namespace reserve {

// Brings the answer of the store to the thread of `context`; nothing happens when `context` is gone by then, or the
// store closed before it answered. Qt 6.4's QFuture::then(context, ...) asserts that the context still lives when the
// future ends, which no window can promise; a watcher that the context owns needs no such promise.
template<typename T, typename Fn>
void whenAnswered(const QFuture<T>& future, QObject* context, Fn fn)
{
    auto* watcher = new QFutureWatcher<T>(context);
    QObject::connect(watcher, &QFutureWatcherBase::finished, context, [watcher, fn = std::move(fn)]() mutable {
        watcher->deleteLater();
        if (watcher->future().resultCount() > 0)
            fn(watcher->result());
    });
    watcher->setFuture(future);
}

} // namespace reserve
