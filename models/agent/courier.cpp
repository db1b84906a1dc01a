// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#include "models/agent/courier.h"

#include <utility>

namespace reserve {

Courier::Bag::Bag(Courier& receiver)
    : m_receiver(&receiver)
{
}

Courier::Courier(QObject* parent)
    : QObject(parent)
    , m_bag(std::make_shared<Bag>(*this))
{
}

Courier::~Courier()
{
    close();
}

void Courier::close()
{
    std::vector<std::function<void()>> dropped;
    const std::lock_guard lock(m_bag->m_mutex);
    m_bag->m_receiver = nullptr;
    m_bag->m_waiting.swap(dropped);
}

void Courier::Bag::post(std::function<void()> work)
{
    const std::lock_guard lock(m_mutex);
    if (!m_receiver)
        return;
    m_waiting.push_back(std::move(work));
    if (m_waiting.size() == 1)
        QMetaObject::invokeMethod(m_receiver, &Courier::deliver, Qt::QueuedConnection);
}

void Courier::Bag::postBehindEvents(std::function<void()> work)
{
    const std::lock_guard lock(m_mutex);
    if (!m_receiver)
        return;
    // The courier may be closed before the event comes.
    const auto deliver = [receiver = m_receiver, work = std::move(work)] {
        if (receiver->isOpen())
            work();
    };
    QMetaObject::invokeMethod(m_receiver, deliver, Qt::QueuedConnection);
}

bool Courier::isOpen() const
{
    const std::lock_guard lock(m_bag->m_mutex);
    return m_bag->m_receiver;
}

void Courier::deliver()
{
    // A function may close this courier, or end the agent and this with it.
    const std::shared_ptr<Bag> bag = m_bag;
    std::vector<std::function<void()>> work;
    {
        const std::lock_guard lock(bag->m_mutex);
        work.swap(bag->m_waiting);
    }
    for (const std::function<void()>& function : work) {
        {
            const std::lock_guard lock(bag->m_mutex);
            if (!bag->m_receiver)
                return;
        }
        function();
    }
}

} // namespace reserve
