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
    void whatGoesBehindEventsMeetsThemFirst();
    void whatWasPostedIsDroppedWhenItIsClosed();
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

// What another thread has signalled is heard first, also where work of its own gathers in the bag already.
void TestCourier::whatGoesBehindEventsMeetsThemFirst()
{
    Courier courier;
    QStringList heard;
    std::thread other([&] {
        courier.post([&heard] { heard.append(QStringLiteral("before")); });
        QMetaObject::invokeMethod(
            this, [&heard] { heard.append(QStringLiteral("signal")); }, Qt::QueuedConnection);
        courier.bag()->postBehindEvents([&heard] { heard.append(QStringLiteral("behind")); });
    });
    other.join();
    QTRY_COMPARE(heard.size(), 3);
    QCOMPARE(heard, (QStringList{QStringLiteral("before"), QStringLiteral("signal"), QStringLiteral("behind")}));
}

void TestCourier::whatWasPostedIsDroppedWhenItIsClosed()
{
    Courier courier;
    int came = 0;
    courier.post([&came] { ++came; });
    courier.bag()->postBehindEvents([&came] { ++came; });
    courier.close();
    courier.bag()->postBehindEvents([&came] { ++came; });
    bool later = false;
    QMetaObject::invokeMethod(
        this, [&later] { later = true; }, Qt::QueuedConnection);
    QTRY_VERIFY(later);
    QCOMPARE(came, 0);
}

QTEST_GUILESS_MAIN(TestCourier)
#include "tst_courier.moc"
