// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QByteArray>
#include <QByteArrayList>
#include <QDateTime>
#include <QRandomGenerator>

namespace reserve::test {

// A rule as a person or a fuzzer may write it; seldom an impossible one.
class RandomRule final
{
public:
    explicit RandomRule(quint32 seed)
        : m_random(seed)
    {
    }

    QByteArray text()
    {
        static const QByteArrayList frequencies{"DAILY", "WEEKLY", "MONTHLY", "YEARLY"};
        const int frequency = below(4);
        QByteArrayList parts{"FREQ=" + frequencies.at(frequency)};
        if (below(2))
            parts.append("INTERVAL=" + QByteArray::number(1 + below(4)));
        if (below(3) == 0)
            parts.append("COUNT=" + QByteArray::number(1 + below(40)));
        if (below(3) == 0)
            parts.append("WKST=" + weekday());
        if (below(3) == 0)
            parts.append("BYMONTH=" + numbers(1, 12, false));
        if (below(3) == 0 && frequency != 1)
            parts.append("BYMONTHDAY=" + numbers(1, 31, true));
        if (frequency == 3 && below(5) == 0)
            parts.append("BYYEARDAY=" + numbers(1, 366, true));
        else if (frequency == 3 && below(5) == 0)
            parts.append("BYWEEKNO=" + numbers(1, 53, true));
        if (below(2))
            parts.append("BYDAY=" + weekdays(frequency >= 2 && !parts.last().startsWith("BYWEEKNO")));
        if (below(6) == 0)
            parts.append("BYHOUR=" + numbers(0, 23, false));
        if (below(4) == 0)
            parts.append("BYSETPOS=" + numbers(1, 4, true));
        return parts.join(';');
    }

    QDateTime start() { return QDateTime(QDate(2024, 1, 1).addDays(below(800)), QTime(below(24), below(60)), Qt::UTC); }

private:
    int below(int limit) { return m_random.bounded(limit); }
    QByteArray weekday()
    {
        static const QByteArrayList names{"MO", "TU", "WE", "TH", "FR", "SA", "SU"};
        return names.at(below(7));
    }
    QByteArray weekdays(bool ordinals)
    {
        QByteArrayList days;
        for (int i = 0; i <= below(3); ++i)
            days.append(
                (ordinals && below(2) ? QByteArray::number(below(2) ? 1 + below(4) : -1 - below(2)) : QByteArray())
                + weekday());
        return days.join(',');
    }
    QByteArray numbers(int lowest, int highest, bool negativeToo)
    {
        QByteArrayList list;
        for (int i = 0; i <= below(3); ++i) {
            const int number = lowest + below(highest - lowest + 1);
            list.append(QByteArray::number(negativeToo && below(4) == 0 ? -number : number));
        }
        return list.join(',');
    }

    QRandomGenerator m_random;
};

} // namespace reserve::test
