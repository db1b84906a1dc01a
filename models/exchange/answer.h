// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#pragma once

#include "models/base/result.h"

#include <QFuture>
#include <QPromise>

#include <functional>
#include <memory>

namespace reserve {

template<typename T>
using Receive = std::function<void(const Result<T>&)>;

// The one answer that a call owes. Copies mean the same one; the first word counts. When the last copy goes unanswered,
// because whoever worked on it is gone, the answer is exchange.cancelled: a future never stays open.
template<typename T>
class Answer final
{
public:
    QFuture<Result<T>> future() const { return m_debt->promise.future(); }
    void operator()(const Result<T>& result) const { m_debt->settle(result); }

private:
    struct Debt
    {
        Debt() { promise.start(); }
        ~Debt() { settle(failure("exchange.cancelled", {}, true)); }
        Debt(const Debt&) = delete;
        Debt& operator=(const Debt&) = delete;

        void settle(const Result<T>& result)
        {
            if (settled)
                return;
            settled = true;
            promise.addResult(result);
            promise.finish();
        }

        QPromise<Result<T>> promise;
        bool settled = false;
    };

    std::shared_ptr<Debt> m_debt = std::make_shared<Debt>();
};

} // namespace reserve
