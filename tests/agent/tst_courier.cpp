// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#include "models/agent/courier.h"

#include <QPromise>
#include <QTest>

#include <atomic>
#include <thread>
#include <vector>

using namespace reserve;

class TestCourier : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whatEndsWhileItIsAwaitedComesOnce();
    void nothingComesOnceItIsClosed();
};

// Futures end on another thread at the very moment in which they are awaited: each answer comes, and comes once.
void TestCourier::whatEndsWhileItIsAwaitedComesOnce()
{
    constexpr int count = 20'000;
    Courier courier;
    std::vector<QPromise<int>> promises(count);
    for (QPromise<int>& promise : promises)
        promise.start();
    std::vector<int> came(count, 0);
    int total = 0;
    std::atomic<int> awaited{-1};
    std::thread other([&] {
        for (int i = 0; i < count; ++i) {
            while (awaited < i)
                std::this_thread::yield();
            promises[std::size_t(i)].addResult(i);
            promises[std::size_t(i)].finish();
        }
    });
    for (int i = 0; i < count; ++i) {
        const QFuture<int> future = promises[std::size_t(i)].future();
        awaited = i;
        courier.await(future, [&came, &total](int answer) {
            ++came[std::size_t(answer)];
            ++total;
        });
    }
    other.join();
    QTRY_COMPARE(total, count);
    for (const int times : came)
        QCOMPARE(times, 1);
}

void TestCourier::nothingComesOnceItIsClosed()
{
    Courier courier;
    QPromise<int> promise;
    promise.start();
    bool hasCome = false;
    courier.await(promise.future(), [&hasCome](int) { hasCome = true; });
    courier.close();
    promise.addResult(1);
    promise.finish();
    bool later = false;
    QMetaObject::invokeMethod(
        this, [&later] { later = true; }, Qt::QueuedConnection);
    QTRY_VERIFY(later);
    QVERIFY(!hasCome);
}

QTEST_GUILESS_MAIN(TestCourier)
#include "tst_courier.moc"
