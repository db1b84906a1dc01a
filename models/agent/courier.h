// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QFutureWatcher>
#include <QObject>
#include <QThread>

#include <functional>
#include <memory>
#include <mutex>
#include <type_traits>
#include <vector>

namespace reserve {

// Brings work to the thread of the agent: functions handed in on any thread run there in the order in which they came.
// Those that gather before that thread looks share one wake-up, which matters when one commit answers a hundred
// messages. What is handed in after the courier was closed is dropped.
class Courier final : public QObject
{
    Q_OBJECT

public:
    explicit Courier(QObject* parent = nullptr);
    ~Courier() override;

    // Where other threads hand work in. It may be kept longer than the courier.
    class Bag
    {
    public:
        explicit Bag(Courier& receiver);

        void post(std::function<void()> work);
        // Behind every event that the calling thread has posted to the agent's: signals with their slots there, too.
        void postBehindEvents(std::function<void()> work);

    private:
        friend class Courier;

        std::mutex m_mutex;
        std::vector<std::function<void()>> m_waiting;
        Courier* m_receiver; // none once the courier is closed
    };
    const std::shared_ptr<Bag>& bag() const { return m_bag; }

    // Any thread.
    void post(std::function<void()> work) { m_bag->post(std::move(work)); }

    // Any thread: brings the answer of a future; `receive` runs on the courier's thread. A watcher, not
    // QFuture::then(): in Qt 6.4 a future that ends at the moment in which then() attaches to it runs the continuation
    // twice, and the second time crashes. What ends without an answer, because the store closed, brings none.
    template<typename T, typename Receive>
    void await(const QFuture<T>& future, Receive receive)
    {
        if (QThread::currentThread() == thread())
            watch(future, std::move(receive));
        else
            post([this, future, receive = std::move(receive)] { watch(future, receive); });
    }

    // Its own thread: nothing is delivered any more.
    void close();

private:
    template<typename T, typename Receive>
    void watch(const QFuture<T>& future, Receive receive)
    {
        auto* watcher = new QFutureWatcher<T>(this);
        connect(watcher, &QFutureWatcherBase::finished, this, [this, watcher, receive = std::move(receive)] {
            watcher->deleteLater();
            if constexpr (std::is_void_v<T>)
                post([receive] { receive(); });
            else if (watcher->future().resultCount() > 0)
                post([receive, answer = watcher->result()] { receive(answer); });
        });
        watcher->setFuture(future);
    }

    void deliver();
    bool isOpen() const;

    std::shared_ptr<Bag> m_bag;
};

} // namespace reserve
