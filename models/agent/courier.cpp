// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#include "models/agent/courier.h"

#include <utility>

namespace reserve {

Courier::Courier(QObject* parent)
    : QObject(parent)
    , m_bag(std::make_shared<Bag>())
{
    m_bag->receiver = this;
}

Courier::~Courier()
{
    const std::lock_guard lock(m_bag->mutex);
    m_bag->receiver = nullptr;
    m_bag->waiting.clear();
}

void Courier::Bag::post(std::function<void()> work)
{
    const std::lock_guard lock(mutex);
    if (!receiver)
        return;
    waiting.push_back(std::move(work));
    if (waiting.size() == 1)
        QMetaObject::invokeMethod(receiver, &Courier::deliver, Qt::QueuedConnection);
}

void Courier::deliver()
{
    std::vector<std::function<void()>> work;
    {
        const std::lock_guard lock(m_bag->mutex);
        work.swap(m_bag->waiting);
    }
    // A function may end the agent, and this with it.
    const std::shared_ptr<Bag> bag = m_bag;
    for (const std::function<void()>& function : work) {
        function();
        const std::lock_guard lock(bag->mutex);
        if (!bag->receiver)
            return;
    }
}

} // namespace reserve
