// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QFuture>
#include <QObject>

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

    private:
        friend class Courier;

        std::mutex m_mutex;
        std::vector<std::function<void()>> m_waiting;
        Courier* m_receiver; // none once the courier is closed
    };
    const std::shared_ptr<Bag>& bag() const { return m_bag; }

    // Any thread.
    void post(std::function<void()> work) { m_bag->post(std::move(work)); }

    // Brings the answer of a future; `receive` runs on the courier's thread.
    template<typename T, typename Receive>
    void await(QFuture<T> future, Receive receive)
    {
        if constexpr (std::is_void_v<T>) {
            future.then(QtFuture::Launch::Sync,
                        [bag = m_bag, receive = std::move(receive)] { bag->post([receive] { receive(); }); });
        } else {
            future.then(QtFuture::Launch::Sync, [bag = m_bag, receive = std::move(receive)](const T& answer) {
                bag->post([receive, answer] { receive(answer); });
            });
        }
    }

    // Its own thread: nothing is delivered any more.
    void close();

private:
    void deliver();

    std::shared_ptr<Bag> m_bag;
};

} // namespace reserve
