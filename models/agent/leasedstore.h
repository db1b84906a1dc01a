// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#pragma once

#include "models/agent/courier.h"
#include "models/store/store.h"

#include <atomic>

namespace reserve {

// The store as the agent's parts see it: each write carries the lease token that is in force, answers come to the
// agent's thread. Any thread may write.
class LeasedStore final
{
public:
    LeasedStore(Store& store, Courier& courier)
        : m_store(store)
        , m_courier(courier)
    {
    }

    Store& store() const { return m_store; }
    Courier& courier() const { return m_courier; }
    Instant now() const { return m_store.clock().now(); }

    // 0: no lease; what is written then is refused.
    void setToken(qint64 token) { m_token = token; }
    qint64 token() const { return m_token; }

    template<typename Fn>
    auto write(WritePriority priority, Fn fn)
    {
        return m_store.writeAsAgent(usableToken(), priority, std::move(fn));
    }

    template<typename Fn, typename Receive>
    void write(WritePriority priority, Fn fn, Receive receive)
    {
        write(
            priority, std::move(fn), [](const auto&) {}, std::move(receive));
    }

    // `settled` hears the answer first, on the writer's thread, before its next transaction begins. From there the
    // answer goes into the courier's bag: no future is watched, because a watcher for each of some thousand writes a
    // second costs the agent's thread more than what it does with the answers.
    template<typename Fn, typename Settled, typename Receive>
    void write(WritePriority priority, Fn fn, Settled settled, Receive receive)
    {
        using Answer = std::invoke_result_t<Fn, WriteUnit&>;
        m_store.writeAsAgentThen(
            usableToken(), priority, std::move(fn),
            [settled = std::move(settled), receive = std::move(receive), bag = m_courier.bag()](const Answer& answer) {
                settled(answer);
                bag->post([receive, answer] { receive(answer); });
            });
    }

    template<typename Fn, typename Receive>
    void read(Fn fn, Receive receive)
    {
        using Answer = std::invoke_result_t<Fn, const ReadUnit&>;
        m_store.readThen(std::move(fn), [receive = std::move(receive), bag = m_courier.bag()](const Answer& answer) {
            bag->post([receive, answer] { receive(answer); });
        });
    }

private:
    // Without a lease one that was never given out: the store refuses it as lost.
    qint64 usableToken() const
    {
        constexpr qint64 noToken = -1;
        const qint64 token = m_token;
        return token == 0 ? noToken : token;
    }

    Store& m_store;
    Courier& m_courier;
    std::atomic<qint64> m_token{0};
};

} // namespace reserve
