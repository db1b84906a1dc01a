// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QFuture>
#include <QObject>

#include <functional>
#include <memory>
#include <mutex>
#include <vector>

namespace reserve {

// Brings work to the thread of the agent: functions handed in on any thread run there in the order in which they came.
// Those that gather before that thread looks share one wake-up, which matters when one commit answers a hundred
// messages. What is handed in after the courier is gone is dropped.
class Courier final : public QObject
{
    Q_OBJECT

public:
    explicit Courier(QObject* parent = nullptr);
    ~Courier() override;

    // Any thread.
    void post(std::function<void()> work) { m_bag->post(std::move(work)); }

    // Brings the answer of a store's or transport's future; `receive` runs on the courier's thread.
    template<typename T, typename Receive>
    void await(QFuture<T> future, Receive receive)
    {
        future.then(QtFuture::Launch::Sync, [bag = m_bag, receive = std::move(receive)](const T& answer) {
            bag->post([receive, answer] { receive(answer); });
        });
    }

private:
    struct Bag
    {
        std::mutex mutex;
        std::vector<std::function<void()>> waiting;
        Courier* receiver = nullptr; // none once the courier is gone

        void post(std::function<void()> work);
    };

    void deliver();

    std::shared_ptr<Bag> m_bag;
};

} // namespace reserve
