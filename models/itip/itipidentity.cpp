// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#include "models/itip/itipidentity.h"

#include "models/itip/calendaruid.h"
#include "models/itip/contentline.h"

namespace reserve {

namespace {

constexpr qsizetype longestText = 4 * 1024 * 1024;
constexpr int mostUids = 16;
constexpr qsizetype longestSummary = 1000; // octets

// Follows BEGIN and END just far enough to know whether a line belongs to an event itself.
class IdentityScan
{
public:
    void take(const ContentLine& line)
    {
        if (line.is("BEGIN"))
            begin(line.value.trimmed());
        else if (line.is("END"))
            end(line.value.trimmed());
        else if (m_inEvent && m_inner == 0)
            takeFromEvent(line);
        else if (m_inCalendar && !m_inEvent && m_other == 0 && line.is("METHOD") && found.method == ItipMethod::None)
            found.method = methodFromName(line.value);
    }

    bool sawCalendar() const { return m_inCalendar; }

    ItipIdentity found;

private:
    static bool same(QByteArrayView left, QByteArrayView right)
    {
        return left.compare(right, Qt::CaseInsensitive) == 0;
    }

    void begin(QByteArrayView component)
    {
        if (same(component, "VCALENDAR")) {
            m_inCalendar = true;
            m_inEvent = false;
            m_other = 0;
        } else if (same(component, "VEVENT")) {
            m_inEvent = m_inCalendar;
            m_inner = 0;
            found.eventCount += m_inEvent ? 1 : 0;
        } else if (m_inEvent) {
            ++m_inner;
        } else {
            ++m_other;
        }
    }

    void end(QByteArrayView component)
    {
        if (same(component, "VEVENT"))
            m_inEvent = false;
        else if (m_inEvent)
            m_inner = std::max(0, m_inner - 1);
        else
            m_other = std::max(0, m_other - 1);
    }

    void takeFromEvent(const ContentLine& line)
    {
        if (line.is("UID")) {
            const QString uid = calendarUid(line.value);
            if (!uid.isEmpty() && found.uids.size() < mostUids && !found.uids.contains(uid))
                found.uids.append(uid);
        } else if (line.is("ORGANIZER") && found.organizer.isEmpty()) {
            found.organizer = plainAddress(line.value);
            found.organizerName = QString::fromUtf8(parameter(line, "CN"));
            found.sentBy = plainAddress(parameter(line, "SENT-BY"));
        } else if (line.is("SUMMARY") && found.summary.isEmpty()) {
            found.summary = QString::fromUtf8(unescaped(line.value.first(std::min(line.value.size(), longestSummary))))
                                .simplified();
        } else if (line.is("CLASS")) {
            const QByteArrayView privacy = line.value.trimmed();
            // RFC 5545 3.8.1.3: a class that is not known is treated as private.
            found.isPrivate = found.isPrivate || !(privacy.isEmpty() || same(privacy, "PUBLIC"));
        } else if (line.is("RRULE") || line.is("RDATE") || line.is("RECURRENCE-ID")) {
            found.recurring = true;
        } else if (found.eventCount == 1) {
            takeSequence(line);
        }
    }

    void takeSequence(const ContentLine& line)
    {
        const bool preferred = line.is("X-MICROSOFT-CDO-APPT-SEQUENCE");
        if (!preferred && (m_sawPreferredSequence || !line.is("SEQUENCE")))
            return;
        bool isNumber = false;
        const int number = line.value.trimmed().toInt(&isNumber);
        if (!isNumber)
            return;
        found.sequence = std::max(0, number);
        m_sawPreferredSequence = preferred;
    }

    bool m_inCalendar = false;
    bool m_inEvent = false;
    bool m_sawPreferredSequence = false;
    int m_inner = 0; // components open inside the event
    int m_other = 0; // components open beside it
};

} // namespace

std::optional<ItipIdentity> identify(QByteArrayView calendarText)
{
    ContentLines lines(calendarText.first(std::min(calendarText.size(), longestText)));
    IdentityScan scan;
    while (lines.next())
        scan.take(lines.line());
    if (!scan.sawCalendar())
        return std::nullopt;
    return std::move(scan.found);
}

} // namespace reserve
