// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#pragma once

#include "models/exchange/httpexchange.h"

#include <QList>
#include <QPromise>

#include <functional>
#include <memory>
#include <optional>

namespace reserve::test {

HttpResponse response(int status, const QByteArray& body = {}, const QByteArray& contentType = "application/json");

// Stands where a server would: answers each request from a table, in order, and keeps what was asked. A request that no
// row is for is answered 599, which no test expects.
class RecordedExchange final
{
public:
    // Each row answers one request whose "METHOD target" holds `request`; the first such row that is left is taken.
    void answer(const QByteArray& request, Result<HttpResponse> response);
    // The same for every such request that no other row is for.
    void answerAlways(const QByteArray& request, Result<HttpResponse> response);
    // From now on requests wait for release().
    void hold() { m_holds = true; }
    void release();

    HttpExchange exchange();

    const QList<HttpRequest>& requests() const { return m_state->requests; }
    QList<QByteArray> lines() const; // "GET /v1.0/users/…", decoded
    qsizetype unanswered() const;    // rows that no request has come for

private:
    struct Row
    {
        QByteArray request;
        Result<HttpResponse> response;
    };
    struct State
    {
        QList<HttpRequest> requests;
        std::vector<Row> rows;
        std::vector<Row> standing;
        std::vector<std::pair<QPromise<Result<HttpResponse>>, Result<HttpResponse>>> held;
    };

    Result<HttpResponse> answerTo(const HttpRequest& request);

    std::shared_ptr<State> m_state = std::make_shared<State>();
    bool m_holds = false;
};

// Waits for a future on the event loop; a future that never answers fails the test by its own time limit.
template<typename T>
Result<T> settled(QFuture<Result<T>> future);

} // namespace reserve::test

#include <QEventLoop>
#include <QFutureWatcher>
#include <QTimer>

template<typename T>
reserve::Result<T> reserve::test::settled(QFuture<Result<T>> future)
{
    QEventLoop loop;
    QFutureWatcher<Result<T>> watcher;
    QObject::connect(&watcher, &QFutureWatcherBase::finished, &loop, &QEventLoop::quit);
    QTimer::singleShot(std::chrono::seconds(20), &loop, &QEventLoop::quit);
    watcher.setFuture(future);
    if (!future.isFinished())
        loop.exec();
    if (future.resultCount() != 1)
        return failure("test.no-answer");
    return future.result();
}
