// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#include "models/store/outboxqueue.h"

#include <QStringList>

namespace reserve {

qint64 numberOf(const OutboxQueue& queue)
{
    return queue.space.value * 2 + (queue.way == OutboxWay::Exchange ? 1 : 0);
}

OutboxQueue queueNumbered(qint64 number)
{
    return {SpaceId{number / 2}, number % 2 == 1 ? OutboxWay::Exchange : OutboxWay::Mail};
}

QString queuesToJson(const QList<OutboxQueue>& queues)
{
    QStringList numbers;
    for (const OutboxQueue& queue : queues)
        numbers.append(QString::number(numberOf(queue)));
    return QLatin1Char('[') + numbers.join(QLatin1Char(',')) + QLatin1Char(']');
}

} // namespace reserve
