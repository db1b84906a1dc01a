// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#pragma once

#include "models/itip/calendarscan.h"
#include "models/itip/contentline.h"

#include <QCryptographicHash>

namespace reserve {

// Gathers the lines of one VEVENT into a ScannedEvent. Of a property that may stand once the first counts.
class EventScan final
{
public:
    explicit EventScan(const ItipLimits& limits);

    void take(const ContentLine& line);
    ScannedEvent finish();

private:
    bool takeTime(const ContentLine& line);
    bool takeForParser(const ContentLine& line);
    bool takeRecurrence(const ContentLine& line);
    static void keepDates(QList<ScannedDates>& dates, const ContentLine& line);
    void takeAttendee(const ContentLine& line);
    void takeExchangeProperty(const ContentLine& line);
    void keepTime(ScannedTime& time, const ContentLine& line);
    void keepLine(QByteArrayView name, QByteArrayView value, qsizetype longest);

    ItipLimits m_limits;
    ScannedEvent m_event;
    quint32 m_taken = 0; // one bit for each property that is kept once
    QCryptographicHash m_hash{QCryptographicHash::Blake2b_256};
};

} // namespace reserve
